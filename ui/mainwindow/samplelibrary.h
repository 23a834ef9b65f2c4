// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace Gemmary {

// Puts the sample library that ships inside the program into `folder`, as far as it is not there, and answers
// the folder. Writes files: not for the GUI thread.
[[nodiscard]] Result<QString> unpackSamples(const QString &folder);

} // namespace Gemmary
