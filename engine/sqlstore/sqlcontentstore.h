// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/contentstore.h"
#include "sqlstore/transaction.h"

namespace Gemmary {

// Content in the store, compressed in chunks. A chunk belongs to the upload that wrote it; the upload becomes
// the content of its SHA-256 in one last statement, so half an upload is never seen.
class SqlContentStore : public ContentStore
{
public:
    explicit SqlContentStore(Session &session); // outlives it and every reader it gives

    [[nodiscard]] Outcome<std::unique_ptr<ContentReader>> open(const Locator &locator) const override;
    [[nodiscard]] Result<Locator> put(ContentReader &content) override;

private:
    Session &m_session;
};

} // namespace Gemmary
