// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ids.h"
#include "domain/process.h"

#include <string>

namespace CLI {
class App;
}

namespace Gemmary {

class CommandContext;
struct ResultsContent;

// The options of commands that wait for a process, and what they do then: work on it until it is settled,
// print its results, answer the exit code that fits.
class Waiting
{
public:
    // `optional`: the command waits only with --wait.
    void describe(CLI::App &app, bool optional);

    [[nodiscard]] bool isWanted() const { return m_wait; }

    // InvalidInput for what makes no sense where it is waited.
    [[nodiscard]] Result<void> check(const CommandContext &context) const;

    [[nodiscard]] Result<int> waitFor(CommandContext &context, const ProcessId &id) const;

private:
    [[nodiscard]] Result<int> report(CommandContext &context, const ProcessSnapshot &process) const;

    bool m_wait = false;
    bool m_strict = false;
    bool m_csv = false;
    bool m_all = false;
    int m_workers = 0; // 0: one a core
    int m_timeout = 0; // seconds; 0: none
};

// Prints results in the form that --json and --csv ask for.
void printResults(const CommandContext &context, const ResultsContent &content, bool csv, bool all);

// The last line of a settled process that has no results.
[[nodiscard]] QString settledSentence(const ProcessSnapshot &process);

} // namespace Gemmary
