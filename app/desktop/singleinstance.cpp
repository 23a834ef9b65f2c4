// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/singleinstance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QLocalSocket>

namespace Gemmary {

namespace {

constexpr int AnswerTime = 2000;           // ms for the first instance to take the arguments
constexpr qint64 LongestMessage = 1 << 20; // bytes; command lines are shorter

// Short whatever the path: names of local sockets are limited to about 100 bytes.
QString serverNameFor(const QString &home)
{
    const QByteArray hash =
        QCryptographicHash::hash(QDir(home).absolutePath().toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("gemmary-") + QString::fromLatin1(hash.toHex().first(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &home, QObject *parent)
    : QObject(parent)
    , m_serverName(serverNameFor(home))
    , m_lock(home + QStringLiteral("/window.lock"))
{
    m_lock.setStaleLockTime(0); // held for as long as its process lives, however long that is
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::onConnection);
}

bool SingleInstance::claim()
{
    if (!m_lock.tryLock(0))
        return false;
    QLocalServer::removeServer(m_serverName); // left by one that crashed: the lock says that nobody uses it
    m_server.listen(m_serverName);
    return true;
}

bool SingleInstance::handOver(const QStringList &paths) const
{
    QLocalSocket socket;
    socket.connectToServer(m_serverName);
    if (!socket.waitForConnected(AnswerTime))
        return false;
    QDataStream stream(&socket);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << paths;
    return socket.waitForBytesWritten(AnswerTime) && socket.waitForDisconnected(AnswerTime);
}

void SingleInstance::onConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            QDataStream stream(socket);
            stream.setVersion(QDataStream::Qt_6_4);
            QStringList paths;
            stream.startTransaction();
            stream >> paths;
            if (stream.commitTransaction())
                Q_EMIT handedOver(paths);
            else if (socket->bytesAvailable() < LongestMessage)
                return; // the rest is on its way
            socket->disconnectFromServer();
        });
    }
}

} // namespace Gemmary
