// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/etag.h"

#include <QCryptographicHash>

namespace Gemmary {

QByteArray etagOf(const std::vector<ProcessSnapshot> &processes, bool isLastPage)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const ProcessSnapshot &process : processes) {
        hash.addData(process.id.uuid().toRfc4122());
        // The state and the name for stores whose version they do not raise.
        hash.addData(QByteArray::number(process.version) + nameOf(process.state).toLatin1() +
                     (process.paused ? '1' : '0') + process.name.toUtf8());
    }
    hash.addData(QByteArrayView(isLastPage ? "." : "…"));
    return "W/\"" + hash.result().toHex().left(24) + '"';
}

QByteArray etagOf(const QByteArray &body)
{
    return "W/\"" + QCryptographicHash::hash(body, QCryptographicHash::Sha1).toHex().left(24) + '"';
}

bool isKnown(const HttpRequest &request, const QByteArray &etag)
{
    const QByteArray known = request.header("if-none-match");
    if (known.trimmed() == "*")
        return true;
    for (const QByteArray &one : known.split(',')) {
        const QByteArray tag = one.trimmed();
        if (tag == etag || "W/" + tag == etag)
            return true;
    }
    return false;
}

HttpResponse notModified(const QByteArray &etag)
{
    HttpResponse response;
    response.status = 304;
    response.contentType.clear();
    response.headers.append({QByteArrayLiteral("ETag"), etag});
    return response;
}

} // namespace Gemmary
