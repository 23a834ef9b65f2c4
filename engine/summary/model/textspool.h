// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ports/textextractor.h"
#include "summary/model/tokenestimate.h"

#include <QTemporaryFile>

#include <memory>
#include <string>

namespace Gemmary {

// Keeps a document's text until its model calls. They wait for the end of reading because they cost money and
// minutes: a document that turns out to be damaged or to change while it is read costs nothing, and no file
// stays open meanwhile. The first MiB is held in memory; longer text goes to a temporary file that has no
// name where the system allows it and that nobody else may read.
class TextSpool : public TextSink
{
public:
    void text(std::string_view utf8) override;

    // Back to the beginning, for reading. Storage: the text could not be kept, at no matter which time
    // before.
    [[nodiscard]] Result<void> rewind();

    // The next text, cut between code points; empty at the end. At least 4 bytes must be wanted.
    [[nodiscard]] Result<std::string> read(std::size_t bytes);

    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] qint64 tokens() const { return m_tokens.tokens(); }          // estimate of all of it
    [[nodiscard]] const std::string &beginning() const { return m_beginning; } // the first MiB

private:
    void write(std::string_view utf8);

    std::string m_beginning;
    std::unique_ptr<QTemporaryFile> m_rest;
    QString m_trouble;
    std::size_t m_position = 0; // in m_beginning
    qint64 m_size = 0;
    TokenEstimate m_tokens;
};

} // namespace Gemmary
