// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/modeloffer.h"
#include "domain/processsettings.h"
#include "domain/quotabook.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace Gemmary {

// What makes the summaries of new processes.
struct SummarizerChoice
{
    QString summarizer; // "extractive", "gemini", "ollama", "openai" or "none"
    QString model;      // of the last three but "none"
    QString address;    // of "ollama" and "openai"; empty: the usual place on this computer

    bool operator==(const SummarizerChoice &) const = default;
};

// Where a key is kept.
enum class KeyPlace {
    Nowhere,
    ThisRun, // in memory, until the program ends
    Keyring, // the system's
    Outside  // the environment or a file that the user wrote: not ours to change
};

// What a model was used for by the processes that are kept.
struct ModelUse
{
    SummarizerChoice choice; // without an address
    qint64 processes = 0;
    qint64 documents = 0; // that it summarised
    qint64 requests = 0;  // answers that were paid for, not those kept from before
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 lastMs = 0; // when the last of the processes was started, in ms since 1970
};

// Which summarisers there are, what they need, and which one is chosen. GUI thread; futures never hold it up.
// A change that fails leaves everything as it was and says why; one that succeeds is followed by changed().
class SummarizerSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual SummarizerChoice choice() const = 0;
    [[nodiscard]] virtual Result<void> choose(const SummarizerChoice &choice) = 0;
    // What sets the choice instead of the user, such as an environment variable; empty: nothing does.
    [[nodiscard]] virtual QString setBy() const = 0;
    // Where requests for "ollama" and "openai" go now; as in SummarizerChoice.
    [[nodiscard]] virtual QString serverAddress() const = 0;

    // The key for Google. What it is, nobody is told.
    [[nodiscard]] virtual KeyPlace keyPlace() const = 0;
    [[nodiscard]] virtual QString keySetBy() const = 0; // where KeyPlace::Outside is
    [[nodiscard]] virtual bool hasKeyring() const = 0;
    virtual QFuture<Result<void>> keepKey(const QString &key, KeyPlace place) = 0;
    virtual QFuture<Result<void>> forgetKey() = 0;

    // Looks at the usual places on this computer and at the chosen address.
    [[nodiscard]] virtual QFuture<std::vector<ServerOffer>> findServers() = 0;
    // What a provider offers now; `address` as in SummarizerChoice.
    [[nodiscard]] virtual QFuture<Result<std::vector<ModelOffer>>> models(const QString &summarizer,
                                                                          const QString &address) = 0;
    // Asks the model for the smallest answer there is.
    [[nodiscard]] virtual QFuture<Result<ModelTrial>> tryOut(const SummarizerChoice &choice) = 0;

    // Whether Ollama only passes the model's texts on to its makers' computers, as far as is known.
    [[nodiscard]] virtual bool runsInCloud(const QString &model) const = 0;

    // Whether the user agreed that texts go to `recipient`; see recipientOf().
    [[nodiscard]] virtual bool hasConsent(const QString &recipient) const = 0;
    virtual void setConsent(const QString &recipient, bool given) = 0;

    [[nodiscard]] virtual QFuture<Result<std::vector<ModelUse>>> uses() = 0;

    // What was sent today with the key of the choice, by all machines that have it; nothing: it has no limits
    // that are known here.
    [[nodiscard]] virtual QFuture<std::optional<QuotaUse>> quota() = 0;

    // Only what runs on this computer is offered.
    [[nodiscard]] virtual bool isPrivate() const = 0;

Q_SIGNALS:
    void changed();
};

} // namespace Gemmary
