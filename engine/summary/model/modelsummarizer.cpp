// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/modelsummarizer.h"

#include "summary/model/modeldocument.h"
#include "summary/model/packing.h"
#include "summary/textlanguage.h"

#include <algorithm>
#include <map>

namespace Gemmary {

namespace {

constexpr qsizetype LongestName = 120;                                  // characters, in a prompt
constexpr MergeKind Merging{PromptKind::Files, PromptKind::Files, 512}; // the window ends groups before that

// A name may hold anything, too: it must not look like a line of ours.
QString lineName(const QString &name)
{
    QString line = name.simplified().left(LongestName);
    line.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    return line.replace(QLatin1Char('|'), QLatin1Char('/'));
}

} // namespace

ModelSummarizer::ModelSummarizer(const ProcessSettings &settings, ModelParts parts,
                                 const LanguageDetector &detector, std::unique_ptr<SentenceSplitter> splitter)
    : m_settings(settings)
    , m_detector(detector)
    , m_splitter(std::move(splitter))
    , m_asker(settings, std::move(parts), detector)
{}

TextSink &ModelSummarizer::beginDocument(const SummaryRequest &request)
{
    m_request = request;
    m_text = std::make_unique<TextSpool>();
    return *m_text;
}

Result<std::vector<DocumentSummary>> ModelSummarizer::endDocument(const CancelToken &cancel)
{
    Read document{m_request, std::exchange(m_text, nullptr), m_request.language, m_settings.summaryLanguage};
    GEMMARY_TRY(m_asker.prepare(cancel));
    if (document.language.isEmpty())
        document.language = languageOf(document.text->beginning(), m_detector);
    if (document.wanted.isEmpty())
        document.wanted = document.language;
    if (mayWait(document)) {
        m_waiting.push_back(std::move(document));
        return isPackFull() ? settle(cancel) : std::vector<DocumentSummary>();
    }
    GEMMARY_ASSIGN(summary, summarise(document, cancel));
    return std::vector{std::move(summary)};
}

bool ModelSummarizer::mayWait(const Read &document) const
{
    const TextSpool &text = *document.text;
    return m_settings.packDocuments && m_asker.window() >= PackTokens && text.tokens() > 0 &&
           text.tokens() < SmallDocument && mayShareRequest(text.beginning()) &&
           !m_asker.knows(text.beginning(), document.wanted);
}

bool ModelSummarizer::isPackFull() const
{
    std::vector<qint64> tokens;
    for (const Read &document : m_waiting)
        tokens.push_back(document.text->tokens());
    return Gemmary::isPackFull(tokens);
}

Result<std::vector<DocumentSummary>> ModelSummarizer::settle(const CancelToken &cancel)
{
    const std::vector<Read> waiting = std::exchange(m_waiting, {});
    std::vector<std::optional<ModelAnswer>> answers(waiting.size());
    if (waiting.size() > 1) {
        std::vector<PackedText> texts;
        texts.reserve(waiting.size());
        for (const Read &document : waiting)
            texts.push_back(
                {QStringLiteral("f%1").arg(texts.size() + 1), document.text->beginning(), document.wanted});
        GEMMARY_ASSIGN(found, m_asker.askTogether(texts, cancel));
        answers = std::move(found);
    }
    std::vector<DocumentSummary> summaries;
    summaries.reserve(waiting.size());
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (answers[i]) {
            summaries.push_back(accept(waiting[i], summaryOf(*answers[i])));
            continue;
        }
        GEMMARY_ASSIGN(summary, summarise(waiting[i], cancel));
        summaries.push_back(std::move(summary));
    }
    return summaries;
}

Result<DocumentSummary> ModelSummarizer::summarise(const Read &document, const CancelToken &cancel)
{
    ModelDocument asked(m_asker, *m_splitter, document.language, document.wanted, cancel);
    GEMMARY_ASSIGN(outcome, asked.summarise(*document.text));
    if (!outcome)
        return DocumentSummary{document.request.document, std::nullopt, std::move(outcome).error()};
    return accept(document, std::move(*outcome));
}

