// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/states.h"

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

#include <array>

QT_BEGIN_NAMESPACE
class QFont;
class QWidget;
QT_END_NAMESPACE

namespace Gemmary {

// The window's colours, all derived from a palette, so that they follow the desktop's light, dark and
// high-contrast themes. GUI thread only.

[[nodiscard]] bool isDark(const QPalette &palette);

// Colours with a meaning, readable on the palette's base (text ≥ 4.5:1, shapes ≥ 3:1).
struct Colors
{
    QColor accent;
    QColor done;
    QColor running;
    QColor waiting;
    QColor paused;
    QColor failed;
    QColor skipped;
    QColor warning;
    QColor faintText;             // secondary text, still ≥ 4.5:1
    QColor line;                  // borders and grid
    QColor card;                  // surface a little off the window's colour
    std::array<QColor, 6> series; // for charts, told apart by the colour-blind too (Okabe and Ito, adapted)
};
[[nodiscard]] Colors colorsOf(const QPalette &palette);

// Palettes the user can force; `System` leaves what the desktop says.
enum class Appearance { System, Light, Dark, HighContrast };
[[nodiscard]] QPalette paletteOf(Appearance appearance, const QPalette &systemPalette);

// An icon of resources/icons, drawn in the text colour of the application's palette at every paint.
[[nodiscard]] QIcon themedIcon(const QString &name);

// The same in a fixed colour, for states.
[[nodiscard]] QIcon themedIcon(const QString &name, const QColor &color);

// `widget`'s font, `scale` times as large, and as bold as asked.
void setFontScale(QWidget *widget, double scale, bool bold = false);

// Multiples of a quarter of the line height, the unit of all margins and gaps.
[[nodiscard]] int spacing(const QWidget *widget, double quarters);

} // namespace Gemmary
