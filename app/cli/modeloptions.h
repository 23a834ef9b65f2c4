// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/processsettings.h"
#include "domain/workestimate.h"
#include "settings/settings.h"

#include <string>

namespace CLI {
class App;
}

namespace Gemmary {

class CommandContext;

// --base-url, for commands that speak to a model server; over GEMMARY_BASE_URL.
void addBaseUrl(CLI::App &app, std::string &url);
[[nodiscard]] Result<void> applyBaseUrl(const std::string &url, Settings &settings);

// Whether the provider answers and offers the model that a process names, so that nobody waits for what
// cannot come. Blocks.
[[nodiscard]] Result<void> checkModel(const CommandContext &context, const ProcessSettings &process);

// Whether a model of some provider makes the summaries.
[[nodiscard]] bool isByModel(const QString &summarizer);

// What the process will take of a model, in one sentence; empty: no model makes its summaries.
[[nodiscard]] QString estimateSentence(const WorkEstimate &estimate);

// Where a process's texts go, in one sentence for whoever starts it; empty: nowhere but this computer.
[[nodiscard]] QString whereTextsGo(const QString &summarizer, const Settings &settings);

} // namespace Gemmary
