// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonmember.h"

#include <QUtf8StringView>

#include <algorithm>

namespace Gemmary {

namespace {

bool isPlain(char byte)
{
    return static_cast<unsigned char>(byte) >= 0x20 && byte != '"' && byte != '\\';
}

QByteArray escaped(char byte)
{
    switch (byte) {
    case '"':
        return QByteArrayLiteral("\\\"");
    case '\\':
        return QByteArrayLiteral("\\\\");
    case '\n':
        return QByteArrayLiteral("\\n");
    case '\r':
        return QByteArrayLiteral("\\r");
    case '\t':
        return QByteArrayLiteral("\\t");
    default:
        return "\\u00" + QByteArray(1, byte).toHex();
    }
}

} // namespace

QByteArray jsonMember(const char *key, const QByteArray &utf8)
{
    QByteArray text = '"' + QByteArray(key) + "\":\"";
    text.reserve(text.size() + utf8.size() + utf8.size() / 32 + 1);
    for (auto from = utf8.begin(); from != utf8.end();) {
        const auto end = std::find_if_not(from, utf8.end(), isPlain);
        text.append(from, end - from);
        from = end;
        if (from != utf8.end())
            text += escaped(*from++);
    }
    return text += '"';
}

QByteArray contentMember(const QByteArray &bytes)
{
    if (QUtf8StringView(bytes).isValidUtf8())
        return jsonMember("content", bytes);
    return "\"content_base64\":\"" + bytes.toBase64() + '"';
}

} // namespace Gemmary
