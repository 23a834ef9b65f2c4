// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/streamparser.h"

#include <algorithm>

namespace Gemmary {

StreamParser::StreamParser(StreamFraming framing, qsizetype longestEvent)
    : m_framing(framing)
    , m_longestEvent(longestEvent)
{}

std::vector<QByteArray> StreamParser::feed(QByteArrayView bytes)
{
    std::vector<QByteArray> events;
    while (!bytes.isEmpty() && !m_isTooLong) {
        if (std::exchange(m_lastWasReturn, false) && bytes.front() == '\n') {
            bytes = bytes.sliced(1); // the second half of a line's end
            continue;
        }
        const auto end =
            std::find_if(bytes.begin(), bytes.end(), [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype length = end - bytes.begin();
        m_isTooLong = m_line.size() + m_data.size() + length > m_longestEvent;
        if (m_isTooLong)
            break;
        m_line.append(bytes.first(length));
        if (end == bytes.end())
            break;
        m_lastWasReturn = *end == '\r';
        bytes = bytes.sliced(length + 1);
        endLine(events);
    }
    return events;
}

void StreamParser::endLine(std::vector<QByteArray> &events)
{
    if (m_framing == StreamFraming::Lines)
        m_data = std::exchange(m_line, {});
    if (m_framing == StreamFraming::Lines || m_line.isEmpty())
        endEvent(events);
    else
        addField();
}

// "error" is no field of the standard: llama-server sent it where others send data.
void StreamParser::addField()
{
    const qsizetype colon = m_line.indexOf(':');
    const QByteArrayView name = QByteArrayView(m_line).first(std::max<qsizetype>(colon, 0));
    if (name == QByteArrayView("data") || name == QByteArrayView("error")) {
        QByteArrayView value = QByteArrayView(m_line).sliced(colon + 1);
        if (value.startsWith(' '))
            value = value.sliced(1);
        if (!m_data.isEmpty())
            m_data.append('\n');
        m_data.append(value);
    }
    m_line.clear();
}

void StreamParser::endEvent(std::vector<QByteArray> &events)
{
    if (!m_data.isEmpty())
        events.push_back(std::exchange(m_data, {}));
}

} // namespace Gemmary
