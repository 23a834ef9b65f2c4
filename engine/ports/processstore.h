// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/document.h"
#include "domain/filters.h"
#include "domain/job.h"
#include "domain/process.h"
#include "domain/views.h"
#include "ports/planning.h"
#include "ports/tablestream.h"

#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Gemmary {

// Which open jobs a worker asks for.
struct ClaimRequest
{
    std::optional<ProcessId> process; // nullopt: any
    InstanceId instance;
    int limit = 1;
};

// What became of a completion or another act under a claim.
enum class ClaimOutcome {
    Won,   // ours, now or by an earlier try whose answer was lost
    Fenced // another worker holds the job or has done it; our work is not counted
};

// Keeps processes, their jobs and results, exactly once. Thread-safe: every thread has a connection of its
// own. Every change is atomic. A lost race is an answer, not an error; Errors are Storage (disk, damage),
// Unavailable (no connection) or what the comment says. Times are the store's own clock.
class ProcessStore
{
public:
    virtual ~ProcessStore() = default;

    // ---- Processes.
    // Records a PENDING process; with a known idempotency key, answers that process instead.
    [[nodiscard]] virtual Result<ProcessId> start(const NewProcess &process) = 0;

    // PENDING | RUNNING → STOPPED. Already STOPPED is fine; COMPLETED and FAILED are Conflict.
    [[nodiscard]] virtual Result<void> stop(const ProcessId &id) = 0;

    // STOPPED | FAILED → RUNNING (PENDING while it is not planned), going on from what is done. Already open
    // is fine; COMPLETED is Conflict.
    [[nodiscard]] virtual Result<void> resume(const ProcessId &id) = 0;

    // Gives dead letters deliveries again and queues failed documents anew in leaves of their own; results of
    // nodes whose set grows are dropped. A settled process becomes RUNNING. Answers the number of documents
    // and dead letters queued; Conflict when there is nothing to retry.
    [[nodiscard]] virtual Result<qint64> retry(const ProcessId &id) = 0;

    // The same, and what is queued then gets key sentences instead of what the process's summariser would
    // make; sets are summarised as before.
    [[nodiscard]] virtual Result<qint64> retryWithKeySentences(const ProcessId &id) = 0;

    // Gives one dead letter deliveries again, and nothing else; NotFound when the job is not dead.
    [[nodiscard]] virtual Result<void> retryJob(const JobKey &job) = 0;

    // Paused: nothing new is claimed. Conflict when the process is settled.
    [[nodiscard]] virtual Result<void> setPaused(const ProcessId &id, bool paused) = 0;

    // Takes the process off the lists; stops it first when open. restore() undoes it until it is purged.
    [[nodiscard]] virtual Result<void> remove(const ProcessId &id) = 0;
    [[nodiscard]] virtual Result<void> restore(const ProcessId &id) = 0;

    // Another budget of tokens for what is summarised from now on; 0: none. What waited is tried at once.
    // NotFound for a purged one.
    [[nodiscard]] virtual Result<void> setTokenBudget(const ProcessId &id, int tokens) = 0;

    // Gives it another name; NotFound for a purged one.
    [[nodiscard]] virtual Result<void> rename(const ProcessId &id, const QString &name) = 0;

    // More folders, files or blobs for a process that is there; its plan goes on where it ended and nothing
    // that is done is done again. A settled process becomes RUNNING. `names` as in NewProcess. `machine` has
    // the files among them; Conflict when another machine has those that the process began with.
    [[nodiscard]] virtual Result<void> addInputs(const ProcessId &id, const std::vector<Locator> &inputs,
                                                 const QStringList &names, const QString &machine) = 0;

    // Deletes for good what was removed longer ago than `age`, and content nobody refers to. Answers how
    // many.
    [[nodiscard]] virtual Result<qint64> purgeRemoved(std::chrono::milliseconds age) = 0;

    // ---- Planning.
    // An open process without a finished plan and without a live planner, whose files the planner's machine
    // has, now ours; nullopt: none.
    [[nodiscard]] virtual Result<std::optional<PlanClaim>> claimPlan(const PlanRequest &request) = 0;

    // Adds a page and its leaves for both stages, renews the lease, PENDING → RUNNING. Content that its
    // documents have in the store stays as long as the process; Storage when it is gone already. Fenced when
    // the plan is another's or the process is no longer open. Repeating an applied page is Won and adds
    // nothing. Moves `claim` on.
    [[nodiscard]] virtual Result<ClaimOutcome> publishPage(PlanClaim &claim, const PlanPage &page) = 0;

    // Ends the plan; the trees' shape is final from here.
    [[nodiscard]] virtual Result<ClaimOutcome> finishPlan(const PlanClaim &claim) = 0;

    // Gives the plan back at once (shutdown); another planner goes on from the cursor.
    [[nodiscard]] virtual Result<void> releasePlan(const PlanClaim &claim) = 0;

