// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>

namespace Gemmary {

// What the window asks of the desktop around it. Each is a wish: a desktop without the service does nothing.
// GUI thread; nothing blocks.
class DesktopServices
{
public:
    virtual ~DesktopServices() = default;

    // Shows a notification; `activated` is called when the user follows it.
    virtual void notify(const QString &title, const QString &text, std::function<void()> activated) = 0;

    // How far all work is, on the window's place in the taskbar; nullopt: nothing is being done.
    virtual void showProgress(std::optional<double> share) = 0;

    // Keeps the computer from going to sleep by itself.
    virtual void keepAwake(bool awake, const QString &reason) = 0;
};

} // namespace Gemmary
