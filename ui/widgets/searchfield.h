// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace Gemmary {

// Makes a field one for searching: `purpose` stands in it while it is empty and is its name for screen
// readers, a button clears it, and with a glass at its beginning where asked. The buttons inside have names
// too, which Qt leaves out. GUI thread only.
enum class Glass { Shown, None };
void makeSearchField(QLineEdit *field, const QString &purpose, Glass glass = Glass::None);

} // namespace Gemmary
