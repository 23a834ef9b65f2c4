// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/problem.h"
#include "domain/views.h"

#include <QString>
#include <QStringMatcher>

#include <array>
#include <optional>

namespace Gemmary {

// The parts of a list of documents that chips offer.
enum class DocumentKind { All, Done, Problems, Skipped, Duplicate, Guessed };
constexpr std::size_t DocumentKindCount = 6;
using KindCounts = std::array<qint64, DocumentKindCount>;

[[nodiscard]] bool isOf(DocumentKind kind, const DocumentLine &line);

struct WordRange
{
    qint64 from = 0;
    qint64 to = 0; // included

    friend bool operator==(const WordRange &, const WordRange &) = default;
};

// Which documents a list shows.
struct RowFilter
{
    DocumentKind kind = DocumentKind::All;
    QString text; // in a name or a reason; empty: any
    std::optional<WordRange> words;

    [[nodiscard]] bool isEmpty() const { return *this == RowFilter(); }
    friend bool operator==(const RowFilter &, const RowFilter &) = default;
};

// A filter made ready for many rows: the reasons' translated texts are searched once, not once a row.
class RowMatcher
{
public:
    explicit RowMatcher(const RowFilter &filter);

    [[nodiscard]] bool matches(const DocumentLine &line) const;

private:
    static constexpr std::size_t ReasonCount = static_cast<std::size_t>(Reason::Internal) + 1;

    [[nodiscard]] bool hasText(const DocumentLine &line) const;

    RowFilter m_filter;
    QStringMatcher m_text;
    std::array<bool, ReasonCount> m_reasonHasText{};
};

} // namespace Gemmary
