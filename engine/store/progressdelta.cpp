// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/progressdelta.h"

namespace Gemmary {

namespace {

constexpr int Shards = 16;

} // namespace

void ProgressDelta::addDocument(DocumentState state, qint64 count)
{
    switch (state) {
    case DocumentState::Waiting:
        break;
    case DocumentState::Done:
        done += count;
        break;
    case DocumentState::Partial:
        partial += count;
        break;
    case DocumentState::Failed:
        failed += count;
        break;
    case DocumentState::Skipped:
        skipped += count;
        break;
    }
}

Statement progressStatement(Transaction &tx, const ProcessId &process, const ProgressDelta &delta)
{
    const int shard = std::uniform_int_distribution<int>(0, Shards - 1)(tx.random());
    return {"add_progress",
            {process.toString(),
             shard,
             delta.analyse.leaves,
             delta.analyse.merges,
             delta.analyse.dead,
             delta.summarise.leaves,
             delta.summarise.merges,
             delta.summarise.dead,
             delta.done,
             delta.partial,
             delta.failed,
             delta.skipped,
             delta.summarised,
             delta.bytesDone,
             delta.counts.bytes,
             delta.counts.words,
             delta.counts.lines,
             delta.counts.characters,
             delta.counts.sentences,
             delta.counts.terms}};
}

Result<void> addProgress(Transaction &tx, const ProcessId &process, const ProgressDelta &delta)
{
    GEMMARY_TRY(tx.run({progressStatement(tx, process, delta)}));
    return {};
}

} // namespace Gemmary
