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

// The node above a job, and whether all beneath it is done.
struct Parent
{
    JobKey key;
    int fanIn = 1;
    bool isReady = false;
};

Result<Parent> parentOf(Transaction &tx, const JobKey &child)
{
    Parent parent;
    const QVariantList group{child.level, nameOf(child.stage), child.node,
                             child.node,  child.node,          child.node};
    const Statement look{
        "select_group", group + group << child.process.toString(), [&](const Row &row) {
            ProcessRecord process;
            process.planned = row.flag(0);
            process.fanIn = parent.fanIn = static_cast<int>(row.integer(1));
            process.leaves = row.integer(2);
            const qint64 done = row.integer(3);
            const LastGroup last = lastGroupOf(process, child.level);
            parent.key = {child.process, child.stage, child.level + 1, child.node / process.fanIn};
            const bool isRoot = process.planned && last.number < 0; // the root has no parent
            const qint64 members = parent.key.node == last.number ? last.members : process.fanIn;
            parent.isReady = !isRoot && done >= members;
        }};
    GEMMARY_TRY(tx.run({look}));
    return parent;
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

Result<bool> queueParent(const Database &database, const JobKey &child)
{
    GEMMARY_ASSIGN(looked, database.read([&](Transaction &tx) { return parentOf(tx, child); }));
    if (!looked.isReady)
        return false;
    return database.write([&](Transaction &tx) -> Result<bool> {
        GEMMARY_ASSIGN(parent, parentOf(tx, child)); // it may have grown or been dropped
        if (parent.isReady)
            GEMMARY_TRY(queueJob(tx, parent.key, parent.fanIn));
        return parent.isReady;
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
