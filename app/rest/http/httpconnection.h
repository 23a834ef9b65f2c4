// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rest/http/bodyspool.h"
#include "rest/http/httphandler.h"
#include "rest/http/requestparser.h"
#include "rest/http/responsewriter.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTcpSocket>

namespace Gemmary {

class ExchangeLink;

// What the connections of a listener share; all of its thread.
struct HttpCommons
{
    HttpHandler &handler;
    const HttpLimits &limits;
    std::shared_ptr<ByteBudget> bodies;
    QString idPrefix;
    quint64 lastId = 0;
    int requests = 0; // before the handler
};

// One client's connection: reads a request, hands it on, writes the answer, reads the next. While one is
// answered, what the client sends stays with the system. Lives in the listener's thread.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    HttpConnection(HttpCommons &commons, std::unique_ptr<QTcpSocket> socket, QString peer, QObject *parent);
    ~HttpConnection() override;

    // Whether the client lets us wait, or sends a body at less than the rate; and for how long, in ns.
    [[nodiscard]] bool isWaitedFor() const;
    [[nodiscard]] qint64 wait() const { return m_since.nsecsElapsed(); }

    void checkTime(); // now and then; ends what takes too long
    void drain();     // ends when the answer in hand is given, at once without one
    void abort();

    // ---- By the exchange in hand.
    void answer(const HttpResponse &response);
    void stream(const HttpResponse &head);
    void send(const QByteArray &bytes);
    void end();
    void fail(int status); // an answer of HttpHandler::failure()

Q_SIGNALS:
    void gone();

private:
    enum class State { Idle, Head, Body, Handling, Answering, Streaming, Lingering };

    void enter(State state);
    void expectRequest();
    void onReadyRead();
    void onBytesWritten();
    void onDisconnected();
    bool advance();
    void onHead();
    void onRequest();
    void acceptBody();
    void handOver();
    void refuse(HttpResponse response); // before the request is complete
    void write(const HttpResponse &response, bool isStream);
    void afterWriting();
    void endAnswer();
    void linger();
    void leaveHandler();
    [[nodiscard]] bool isReading() const { return m_state <= State::Body; }

    HttpCommons &m_commons;
    std::unique_ptr<QTcpSocket> m_socket;
    QString m_peer;
    ResponseWriter m_writer;
    State m_state = State::Idle;
    QElapsedTimer m_since; // in m_state
    QDeadlineTimer m_deadline = QDeadlineTimer(QDeadlineTimer::Forever);
    QByteArray m_input;
    bool m_isDraining = false;

    // ---- Of the request in hand.
    std::unique_ptr<RequestParser> m_parser;
    std::unique_ptr<BodySpool> m_spool;
    qint64 m_received = 0; // of its body, or of what is thrown away
    QElapsedTimer m_sinceReceived;
    QString m_id;
    std::shared_ptr<ExchangeLink> m_link;
    bool m_isBefore = false; // the handler has it
    bool m_isHead = false;   // a HEAD request: no body in the answer
    bool m_knowsChunks = false;
    bool m_keepsAlive = false;
};

} // namespace Gemmary
