// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/storefacts.h"

namespace Gemmary {

// Looks at a store (`place` as for SqlStore::open()) without changing it: whether it is reached, of an age
// that this program knows, and can be written. What is wrong is the error's sentence; NotFound for a file
// that is not there.
[[nodiscard]] Result<StoreFacts> inspectStore(const QString &place, const Clock &clock);

// Copies a store in use to a new file, as it is at one instant. Errors: Conflict where a server's own tools
// are for that, Storage for a file that cannot be written or is there.
[[nodiscard]] Result<void> backUpStore(const QString &place, const Clock &clock, const QString &target);

} // namespace Gemmary
