// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "rest/http/httphandler.h"
#include "rest/http/httplimits.h"

#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QThread>

#include <optional>

namespace Gemmary {

class HttpServer;

// Listens for HTTP/1.1 on a thread of its own, which answers while this one works. Lives in the thread that
// made it. The handler is called in the listener's thread and outlives it.
class HttpListener : public QObject
{
    Q_OBJECT

public:
    // With `tls` (see readTlsFiles()) nothing but TLS is spoken.
    HttpListener(HttpHandler &handler, const HttpLimits &limits, std::optional<QSslConfiguration> tls = {},
                 QObject *parent = nullptr);
    ~HttpListener() override; // drops what is left at once

    // Once. Port 0: any free one. Answers the port; Conflict: it is taken; InvalidInput: it, or the address,
    // cannot be had here.
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address, quint16 port);

    // Lets nobody in any more, ends streams, waits for answers in hand, though not longer than
    // HttpLimits::drainTime; then says closed().
    void close();

Q_SIGNALS:
    void closed();

private:
    HttpServer *m_server; // in m_thread
    QThread m_thread;
};

} // namespace Gemmary
