// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/documentorder.h"

#include "documents/documentcolumns.h"
#include "widgets/collation.h"

#include <QHash>

#include <algorithm>

namespace Gemmary {

namespace {

template <typename Key>
struct KeyedRow
{
    Key key;
    quint32 row;
};

template <typename Key, typename Less>
std::vector<quint32> sorted(std::vector<KeyedRow<Key>> rows, Qt::SortOrder order, Less less)
{
    const bool descending = order == Qt::DescendingOrder;
    std::sort(rows.begin(), rows.end(), [&](const KeyedRow<Key> &a, const KeyedRow<Key> &b) {
        if (less(a.key, b.key))
            return !descending;
        if (less(b.key, a.key))
            return descending;
        return a.row < b.row;
    });
    std::vector<quint32> result;
    result.reserve(rows.size());
    for (const KeyedRow<Key> &row : rows)
        result.push_back(row.row);
    return result;
}

// Keys for the given rows; `keyOf(page, line)`. Both are walked once, as rows come in ascending order.
template <typename Key, typename KeyOf>
std::vector<KeyedRow<Key>> keyed(const DocumentPages &pages, const std::vector<quint32> &rows, KeyOf keyOf)
{
    std::vector<KeyedRow<Key>> result;
    result.reserve(rows.size());
    std::size_t page = 0;
    std::size_t start = 0;
    for (const quint32 row : rows) {
        while (row >= start + pages[page]->lines().size())
            start += pages[page++]->lines().size();
        result.push_back({keyOf(page, row - start), row});
    }
    return result;
}

std::vector<quint32> matching(const DocumentPages &pages, const RowFilter &filter,
                              const std::function<bool()> &isStale)
{
    const RowMatcher matcher(filter);
    const bool all = filter.isEmpty();
    std::vector<quint32> rows;
    quint32 row = 0;
    for (const auto &page : pages) {
        if (isStale())
            break;
        for (const DocumentLine &line : page->lines()) {
            if (all || matcher.matches(line))
                rows.push_back(row);
            ++row;
        }
    }
    return rows;
}

// Thousands of rows share a few folders, languages and reasons: only those are collated.
QHash<QString, qint64> ranksOf(const QHash<QString, qint64> &texts)
{
    const QCollator collator = nameCollator();
    QStringList sortedTexts = texts.keys();
    std::sort(sortedTexts.begin(), sortedTexts.end(), collator);
    QHash<QString, qint64> ranks;
    qint64 rank = 0;
    for (const QString &text : std::as_const(sortedTexts))
        ranks.insert(text, rank++);
    return ranks;
}

std::vector<quint32> sortedByText(const DocumentPages &pages, const std::vector<quint32> &rows,
                                  const Arrangement &arrangement)
{
    const DocumentColumn &column = documentColumn(arrangement.column);
    QHash<QString, qint64> numbers; // of each different text, as they come
    auto rowsByNumber = keyed<qint64>(pages, rows, [&](std::size_t page, std::size_t line) {
        const QString text = column.text(pages[page]->lines()[line]);
        const auto known = numbers.constFind(text);
        return known != numbers.cend() ? *known : *numbers.insert(text, numbers.size());
    });
    const QHash<QString, qint64> ranks = ranksOf(numbers);
    std::vector<qint64> rankOfNumber(static_cast<std::size_t>(numbers.size()));
    for (auto text = numbers.cbegin(); text != numbers.cend(); ++text)
        rankOfNumber[static_cast<std::size_t>(text.value())] = ranks.value(text.key());
    for (auto &row : rowsByNumber)
        row.key = rankOfNumber[static_cast<std::size_t>(row.key)];
    return sorted(std::move(rowsByNumber), arrangement.order, std::less<>());
}

std::vector<quint32> sortedByName(const DocumentPages &pages, const std::vector<quint32> &rows,
                                  Qt::SortOrder order, const std::function<bool()> &isStale)
{
    std::vector<std::shared_ptr<const DocumentPage::NameKeys>> keys;
    for (const auto &page : pages) {
        if (isStale())
            return {};
        keys.push_back(page->nameKeys());
    }
    using Key = const QCollatorSortKey *;
    return sorted(
        keyed<Key>(pages, rows, [&](std::size_t page, std::size_t line) { return &(*keys[page])[line]; }),
        order, [](Key a, Key b) { return *a < *b; });
}

} // namespace

std::vector<quint32> arranged(const DocumentPages &pages, const Arrangement &arrangement,
                              const std::function<bool()> &isStale)
{
    std::vector<quint32> rows = matching(pages, arrangement.filter, isStale);
    if (arrangement.column == FoundOrder || isStale())
        return rows;
    if (arrangement.column == DocumentNameColumn)
        return sortedByName(pages, rows, arrangement.order, isStale);
    const auto value = documentColumn(arrangement.column).value;
    if (!value)
        return sortedByText(pages, rows, arrangement);
    return sorted(
        keyed<qint64>(pages, rows,
                      [&](std::size_t page, std::size_t line) { return value(pages[page]->lines()[line]); }),
        arrangement.order, std::less<>());
}

} // namespace Gemmary
