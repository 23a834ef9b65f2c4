// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/modelusage.h"
#include "domain/process.h"

#include <QJsonObject>

#include <vector>

namespace Gemmary {

// A process with what else can be said of its work.
struct ProcessStatus
{
    ProcessSnapshot process;
    std::vector<DeadLetter> parked; // not given deliveries again
    std::vector<ModelUsage> usage;
    QString waiting; // what for; empty: for nothing
};

// The process object with "parked", "waiting", "usage", "token_budget" and "stages" beside it.
[[nodiscard]] QJsonObject statusJson(const ProcessStatus &status);

// What statusJson() wrote, wherever it comes from; see processFromJson().
[[nodiscard]] Result<ProcessStatus> statusFromJson(const QJsonObject &object);

} // namespace Gemmary
