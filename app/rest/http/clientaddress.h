// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace Gemmary {

// The address without the clothes of another protocol: ::ffff:192.0.2.1 is 192.0.2.1.
[[nodiscard]] QHostAddress plainAddress(const QHostAddress &address);

// What counts as one client: an IPv4 address, or the 64 bits of an IPv6 network, which one customer gets.
[[nodiscard]] QString networkOf(const QHostAddress &address);

} // namespace Gemmary
