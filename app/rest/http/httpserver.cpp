// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/http/httpserver.h"

#include "base/logging.h"
#include "rest/http/clientaddress.h"

#include <QRandomGenerator>
#include <QSslSocket>

#include <algorithm>
#include <unistd.h>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds Tick(200); // how exactly time limits are kept

// Unique in a log of many runs, short enough to be read out.
QString newIdPrefix()
{
    return QStringLiteral("%1-").arg(QRandomGenerator::global()->generate(), 8, 16, QLatin1Char('0'));
}

} // namespace

HttpServer::HttpServer(HttpHandler &handler, const HttpLimits &limits, std::optional<QSslConfiguration> tls)
    : m_limits(limits)
    , m_commons{handler, m_limits, std::make_shared<ByteBudget>(limits.bodiesTotal), newIdPrefix()}
    , m_tls(std::move(tls))
    , m_tick(this)
{
    connect(&m_tick, &QTimer::timeout, this, &HttpServer::onTick);
}

// Before what they share.
HttpServer::~HttpServer()
{
    qDeleteAll(findChildren<HttpConnection *>(QString(), Qt::FindDirectChildrenOnly));
}

void HttpServer::adopt(int descriptor)
{
    if (!setSocketDescriptor(descriptor)) {
        logError(logApp, QStringLiteral("the listener's socket cannot be used"), {{"error", errorString()}});
        ::close(descriptor);
    }
    m_tick.start(Tick);
}

void HttpServer::incomingConnection(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket;
    if (m_tls)
        socket = std::make_unique<QSslSocket>();
    else
        socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor)) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    const QString network = networkOf(socket->peerAddress());
    if (makeRoom(network))
        welcome(std::move(socket), network);
}

bool HttpServer::makeRoom(const QString &network)
{
    if (m_counts.value(network) >= m_limits.connectionsPerAddress)
        return evict(&network);
    return static_cast<int>(m_guests.size()) < m_limits.connections || evict(nullptr);
}

// Shows out the one who has let us wait longest; who is served stays.
bool HttpServer::evict(const QString *network)
{
    HttpConnection *slowest = nullptr;
    for (const Guest &guest : m_guests) {
        const HttpConnection &one = *guest.connection;
        const bool isAsked = !network || guest.network == *network;
        if (isAsked && one.isWaitedFor() && (!slowest || one.wait() > slowest->wait()))
            slowest = guest.connection;
    }
    if (!slowest)
        return false;
    slowest->abort();
    return true;
}

void HttpServer::welcome(std::unique_ptr<QTcpSocket> socket, const QString &network)
{
    if (auto *secure = qobject_cast<QSslSocket *>(socket.get())) {
        secure->setSslConfiguration(*m_tls);
        secure->startServerEncryption();
    }
    const QString peer = plainAddress(socket->peerAddress()).toString();
    auto *connection = new HttpConnection(m_commons, std::move(socket), peer, this);
    m_guests.push_back({connection, network});
    ++m_counts[network];
    connect(connection, &HttpConnection::gone, this, [this, connection] { onGone(connection); });
}

void HttpServer::onGone(HttpConnection *connection)
{
    const auto guest = std::ranges::find(m_guests, connection, &Guest::connection);
    if (guest == m_guests.end())
        return;
    if (--m_counts[guest->network] == 0)
        m_counts.remove(guest->network);
    *guest = m_guests.back();
    m_guests.pop_back();
    connection->deleteLater();
}

void HttpServer::onTick()
{
    const auto guests = m_guests; // who goes leaves the list
    for (const Guest &guest : guests)
        guest.connection->checkTime();
    if (!m_isDraining) {
        resumeAccepting(); // Qt has stopped when there were no descriptors left
        return;
    }
    if (m_end.hasExpired()) {
        for (const Guest &guest : guests)
            guest.connection->abort();
    }
    if (m_guests.empty()) {
        m_tick.stop();
        Q_EMIT drained();
    }
}

void HttpServer::drain()
{
    if (std::exchange(m_isDraining, true))
        return;
    close();
    m_end.setRemainingTime(m_limits.drainTime);
    const auto guests = m_guests;
    for (const Guest &guest : guests)
        guest.connection->drain();
    onTick();
}

} // namespace Gemmary
