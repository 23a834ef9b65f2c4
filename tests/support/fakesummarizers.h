// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summarizers/summarizersource.h"

#include <QMap>
#include <QSet>

namespace Gemmary {

// Summarisers in memory: what there is is set, what is asked and chosen is written down.
class FakeSummarizers : public SummarizerSource
{
public:
    SummarizerChoice held{QStringLiteral("extractive"), {}, {}};
    QString winner; // what sets the choice instead
    QString address;
    KeyPlace place = KeyPlace::Nowhere;
    QString key; // the last one kept
    bool keyring = true;
    std::vector<ServerOffer> servers;
    QMap<QString, std::vector<ModelOffer>> offered; // by summariser
    std::optional<Error> listError;
    Result<ModelTrial> trial = ModelTrial{QStringLiteral("Answer with the word OK."), QStringLiteral("OK"),
                                          QStringLiteral("gemma"), std::chrono::milliseconds(800), 12};
    QSet<QString> consents;
    QSet<QString> cloud; // models
    std::vector<ModelUse> used;
    std::optional<QuotaUse> sent; // today
    bool onlyHere = false;
    bool fails = false; // to keep a choice
    int tries = 0;      // of tryOut()
    int searches = 0;   // of findServers()

    static ModelOffer offer(const QString &name, bool isGemma = true, bool inCloud = false)
    {
        return {name, name, 8192, isGemma, inCloud};
    }

    SummarizerChoice choice() const override { return held; }
    Result<void> choose(const SummarizerChoice &chosen) override
    {
        if (fails)
            return failure(ErrorKind::Storage, QStringLiteral("The disk is full."));
        held = chosen;
        Q_EMIT changed();
        return {};
    }
    QString setBy() const override { return winner; }
    QString serverAddress() const override { return address; }
    KeyPlace keyPlace() const override { return place; }
    QString keySetBy() const override { return QStringLiteral("the environment"); }
    bool hasKeyring() const override { return keyring; }
    QFuture<Result<void>> keepKey(const QString &kept, KeyPlace where) override
    {
        key = kept;
        place = where;
        Q_EMIT changed();
        return QtFuture::makeReadyFuture(Result<void>());
    }
    QFuture<Result<void>> forgetKey() override { return keepKey({}, KeyPlace::Nowhere); }
    QFuture<std::vector<ServerOffer>> findServers() override
    {
        ++searches;
        return QtFuture::makeReadyFuture(servers);
    }
    QFuture<Result<std::vector<ModelOffer>>> models(const QString &summarizer, const QString &) override
    {
        if (listError)
            return QtFuture::makeReadyFuture(Result<std::vector<ModelOffer>>(failure(*listError)));
        return QtFuture::makeReadyFuture(Result<std::vector<ModelOffer>>(offered.value(summarizer)));
    }
    QFuture<Result<ModelTrial>> tryOut(const SummarizerChoice &) override
    {
        ++tries;
        return QtFuture::makeReadyFuture(trial);
    }
    bool runsInCloud(const QString &model) const override { return cloud.contains(model); }
    bool hasConsent(const QString &recipient) const override { return consents.contains(recipient); }
    void setConsent(const QString &recipient, bool given) override
    {
        if (given)
            consents.insert(recipient);
        else
            consents.remove(recipient);
        Q_EMIT changed();
    }
    QFuture<Result<std::vector<ModelUse>>> uses() override
    {
        return QtFuture::makeReadyFuture(Result<std::vector<ModelUse>>(used));
    }
    QFuture<std::optional<QuotaUse>> quota() override { return QtFuture::makeReadyFuture(sent); }
    bool isPrivate() const override { return onlyHere; }
};

} // namespace Gemmary
