// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/processstore.h"

#include <set>
#include <vector>

namespace Gemmary {

// Drives a process through a ProcessStore with pretended documents. Document n is n + 1 words long and its
// word table is the number n alone, so a root that lost a document or counted one twice shows it.
class ProcessDriver
{
public:
    struct Shape
    {
        int documents = 0;
        int batchSize = 1;
        int fanIn = 2;
        bool summaries = true;
    };

    explicit ProcessDriver(ProcessStore &store)
        : m_store(store)
    {}

    // Documents whose reading, and whose summary, fail when they are next tried.
    std::set<qint64> unreadable;
    std::set<qint64> unsummarisable;

    [[nodiscard]] static NewProcess request(const Shape &shape);
    [[nodiscard]] static PlanPage page(const PlanClaim &claim, int documents, int batchSize);

    // Starts and plans a process to the end, in pages of one batch.
    ProcessId plan(const Shape &shape);

    // What a worker would do with a claimed job, up to but without completing it.
    [[nodiscard]] Result<JobResult> work(const ClaimedJob &job);

    // Claims one job of the process; nullopt: none.
    [[nodiscard]] std::optional<ClaimedJob> claim(const ProcessId &process);

    // Claims, works and completes until nothing can be claimed; answers how many jobs it did.
    int workAll(const ProcessId &process);

    // The same, then sweeps, until nothing happens any more. Answers the state.
    ProcessState finish(const ProcessId &process);

    // The documents in the root of a stage, each as often as it was counted; empty: no root.
    [[nodiscard]] std::vector<qint64> rootOf(Stage stage, const ProcessId &process);

    // How many documents the set of a node of the summarise stage lacks.
    [[nodiscard]] qint64 missingIn(const JobKey &set);

private:
    Result<JobResult> workLeaf(const ClaimedJob &job);
    Result<JobResult> workNode(const ClaimedJob &job);
    void analyse(const DocumentTask &task, JobResult &result, std::vector<qint64> &numbers) const;
    void summarise(const DocumentTask &task, JobResult &result, std::vector<qint64> &numbers) const;
    Result<void> leave(const ClaimedJob &job, const std::vector<qint64> &numbers, JobResult &result);
    Result<std::vector<qint64>> read(const JobKey &node);

    ProcessStore &m_store;
    InstanceId m_instance = InstanceId::create();
};

} // namespace Gemmary
