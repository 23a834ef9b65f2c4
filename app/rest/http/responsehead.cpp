// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/http/responsehead.h"

#include <QDateTime>
#include <QLocale>
#include <boost/beast/http/status.hpp>

#include <algorithm>

namespace Gemmary {

namespace {

QByteArray reasonOf(int status)
{
    const auto reason =
        boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(static_cast<unsigned>(status)));
    return {reason.data(), static_cast<qsizetype>(reason.size())};
}

QByteArray oneLine(QByteArray value)
{
    std::ranges::replace_if(
        value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
    return value;
}

// One a second is made.
QByteArray now()
{
    thread_local qint64 second = 0;
    thread_local QByteArray text;
    const qint64 current = QDateTime::currentSecsSinceEpoch();
    if (current != second) {
        const QDateTime time = QDateTime::fromSecsSinceEpoch(current, Qt::UTC);
        text = QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
        second = current;
    }
    return text;
}

} // namespace

bool isBodyless(int status)
{
    return status < 200 || status == 204 || status == 304;
}

QByteArray responseHead(const HttpResponse &response, const HeadFacts &facts)
{
    QByteArray head;
    const auto add = [&head](const QByteArray &name, const QByteArray &value) {
        head += name + ": " + oneLine(value) + "\r\n";
    };
    head += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonOf(response.status) + "\r\n";
    add("Date", now());
    add("X-Request-Id", facts.requestId.toLatin1());
    if (!isBodyless(response.status)) {
        add("Content-Type", response.contentType);
        if (facts.framing == BodyFraming::Length)
            add("Content-Length", QByteArray::number(response.body.size()));
        else if (facts.framing == BodyFraming::Chunks)
            add("Transfer-Encoding", "chunked");
    }
    for (const auto &[name, value] : response.headers)
        add(oneLine(name), value);
    add("Connection", facts.keepsAlive ? "keep-alive" : "close");
    return head + "\r\n";
}

} // namespace Gemmary
