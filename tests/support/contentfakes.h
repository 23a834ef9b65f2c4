// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/textextractor.h"

#include <QByteArray>

#include <algorithm>
#include <optional>
#include <string>

namespace Gemmary::Test {

// Content in memory that can be made to misbehave.
class FakeContent : public ContentReader
{
public:
    explicit FakeContent(QByteArray content)
        : m_content(std::move(content))
    {}

    std::optional<qint64> failAfter;         // bytes, then ReadError
    std::optional<QByteArray> secondReading; // what rewind() brings instead
    std::optional<qint64> claimedBytes;
    bool changed = false; // says verifyUnchanged()
    int rewinds = 0;

    Outcome<qint64> read(std::span<char> buffer) override
    {
        if (failAfter && m_position + static_cast<qint64>(buffer.size()) > *failAfter)
            return problem(Reason::ReadError, QStringLiteral("Input/output error"));
        const qint64 count =
            std::min<qint64>(static_cast<qint64>(buffer.size()), m_content.size() - m_position);
        std::copy_n(m_content.constData() + m_position, count, buffer.data());
        m_position += count;
        return count;
    }

    Outcome<void> rewind() override
    {
        ++rewinds;
        m_position = 0;
        if (secondReading)
            m_content = *secondReading;
        return {};
    }

    Outcome<void> verifyUnchanged() override
    {
        return changed ? problem(Reason::ChangedWhileRead) : Outcome<void>();
    }

    qint64 bytes() const override { return claimedBytes.value_or(m_content.size()); }
    qint64 modifiedNs() const override { return 0; }

private:
    QByteArray m_content;
    qint64 m_position = 0;
};

// Gathers text, and notes a chunk that is not whole, valid UTF-8 by itself.
class TextCollector : public TextSink
{
public:
    std::string all;
    int chunks = 0;
    bool allValid = true;

    void text(std::string_view utf8) override
    {
        all += utf8;
        ++chunks;
        // Qt decodes with code of its own: what is malformed turns into U+FFFD, which then is not in the
        // source.
        const QByteArray bytes(utf8.data(), static_cast<qsizetype>(utf8.size()));
        allValid = allValid && QString::fromUtf8(bytes).toUtf8() == bytes;
    }
};

} // namespace Gemmary::Test
