// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Gemmary {

// What one model took: answers that were paid for, not those that were kept from before.
struct ModelUsage
{
    QString provider; // as ProcessSettings::summarizer names it
    QString model;
    qint64 requests = 0;
    qint64 inputTokens = 0; // as the provider counted, or estimated where it does not
    qint64 outputTokens = 0;

    [[nodiscard]] qint64 tokens() const { return inputTokens + outputTokens; }
};

// Tokens of all rows together, which a budget limits.
[[nodiscard]] inline qint64 tokensOf(const std::vector<ModelUsage> &usage)
{
    qint64 tokens = 0;
    for (const ModelUsage &row : usage)
        tokens += row.tokens();
    return tokens;
}

} // namespace Gemmary
