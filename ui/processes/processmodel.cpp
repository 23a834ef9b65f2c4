// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes/processmodel.h"

#include "engine.h"
#include "widgets/answer.h"
#include "widgets/processtexts.h"

#include <algorithm>
#include <utility>

namespace Gemmary {

namespace {

constexpr int PageRows = 500;
constexpr int NewestRows = 100;         // looked at again and again
constexpr std::size_t MostWatched = 64; // the rest is seen when it is read again
constexpr std::chrono::milliseconds TellInterval{200};
constexpr std::chrono::milliseconds LookInterval{2000};

} // namespace

ProcessModel::ProcessModel(Engine &engine, Content content, QObject *parent)
    : QAbstractTableModel(parent)
    , m_engine(engine)
    , m_content(content)
{
    m_clock.start();
    m_tell.setSingleShot(true);
    m_tell.setInterval(TellInterval);
    connect(&m_tell, &QTimer::timeout, this, &ProcessModel::tellChanges);
    m_lookAgain.setInterval(LookInterval);
    connect(&m_lookAgain, &QTimer::timeout, this, [this] { read(false); });
    if (m_content == Content::Listed) {
        connect(&m_engine, &Engine::processChanged, this, &ProcessModel::apply);
        connect(&m_engine, &Engine::putOff, this,
                [this](const Error &error, const ProcessId &id) { setWaiting(id, error.message); });
        m_lookAgain.start();
    }
}

ProcessModel::~ProcessModel()
{
    for (const ProcessId &id : m_watched)
        m_engine.unwatch(id);
}

void ProcessModel::refresh()
{
    read(true);
}

const ProcessSnapshot &ProcessModel::process(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].process;
}

const ProcessSnapshot *ProcessModel::find(const ProcessId &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &process(row);
}

int ProcessModel::rowOf(const ProcessId &id) const
{
    const auto found = m_rowOf.find(id);
    return found == m_rowOf.end() ? -1 : found->second;
}

QString ProcessModel::waiting(const ProcessId &id) const
{
    const int row = rowOf(id);
    return row < 0 ? QString() : m_rows[static_cast<std::size_t>(row)].waiting;
}

const ProcessRow *ProcessModel::someWaiting() const
{
    for (const ProcessId &id : m_watched) {
        const int row = rowOf(id);
        if (row >= 0 && !m_rows[static_cast<std::size_t>(row)].waiting.isEmpty())
            return &m_rows[static_cast<std::size_t>(row)];
    }
    return nullptr;
}

void ProcessModel::setWaiting(const ProcessId &id, const QString &sentence)
{
    const int index = rowOf(id);
    if (index < 0)
        return;
    ProcessRow &row = m_rows[static_cast<std::size_t>(index)];
    if (std::exchange(row.waiting, sentence) == sentence)
        return;
    m_changed.insert(index);
    if (!m_tell.isActive())
        m_tell.start();
    Q_EMIT waitingChanged(id);
}

double ProcessModel::documentsASecond() const
{
    double rate = 0;
    for (const ProcessId &id : m_watched) {
        if (const int row = rowOf(id); row >= 0)
            rate += meter(row).documentsASecond();
    }
    return rate;
}

const ProgressMeter &ProcessModel::meter(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].meter;
}

const QCollatorSortKey &ProcessModel::nameKey(int row) const
{
    const ProcessRow &named = m_rows[static_cast<std::size_t>(row)];
    if (!named.nameKey)
        named.nameKey = m_collator.sortKey(named.process.name);
    return *named.nameKey;
}

int ProcessModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProcessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(processColumns().size());
}

QVariant ProcessModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ProcessRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const ProcessColumn &column = processColumns()[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return column.text(row);
    case Qt::EditRole:
        return row.process.name;
    case Qt::ToolTipRole:
        if (!row.waiting.isEmpty())
            return row.waiting;
        return row.process.error.isEmpty() ? column.text(row) : row.process.error;
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? rowSentence(row.process) : column.text(row);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column.isNumber ? Qt::AlignTrailing : Qt::AlignLeading) |
                                   Qt::AlignVCenter);
    case ValueRole:
        return column.value(row);
    case ShareRole:
        return shareDone(row.process);
    case StateRole:
        return static_cast<int>(shownState(row.process));
    default:
        return {};
    }
}

QVariant ProcessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const ProcessColumn &column = processColumns()[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(column);
    case Qt::ToolTipRole:
        return helpOf(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column.isNumber ? Qt::AlignTrailing : Qt::AlignLeading) |
                                   Qt::AlignVCenter);
    default:
        return {};
    }
}

bool ProcessModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || name.isEmpty() || name == process(index.row()).name)
        return false;
    Q_EMIT renameRequested(process(index.row()).id, name);
    return true;
}

Qt::ItemFlags ProcessModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (index.column() == NameColumn && m_content == Content::Listed)
        flags |= Qt::ItemIsEditable;
    return flags;
}

void ProcessModel::read(bool whole)
{
    if (m_reading.active) {
        m_reading.again = m_reading.again || whole; // what is on its way may be older than what is asked for
        return;
    }
    m_reading = {true, whole, false, {}};
    readPage(0);
}