    // Documents already planned that will be read, for finding duplicates: number, bytes, name, locator,
    // SHA-256 if known; in order, paged by `after`.
    [[nodiscard]] virtual Result<std::vector<DocumentTask>> plannedDocuments(const ProcessId &id,
                                                                             qint64 after, int limit) = 0;

    // ---- Jobs.
    // Claims open jobs: inner nodes before leaves, analyse before summarise, processes fairly. Each claim
    // raises epoch and deliveries.
    [[nodiscard]] virtual Result<std::vector<ClaimedJob>> claim(const ClaimRequest &request) = 0;

    // Renews the lease; answers the process's state (a worker drops its work unless RUNNING), nullopt:
    // fenced.
    [[nodiscard]] virtual Result<std::optional<ProcessState>> heartbeat(const JobClaim &claim) = 0;

    // The waiting documents of a leaf, in order.
    [[nodiscard]] virtual Result<std::vector<DocumentTask>> documentsOf(const JobKey &leaf) = 0;

    // Results of finished nodes first … first+count-1 of a level, in order; fewer when some are missing.
    [[nodiscard]] virtual Result<std::vector<QJsonObject>> details(const JobKey &first, qint64 count) = 0;

    // Writes a chunk of the node's table under the claim's epoch, ahead of complete(). Numbers from 0.
    [[nodiscard]] virtual Result<void> putChunk(const JobClaim &claim, int number,
                                                const QByteArray &chunk) = 0;

    // The chunks of a finished node's table; NotFound when it is not finished.
    [[nodiscard]] virtual Result<std::unique_ptr<ChunkSource>> chunks(const JobKey &node) = 0;

    // DONE, result, documents and progress in one transaction; then queues the parent if this was its last
    // child.
    [[nodiscard]] virtual Result<ClaimOutcome> complete(const JobClaim &claim, const JobResult &result) = 0;

    // Puts the job back for `delay`, or buries it after its last delivery.
    [[nodiscard]] virtual Result<ClaimOutcome> fail(const JobClaim &claim, const QString &error,
                                                    std::chrono::milliseconds delay) = 0;

    // Puts the job back without counting the delivery (shutdown, stop, provider not available). `reason`:
    // what it waits for, in a sentence; empty: for nothing.
    [[nodiscard]] virtual Result<ClaimOutcome> release(const JobClaim &claim, std::chrono::milliseconds delay,
                                                       const QString &reason) = 0;

    // Does for one open process what a lost worker left undone: buries jobs whose last lease ran out, queues
    // parents, settles the process (COMPLETED, FAILED) when nothing is open, drops chunks nobody will read.
    // Answers the state after it.
    [[nodiscard]] virtual Result<ProcessState> sweep(const ProcessId &id) = 0;

    // ---- Questions.
    [[nodiscard]] virtual Result<ProcessSnapshot> snapshot(const ProcessId &id) = 0; // NotFound
    [[nodiscard]] virtual Result<std::vector<ProcessSnapshot>> list(const ProcessFilter &filter) = 0;
    [[nodiscard]] virtual Result<std::vector<DocumentRow>> documents(const ProcessId &id,
                                                                     const DocumentFilter &filter) = 0;
    [[nodiscard]] virtual Result<std::vector<DocumentSummary>> summaries(const ProcessId &id, qint64 after,
                                                                         int limit) = 0;
    [[nodiscard]] virtual Result<std::vector<DeadLetter>> deadLetters(const ProcessId &id) = 0;

    [[nodiscard]] virtual Result<ProcessCounts> counts() = 0;
    [[nodiscard]] virtual Result<WorkFigures> workFigures() = 0;
    [[nodiscard]] virtual Result<NewProcess> request(const ProcessId &id) = 0; // later inputs included
    [[nodiscard]] virtual Result<std::vector<HistoryPoint>> history(const ProcessId &id, int mostPoints) = 0;
    [[nodiscard]] virtual Result<std::vector<DocumentLine>> documentLines(const ProcessId &id, qint64 after,
                                                                          int limit) = 0;
    [[nodiscard]] virtual Result<DocumentRow> document(const ProcessId &id, qint64 number) = 0; // NotFound
    [[nodiscard]] virtual Result<std::optional<Summary>> documentSummary(const ProcessId &id,
                                                                         qint64 number) = 0;

    // Puts back what an instance has claimed that is known to be gone, without waiting for its leases to run
    // out; if it is not gone after all, its work is fenced out. Its deliveries count. Answers how many jobs.
    [[nodiscard]] virtual Result<qint64> releaseInstance(const InstanceId &instance) = 0;

    // What some of a process's jobs wait for, as release() or fail() was told, whoever it was; empty:
    // nothing.
    [[nodiscard]] virtual Result<QString> waitReason(const ProcessId &id) = 0;

    // Open processes (PENDING, RUNNING, not paused) that workers may find work in.
    [[nodiscard]] virtual Result<std::vector<ProcessId>> openProcesses() = 0;
};

} // namespace Gemmary
