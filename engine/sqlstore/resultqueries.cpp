// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/resultqueries.h"

namespace Gemmary {

namespace {

// Reads one chunk at a time, so that a table of any size costs one chunk of memory.
class StoredChunks : public ChunkSource
{
public:
    StoredChunks(Session &session, JobKey node, qint64 epoch, qint64 count)
        : m_session(session)
        , m_node(std::move(node))
        , m_epoch(epoch)
        , m_count(count)
    {}

    Result<std::optional<QByteArray>> next() override
    {
        if (m_next == m_count)
            return std::nullopt;
        const qint64 number = m_next++;
        return m_session.read([&](Transaction &transaction) -> Result<std::optional<QByteArray>> {
            QByteArray data;
            GEMMARY_ASSIGN(found, transaction.forOne("select_chunk",
                                                     {{":process", m_node.process.toString()},
                                                      {":stage", numberOf(m_node.stage)},
                                                      {":level", m_node.level},
                                                      {":node", m_node.node},
                                                      {":epoch", m_epoch},
                                                      {":chunk", number}},
                                                     [&](const Row &row) { data = row.bytes(0); }));
            if (!found)
                return failure(ErrorKind::Storage,
                               QStringLiteral("A part of a word table is missing in the store."));
            return std::optional(data);
        });
    }

private:
    Session &m_session;
    JobKey m_node;
    qint64 m_epoch;
    qint64 m_count;
    qint64 m_next = 0;
};

} // namespace

ResultQueries::ResultQueries(Session &session)
    : m_session(session)
{}

Result<std::vector<DocumentTask>> ResultQueries::documentsOf(const JobKey &leaf)
{
    const char *statement = leaf.stage == Stage::Analyse ? "select_analyse_tasks" : "select_summarise_tasks";
    return m_session.read([&](Transaction &transaction) -> Result<std::vector<DocumentTask>> {
        std::vector<DocumentTask> tasks;
        GEMMARY_TRY(transaction.forEach(statement,
                                        {{":process", leaf.process.toString()}, {":leaf", leaf.node}},
                                        [&](const Row &row) { tasks.push_back(taskFrom(row)); }));
        return tasks;
    });
}

Result<std::vector<QJsonObject>> ResultQueries::details(const JobKey &first, qint64 count)
{
    return m_session.read([&](Transaction &transaction) -> Result<std::vector<QJsonObject>> {
        std::vector<QJsonObject> all;
        GEMMARY_TRY(transaction.forEach("select_details",
                                        {{":process", first.process.toString()},
                                         {":stage", numberOf(first.stage)},
                                         {":level", first.level},
                                         {":first", first.node},
                                         {":end", first.node + count}},
                                        [&](const Row &row) { all.push_back(jsonFrom(row.text(1))); }));
        return all;
    });
}

Result<void> ResultQueries::putChunk(const JobClaim &claim, int number, const QByteArray &chunk)
{
    return m_session.write([&](Transaction &transaction) -> Result<void> {
        GEMMARY_TRY(transaction.execute("insert_chunk", {{":process", claim.key.process.toString()},
                                                         {":stage", numberOf(claim.key.stage)},
                                                         {":level", claim.key.level},
                                                         {":node", claim.key.node},
                                                         {":epoch", claim.epoch},
                                                         {":chunk", number},
                                                         {":data", chunk}}));
        return {};
    });
}

Result<std::unique_ptr<ChunkSource>> ResultQueries::chunks(const JobKey &node)
{
    return m_session.read([&](Transaction &transaction) -> Result<std::unique_ptr<ChunkSource>> {
        std::unique_ptr<ChunkSource> source;
        GEMMARY_TRY(transaction.forOne("select_chunk_count",
                                       {{":process", node.process.toString()},
                                        {":stage", numberOf(node.stage)},
                                        {":level", node.level},
                                        {":node", node.node}},
                                       [&](const Row &row) {
                                           source = std::make_unique<StoredChunks>(
                                               m_session, node, row.integer(0), row.integer(1));
                                       }));
        if (!source)
            return failure(ErrorKind::NotFound, QStringLiteral("This part of the process is not finished."));
        return source;
    });
}

} // namespace Gemmary
