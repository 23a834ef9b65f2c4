// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/summary.h"
#include "summary/model/chunker.h"
#include "summary/model/piecemerger.h"
#include "summary/model/textspool.h"

namespace Gemmary {

inline constexpr qint64 PartTokens = 6'000; // of a document that does not fit: larger parts lose details

// A whole document's answer as its summary; nullopt: it says that there is nothing to summarise.
[[nodiscard]] std::optional<Summary> summaryOf(const ModelAnswer &answer);

// Summarises one document's text: in one request if it fits, else part by part and the parts' summaries
// together. Every byte is in some request, or missing from the coverage.
class ModelDocument
{
public:
    // All outlive it; `asker` is prepared. `language`: of the text, ISO 639-1 or empty. `wanted`: of the
    // summary.
    ModelDocument(ModelAsker &asker, SentenceSplitter &splitter, QString language, QString wanted,
                  const CancelToken &cancel);

    // nullopt: the text holds nothing to summarise. The summary's engine, method and language are the
    // caller's.
    [[nodiscard]] Result<Outcome<std::optional<Summary>>> summarise(TextSpool &text);

private:
    [[nodiscard]] Result<Outcome<std::optional<Summary>>> fromParts(TextSpool &text, qint64 window);
    [[nodiscard]] Result<void> readParts(Chunker::Source source, qint64 window);
    [[nodiscard]] Result<void> readPart(const Chunk &part, qint64 window);
    void lose(std::size_t bytes, const QString &why);

    ModelAsker &m_asker;
    SentenceSplitter &m_splitter;
    QString m_language;
    QString m_wanted;
    const CancelToken &m_cancel;
    PieceMerger m_merger;
    AnswerTally m_parts;
    double m_lost = 0; // bytes
    QString m_trouble;
};

} // namespace Gemmary
