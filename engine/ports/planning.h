// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/document.h"
#include "domain/ids.h"
#include "domain/process.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace Gemmary {

// The planner's right to add documents to a process. Another planner takes over once the lease has run out.
struct PlanClaim
{
    ProcessId process;
    qint64 epoch = 0;
    NewProcess request;
    QByteArray cursor;    // where the walk stands; empty at the start
    qint64 documents = 0; // already planned
    qint64 leaves = 0;    // already planned, of each stage
};

// Documents that the planner adds, and the leaves that read them. All or nothing.
struct PlanPage
{
    struct Leaf
    {
        qint64 node = 0;                     // claim's leaves + 0, 1, 2 …
        std::vector<qint64> documentNumbers; // of this page
    };
    std::vector<DocumentTask> documents; // numbers go on from the claim's `documents`
    std::vector<Leaf> leaves;
    QByteArray cursor; // where the walk stands after this page
};

// Which plan a planner asks for.
struct PlanRequest
{
    std::optional<ProcessId> process; // nullopt: any
    InstanceId instance;
    QString machine{}; // of the planner
};

} // namespace Gemmary
