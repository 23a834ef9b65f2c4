// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace Gemmary {

inline namespace Rest {

// What a client is answered. The listener adds Content-Length, Connection, Date and the request's id.
struct HttpResponse
{
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json; charset=utf-8");
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    bool closes = false; // the connection ends after it
};

} // namespace Rest

} // namespace Gemmary
