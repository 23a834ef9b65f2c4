// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/workspace.h"

#include "engine.h"
#include "mainwindow/layoutstore.h"
#include "widgets/answer.h"
#include "widgets/emptypage.h"
#include "widgets/format.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds CountsDelay{300};
constexpr std::chrono::milliseconds FilterDelay{150};

const QString PanesKey = QStringLiteral("panes");
const QString StackKey = QStringLiteral("stack");
const QString ColumnsKey = QStringLiteral("columns");
const QString TabKey = QStringLiteral("tab");

} // namespace

Workspace::Workspace(Engine &engine, const QString &logPath, LayoutStore &layout, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_engine(engine)
    , m_layout(layout)
    , m_listed(engine, ProcessModel::Content::Listed)
    , m_removed(engine, ProcessModel::Content::Removed)
    , m_sidebar(new Sidebar(this))
    , m_right(new QSplitter(Qt::Vertical, this))
    , m_lists(new QStackedWidget(m_right))
    , m_list(new ProcessList(m_listed, m_lists))
    , m_removedList(new ProcessList(m_removed, m_lists))
    , m_nothing(new EmptyPage(QStringLiteral("search"), m_lists))
    , m_details(new DetailsPanel(engine, logPath, m_right))
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_list, m_removedList, m_nothing})
        m_lists->addWidget(page);
    setUpList(m_list);
    setUpList(m_removedList);
    connect(m_nothing->addButton(tr("Clear filter")), &QPushButton::clicked, this, &Workspace::filterCleared);
    setChildrenCollapsible(false);
    m_right->setChildrenCollapsible(false);
    m_lists->setMinimumHeight(spacing(this, 24));
    connectParts();
    restoreLayout();
    m_listed.refresh();
}

Workspace::~Workspace()
{
    delete m_right; // the lists go before the models that they show
}

void Workspace::setUpList(ProcessList *list)
{
    connect(list, &ProcessList::currentProcessChanged, this, &Workspace::showCurrent);
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &Workspace::selectionChanged);
    connect(list, &QWidget::customContextMenuRequested, this, [this, list](const QPoint &point) {
        Q_EMIT menuRequested(list->viewport()->mapToGlobal(point));
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&list->filter(), signal, this, &Workspace::showEmptiness);
    connect(&list->filter(), &QAbstractItemModel::modelReset, this, &Workspace::showEmptiness);
}

void Workspace::connectParts()
{
    m_counts.setSingleShot(true);
    m_counts.setInterval(CountsDelay);
    connect(&m_counts, &QTimer::timeout, this, &Workspace::askForCounts);
    const auto countSoon = [this] {
        if (!m_counts.isActive())
            m_counts.start();
    };
    connect(&m_listed, &ProcessModel::processChanged, this, countSoon);
    connect(&m_listed, &QAbstractItemModel::rowsInserted, this, countSoon);
    connect(&m_listed, &QAbstractItemModel::rowsRemoved, this, countSoon);
    connect(&m_listed, &ProcessModel::loaded, this, countSoon);
    connect(&m_listed, &ProcessModel::processChanged, this, [this](const ProcessSnapshot &process) {
        m_details->processChanged(process);
        if (m_list->isSelected(process.id))
            Q_EMIT selectionChanged(); // what can be done with it may be another thing now
    });
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(FilterDelay);
    connect(&m_filterDelay, &QTimer::timeout, this, [this] {
        m_list->filter().setText(m_filter);
        m_removedList->filter().setText(m_filter);
        showEmptiness();
    });
    connect(m_sidebar, &Sidebar::categoryChanged, this, &Workspace::showCategory);
    connect(this, &QSplitter::splitterMoved, this, [this] { save(PanesKey, saveState()); });
    connect(m_right, &QSplitter::splitterMoved, this, [this] { save(StackKey, m_right->saveState()); });
    connect(m_list, &ProcessList::layoutChanged, this, [this] { save(ColumnsKey, m_list->saveLayout()); });
    connect(m_details, &DetailsPanel::tabChanged, this,
            [this] { save(TabKey, QByteArray::number(m_details->tab())); });
    connect(m_details, &DetailsPanel::layoutChanged, this,
            [this](const QString &page) { save(page, m_details->saveLayout(page)); });
}

