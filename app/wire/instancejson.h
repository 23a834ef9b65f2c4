// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instance.h"

#include <QJsonObject>

namespace Gemmary {

// One engine for `--json`; in the same style as processJson().
[[nodiscard]] QJsonObject instanceJson(const InstanceView &view);

// "working", "idle", "draining", "lost".
[[nodiscard]] QString stateName(const InstanceView &view);

} // namespace Gemmary
