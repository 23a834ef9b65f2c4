// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/history.h"

#include "store/processrecord.h"

#include <algorithm>

namespace Gemmary {

namespace {

// Equal spans of time, from the first leaf that was done to the last.
class Spans
{
public:
    Spans(qint64 firstMs, qint64 lastMs, int count)
        : m_firstMs(firstMs)
        , m_widthMs((lastMs - firstMs) / count + 1)
        , m_points(static_cast<std::size_t>(count))
    {}

    HistoryPoint &at(qint64 ms)
    {
        const auto span = static_cast<std::size_t>((ms - m_firstMs) / m_widthMs);
        HistoryPoint &point = m_points[std::min(span, m_points.size() - 1)];
        point.atMs = std::max(point.atMs, ms);
        return point;
    }

    [[nodiscard]] std::vector<HistoryPoint> filled() &&
    {
        std::erase_if(m_points, [](const HistoryPoint &point) { return point.atMs == 0; });
        return std::move(m_points);
    }

private:
    qint64 m_firstMs;
    qint64 m_widthMs;
    std::vector<HistoryPoint> m_points;
};

} // namespace

Result<std::vector<HistoryPoint>> readHistory(Transaction &tx, const ProcessId &id, int mostPoints)
{
    GEMMARY_TRY(readProcess(tx, id));
    qint64 firstMs = 0;
    qint64 lastMs = 0;
    GEMMARY_TRY(tx.read("select_leaf_span", {id.toString()}, [&](const Row &row) {
        firstMs = row.integer(0); // NULL, no leaf: 0
        lastMs = row.integer(1);
    }));
    Spans spans(firstMs, lastMs, std::max(1, mostPoints));
    GEMMARY_TRY(tx.read("list_analysed_leaves", {id.toString()}, [&](const Row &row) {
        HistoryPoint &point = spans.at(row.integer(0));
        point.done += row.integer(1);
        point.failed += row.integer(2);
        point.skipped += row.integer(3);
    }));
    GEMMARY_TRY(tx.read("list_summarised_leaves", {id.toString()},
                        [&](const Row &row) { spans.at(row.integer(0)).summarised += row.integer(1); }));
    return std::move(spans).filled();
}

} // namespace Gemmary
