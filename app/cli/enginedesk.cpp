// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/enginedesk.h"

#include "cli/follower.h"
#include "engine.h"

namespace Gemmary {

Result<void> EngineDesk::list(const ProcessFilter &filter, const TakePage &take)
{
    ProcessFilter next = filter;
    for (;;) {
        GEMMARY_ASSIGN(page, m_engine.list(next).result());
        if (!take(page) || page.size() < static_cast<std::size_t>(filter.limit))
            return {};
        next.offset += filter.limit;
    }
}

Result<ProcessSnapshot> EngineDesk::snapshot(const ProcessId &id)
{
    return m_engine.snapshot(id).result();
}

Result<ProcessStatus> EngineDesk::status(const ProcessId &id)
{
    GEMMARY_ASSIGN(process, m_engine.snapshot(id).result());
    GEMMARY_ASSIGN(letters, m_engine.deadLetters(id).result());
    GEMMARY_ASSIGN(usage, m_engine.modelUsage(id).result());
    GEMMARY_ASSIGN(waiting, m_engine.waitReason(id).result());
    std::erase_if(letters, &DeadLetter::redriven);
    return ProcessStatus{process, letters, usage, waiting};
}

Result<ProcessResults> EngineDesk::results(const ProcessId &id)
{
    return m_engine.results(id).result();
}

Result<SetStatistics> EngineDesk::statistics(const ProcessId &id)
{
    return m_engine.statistics(id).result();
}

Result<SetSummary> EngineDesk::summary(const ProcessId &id)
{
    return m_engine.summary(id).result();
}

Result<WordList> EngineDesk::words(const ProcessId &id, const WordFilter &filter)
{
    return m_engine.words(id, filter).result();
}

Result<std::vector<DocumentRow>> EngineDesk::documents(const ProcessId &id, const DocumentFilter &filter)
{
    return m_engine.documents(id, filter).result();
}

Result<std::vector<DocumentSummary>> EngineDesk::summaries(const ProcessId &id, qint64 after, int limit)
{
    return m_engine.summaries(id, after, limit).result();
}

Result<void> EngineDesk::stop(const ProcessId &id)
{
    return m_engine.stop(id).result();
}

Result<void> EngineDesk::pause(const ProcessId &id)
{
    return m_engine.setPaused(id, true).result();
}

// One that is settled is not paused.
Result<void> EngineDesk::resume(const ProcessId &id)
{
    auto unpaused = m_engine.setPaused(id, false).result();
    if (!unpaused && unpaused.error().kind != ErrorKind::Conflict)
        return unpaused;
    return m_engine.resume(id).result();
}

Result<void> EngineDesk::retry(const ProcessId &id)
{
    GEMMARY_TRY(m_engine.retry(id).result());
    return {};
}

Result<void> EngineDesk::retryWithKeySentences(const ProcessId &id)
{
    GEMMARY_TRY(m_engine.retryWithKeySentences(id).result());
    return {};
}

Result<void> EngineDesk::retryJob(const JobKey &job)
{
    return m_engine.retryJob(job).result();
}

Result<void> EngineDesk::remove(const ProcessId &id)
{
    return m_engine.remove(id).result();
}

Result<void> EngineDesk::restore(const ProcessId &id)
{
    return m_engine.restore(id).result();
}

Result<void> EngineDesk::setTokenBudget(const ProcessId &id, int tokens)
{
    return m_engine.setTokenBudget(id, tokens).result();
}

FollowEnd EngineDesk::follow(Terminal &terminal, const ProcessId &id, const FollowSettings &settings)
{
    return ProcessFollower(m_engine, terminal, id, settings).follow();
}

} // namespace Gemmary
