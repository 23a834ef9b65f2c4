// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/modelusage.h"
#include "domain/workestimate.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Gemmary {

// [{"provider", "model", "requests", "input_tokens", "output_tokens"}]
[[nodiscard]] QJsonArray usageJson(const std::vector<ModelUsage> &usage);

// What usageJson() wrote; entries of another shape count nothing.
[[nodiscard]] std::vector<ModelUsage> usageFromJson(const QJsonArray &array);

// {"documents", "bytes", "requests", "input_tokens", "minutes"}; minutes is null where no limit matters.
[[nodiscard]] QJsonObject estimateJson(const WorkEstimate &estimate);

} // namespace Gemmary
