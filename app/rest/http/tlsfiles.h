// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSslConfiguration>

namespace Gemmary {

// A listener's TLS 1.2 and later, from two PEM files: the certificate, followed by those that vouch for it,
// and its key, RSA or elliptic, without a passphrase. InvalidInput says which file is wrong, and how.
[[nodiscard]] Result<QSslConfiguration> readTlsFiles(const QString &certificate, const QString &key);

} // namespace Gemmary
