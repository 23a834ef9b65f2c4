// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/detailspanel.h"

#include "details/logpage.h"
#include "details/overviewpage.h"
#include "documents/filespage.h"
#include "documents/readerwindow.h"
#include "summaries/summarypage.h"
#include "widgets/elidedlabel.h"
#include "widgets/format.h"
#include "widgets/noticebar.h"
#include "widgets/theme.h"
#include "words/wordspage.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace Gemmary {

namespace {

const QString FilesLayout = QStringLiteral("files");
const QString WordsLayout = QStringLiteral("words");

} // namespace

DetailsPanel::DetailsPanel(Engine &engine, const QString &logPath, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_notice(new NoticeBar(this))
    , m_title(new ElidedLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_overview(new OverviewPage(engine, m_tabs))
    , m_files(new FilesPage(engine, m_tabs))
    , m_words(new WordsPage(engine, m_tabs))
    , m_summary(new SummaryPage(engine, m_tabs))
    , m_log(new LogPage(logPath, m_tabs))
{
    setFontScale(m_title, 1.05, true);
    m_title->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_tabs->setDocumentMode(true);
    const int edge = spacing(this, 2);
    m_title->setContentsMargins(edge, 0, edge, 0);
    m_tabs->setCornerWidget(m_title, Qt::TopRightCorner);
    addPages();
    connectPages();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_tabs);
}

void DetailsPanel::addPages()
{
    const auto add = [this](QWidget *page, const char *icon, const QString &title) {
        page->setAccessibleName(title);
        m_tabs->addTab(page, themedIcon(QString::fromLatin1(icon)), title);
    };
    add(m_overview, "overview", tr("Overview"));
    add(m_files, "document", tr("Files"));
    add(m_words, "words", tr("Words"));
    add(m_summary, "summary", tr("Summary"));
    add(m_log, "log", tr("Log"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_tabs, m_tabs->tabBar()})
        part->setAccessibleName(tr("Details of the process"));
}

void DetailsPanel::connectPages()
{
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailsPanel::tabChanged);
    connect(m_overview, &OverviewPage::problemsRequested, this, &DetailsPanel::showProblems);
    connect(m_overview, &OverviewPage::wordRangeRequested, this, [this](qint64 from, qint64 to) {
        m_files->showWordRange(from, to);
        showTab(Files);
    });
    connect(m_overview, &OverviewPage::wordRequested, this, [this](const QString &word) {
        m_words->showWord(word);
        showTab(Words);
    });
    connect(m_files, &FilesPage::documentActivated, this, &DetailsPanel::openReader);
    connect(m_files, &FilesPage::retryRequested, this, &DetailsPanel::retryRequested);
    connect(m_files, &FilesPage::layoutChanged, this, [this] { Q_EMIT layoutChanged(FilesLayout); });
    connect(m_words, &WordsPage::layoutChanged, this, [this] { Q_EMIT layoutChanged(WordsLayout); });
    connect(m_words, &WordsPage::documentActivated, this, &DetailsPanel::openReader);
    connect(m_summary, &SummaryPage::documentActivated, this, &DetailsPanel::openReader);
}

void DetailsPanel::setProcess(const std::optional<ProcessSnapshot> &process)
{
    m_process = process;
    m_title->setFullText(process ? process->name : QString());
    m_overview->setProcess(process);
    m_files->setProcess(process);
    m_words->setProcess(process);
    m_summary->setProcess(process);
    m_log->setProcess(process);
    if (process)
        processChanged(*process);
}

void DetailsPanel::processChanged(const ProcessSnapshot &process)
{
    if (!m_process || process.id != m_process->id)
        return;
    m_process = process;
    m_title->setFullText(process.name);
    m_tabs->setTabText(Files, tr("Files %1").arg(formatCount(process.documents.found())));
    m_overview->processChanged(process);
    m_files->processChanged(process);
    m_words->processChanged(process);
    m_summary->processChanged(process);
}

void DetailsPanel::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
    QWidget *page = m_tabs->currentWidget();
    page->setFocus(Qt::ShortcutFocusReason);
    const QWidget *focused = window()->focusWidget();
    if (!focused || focused->focusPolicy() == Qt::NoFocus ||
        !page->isAncestorOf(focused)) // nothing there takes keys
        m_tabs->tabBar()->setFocus(Qt::ShortcutFocusReason);
}

DetailsPanel::Tab DetailsPanel::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void DetailsPanel::showProblems()
{
    m_files->showProblems();
    showTab(Files);
}

QStringList DetailsPanel::layoutPages()
{
    return {FilesLayout, WordsLayout};
}

QByteArray DetailsPanel::saveLayout(const QString &page) const
{
    return page == FilesLayout ? m_files->saveLayout() : m_words->saveLayout();
}

void DetailsPanel::restoreLayout(const QString &page, const QByteArray &layout)
{
    if (page == FilesLayout)
        m_files->restoreLayout(layout);
    else
        m_words->restoreLayout(layout);
}

void DetailsPanel::openReader(qint64 number)
{
    if (!m_process)
        return;
    auto *reader = new ReaderWindow(m_engine, m_process->id, number, this);
    reader->setAttribute(Qt::WA_DeleteOnClose);
    connect(reader, &ReaderWindow::neighbourRequested, m_files, [this, reader](int step) {
        if (const auto neighbour = m_files->neighbourOf(reader->number(), step))
            reader->showDocument(*neighbour);
    });
    reader->show();
}

} // namespace Gemmary
