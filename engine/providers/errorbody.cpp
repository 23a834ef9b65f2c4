// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/errorbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace Gemmary {

namespace {

using Key = QLatin1StringView;

constexpr qsizetype LongestMessage = 400;

QString shortened(const QString &message)
{
    return message.size() > LongestMessage ? message.first(LongestMessage) + QChar(0x2026) : message;
}

} // namespace

ErrorBody readErrorBody(const HttpReply &reply)
{
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    QJsonObject object = document.object();
    if (document.isArray()) // as a stream of Gemini's that is no stream
        object = document.array().first().toObject();
    ErrorBody body;
    const QJsonValue error = object[Key("error")];
    body.error = error.isObject() ? error.toObject() : object;
    body.message = error.isString() ? error.toString() : body.error[Key("message")].toString();
    body.word = body.error[Key("status")].toString(body.error[Key("type")].toString());
    body.words = QStringLiteral("HTTP %1").arg(reply.status);
    if (!body.word.isEmpty())
        body.words += QLatin1Char(' ') + body.word;
    if (!body.message.isEmpty())
        body.words += QStringLiteral(": ") + shortened(body.message);
    return body;
}

bool saysTooLong(const QString &message)
{
    static const QRegularExpression form(
        QStringLiteral("exceed\\w* .{0,80}context|context (?:length|size|window)|context \\w+ overflow|"
                       "input token count.{0,40}exceed|prompt is too long|input length exceed"),
        QRegularExpression::CaseInsensitiveOption);
    return message.contains(form);
}

} // namespace Gemmary
