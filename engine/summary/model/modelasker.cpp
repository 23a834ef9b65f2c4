// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/modelasker.h"

#include "base/sha256.h"
#include "summary/model/answertext.h"
#include "summary/model/chunker.h"
#include "summary/model/packing.h"
#include "summary/textlanguage.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr qint64 MostContext = 32'000; // tokens; models with more lose what stands in the middle
constexpr qint64 LeastContext = 4'096; // of a provider that does not say
constexpr qint64 LeastRoom = 256;      // less holds no paragraph
constexpr qint64 OutputShare = 4;      // of the context: an answer takes no more, or nothing is left to read

bool isOfThisAnswer(ErrorKind kind)
{
    return kind == ErrorKind::TooLong || kind == ErrorKind::BadReply;
}

} // namespace

ModelAsker::ModelAsker(const ProcessSettings &settings, ModelParts parts, const LanguageDetector &detector)
    : m_prompts(settings)
    , m_parts(std::move(parts))
    , m_detector(detector)
    , m_provider(settings.summarizer)
    , m_model(settings.model)
    , m_version(m_prompts.version())
{}

Result<void> ModelAsker::prepare(const CancelToken &cancel)
{
    if (m_window > 0)
        return {};
    GEMMARY_ASSIGN(limits, m_parts.model->limits(cancel));
    m_limits = limits;
    if (m_limits.contextTokens <= 0)
        m_limits.contextTokens = LeastContext;
    int output = 0;
    for (const PromptKind kind : {PromptKind::Document, PromptKind::Part, PromptKind::Files})
        output = std::max(output, outputTokens(kind));
    const qint64 room = std::min(m_limits.contextTokens, MostContext) - output - m_prompts.overhead();
    if (room < LeastRoom)
        return failure(
            ErrorKind::InvalidInput,
            QStringLiteral("The model takes only %1 tokens at once; that is too little for summaries.")
                .arg(m_limits.contextTokens));
    m_window = m_parts.correction->safeEstimate(room);
    return {};
}

Result<Outcome<ModelAnswer>> ModelAsker::ask(PromptKind kind, std::string_view data, const QString &language,
                                             const CancelToken &cancel)
{
    const Question question{kind, data, language};
    const QByteArray key = keyOf(question);
    if (m_parts.cache) {
        if (auto kept = m_parts.cache->get(key))
            return Outcome<ModelAnswer>(std::move(*kept));
    }
    auto found = newAnswer(question, cancel);
    if (m_parts.cache && found && *found && (*found)->end == AnswerEnd::Complete)
        m_parts.cache->put(key, **found);
    return found;
}

bool ModelAsker::knows(std::string_view document, const QString &language) const
{
    return m_parts.cache && m_parts.cache->get(keyOf({PromptKind::Document, document, language}));
}

Result<std::vector<std::optional<ModelAnswer>>> ModelAsker::askTogether(std::span<const PackedText> texts,
                                                                        const CancelToken &cancel)
{
    std::vector<std::optional<ModelAnswer>> answers(texts.size());
    QStringList ids;
    for (const PackedText &packed : texts)
        ids.append(packed.id);
    ModelRequest request = m_prompts.packedRequest(texts);
    request.outputTokens = static_cast<int>(texts.size()) * outputTokens(PromptKind::Document);
    if (m_limits.outputTokens > 0)
        request.outputTokens =
            static_cast<int>(std::min<qint64>(request.outputTokens, m_limits.outputTokens));
    if (m_limits.keepsToSchema)
        request.schema = packSchema(ids);
    auto answer = send(request, cancel);
    if (!answer && isOfThisAnswer(answer.error().kind))
        return answers;
    if (!answer)
        return failure(std::move(answer).error());
    const auto summaries = packedSummaries(answer->text, ids);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto found = summaries.find(texts[i].id);
        if (found == summaries.end() || isInOtherLanguage(found->second, texts[i].language))
            continue;
        answers[i] = ModelAnswer{found->second, AnswerEnd::Complete, {}, 0, 0, answer->model};
        answers[i]->inputTokens = answer->inputTokens / static_cast<qint64>(texts.size());
        answers[i]->outputTokens = answer->outputTokens / static_cast<qint64>(texts.size());
        if (m_parts.cache)
            m_parts.cache->put(keyOf({PromptKind::Document, texts[i].text, texts[i].language}), *answers[i]);
    }
    return answers;
}

