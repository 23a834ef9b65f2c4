// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandtable.h"

#include <functional>
#include <vector>

namespace Gemmary {

// What may stand where somebody is typing.
struct Candidate
{
    QString word;
    QString help; // empty: it speaks for itself
};

struct Candidates
{
    std::vector<Candidate> words;
    bool files = false; // names of files, too
};

// The processes there are, or were removed, newest first; asked only where an id may stand.
using ProcessNames = std::function<std::vector<Candidate>(bool removed)>;

// For `words`, what was typed after the program's name; the last one is being typed and may be empty. An
// equals sign that the shell made a word of is none.
[[nodiscard]] Candidates completed(const std::vector<CommandRow> &table, const QStringList &words,
                                   const ProcessNames &processes);

// The script that teaches a shell (bash, zsh, fish) to ask the program by its hidden __complete; empty: no
// such shell.
[[nodiscard]] QString completionScript(const QString &shell);

} // namespace Gemmary
