// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/jsonwriter.h"

#include "wire/timejson.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace Gemmary {

namespace {

bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

} // namespace

void JsonWriter::begin()
{
    m_text += '{';
    m_isFirst = true;
}

void JsonWriter::begin(QLatin1StringView key)
{
    writeKey(key);
    begin();
}

void JsonWriter::end()
{
    m_text += '}';
    m_isFirst = false;
}

void JsonWriter::add(QLatin1StringView key, const QString &value)
{
    writeKey(key);
    writeString(value);
}

void JsonWriter::add(QLatin1StringView key, qint64 value)
{
    writeKey(key);
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
    m_text.append(digits.data(), end - digits.begin());
}

void JsonWriter::add(QLatin1StringView key, bool value)
{
    writeKey(key);
    m_text += value ? "true" : "false";
}

void JsonWriter::addTime(QLatin1StringView key, qint64 epochMs)
{
    writeKey(key);
    if (epochMs == 0) {
        m_text += "null";
        return;
    }
    m_text += '"';
    m_text += timeText(epochMs);
    m_text += '"';
}

void JsonWriter::addOrNull(QLatin1StringView key, const QString &value)
{
    writeKey(key);
    if (value.isEmpty())
        m_text += "null";
    else
        writeString(value);
}

void JsonWriter::writeKey(QLatin1StringView key)
{
    if (!m_isFirst)
        m_text += ',';
    m_isFirst = false;
    m_text += '"';
    m_text.append(key.data(), key.size());
    m_text += "\":";
}

void JsonWriter::writeString(const QString &value)
{
    const QByteArray text = value.toUtf8();
    m_text += '"';
    auto from = text.begin();
    for (;;) {
        const auto to = std::find_if(from, text.end(), needsEscape);
        m_text.append(from, to - from);
        if (to == text.end())
            break;
        writeEscape(*to);
        from = to + 1;
    }
    m_text += '"';
}

void JsonWriter::writeEscape(char c)
{
    constexpr char Hex[] = "0123456789abcdef";
    m_text += '\\';
    if (c == '"' || c == '\\') {
        m_text += c;
        return;
    }
    m_text += "u00";
    m_text += Hex[c >> 4];
    m_text += Hex[c & 15];
}

} // namespace Gemmary
