// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "rest/access/accesstoken.h"

namespace Gemmary {

// The tokens that a user has made, by name, in a file for the user alone. It holds digests, so that nobody
// gets in with what stands there. Programs may share it: a change is seen by listeners that run.
class TokenFile
{
public:
    explicit TokenFile(QString path)
        : m_path(std::move(path))
    {}

    [[nodiscard]] static QString pathBelow(const QString &home)
    {
        return home + QStringLiteral("/tokens.json");
    }

    // None while there is no file; Storage: it cannot be read or is damaged.
    [[nodiscard]] Result<AccessTokens> tokens() const;

    // Makes one and answers it: the only time that it can be seen. InvalidInput: no name; Conflict: it is
    // taken.
    [[nodiscard]] Result<QByteArray> add(const QString &name);

    // From now on nobody gets in with it. NotFound.
    [[nodiscard]] Result<void> revoke(const QString &name);

private:
    [[nodiscard]] Result<void> save(const AccessTokens &kept) const;

    QString m_path;
};

// Tokens of somebody else's making, one a line; # begins a comment. InvalidInput: it cannot be read, has
// none, or has one that could be guessed: of fewer than 32 characters.
[[nodiscard]] Result<AccessTokens> readPlainTokens(const QString &path);

} // namespace Gemmary
