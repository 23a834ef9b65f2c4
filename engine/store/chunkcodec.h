// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <span>

namespace Gemmary {

// One chunk of content as it is kept: a zstd frame with a checksum, so that damage is noticed.
[[nodiscard]] std::optional<QByteArray> packChunk(std::span<const char> raw);

// The raw bytes, exactly `size` of them; nullopt for anything else.
[[nodiscard]] std::optional<QByteArray> unpackChunk(const QByteArray &packed, qint64 size);

} // namespace Gemmary
