// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/job.h"
#include "domain/problem.h"
#include "domain/processsettings.h"
#include "domain/quotabook.h"
#include "domain/summary.h"
#include "ports/textextractor.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace Gemmary {

// What a summariser is told of a document before its text.
struct SummaryRequest
{
    qint64 document = 0; // number in the process
    QString name;
    QString language; // ISO 639-1 the user asked for; empty: the document's own
};

// Makes the summaries of one batch and of sets. One thread at a time; may block on a provider, never on a
// lock.
//
// Errors are the provider's, not a document's: RateLimited and Unavailable say "later", and the job is put
// back without costing it a delivery.
class Summarizer
{
public:
    virtual ~Summarizer() = default;

    // Begins a document; its text goes to the sink, which lives until the document ends.
    [[nodiscard]] virtual TextSink &beginDocument(const SummaryRequest &request) = 0;

    // What has come of the document, and of those before it that had to wait: several small ones may share a
    // request, so this may answer nothing now and several later. A problem is the document's own; neither
    // summary nor problem: its text holds no sentence.
    [[nodiscard]] virtual Result<std::vector<DocumentSummary>> endDocument(const CancelToken &cancel) = 0;

    // What has come of those that still wait; before finish().
    [[nodiscard]] virtual Result<std::vector<DocumentSummary>> settle(const CancelToken &cancel) = 0;

    // Ends it as if it had never begun.
    virtual void abandonDocument() = 0;

    // The summary of the documents since the last finish(): a batch. `missing` of them had a problem.
    [[nodiscard]] virtual Result<SetSummary> finish(qint64 missing, const CancelToken &cancel) = 0;

    // The summary of sets, in their order.
    [[nodiscard]] virtual Result<SetSummary> combine(std::span<const SetSummary> sets,
                                                     const CancelToken &cancel) = 0;
};

// Documents as they are known before they are read.
struct DocumentsAhead
{
    std::vector<std::vector<qint64>> batches; // the bytes of each document
    std::string sample;                       // text of some of them
    qint64 sampleBytes = 0;                   // that it was made of
};

// What models will be asked.
struct CallForecast
{
    qint64 requests = 0;
    qint64 inputTokens = 0;
    RateLimits limits; // that they have to keep to
};

// Makes a summariser for a process and its settings; InvalidInput for an engine it does not know. What models
// take is put down to the process; for a null one, to nobody. Thread-safe.
class SummarizerFactory
{
public:
    virtual ~SummarizerFactory() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<Summarizer>> create(const ProcessSettings &settings,
                                                                     const ProcessId &process) const = 0;

    // What the summaries of documents will take; nothing where no model makes them. Asks the model's provider
    // for its limits, if it can be reached.
    [[nodiscard]] virtual CallForecast forecast(const ProcessSettings &settings,
                                                const DocumentsAhead &documents,
                                                const CancelToken &cancel) const = 0;
};

} // namespace Gemmary
