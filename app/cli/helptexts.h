// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal.h"

#include <string>

namespace CLI {
class App;
}

namespace Gemmary {

// The texts around the table of commands.
[[nodiscard]] QString introductionText(); // examples first
[[nodiscard]] QString footerText();
[[nodiscard]] QString exitCodesText();
[[nodiscard]] QString environmentText();

// `gemmary-cli help [TOPIC]`: a command's help or a topic's text. Answers the exit code.
[[nodiscard]] int printHelp(const Terminal &terminal, CLI::App &app, const std::string &topic);

} // namespace Gemmary
