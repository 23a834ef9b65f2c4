// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <string>
#include <vector>

namespace Gemmary {

// Opens the engine on a store for a command. The caller owns the engine and keeps it until runCommandLine()
// is back.
using EngineOpener = std::function<Result<Engine *>(const Settings &settings, const QString &storePlace)>;

// The whole of gemmary-cli but its main(): parses `arguments` (without the program's name), runs the command
// that they name, answers the exit code. Needs a QCoreApplication; runs event loops of its own.
[[nodiscard]] int runCommandLine(const std::vector<std::string> &arguments, Terminal &terminal,
                                 const EngineOpener &openEngine);

} // namespace Gemmary
