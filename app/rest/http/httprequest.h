// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <memory>
#include <utility>

namespace Gemmary {

// The network's two sides are in one program: engine/providers has an HttpRequest, too.
inline namespace Rest {

// The bytes of a request's body. Small ones are in memory, large ones in an unnamed file that is mapped, so
// that many slow uploads hold no memory.
class HttpBody
{
public:
    virtual ~HttpBody() = default;

    // At least 64 readable bytes follow it, as simdjson wants them.
    [[nodiscard]] virtual QByteArrayView bytes() const = 0;
};

// A request as it came in; its syntax is checked, its meaning is not.
struct HttpRequest
{
    QString id; // for answer and log; made by the listener
    QByteArray method;
    QByteArray path;            // as sent, without the query
    QList<QByteArray> segments; // of the path, percent-decoded; bytes, not checked to be UTF-8
    QUrlQuery query;
    QList<std::pair<QByteArray, QByteArray>> headers; // names in lower case, in their order
    QString peer;                                     // the client's address
    std::shared_ptr<const HttpBody> body;             // null: none

    // The first header of that name; null: there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

} // namespace Rest

} // namespace Gemmary
