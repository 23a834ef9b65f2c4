// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/http/httplimits.h"

#include <QElapsedTimer>
#include <QTcpSocket>

namespace Gemmary {

// Gives a client its answer as quickly as it reads, and knows when it does not. A large answer stays where it
// is, shared with who made it: only a piece at a time is in the socket.
class ResponseWriter
{
public:
    ResponseWriter(QTcpSocket &socket, const HttpLimits &limits)
        : m_socket(socket)
        , m_limits(limits)
    {}

    // An answer begins; a body that is HttpResponse::body or the first piece of a stream.
    void begin(const QByteArray &head, const QByteArray &body, bool isStream);

    void append(const QByteArray &bytes); // to a stream
    void finish() { m_isStream = false; } // no more of it

    void goOn(); // the socket has written some

    // All that there is has gone to the socket, but for a piece at most.
    [[nodiscard]] bool isHandedOver() const { return m_left.isEmpty() && !m_isStream; }
    [[nodiscard]] qint64 unread() const; // bytes in the socket that the client has not taken
    [[nodiscard]] bool isTooSlow() const;

private:
    void pump();

    QTcpSocket &m_socket;
    const HttpLimits &m_limits;
    QByteArrayView m_left; // of m_body
    QByteArray m_body;
    bool m_isStream = false;
    qint64 m_size = 0; // of the answer so far
    QElapsedTimer m_sinceBegin;
    QElapsedTimer m_sinceProgress; // since the client took something, or had all that there was
};

} // namespace Gemmary