void Workspace::restoreLayout()
{
    m_restoring = true;
    if (!restoreState(m_layout.layout(PanesKey)))
        setSizes({m_sidebar->sizeHint().width(), spacing(this, 200)});
    if (!m_right->restoreState(m_layout.layout(StackKey)))
        m_right->setSizes({spacing(this, 45), spacing(this, 110)});
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    m_list->restoreLayout(m_layout.layout(ColumnsKey));
    m_removedList->restoreLayout(m_layout.layout(ColumnsKey));
    for (const QString &page : DetailsPanel::layoutPages())
        m_details->restoreLayout(page, m_layout.layout(page));
    m_details->showTab(static_cast<DetailsPanel::Tab>(m_layout.layout(TabKey).toInt()));
    m_restoring = false;
}

void Workspace::resetLayout()
{
    m_layout.reset();
    restoreLayout();
}

void Workspace::save(const QString &key, const QByteArray &layout)
{
    if (!m_restoring)
        m_layout.setLayout(key, layout);
}

ProcessList &Workspace::list()
{
    return showsRemoved() ? *m_removedList : *m_list;
}

bool Workspace::showsRemoved() const
{
    return m_sidebar->category() == ProcessCategory::Removed;
}

void Workspace::setFilter(const QString &text)
{
    m_filter = text;
    m_filterDelay.start();
}

void Workspace::addListAction(QAction *action)
{
    m_list->addAction(action);
    m_removedList->addAction(action);
}

void Workspace::askForCounts()
{
    whenAnswered(m_engine.counts(), this, [this](const Result<ProcessCounts> &counts) {
        if (!counts)
            return;
        const std::pair<ProcessCategory, qint64> rows[] = {
            {ProcessCategory::All, counts->all},           {ProcessCategory::Running, counts->running},
            {ProcessCategory::Waiting, counts->waiting},   {ProcessCategory::Paused, counts->paused},
            {ProcessCategory::Problems, counts->problems}, {ProcessCategory::Finished, counts->finished},
            {ProcessCategory::Stopped, counts->stopped},   {ProcessCategory::Removed, counts->removed},
        };
        for (const auto &[category, count] : rows)
            m_sidebar->setCount(category, count);
        Q_EMIT countsChanged(counts->all + counts->removed, counts->running, counts->problems);
    });
}

void Workspace::select(const ProcessId &id)
{
    if (m_sidebar->category() != ProcessCategory::All)
        m_sidebar->setCategory(ProcessCategory::All);
    m_list->select(id);
    m_listed.refresh();
}

void Workspace::focusPane(int step)
{
    const std::vector<QWidget *> panes{m_sidebar, &list(), m_details};
    const QWidget *focused = QApplication::focusWidget();
    int current = 0;
    for (std::size_t pane = 0; pane < panes.size(); ++pane) {
        if (focused && (panes[pane] == focused || panes[pane]->isAncestorOf(focused)))
            current = static_cast<int>(pane);
    }
    const int count = static_cast<int>(panes.size());
    const int next = (current + step + count) % count;
    if (panes[static_cast<std::size_t>(next)] == m_details)
        m_details->showTab(m_details->tab());
    else
        panes[static_cast<std::size_t>(next)]->setFocus(Qt::ShortcutFocusReason);
}

void Workspace::showCategory(ProcessCategory category)
{
    if (category == ProcessCategory::Removed)
        m_removed.refresh();
    else
        m_list->filter().setCategory(category);
    showEmptiness();
    showCurrent();
}

void Workspace::showCurrent()
{
    m_details->setProcess(list().current());
    Q_EMIT selectionChanged();
}

void Workspace::showEmptiness()
{
    const bool isEmpty = list().filter().rowCount() == 0;
    if (isEmpty) {
        if (m_filter.trimmed().isEmpty())
            m_nothing->setTexts(tr("Nothing here"), tr("No process is in this category."));
        else
            m_nothing->setTexts(tr("No process matches “%1”").arg(isolated(m_filter.trimmed())), {});
    }
    m_nothing->findChild<QPushButton *>()->setVisible(!m_filter.trimmed().isEmpty());
    m_lists->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_nothing) : &list());
}

} // namespace Gemmary
