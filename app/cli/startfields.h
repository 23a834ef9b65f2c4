// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/processsettings.h"

#include <QJsonObject>
#include <QSet>

namespace Gemmary {

// What POST /process/start is told of a process's settings: those that were `given` (by their names there)
// and those that are not as everywhere. The listener's own hold for the rest.
[[nodiscard]] QJsonObject startFields(const ProcessSettings &chosen, const QSet<QString> &given);

} // namespace Gemmary
