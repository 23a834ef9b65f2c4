// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QWidget>

namespace Gemmary::Test {

// Whether one of the labels below `widget` that can be seen has `text` in it.
inline bool showsText(const QWidget &widget, const QString &text)
{
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

// The button below `widget` that can be seen and is called so; null if there is none.
template <typename Button>
Button *visibleButton(const QWidget &widget, const QString &text)
{
    for (Button *button : widget.findChildren<Button *>()) {
        if (button->isVisible() && button->text().contains(text))
            return button;
    }
    return nullptr;
}

} // namespace Gemmary::Test
