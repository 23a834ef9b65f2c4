// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/steprecorder.h"

#include <algorithm>
#include <bit>

namespace Gemmary {

namespace {

std::size_t bucketOf(qint64 microseconds, std::size_t buckets)
{
    const auto width = std::bit_width(static_cast<quint64>(std::max<qint64>(1, microseconds)));
    return std::min(static_cast<std::size_t>(width - 1), buckets - 1);
}

} // namespace

void StepRecorder::add(const ProcessId &process, Step step, std::chrono::nanoseconds took)
{
    const qint64 microseconds = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
    const std::scoped_lock lock(m_mutex);
    StepTimes &times = recordOf(process).steps[static_cast<std::size_t>(step)];
    times.step = step;
    ++times.buckets[bucketOf(microseconds, times.buckets.size())];
    ++times.count;
    times.totalUs += microseconds;
}

std::vector<StepTimes> StepRecorder::of(const ProcessId &process) const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<StepTimes> taken;
    const auto record = m_records.find(process);
    if (record == m_records.end())
        return taken;
    std::copy_if(record->second.steps.begin(), record->second.steps.end(), std::back_inserter(taken),
                 [](const StepTimes &times) { return times.count > 0; });
    return taken;
}

StepRecorder::Record &StepRecorder::recordOf(const ProcessId &process)
{
    const auto known = m_records.find(process);
    if (known == m_records.end() && m_records.size() >= MostProcesses) {
        m_records.erase(
            std::min_element(m_records.begin(), m_records.end(), [](const auto &a, const auto &b) {
                return a.second.lastUse < b.second.lastUse;
            }));
    }
    Record &record = m_records[process];
    record.lastUse = ++m_uses;
    return record;
}

} // namespace Gemmary
