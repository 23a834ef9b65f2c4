// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chunkcodec.h"

#include <memory>
#include <zstd.h>

namespace Gemmary {

namespace {

constexpr int Level = 3;

} // namespace

std::optional<QByteArray> packChunk(std::span<const char> raw)
{
    // Kept by the thread: making one costs more than a small content does.
    thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                                    &ZSTD_freeCCtx);
    if (!context)
        return std::nullopt;
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, Level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(raw.size())), Qt::Uninitialized);
    const std::size_t size = ZSTD_compress2(context.get(), packed.data(),
                                            static_cast<std::size_t>(packed.size()), raw.data(), raw.size());
    if (ZSTD_isError(size))
        return std::nullopt;
    packed.truncate(static_cast<qsizetype>(size));
    return packed;
}

std::optional<QByteArray> unpackChunk(const QByteArray &packed, qint64 size)
{
    QByteArray raw(size, Qt::Uninitialized);
    const std::size_t got = ZSTD_decompress(raw.data(), static_cast<std::size_t>(size), packed.constData(),
                                            static_cast<std::size_t>(packed.size()));
    if (ZSTD_isError(got) || got != static_cast<std::size_t>(size))
        return std::nullopt;
    return raw;
}

} // namespace Gemmary
