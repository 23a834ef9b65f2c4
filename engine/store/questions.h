// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"
#include "store/transaction.h"

namespace Gemmary {

// The questions of ProcessStore, each in a read transaction. NotFound for a process that is not there.
[[nodiscard]] Result<ProcessSnapshot> readSnapshot(Transaction &tx, const ProcessId &id);
[[nodiscard]] Result<std::vector<ProcessSnapshot>> listSnapshots(Transaction &tx,
                                                                 const ProcessFilter &filter);
[[nodiscard]] Result<std::vector<DocumentRow>> listDocuments(Transaction &tx, const ProcessId &id,
                                                             const DocumentFilter &filter);
[[nodiscard]] Result<std::vector<DocumentTask>> listPlanned(Transaction &tx, const ProcessId &id,
                                                            qint64 after, int limit);
[[nodiscard]] Result<std::vector<DocumentSummary>> listSummaries(Transaction &tx, const ProcessId &id,
                                                                 qint64 after, int limit);
[[nodiscard]] Result<std::vector<DeadLetter>> listDeadLetters(Transaction &tx, const ProcessId &id);
[[nodiscard]] Result<std::vector<ProcessId>> listOpenProcesses(Transaction &tx);
[[nodiscard]] Result<ProcessCounts> countProcesses(Transaction &tx);
[[nodiscard]] Result<WorkFigures> readWorkFigures(Transaction &tx);
[[nodiscard]] Result<NewProcess> readRequest(Transaction &tx, const ProcessId &id);
[[nodiscard]] Result<std::vector<DocumentLine>> listDocumentLines(Transaction &tx, const ProcessId &id,
                                                                  qint64 after, int limit);
[[nodiscard]] Result<DocumentRow> readDocument(Transaction &tx, const ProcessId &id, qint64 number);
[[nodiscard]] Result<std::optional<Summary>> readSummary(Transaction &tx, const ProcessId &id, qint64 number);

} // namespace Gemmary
