// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/process.h"

#include <QJsonObject>

namespace Gemmary {

// The process that processJson() wrote; writing it again gives the same object. It may come from anybody:
// BadReply for what has no id, state or progress, facts of a wrong type are as if they were not known, and
// numbers are never negative.
[[nodiscard]] Result<ProcessSnapshot> processFromJson(const QJsonObject &object);

} // namespace Gemmary
