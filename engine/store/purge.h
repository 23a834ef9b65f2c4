// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <chrono>

namespace Gemmary {

class Database;

// ProcessStore::purgeRemoved, in many short transactions. An interrupted purge is finished by the next.
[[nodiscard]] Result<qint64> purgeRemoved(const Database &database, std::chrono::milliseconds age);

} // namespace Gemmary
