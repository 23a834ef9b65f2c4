// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/http/httpconnection.h"

#include "base/logging.h"
#include "rest/http/responsehead.h"
#include "rest/http/servedexchange.h"

#include <QSslSocket>

#include <sys/socket.h>

namespace Gemmary {

namespace {

constexpr qint64 ReadAhead = 64 * 1024; // what the socket holds for us

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

HttpConnection::HttpConnection(HttpCommons &commons, std::unique_ptr<QTcpSocket> socket, QString peer,
                               QObject *parent)
    : QObject(parent)
    , m_commons(commons)
    , m_socket(std::move(socket))
    , m_peer(std::move(peer))
    , m_writer(*m_socket, commons.limits)
{
    m_socket->setReadBufferSize(ReadAhead);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &HttpConnection::onReadyRead);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &HttpConnection::onBytesWritten);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &HttpConnection::onDisconnected);
    if (const auto *secure = qobject_cast<QSslSocket *>(m_socket.get()))
        connect(secure, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::onBytesWritten);
    expectRequest();
    m_deadline.setRemainingTime(m_commons.limits.headTime); // a client that has come wants something
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this);
    leaveHandler();
    if (m_link)
        m_link->lose();
}

bool HttpConnection::isWaitedFor() const
{
    if (m_state == State::Body)
        return m_received * 1000 < m_since.elapsed() * m_commons.limits.transferRate;
    return isReading() || m_state == State::Lingering;
}

void HttpConnection::enter(State state)
{
    m_state = state;
    m_since.start();
}

void HttpConnection::expectRequest()
{
    m_parser = std::make_unique<RequestParser>(m_commons.limits.headBytes);
    enter(State::Idle);
    m_deadline.setRemainingTime(m_commons.limits.idleTime);
    if (m_input.isEmpty())
        m_input = QByteArray(); // who waits holds no memory
}

void HttpConnection::onReadyRead()
{
    if (m_state == State::Lingering) {
        m_received += m_socket->skip(m_socket->bytesAvailable());
        if (m_received > m_commons.limits.lingerBytes)
            abort();
        return;
    }
    // Each turn of the loop answers at most one request; the next is read when that is written.
    while (isReading() && (m_socket->bytesAvailable() > 0 || !m_input.isEmpty())) {
        m_input += m_socket->read(ReadAhead);
        if (!advance())
            return;
    }
}

// Whether more input may help.
bool HttpConnection::advance()
{
    if (m_state == State::Idle) {
        m_id = m_commons.idPrefix + QString::number(++m_commons.lastId, 36);
        m_isHead = m_keepsAlive = m_knowsChunks = false;
        enter(State::Head);
        m_deadline.setRemainingTime(m_commons.limits.headTime);
    }
    switch (m_parser->read(m_input)) {
    case RequestParser::Step::NeedsMore:
        return m_socket->bytesAvailable() > 0;
    case RequestParser::Step::Failed:
        refuse(m_commons.handler.failure(m_parser->status(), m_id));
        return false;
    case RequestParser::Step::Head:
        onHead();
        return true;
    case RequestParser::Step::Done:
        onRequest();
        return true;
    }
    return false;
}

void HttpConnection::onHead()
{
    HttpRequest &request = m_parser->request();
    request.id = m_id;
    request.peer = m_peer;
    m_isHead = request.method == "HEAD";
    m_knowsChunks = m_parser->knowsChunks();
    m_keepsAlive = m_parser->keepsAlive();
    if (auto refusal = m_commons.handler.refuse(request))
        refuse(std::move(*refusal));
    else if (m_parser->hasBody())
        acceptBody();
    else
        onRequest();
}

void HttpConnection::acceptBody()
{
    const qint64 limit = m_commons.handler.bodyLimit(m_parser->request());
    if (m_parser->contentLength().value_or(0) > static_cast<quint64>(limit)) {
        refuse(m_commons.handler.failure(413, m_id));
        return;
    }
    m_received = 0;
    m_sinceReceived.start();
    m_spool = std::make_unique<BodySpool>(m_commons.limits, m_commons.bodies);
    m_parser->takeBody(
        [this](QByteArrayView piece) {
            m_received += piece.size();
            m_sinceReceived.start();
            return m_spool->append(piece);
        },
        limit);
    enter(State::Body);
    m_deadline.setRemainingTime(m_commons.limits.bodyTime);
    if (m_parser->wantsContinue() && m_input.isEmpty())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
}

void HttpConnection::onRequest()
{
    HttpRequest &request = m_parser->request();
    if (m_spool) {
        request.body = std::exchange(m_spool, nullptr)->finish();
        if (!request.body) {
            refuse(m_commons.handler.failure(503, m_id));
            return;
        }
    }
    if (m_commons.requests < m_commons.limits.requests) {
        handOver();
        return;
    }
    fail(503);
}

void HttpConnection::handOver()
{
    ++m_commons.requests;
    m_isBefore = true;
    m_link = std::make_shared<ExchangeLink>(this);
    enter(State::Handling);
    m_deadline = QDeadlineTimer(QDeadlineTimer::Forever);
    auto exchange = std::make_shared<ServedExchange>(std::move(m_parser->request()), m_link);
    m_parser.reset();
    m_commons.handler.handle(std::move(exchange));
}

