// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "domain/processsettings.h"
#include "domain/statistics.h"
#include "ports/tablestream.h"
#include "ports/textextractor.h"

#include <functional>
#include <memory>
#include <span>
#include <string>

namespace Gemmary {

// Counts one batch of documents, one after another. One thread at a time.
class BatchAnalyzer
{
public:
    virtual ~BatchAnalyzer() = default;

    // Begins a document; its text goes to the sink, which lives until the document ends.
    [[nodiscard]] virtual TextSink &beginDocument() = 0;

    // Ends it and adds it to the batch. `bytes` is the content's size as stored.
    [[nodiscard]] virtual DocumentStatistics endDocument(qint64 bytes) = 0;

    // Ends it as if it had never begun.
    virtual void abandonDocument() = 0;

    // The batch's sums; its whole word table goes to `table`. The analyzer then begins a new batch.
    [[nodiscard]] virtual Result<SetStatistics> finish(ChunkSink &table) = 0;
};

// A finished node of the analyse tree, as its parent reads it.
struct AnalysedNode
{
    SetStatistics statistics;
    std::unique_ptr<ChunkSource> table;
};

// Takes rows of a word table; false ends the reading.
using TermVisitor = std::function<bool(std::string_view term, qint64 count)>;

// Finds where a term stands in a text that streams by. One thread at a time.
class TermSearch : public TextSink
{
public:
    // Ends the text: a term that is open at its end counts.
    virtual void finish() = 0;
};

// Told of each place, in order: bytes of the text as UTF-8, from its beginning.
using TermFound = std::function<void(qint64 begin, qint64 end)>;

// Makes analyzers and combines what they made. Thread-safe.
class Analyzer
{
public:
    virtual ~Analyzer() = default;

    [[nodiscard]] virtual std::unique_ptr<BatchAnalyzer> newBatch(const ProcessSettings &settings) const = 0;

    // Merges the nodes' tables into `table` with bounded memory and adds up the rest. The result does not
    // depend on how documents were spread over the nodes. Cancelled when `cancel` is.
    [[nodiscard]] virtual Result<SetStatistics> merge(std::span<AnalysedNode> nodes,
                                                      const ProcessSettings &settings, ChunkSink &table,
                                                      const CancelToken &cancel) const = 0;

    // Reads a whole table in byte order of its terms.
    [[nodiscard]] virtual Result<void> readTable(ChunkSource &table, const TermVisitor &visit) const = 0;

    // Text as the terms of a table are written.
    [[nodiscard]] virtual std::string fold(std::string_view text) const = 0;

    // Finds `term`, written as in a table, where it is counted under these settings and nowhere else.
    [[nodiscard]] virtual std::unique_ptr<TermSearch>
    newSearch(std::string term, const ProcessSettings &settings, TermFound found) const = 0;
};

} // namespace Gemmary
