// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/job.h"
#include "domain/process.h"
#include "sqlstore/transaction.h"

namespace Gemmary {

// Between domain values and columns, shared by the parts of the store.

[[nodiscard]] constexpr int numberOf(Stage stage)
{
    return stage == Stage::Analyse ? 0 : 1;
}
[[nodiscard]] constexpr Stage stageOf(qint64 number)
{
    return number == 0 ? Stage::Analyse : Stage::Summarise;
}

// NewProcess as the `request` column keeps it: inputs, their names and the settings.
[[nodiscard]] QString requestText(const NewProcess &process);
[[nodiscard]] NewProcess requestFrom(const QString &text);

[[nodiscard]] QString jsonText(const QJsonObject &object);
[[nodiscard]] QJsonObject jsonFrom(const QString &text);

// Columns document_no, name, locator_kind, locator, bytes, modified_ns, sha256.
[[nodiscard]] DocumentTask taskFrom(const Row &row);

// Columns reason and detail, from `column` on.
[[nodiscard]] std::optional<Problem> problemFrom(const Row &row, int column);

// What a `progress` row adds; unset numbers are 0.
struct ProgressChange
{
    qint64 leavesAnalysed = 0;
    qint64 leavesSummarised = 0;
    qint64 mergesAnalysed = 0;
    qint64 mergesSummarised = 0;
    DocumentCounts documents;
    qint64 summarised = 0;
    qint64 bytesSettled = 0;
    TextCounts counts;
};

[[nodiscard]] Result<void> addProgress(Transaction &transaction, const QString &process,
                                       const ProgressChange &change);

// The columns of select_process.
struct ProcessFacts
{
    ProcessState state = ProcessState::Pending;
    bool paused = false;
    bool removed = false;
    bool planned = false;
    qint64 leaves = 0;
    int fanIn = 1;
    int batchSize = 1;
    int stages = 1;
    qint64 documents = 0;
    int maxDeliveries = 1;
};

// NotFound with a sentence when there is no such process.
[[nodiscard]] Result<ProcessFacts> processFacts(Transaction &transaction, const QString &process);

} // namespace Gemmary