void HttpConnection::refuse(HttpResponse response)
{
    // What follows is the rest of a request that is not read.
    const bool isRead = m_state == State::Head && m_parser->status() == 0 && !m_parser->hasBody();
    response.closes = response.closes || !isRead;
    m_spool.reset();
    logDebug(logApp, QStringLiteral("refused a request"),
             {{"request_id", m_id}, {"status", response.status}, {"peer", m_peer}});
    write(response, false);
}

void HttpConnection::answer(const HttpResponse &response)
{
    write(response, false);
}

void HttpConnection::stream(const HttpResponse &head)
{
    write(head, true);
    leaveHandler();
    if (m_isHead)
        end();
}

void HttpConnection::fail(int status)
{
    write(m_commons.handler.failure(status, m_id), false);
}

void HttpConnection::write(const HttpResponse &response, bool isStream)
{
    HeadFacts facts{m_id, BodyFraming::Length, false};
    if (isStream)
        facts.framing = m_knowsChunks ? BodyFraming::Chunks : BodyFraming::Close;
    m_keepsAlive = m_keepsAlive && !response.closes && !m_isDraining && facts.framing != BodyFraming::Close;
    facts.keepsAlive = m_keepsAlive;
    m_parser.reset();
    enter(isStream ? State::Streaming : State::Answering);
    const bool hasBody = !m_isHead && !isBodyless(response.status) && !response.body.isEmpty();
    QByteArray body = hasBody ? response.body : QByteArray();
    if (hasBody && facts.framing == BodyFraming::Chunks)
        body = chunk(body);
    m_writer.begin(responseHead(response, facts), body, isStream);
    afterWriting();
}

void HttpConnection::send(const QByteArray &bytes)
{
    if (m_state != State::Streaming || bytes.isEmpty() || m_isHead)
        return;
    m_writer.append(m_knowsChunks ? chunk(bytes) : bytes);
    if (m_writer.isTooSlow())
        abort();
}

void HttpConnection::end()
{
    if (m_state != State::Streaming)
        return;
    if (m_knowsChunks && !m_isHead)
        m_writer.append("0\r\n\r\n");
    m_writer.finish();
    enter(State::Answering);
    afterWriting();
}

void HttpConnection::onBytesWritten()
{
    m_writer.goOn();
    afterWriting();
}

void HttpConnection::afterWriting()
{
    if (m_state == State::Answering && m_writer.isHandedOver())
        endAnswer();
    else if (m_state == State::Lingering && m_writer.unread() == 0 &&
             !qobject_cast<QSslSocket *>(m_socket.get()))
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
}

void HttpConnection::endAnswer()
{
    leaveHandler();
    if (m_link)
        std::exchange(m_link, nullptr)->complete();
    if (!m_keepsAlive) {
        linger();
        return;
    }
    expectRequest();
    // Not from here: this may be called by the reading of the request before.
    if (m_socket->bytesAvailable() > 0 || !m_input.isEmpty())
        QMetaObject::invokeMethod(this, &HttpConnection::onReadyRead, Qt::QueuedConnection);
}

// The last answer is on its way. Closing while the client still sends would take it from the client's hands:
// the system answers unread bytes with a reset.
void HttpConnection::linger()
{
    m_input.clear();
    enter(State::Lingering);
    m_received = 0;
    m_deadline.setRemainingTime(m_commons.limits.lingerTime);
    afterWriting();
    onReadyRead();
}

void HttpConnection::leaveHandler()
{
    if (std::exchange(m_isBefore, false))
        --m_commons.requests;
}

void HttpConnection::checkTime()
{
    const HttpLimits &limits = m_commons.limits;
    switch (m_state) {
    case State::Idle:
        if (m_deadline.hasExpired())
            abort();
        return;
    case State::Head:
        if (m_deadline.hasExpired())
            refuse(m_commons.handler.failure(408, m_id));
        return;
    case State::Body: {
        const qint64 grace = limits.transferGrace.count();
        if (m_deadline.hasExpired() || m_sinceReceived.elapsed() > grace ||
            m_since.elapsed() > grace + m_received * 1000 / limits.transferRate)
            refuse(m_commons.handler.failure(408, m_id));
        return;
    }
    case State::Handling:
        return; // for as long as the handler needs
    case State::Answering:
    case State::Streaming:
        if (m_writer.isTooSlow())
            abort();
        return;
    case State::Lingering:
        if (!m_deadline.hasExpired())
            return;
        if (m_writer.unread() == 0)
            m_socket->disconnectFromHost();
        else if (m_writer.isTooSlow())
            abort();
        return;
    }
}

void HttpConnection::drain()
{
    m_isDraining = true;
    if (m_state == State::Streaming) {
        std::exchange(m_link, nullptr)->lose(); // who makes it need not go on
        m_keepsAlive = false;
        end();
    } else if (m_state == State::Idle) {
        abort();
    }
}

void HttpConnection::abort()
{
    m_socket->abort(); // says disconnected when it was connected
}

void HttpConnection::onDisconnected()
{
    leaveHandler();
    if (m_link)
        std::exchange(m_link, nullptr)->lose();
    Q_EMIT gone();
}

} // namespace Gemmary
