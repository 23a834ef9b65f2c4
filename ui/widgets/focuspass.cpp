// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/focuspass.h"

#include <QFocusEvent>
#include <QWidget>

namespace Gemmary {

FocusPass::FocusPass(QWidget *page, std::function<QWidget *()> part)
    : QObject(page)
    , m_part(std::move(part))
{
    page->installEventFilter(this);
}

bool FocusPass::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_part()->setFocus(static_cast<QFocusEvent *>(event)->reason());
    return false;
}

} // namespace Gemmary
