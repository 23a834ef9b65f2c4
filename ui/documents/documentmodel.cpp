// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/documentmodel.h"

#include "documents/documentcolumns.h"
#include "widgets/answer.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <numeric>

namespace Gemmary {

namespace {

constexpr std::size_t MostAtOnce = 50'000;                // documents arranged in the GUI thread
constexpr std::chrono::milliseconds ArrangeInterval{500}; // while documents come and change
constexpr std::size_t MostChanges = 32; // ranges told one by one; above, one range around them costs less

} // namespace

DocumentModel::DocumentModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_pool.setMaxThreadCount(1);
    m_again.setSingleShot(true);
    m_again.setInterval(ArrangeInterval);
    connect(&m_again, &QTimer::timeout, this, &DocumentModel::arrange);
}

DocumentModel::~DocumentModel()
{
    ++*m_newest;
    m_pool.waitForDone();
}

void DocumentModel::clear()
{
    ++*m_newest;
    m_arranging = false;
    m_again.stop();
    show({});
    m_pages.clear();
    m_starts.clear();
    m_rowOf.clear();
    recount();
}

void DocumentModel::setPage(std::size_t place, const std::shared_ptr<const DocumentPage> &page,
                            const std::vector<int> &changed)
{
    const std::size_t before = size();
    if (place == m_pages.size()) {
        m_pages.push_back(page);
        m_starts.push_back(before);
    } else {
        m_pages[place] = page;
    }
    if (size() > before)
        append(before, size());
    if (!changed.empty())
        tellChanged(m_starts[place], changed);
    const bool isArranged = m_arrangement.column == FoundOrder && m_arrangement.filter.isEmpty();
    if (!isArranged && (size() > before || !changed.empty()) && !m_again.isActive())
        m_again.start();
    recount();
}

void DocumentModel::setFilter(const RowFilter &filter)
{
    if (filter == m_arrangement.filter)
        return;
    m_arrangement.filter = filter;
    arrange();
}

void DocumentModel::sort(int column, Qt::SortOrder order)
{
    m_arrangement.column = column;
    m_arrangement.order = order;
    arrange();
}

const DocumentLine &DocumentModel::line(int row) const
{
    return lineAt(m_rows[static_cast<std::size_t>(row)]);
}

int DocumentModel::rowOf(qint64 number) const
{
    const auto place = placeOf(number);
    return place ? m_rowOf[*place] : -1;
}

const DocumentLine *DocumentModel::find(qint64 number) const
{
    const auto place = placeOf(number);
    return place ? &lineAt(*place) : nullptr;
}

const DocumentLine *DocumentModel::findNamed(const QString &name) const
{
    for (const auto &page : m_pages) {
        for (const DocumentLine &line : page->lines()) {
            if (line.name == name)
                return &line;
        }
    }
    return nullptr;
}

int DocumentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DocumentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(documentColumns().size());
}

QVariant DocumentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DocumentLine &shown = line(index.row());
    const DocumentColumn &column = documentColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column.text(shown);
    case Qt::ToolTipRole: {
        QString tip = index.column() == DocumentNameColumn ? shown.name : column.text(shown);
        return tip.toHtmlEscaped();
    }
    case Qt::AccessibleTextRole:
        return index.column() == DocumentNameColumn ? rowSentence(shown) : column.text(shown);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column.isNumber ? Qt::AlignTrailing : Qt::AlignLeading) |
                                   Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant DocumentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const DocumentColumn &column = documentColumn(section);
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

Qt::ItemFlags DocumentModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

std::size_t DocumentModel::size() const
{
    return m_pages.empty() ? 0 : m_starts.back() + m_pages.back()->lines().size();
}

const DocumentLine &DocumentModel::lineAt(std::size_t place) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), place);
    const auto page = static_cast<std::size_t>(after - m_starts.begin()) - 1;
    return m_pages[page]->lines()[place - m_starts[page]];
}

std::optional<std::size_t> DocumentModel::placeOf(qint64 number) const
{
    const auto isBefore = [](const auto &item, qint64 wanted) {
        if constexpr (std::is_same_v<std::decay_t<decltype(item)>, DocumentLine>)
            return item.number < wanted;
        else
            return item->lines().empty() || item->lines().back().number < wanted;
    };
    const auto page = std::lower_bound(m_pages.begin(), m_pages.end(), number, isBefore);
    if (page == m_pages.end())
        return std::nullopt;
    const auto &lines = (*page)->lines();
    const auto found = std::lower_bound(lines.begin(), lines.end(), number, isBefore);
    if (found == lines.end() || found->number != number)
        return std::nullopt;
    return m_starts[static_cast<std::size_t>(page - m_pages.begin())] +
           static_cast<std::size_t>(found - lines.begin());
}

