// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlcontentstore.h"

#include "base/sha256.h"
#include "domain/problem.h"
#include "store/chunkcodec.h"
#include "store/database.h"

#include <QUuid>

#include <algorithm>
#include <cstring>
#include <vector>

namespace Gemmary {

namespace {

constexpr qint64 ChunkBytes = 512 * 1024; // raw

struct KeptBlob
{
    QString id;
    qint64 size = 0;
    qint64 chunks = 0;
};

Result<std::optional<KeptBlob>> findBlob(Transaction &tx, const QByteArray &sha256)
{
    std::optional<KeptBlob> blob;
    GEMMARY_TRY(tx.read("select_blob", {sha256}, [&](const Row &row) {
        blob = KeptBlob{row.text(0), row.integer(1), row.integer(2)};
    }));
    return blob;
}

// Ends an upload: it becomes the content's blob, or goes when the content is kept already.
Result<void> finishUpload(Transaction &tx, const KeptBlob &upload, const QByteArray &sha256)
{
    GEMMARY_ASSIGN(known, findBlob(tx, sha256));
    if (known && known->id == upload.id) // an earlier try whose answer was lost
        return {};
    if (known) {
        GEMMARY_TRY(tx.change("keep_blob", {known->id}));
        GEMMARY_TRY(tx.change("delete_blob_chunks", {upload.id}));
        GEMMARY_TRY(tx.change("drop_upload", {upload.id}));
        return {};
    }
    GEMMARY_ASSIGN(completed, tx.change("complete_blob", {sha256, upload.size, upload.chunks, upload.id}));
    if (completed == 0)
        return failure(ErrorKind::Storage, QStringLiteral("The content took too long to arrive. Try again."));
    return {};
}

// Content of one chunk at most.
Result<void> insertWhole(Transaction &tx, const KeptBlob &upload, const QByteArray &sha256,
                         const QByteArray &chunk)
{
    GEMMARY_ASSIGN(known, findBlob(tx, sha256));
    if (known) {
        GEMMARY_TRY(tx.change("keep_blob", {known->id}));
        return {};
    }
    GEMMARY_TRY(tx.change("insert_blob", {upload.id}));
    if (upload.chunks > 0)
        GEMMARY_TRY(tx.change("insert_blob_chunk", {upload.id, 0, chunk}));
    GEMMARY_TRY(tx.change("complete_blob", {sha256, upload.size, upload.chunks, upload.id}));
    return {};
}

class BlobReader : public ContentReader
{
public:
    BlobReader(const Database &database, KeptBlob blob)
        : m_database(database)
        , m_blob(std::move(blob))
    {}

    Outcome<qint64> read(std::span<char> buffer) override
    {
        qint64 filled = 0;
        const auto wanted = static_cast<qint64>(buffer.size());
        while (filled < wanted && m_position < m_blob.size) {
            if (const auto loaded = load(m_position / ChunkBytes); !loaded)
                return tl::unexpected(loaded.error());
            const qint64 offset = m_position % ChunkBytes;
            const qint64 count = std::min<qint64>(wanted - filled, m_chunk.size() - offset);
            std::memcpy(buffer.data() + filled, m_chunk.constData() + offset,
                        static_cast<std::size_t>(count));
            filled += count;
            m_position += count;
        }
        return filled;
    }

    Outcome<void> rewind() override
    {
        m_position = 0;
        return {};
    }

    Outcome<void> verifyUnchanged() override { return {}; } // content by its digest cannot change
    qint64 bytes() const override { return m_blob.size; }
    qint64 modifiedNs() const override { return 0; }

private:
    Outcome<void> load(qint64 number)
    {
        if (number == m_loaded)
            return {};
        QByteArray packed;
        const auto rows = m_database.read([&](Transaction &tx) {
            return tx.read("select_blob_chunk", {m_blob.id, number},
                           [&](const Row &row) { packed = row.bytes(0); });
        });
        if (!rows)
            return problem(Reason::ReadError, rows.error().message);
        auto raw = unpackChunk(packed, std::min(ChunkBytes, m_blob.size - number * ChunkBytes));
        if (!raw)
            return problem(Reason::ReadError, QStringLiteral("the content kept in the store is damaged"));
        m_chunk = std::move(*raw);
        m_loaded = number;
        return {};
    }

