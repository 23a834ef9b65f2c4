// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/keyoption.h"

#include <QSet>

#include <optional>
#include <string>

namespace Gemmary {

// InvalidInput unless it is an ISO 639 code, or empty.
[[nodiscard]] Result<void> checkLanguage(const QString &code);

// --token-budget, for what models may take of tokens.
void addTokenBudget(CLI::App &app, std::optional<int> &budget);

// How a process's summaries are made, as options of `run` and `start`.
class SummaryOptions
{
public:
    void describe(CLI::App &app);

    // Puts what was given over the defaults in `process`, and a server's address into the context's settings;
    // says when texts are going to leave this computer. InvalidInput for what cannot be.
    [[nodiscard]] Result<void> apply(ProcessSettings &process, CommandContext &context) const;

    // Settings that were given, by their names in a request to a listener.
    [[nodiscard]] QSet<QString> given() const;

private:
    [[nodiscard]] Result<void> checkForListener() const;

    std::string m_summarizer;
    std::string m_model;
    std::string m_baseUrl;
    KeyOption m_key;
    std::string m_length;
    std::string m_style;
    std::string m_language;
    std::string m_prompt;
    std::optional<int> m_tokenBudget;
};

} // namespace Gemmary