void ProcessModel::readPage(int offset)
{
    ProcessFilter filter;
    filter.removed = m_content == Content::Removed;
    filter.limit = m_reading.whole && offset > 0 ? PageRows : NewestRows; // the first rows come soon
    filter.offset = offset;
    whenAnswered(m_engine.list(filter), this,
                 [this, offset](const Result<std::vector<ProcessSnapshot>> &page) {
                     if (page) {
                         onPage(*page, offset);
                         return;
                     }
                     m_reading.active = false;
                     Q_EMIT failed(page.error());
                 });
}

void ProcessModel::onPage(const std::vector<ProcessSnapshot> &page, int offset)
{
    std::vector<ProcessSnapshot> added;
    for (const ProcessSnapshot &process : page) {
        m_reading.seen.insert(process.id);
        if (rowOf(process.id) < 0)
            added.push_back(process);
        else
            apply(process);
    }
    append(added);
    const auto size = static_cast<qsizetype>(page.size());
    if (m_reading.whole && size >= NewestRows)
        readPage(offset + static_cast<int>(size));
    else
        finishReading(size);
}

void ProcessModel::finishReading(qsizetype lastPage)
{
    m_reading.active = false;
    if (m_reading.whole || lastPage < NewestRows) // everything there is was seen
        dropUnseen();
    if (!std::exchange(m_loaded, true))
        Q_EMIT loaded();
    if (m_reading.again)
        read(true);
}

// Rows that go and lie apart are moved to the end first: views then hear of one removal, not of thousands.
void ProcessModel::dropUnseen()
{
    const auto isSeen = [this](const ProcessRow &row) { return isInReading(row); };
    auto first = std::find_if_not(m_rows.begin(), m_rows.end(), isSeen);
    if (first == m_rows.end())
        return;
    tellChanges(); // rows will move
    auto end = std::find_if(first, m_rows.end(), isSeen);
    if (!std::all_of(end, m_rows.end(), isSeen)) {
        first = moveUnseenToEnd();
        end = m_rows.end();
    }
    const auto at = static_cast<int>(first - m_rows.begin());
    beginRemoveRows({}, at, static_cast<int>(end - m_rows.begin()) - 1);
    for (auto gone = first; gone != end; ++gone) {
        if (m_watched.erase(gone->process.id) > 0)
            m_engine.unwatch(gone->process.id);
        m_rowOf.erase(gone->process.id);
    }
    m_rows.erase(first, end);
    indexRows(at);
    endRemoveRows();
}

std::vector<ProcessRow>::iterator ProcessModel::moveUnseenToEnd()
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList from = persistentIndexList();
    std::vector<ProcessId> ids;
    for (const QModelIndex &old : from)
        ids.push_back(process(old.row()).id);
    const auto first = std::stable_partition(m_rows.begin(), m_rows.end(),
                                             [this](const ProcessRow &row) { return isInReading(row); });
    indexRows(0);
    QModelIndexList to;
    for (qsizetype i = 0; i < from.size(); ++i)
        to.append(index(rowOf(ids[static_cast<std::size_t>(i)]), from[i].column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged();
    return first;
}

bool ProcessModel::isInReading(const ProcessRow &row) const
{
    return m_reading.seen.contains(row.process.id);
}

void ProcessModel::indexRows(int first)
{
    for (int row = first; row < rowCount(); ++row)
        m_rowOf[process(row).id] = row;
}

void ProcessModel::append(const std::vector<ProcessSnapshot> &processes)
{
    if (processes.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(processes.size()) - 1);
    for (const ProcessSnapshot &process : processes) {
        m_rowOf[process.id] = rowCount();
        m_rows.push_back({process, {}});
    }
    endInsertRows();
    for (const ProcessSnapshot &process : processes)
        followOpen(process);
}

void ProcessModel::apply(const ProcessSnapshot &process)
{
    const int index = rowOf(process.id);
    if (index < 0)
        return;
    ProcessRow &row = m_rows[static_cast<std::size_t>(index)];
    row.meter.add(std::chrono::milliseconds(m_clock.elapsed()), process);
    const bool isNews = process.version != row.process.version || process.state != row.process.state ||
                        process.paused != row.process.paused || process.name != row.process.name;
    const bool wasOpen = !isSettled(row.process.state);
    if (!isNews)
        return;
    if (process.name != row.process.name)
        row.nameKey.reset();
    const bool goesOn = process.summarise.documentsDone != row.process.summarise.documentsDone ||
                        process.paused || isSettled(process.state);
    row.process = process;
    if (goesOn)
        setWaiting(process.id, {});
    m_changed.insert(index);
    if (!m_tell.isActive())
        m_tell.start();
    followOpen(process);
    Q_EMIT processChanged(process);
    if (wasOpen && isSettled(process.state))
        Q_EMIT processSettled(process);
}

void ProcessModel::followOpen(const ProcessSnapshot &process)
{
    if (m_content == Content::Removed)
        return;
    if (isSettled(process.state)) {
        if (m_watched.erase(process.id) > 0)
            m_engine.unwatch(process.id);
    } else if (m_watched.size() < MostWatched && m_watched.insert(process.id).second) {
        m_engine.watch(process.id);
    }
}

void ProcessModel::tellChanges()
{
    const int lastColumn = columnCount() - 1;
    for (const int row : std::exchange(m_changed, {})) {
        if (row < rowCount())
            Q_EMIT dataChanged(index(row, 0), index(row, lastColumn));
    }
}

} // namespace Gemmary
