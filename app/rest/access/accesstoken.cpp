// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/access/accesstoken.h"

#include "base/sha256.h"

#include <QRandomGenerator>

#include <array>
#include <openssl/crypto.h>

namespace Gemmary {

QByteArray newAccessToken()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(random.data()), sizeof random);
    return "gemmary_" + bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray digestOf(QByteArrayView token)
{
    Sha256 sha;
    sha.update(token);
    return sha.finish();
}

const AccessToken *findToken(QByteArrayView token, const AccessTokens &tokens)
{
    const QByteArray digest = digestOf(token);
    const AccessToken *found = nullptr;
    for (const AccessToken &known : tokens) { // all of them, whichever it is
        const bool isSame = known.digest.size() == digest.size() &&
                            CRYPTO_memcmp(known.digest.constData(), digest.constData(),
                                          static_cast<std::size_t>(digest.size())) == 0;
        found = isSame ? &known : found;
    }
    return found;
}

} // namespace Gemmary
