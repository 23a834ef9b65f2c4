// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/processqueries.h"

namespace Gemmary {

namespace {

tl::unexpected<Error> conflict(const QString &act, const ProcessFacts &facts)
{
    return failure(ErrorKind::Conflict,
                   QStringLiteral("The process is %1 and cannot be %2.").arg(nameOf(facts.state), act));
}

// Content that no document refers to.
Result<void> dropUnusedContent(Transaction &transaction)
{
    std::vector<std::pair<QByteArray, QString>> unused;
    GEMMARY_TRY(transaction.forEach("select_unused_blobs", {},
                                    [&](const Row &row) { unused.emplace_back(row.bytes(0), row.text(1)); }));
    for (const auto &[sha256, upload] : unused) {
        GEMMARY_TRY(transaction.execute("delete_blob", {{":sha256", sha256}}));
        GEMMARY_TRY(transaction.execute("delete_upload", {{":upload", upload}}));
    }
    return {};
}

} // namespace

ProcessQueries::ProcessQueries(Session &session)
    : m_session(session)
{}

Result<ProcessId> ProcessQueries::start(const NewProcess &process)
{
    const auto id = ProcessId::create();
    const ProcessSettings &settings = process.settings;
    const QString key = process.idempotencyKey.isEmpty() ? QString() : process.idempotencyKey;
    const int stages = settings.summarizer == QLatin1StringView("none") ? 1 : 2;
    return m_session.write([&](Transaction &transaction) -> Result<ProcessId> {
        GEMMARY_ASSIGN(
            inserted, transaction.execute("insert_process", {{":process", id.toString()},
                                                             {":key", key},
                                                             {":name", process.name},
                                                             {":request", requestText(process)},
                                                             {":stages", stages},
                                                             {":fan_in", std::max(2, settings.fanIn)},
                                                             {":batch_size", std::max(1, settings.batchSize)},
                                                             {":max_deliveries", settings.maxDeliveries},
                                                             {":lease_ms", settings.leaseMs}}));
        if (inserted > 0)
            return id;
        std::optional<ProcessId> first;
        GEMMARY_TRY(transaction.forOne("select_process_by_key", {{":key", key}},
                                       [&](const Row &row) { first = ProcessId::fromString(row.text(0)); }));
        if (!first)
            return failure(ErrorKind::Internal, QStringLiteral("The process could not be recorded."));
        return *first;
    });
}

Result<void> ProcessQueries::stop(const ProcessId &id)
{
    return m_session.write([&](Transaction &transaction) -> Result<void> {
        GEMMARY_ASSIGN(changed, transaction.execute("stop_process", {{":process", id.toString()}}));
        if (changed > 0)
            return {};
        GEMMARY_ASSIGN(facts, processFacts(transaction, id.toString()));
        return facts.state == ProcessState::Stopped ? Result<void>()
                                                    : conflict(QStringLiteral("stopped"), facts);
    });
}

// A failed process has nothing to go on with but its dead letters.
Result<void> ProcessQueries::resume(const ProcessId &id)
{
    return m_session.write([&](Transaction &transaction) -> Result<void> {
        GEMMARY_ASSIGN(facts, processFacts(transaction, id.toString()));
        if (facts.state == ProcessState::Completed)
            return conflict(QStringLiteral("resumed"), facts);
        if (facts.state == ProcessState::Failed) {
            GEMMARY_TRY(transaction.execute("redrive_jobs", {{":process", id.toString()}}));
            GEMMARY_TRY(transaction.execute("redrive_dead_letters", {{":process", id.toString()}}));
        }
        GEMMARY_TRY(transaction.execute("resume_process", {{":process", id.toString()}}));
        return {};
    });
}

Result<void> ProcessQueries::setPaused(const ProcessId &id, bool paused)
{
    return m_session.write([&](Transaction &transaction) -> Result<void> {
        GEMMARY_ASSIGN(changed, transaction.execute("pause_process", {{":process", id.toString()},
                                                                      {":paused", paused ? 1 : 0}}));
        if (changed > 0)
            return {};
        GEMMARY_ASSIGN(facts, processFacts(transaction, id.toString()));
        return isSettled(facts.state) ? conflict(QStringLiteral("paused"), facts) : Result<void>();
    });
}

Result<void> ProcessQueries::remove(const ProcessId &id)
{
    return m_session.write([&](Transaction &transaction) -> Result<void> {
        GEMMARY_TRY(processFacts(transaction, id.toString()));
        GEMMARY_TRY(transaction.execute("stop_process", {{":process", id.toString()}}));
        GEMMARY_TRY(transaction.execute("remove_process", {{":process", id.toString()}}));
        return {};
    });
}

Result<void> ProcessQueries::restore(const ProcessId &id)
{
    return m_session.write([&](Transaction &transaction) -> Result<void> {
        GEMMARY_TRY(processFacts(transaction, id.toString()));
        GEMMARY_TRY(transaction.execute("restore_process", {{":process", id.toString()}}));
        return {};
    });
}

// One process a transaction, so that nobody waits long.
Result<qint64> ProcessQueries::purgeRemoved(std::chrono::milliseconds age)
{
    std::vector<QString> removed;
    GEMMARY_TRY(m_session.read([&](Transaction &transaction) {
        removed.clear();
        return transaction.forEach("select_removed_processes", {{":age", static_cast<qint64>(age.count())}},
                                   [&](const Row &row) { removed.push_back(row.text(0)); });
    }));
    for (const QString &id : removed) {
        GEMMARY_TRY(m_session.write([&](Transaction &transaction) -> Result<void> {
            for (const char *statement :
                 {"delete_result_chunks", "delete_results", "delete_jobs", "delete_summaries",
                  "delete_documents", "delete_progress", "delete_dead_letters", "delete_process"})
                GEMMARY_TRY(transaction.execute(statement, {{":process", id}}));
            return {};
        }));
    }
    GEMMARY_TRY(m_session.write(dropUnusedContent));
    return static_cast<qint64>(removed.size());
}

Result<std::vector<ProcessId>> ProcessQueries::openProcesses()
{
    return m_session.read([&](Transaction &transaction) -> Result<std::vector<ProcessId>> {
        std::vector<ProcessId> open;
        GEMMARY_TRY(transaction.forEach("select_open_processes", {}, [&](const Row &row) {
            if (const auto id = ProcessId::fromString(row.text(0)))
                open.push_back(*id);
        }));
        return open;
    });
}

} // namespace Gemmary