DocumentSummary ModelSummarizer::accept(const Read &document, std::optional<Summary> summary)
{
    const SummaryRequest &request = document.request;
    if (summary) {
        sign(*summary, document.wanted);
        const QString status = summary->partial ? QStringLiteral("in part") : QStringLiteral("complete");
        const QString label = QStringLiteral("file %1: %2 | %3 | ")
                                  .arg(QString::number(request.document + 1), lineName(request.name), status);
        m_batch.push_back({label, *summary, 1, request.document});
    }
    return {request.document, std::move(summary), std::nullopt};
}

void ModelSummarizer::abandonDocument()
{
    m_text.reset();
}

Result<SetSummary> ModelSummarizer::finish(qint64 missing, const CancelToken &cancel)
{
    std::vector<Member> members = std::exchange(m_batch, {});
    std::ranges::stable_sort(members, {}, &Member::number); // those that waited came later
    SetSummary set;
    set.documents = static_cast<qint64>(members.size());
    set.missing = missing;
    return summarise(std::move(set), members, cancel);
}

Result<SetSummary> ModelSummarizer::combine(std::span<const SetSummary> sets, const CancelToken &cancel)
{
    SetSummary gathered;
    std::vector<Member> members;
    for (const SetSummary &set : sets) {
        gathered.documents += set.documents;
        gathered.missing += set.missing;
        if (set.summary.text.isEmpty())
            continue;
        members.push_back({QStringLiteral("set %1: %2 files, %3 missing | ")
                               .arg(members.size() + 1)
                               .arg(set.documents)
                               .arg(set.missing),
                           set.summary, static_cast<double>(set.documents) * set.summary.coverage});
    }
    return summarise(std::move(gathered), members, cancel);
}

Result<SetSummary> ModelSummarizer::summarise(SetSummary set, const std::vector<Member> &members,
                                              const CancelToken &cancel)
{
    sign(set.summary, {});
    if (cancel.isCancelled())
        return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
    const bool isMostlyMissing = set.documents < set.missing;
    if (members.empty() || isMostlyMissing)
        return set;
    GEMMARY_ASSIGN(summary, textFor(members, cancel));
    // textFor() counts documents that the text speaks of.
    summary.coverage /= static_cast<double>(set.documents);
    set.summary = std::move(summary);
    // A single one is taken over as it is: key sentences do not become a model's.
    if (set.summary.engine.isEmpty() || set.summary.engine == m_settings.summarizer)
        sign(set.summary, languageFor(members));
    return set;
}

// The text for all; `coverage` is the number of documents that it speaks of.
Result<Summary> ModelSummarizer::textFor(const std::vector<Member> &members, const CancelToken &cancel)
{
    Summary summary;
    if (members.size() == 1) { // it says all there is to say
        summary = members.front().summary;
        summary.coverage = members.front().documents;
        return summary;
    }
    GEMMARY_TRY(m_asker.prepare(cancel));
    PieceMerger merger(m_asker, Merging, languageFor(members), cancel);
    double documents = 0;
    for (const Member &member : members) {
        documents += member.documents;
        const QString text = member.label + member.summary.text;
        GEMMARY_TRY(merger.add({text.toStdString(), member.documents}));
    }
    GEMMARY_ASSIGN(text, merger.finish());
    summary.text = text;
    summary.model = merger.tally().model;
    summary.partial = merger.tally().cutOff || merger.lost() > 0;
    summary.coverage = text.isEmpty() ? 0 : documents - merger.lost();
    summary.inputTokens = merger.tally().inputTokens;
    summary.outputTokens = merger.tally().outputTokens;
    return summary;
}

// What the user wants, else what most of them are in; of equals, the code that sorts first.
QString ModelSummarizer::languageFor(const std::vector<Member> &members) const
{
    for (const QString &chosen : {m_settings.summaryLanguage, m_settings.language}) {
        if (!chosen.isEmpty())
            return chosen;
    }
    std::map<QString, double> counts;
    for (const Member &member : members)
        counts[member.summary.language] += member.documents;
    return std::ranges::max_element(counts, {}, [](const auto &row) { return row.second; })->first;
}

void ModelSummarizer::sign(Summary &summary, const QString &wanted) const
{
    summary.engine = m_settings.summarizer;
    summary.methodVersion = m_asker.version();
    if (summary.text.isEmpty())
        return;
    const QString found = languageOf(summary.text.toStdString(), m_detector);
    summary.language = found.isEmpty() ? wanted : found;
}

} // namespace Gemmary
