// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "rest/access/accesstoken.h"

#include <functional>

namespace Gemmary {

// The tokens of a file as it is now: one that is revoked does not open anything a moment later.
class WatchedTokens
{
public:
    using Read = std::function<Result<AccessTokens>()>;

    WatchedTokens(QString path, Read read)
        : m_path(std::move(path))
        , m_read(std::move(read))
    {}

    // Reads the file when it has changed. Where it cannot be read any more, there are none.
    [[nodiscard]] const AccessTokens &current();
    [[nodiscard]] bool isReadable() const { return m_isReadable; }

private:
    QString m_path;
    Read m_read;
    QByteArray m_stamp; // of the file that was read
    AccessTokens m_tokens;
    bool m_isReadable = true;
};

} // namespace Gemmary
