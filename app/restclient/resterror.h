// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QUrl>

namespace Gemmary {

// What came back of one request.
struct RestReply
{
    int status = 0;
    QByteArray body;
    QByteArray etag;
    QByteArray nextCursor; // of the page that Link names; empty: it was the last
    QByteArray retryAfter;
    QByteArray location; // of a redirect
};

// The error that an answer of status 300 and more is, with a sentence that says what to do.
[[nodiscard]] Error errorOf(const RestReply &reply, const QUrl &url, bool hadToken);

// What answers does not speak as a listener of Gemmary does.
[[nodiscard]] Error notGemmary(const QUrl &url, const QString &detail);

// The body of an error, empty when it is none.
[[nodiscard]] QJsonObject errorBody(const RestReply &reply);

// A text of the other side on one line, without what could steer a terminal.
[[nodiscard]] QString plainText(const QString &text);

} // namespace Gemmary
