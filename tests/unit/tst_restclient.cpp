// SPDX-License-Identifier: GPL-3.0-or-later
#include "restclient/restclient.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace Gemmary;

namespace {

// A server that answers each request with the next of some prepared answers, the last one for ever, whatever
// is asked; and keeps what it was asked.
class ScriptedServer : public QObject
{
public:
    explicit ScriptedServer(QByteArrayList answers)
        : m_answers(std::move(answers))
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port");
    }

    [[nodiscard]] QString url() const
    {
        return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
    }
    [[nodiscard]] const QByteArrayList &heads() const { return m_heads; }
    void close() { m_server.close(); }

private:
    void onBytes(QTcpSocket *socket)
    {
        QByteArray &read = m_read[socket];
        read += socket->readAll();
        if (!read.contains("\r\n\r\n"))
            return;
        m_heads.append(read.left(read.indexOf("\r\n\r\n")));
        read.clear();
        const QByteArray answer = m_answers.size() > 1 ? m_answers.takeFirst() : m_answers.constFirst();
        socket->write(answer);
        socket->flush();
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QByteArrayList m_answers;
    QByteArrayList m_heads;
    QHash<QTcpSocket *, QByteArray> m_read;
};

QByteArray answer(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nContent-Type: application/json\r\n" + headers + "\r\n" + body;
}

QByteArray error(const QByteArray &status, const char *code, const QByteArray &sentence = "Because.",
                 const QByteArray &headers = {})
{
    return answer(status, "{\"error\":\"" + sentence + "\",\"code\":\"" + code + "\",\"request_id\":\"1\"}",
                  headers);
}

} // namespace

class TestRestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("token");
        QTest::addColumn<int>("kind"); // -1: fine
        const auto row = [](const char *url, const char *token, int kind) {
            QTest::addRow("%s %s", url, token) << QString::fromUtf8(url) << QString::fromUtf8(token) << kind;
        };
        constexpr int Fine = -1;
        constexpr int Invalid = int(ErrorKind::InvalidInput);
        constexpr int Refused = int(ErrorKind::Refused);
        row("http://127.0.0.1:8787", "t", Fine);
        row("http://localhost:8787/", "t", Fine);
        row("http://[::1]:8787", "t", Fine);
        row("https://example.org/gemmary/", "t", Fine);
        row("http://192.0.2.1", "", Fine);
        row("http://192.0.2.1", "t", Refused);
        row("http://127.0.0.1.example.org", "t", Refused);
        row("http://127.0.0.1", "two words", Refused);
        row("http://127.0.0.1", "a\r\nHost: b", Refused);
        row("http://127.0.0.1", "ñ", Refused);
        row("", "", Invalid);
        row("127.0.0.1:8787", "", Invalid);
        row("file:///etc/passwd", "", Invalid);
        row("http://", "", Invalid);
        row("http://me:word@127.0.0.1", "", Invalid);
        row("http://127.0.0.1/?a=b", "", Invalid);
        row("http://127.0.0.1/#a", "", Invalid);
        row("http://a b/", "", Invalid);
    }

    void addresses()
    {
        QFETCH(QString, url);
        QFETCH(QString, token);
        QFETCH(int, kind);
        const auto address = listenerAddress(url, token);
        QCOMPARE(address ? -1 : int(address.error().kind), kind);
        if (address)
            QVERIFY(!address->url.path().endsWith(QLatin1Char('/')));
    }

    void answers_becomeErrors_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &sent, ErrorKind kind) {
            QTest::addRow("%s", name) << sent << int(kind);
        };
        row("wants a token", error("401 Unauthorized", "unauthorized"), ErrorKind::Refused);
        row("web pages", error("403 Forbidden", "forbidden"), ErrorKind::Refused);
        row("other host", error("421 Misdirected", "misdirected"), ErrorKind::Refused);
        row("no such process", error("404 Not Found", "not_found"), ErrorKind::NotFound);
        row("no such endpoint", error("404 Not Found", "no_such_endpoint"), ErrorKind::Unavailable);
        row("a web server's 404", answer("404 Not Found", "<html>"), ErrorKind::Unavailable);
        row("not ready", error("400 Bad Request", "not_ready"), ErrorKind::Conflict);
        row("wrong parameter", error("400 Bad Request", "invalid"), ErrorKind::InvalidInput);
        row("wrong state", error("409 Conflict", "conflict"), ErrorKind::Conflict);
        row("too large", error("413 Too Large", "too_large"), ErrorKind::TooLong);
        row("a proxy's too large", answer("413 Too Large", "<html>"), ErrorKind::TooLong);
        row("wrong field", error("422 Unprocessable", "invalid_field"), ErrorKind::InvalidInput);
        row("its mistake", error("500 Internal", "internal"), ErrorKind::Internal);
        row("a teapot", error("418 Teapot", "teapot"), ErrorKind::Unavailable);
        row("redirect", answer("301 Moved", "", "Location: http://192.0.2.1/\r\n"), ErrorKind::Unavailable);
        row("redirect to nowhere", answer("302 Found", ""), ErrorKind::Unavailable);
        row("cut off", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", ErrorKind::Unavailable);
        row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", ErrorKind::Unavailable);
        row("nothing", "", ErrorKind::Unavailable);
        row("endless", "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(65 * 1024 * 1024, '['), ErrorKind::Unavailable);
    }

    void answers_becomeErrors()
    {
        QFETCH(QByteArray, sent);
        const ScriptedServer server({sent});
        RestClient client(*listenerAddress(server.url(), {}));
        const auto reply = client.get(QStringLiteral("/process/list"));
        QVERIFY(!reply);
        QTEST(int(reply.error().kind), "kind");
        QVERIFY(reply.error().message.size() > 5);
    }

    void textsOfTheOtherSide_steerNoTerminal()
    {
        const ScriptedServer server(
            {error("409 Conflict", "conflict", "No\\u001b[31m\\nway\\u202e!" + QByteArray(5000, 'x'))});
        RestClient client(*listenerAddress(server.url(), {}));
        const QString said = client.act(QStringLiteral("/process/stop/1")).error().message;
        QVERIFY(said.startsWith(QLatin1StringView("No [31m way !")));
        QVERIFY(said.size() < 1000);
    }

    void token_goesToTheAddress_andToNoRedirectsTarget()
    {
        const ScriptedServer target({answer("200 OK", "{}")});
        const ScriptedServer server(
            {answer("307 Temporary", "", "Location: " + target.url().toLatin1() + "/x\r\n")});
        RestClient client(
            *listenerAddress(server.url() + QStringLiteral("/base/"), QStringLiteral("secret")));
        QVERIFY(!client.get(QStringLiteral("/process/list")));
        QVERIFY(!client.upload(QStringLiteral("/content"), "{}"));
        QCOMPARE(server.heads().size(), 2);
        QVERIFY(server.heads().at(0).startsWith("GET /base/process/list HTTP/1.1"));
        QVERIFY(server.heads().at(0).contains("Authorization: Bearer secret"));
        QVERIFY(target.heads().isEmpty());
    }

    void busy_isWaitedForAsItSays()
    {
        const ScriptedServer server({error("503 Busy", "unavailable", "Busy.", "Retry-After: 1\r\n"),
                                     error("429 Slow down", "rate_limited", "Slow.", "Retry-After: 1\r\n"),
                                     answer("200 OK", "{}")});
        RestClient client(*listenerAddress(server.url(), {}));
        QElapsedTimer time;
        time.start();
        QVERIFY(client.act(QStringLiteral("/process/stop/1")));
        QVERIFY(time.elapsed() >= 1900);
        QCOMPARE(server.heads().size(), 3);
    }

    void act_whoseAnswerIsLost_isNotRepeated_anUploadIs()
    {
        const ScriptedServer server(
            {QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"), answer("200 OK", "{}")});
        RestClient client(*listenerAddress(server.url(), {}));
        QVERIFY(!client.act(QStringLiteral("/process/retry/1")));
        QCOMPARE(server.heads().size(), 1);
        const ScriptedServer other(
            {QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"), answer("201 Created", "{}")});
        RestClient sender(*listenerAddress(other.url(), {}));
        QVERIFY(sender.upload(QStringLiteral("/process/start"), "{}", "key-1"));
        QCOMPARE(other.heads().size(), 2);
        QVERIFY(other.heads().at(1).contains("Idempotency-Key: key-1"));
    }

    void nobodyThere_saysHowToStartOne()
    {
        ScriptedServer server({QByteArray()});
        const QString url = server.url();
        server.close();
        RestClient client(*listenerAddress(url, {}));
        const auto reply = client.get(QStringLiteral("/process/list"));
        QCOMPARE(reply.error().kind, ErrorKind::Unavailable);
        QVERIFY(reply.error().message.contains(QLatin1StringView("gemmary-cli serve")));
    }

    void abort_endsTheRequestInHand_andNotTheNext()
    {
        const ScriptedServer server(
            {error("503 Busy", "unavailable", "Busy.", "Retry-After: 30\r\n"), answer("200 OK", "{}")});
        RestClient client(*listenerAddress(server.url(), {}));
        QTimer::singleShot(100, &client, &RestClient::abort);
        QCOMPARE(client.get(QStringLiteral("/process/list")).error().kind, ErrorKind::Cancelled);
        QVERIFY(client.get(QStringLiteral("/process/list")));
    }

    void next_isTheCursorOfTheLink()
    {
        const ScriptedServer server(
            {answer("200 OK", "[]",
                    "Link: </process/list?limit=2&cursor=17_a%20b>; rel=\"next\"\r\nETag: W/\"1\"\r\n"),
             answer("200 OK", "[]", "Link: nonsense\r\n")});
        RestClient client(*listenerAddress(server.url(), {}));
        const auto first = client.get(QStringLiteral("/process/list"),
                                      {{QStringLiteral("limit"), QStringLiteral("2")}}, "W/\"0\"");
        QCOMPARE(first->nextCursor, QByteArray("17_a b"));
        QCOMPARE(first->etag, QByteArray("W/\"1\""));
        QVERIFY(server.heads().at(0).contains("If-None-Match: W/\"0\""));
        QVERIFY(client.get(QStringLiteral("/process/list"))->nextCursor.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRestClient)
#include "tst_restclient.moc"
