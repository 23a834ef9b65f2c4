// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/extractivesummarizer.h"

#include <QStringList>

#include <algorithm>
#include <map>

namespace Gemmary {

namespace {

constexpr QLatin1StringView EngineName("extractive");
constexpr QLatin1StringView Method("extractive-1");
constexpr std::size_t CandidatesPerDocument = 2;
constexpr std::size_t MostCandidates = 512;   // of a node, for its parent
constexpr std::size_t MostTermWeights = 2000; // of a node
constexpr std::size_t SetTerms = 10;

tl::unexpected<Error> cancelled()
{
    return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
}

QString joined(const std::vector<Sentence> &sentences)
{
    QStringList lines;
    for (const Sentence &sentence : sentences)
        lines.append(QString::fromStdString(sentence.text));
    return lines.join(QLatin1Char('\n'));
}

// The document's best sentences, in document order.
std::vector<Sentence> best(std::vector<Sentence> sentences)
{
    std::stable_sort(sentences.begin(), sentences.end(),
                     [](const Sentence &a, const Sentence &b) { return a.score > b.score; });
    sentences.resize(std::min(sentences.size(), CandidatesPerDocument));
    std::sort(sentences.begin(), sentences.end(),
              [](const Sentence &a, const Sentence &b) { return a.position < b.position; });
    return sentences;
}

// Adds up, most documents first, ties by the word; only the first ones are kept.
std::vector<std::pair<QString, qint64>> sumWeights(const std::vector<std::pair<QString, qint64>> &all)
{
    std::map<QString, qint64> sums;
    for (const auto &[term, documents] : all)
        sums[term] += documents;
    std::vector<std::pair<QString, qint64>> weights(sums.begin(), sums.end());
    std::stable_sort(weights.begin(), weights.end(),
                     [](const auto &a, const auto &b) { return a.second > b.second; });
    weights.resize(std::min(weights.size(), MostTermWeights));
    return weights;
}

} // namespace

ExtractiveSummarizer::ExtractiveSummarizer(const ProcessSettings &settings, const StopWords &stopWords,
                                           const LanguageDetector &detector,
                                           std::unique_ptr<SentenceSplitter> splitter)
    : m_settings(settings)
    , m_stopWords(stopWords)
    , m_detector(detector)
    , m_splitter(std::move(splitter))
{}

TextSink &ExtractiveSummarizer::beginDocument(const SummaryRequest &request)
{
    m_request = request;
    m_document = std::make_unique<DocumentSummarizer>(m_stopWords, m_detector, *m_splitter, request.language);
    return *m_document;
}

Result<std::vector<DocumentSummary>> ExtractiveSummarizer::endDocument(const CancelToken &cancel)
{
    auto found = m_document->finish(static_cast<std::size_t>(m_settings.summarySentences), cancel);
    m_document.reset();
    if (!found)
        return cancelled();
    if (found->sentences.empty())
        return std::vector{DocumentSummary{m_request.document, std::nullopt, std::nullopt}};
    Summary summary;
    summary.engine = EngineName;
    summary.methodVersion = Method;
    summary.text = joined(found->sentences);
    summary.language = found->language;
    summary.coverage = 1.0;
    summary.terms = found->terms;
    ++m_batch.documents;
    for (const Sentence &sentence : best(found->sentences)) {
        m_batch.candidates.push_back(
            {m_request.document, m_request.name, QString::fromStdString(sentence.text), sentence.score});
    }
    for (const QString &term : found->terms)
        m_batch.termWeights.emplace_back(term, 1);
    return std::vector{DocumentSummary{m_request.document, std::move(summary), std::nullopt}};
}

void ExtractiveSummarizer::abandonDocument()
{
    m_document.reset();
}

Result<SetSummary> ExtractiveSummarizer::finish(qint64 missing, const CancelToken &cancel)
{
    SetSummary batch = std::exchange(m_batch, {});
    if (cancel.isCancelled())
        return cancelled();
    batch.missing = missing;
    return chooseFrom(std::move(batch));
}

Result<SetSummary> ExtractiveSummarizer::combine(std::span<const SetSummary> sets, const CancelToken &cancel)
{
    SetSummary gathered;
    for (const SetSummary &set : sets) {
        if (cancel.isCancelled())
            return cancelled();
        gathered.documents += set.documents;
        gathered.missing += set.missing;
        gathered.candidates.insert(gathered.candidates.end(), set.candidates.begin(), set.candidates.end());
        gathered.termWeights.insert(gathered.termWeights.end(), set.termWeights.begin(),
                                    set.termWeights.end());
    }
    return chooseFrom(std::move(gathered));
}

// Sentences of the set from its documents' candidates, one a document first; and what the parent may choose
// from.
SetSummary ExtractiveSummarizer::chooseFrom(SetSummary set) const
{
    std::stable_sort(set.candidates.begin(), set.candidates.end(), // within a document they are in order
                     [](const auto &a, const auto &b) { return a.document < b.document; });
    std::vector<Sentence> sentences;
    for (std::size_t i = 0; i < set.candidates.size(); ++i) {
        const SummaryCandidate &candidate = set.candidates[i];
        sentences.push_back(
            {candidate.text.toStdString(), static_cast<qint64>(i), false, candidate.document, 0, {}});
    }
    const auto wanted = 2 * static_cast<std::size_t>(m_settings.summarySentences);
    const RankedSentences ranked(std::move(sentences), TermSet(m_stopWords, m_settings.language),
                                 {.total = 0, .likesFirst = false, .byPosition = false});
    const auto candidateOf = [&set](const Sentence &sentence) {
        return set.candidates[static_cast<std::size_t>(sentence.position)];
    };
    const auto chosen = ranked.choose(wanted, true);
    for (const Sentence &sentence : chosen)
        set.sentences.push_back(candidateOf(sentence));
    if (set.candidates.size() > MostCandidates) {
        std::vector<SummaryCandidate> kept;
        for (const Sentence &sentence : ranked.choose(MostCandidates, false))
            kept.push_back(candidateOf(sentence));
        set.candidates = std::move(kept);
    }
    set.termWeights = sumWeights(set.termWeights);
    set.summary.engine = EngineName;
    set.summary.methodVersion = Method;
    set.summary.coverage = set.documents > 0 ? 1.0 : 0.0;
    set.summary.text = joined(chosen);
    for (std::size_t i = 0; i < std::min(set.termWeights.size(), SetTerms); ++i)
        set.summary.terms.push_back(set.termWeights[i].first);
    return set;
}

} // namespace Gemmary
