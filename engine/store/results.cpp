// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/results.h"

#include "store/database.h"
#include "store/documentresults.h"
#include "store/storedvalues.h"
#include "store/tree.h"

namespace Gemmary {

namespace {

// What a leaf's documents have in them, together.
TextCounts countsOf(const JobResult &result)
{
    TextCounts counts;
    for (const DocumentAnalysis &analysis : result.analyses) {
        if (!analysis.problem)
            counts += analysis.statistics.counts;
    }
    return counts;
}

Statement insertResult(const JobClaim &claim, const JobResult &result, const TextCounts &counts)
{
    const QVariantList values = claimValues(claim)
                                << result.chunks << jsonValue(result.details) << counts.bytes << counts.words
                                << counts.lines << counts.characters << counts.sentences << counts.terms;
    return {"insert_result", values + claimValues(claim) << result.chunks};
}

Result<ClaimOutcome> outcomeOfEarlierTry(Transaction &tx, const JobClaim &claim)
{
    qint64 winner = -1;
    GEMMARY_TRY(
        tx.read("select_result", keyValues(claim.key), [&](const Row &row) { winner = row.integer(0); }));
    return winner == claim.epoch ? ClaimOutcome::Won : ClaimOutcome::Fenced;
}

class SqlChunkSource : public ChunkSource
{
public:
    SqlChunkSource(const Database &database, const JobClaim &winner, int count)
        : m_database(database)
        , m_winner(winner)
        , m_count(count)
    {}

    Result<std::optional<QByteArray>> next() override
    {
        if (m_next >= m_count)
            return std::nullopt;
        QByteArray chunk;
        const QVariantList key = claimValues(m_winner) << m_next;
        GEMMARY_ASSIGN(rows, m_database.read([&](Transaction &tx) {
            return tx.read("select_chunk", key, [&](const Row &row) { chunk = row.bytes(0); });
        }));
        if (rows == 0)
            return failure(ErrorKind::NotFound, QStringLiteral("The word table is no longer kept."));
        ++m_next;
        return chunk;
    }

private:
    const Database &m_database;
    JobClaim m_winner;
    int m_count;
    int m_next = 0;
};

} // namespace

Result<void> putChunk(Transaction &tx, const JobClaim &claim, int number, const QByteArray &chunk)
{
    GEMMARY_ASSIGN(ours, tx.read("select_open_job", claimValues(claim)));
    if (ours == 0)
        return failure(ErrorKind::Conflict, QStringLiteral("Another worker has taken over this job."));
    GEMMARY_TRY(tx.change("insert_chunk", claimValues(claim) << number << bytesValue(chunk)));
    return {};
}

// The only way to count is to turn the job from OPEN to DONE at its present epoch, which can happen once.
Result<ClaimOutcome> completeJob(Transaction &tx, const JobClaim &claim, const JobResult &result)
{
    ProgressDelta delta;
    delta.counts = countsOf(result);
    DocumentSettlement documents(claim.key, result, delta);
    std::vector<Statement> first{{"finish_job", claimValues(claim)}};
    documents.addQuestions(first);
    GEMMARY_ASSIGN(finished, tx.run(first));
    if (finished.front() == 0)
        return outcomeOfEarlierTry(tx, claim);

    std::vector<Statement> second{insertResult(claim, result, delta.counts)};
    if (claim.epoch > 1) // somebody had it before
        second.push_back({"delete_lost_chunks", claimValues(claim)});
    documents.addChanges(second);
    GEMMARY_ASSIGN(written, tx.run(second));
    if (written.front() == 0) {
        return failure(ErrorKind::Internal,
                       QStringLiteral("A result has another number of chunks than it says."));
    }
    GEMMARY_TRY(documents.check());

    (claim.key.level > 0 ? delta.of(claim.key.stage).merges : delta.of(claim.key.stage).leaves) += 1;
    GEMMARY_TRY(tx.finish({progressStatement(tx, claim.key.process, delta)}));
    return ClaimOutcome::Won;
}

Result<std::vector<QJsonObject>> detailsOf(Transaction &tx, const JobKey &first, qint64 count)
{
    std::vector<QJsonObject> details;
    GEMMARY_TRY(tx.read("select_details", keyValues(first) << first.node + count << count,
                        [&](const Row &row) { details.push_back(jsonFrom(row.text(0))); }));
    return details;
}

Result<std::unique_ptr<ChunkSource>> openChunks(const Database &database, const JobKey &node)
{
    JobClaim winner{node, 0, 0};
    int count = 0;
    GEMMARY_ASSIGN(rows, database.read([&](Transaction &tx) {
        return tx.read("select_result", keyValues(node), [&](const Row &row) {
            winner.epoch = row.integer(0);
            count = static_cast<int>(row.integer(1));
        });
    }));
    if (rows == 0)
        return failure(ErrorKind::NotFound, QStringLiteral("This part of the process is not finished."));
    return std::make_unique<SqlChunkSource>(database, winner, count);
}

} // namespace Gemmary
