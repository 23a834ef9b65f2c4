// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

namespace Gemmary {

// Writes a JSON object's text from its beginning to its end, where a tree of it would cost ten times as much.
// Keys are plain: they hold nothing that JSON escapes.
class JsonWriter
{
public:
    explicit JsonWriter(QByteArray &text)
        : m_text(text)
    {}

    void begin();
    void begin(QLatin1StringView key);
    void end();

    void add(QLatin1StringView key, const QString &value);
    void add(QLatin1StringView key, qint64 value);
    void add(QLatin1StringView key, bool value);
    void addTime(QLatin1StringView key, qint64 epochMs);         // null for 0
    void addOrNull(QLatin1StringView key, const QString &value); // null when it is empty

private:
    void writeKey(QLatin1StringView key);
    void writeString(const QString &value);
    void writeEscape(char c);

    QByteArray &m_text;
    bool m_isFirst = true;
};

} // namespace Gemmary
