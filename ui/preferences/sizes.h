// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gemmary {

// Sizes as settings files have them ("64M", "2G", "1000"), for a control that shows whole MiB.

[[nodiscard]] int mebibytes(const QString &size); // rounded up
[[nodiscard]] QString sizeOfMebibytes(int mebibytes);

} // namespace Gemmary
