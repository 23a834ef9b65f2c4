// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/storeinuse.h"
#include "preferences/preferencessource.h"
#include "settings/settings.h"

#include <optional>

namespace Gemmary {

// The program's settings as the window's preferences: reads all their sources, writes the user's file. A
// running program keeps its home folder and instance. GUI thread.
class PreferencesFile : public PreferencesSource
{
    Q_OBJECT

public:
    PreferencesFile(Settings settings, SettingsSources sources, StoreInUse store, QObject *parent = nullptr);

    [[nodiscard]] const Settings &settings() const { return m_settings; }

    // Keeps what makes summaries; see setUserSummarizer(). Conflict where something wins over the user's
    // file.
    [[nodiscard]] Result<void> chooseSummarizer(const QString &summarizer, const QString &model,
                                                const std::optional<QString> &address);

    // Keeps whether the window listens for REST requests, and where; see setUserListener(). Conflict as
    // above.
    [[nodiscard]] Result<void> chooseListener(bool isOn, const ServeSettings &serve);

    // What sets `key`: a name for people; empty: nothing, or (setBy) what the user's file may change.
    [[nodiscard]] QString sourceName(const QString &key) const;
    [[nodiscard]] QString setBy(const QString &key) const;

    [[nodiscard]] std::vector<PreferenceRow> rows() const override;
    [[nodiscard]] Result<void> set(const QString &key, const QString &value) override;
    [[nodiscard]] Values chosen() const override;
    [[nodiscard]] Result<void> replaceChosen(const Values &values) override;
    [[nodiscard]] Result<void> exportTo(const QString &path) const override;
    [[nodiscard]] Result<void> importFrom(const QString &path) override;
    [[nodiscard]] PreferenceFacts facts() const override;
    [[nodiscard]] QFuture<Result<StoreFacts>> testDatabase(const QString &address) const override;
    [[nodiscard]] Result<void> shareDatabase(const QString &address) override;
    [[nodiscard]] QString diagnostics() const override;

private:
    [[nodiscard]] Result<void> checkOurs(const QString &key) const;
    [[nodiscard]] Result<void> readAgain();

    Settings m_settings;
    SettingsSources m_sources;
    StoreInUse m_store;
};

} // namespace Gemmary
