// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Gemmary {

// Where the REST listener listens, and to whom.
struct ServeSettings
{
    QString host = QStringLiteral("127.0.0.1"); // an address of this computer, or localhost
    int port = 8787;                            // 0: any free one
    QString tokenFile;                          // with tokens that others made; empty: none
    QStringList allowedHosts;                   // names that it is called by
    QString tlsCertificate;                     // PEM files; empty: no TLS
    QString tlsKey;
    bool insecure = false; // beyond this computer without TLS
    bool camel = false;    // answer as the original system did

    bool operator==(const ServeSettings &) const = default;
};

} // namespace Gemmary
