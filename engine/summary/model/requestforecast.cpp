// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/requestforecast.h"

#include "domain/job.h"
#include "summary/model/modeldocument.h"
#include "summary/model/packing.h"

#include <algorithm>
#include <numeric>

namespace Gemmary {

namespace {

constexpr qint64 LabelTokens = 25; // of a name before a summary
constexpr qint64 PartFanIn = 10;   // as ModelDocument merges
constexpr qint64 SetFanIn = 512;   // as ModelSummarizer does; the window ends groups before that
const QString UsualLanguage = QStringLiteral("en");

} // namespace

RequestForecast::RequestForecast(const ProcessSettings &settings, qint64 window)
    : m_settings(settings)
    , m_prompts(settings)
    , m_window(std::max<qint64>(window, 1))
{}

void RequestForecast::addDocument(qint64 tokens)
{
    if (tokens <= 0)
        return;
    ++m_members;
    if (tokens > m_window)
        return askInParts(tokens);
    if (!m_settings.packDocuments || m_window < PackTokens || tokens >= SmallDocument)
        return ask(PromptKind::Document, tokens);
    m_waiting.push_back(tokens);
    if (isPackFull(m_waiting))
        askTogether();
}

void RequestForecast::endBatch()
{
    askTogether();
    merge(m_members, answerTokens(PromptKind::Document) + LabelTokens, PromptKind::Files, SetFanIn);
    m_batches.push_back(m_members > 0);
    m_members = 0;
}

CallForecast RequestForecast::finish()
{
    std::vector<bool> nodes = std::move(m_batches);
    while (nodes.size() > 1) {
        const auto fanIn = static_cast<std::size_t>(std::max(m_settings.fanIn, 2));
        std::vector<bool> above;
        for (std::size_t first = 0; first < nodes.size(); first += fanIn) {
            const auto begin = nodes.begin() + static_cast<std::ptrdiff_t>(first);
            const auto end =
                nodes.begin() + static_cast<std::ptrdiff_t>(std::min(first + fanIn, nodes.size()));
            const auto members = std::count(begin, end, true);
            merge(members, answerTokens(PromptKind::Files) + LabelTokens, PromptKind::Files, SetFanIn);
            above.push_back(members > 0);
        }
        nodes = std::move(above);
    }
    return m_forecast;
}

void RequestForecast::ask(PromptKind kind, qint64 tokens)
{
    ++m_forecast.requests;
    m_forecast.inputTokens += m_prompts.request(kind, {}, UsualLanguage).inputTokens + tokens;
}

void RequestForecast::askTogether()
{
    const std::vector<qint64> waiting = std::exchange(m_waiting, {});
    if (waiting.size() == 1)
        ask(PromptKind::Document, waiting.front());
    if (waiting.size() < 2)
        return;
    const std::vector<PackedText> texts(waiting.size(), {QStringLiteral("f1"), {}, UsualLanguage});
    ++m_forecast.requests;
    m_forecast.inputTokens += std::accumulate(waiting.begin(), waiting.end(), qint64(0)) +
                              m_prompts.packedRequest(texts).inputTokens;
}

void RequestForecast::askInParts(qint64 tokens)
{
    const qint64 part = std::min(m_window, PartTokens);
    const qint64 parts = (tokens + part - 1) / part;
    for (qint64 i = 0; i < parts; ++i)
        ask(PromptKind::Part, tokens / parts);
    merge(parts, answerTokens(PromptKind::Part), PromptKind::Merge, PartFanIn);
}

// As ReduceTree does: groups that fit, and groups of what comes of them.
void RequestForecast::merge(qint64 pieces, qint64 tokensEach, PromptKind kind, qint64 fanIn)
{
    const qint64 group = std::clamp<qint64>(m_window / std::max<qint64>(tokensEach, 1), 2, fanIn);
    while (pieces > 1) {
        const qint64 groups = (pieces + group - 1) / group;
        m_forecast.requests += groups - 1; // all but the last are alike
        m_forecast.inputTokens +=
            (groups - 1) * (m_prompts.request(kind, {}, UsualLanguage).inputTokens + group * tokensEach);
        ask(kind, (pieces - (groups - 1) * group) * tokensEach);
        pieces = groups;
    }
}

qint64 RequestForecast::answerTokens(PromptKind kind) const
{
    constexpr int Share = 3; // of the room for it, which also holds for languages that need most
    return m_prompts.outputTokens(kind) / Share;
}

} // namespace Gemmary
