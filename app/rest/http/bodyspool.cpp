// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/http/bodyspool.h"

#include "base/logging.h"

#include <sys/mman.h>

namespace Gemmary {

namespace {

constexpr qsizetype Padding = 64; // see HttpBody

class MemoryBody : public HttpBody
{
public:
    MemoryBody(QByteArray bytes, BudgetShare share)
        : m_share(std::move(share))
        , m_bytes(std::move(bytes))
        , m_size(m_bytes.size())
    {
        m_bytes.append(Padding, '\0');
    }

    [[nodiscard]] QByteArrayView bytes() const override { return QByteArrayView(m_bytes).first(m_size); }

private:
    BudgetShare m_share;
    QByteArray m_bytes;
    qsizetype m_size;
};

// Its file is closed, and gone with the mapping.
class MappedBody : public HttpBody
{
public:
    MappedBody(void *place, qint64 size, BudgetShare share)
        : m_share(std::move(share))
        , m_place(place)
        , m_size(size)
    {}
    MappedBody(const MappedBody &) = delete;
    MappedBody &operator=(const MappedBody &) = delete;
    ~MappedBody() override { ::munmap(m_place, static_cast<std::size_t>(m_size + Padding)); }

    [[nodiscard]] QByteArrayView bytes() const override
    {
        return {static_cast<const char *>(m_place), m_size};
    }

private:
    BudgetShare m_share;
    void *m_place;
    qint64 m_size;
};

} // namespace

bool ByteBudget::take(qint64 bytes)
{
    if (m_left.fetch_sub(bytes) >= bytes)
        return true;
    giveBack(bytes);
    return false;
}

BudgetShare::~BudgetShare()
{
    if (m_budget)
        m_budget->giveBack(m_bytes);
}

bool BudgetShare::grow(qint64 bytes)
{
    if (!m_budget->take(bytes))
        return false;
    m_bytes += bytes;
    return true;
}

BodySpool::BodySpool(const HttpLimits &limits, std::shared_ptr<ByteBudget> budget)
    : m_inMemory(limits.bodyInMemory)
    , m_folder(limits.spoolFolder)
    , m_share(std::move(budget))
{}

int BodySpool::append(QByteArrayView piece)
{
    constexpr int Unavailable = 503;
    if (!m_share.grow(piece.size()))
        return Unavailable;
    m_size += piece.size();
    if (m_size > m_inMemory)
        return toFile(piece) ? 0 : Unavailable;
    m_memory.append(piece);
    return 0;
}

bool BodySpool::toFile(QByteArrayView piece)
{
    if (!m_file && !openFile())
        return false;
    if (m_file->write(piece.data(), piece.size()) == piece.size())
        return true;
    logError(logApp, QStringLiteral("an upload cannot be written"), {{"error", m_file->errorString()}});
    return false;
}

bool BodySpool::openFile()
{
    m_file = std::make_unique<QTemporaryFile>(m_folder + QStringLiteral("/gemmary-upload-XXXXXX"));
    if (!m_file->open()) {
        logError(logApp, QStringLiteral("no file for an upload"),
                 {{"folder", m_folder}, {"error", m_file->errorString()}});
        return false;
    }
    return m_file->write(std::exchange(m_memory, {})) >= 0;
}

std::shared_ptr<const HttpBody> BodySpool::finish()
{
    if (!m_file)
        return std::make_shared<MemoryBody>(std::move(m_memory), std::move(m_share));
    // The file's end is mapped, too: beyond its last page nothing can be read.
    if (!m_file->flush() || !m_file->resize(m_size + Padding))
        return nullptr;
    void *place = ::mmap(nullptr, static_cast<std::size_t>(m_size + Padding), PROT_READ, MAP_PRIVATE,
                         m_file->handle(), 0);
    m_file.reset();
    if (place == MAP_FAILED)
        return nullptr;
    return std::make_shared<MappedBody>(place, m_size, std::move(m_share));
}

} // namespace Gemmary
