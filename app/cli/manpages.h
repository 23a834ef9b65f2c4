// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandtable.h"

namespace Gemmary {

// Manual pages in man(7)'s roff, made of the tables that the programs themselves read; the same at each call.
[[nodiscard]] QString commandLinePage(const std::vector<CommandRow> &table); // gemmary-cli(1)
[[nodiscard]] QString windowPage();                                          // gemmary(1)
[[nodiscard]] QString settingsPage();                                        // gemmary.conf(5)

} // namespace Gemmary
