// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace Gemmary {

// Hands the keys that a page gets on to the part of it that they are for. Not a focus proxy: on its way
// through the window, Tab takes a page with a proxy for the proxy and jumps over all that stands before it.
// Owned by the page. GUI thread only.
class FocusPass : public QObject
{
    Q_OBJECT

public:
    FocusPass(QWidget *page, std::function<QWidget *()> part);

    bool eventFilter(QObject *page, QEvent *event) override;

private:
    std::function<QWidget *()> m_part;
};

} // namespace Gemmary
