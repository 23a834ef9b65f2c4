// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/contentstore.h"

namespace Gemmary {

class Database;

// Content in the store itself: zstd chunks of 512 KiB, found by the SHA-256 of the whole, kept once.
// Thread-safe; the database outlives it and every reader it opens.
class SqlContentStore : public ContentStore
{
public:
    explicit SqlContentStore(const Database &database);

    Result<bool> keeps(const QByteArray &sha256) override;
    Result<std::vector<qint64>> sizesOf(const std::vector<QByteArray> &digests) const override;
    Result<Locator> put(ContentReader &content) override;

    // NotThere for content that is not kept (or not a blob), ReadError when the store fails.
    Outcome<std::unique_ptr<ContentReader>> open(const Locator &locator) const override;

private:
    const Database &m_database;
};

} // namespace Gemmary
