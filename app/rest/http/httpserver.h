// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/http/httpconnection.h"

#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

#include <optional>
#include <vector>

namespace Gemmary {

// Takes clients in, as many as the limits let it, and looks after their time. Lives in the listener's thread.
class HttpServer : public QTcpServer
{
    Q_OBJECT

public:
    HttpServer(HttpHandler &handler, const HttpLimits &limits, std::optional<QSslConfiguration> tls);
    ~HttpServer() override;

    // Listens on a socket that does so already, and owns it.
    void adopt(int descriptor);

    // Takes nobody in any more; drained() when the last has gone, after the limits' time at the latest.
    void drain();

Q_SIGNALS:
    void drained();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Guest
    {
        HttpConnection *connection;
        QString network; // that counts as one address
    };

    [[nodiscard]] bool makeRoom(const QString &network);
    [[nodiscard]] bool evict(const QString *network);
    void welcome(std::unique_ptr<QTcpSocket> socket, const QString &network);
    void onGone(HttpConnection *connection);
    void onTick();

    HttpLimits m_limits;
    HttpCommons m_commons;
    std::optional<QSslConfiguration> m_tls;
    std::vector<Guest> m_guests;
    QHash<QString, int> m_counts; // of m_guests by network
    QTimer m_tick;
    QDeadlineTimer m_end = QDeadlineTimer(QDeadlineTimer::Forever); // of draining
    bool m_isDraining = false;
};

} // namespace Gemmary
