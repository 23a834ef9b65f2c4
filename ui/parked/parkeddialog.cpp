// SPDX-License-Identifier: GPL-3.0-or-later
#include "parked/parkeddialog.h"

#include "engine.h"
#include "widgets/answer.h"
#include "widgets/emptypage.h"
#include "widgets/format.h"
#include "widgets/oneline.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds AskAgain{2'000};
constexpr std::chrono::milliseconds AskSoon{50}; // after a change; many changes are one question

enum Column { WorkColumn, TriesColumn, SinceColumn, ReasonColumn };

// Batches are counted from 1 for people.
QString workText(const DeadLetter &letter)
{
    const QString number = formatCount(letter.node + 1);
    if (letter.level > 0)
        return ParkedDialog::tr("Combining, level %1, group %2").arg(letter.level).arg(number);
    return letter.stage == Stage::Analyse ? ParkedDialog::tr("Counting, batch %1").arg(number)
                                          : ParkedDialog::tr("Summarising, batch %1").arg(number);
}

QTreeWidgetItem *makeRow(const DeadLetter &letter)
{
    const QString reason = oneLine(letter.error);
    auto *row = new QTreeWidgetItem(
        {workText(letter), formatCount(letter.deliveries), formatWhen(letter.deadMs), reason});
    row->setToolTip(ReasonColumn, reason.toHtmlEscaped());
    return row;
}

} // namespace

ParkedDialog::ParkedDialog(Engine &engine, const ProcessSnapshot &process, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_process(process.id)
    , m_headline(new QLabel(this))
    , m_failure(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_table(makeTable())
    , m_selected(makeButton(tr("Try &selected again"), false))
    , m_all(makeButton(tr("Try &all again"), true))
{
    //: %1 is the name of a process
    setWindowTitle(tr("Parked work of %1").arg(isolated(process.name)));
    setAttribute(Qt::WA_DeleteOnClose);
    setFontScale(m_headline, 1.2, true);
    auto *explanation =
        new QLabel(tr("A batch that cannot be finished is tried a few times and then parked, so "
                      "that the others go on. Put right what its reason says, then try again."),
                   this);
    explanation->setWordWrap(true);
    m_failure->setTextFormat(Qt::PlainText);
    m_failure->setWordWrap(true);
    m_failure->hide();
    auto *nothing = new EmptyPage(QStringLiteral("done"), m_pages);
    nothing->setTexts(tr("Nothing is parked"), tr("What was tried again is in the list of processes."));
    m_pages->addWidget(m_table);
    m_pages->addWidget(nothing);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_selected, QDialogButtonBox::ActionRole);
    buttons->addButton(m_all, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing(this, 2));
    layout->addWidget(m_headline);
    layout->addWidget(explanation);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_failure);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 22);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ParkedDialog::ask);
    ask();
}

QTreeWidget *ParkedDialog::makeTable()
{
    auto *table = new QTreeWidget(this);
    table->setHeaderLabels({tr("Work"), tr("Tries"), tr("Parked"), tr("Reason")});
    table->setAccessibleName(tr("Parked work"));
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setAlternatingRowColors(true);
    table->setAllColumnsShowFocus(true);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    const int character = fontMetrics().averageCharWidth();
    table->header()->resizeSection(WorkColumn, character * 30);
    table->header()->resizeSection(TriesColumn, character * 10);
    table->header()->resizeSection(SinceColumn, character * 22);
    connect(table, &QTreeWidget::itemSelectionChanged, this,
            [this, table] { m_selected->setEnabled(!table->selectedItems().isEmpty()); });
    return table;
}

QPushButton *ParkedDialog::makeButton(const QString &text, bool all)
{
    auto *button = new QPushButton(themedIcon(QStringLiteral("retry")), text, this);
    button->setEnabled(false);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, all] { tryAgain(all); });
    return button;
}

void ParkedDialog::ask()
{
    whenAnswered(m_engine.deadLetters(m_process), this,
                 [this](const Result<std::vector<DeadLetter>> &letters) {
                     if (letters)
                         showLetters(*letters);
                     else
                         m_headline->setText(letters.error().message);
                     m_again.start(AskAgain);
                 });
}

// Rows are made anew only when they differ, so that a selection survives.
void ParkedDialog::showLetters(const std::vector<DeadLetter> &letters)
{
    std::vector<JobKey> jobs;
    QList<QTreeWidgetItem *> rows;
    for (const DeadLetter &letter : letters) {
        if (letter.redriven)
            continue;
        jobs.push_back({m_process, letter.stage, letter.level, letter.node});
        rows.append(makeRow(letter));
    }
    m_headline->setText(tr("%Ln batch(es) parked", nullptr, static_cast<int>(jobs.size())));
    m_pages->setCurrentIndex(jobs.empty() ? 1 : 0);
    m_all->setEnabled(!jobs.empty());
    if (jobs == m_jobs) {
        qDeleteAll(rows);
        return;
    }
    m_jobs = std::move(jobs);
    m_table->clear();
    m_table->addTopLevelItems(rows);
    m_selected->setEnabled(false);
}

void ParkedDialog::tryAgain(bool all)
{
    m_failure->hide();
    const auto tried = [this](const Result<void> &done) { onTried(done); };
    for (int row = 0; row < m_table->topLevelItemCount(); ++row) {
        if (all || m_table->topLevelItem(row)->isSelected())
            whenAnswered(m_engine.retryJob(m_jobs[static_cast<std::size_t>(row)]), this, tried);
    }
}

void ParkedDialog::onTried(const Result<void> &done)
{
    if (!done && done.error().kind != ErrorKind::NotFound) { // somebody else was faster
        m_failure->setText(done.error().message);
        m_failure->show();
    }
    m_again.start(AskSoon);
}

} // namespace Gemmary
