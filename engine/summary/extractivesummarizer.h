// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/processsettings.h"
#include "ports/languages.h"
#include "ports/summarizer.h"
#include "summary/documentsummarizer.h"

#include <memory>

namespace Gemmary {

// Key sentences, copied from the documents: word statistics on this computer, no model. The same input gives
// the same bytes, whatever the order of work; a set of up to 256 documents gives the same text however it was
// divided into batches.
class ExtractiveSummarizer : public Summarizer
{
public:
    // The references outlive it.
    ExtractiveSummarizer(const ProcessSettings &settings, const StopWords &stopWords,
                         const LanguageDetector &detector, std::unique_ptr<SentenceSplitter> splitter);

    [[nodiscard]] TextSink &beginDocument(const SummaryRequest &request) override;
    [[nodiscard]] Result<std::vector<DocumentSummary>> endDocument(const CancelToken &cancel) override;
    [[nodiscard]] Result<std::vector<DocumentSummary>> settle(const CancelToken &) override { return {}; }
    void abandonDocument() override;
    [[nodiscard]] Result<SetSummary> finish(qint64 missing, const CancelToken &cancel) override;
    [[nodiscard]] Result<SetSummary> combine(std::span<const SetSummary> sets,
                                             const CancelToken &cancel) override;

private:
    [[nodiscard]] SetSummary chooseFrom(SetSummary gathered) const;

    ProcessSettings m_settings;
    const StopWords &m_stopWords;
    const LanguageDetector &m_detector;
    std::unique_ptr<SentenceSplitter> m_splitter;
    SummaryRequest m_request;
    std::unique_ptr<DocumentSummarizer> m_document; // between begin and end
    SetSummary m_batch;
};

} // namespace Gemmary
