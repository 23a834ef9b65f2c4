// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/document.h"
#include "domain/process.h"
#include "settings/settings.h"

#include <functional>

namespace Gemmary {

// Documents of this computer for who sends them elsewhere, without a store.

// Walks the inputs of `process` as a planner would, until one is not wanted any more.
void findDocuments(const Settings &settings, const NewProcess &process,
                   const std::function<bool(const PlannedDocument &)> &take);

// All bytes of one, 256 MiB at most; a problem when it cannot be read or is written meanwhile.
[[nodiscard]] Outcome<QByteArray> readDocument(const Settings &settings, const Locator &file);

} // namespace Gemmary
