// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>

namespace Gemmary {

// Orders names as people do, in the user's language: "9" before "10", "a" beside "A". Make one for each use:
// a QCollator belongs to one thread.
[[nodiscard]] QCollator nameCollator();

} // namespace Gemmary
