// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/access/accesscontrol.h"
#include "rest/http/httplistener.h"
#include "rest/http/tlsfiles.h"
#include "system/signalwatcher.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <cstdio>
#include <thread>

// A listener with routes that show what it does, for the tests in this folder. Says its port on stdout.

using namespace Gemmary;

namespace {

class Routes : public HttpHandler
{
public:
    Routes(AccessControl control, qint64 largestBody)
        : m_control(std::move(control))
        , m_largestBody(largestBody)
    {}

    std::optional<HttpResponse> refuse(const HttpRequest &head) override
    {
        const auto refusal = m_control.verdict(head);
        if (!refusal)
            return std::nullopt;
        HttpResponse response = text(refusal->status, refusal->message.toUtf8());
        response.headers = refusal->headers;
        return response;
    }

    qint64 bodyLimit(const HttpRequest & /*head*/) const override { return m_largestBody; }

    HttpResponse failure(int status, const QString &requestId) const override
    {
        return text(status, "failed " + requestId.toLatin1());
    }

    void handle(std::shared_ptr<HttpExchange> exchange) override
    {
        const HttpRequest &request = exchange->request();
        const int number = request.query.queryItemValue(QStringLiteral("n")).toInt();
        if (request.path == "/echo")
            exchange->answer(
                text(200, request.body ? request.body->bytes().toByteArray() : QByteArray("none")));
        else if (request.path == "/size")
            exchange->answer(text(200, QByteArray::number(request.body ? request.body->bytes().size() : -1)));
        else if (request.path == "/big")
            exchange->answer(text(200, QByteArray(number, 'x')));
        else if (request.path == "/slow")
            later(number, [exchange] { exchange->answer(text(200, "late")); });
        else if (request.path == "/forget")
            later(number, [exchange] {});
        else if (request.path == "/stream")
            stream(exchange, number);
        else if (request.path == "/gone")
            exchange->answer(text(200, QByteArray::number(m_gone.load())));
        else if (request.path == "/show")
            exchange->answer(text(200, request.method + ' ' + request.segments.join('|') + ' ' +
                                           request.query.toString().toUtf8() + ' ' +
                                           request.header("x-test")));
        else
            exchange->answer(request.path == "/health" ? text(200, "ok") : text(404, "no"));
    }

private:
    static HttpResponse text(int status, const QByteArray &body)
    {
        return {status, QByteArrayLiteral("text/plain"), body};
    }

    // From another thread, as an engine does.
    static void later(int milliseconds, std::function<void()> act)
    {
        std::thread([milliseconds, act = std::move(act)] {
            std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
            act();
        }).detach();
    }

    // `pieces` of 64 KiB, or without an end.
    void stream(const std::shared_ptr<HttpExchange> &exchange, int pieces)
    {
        auto isGone = std::make_shared<std::atomic<bool>>(false);
        exchange->onGone([this, isGone] {
            ++m_gone;
            *isGone = true;
        });
        later(0, [exchange, pieces, isGone] {
            exchange->stream(text(200, "begin\n"));
            for (int i = 0; (pieces == 0 || i < pieces) && !*isGone; ++i) {
                exchange->send(QByteArray(64 * 1024, 's'));
                std::this_thread::sleep_for(std::chrono::milliseconds(10)); // slow readers keep up
            }
            exchange->end();
        });
    }

    AccessControl m_control;
    qint64 m_largestBody;
    std::atomic<int> m_gone = 0;
};

template <typename T>
T orEnd(Result<T> result)
{
    if (result)
        return std::move(*result);
    std::fprintf(stderr, "%s\n", qUtf8Printable(result.error().message));
    std::exit(1);
}

std::chrono::milliseconds millisecondsOf(const QCommandLineParser &options, const char *name)
{
    return std::chrono::milliseconds(options.value(QLatin1String(name)).toInt());
}

HttpLimits limitsOf(const QCommandLineParser &options)
{
    HttpLimits limits;
    limits.connections = options.value(QStringLiteral("connections")).toInt();
    limits.connectionsPerAddress = options.value(QStringLiteral("per-address")).toInt();
    limits.requests = options.value(QStringLiteral("requests")).toInt();
    limits.headTime = millisecondsOf(options, "head-time");
    limits.idleTime = millisecondsOf(options, "idle-time");
    limits.transferGrace = millisecondsOf(options, "grace");
    limits.drainTime = millisecondsOf(options, "drain-time");
    limits.bodiesTotal = options.value(QStringLiteral("bodies")).toLongLong();
    limits.spoolFolder = options.value(QStringLiteral("spool"));
    return limits;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    const std::pair<const char *, const char *> known[] = {
        {"host", "127.0.0.1"},   {"port", "0"},           {"connections", "512"}, {"per-address", "512"},
        {"requests", "256"},     {"head-time", "10000"},  {"idle-time", "60000"}, {"grace", "15000"},
        {"drain-time", "10000"}, {"bodies", "536870912"}, {"spool", "/tmp"},      {"body", "33554432"},
        {"tokens", ""},          {"plain-tokens", ""},    {"certificate", ""},    {"key", ""},
        {"allowed", ""},         {"insecure", ""}};
    for (const auto &[name, normal] : known)
        options.addOption({QLatin1String(name), {}, QLatin1String(name), QLatin1String(normal)});
    options.process(application);
    const auto value = [&](const char *name) { return options.value(QLatin1String(name)); };

    AccessSettings access;
    access.address = QHostAddress(value("host"));
    access.allowedHosts = value("allowed").split(QLatin1Char(','), Qt::SkipEmptyParts);
    access.userTokens = value("tokens");
    access.plainTokens = value("plain-tokens");
    access.isEncrypted = !value("certificate").isEmpty();
    access.isInsecure = !value("insecure").isEmpty();
    Routes routes(orEnd(AccessControl::open(access)), value("body").toLongLong());
    std::optional<QSslConfiguration> tls;
    if (access.isEncrypted)
        tls = orEnd(readTlsFiles(value("certificate"), value("key")));
    HttpListener listener(routes, limitsOf(options), tls);
    SignalWatcher signals; // before anybody knows the port, and may end it
    QObject::connect(&signals, &SignalWatcher::received, &listener, &HttpListener::close);
    QObject::connect(&listener, &HttpListener::closed, &application, &QCoreApplication::quit);
    std::printf("%d\n", orEnd(listener.listen(access.address, value("port").toUShort())));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
