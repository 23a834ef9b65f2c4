// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpSocket>

#include <algorithm>

namespace Gemmary::Test {

// What a client got: 0 where nobody answers.
struct ClientReply
{
    int status = 0;
    QByteArray body;
};

// A plain HTTP client that blocks: for a thread of its own, or for where the listener must not need this one.
inline ClientReply request(quint16 port, const QByteArray &method, const QByteArray &path,
                           const QByteArray &body = {}, const QByteArray &token = {})
{
    constexpr int Longest = 60'000; // ms
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(Longest))
        return {};
    QByteArray head = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    if (!token.isEmpty())
        head += "Authorization: Bearer " + token + "\r\n";
    if (method == "POST")
        head +=
            "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    socket.write(head + "\r\n");
    socket.write(body);
    QByteArray reply;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(Longest))
        reply += socket.readAll();
    reply += socket.readAll();
    const auto end = std::max<qsizetype>(reply.indexOf("\r\n\r\n"), 0);
    return {reply.mid(9, 3).toInt(), reply.mid(end + 4)};
}

} // namespace Gemmary::Test
