// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/http/requesthead.h"

#include <algorithm>

namespace Gemmary {

namespace {

qsizetype countOf(const HttpRequest &request, QByteArrayView name)
{
    return std::ranges::count(request.headers, name, &std::pair<QByteArray, QByteArray>::first);
}

bool isToken(const QByteArray &value, QByteArrayView token)
{
    return value.toLower() == token;
}

// One length, said one way: what stands before us must not see another end of the body than we do.
int checkFraming(const HttpRequest &request, bool isVersion11)
{
    const qsizetype codings = countOf(request, "transfer-encoding");
    if (codings > 0) {
        if (!isVersion11)
            return 400;
        if (codings > 1 || !isToken(request.header("transfer-encoding"), "chunked"))
            return 501;
    }
    const qsizetype lengths = countOf(request, "content-length");
    if (lengths > 1 || lengths + codings > 1 || request.header("content-length").contains(','))
        return 400;
    const QByteArray expectation = request.header("expect");
    return expectation.isNull() || isToken(expectation, "100-continue") ? 0 : 417;
}

// A proxy's form, http://host/path, means its path when it names the same host.
bool takeOrigin(QByteArray &target, const QByteArray &host)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.first(std::min(target.size(), scheme.size())).toLower() != scheme)
            continue;
        const QByteArray rest = target.sliced(scheme.size());
        if (!rest.startsWith(host) || host.isEmpty())
            return false;
        target = rest.sliced(host.size());
        if (!target.startsWith('/'))
            target.prepend('/');
    }
    return target.startsWith('/');
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isPercentEncoded(const QByteArray &text)
{
    for (qsizetype i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
        if (i + 2 >= text.size() || !isHex(text[i + 1]) || !isHex(text[i + 2]))
            return false;
    }
    return true;
}

void takeApart(HttpRequest &request)
{
    const qsizetype mark = request.path.indexOf('?');
    if (mark >= 0) {
        request.query = QUrlQuery(QString::fromUtf8(request.path.sliced(mark + 1)));
        request.path.truncate(mark);
    }
    for (const QByteArray &segment : request.path.sliced(1).split('/'))
        request.segments.append(QByteArray::fromPercentEncoding(segment));
}

} // namespace

int completeHead(HttpRequest &request, bool isVersion11)
{
    if (countOf(request, "host") != 1)
        return 400;
    if (const int refused = checkFraming(request, isVersion11))
        return refused;
    if (request.method == "OPTIONS" && request.path == "*")
        return 0;
    if (!takeOrigin(request.path, request.header("host")) || !isPercentEncoded(request.path))
        return 400;
    takeApart(request);
    return 0;
}

} // namespace Gemmary
