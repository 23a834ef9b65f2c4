// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/completion.h"
#include "cli/terminal.h"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace Gemmary {

// The verbs for shells and for the build, which no help names:
//   __complete -- WORD…   what may stand for the last word: one a line with a tab and its help, at last
//                         ":files" where names of files may, too, else ":"
//   __man PAGE            a manual page: gemmary-cli.1, gemmary.1 or gemmary.conf.5
// Answers the exit code; nullopt: it is none of them.
[[nodiscard]] std::optional<int> runHidden(const std::vector<std::string> &arguments, const CLI::App &app,
                                           const Terminal &terminal, const ProcessNames &processes);

} // namespace Gemmary
