// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

namespace Gemmary {

// The whole of gemmary-cli but its main(): parses `arguments` (without the program's name), runs the command
// that they name, answers the exit code. Needs a QCoreApplication; runs event loops of its own. The engine
// that `backend` opens lives until this is back.
[[nodiscard]] int runCommandLine(const std::vector<std::string> &arguments, Terminal &terminal,
                                 const Backend &backend);

} // namespace Gemmary
