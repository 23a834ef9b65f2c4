// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace Gemmary {

class Terminal;

// Asks for one line on the terminal that standard input is, without showing it. Cancelled by Ctrl+C.
[[nodiscard]] Result<QString> readHidden(const Terminal &terminal, const QString &prompt);

[[nodiscard]] bool inputIsTerminal();

} // namespace Gemmary
