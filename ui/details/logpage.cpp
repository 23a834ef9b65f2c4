// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/logpage.h"

#include "widgets/answer.h"
#include "widgets/emptypage.h"
#include "widgets/searchfield.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QtConcurrentRun>

namespace Gemmary {

namespace {

constexpr int MostEntries = 2000;
constexpr std::chrono::milliseconds ReadInterval{1000};

struct LevelRow
{
    const char *level;
    const char *title;
};

const LevelRow Levels[] = {
    {"debug", QT_TRANSLATE_NOOP("Gemmary::LogPage", "Everything")},
    {"info", QT_TRANSLATE_NOOP("Gemmary::LogPage", "Information and worse")},
    {"warning", QT_TRANSLATE_NOOP("Gemmary::LogPage", "Warnings and worse")},
    {"error", QT_TRANSLATE_NOOP("Gemmary::LogPage", "Errors")},
};

int rankOf(const QString &level)
{
    for (int rank = 0; rank < static_cast<int>(std::size(Levels)); ++rank) {
        if (level == QLatin1StringView(Levels[rank].level))
            return rank;
    }
    return 0;
}

QString localTime(const QString &time)
{
    const QDateTime when = QDateTime::fromString(time, Qt::ISODateWithMs);
    return when.isValid() ? QLocale().toString(when.toLocalTime(), QLocale::ShortFormat) : time;
}

} // namespace

LogPage::LogPage(QString logPath, QWidget *parent)
    : QWidget(parent)
    , m_logPath(std::move(logPath))
    , m_list(new QTreeWidget(this))
    , m_stack(new QStackedWidget(this))
{
    m_list->setAccessibleName(tr("Log of this process"));
    m_list->setHeaderLabels({tr("Time"), tr("Level"), tr("What happened")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *empty = new EmptyPage(QStringLiteral("log"), this);
    empty->setTexts(tr("The log says nothing of this process"),
                    tr("Planning, trouble and the end of a process are written down here."));
    m_stack->addWidget(m_list);
    m_stack->addWidget(empty);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeControls());
    layout->addWidget(m_stack, 1);
    m_again.setInterval(ReadInterval);
    connect(&m_again, &QTimer::timeout, this, &LogPage::read);
}

QWidget *LogPage::makeControls()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_level = new QComboBox(row);
    for (const LevelRow &level : Levels)
        m_level->addItem(tr(level.title));
    m_level->setCurrentIndex(1);
    auto *label = new QLabel(tr("&Show:"), row);
    label->setBuddy(m_level);
    m_level->setAccessibleName(tr("Least important level shown"));
    m_filter = new QLineEdit(row);
    makeSearchField(m_filter, tr("Filter the log"));
    auto *copy = new QPushButton(themedIcon(QStringLiteral("copy")), tr("Copy for a bug report"), row);
    copy->setToolTip(tr("Copies what is shown, with paths taken out"));
    layout->addWidget(label);
    layout->addWidget(m_level);
    layout->addWidget(m_filter, 1);
    layout->addWidget(copy);
    connect(m_level, &QComboBox::currentIndexChanged, this, &LogPage::showEntries);
    connect(m_filter, &QLineEdit::textChanged, this, &LogPage::showEntries);
    connect(copy, &QPushButton::clicked, this, &LogPage::copyAll);
    return row;
}

void LogPage::setProcess(const std::optional<ProcessSnapshot> &process)
{
    const auto id = process ? std::optional(process->id) : std::nullopt;
    if (id == m_id)
        return;
    m_id = id;
    m_entries.clear();
    showEntries();
    if (isVisible())
        read();
}

void LogPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_again.start();
    read();
}

void LogPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_again.stop();
}

void LogPage::read()
{
    if (!m_id || m_reading)
        return;
    m_reading = true;
    const auto work = [path = m_logPath, id = *m_id] { return readProcessLog(path, id, MostEntries); };
    whenAnswered(QtConcurrent::run(work), this, [this, id = *m_id](std::vector<LogEntry> entries) {
        m_reading = false;
        const bool isSame = entries.size() == m_entries.size() &&
                            (entries.empty() || entries.back().time == m_entries.back().time);
        if (id != m_id || isSame)
            return;
        m_entries = std::move(entries);
        showEntries();
    });
}

void LogPage::showEntries()
{
    m_list->clear();
    const QString text = m_filter->text();
    QList<QTreeWidgetItem *> items;
    for (const LogEntry &entry : m_entries) {
        if (rankOf(entry.level) < m_level->currentIndex() || !entry.text.contains(text, Qt::CaseInsensitive))
            continue;
        auto *item = new QTreeWidgetItem({localTime(entry.time), entry.level, entry.text});
        //: a row read aloud: a time, a level such as "warning", and what happened
        item->setData(0, Qt::AccessibleTextRole,
                      tr("%1, %2: %3").arg(item->text(0), entry.level, entry.text));
        if (rankOf(entry.level) >= 2)
            item->setIcon(1, themedIcon(QStringLiteral("warning"), colorsOf(palette()).warning));
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    m_list->scrollToBottom();
    if (!items.isEmpty())
        m_list->setCurrentItem(items.last());
    m_stack->setCurrentIndex(m_entries.empty() ? 1 : 0);
}

void LogPage::copyAll() const
{
    QGuiApplication::clipboard()->setText(redactedLog(m_entries));
}

} // namespace Gemmary
