// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gemmary {

// Text of documents and names of files as one line to show: line ends and other controls become blanks, and
// marks that turn the direction end with it.
[[nodiscard]] QString oneLine(const QString &text);

} // namespace Gemmary
