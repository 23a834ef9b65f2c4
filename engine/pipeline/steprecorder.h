// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/views.h"

#include <array>
#include <chrono>
#include <map>
#include <mutex>
#include <vector>

namespace Gemmary {

// How long the steps of the work done here took, by process; of the processes worked on last, so that its
// memory is bounded. Thread-safe. It outlives the pipelines that fill it.
class StepRecorder
{
public:
    static constexpr std::size_t MostProcesses = 64;

    void add(const ProcessId &process, Step step, std::chrono::nanoseconds took);

    // The steps that were taken, in the order of Step.
    [[nodiscard]] std::vector<StepTimes> of(const ProcessId &process) const;

private:
    struct Record
    {
        std::array<StepTimes, 5> steps;
        qint64 lastUse = 0;
    };

    Record &recordOf(const ProcessId &process);

    mutable std::mutex m_mutex;
    std::map<ProcessId, Record> m_records;
    qint64 m_uses = 0;
};

} // namespace Gemmary
