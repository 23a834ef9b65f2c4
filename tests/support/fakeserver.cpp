// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeserver.h"

#include <QJsonDocument>
#include <QTcpSocket>

namespace Gemmary {

FakeServer::FakeServer(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const QString script = QStringLiteral(GEMMARY_SOURCE_DIR "/tests/support/fakeprovider.py");
    m_process.start(qEnvironmentVariable("GEMMARY_PYTHON", QStringLiteral("python3")),
                    QStringList{script} + arguments);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(20'000))
            qFatal("no provider: %s", qPrintable(m_process.errorString()));
    }
    m_port = m_process.readLine().split(' ').value(0).toInt();
}

FakeServer::~FakeServer()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5'000))
        m_process.kill();
}

QString FakeServer::address(const QString &path) const
{
    return QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path);
}

// Not by the client under test.
QJsonObject FakeServer::ask(const QString &path) const
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_port));
    if (!socket.waitForConnected(5'000))
        qFatal("no provider: %s", qPrintable(socket.errorString()));
    socket.write("GET " + path.toUtf8() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QByteArray all;
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(5'000))
        all += socket.readAll();
    all += socket.readAll();
    return QJsonDocument::fromJson(all.mid(all.indexOf("\r\n\r\n") + 4)).object();
}

int FakeServer::asked(const QString &model) const
{
    return ask(QStringLiteral("/__count"))[QLatin1StringView("asked")][model].toInt();
}

int FakeServer::closed(const QString &model) const
{
    return ask(QStringLiteral("/__count"))[QLatin1StringView("closed")][model].toInt();
}

} // namespace Gemmary
