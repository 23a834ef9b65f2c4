// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "rest/access/failedlogins.h"
#include "rest/access/hostcheck.h"
#include "rest/access/watchedtokens.h"
#include "rest/http/httprequest.h"
#include "settings/tokenuses.h"

#include <memory>
#include <optional>

namespace Gemmary {

// Who may come in, and where.
struct AccessSettings
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost); // where the listener listens
    QStringList allowedHosts;                                     // names that it is called by
    QString userTokens;              // the path of a TokenFile, which need not be there
    QString plainTokens;             // of a file for readPlainTokens(); empty: none
    std::shared_ptr<TokenUses> uses; // told which tokens are shown; null: nobody asks
    bool isEncrypted = false;
    bool isInsecure = false; // without encryption beyond this computer, on the user's word
};

// Why a request is not let in: 401, 403, 421 or 429, with the headers that go with it.
struct AccessRefusal
{
    int status;
    QString code;    // stable, for programs
    QString message; // English, for the client
    QList<std::pair<QByteArray, QByteArray>> headers = {};
};

// Decides who is let in, from the head alone. Used by the listener's thread only.
class AccessControl
{
public:
    // InvalidInput: the settings would let everybody in from everywhere, or tokens travel in the open; says
    // what to do.
    [[nodiscard]] static Result<AccessControl> open(const AccessSettings &settings);

    // Whether the request comes by one of our names and from no web page.
    [[nodiscard]] std::optional<AccessRefusal> strangerVerdict(const HttpRequest &head) const;

    // The same, and whether it shows a token where one is needed.
    [[nodiscard]] std::optional<AccessRefusal> verdict(const HttpRequest &head);

private:
    explicit AccessControl(const AccessSettings &settings);

    [[nodiscard]] bool needsToken();
    [[nodiscard]] bool isKnown(const QByteArray &authorization);

    HostCheck m_hosts;
    std::vector<WatchedTokens> m_tokens;
    std::shared_ptr<TokenUses> m_uses;
    FailedLogins m_failures;
    bool m_needsToken; // once needed, until the end: revoking the last one opens no door
};

} // namespace Gemmary
