// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

#include <QString>

#include <random>
#include <vector>

namespace Gemmary::Test {

// Documents as a walk of many folders finds them, the same ones for the same seed: most are done, some are
// not.
inline std::vector<DocumentLine> someDocuments(int count, unsigned seed, qint64 firstNumber = 0)
{
    std::mt19937 random(seed);
    const auto below = [&random](int end) { return std::uniform_int_distribution(0, end - 1)(random); };
    constexpr Reason Reasons[] = {Reason::Duplicate, Reason::Empty, Reason::NotText, Reason::NoPermission,
                                  Reason::ReadError};
    const QString languages[] = {QStringLiteral("en"), QStringLiteral("es"), QString()};
    std::vector<DocumentLine> lines;
    for (int i = 0; i < count; ++i) {
        DocumentLine line;
        line.number = firstNumber + i;
        line.name =
            QStringLiteral("letters %1/part %2/Note %3.txt").arg(below(20)).arg(below(7)).arg(below(count));
        line.locator.value = "/tmp/gemmary/" + line.name.toUtf8();
        line.bytes = below(1'000'000);
        if (const int luck = below(10); luck == 0) {
            line.problem = Problem{Reasons[below(static_cast<int>(std::size(Reasons)))], {}};
            line.state = isSkip(line.problem->reason) ? DocumentState::Skipped : DocumentState::Failed;
        } else if (luck > 1) {
            line.state = DocumentState::Done;
            line.format = QStringLiteral("text");
            line.encodingGuessed = below(8) == 0;
            line.encoding = line.encodingGuessed ? QStringLiteral("windows-1252") : QStringLiteral("UTF-8");
            line.language = languages[below(3)];
            line.words = below(500);
            line.lines = below(100);
            line.characters = line.words * 6;
            line.sentences = below(40);
            line.milliseconds = below(30);
        }
        lines.push_back(line);
    }
    return lines;
}

} // namespace Gemmary::Test
