// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/summaryoptions.h"
#include "domain/process.h"

#include <QJsonObject>

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace Gemmary {

class CommandContext;

// The options and operands that `run` and `start` share: what to read and how.
class ProcessOptions
{
public:
    void describe(CLI::App &app);

    // The process these options ask for. Standard input ("-") is read to its end and kept in the store first.
    // InvalidInput for a path that is not there or a value that cannot be.
    [[nodiscard]] Result<NewProcess> build(CommandContext &context) const;

    // Its settings as a listener is told them: what was given, and what is not as everywhere.
    [[nodiscard]] QJsonObject fieldsOf(const NewProcess &process) const;

private:
    [[nodiscard]] Result<void> addInputs(NewProcess &process, CommandContext &context) const;
    [[nodiscard]] Result<ProcessSettings> settings(const ProcessSettings &defaults) const;
    [[nodiscard]] Result<void> applyTexts(ProcessSettings &settings) const;

    SummaryOptions m_summary;
    std::vector<std::string> m_paths;
    std::vector<std::string> m_exclude;
    std::string m_name;
    std::string m_language;
    std::string m_words;
    std::string m_duplicates;
    std::string m_content;
    std::string m_largest;
    std::optional<int> m_top; // what is not given is as the settings have it
    std::optional<int> m_sentences;
    std::optional<int> m_batchSize;
    std::optional<bool> m_hidden;
    std::optional<bool> m_segment;
};

} // namespace Gemmary
