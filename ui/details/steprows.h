// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/points.h"
#include "domain/views.h"

#include <QString>

#include <vector>

namespace Gemmary {

// What the chart of steps shows of the engine's histograms: quartiles, read off the log2 buckets with their
// geometric middle, so within a factor of √2.
[[nodiscard]] std::vector<StepRow> stepRows(const std::vector<StepTimes> &times);

[[nodiscard]] QString stepWord(Step step); // "reading"

} // namespace Gemmary
