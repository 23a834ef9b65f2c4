// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/processdesk.h"

namespace Gemmary {

class Engine;

// The desk of a store: this computer's own, or a shared one.
class EngineDesk : public ProcessDesk
{
public:
    explicit EngineDesk(Engine &engine)
        : m_engine(engine)
    {}

    [[nodiscard]] bool canWork() const override { return true; }

    [[nodiscard]] Result<void> list(const ProcessFilter &filter, const TakePage &take) override;
    [[nodiscard]] Result<ProcessSnapshot> snapshot(const ProcessId &id) override;
    [[nodiscard]] Result<ProcessStatus> status(const ProcessId &id) override;
    [[nodiscard]] Result<ProcessResults> results(const ProcessId &id) override;
    [[nodiscard]] Result<SetStatistics> statistics(const ProcessId &id) override;
    [[nodiscard]] Result<SetSummary> summary(const ProcessId &id) override;
    [[nodiscard]] Result<WordList> words(const ProcessId &id, const WordFilter &filter) override;
    [[nodiscard]] Result<std::vector<DocumentRow>> documents(const ProcessId &id,
                                                             const DocumentFilter &filter) override;
    [[nodiscard]] Result<std::vector<DocumentSummary>> summaries(const ProcessId &id, qint64 after,
                                                                 int limit) override;

    [[nodiscard]] Result<void> stop(const ProcessId &id) override;
    [[nodiscard]] Result<void> pause(const ProcessId &id) override;
    [[nodiscard]] Result<void> resume(const ProcessId &id) override;
    [[nodiscard]] Result<void> retry(const ProcessId &id) override;
    [[nodiscard]] Result<void> retryWithKeySentences(const ProcessId &id) override;
    [[nodiscard]] Result<void> retryJob(const JobKey &job) override;
    [[nodiscard]] Result<void> remove(const ProcessId &id) override;
    [[nodiscard]] Result<void> restore(const ProcessId &id) override;
    [[nodiscard]] Result<void> setTokenBudget(const ProcessId &id, int tokens) override;

    [[nodiscard]] FollowEnd follow(Terminal &terminal, const ProcessId &id,
                                   const FollowSettings &settings) override;

private:
    Engine &m_engine;
};

} // namespace Gemmary
