// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/tree.h"

#include "store/database.h"
#include "store/storedvalues.h"

#include <algorithm>

namespace Gemmary {

namespace {

// A level's last group, which may be partial and counts only once the plan has ended.
struct LastGroup
{
    qint64 number = -1;
    qint64 members = 0;
};

LastGroup lastGroupOf(const ProcessRecord &process, int level)
{
    const qint64 nodes = nodesAtLevel(process.leaves, process.fanIn, level);
    if (!process.planned || nodes <= 1)
        return {};
    const qint64 last = (nodes - 1) / process.fanIn;
    return {last, nodes - last * process.fanIn};
}

Result<void> queueReadyParents(Transaction &tx, const ProcessRecord &process, Stage stage, int level)
{
    const LastGroup last = lastGroupOf(process, level);
    std::vector<qint64> parents;
    const QVariantList values{process.id.toString(), level,       nameOf(stage),
                              process.fanIn,         last.number, last.members};
    GEMMARY_TRY(
        tx.read("select_ready_groups", values, [&](const Row &row) { parents.push_back(row.integer(0)); }));
    for (const qint64 parent : parents)
        GEMMARY_TRY(queueJob(tx, {process.id, stage, level + 1, parent}, process.fanIn));
    return {};
}

// Whether `child` and its siblings are done and wait for a parent.
Result<bool> isGroupDone(Transaction &tx, const JobKey &child)
{
    GEMMARY_ASSIGN(process, readProcess(tx, child.process));
    const qint64 group = child.node / process.fanIn;
    const LastGroup last = lastGroupOf(process, child.level);
    const qint64 members = group == last.number ? last.members : process.fanIn;
    if (process.planned && last.number < 0) // the root has no parent
        return false;
    JobKey first = child;
    first.node = group * process.fanIn;
    qint64 done = 0;
    GEMMARY_TRY(tx.read("count_results", keyValues(first) << first.node + members,
                        [&](const Row &row) { done = row.integer(0); }));
    return done >= members;
}

} // namespace

Result<void> queueJob(Transaction &tx, const JobKey &key, int fanIn)
{
    GEMMARY_TRY(tx.change(
        "insert_job", {key.level, nameOf(key.stage), key.node, key.node / fanIn, key.process.toString()}));
    return {};
}

Result<void> queueLeaves(Transaction &tx, const ProcessRecord &process, qint64 first, qint64 end)
{
    for (const Stage stage : process.stages()) {
        std::vector<QVariantList> groups;
        for (qint64 begin = first; begin < end;) {
            const qint64 parent = begin / process.fanIn;
            const qint64 groupEnd = std::min(end, (parent + 1) * process.fanIn);
            groups.push_back({begin, groupEnd, nameOf(stage), parent, process.id.toString()});
            begin = groupEnd;
        }
        GEMMARY_TRY(tx.changeAll("insert_leaves", groups));
    }
    return {};
}

Result<void> queueParent(const Database &database, const JobKey &child)
{
    GEMMARY_ASSIGN(ready, database.read([&](Transaction &tx) { return isGroupDone(tx, child); }));
    if (!ready)
        return {};
    return database.write([&](Transaction &tx) -> Result<void> {
        GEMMARY_ASSIGN(still, isGroupDone(tx, child)); // it may have grown or been dropped
        GEMMARY_ASSIGN(process, readProcess(tx, child.process));
        if (!still)
            return {};
        const qint64 parent = child.node / process.fanIn;
        return queueJob(tx, {child.process, child.stage, child.level + 1, parent}, process.fanIn);
    });
}

Result<void> queueReadyParents(Transaction &tx, const ProcessRecord &process)
{
    const int root = rootLevel(process.leaves, process.fanIn);
    for (const Stage stage : process.stages()) {
        for (int level = 0; level < root; ++level)
            GEMMARY_TRY(queueReadyParents(tx, process, stage, level));
    }
    return {};
}

} // namespace Gemmary
