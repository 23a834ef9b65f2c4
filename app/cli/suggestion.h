// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace Gemmary {

// The command or option nearest to the first argument that `app` does not know; empty when none is near.
[[nodiscard]] QString suggestionFor(const CLI::App &app, const std::vector<std::string> &arguments);

// Levenshtein's distance: single-character edits from `a` to `b`.
[[nodiscard]] int editDistance(const std::string &a, const std::string &b);

} // namespace Gemmary
