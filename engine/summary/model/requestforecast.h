// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/summarizer.h"
#include "summary/model/prompts.h"

namespace Gemmary {

// Counts the requests that ModelSummarizer would make for documents of which only the length is known, with
// the same packs, parts, groups and sets. It takes summaries to fill a third of the room that they
// are given.
class RequestForecast
{
public:
    // `window`: of ModelAsker, the tokens of data that one request holds.
    RequestForecast(const ProcessSettings &settings, qint64 window);

    void addDocument(qint64 tokens); // zero: it holds no text
    void endBatch();

    // With the sets up the tree.
    [[nodiscard]] CallForecast finish();

private:
    void ask(PromptKind kind, qint64 tokens);
    void askTogether();
    void askInParts(qint64 tokens);
    void merge(qint64 pieces, qint64 tokensEach, PromptKind kind, qint64 fanIn);
    [[nodiscard]] qint64 answerTokens(PromptKind kind) const;

    ProcessSettings m_settings;
    Prompts m_prompts;
    qint64 m_window;
    std::vector<qint64> m_waiting; // tokens of those that will share a request
    qint64 m_members = 0;          // documents of this batch with a summary
    std::vector<bool> m_batches;   // whether each has a text
    CallForecast m_forecast;
};

} // namespace Gemmary