// The prompts' version stands for their texts, length, form and the user's own words. Names of documents are
// in no request for one, so equal texts are one call.
QByteArray ModelAsker::keyOf(const Question &question) const
{
    Sha256 digest;
    const QString head =
        QStringLiteral("%1\n%2\n%3\n%4\n%5\n%6\n%7\n")
            .arg(QString::number(static_cast<int>(question.kind)), m_provider, m_model, m_version,
                 Chunker::Version, question.language, QString::number(outputTokens(question.kind)));
    digest.update(head.toStdString());
    digest.update(question.data);
    return digest.finish();
}

Result<Outcome<ModelAnswer>> ModelAsker::newAnswer(const Question &question, const CancelToken &cancel)
{
    GEMMARY_ASSIGN(first, usable(question, false, cancel));
    if (!first || !isInOtherLanguage(first->text, question.language))
        return first;
    auto second = usable(question, true, cancel);
    if (!second)
        return isOfThisAnswer(second.error().kind) ? Result<Outcome<ModelAnswer>>(std::move(first)) : second;
    if (!*second)
        return first;
    (*second)->inputTokens += first->inputTokens;
    (*second)->outputTokens += first->outputTokens;
    return second;
}

// An answer with text, or the problem that there is none.
Result<Outcome<ModelAnswer>> ModelAsker::usable(const Question &question, bool insist,
                                                const CancelToken &cancel)
{
    QString trouble;
    for (int attempt = 0; attempt < 2; ++attempt) {
        ModelRequest request = m_prompts.request(question.kind, question.data, question.language, insist);
        request.outputTokens = outputTokens(question.kind);
        auto answer = send(request, cancel);
        if (answer && answer->end == AnswerEnd::Refused)
            return problem(Reason::SummaryFailed, answer->refusal);
        if (answer && answer->end == AnswerEnd::CutOff)
            answer = longer(request, std::move(*answer), cancel);
        if (!answer && answer.error().kind != ErrorKind::BadReply)
            return failure(std::move(answer).error());
        if (answer && !answer->text.isEmpty())
            return Outcome<ModelAnswer>(std::move(*answer));
        trouble = answer ? QStringLiteral("The model's answer was empty.") : answer.error().message;
    }
    return problem(Reason::SummaryFailed, trouble);
}

// The same with twice the room for the answer, if there is that room; else what there is.
Result<ModelAnswer> ModelAsker::longer(const ModelRequest &request, ModelAnswer first,
                                       const CancelToken &cancel)
{
    ModelRequest larger = request;
    qint64 room = m_limits.contextTokens - request.inputTokens;
    if (m_limits.outputTokens > 0)
        room = std::min(room, m_limits.outputTokens);
    larger.outputTokens = static_cast<int>(std::min<qint64>(2LL * request.outputTokens, room));
    if (larger.outputTokens <= request.outputTokens)
        return first;
    auto second = send(larger, cancel);
    if (!second && !isOfThisAnswer(second.error().kind))
        return second;
    if (!second || second->end == AnswerEnd::Refused || second->text.isEmpty())
        return first;
    second->inputTokens += first.inputTokens;
    second->outputTokens += first.outputTokens;
    return second;
}

Result<ModelAnswer> ModelAsker::send(const ModelRequest &request, const CancelToken &cancel)
{
    if (cancel.isCancelled())
        return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
    ModelRequest corrected = request;
    corrected.inputTokens = m_parts.correction->expected(request.inputTokens);
    GEMMARY_ASSIGN(answer, m_parts.model->answer(corrected, cancel));
    m_parts.correction->observe(request.inputTokens, answer.inputTokens);
    answer.text = plainAnswer(answer.text);
    return answer;
}

bool ModelAsker::isInOtherLanguage(const QString &text, const QString &wanted) const
{
    if (wanted.isEmpty() || saysNoContent(text))
        return false;
    const QString found = languageOf(text.toStdString(), m_detector);
    return !found.isEmpty() && found != wanted;
}

int ModelAsker::outputTokens(PromptKind kind) const
{
    qint64 tokens = std::min<qint64>(m_prompts.outputTokens(kind), m_limits.contextTokens / OutputShare);
    if (m_limits.outputTokens > 0)
        tokens = std::min(tokens, m_limits.outputTokens);
    return static_cast<int>(tokens);
}

} // namespace Gemmary
