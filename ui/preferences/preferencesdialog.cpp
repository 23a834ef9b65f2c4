// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/preferencesdialog.h"

#include "preferences/automationpage.h"
#include "preferences/cardrow.h"
#include "preferences/preferenceactions.h"
#include "preferences/preferencefield.h"
#include "preferences/preferencepageview.h"
#include "preferences/summarypages.h"
#include "widgets/emptypage.h"
#include "widgets/format.h"
#include "widgets/searchfield.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace Gemmary {

PreferencesDialog::PreferencesDialog(PreferencesSource &source, SummarizerSource &summarizers,
                                     ConsentGate &gate, AutomationSource &automation, QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_automation(automation)
    , m_summaries(new SummaryPages(summarizers, gate, this))
    , m_notice(new NoticeBar(this))
{
    setWindowTitle(tr("Preferences"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter is for the fields
    auto *middle = new QHBoxLayout;
    middle->setSpacing(spacing(this, 4));
    middle->addWidget(makePageList());
    middle->addWidget(makeContent(), 1);
    auto *layout = new QVBoxLayout(this);
    const int edge = spacing(this, 3);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(spacing(this, 3));
    layout->addWidget(makeSearch());
    layout->addWidget(m_notice);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 140, fontMetrics().height() * 36);
    addPages();
    showCurrentPage();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_source, &PreferencesSource::changed, this, &PreferencesDialog::showRows);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search,
            [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    m_list->setFocus();
}

QWidget *PreferencesDialog::makeSearch()
{
    m_search = new QLineEdit(this);
    makeSearchField(m_search, tr("Search in all preferences"), Glass::Shown);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &PreferencesDialog::onSearched);
    return m_search;
}

QWidget *PreferencesDialog::makePageList()
{
    m_list = new QListWidget(this);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    const int size = spacing(this, 4.5);
    m_list->setIconSize({size, size});
    QPalette look = m_list->palette();
    look.setColor(QPalette::Base, Qt::transparent);
    m_list->setPalette(look);
    int widest = 0;
    for (const PreferencePageText &page : preferencePages()) {
        auto *item = new QListWidgetItem(themedIcon(QString::fromLatin1(page.icon)),
                                         preferenceText(page.title), m_list);
        item->setSizeHint({0, fontMetrics().height() * 2}); // the width is the list's
        widest = std::max(widest, fontMetrics().horizontalAdvance(item->text()));
    }
    m_list->setCurrentRow(0);
    m_list->setFixedWidth(widest + size + spacing(this, 7));
    connect(m_list, &QListWidget::currentRowChanged, this, &PreferencesDialog::onPageChosen);
    connect(m_list, &QListWidget::itemClicked, this,
            &PreferencesDialog::onPageChosen); // the same one, in a search
    return m_list;
}

QWidget *PreferencesDialog::makeContent()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(m_scroll);
    m_nothing = new EmptyPage(QStringLiteral("search"), content);
    connect(m_nothing->addButton(tr("Show all")), &QPushButton::clicked, this, [this] { m_search->clear(); });
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, spacing(this, 2), 0);
    layout->setSpacing(0);
    for (const PreferencePageText &page : preferencePages()) {
        m_pages.push_back(new PreferencePageView(page, content));
        layout->addWidget(m_pages.back());
    }
    layout->addWidget(m_nothing, 1);
    layout->addStretch();
    m_scroll->setWidget(content);
    return m_scroll;
}

void PreferencesDialog::addPages()
{
    for (const auto &[page, row] : m_summaries->makeRows(this))
        m_pages.at(static_cast<std::size_t>(page))->addRow(row);
    connect(m_summaries, &SummaryPages::failed, this, &PreferencesDialog::showFailure);
    const auto rows = m_source.rows();
    for (const PreferenceText &text : preferenceTexts()) {
        const auto row = std::ranges::find(rows, QString::fromLatin1(text.key), &PreferenceRow::key);
        if (row == rows.end())
            continue;
        PreferencePageView *page = m_pages.at(static_cast<std::size_t>(text.page));
        auto *field = new PreferenceField(text, *row, page);
        page->addRow(field);
        m_fields.push_back(field);
        m_summaries->follow(field);
        connect(field, &PreferenceField::chosen, this, &PreferencesDialog::onChosen);
    }
    auto *actions = new PreferenceActions(m_source, this);
    for (const auto &[page, row] : actions->makeRows(this))
        m_pages.at(static_cast<std::size_t>(page))->addRow(row);
    connect(actions, &PreferenceActions::said, m_notice, &NoticeBar::showNotice);
    connect(actions, &PreferenceActions::forgetRecentFoldersRequested, this,
            &PreferencesDialog::forgetRecentFoldersRequested);
    addAutomation();
}

