// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "settings/settings.h"

#include <QFuture>

#include <chrono>
#include <span>

namespace Gemmary {

// A key that a provider of models asks for.
struct ModelKey
{
    const char *name;          // in the keyring and on the command line
    const char *setting;       // in the environment and in files; wins over the keyring
    QString Settings::*member; // what the settings say of it
    const char *const owner;   // for people: whose it is
};

[[nodiscard]] std::span<const ModelKey> modelKeys();
[[nodiscard]] const ModelKey *modelKey(const QString &name);    // null: not known
[[nodiscard]] const ModelKey &keyOf(const QString &summarizer); // a provider's, by summariser
[[nodiscard]] QString ownerText(const ModelKey &key);

// InvalidInput unless it can be a key: what goes into a header, without blanks.
[[nodiscard]] Result<void> checkKey(const QString &key);

// The keys in the system's keyring (Secret Service, KWallet). These return at once and are answered by the
// event loop of the thread that QCoreApplication lives in, from which they are called; within
// `KeyringPatience`, as a keyring may ask its owner for a password first.
//
// Errors: NotFound, no such key is kept; Unavailable, there is no keyring here; Conflict, it is locked or
// refused; Timeout. Each says what to do.
inline constexpr std::chrono::seconds KeyringPatience{60};

[[nodiscard]] QFuture<Result<QString>> readKey(const ModelKey &key);
[[nodiscard]] QFuture<Result<void>> keepKey(const ModelKey &key, const QString &value);
[[nodiscard]] QFuture<Result<void>> forgetKey(const ModelKey &key);

// The answer, for programs without a window: runs an event loop until it is there.
[[nodiscard]] Result<QString> waitFor(const QFuture<Result<QString>> &answer);
[[nodiscard]] Result<void> waitFor(const QFuture<Result<void>> &answer);

} // namespace Gemmary
