// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>

namespace Gemmary {

// Keeps the computer from going to sleep by itself, by the first of the desktops' services that answers: that
// of KDE and Xfce (org.freedesktop.PowerManagement.Inhibit), else that of GNOME (org.gnome.SessionManager).
// Without one nothing happens. Calls are sent without waiting.
class SleepInhibitor : public QObject
{
    Q_OBJECT

public:
    explicit SleepInhibitor(QDBusConnection bus, QObject *parent = nullptr);

    void inhibit(const QString &reason);
    void release();

private:
    void ask(std::size_t service, const QString &reason);
    void giveBack(std::size_t service, uint cookie);

    QDBusConnection m_bus;
    bool m_wanted = false;
    bool m_asked = false; // an answer is on its way
    std::size_t m_service = 0;
    uint m_cookie = 0; // 0: none
};

} // namespace Gemmary
