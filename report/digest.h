// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportcontent.h"

#include <map>
#include <vector>

namespace Gemmary {

// The documents that have the same problem; the first ones by name.
struct ProblemGroup
{
    struct Listed
    {
        QString name;
        QString detail;
    };
    qint64 count = 0;
    std::vector<Listed> listed;
};

// What of the documents stands before their list, gathered in one pass; its size does not depend on theirs.
struct Digest
{
    // How many documents have between `from` and the next bin's `from` words.
    struct LengthBin
    {
        qint64 from = 0;
        qint64 documents = 0;
        bool isRound = false; // 1, 2, 5, 10, 20 …: labelled when there is little room
    };
    std::vector<LengthBin> lengths; // from the first to the last one that is not empty
    std::map<Reason, ProblemGroup> problems;
    qint64 documents = 0;
};

// At most `listed` names for each kind of problem.
[[nodiscard]] Result<Digest> digested(const ReportContent &content, std::size_t listed);

} // namespace Gemmary