void DocumentModel::recount()
{
    KindCounts counts{};
    for (const auto &page : m_pages) {
        for (std::size_t kind = 0; kind < DocumentKindCount; ++kind)
            counts.at(kind) += page->counts().at(kind);
    }
    if (counts == m_counts)
        return;
    m_counts = counts;
    Q_EMIT countsChanged();
}

void DocumentModel::append(std::size_t first, std::size_t end)
{
    const RowMatcher matcher(m_arrangement.filter);
    std::vector<quint32> added;
    for (std::size_t place = first; place < end; ++place) {
        if (matcher.matches(lineAt(place)))
            added.push_back(static_cast<quint32>(place));
    }
    m_rowOf.resize(end, -1);
    if (added.empty())
        return;
    const int rows = rowCount();
    beginInsertRows({}, rows, rows + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), added.begin(), added.end());
    indexRows();
    endInsertRows();
}

void DocumentModel::tellChanged(std::size_t first, const std::vector<int> &changed)
{
    std::vector<int> rows;
    for (const int lineNumber : changed) {
        if (const int row = m_rowOf[first + static_cast<std::size_t>(lineNumber)]; row >= 0)
            rows.push_back(row);
    }
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    std::vector<std::pair<int, int>> ranges;
    for (const int row : rows) {
        if (!ranges.empty() && ranges.back().second + 1 == row)
            ranges.back().second = row;
        else
            ranges.emplace_back(row, row);
    }
    if (ranges.size() > MostChanges)
        ranges = {{rows.front(), rows.back()}};
    for (const auto &[top, bottom] : ranges)
        Q_EMIT dataChanged(index(top, 0), index(bottom, columnCount() - 1));
}

void DocumentModel::arrange()
{
    m_again.stop();
    if (size() > MostAtOnce) {
        arrangeAside();
        return;
    }
    ++*m_newest;
    m_arranging = false;
    take(Gemmary::arranged(m_pages, m_arrangement, [] { return false; }), size());
}

void DocumentModel::arrangeAside()
{
    const quint64 mine = ++*m_newest;
    m_arranging = true;
    const auto work = [pages = m_pages, arrangement = m_arrangement, newest = m_newest, mine] {
        return Gemmary::arranged(pages, arrangement, [&] { return *newest != mine; });
    };
    whenAnswered(QtConcurrent::run(&m_pool, work), this,
                 [this, mine, known = size()](const std::vector<quint32> &rows) {
                     if (*m_newest != mine)
                         return;
                     m_arranging = false;
                     take(rows, known);
                 });
}

// What came while another thread arranged stays at the end until the next time.
void DocumentModel::take(std::vector<quint32> rows, std::size_t known)
{
    if (known < size()) {
        std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rows),
                     [known](quint32 place) { return place >= known; });
        m_again.start();
    }
    show(rows);
    Q_EMIT arranged();
}

// In three steps that views understand: rows that go are moved to the end and removed, rows that come are
// appended, and all are moved to where they belong.
void DocumentModel::show(const std::vector<quint32> &rows)
{
    std::vector<bool> wanted(size());
    std::vector<quint32> kept;
    std::vector<quint32> added;
    for (const quint32 place : rows) {
        wanted[place] = true;
        (m_rowOf[place] >= 0 ? kept : added).push_back(place);
    }
    const auto keptCount = static_cast<int>(kept.size());
    if (const int before = rowCount(); keptCount < before) {
        std::vector<quint32> order = std::move(kept);
        std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(order),
                     [&wanted](quint32 place) { return !wanted[place]; });
        reorder(std::move(order));
        beginRemoveRows({}, keptCount, before - 1);
        for (auto gone = m_rows.begin() + keptCount; gone != m_rows.end(); ++gone)
            m_rowOf[*gone] = -1;
        m_rows.resize(static_cast<std::size_t>(keptCount));
        endRemoveRows();
    }
    if (!added.empty()) {
        beginInsertRows({}, keptCount, keptCount + static_cast<int>(added.size()) - 1);
        m_rows.insert(m_rows.end(), added.begin(), added.end());
        indexRows();
        endInsertRows();
    }
    reorder(rows);
}

// `rows` holds what m_rows holds, in another order.
void DocumentModel::reorder(std::vector<quint32> rows)
{
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    const std::vector<quint32> before = std::exchange(m_rows, std::move(rows));
    indexRows();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &old : from)
        to.append(index(m_rowOf[before[static_cast<std::size_t>(old.row())]], old.column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void DocumentModel::indexRows()
{
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rowOf[m_rows[row]] = static_cast<qint32>(row);
}

} // namespace Gemmary
