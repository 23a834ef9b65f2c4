// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/modelaccess.h"
#include "summarizers/summarizersource.h"

#include <QSet>

namespace Gemmary {

class Engine;
class LayoutStore;
class PreferencesFile;

// The summarisers that the settings, the keyring and this computer's servers offer. Keeps the choice in the
// user's file and the work's models up to date with it. GUI thread.
class SummarizerDesk : public SummarizerSource
{
    Q_OBJECT

public:
    // All outlive it.
    SummarizerDesk(PreferencesFile &preferences, LayoutStore &answers, Engine &engine, ModelAccess access,
                   QObject *parent = nullptr);

    [[nodiscard]] SummarizerChoice choice() const override;
    [[nodiscard]] Result<void> choose(const SummarizerChoice &choice) override;
    [[nodiscard]] QString setBy() const override;
    [[nodiscard]] QString serverAddress() const override;
    [[nodiscard]] KeyPlace keyPlace() const override;
    [[nodiscard]] QString keySetBy() const override;
    [[nodiscard]] bool hasKeyring() const override { return m_hasKeyring; }
    QFuture<Result<void>> keepKey(const QString &key, KeyPlace place) override;
    QFuture<Result<void>> forgetKey() override;
    [[nodiscard]] QFuture<std::vector<ServerOffer>> findServers() override;
    [[nodiscard]] QFuture<Result<std::vector<ModelOffer>>> models(const QString &summarizer,
                                                                  const QString &address) override;
    [[nodiscard]] QFuture<Result<ModelTrial>> tryOut(const SummarizerChoice &choice) override;
    [[nodiscard]] bool runsInCloud(const QString &model) const override;
    [[nodiscard]] bool hasConsent(const QString &recipient) const override;
    void setConsent(const QString &recipient, bool given) override;
    [[nodiscard]] QFuture<Result<std::vector<ModelUse>>> uses() override;
    [[nodiscard]] QFuture<std::optional<QuotaUse>> quota() override;
    [[nodiscard]] bool isPrivate() const override;

private:
    [[nodiscard]] Settings settings() const; // with the key
    [[nodiscard]] Settings settingsAt(const QString &address) const;
    void setKey(const QString &key, KeyPlace place);
    void noteCloud(const std::vector<ModelOffer> &models);
    void useSettings();

    PreferencesFile &m_preferences;
    LayoutStore &m_answers;
    Engine &m_engine;
    ModelAccess m_access;
    QString m_key;       // from the keyring or for this run
    QString m_serverKey; // from the keyring
    KeyPlace m_keyPlace = KeyPlace::Nowhere;
    bool m_hasKeyring = true;
    QSet<QString> m_cloud; // models that were listed as running there
};

} // namespace Gemmary
