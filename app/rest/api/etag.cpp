// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/etag.h"

#include <QCryptographicHash>

#include <type_traits>

namespace Gemmary {

namespace {

template <typename Value>
void add(QCryptographicHash &hash, const Value &value)
{
    static_assert(std::has_unique_object_representations_v<Value>);
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&value), qsizetype(sizeof value)));
}

} // namespace

QByteArray etagOf(const std::vector<ProcessSnapshot> &processes, bool isLastPage)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const ProcessSnapshot &process : processes) {
        // The state and the name for stores whose version they do not raise.
        const QUuid id = process.id.uuid();
        add(hash, id);
        add(hash, process.version);
        add(hash, process.state);
        add(hash, process.paused);
        hash.addData(QByteArrayView(reinterpret_cast<const char *>(process.name.utf16()),
                                    process.name.size() * qsizetype(sizeof(char16_t))));
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
