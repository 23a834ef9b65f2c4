// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/sleepinhibitor.h"
#include "mainwindow/desktopservices.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>

namespace Gemmary {

// The desktop's services over the session bus: notifications (org.freedesktop.Notifications), taskbar
// progress (com.canonical.Unity.LauncherEntry, which KDE and Ubuntu's dock read) and sleep. All calls are
// sent without waiting.
class FreedesktopServices : public QObject, public DesktopServices
{
    Q_OBJECT

public:
    explicit FreedesktopServices(QObject *parent = nullptr);

    void notify(const QString &title, const QString &text, std::function<void()> activated) override;
    void showProgress(std::optional<double> share) override;
    void keepAwake(bool awake, const QString &reason) override;

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action);
    void onNotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QHash<uint, std::function<void()>> m_notifications;
    std::optional<double> m_shown;
    SleepInhibitor m_sleep;
};

} // namespace Gemmary
