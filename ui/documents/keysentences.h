// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Gemmary {

struct TextSpan
{
    qsizetype from = 0;
    qsizetype length = 0;

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

// A document's text as a reader shows it: line ends are one character each, so that places in it are places
// in the view, and endless lines are broken at blanks, because a view lays out a line as a whole.
[[nodiscard]] QString shownText(QString text);

// Where each sentence stands in `text`; nullopt: not found. Sentences have been cleaned on their way: blanks
// and line ends are single blanks, words divided at line ends are joined, endless sentences are cut with "…".
[[nodiscard]] std::vector<std::optional<TextSpan>> placesOf(const QStringList &sentences,
                                                            const QString &text);

} // namespace Gemmary
