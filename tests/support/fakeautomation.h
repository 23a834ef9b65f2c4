// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/automationsource.h"

#include <algorithm>

namespace Gemmary {

// A listener in memory: what has become of it is set, what is chosen is written down.
class FakeAutomation : public AutomationSource
{
public:
    ListenerChoice held;
    ListenerState now;
    QString winner; // what sets the choice instead
    std::vector<KnownToken> known;
    QStringList calls; // of makeToken() and revokeToken(), with the name
    bool asksTokens = false;
    bool fails = false;
    int tries = 0;

    void show(const ListenerState &state)
    {
        now = state;
        Q_EMIT changed();
    }
    void listen(const QString &url) { show({ListenerState::Kind::Listening, url, {}}); }

    ListenerChoice choice() const override { return held; }
    Result<void> choose(const ListenerChoice &chosen) override
    {
        if (fails)
            return failure(ErrorKind::Storage, QStringLiteral("The disk is full."));
        held = chosen;
        Q_EMIT changed();
        return {};
    }
    QString setBy() const override { return winner; }
    ListenerState state() const override { return now; }
    void tryAgain() override { ++tries; }
    bool isHere(const QString &host) const override { return host.startsWith(QLatin1String("127.")); }
    std::vector<ListenAddress> addresses() const override
    {
        return {{QStringLiteral("127.0.0.1"), {}, true},
                {QStringLiteral("0.0.0.0"), {}, false},
                {QStringLiteral("192.168.1.20"), QStringLiteral("eth0"), false}};
    }
    bool needsToken() const override { return asksTokens || !known.empty(); }
    QFuture<Result<std::vector<KnownToken>>> tokens() override
    {
        return QtFuture::makeReadyFuture(Result<std::vector<KnownToken>>(known));
    }
    QFuture<Result<QString>> makeToken(const QString &name) override
    {
        calls.append(QStringLiteral("make ") + name);
        if (std::ranges::find(known, name, &KnownToken::name) != known.end()) {
            return QtFuture::makeReadyFuture(
                Result<QString>(failure(ErrorKind::Conflict, QStringLiteral("There is one."))));
        }
        known.push_back({name, 1'700'000'000'000, 0});
        Q_EMIT changed();
        return QtFuture::makeReadyFuture(Result<QString>(QStringLiteral("gemmary_secret-of-") + name));
    }
    QFuture<Result<void>> revokeToken(const QString &name) override
    {
        calls.append(QStringLiteral("revoke ") + name);
        std::erase_if(known, [&](const KnownToken &token) { return token.name == name; });
        Q_EMIT changed();
        return QtFuture::makeReadyFuture(Result<void>());
    }
};

} // namespace Gemmary
