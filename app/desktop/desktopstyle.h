// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace Gemmary {

// Fusion, whose dialogs have no icons on their buttons: it draws them for light windows only.
class DesktopStyle : public QProxyStyle
{
    Q_OBJECT

public:
    DesktopStyle()
        : QProxyStyle(QStringLiteral("Fusion"))
    {}

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons
                   ? 0
                   : QProxyStyle::styleHint(hint, option, widget, returned);
    }
};

} // namespace Gemmary
