// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/http/responsewriter.h"

#include <QSslSocket>

namespace Gemmary {

namespace {

constexpr qint64 Piece = 256 * 1024; // in the socket at a time

} // namespace

void ResponseWriter::begin(const QByteArray &head, const QByteArray &body, bool isStream)
{
    m_sinceBegin.start();
    m_sinceProgress.start();
    m_isStream = isStream;
    m_size = head.size() + body.size();
    m_body = body;
    m_left = m_body;
    m_socket.write(head);
    pump();
}

void ResponseWriter::append(const QByteArray &bytes)
{
    if (unread() == 0)
        m_sinceProgress.start();
    m_socket.write(bytes);
}

void ResponseWriter::pump()
{
    while (!m_left.isEmpty() && unread() < Piece) {
        const qsizetype size = std::min<qsizetype>(m_left.size(), Piece);
        m_socket.write(m_left.data(), size);
        m_left = m_left.sliced(size);
    }
    if (m_left.isEmpty())
        m_body = {};
}

void ResponseWriter::goOn()
{
    m_sinceProgress.start();
    pump();
}

qint64 ResponseWriter::unread() const
{
    const auto *secure = qobject_cast<const QSslSocket *>(&m_socket);
    return m_socket.bytesToWrite() + (secure ? secure->encryptedBytesToWrite() : 0);
}

bool ResponseWriter::isTooSlow() const
{
    const qint64 waiting = unread() + m_left.size();
    if (waiting == 0)
        return false;
    const qint64 grace = m_limits.transferGrace.count();
    if (m_sinceProgress.elapsed() > grace)
        return true;
    if (m_isStream)
        return waiting > m_limits.writeAhead;
    return m_sinceBegin.elapsed() > grace + (m_size - waiting) * 1000 / m_limits.transferRate;
}

} // namespace Gemmary
