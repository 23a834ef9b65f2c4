// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QStringList>

namespace Gemmary {

// Which names a listener answers to. A web page can lead its own name to the listener's address (DNS
// rebinding) and would then be asked for as the same origin; but it cannot get at the name in Host.
class HostCheck
{
public:
    // To loopback's names only, when that is where it listens; else to any address and this computer's name;
    // and to those that are `allowed`.
    HostCheck(const QHostAddress &address, const QStringList &allowed);

    // The value of a Host header, with or without a port.
    [[nodiscard]] bool isOurs(const QByteArray &host) const;

private:
    bool m_isLoopback;
    QStringList m_names; // in lower case
};

} // namespace Gemmary
