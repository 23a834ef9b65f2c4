// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/storeundertest.h"
#include "support/processdriver.h"
#include "support/stepclock.h"

#include <QTemporaryDir>

#include <memory>
#include <numeric>
#include <vector>

namespace Gemmary {

// A new store, its clock, and a driver of processes on it.
struct StoreBench
{
    QTemporaryDir folder;
    StepClock clock;
    std::unique_ptr<StoreUnderTest> opened = openStoreUnderTest(folder.path(), clock);
    ProcessStore &store = opened->processes();
    ProcessDriver driver{store};
    InstanceId other = InstanceId::create();

    ProcessId started(const ProcessDriver::Shape &shape = {})
    {
        return store.start(ProcessDriver::request(shape)).value();
    }
    ProcessState stateOf(const ProcessId &id) { return store.snapshot(id).value().state; }
};

inline std::vector<qint64> firstNumbers(qint64 count)
{
    std::vector<qint64> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

// Inner nodes of a whole tree.
inline qint64 mergesOf(qint64 leaves, int fanIn)
{
    qint64 merges = 0;
    for (int level = 1; level <= rootLevel(leaves, fanIn); ++level)
        merges += nodesAtLevel(leaves, fanIn, level);
    return merges;
}

inline ErrorKind kindOf(const Error &error)
{
    return error.kind;
}

} // namespace Gemmary
