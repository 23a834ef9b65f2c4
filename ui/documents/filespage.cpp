// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/filespage.h"

#include "documents/documentactions.h"
#include "documents/documentcard.h"
#include "documents/documentfeed.h"
#include "documents/documentlist.h"
#include "documents/documentmodel.h"
#include "documents/filterchips.h"
#include "widgets/emptypage.h"
#include "widgets/focuspass.h"
#include "widgets/format.h"
#include "widgets/noticebar.h"
#include "widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Gemmary {

FilesPage::FilesPage(Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_model(new DocumentModel(this))
    , m_feed(new DocumentFeed(engine, this))
    , m_actions(new DocumentActions(this))
    , m_chips(new FilterChips(this))
    , m_notice(new NoticeBar(this))
    , m_list(new DocumentList(*m_model, this))
    , m_stack(new QStackedWidget(this))
    , m_found(new QLabel(this))
    , m_card(new DocumentCard(*m_actions, this))
{
    m_notice->hide();
    m_found->setTextFormat(Qt::PlainText);
    addPages();
    auto *top = new QHBoxLayout;
    const int margin = spacing(this, 2);
    top->setContentsMargins(margin, margin, margin, 0);
    top->setSpacing(margin);
    top->addWidget(m_chips, 1);
    top->addWidget(m_found);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(margin);
    layout->addLayout(top);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_card);
    new FocusPass(this, [this] { return m_list; });
    connectParts();
    connectActions();
    showPage();
}

FilesPage::~FilesPage() = default;

void FilesPage::addPages()
{
    m_stack->addWidget(m_list);
    auto *nothingFits = new EmptyPage(QStringLiteral("search"), this);
    nothingFits->setTexts(tr("No document fits the filter"), {});
    connect(nothingFits->addButton(tr("Clear filter")), &QPushButton::clicked, m_chips, [this] {
        m_chips->clear();
        m_list->setFocus();
    });
    m_stack->addWidget(nothingFits);
    m_nothingThere = new EmptyPage(QStringLiteral("document"), this);
    m_stack->addWidget(m_nothingThere);
    m_trouble = new EmptyPage(QStringLiteral("warning"), this);
    connect(m_trouble->addButton(tr("Try again")), &QPushButton::clicked, this,
            [this] { setProcess(m_process); });
    m_stack->addWidget(m_trouble);
}

void FilesPage::connectParts()
{
    connect(m_feed, &DocumentFeed::pageRead, m_model, &DocumentModel::setPage);
    connect(m_feed, &DocumentFeed::completed, this, &FilesPage::showPage);
    connect(m_feed, &DocumentFeed::failed, this, &FilesPage::showError);
    connect(m_model, &DocumentModel::countsChanged, this, [this] {
        m_chips->setCounts(m_model->counts());
        showPage();
    });
    connect(m_model, &DocumentModel::arranged, this, &FilesPage::showPage);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FilesPage::showCurrent);
    connect(m_chips, &FilterChips::filterChanged, this, &FilesPage::applyFilter);
    connect(m_list, &DocumentList::currentDocumentChanged, this, &FilesPage::showCurrent);
    connect(m_list, &DocumentList::layoutChanged, this, &FilesPage::layoutChanged);
    connect(m_list, &QAbstractItemView::activated, m_actions->action(DocumentActions::Read),
            &QAction::trigger);
    connect(m_list, &QWidget::customContextMenuRequested, this, &FilesPage::showMenu);
}

void FilesPage::connectActions()
{
    connect(m_actions, &DocumentActions::readRequested, this, &FilesPage::documentActivated);
    connect(m_actions, &DocumentActions::retryRequested, this, &FilesPage::retryRequested);
    connect(m_actions, &DocumentActions::originalRequested, this, &FilesPage::showOriginal);
    connect(m_actions, &DocumentActions::copyRowsRequested, this,
            [this] { QGuiApplication::clipboard()->setText(m_list->selectionAsText()); });
    connect(m_actions, &DocumentActions::openFailed, this, [this](const QString &path) {
        m_notice->showNotice(
            {NoticeBar::Tone::Warning,
             tr("No program opened %1. It may be gone, or its type has no program.").arg(isolated(path)),
             {},
             std::chrono::seconds(10)});
    });
    QAction *copyRows = m_actions->action(DocumentActions::CopyRows);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(copyRows);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_chips, &FilterChips::focusText);
}

