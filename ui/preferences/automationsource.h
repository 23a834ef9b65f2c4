// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace Gemmary {

// Whether other programs may use this one, and where it listens for them.
struct ListenerChoice
{
    bool isOn = false;
    QString host = QStringLiteral("127.0.0.1");
    int port = 8787;
    QString certificate; // PEM files; empty: no encryption
    QString key;
    QStringList names; // that other computers call this one by

    bool operator==(const ListenerChoice &) const = default;
};

// What has become of the choice.
struct ListenerState
{
    enum class Kind { Off, Starting, Listening, Failed };

    Kind kind = Kind::Off;
    QString url;     // as programs reach it, once it listens
    QString problem; // a sentence, once it failed

    bool operator==(const ListenerState &) const = default;
};

// An address of this computer.
struct ListenAddress
{
    QString host;
    QString network;     // the name of its interface; empty: none, or all of them
    bool isHere = false; // only programs on this computer reach it
};

struct KnownToken
{
    QString name;
    qint64 createdMs = 0; // since 1970; 0: unknown
    qint64 usedMs = 0;    // 0: not since this program began

    bool operator==(const KnownToken &) const = default;
};

// How other programs get at this one: the listener of its REST interface and who is let in. GUI thread;
// nothing holds it up. What happened is followed by changed(). A change that fails leaves everything as it
// was and says why.
class AutomationSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual ListenerChoice choice() const = 0;
    [[nodiscard]] virtual Result<void> choose(const ListenerChoice &choice) = 0;
    // What sets some of the choice instead of the user, such as an environment variable; empty: nothing does.
    [[nodiscard]] virtual QString setBy() const = 0;

    [[nodiscard]] virtual ListenerState state() const = 0;
    virtual void tryAgain() = 0; // after it failed

    [[nodiscard]] virtual bool isHere(const QString &host) const = 0; // as in ListenAddress
    [[nodiscard]] virtual std::vector<ListenAddress> addresses() const = 0;

    // Whether a program has to show a token now.
    [[nodiscard]] virtual bool needsToken() const = 0;
    [[nodiscard]] virtual QFuture<Result<std::vector<KnownToken>>> tokens() = 0;
    // The token itself: this is the only time that anybody sees it.
    virtual QFuture<Result<QString>> makeToken(const QString &name) = 0;
    virtual QFuture<Result<void>> revokeToken(const QString &name) = 0;

Q_SIGNALS:
    void changed();
};

} // namespace Gemmary
