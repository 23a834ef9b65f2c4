// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/http/httplistener.h"

#include "rest/http/httpserver.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <fcntl.h>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(HttpListener)
};

constexpr int Backlog = 1024; // of clients that knock while one is let in; Qt's 50 makes them wait a second

Error listenError(const QTcpServer &server, const QHostAddress &address, quint16 port)
{
    const QString place = address.toString();
    switch (server.serverError()) {
    case QAbstractSocket::AddressInUseError:
        return {
            ErrorKind::Conflict,
            Tr::tr("Port %1 of %2 is taken, perhaps by another Gemmary. End that, or choose another port.")
                .arg(port)
                .arg(place),
            server.errorString()};
    case QAbstractSocket::SocketAccessError:
        return {ErrorKind::InvalidInput,
                Tr::tr("Port %1 is kept for the system's own services. Choose one from 1024 on.").arg(port),
                server.errorString()};
    case QAbstractSocket::SocketAddressNotAvailableError:
        return {ErrorKind::InvalidInput,
                Tr::tr("%1 is no address of this computer. 127.0.0.1 serves this computer alone, 0.0.0.0 all "
                       "others too.")
                    .arg(place),
                server.errorString()};
    default:
        return {ErrorKind::Unavailable, Tr::tr("Nothing can listen on %1, port %2.").arg(place).arg(port),
                server.errorString()};
    }
}

} // namespace

HttpListener::HttpListener(HttpHandler &handler, const HttpLimits &limits,
                           std::optional<QSslConfiguration> tls, QObject *parent)
    : QObject(parent)
    , m_server(new HttpServer(handler, limits, std::move(tls)))
{
    m_thread.setObjectName(QStringLiteral("listener"));
    m_server->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    connect(m_server, &HttpServer::drained, this, &HttpListener::closed);
    m_thread.start();
}

HttpListener::~HttpListener()
{
    m_thread.quit();
    m_thread.wait();
}

// Here, so that the answer is known at once, and handed to the other thread as the system knows it.
Result<quint16> HttpListener::listen(const QHostAddress &address, quint16 port)
{
    QTcpServer opener;
    opener.setListenBacklogSize(Backlog);
    if (!opener.listen(address, port))
        return failure(listenError(opener, address, port));
    const int descriptor = ::fcntl(static_cast<int>(opener.socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0)
        return failure(ErrorKind::Unavailable, Tr::tr("There are too many open files."),
                       QString::fromLocal8Bit(std::strerror(errno)));
    QMetaObject::invokeMethod(m_server, [server = m_server, descriptor] { server->adopt(descriptor); });
    return opener.serverPort();
}

void HttpListener::close()
{
    QMetaObject::invokeMethod(m_server, &HttpServer::drain, Qt::QueuedConnection);
}

} // namespace Gemmary
