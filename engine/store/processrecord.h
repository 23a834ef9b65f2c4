// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "store/transaction.h"

namespace Gemmary {

// A process's own row, as transactions look at it before they act.
struct ProcessRecord
{
    ProcessId id;
    ProcessState state = ProcessState::Pending;
    bool paused = false;
    bool planned = false;
    bool hasSummary = false;
    int fanIn = 64;
    int maxDeliveries = 3;
    qint64 documents = 0;
    qint64 leaves = 0;
    qint64 planEpoch = 0;
    QByteArray planCursor;
    bool removed = false;
    NewProcess request;

    // The stages its jobs have, in the order they matter.
    [[nodiscard]] std::vector<Stage> stages() const
    {
        return hasSummary ? std::vector{Stage::Analyse, Stage::Summarise} : std::vector{Stage::Analyse};
    }
};

[[nodiscard]] Result<ProcessRecord> readProcess(Transaction &tx, const ProcessId &id); // NotFound

// Keeps the blobs among `inputs` for the process; InvalidInput when one is gone.
[[nodiscard]] Result<void> referToBlobs(Transaction &tx, const ProcessId &id,
                                        const std::vector<Locator> &inputs);

// ---- Commands; each is the ProcessStore's of that name.
[[nodiscard]] Result<ProcessId> startProcess(Transaction &tx, const NewProcess &process);
[[nodiscard]] Result<void> stopProcess(Transaction &tx, const ProcessId &id);
[[nodiscard]] Result<void> resumeProcess(Transaction &tx, const ProcessId &id);
[[nodiscard]] Result<void> pauseProcess(Transaction &tx, const ProcessId &id, bool paused);
[[nodiscard]] Result<void> removeProcess(Transaction &tx, const ProcessId &id);
[[nodiscard]] Result<void> restoreProcess(Transaction &tx, const ProcessId &id);
[[nodiscard]] Result<void> setTokenBudget(Transaction &tx, const ProcessId &id, int tokens);
[[nodiscard]] Result<void> renameProcess(Transaction &tx, const ProcessId &id, const QString &name);

} // namespace Gemmary
