// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/process.h"

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

private:
    [[nodiscard]] Result<void> addInputs(NewProcess &process, CommandContext &context) const;
    [[nodiscard]] Result<ProcessSettings> settings(const CommandContext &context) const;

    std::vector<std::string> m_paths;
    std::vector<std::string> m_exclude;
    std::string m_name;
    std::string m_summarizer;
    std::string m_model;
    std::string m_language;
    std::string m_words = "terms";
    std::string m_duplicates = "skip";
    std::string m_largest;
    int m_top = 5;
    int m_sentences = 3;
    int m_batchSize = 100;
    bool m_hidden = false;
    bool m_segment = false;
};

// "64M", "2 GB", "1000" in bytes; nullopt for anything else. Units are powers of 1024.
[[nodiscard]] std::optional<qint64> parseSize(const QString &text);

} // namespace Gemmary
