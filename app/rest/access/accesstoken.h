// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace Gemmary {

// A bearer token as it is kept: who shows one with this digest is let in. Nobody can guess 256 random bits,
// so that a plain SHA-256 keeps them; what is slow on purpose is for passwords.
struct AccessToken
{
    QString name;
    QByteArray digest;
    qint64 createdAt = 0; // epoch ms; 0: unknown
};
using AccessTokens = std::vector<AccessToken>;

// "gemmary_" and 256 random bits in base64url.
[[nodiscard]] QByteArray newAccessToken();

[[nodiscard]] QByteArray digestOf(QByteArrayView token);

// Which of them `token` is, found in a time that does not tell how nearly it was another; null: none.
[[nodiscard]] const AccessToken *findToken(QByteArrayView token, const AccessTokens &tokens);

} // namespace Gemmary
