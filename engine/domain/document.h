// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/problem.h"
#include "domain/states.h"
#include "domain/statistics.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace Gemmary {

// Where a document's bytes are. `value` is raw: a file's path as the operating system has it, or the SHA-256
// of content kept in the store. Names are for people, locators for opening.
struct Locator
{
    enum class Kind { File, Blob };
    Kind kind = Kind::File;
    QByteArray value;

    friend bool operator==(const Locator &, const Locator &) = default;
};

[[nodiscard]] inline bool isFile(const Locator &locator)
{
    return locator.kind == Locator::Kind::File;
}

// A document as the planner records it. One found entry of a folder is one of these, read or not, so that
// found = analysed + skipped + failed always holds.
struct PlannedDocument
{
    QString name; // relative to what the user gave; for people
    Locator locator;
    qint64 bytes = 0;
    qint64 modifiedNs = 0;          // 0: unknown
    QByteArray sha256;              // empty: not needed before it is read
    std::optional<Problem> problem; // set: not to be read at all
};

// A waiting document as a leaf job reads it.
struct DocumentTask
{
    qint64 number = 0; // position in the process, from 0; keys and order
    PlannedDocument document;
    bool endedReader = false; // when it was read before
};

// How a document's text came to be.
struct TextFacts
{
    QString format;               // "text", later "pdf" …
    QString encoding;             // IANA-like name, "UTF-8"
    bool encodingGuessed = false; // nothing said so; the user may want to choose another
    QByteArray sha256;            // of the content as stored
    qint64 bytes = 0;             // of the content as stored
};

// What the analyse stage says of one document: statistics, or a problem.
struct DocumentAnalysis
{
    qint64 number = 0;
    TextFacts facts;
    DocumentStatistics statistics; // meaningful when there is no problem
    std::optional<Problem> problem;
    qint64 milliseconds = 0; // spent on it
};

// A document as lists show it.
struct DocumentRow
{
    qint64 number = 0;
    QString name;
    Locator locator;
    qint64 bytes = 0;
    DocumentState state = DocumentState::Waiting;
    std::optional<Problem> problem;
    TextFacts facts;
    DocumentStatistics statistics; // only when state is Done or Partial
    qint64 milliseconds = 0;
};

} // namespace Gemmary
