// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/sqlcontentstore.h"

#include "base/sha256.h"

#include <QUuid>

#include <algorithm>
#include <vector>
#include <zstd.h>

namespace Gemmary {

namespace {

constexpr std::size_t ChunkSize = 512 * 1024; // before compression
constexpr int CompressionLevel = 3;

QByteArray compressed(std::span<const char> bytes)
{
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(bytes.size())), Qt::Uninitialized);
    const std::size_t size = ZSTD_compress(packed.data(), static_cast<std::size_t>(packed.size()),
                                           bytes.data(), bytes.size(), CompressionLevel);
    packed.resize(static_cast<qsizetype>(size));
    return packed;
}

struct Blob
{
    QString upload;
    qint64 size = 0;
    qint64 chunks = 0;
    qint64 createdMs = 0;
};

class BlobReader : public ContentReader
{
public:
    BlobReader(Session &session, Blob blob)
        : m_session(session)
        , m_blob(std::move(blob))
    {}

    Outcome<qint64> read(std::span<char> buffer) override
    {
        std::size_t filled = 0;
        while (filled < buffer.size()) {
            if (m_offset == m_plain.size()) {
                if (m_next == m_blob.chunks)
                    break;
                GEMMARY_TRY(loadNext());
            }
            const std::size_t count = std::min(buffer.size() - filled, m_plain.size() - m_offset);
            std::copy_n(m_plain.begin() + static_cast<std::ptrdiff_t>(m_offset), count,
                        buffer.begin() + static_cast<std::ptrdiff_t>(filled));
            m_offset += count;
            filled += count;
        }
        return static_cast<qint64>(filled);
    }

    Outcome<void> rewind() override
    {
        m_next = 0;
        m_plain.clear();
        m_offset = 0;
        return {};
    }

    Outcome<void> verifyUnchanged() override { return {}; } // content under its digest never changes
    qint64 bytes() const override { return m_blob.size; }
    qint64 modifiedNs() const override { return 0; }

private:
    Outcome<void> loadNext()
    {
        QByteArray packed;
        const auto found = m_session.read([&](Transaction &transaction) {
            return transaction.forOne("select_blob_chunk", {{":upload", m_blob.upload}, {":chunk", m_next}},
                                      [&](const Row &row) { packed = row.bytes(0); });
        });
        if (!found || !*found)
            return problem(Reason::ReadError, QStringLiteral("a part is missing in the store"));
        m_plain.resize(ChunkSize);
        const std::size_t size = ZSTD_decompress(m_plain.data(), m_plain.size(), packed.constData(),
                                                 static_cast<std::size_t>(packed.size()));
        if (ZSTD_isError(size))
            return problem(Reason::ReadError, QStringLiteral("a part is damaged in the store"));
        m_plain.resize(size);
        m_offset = 0;
        ++m_next;
        return {};
    }

    Session &m_session;
    Blob m_blob;
    qint64 m_next = 0;
    std::vector<char> m_plain; // the chunk in hand
    std::size_t m_offset = 0;
};

} // namespace

SqlContentStore::SqlContentStore(Session &session)
    : m_session(session)
{}

Outcome<std::unique_ptr<ContentReader>> SqlContentStore::open(const Locator &locator) const
{
    Blob blob;
    const auto found = m_session.read([&](Transaction &transaction) {
        return transaction.forOne("select_blob", {{":sha256", locator.value}}, [&](const Row &row) {
            blob = {row.text(0), row.integer(1), row.integer(2), row.integer(3)};
        });
    });
    if (!found)
        return problem(Reason::ReadError, found.error().message);
    if (!*found)
        return problem(Reason::NotThere);
    return std::make_unique<BlobReader>(m_session, std::move(blob));
}

Result<Locator> SqlContentStore::put(ContentReader &content)
{
    const QString upload = QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::vector<char> buffer(ChunkSize);
    Sha256 digest;
    qint64 size = 0;
    qint64 chunks = 0;
    for (;;) {
        const auto count = content.read(buffer);
        if (!count)
            return failure(ErrorKind::InvalidInput, QStringLiteral("The content could not be read."),
                           count.error().detail);
        if (*count == 0)
            break;
        const auto bytes = std::span<const char>(buffer).first(static_cast<std::size_t>(*count));
        digest.update(bytes);
        size += *count;
        const qint64 number = chunks++;
        GEMMARY_TRY(m_session.write([&](Transaction &transaction) {
            return transaction.execute(
                "insert_blob_chunk", {{":upload", upload}, {":chunk", number}, {":data", compressed(bytes)}});
        }));
    }
    const QByteArray sha256 = digest.finish();
    GEMMARY_TRY(m_session.write([&](Transaction &transaction) -> Result<void> {
        GEMMARY_ASSIGN(published,
                       transaction.execute(
                           "publish_blob",
                           {{":sha256", sha256}, {":upload", upload}, {":size", size}, {":chunks", chunks}}));
        if (published > 0)
            return {};
        GEMMARY_TRY(transaction.execute("touch_blob", {{":sha256", sha256}}));
        GEMMARY_TRY(transaction.execute("delete_upload", {{":upload", upload}}));
        return {};
    }));
    return Locator{Locator::Kind::Blob, sha256};
}

} // namespace Gemmary
