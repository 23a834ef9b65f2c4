// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"

#include <QObject>
#include <QTimer>

namespace Gemmary {

class DesktopServices;
class ProcessModel;
struct WindowSettings;

// Tells the desktop what goes on while nobody looks at the window: one notification a finished process,
// progress in the taskbar, and no sleep while there is work.
class Announcer : public QObject
{
    Q_OBJECT

public:
    Announcer(ProcessModel &model, DesktopServices &desktop, const WindowSettings &settings, QWidget *window);
    ~Announcer() override;

Q_SIGNALS:
    void showRequested(const Gemmary::ProcessId &id);

private:
    void onSettled(const ProcessSnapshot &process);
    void follow();

    ProcessModel &m_model;
    DesktopServices &m_desktop;
    const WindowSettings &m_settings;
    QWidget *m_window;
    QTimer m_follow;
    bool m_awake = false;
};

} // namespace Gemmary