    const Database &m_database;
    KeptBlob m_blob;
    QByteArray m_chunk;
    qint64 m_loaded = -1;
    qint64 m_position = 0;
};

Result<QByteArray> packed(std::span<const char> raw)
{
    auto chunk = packChunk(raw);
    if (!chunk)
        return failure(ErrorKind::Internal, QStringLiteral("Content could not be compressed."));
    return std::move(*chunk);
}

Result<qint64> readChunk(ContentReader &content, std::span<char> buffer)
{
    const auto got = content.read(buffer);
    if (!got) {
        return failure(ErrorKind::InvalidInput, QStringLiteral("The content could not be read to its end."),
                       got.error().detail);
    }
    return *got;
}

// Writes one chunk and keeps the upload from being taken for an abandoned one.
Result<void> writeChunk(const Database &database, const KeptBlob &upload, std::span<const char> raw)
{
    GEMMARY_ASSIGN(chunk, packed(raw));
    return database.write([&](Transaction &tx) -> Result<void> {
        GEMMARY_TRY(tx.change("keep_blob", {upload.id}));
        GEMMARY_TRY(tx.change("insert_blob_chunk", {upload.id, upload.chunks, chunk}));
        return {};
    });
}

// In one transaction, for the store may be far away.
Result<Locator> putWhole(const Database &database, KeptBlob upload, const QByteArray &sha256,
                         std::span<const char> raw)
{
    upload.chunks = raw.empty() ? 0 : 1;
    GEMMARY_ASSIGN(chunk, packed(raw));
    GEMMARY_TRY(database.write([&](Transaction &tx) { return insertWhole(tx, upload, sha256, chunk); }));
    return Locator{Locator::Kind::Blob, sha256};
}

} // namespace

SqlContentStore::SqlContentStore(const Database &database)
    : m_database(database)
{}

Result<bool> SqlContentStore::keeps(const QByteArray &sha256)
{
    return m_database.write([&](Transaction &tx) -> Result<bool> {
        GEMMARY_ASSIGN(known, findBlob(tx, sha256));
        if (known)
            GEMMARY_TRY(tx.change("keep_blob", {known->id}));
        return known.has_value();
    });
}

Result<std::vector<qint64>> SqlContentStore::sizesOf(const std::vector<QByteArray> &digests) const
{
    return m_database.read([&](Transaction &tx) -> Result<std::vector<qint64>> {
        std::vector<qint64> sizes(digests.size());
        std::vector<Statement> looks;
        looks.reserve(digests.size());
        for (std::size_t i = 0; i < digests.size(); ++i) {
            looks.push_back(
                {"select_blob", {digests[i]}, [&size = sizes[i]](const Row &row) { size = row.integer(1); }});
        }
        GEMMARY_TRY(tx.finish(looks));
        return sizes;
    });
}

Result<Locator> SqlContentStore::put(ContentReader &content)
{
    KeptBlob upload{QUuid::createUuid().toString(QUuid::WithoutBraces), 0, 0};
    Sha256 digest;
    std::vector<char> buffer(static_cast<std::size_t>(ChunkBytes));
    for (;;) {
        GEMMARY_ASSIGN(got, readChunk(content, buffer));
        const std::span<const char> raw(buffer.data(), static_cast<std::size_t>(got));
        digest.update(raw);
        upload.size += got;
        const bool isEnd = got < ChunkBytes;
        if (isEnd && upload.chunks == 0)
            return putWhole(m_database, upload, digest.finish(), raw);
        if (upload.chunks == 0)
            GEMMARY_TRY(
                m_database.write([&](Transaction &tx) { return tx.change("insert_blob", {upload.id}); }));
        if (got > 0) {
            GEMMARY_TRY(writeChunk(m_database, upload, raw));
            ++upload.chunks;
        }
        if (isEnd)
            break;
    }
    const QByteArray sha256 = digest.finish();
    GEMMARY_TRY(m_database.write([&](Transaction &tx) { return finishUpload(tx, upload, sha256); }));
    return Locator{Locator::Kind::Blob, sha256};
}

Outcome<std::unique_ptr<ContentReader>> SqlContentStore::open(const Locator &locator) const
{
    if (locator.kind != Locator::Kind::Blob)
        return problem(Reason::NotThere, QStringLiteral("not kept in the store"));
    auto blob = m_database.read([&](Transaction &tx) { return findBlob(tx, locator.value); });
    if (!blob)
        return problem(Reason::ReadError, blob.error().message);
    if (!*blob)
        return problem(Reason::NotThere, QStringLiteral("not kept in the store"));
    return std::make_unique<BlobReader>(m_database, std::move(**blob));
}

} // namespace Gemmary
