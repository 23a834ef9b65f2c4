// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tablemerge.h"

#include "analysis/tablecodec.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int RowsBetweenChecks = 4096;

// For a heap whose front is the reader with the first term.
bool isBehind(const TableReader *a, const TableReader *b)
{
    return a->term() > b->term();
}

// Adds the front reader's count to `sum` and moves it on; it leaves the heap at its end.
Result<void> takeFront(std::vector<TableReader *> &heap, qint64 &sum)
{
    std::pop_heap(heap.begin(), heap.end(), isBehind);
    TableReader *reader = heap.back();
    if (__builtin_add_overflow(sum, reader->count(), &sum))
        return failure(ErrorKind::Storage, QStringLiteral("A stored word table is damaged."),
                       QStringLiteral("counts add up to more than 63 bits"));
    GEMMARY_ASSIGN(more, reader->next());
    if (more)
        std::push_heap(heap.begin(), heap.end(), isBehind);
    else
        heap.pop_back();
    return {};
}

} // namespace

Result<void> mergeTables(std::span<ChunkSource *const> tables, const RowSink &sink, const CancelToken &cancel)
{
    std::vector<TableReader> readers;
    readers.reserve(tables.size());
    std::vector<TableReader *> heap;
    for (ChunkSource *table : tables) {
        TableReader &reader = readers.emplace_back(*table);
        GEMMARY_ASSIGN(more, reader.next());
        if (more)
            heap.push_back(&reader);
    }
    std::make_heap(heap.begin(), heap.end(), isBehind);

    std::string term;
    for (int rows = 0; !heap.empty(); ++rows) {
        if (rows % RowsBetweenChecks == 0 && cancel.isCancelled())
            return failure(ErrorKind::Cancelled, QStringLiteral("Merging word tables was cancelled."));
        rows %= RowsBetweenChecks;
        term.assign(heap.front()->term());
        qint64 sum = 0;
        while (!heap.empty() && heap.front()->term() == term)
            GEMMARY_TRY(takeFront(heap, sum));
        GEMMARY_TRY(sink(term, sum));
    }
    return {};
}

} // namespace Gemmary
