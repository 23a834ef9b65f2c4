// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/freedesktop.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace Gemmary {

namespace {

const QString NotificationsService = QStringLiteral("org.freedesktop.Notifications");
const QString NotificationsPath = QStringLiteral("/org/freedesktop/Notifications");
const QString DesktopFile = QStringLiteral("io.github.gemmary.Gemmary");

} // namespace

FreedesktopServices::FreedesktopServices(QObject *parent)
    : QObject(parent)
    , m_bus(QDBusConnection::sessionBus())
    , m_sleep(m_bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(NotificationsService, NotificationsPath, NotificationsService,
                  QStringLiteral("ActionInvoked"), this, SLOT(onActionInvoked(uint, QString)));
    m_bus.connect(NotificationsService, NotificationsPath, NotificationsService,
                  QStringLiteral("NotificationClosed"), this, SLOT(onNotificationClosed(uint, uint)));
}

void FreedesktopServices::notify(const QString &title, const QString &text, std::function<void()> activated)
{
    if (!m_bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(NotificationsService, NotificationsPath,
                                                       NotificationsService, QStringLiteral("Notify"));
    // The specification reads the text as markup; names are data.
    call << QStringLiteral("Gemmary") << 0U << DesktopFile << title << text.toHtmlEscaped()
         << QStringList{QStringLiteral("default"), tr("Show")}
         << QVariantMap{{QStringLiteral("desktop-entry"), DesktopFile}} << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, activated] {
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isValid())
            m_notifications.insert(reply.value(), activated);
        watcher->deleteLater();
    });
}

void FreedesktopServices::showProgress(std::optional<double> share)
{
    if (!m_bus.isConnected() || share == m_shown)
        return;
    m_shown = share;
    QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/io/github/gemmary"),
                                                     QStringLiteral("com.canonical.Unity.LauncherEntry"),
                                                     QStringLiteral("Update"));
    signal << QStringLiteral("application://%1.desktop").arg(DesktopFile)
           << QVariantMap{{QStringLiteral("progress"), share.value_or(0)},
                          {QStringLiteral("progress-visible"), share.has_value()}};
    m_bus.send(signal);
}

void FreedesktopServices::keepAwake(bool awake, const QString &reason)
{
    if (awake)
        m_sleep.inhibit(reason);
    else
        m_sleep.release();
}

void FreedesktopServices::onActionInvoked(uint id, const QString &)
{
    if (const auto activated = m_notifications.take(id))
        activated();
}

void FreedesktopServices::onNotificationClosed(uint id, uint)
{
    m_notifications.remove(id);
}

} // namespace Gemmary
