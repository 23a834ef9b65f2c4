// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/api/call.h"

namespace Gemmary {

// The controllers of the routes; see router.cpp for which is whose.

// ---- processcontrollers.cpp
[[nodiscard]] Answer listProcesses(const Call &call);
[[nodiscard]] Answer showStatus(const Call &call);
[[nodiscard]] Answer stopProcess(const Call &call);
[[nodiscard]] Answer pauseProcess(const Call &call);
[[nodiscard]] Answer resumeProcess(const Call &call);
[[nodiscard]] Answer retryProcess(const Call &call);
[[nodiscard]] Answer removeProcess(const Call &call);

// ---- startcontroller.cpp
[[nodiscard]] Answer startProcess(const Call &call);

// ---- contentcontroller.cpp
[[nodiscard]] Answer keepContent(const Call &call);

// ---- resultcontrollers.cpp
[[nodiscard]] Answer showStatistics(const Call &call);
[[nodiscard]] Answer listSummaries(const Call &call);
[[nodiscard]] Answer showResults(const Call &call);
[[nodiscard]] Answer listDocuments(const Call &call);
[[nodiscard]] Answer listWords(const Call &call);

// ---- servicecontrollers.cpp
[[nodiscard]] Answer showHealth(const Call &call);
[[nodiscard]] Answer showReady(const Call &call);
[[nodiscard]] Answer showMetrics(const Call &call);
[[nodiscard]] Answer showOpenApi(const Call &call);

} // namespace Gemmary
