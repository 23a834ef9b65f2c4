// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/summarizer.h"
#include "summary/model/modelasker.h"
#include "summary/model/textspool.h"

#include <memory>

namespace Gemmary {

// Summaries written by a model: of documents, of the batch from its documents' summaries, of sets from their
// sets' ones. A node of the tree hands up its own text only.
//
// Fewer than half of a set's documents summarised: the set has no text, only its counts. A set that the model
// refuses has none either. The model's passing errors, and those that somebody must put right, are the job's.
class ModelSummarizer : public Summarizer
{
public:
    // `detector` outlives it.
    ModelSummarizer(const ProcessSettings &settings, ModelParts parts, const LanguageDetector &detector,
                    std::unique_ptr<SentenceSplitter> splitter);

    [[nodiscard]] TextSink &beginDocument(const SummaryRequest &request) override;
    [[nodiscard]] Result<std::vector<DocumentSummary>> endDocument(const CancelToken &cancel) override;
    [[nodiscard]] Result<std::vector<DocumentSummary>> settle(const CancelToken &cancel) override;
    void abandonDocument() override;
    [[nodiscard]] Result<SetSummary> finish(qint64 missing, const CancelToken &cancel) override;
    [[nodiscard]] Result<SetSummary> combine(std::span<const SetSummary> sets,
                                             const CancelToken &cancel) override;

private:
    // A document that has been read.
    struct Read
    {
        SummaryRequest request;
        std::unique_ptr<TextSpool> text;
        QString language;
        QString wanted; // the summary's language
    };

    // A document, or a set below, that has a text.
    struct Member
    {
        QString label;
        Summary summary;
        double documents = 1;
        qint64 number = 0; // for order
    };

    [[nodiscard]] bool mayWait(const Read &document) const;
    [[nodiscard]] bool isPackFull() const;
    [[nodiscard]] Result<DocumentSummary> summarise(const Read &document, const CancelToken &cancel);
    [[nodiscard]] DocumentSummary accept(const Read &document, std::optional<Summary> summary);

    [[nodiscard]] Result<SetSummary> summarise(SetSummary set, const std::vector<Member> &members,
                                               const CancelToken &cancel);
    [[nodiscard]] Result<Summary> textFor(const std::vector<Member> &members, const CancelToken &cancel);
    [[nodiscard]] QString languageFor(const std::vector<Member> &members) const;
    void sign(Summary &summary, const QString &wanted) const;

    ProcessSettings m_settings;
    const LanguageDetector &m_detector;
    std::unique_ptr<SentenceSplitter> m_splitter;
    ModelAsker m_asker;
    SummaryRequest m_request;
    std::unique_ptr<TextSpool> m_text; // between begin and end
    std::vector<Read> m_waiting;       // for others to share a request with
    std::vector<Member> m_batch;
};

} // namespace Gemmary
