// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/job.h"
#include "domain/process.h"

#include <QJsonObject>

#include <optional>

namespace Gemmary {

// A parked job for `--json`; `batch` is its jobText().
[[nodiscard]] QJsonObject deadLetterJson(const DeadLetter &letter);

// What names a job within its process, as people type it: "analyse/0/7" is stage, level and number.
[[nodiscard]] QString jobText(const DeadLetter &letter);
[[nodiscard]] std::optional<JobKey> jobFrom(const ProcessId &process, const QString &text);

} // namespace Gemmary
