// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/growth.h"

#include "store/storedvalues.h"

namespace Gemmary {

Result<void> dropGrowingNodes(Transaction &tx, const ProcessRecord &process, ProgressDelta &delta)
{
    qint64 leavesBelow = process.fanIn;
    const int root = rootLevel(process.leaves, process.fanIn);
    for (int level = 1; level <= root; ++level, leavesBelow *= process.fanIn) {
        for (const Stage stage : process.stages()) {
            const QVariantList from = keyValues({process.id, stage, level, process.leaves / leavesBelow});
            GEMMARY_TRY(tx.change("delete_jobs_from", from));
            GEMMARY_TRY(tx.change("delete_chunks_from", from));
            GEMMARY_ASSIGN(dropped, tx.change("delete_results_from", from));
            delta.of(stage).merges -= dropped;
        }
    }
    return {};
}

Result<qint64> redriveJobs(Transaction &tx, const ProcessId &id, ProgressDelta &delta)
{
    GEMMARY_TRY(tx.change("redrive_letters", {id.toString()}));
    return tx.read("redrive_jobs", {id.toString()},
                   [&](const Row &row) { --delta.of(stageFrom(row.text(0)).value_or(Stage::Analyse)).dead; });
}

} // namespace Gemmary
