// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/wordmodel.h"

#include "widgets/collation.h"
#include "widgets/format.h"

#include <QLocale>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr double RateBase = 10'000;

struct ColumnRow
{
    const char *title;
    const char *help;
    bool isNumber;
};

// In the order of WordModel::Column.
const ColumnRow Columns[] = {
    {QT_TRANSLATE_NOOP("Gemmary::WordModel", "Rank"),
     QT_TRANSLATE_NOOP("Gemmary::WordModel", "Place among the words that fit, most frequent first"), true},
    {QT_TRANSLATE_NOOP("Gemmary::WordModel", "Word"),
     QT_TRANSLATE_NOOP("Gemmary::WordModel", "As counted: capitals folded to small letters"), false},
    {QT_TRANSLATE_NOOP("Gemmary::WordModel", "Count"),
     QT_TRANSLATE_NOOP("Gemmary::WordModel", "How often it occurs in all documents together"), true},
    {QT_TRANSLATE_NOOP("Gemmary::WordModel", "Per 10,000"),
     QT_TRANSLATE_NOOP("Gemmary::WordModel", "Occurrences in 10,000 words, stop words included"), true},
    {QT_TRANSLATE_NOOP("Gemmary::WordModel", "Frequency"),
     QT_TRANSLATE_NOOP("Gemmary::WordModel", "Its count beside that of the most frequent word shown"), false},
};
static_assert(std::size(Columns) == WordModel::ColumnCount);

} // namespace

void WordModel::setWords(const std::vector<TermCount> &words, qint64 terms)
{
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(words.size());
    for (const TermCount &word : words)
        m_rows.push_back(
            {static_cast<int>(m_rows.size()) + 1, QString::fromStdString(word.term), word.count});
    m_terms = terms;
    m_highest = m_rows.empty() ? 0 : m_rows.front().count;
    sortRows();
    endResetModel();
}

int WordModel::rowOf(const QString &word) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&word](const Row &row) { return row.word == word; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

qint64 WordModel::countOf(const QString &word) const
{
    const int row = rowOf(word);
    return row < 0 ? -1 : rowAt(row).count;
}

int WordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WordModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            (Columns[index.column()].isNumber ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
    case Qt::AccessibleTextRole:
        // The bars are shown without the ranks: there, the word speaks for its row.
        return index.column() <= WordColumn ? sentenceOf(row) : textOf(row, index.column());
    case WordRole:
        return row.word;
    case ShareRole:
        return m_highest > 0 ? static_cast<double>(row.count) / static_cast<double>(m_highest) : 0.0;
    default:
        return {};
    }
}

QVariant WordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const ColumnRow &column = Columns[section];
    switch (role) {
    case Qt::DisplayRole:
        return tr(column.title);
    case Qt::ToolTipRole:
        return tr(column.help);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column.isNumber ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter));
    default:
        return {};
    }
}

void WordModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<int> ranks;
    for (const QModelIndex &index : before)
        ranks.push_back(rowAt(index.row()).rank);
    sortRows();
    std::vector<int> rowOfRank(m_rows.size() + 1);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        rowOfRank[static_cast<std::size_t>(m_rows[row].rank)] = static_cast<int>(row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto rank = static_cast<std::size_t>(ranks[static_cast<std::size_t>(i)]);
        after.append(index(rowOfRank[rank], before[i].column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

QString WordModel::textOf(const Row &row, int column) const
{
    switch (column) {
    case RankColumn:
        return formatCount(row.rank);
    case WordColumn:
        return row.word;
    case CountColumn:
    case BarColumn:
        return formatCount(row.count);
    case RateColumn:
        return rateOf(row);
    default:
        return {};
    }
}

QString WordModel::sentenceOf(const Row &row) const
{
    //: a row of the word table, read aloud: word, rank, rate in 10,000 words
    return tr("%1, rank %2, %Ln time(s), %3 per 10,000 words", nullptr, static_cast<int>(row.count))
        .arg(isolated(row.word), formatCount(row.rank), rateOf(row));
}

QString WordModel::rateOf(const Row &row) const
{
    const double rate =
        m_terms > 0 ? RateBase * static_cast<double>(row.count) / static_cast<double>(m_terms) : 0;
    return QLocale().toString(rate, 'f', rate < 10 ? 2 : 1);
}

// Counts, rates and bars go up and down together: among equals the rank decides, so every order is one of
// ranks or of letters.
void WordModel::sortRows()
{
    const bool falls = m_sortOrder == Qt::DescendingOrder;
    if (m_sortColumn == WordColumn) {
        const QCollator collator = nameCollator();
        std::vector<std::pair<QCollatorSortKey, Row>> keyed;
        keyed.reserve(m_rows.size());
        for (Row &row : m_rows) {
            QCollatorSortKey key = collator.sortKey(row.word);
            keyed.emplace_back(std::move(key), std::move(row));
        }
        std::sort(keyed.begin(), keyed.end(), [falls](const auto &a, const auto &b) {
            const int order = a.first.compare(b.first);
            return order == 0 ? a.second.rank < b.second.rank : falls ? order > 0 : order < 0;
        });
        std::transform(keyed.begin(), keyed.end(), m_rows.begin(),
                       [](auto &row) { return std::move(row.second); });
        return;
    }
    const bool byRank = m_sortColumn == RankColumn;
    std::sort(m_rows.begin(), m_rows.end(), [falls, byRank](const Row &a, const Row &b) {
        if (byRank)
            return falls ? a.rank > b.rank : a.rank < b.rank;
        return a.count == b.count ? a.rank < b.rank : falls ? a.count > b.count : a.count < b.count;
    });
}

} // namespace Gemmary
