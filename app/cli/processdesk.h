// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/followsettings.h"
#include "domain/filters.h"
#include "domain/job.h"
#include "domain/process.h"
#include "domain/views.h"
#include "wire/statusjson.h"

#include <functional>
#include <vector>

namespace Gemmary {

class Terminal;

// Where the verbs ask about processes and act on them: this computer's store, a shared one, or a listener.
// Each answers with the same values, so that a verb prints the same whoever was asked. Calls wait for their
// answer.
//
// Errors are the engine's (NotFound, Conflict, Storage, Unavailable), and of a listener also Refused; what it
// cannot do is InvalidInput with a sentence that says what to do instead.
class ProcessDesk
{
public:
    ProcessDesk() = default;
    virtual ~ProcessDesk() = default;
    Q_DISABLE_COPY_MOVE(ProcessDesk)

    // False: others work on what is started here, and this program can only watch.
    [[nodiscard]] virtual bool canWork() const = 0;

    // ---- Questions.
    // The processes of `filter`, whose limit is a page's, in pages; until one is not wanted any more.
    using TakePage = std::function<bool(const std::vector<ProcessSnapshot> &page)>;
    [[nodiscard]] virtual Result<void> list(const ProcessFilter &filter, const TakePage &take) = 0;
    [[nodiscard]] virtual Result<ProcessSnapshot> snapshot(const ProcessId &id) = 0;
    [[nodiscard]] virtual Result<ProcessStatus> status(const ProcessId &id) = 0;
    [[nodiscard]] virtual Result<ProcessResults> results(const ProcessId &id) = 0;
    [[nodiscard]] virtual Result<SetStatistics> statistics(const ProcessId &id) = 0;
    [[nodiscard]] virtual Result<SetSummary> summary(const ProcessId &id) = 0;
    [[nodiscard]] virtual Result<WordList> words(const ProcessId &id, const WordFilter &filter) = 0;
    [[nodiscard]] virtual Result<std::vector<DocumentRow>> documents(const ProcessId &id,
                                                                     const DocumentFilter &filter) = 0;
    [[nodiscard]] virtual Result<std::vector<DocumentSummary>> summaries(const ProcessId &id, qint64 after,
                                                                         int limit) = 0;

    // ---- Acts.
    [[nodiscard]] virtual Result<void> stop(const ProcessId &id) = 0;
    [[nodiscard]] virtual Result<void> pause(const ProcessId &id) = 0;
    [[nodiscard]] virtual Result<void> resume(const ProcessId &id) = 0; // a paused one goes on, too
    [[nodiscard]] virtual Result<void> retry(const ProcessId &id) = 0;
    [[nodiscard]] virtual Result<void> retryWithKeySentences(const ProcessId &id) = 0; // see ProcessStore
    [[nodiscard]] virtual Result<void> retryJob(const JobKey &job) = 0;
    [[nodiscard]] virtual Result<void> remove(const ProcessId &id) = 0;
    [[nodiscard]] virtual Result<void> restore(const ProcessId &id) = 0;
    [[nodiscard]] virtual Result<void> setTokenBudget(const ProcessId &id, int tokens) = 0;

    // Follows a process to its goal, showing how far it is.
    [[nodiscard]] virtual FollowEnd follow(Terminal &terminal, const ProcessId &id,
                                           const FollowSettings &settings) = 0;
};

} // namespace Gemmary
