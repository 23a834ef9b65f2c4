// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/jobrunner.h"

namespace Gemmary {

// Writes a node's table chunks under its claim and counts them.
class ClaimChunkSink : public ChunkSink
{
public:
    ClaimChunkSink(ProcessStore &store, const JobClaim &claim)
        : m_store(store)
        , m_claim(claim)
    {}

    [[nodiscard]] Result<void> put(const QByteArray &chunk) override
    {
        return m_store.putChunk(m_claim, m_count++, chunk);
    }

    [[nodiscard]] int count() const { return m_count; }

private:
    ProcessStore &m_store;
    const JobClaim &m_claim;
    int m_count = 0;
};

// The nodes beneath an inner job: key of the first, and how many.
struct Children
{
    JobKey first;
    qint64 count = 0;
};

[[nodiscard]] Children childrenOf(const ClaimedJob &job);

// Opens a document and gives its text to `sink`; the document's problem otherwise.
[[nodiscard]] Outcome<TextFacts> readText(const PipelineParts &parts, const DocumentTask &task,
                                          TextSink &sink, const CancelToken &cancel);

// The test hooks, after a document is done: waits, and fails the leaf if it should.
[[nodiscard]] Result<void> applyHooks(const TestHooks &hooks, const CancelToken &cancel);

[[nodiscard]] tl::unexpected<Error> cancelled();

} // namespace Gemmary
