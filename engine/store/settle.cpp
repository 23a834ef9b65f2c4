// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settle.h"

#include "store/database.h"
#include "store/jobs.h"
#include "store/storedvalues.h"
#include "store/tree.h"

namespace Gemmary {

namespace {

constexpr int GroupsPerSweep = 16; // whose chunks are dropped; bounds the transaction

Result<bool> isRootDone(Transaction &tx, const ProcessRecord &process, Stage stage)
{
    const JobKey root{process.id, stage, rootLevel(process.leaves, process.fanIn), 0};
    GEMMARY_ASSIGN(rows, tx.read("select_result", keyValues(root)));
    return rows > 0;
}

Result<bool> areRootsDone(Transaction &tx, const ProcessRecord &process)
{
    if (process.leaves == 0)
        return true;
    for (const Stage stage : process.stages()) {
        GEMMARY_ASSIGN(done, isRootDone(tx, process, stage));
        if (!done)
            return false;
    }
    return true;
}

Result<void> endProcess(Transaction &tx, const ProcessRecord &process)
{
    qint64 useful = 0;
    qint64 failed = 0;
    GEMMARY_TRY(tx.read("select_outcome", {process.id.toString()}, [&](const Row &row) {
        useful = row.integer(0);
        failed = row.integer(1);
    }));
    if (useful > 0 || failed == 0) {
        GEMMARY_TRY(tx.change("complete_process", {process.id.toString()}));
        return {};
    }
    const QString error = QStringLiteral("None of the documents could be read.");
    GEMMARY_TRY(tx.change("fail_process", {error, process.id.toString()}));
    return {};
}

QString parkedText(qint64 jobs, int tries)
{
    const QString often = tries == 1 ? QStringLiteral("once") : QStringLiteral("%1 times").arg(tries);
    return jobs == 1 ? QStringLiteral("1 job failed %1 and is parked").arg(often)
                     : QStringLiteral("%1 jobs failed %2 each and are parked").arg(jobs).arg(often);
}

// FAILED, unless jobs are open or none is dead.
Result<void> giveUp(Transaction &tx, const ProcessRecord &process)
{
    qint64 dead = 0;
    QString reason;
    GEMMARY_TRY(tx.read("select_dead_jobs", {process.id.toString()}, [&](const Row &row) {
        dead = row.integer(0);
        reason = row.text(1);
    }));
    if (dead == 0)
        return {};
    const QString error =
        QStringLiteral("%1. The last error: %2").arg(parkedText(dead, process.maxDeliveries), reason);
    GEMMARY_TRY(tx.change("fail_process", {error, process.id.toString()}));
    return {};
}

struct OpenWork
{
    bool open = false;     // jobs that are not done
    bool buriable = false; // whose last lease ran out
};

Result<OpenWork> openWorkOf(Transaction &tx, const ProcessId &id)
{
    OpenWork work;
    GEMMARY_TRY(tx.read("select_open_work", {id.toString()}, [&](const Row &row) {
        work = {row.flag(0), row.flag(1)};
    }));
    return work;
}

// The first group of a level whose chunks nobody will read: its parent is done and every leaf below it is
// there for good, so that no retry will make it anew. -1: none. Children of partial groups are kept.
Result<qint64> droppableGroup(Transaction &tx, const ProcessRecord &process, int level, qint64 leavesBelow)
{
    qint64 first = -1;
    GEMMARY_TRY(tx.read("select_first_chunk", {process.id.toString(), level, nameOf(Stage::Analyse)},
                        [&](const Row &row) {
                            if (!row.isNull(0))
                                first = row.integer(0);
                        }));
    const qint64 group = first / process.fanIn;
    if (first < 0 || (group + 1) * leavesBelow > process.leaves)
        return -1;
    const JobKey parent{process.id, Stage::Analyse, level + 1, group};
    GEMMARY_ASSIGN(done, tx.read("select_result", keyValues(parent)));
    return done > 0 ? group : -1;
}

struct ChunkGroup
{
    int level = 0;
    qint64 number = 0;
};

Result<std::optional<ChunkGroup>> nextDroppable(Transaction &tx, const ProcessRecord &process)
{
    qint64 leavesBelow = process.fanIn;
    for (int level = 0; leavesBelow <= process.leaves; ++level, leavesBelow *= process.fanIn) {
        GEMMARY_ASSIGN(group, droppableGroup(tx, process, level, leavesBelow));
        if (group >= 0)
            return ChunkGroup{level, group};
    }
    return std::nullopt;
}

// Answers whether there was one.
Result<bool> dropNext(Transaction &tx, const ProcessId &id)
{
    GEMMARY_ASSIGN(process, readProcess(tx, id));
    GEMMARY_ASSIGN(group, nextDroppable(tx, process));
    if (!group)
        return false;
    const qint64 first = group->number * process.fanIn;
    GEMMARY_TRY(tx.change("delete_chunks", {id.toString(), group->level, nameOf(Stage::Analyse), first,
                                            first + process.fanIn}));
    return true;
}

Result<void> dropChunks(const Database &database, const ProcessId &id)
{
    GEMMARY_ASSIGN(any, database.read([&](Transaction &tx) -> Result<bool> {
        GEMMARY_ASSIGN(record, readProcess(tx, id));
        GEMMARY_ASSIGN(group, nextDroppable(tx, record));
        return group.has_value();
    }));
    for (int i = 0; any && i < GroupsPerSweep; ++i) {
        GEMMARY_ASSIGN(dropped, database.write([&](Transaction &tx) { return dropNext(tx, id); }));
        any = dropped;
    }
    return {};
}

// What lost workers left undone; then the end of the process, if nothing is open.
Result<void> finishLostWork(Transaction &tx, const ProcessId &id)
{
    GEMMARY_TRY(buryJobs(tx, id));
    GEMMARY_ASSIGN(process, readProcess(tx, id));
    GEMMARY_TRY(queueReadyParents(tx, process));
    GEMMARY_ASSIGN(work, openWorkOf(tx, id));
    return work.open ? Result<void>() : settle(tx, process);
}

} // namespace

Result<void> settle(Transaction &tx, const ProcessRecord &process)
{
    if (process.state != ProcessState::Running || !process.planned)
        return {};
    GEMMARY_ASSIGN(done, areRootsDone(tx, process));
    return done ? endProcess(tx, process) : giveUp(tx, process);
}

Result<ProcessState> sweepProcess(const Database &database, const ProcessId &id)
{
    ProcessRecord process;
    OpenWork work;
    const auto seen = database.read([&](Transaction &tx) -> Result<void> {
        GEMMARY_ASSIGN(record, readProcess(tx, id));
        GEMMARY_ASSIGN(open, openWorkOf(tx, id));
        process = std::move(record);
        work = open;
        return {};
    });
    GEMMARY_TRY(seen);
    if (isSettled(process.state))
        return process.state;
    const bool idle = !work.open && process.state == ProcessState::Running;
    if (work.buriable || idle)
        GEMMARY_TRY(database.write([&](Transaction &tx) { return finishLostWork(tx, id); }));
    GEMMARY_TRY(dropChunks(database, id));
    return database.read([&](Transaction &tx) -> Result<ProcessState> {
        GEMMARY_ASSIGN(record, readProcess(tx, id));
        return record.state;
    });
}

} // namespace Gemmary