void PreferencesDialog::addAutomation()
{
    auto *automation = new AutomationPage(m_automation, this);
    PreferencePageView *page = m_pages.at(static_cast<std::size_t>(PreferencePage::Automation));
    for (CardRow *row : automation->makeRows(this))
        page->addRow(row);
    connect(automation, &AutomationPage::failed, this, &PreferencesDialog::showFailure);
}

void PreferencesDialog::showPage(const QString &id)
{
    const auto pages = preferencePages();
    const auto page = std::ranges::find_if(
        pages, [&](const PreferencePageText &one) { return id == QLatin1StringView(one.id); });
    if (page == pages.end())
        return;
    m_search->clear();
    m_list->setCurrentRow(static_cast<int>(page - pages.begin()));
}

QString PreferencesDialog::page() const
{
    return QString::fromLatin1(preferencePages()[static_cast<std::size_t>(m_lastPage)].id);
}

void PreferencesDialog::search(const QString &words)
{
    m_search->setText(words);
}

// Escape leaves the search before it closes the dialog.
bool PreferencesDialog::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *press = static_cast<QKeyEvent *>(event);
    if (press->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    const bool enters = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
    return enters; // there is nothing to confirm
}

void PreferencesDialog::onSearched(const QString &words)
{
    if (words.simplified().isEmpty()) {
        showCurrentPage();
        return;
    }
    int found = 0;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const int onPage = m_pages.at(i)->filter(words.simplified());
        m_pages.at(i)->setVisible(onPage > 0);
        m_list->item(static_cast<int>(i))->setHidden(onPage == 0);
        found += onPage;
    }
    m_list->clearSelection(); // what is shown is of several pages; without a current one, focus would choose
                              // the first
    m_nothing->setTexts(tr("No preference is called %1").arg(isolated(words.simplified())),
                        tr("Try one word, such as “language” or “summary”."));
    m_nothing->setVisible(found == 0);
    m_scroll->verticalScrollBar()->setValue(0);
}

void PreferencesDialog::onPageChosen()
{
    m_lastPage = m_list->currentRow();
    if (m_search->text().isEmpty())
        showCurrentPage();
    else
        m_search->clear(); // shows it
}

void PreferencesDialog::showCurrentPage()
{
    for (int i = 0; i < m_list->count(); ++i) {
        m_list->item(i)->setHidden(false);
        PreferencePageView *page = m_pages.at(static_cast<std::size_t>(i));
        page->filter({});
        page->setVisible(i == m_lastPage);
    }
    if (page() == QLatin1StringView("summaries"))
        m_summaries->begin();
    m_nothing->hide();
    m_list->setCurrentRow(m_lastPage);
    m_list->item(m_lastPage)->setSelected(true);
    m_scroll->verticalScrollBar()->setValue(0);
}

void PreferencesDialog::onChosen(const QString &key, const QString &value)
{
    const auto done = m_source.set(key, value);
    if (!done)
        showFailure(done.error());
    showRows(); // in the form that was kept, or as before
}

void PreferencesDialog::showRows()
{
    const auto rows = m_source.rows();
    for (PreferenceField *field : m_fields) {
        const auto row = std::ranges::find(rows, field->key(), &PreferenceRow::key);
        if (row != rows.end())
            field->showRow(*row);
    }
}

void PreferencesDialog::showFailure(const Error &error)
{
    m_notice->showNotice({NoticeBar::Tone::Failure, error.message, {}, {}});
}

} // namespace Gemmary
