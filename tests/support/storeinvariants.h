// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QStringList>

namespace Gemmary {

// Reads a SQLite store past its code and says what contradicts itself about a process, at any instant:
// counters against rows, results against jobs, chunks against results, the tree's shape, dead letters.
[[nodiscard]] QStringList violationsIn(const QString &path, const ProcessId &process);

// The same of a database on a server.
[[nodiscard]] QStringList violationsOnServer(const QString &url, const ProcessId &process);

} // namespace Gemmary
