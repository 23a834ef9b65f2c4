// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/sleepinhibitor.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <array>

namespace Gemmary {

namespace {

struct InhibitService
{
    QString service;
    QString path;
    QString interface;
    QString release;
    bool takesWindowAndFlags;
};

const std::array<InhibitService, 2> Services{{
    {QStringLiteral("org.freedesktop.PowerManagement"),
     QStringLiteral("/org/freedesktop/PowerManagement/Inhibit"),
     QStringLiteral("org.freedesktop.PowerManagement.Inhibit"), QStringLiteral("UnInhibit"), false},
    {QStringLiteral("org.gnome.SessionManager"), QStringLiteral("/org/gnome/SessionManager"),
     QStringLiteral("org.gnome.SessionManager"), QStringLiteral("Uninhibit"), true},
}};
constexpr uint NoWindow = 0;
constexpr uint Suspending = 4; // of org.gnome.SessionManager's flags

QDBusMessage callOf(const InhibitService &service, const QString &method)
{
    return QDBusMessage::createMethodCall(service.service, service.path, service.interface, method);
}

} // namespace

SleepInhibitor::SleepInhibitor(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{}

void SleepInhibitor::inhibit(const QString &reason)
{
    m_wanted = true;
    if (m_bus.isConnected() && m_cookie == 0 && !std::exchange(m_asked, true))
        ask(0, reason);
}

void SleepInhibitor::release()
{
    m_wanted = false;
    if (m_cookie != 0)
        giveBack(m_service, std::exchange(m_cookie, 0));
}

void SleepInhibitor::ask(std::size_t service, const QString &reason)
{
    QDBusMessage call = callOf(Services[service], QStringLiteral("Inhibit"));
    call << QStringLiteral("Gemmary");
    if (Services[service].takesWindowAndFlags)
        call << NoWindow << reason << Suspending;
    else
        call << reason;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, service, reason] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isValid() && m_wanted && service + 1 < Services.size()) {
            ask(service + 1, reason);
            return;
        }
        m_asked = false;
        if (!reply.isValid())
            return;
        if (m_wanted) {
            m_service = service;
            m_cookie = reply.value();
        } else { // the work ended before the answer came
            giveBack(service, reply.value());
        }
    });
}

void SleepInhibitor::giveBack(std::size_t service, uint cookie)
{
    m_bus.asyncCall(callOf(Services[service], Services[service].release) << cookie);
}

} // namespace Gemmary