void FilesPage::setProcess(const std::optional<ProcessSnapshot> &process)
{
    const bool isOther = !process || !m_process || process->id != m_process->id;
    m_process = process;
    m_error.reset();
    m_notice->hide();
    m_model->clear();
    if (isOther)
        m_chips->clear();
    m_feed->follow(process);
    showCurrent();
    showFigures();
    showPage();
}

void FilesPage::processChanged(const ProcessSnapshot &process)
{
    if (!m_process || process.id != m_process->id)
        return;
    m_process = process;
    m_actions->setRetryable(isSettled(process.state));
    m_card->showDocument();
    m_feed->processChanged(process);
    showFigures();
}

void FilesPage::showWordRange(qint64 from, qint64 to)
{
    m_chips->clear();
    m_chips->setWordRange(WordRange{from, to});
}

void FilesPage::showProblems()
{
    m_chips->clear();
    m_chips->setKind(DocumentKind::Problems);
}

QByteArray FilesPage::saveLayout() const
{
    return m_list->saveLayout();
}

void FilesPage::restoreLayout(const QByteArray &layout)
{
    m_list->restoreLayout(layout);
}

void FilesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed->setWatched(true);
}

void FilesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed->setWatched(false);
}

void FilesPage::applyFilter()
{
    m_model->setFilter(m_chips->filter());
    if (m_list->currentIndex().isValid())
        m_list->scrollTo(m_list->currentIndex());
    showPage();
}

void FilesPage::showCurrent()
{
    const DocumentLine *line = m_list->current();
    m_actions->setRetryable(m_process && isSettled(m_process->state));
    m_actions->setDocument(line ? std::optional(*line) : std::nullopt);
    m_card->showDocument();
}

void FilesPage::showOriginal(const QString &name)
{
    const DocumentLine *original = m_model->findNamed(name);
    if (!original)
        return;
    const qint64 number = original->number;
    if (m_model->rowOf(number) < 0)
        m_chips->clear();
    if (!m_model->isArranging()) {
        m_list->select(number);
        return;
    }
    connect(
        m_model, &DocumentModel::arranged, m_list, [this, number] { m_list->select(number); },
        Qt::SingleShotConnection);
}

void FilesPage::showMenu(const QPoint &point)
{
    if (!m_actions->document())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int which = 0; which < DocumentActions::ActionCount; ++which) {
        if (which == DocumentActions::OpenFile || which == DocumentActions::CopyRows)
            menu->addSeparator();
        menu->addAction(m_actions->action(static_cast<DocumentActions::Action>(which)));
    }
    menu->popup(m_list->viewport()->mapToGlobal(point));
}

void FilesPage::showFigures()
{
    const bool isScanning = m_process && !m_process->planned && !isSettled(m_process->state);
    m_found->setVisible(isScanning);
    if (isScanning)
        m_found->setText(tr("%Ln found so far", nullptr, static_cast<int>(m_process->documents.found())));
}

void FilesPage::showPage()
{
    Shown shown = List;
    if (m_error)
        shown = Trouble;
    else if (m_model->counts().front() == 0 && (!m_process || m_feed->isComplete()))
        shown = NothingThere;
    else if (m_model->rowCount() == 0 && m_model->counts().front() > 0 && !m_model->isArranging())
        shown = NothingFits;
    const bool isScanning = m_process && !m_process->planned && !isSettled(m_process->state);
    m_nothingThere->setTexts(isScanning ? tr("Looking for documents…") : tr("No documents"),
                             isScanning ? QString() : tr("Nothing was found where this process looked."));
    m_stack->setCurrentIndex(shown);
}

void FilesPage::showError(const Error &error)
{
    m_error = error;
    m_model->clear();
    const bool isGone = error.kind == ErrorKind::NotFound;
    m_trouble->setTexts(isGone ? tr("This process is no longer there") : tr("The documents cannot be listed"),
                        isGone ? tr("It may have been removed by another window or program.")
                               : error.message);
    showPage();
}

std::optional<qint64> FilesPage::neighbourOf(qint64 number, int step) const
{
    const int start = m_model->rowOf(number);
    if (start < 0)
        return std::nullopt;
    for (int row = start + step; row >= 0 && row < m_model->rowCount(); row += step) {
        if (isCounted(m_model->line(row).state))
            return m_model->line(row).number;
    }
    return std::nullopt;
}

} // namespace Gemmary
