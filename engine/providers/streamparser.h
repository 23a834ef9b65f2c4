// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace Gemmary {

// How a provider cuts its answer into events.
enum class StreamFraming {
    Events, // server-sent events, as Gemini and OpenAI's protocol send them
    Lines   // a JSON value a line, as Ollama sends them
};

// Cuts a stream of bytes, however the network cut it, into the data of its events. Works on bytes: a piece
// may end inside a character. Not thread-safe.
class StreamParser
{
public:
    static constexpr qsizetype LongestEvent = 8 * 1024 * 1024; // bytes

    explicit StreamParser(StreamFraming framing, qsizetype longestEvent = LongestEvent);

    // The events that `bytes` ended, in order. After an event that is too long there are none any more.
    [[nodiscard]] std::vector<QByteArray> feed(QByteArrayView bytes);

    [[nodiscard]] bool isTooLong() const { return m_isTooLong; }
    // Whether an event has begun that did not end: at the end of the stream, that it was cut.
    [[nodiscard]] bool hasTail() const { return !m_line.isEmpty() || !m_data.isEmpty(); }

private:
    void endLine(std::vector<QByteArray> &events);
    void addField();
    void endEvent(std::vector<QByteArray> &events);

    StreamFraming m_framing;
    qsizetype m_longestEvent;
    QByteArray m_line;
    QByteArray m_data;
    bool m_lastWasReturn = false;
    bool m_isTooLong = false;
};

} // namespace Gemmary
