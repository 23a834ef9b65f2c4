// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providermodel.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds Patience{50}; // between looks at the cancel token
constexpr int CloudConcurrency = 4;               // Qt has six connections to a host

// Providers repeat parts of what they were sent: the document must not reach a log that way.
QString withoutDocument(const QString &words, const ModelRequest &request)
{
    constexpr qsizetype Telling = 24; // letters of a document that could be no accident
    for (qsizetype start = 0; start + Telling <= words.size(); ++start) {
        if (request.prompt.contains(QStringView(words).sliced(start, Telling)))
            return words.section(QLatin1Char(':'), 0, 0);
    }
    return words;
}

// A stream that was cut is seen here only: Qt says nothing when the last chunk is missing.
Attempt<ModelAnswer> finished(AnswerDraft draft, const StreamParser &parser, bool hasEvents)
{
    if (parser.isTooLong())
        return trouble(TroubleKind::BadReply, QStringLiteral("an event without end"));
    const bool isEmpty = draft.answer.text.isEmpty();
    if (parser.hasTail() || (!draft.isEnded && (draft.isBegun || !hasEvents)))
        return trouble(TroubleKind::BrokeOff);
    if (!draft.isEnded || (isEmpty && draft.answer.end == AnswerEnd::Complete))
        return trouble(TroubleKind::BadReply, QStringLiteral("an answer without text"));
    return std::move(draft.answer);
}

} // namespace

ProviderModel::ProviderModel(const ProviderSettings &settings, HttpClient &client)
    : m_codec(newModelCodec(settings))
    , m_client(client)
{}

Error ProviderModel::errorOf(const ProviderTrouble &trouble) const
{
    return Gemmary::errorOf(trouble, m_codec->settings());
}

Result<ModelLimits> ProviderModel::limits(const CancelToken &cancel)
{
    Attempt<ModelLimits> known = attemptLimits(cancel);
    if (!known)
        return failure(errorOf(known.error()));
    return *known;
}

Attempt<ModelLimits> ProviderModel::attemptLimits(const CancelToken &cancel)
{
    GEMMARY_ASSIGN(known, facts(cancel));
    ModelLimits limits;
    limits.contextTokens = known.model.contextTokens;
    limits.outputTokens = known.model.outputTokens;
    limits.keepsToSchema = known.capabilities.keepsToSchema;
    const int fallback = m_codec->settings().kind == ProviderKind::Gemini ? CloudConcurrency : 1;
    limits.concurrency = known.model.concurrency > 0 ? known.model.concurrency : fallback;
    return limits;
}

Result<ModelAnswer> ProviderModel::answer(const ModelRequest &request, const CancelToken &cancel)
{
    Attempt<ModelAnswer> result = attempt(request, cancel);
    if (!result)
        return failure(errorOf(result.error()));
    return std::move(*result);
}

Attempt<ModelAnswer> ProviderModel::attempt(const ModelRequest &request, const CancelToken &cancel)
{
    GEMMARY_ASSIGN(known, facts(cancel));
    for (;;) {
        Attempt<ModelAnswer> result = askOnce(request, known, cancel);
        if (result || !giveUpFeature(result.error(), known)) {
            if (!result)
                result.error().words = withoutDocument(result.error().words, request);
            return result;
        }
    }
}

// Each feature is given up once, so asking again ends.
bool ProviderModel::giveUpFeature(const ProviderTrouble &trouble, Facts &known)
{
    if (!trouble.refused || !giveUp(*trouble.refused, known.capabilities))
        return false;
    const std::scoped_lock lock(m_mutex);
    // Another thread may have learned another thing meanwhile.
    static_cast<void>(giveUp(*trouble.refused, m_facts->capabilities));
    return true;
}

Attempt<ModelAnswer> ProviderModel::askOnce(const ModelRequest &request, const Facts &known,
                                            const CancelToken &cancel)
{
    AnswerDraft draft;
    StreamParser parser(m_codec->framing());
    Attempt<void> read;
    bool hasEvents = false;
    const auto take = [&](QByteArrayView bytes) {
        for (const QByteArray &event : parser.feed(bytes)) {
            hasEvents = true;
            read = m_codec->read(event, draft);
            if (!read)
                return false;
        }
        return !parser.isTooLong();
    };
    GEMMARY_ASSIGN(reply,
                   m_client.send(m_codec->ask(request, known.model, known.capabilities), take, cancel));
    if (reply.status != 200)
        return tl::unexpected(m_codec->troubleOf(reply));
    GEMMARY_TRY(read);
    GEMMARY_ASSIGN(result, finished(std::move(draft), parser, hasEvents));
    GEMMARY_TRY(m_codec->check(result, request));
    return result;
}

// One thread asks, the others wait for what it learns: a wrong key is shown to the provider once.
Attempt<ProviderModel::Facts> ProviderModel::facts(const CancelToken &cancel)
{
    std::unique_lock lock(m_mutex);
    const bool isWaiting = m_isAsking;
    while (m_isAsking) {
        m_asked.wait_for(lock, Patience);
        if (cancel.isCancelled())
            return trouble(TroubleKind::Cancelled);
    }
    if (m_facts)
        return *m_facts;
    if (isWaiting && m_refusal)
        return tl::unexpected(*m_refusal);
    m_isAsking = true;
    lock.unlock();
    Attempt<Facts> learned = ask(cancel);
    lock.lock();
    m_isAsking = false;
    m_refusal.reset();
    if (learned)
        m_facts = *learned;
    else if (!isTransient(learned.error().kind) && learned.error().kind != TroubleKind::Cancelled)
        m_refusal = learned.error();
    m_asked.notify_all();
    return learned;
}

Attempt<ProviderModel::Facts> ProviderModel::ask(const CancelToken &cancel)
{
    GEMMARY_ASSIGN(reply, m_client.send(m_codec->askAbout(), {}, cancel));
    if (reply.status != 200)
        return tl::unexpected(m_codec->troubleOf(reply));
    GEMMARY_ASSIGN(model, m_codec->readAbout(reply.body));
    if (const std::optional<HttpRequest> more = m_codec->askMore(model)) {
        const Attempt<HttpReply> answer = m_client.send(*more, {}, cancel);
        if (answer && answer->status == 200)
            m_codec->readMore(answer->body, model);
    }
    const ProviderSettings &settings = m_codec->settings();
    if (model.contextTokens == 0)
        model.contextTokens = settings.contextTokens;
    const ModelCapabilities known = knownCapabilities(settings.kind, model);
    return Facts{model, settings.capabilities.value_or(known)};
}

QString testQuestion()
{
    return QStringLiteral("Answer with the word OK.");
}

Result<ModelAnswer> testModel(TextModel &model, const CancelToken &cancel)
{
    ModelRequest request;
    request.prompt = testQuestion();
    request.outputTokens = 16;
    return model.answer(request, cancel);
}

} // namespace Gemmary
