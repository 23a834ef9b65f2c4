// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QUrl>

namespace Gemmary {

// Where a listener is, and what to show it.
struct ListenerAddress
{
    QUrl url;         // with the path before the endpoints', without a slash at its end
    QByteArray token; // empty: none
};

// InvalidInput for what is no such address; Refused for a token that would go unencrypted beyond this
// computer, or that cannot be one.
[[nodiscard]] Result<ListenerAddress> listenerAddress(const QString &url, const QString &token);

// Whether only this computer sees what is sent there.
[[nodiscard]] bool staysHere(const QUrl &url);

} // namespace Gemmary
