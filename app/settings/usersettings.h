// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settings.h"

#include <QMap>

#include <optional>

namespace Gemmary {

// What the user chose: the preferences in the user's file. Other lines of it are left alone.

// A preference's value for somebody whose own file does not name it.
[[nodiscard]] QString valueWithoutUser(const QString &key, const SettingsSources &sources);

// Keeps the choice in the user's file; a choice that is the default anyhow is taken out. InvalidInput: no
// such preference or value; Storage: the file could not be written, and is as it was.
[[nodiscard]] Result<void> setUserValue(const SettingsSources &sources, const QString &key,
                                        const QString &value);

// Keeps the address of a shared database in the user's file; empty takes it out. Errors as above.
[[nodiscard]] Result<void> setUserDatabase(const SettingsSources &sources, const QString &address);

// Keeps what makes summaries in the user's file, all of it or nothing: the summariser, its model and the
// address of its server; nullopt: the address stays. Errors as above.
[[nodiscard]] Result<void> setUserSummarizer(const SettingsSources &sources, const QString &summarizer,
                                             const QString &model, const std::optional<QString> &address);

// Keeps in the user's file whether the window listens for REST requests, and where it and `serve` do. What is
// as it was in `before` is left alone. Errors as above.
[[nodiscard]] Result<void> setUserListener(const SettingsSources &sources, const Settings &before,
                                           const Settings &chosen);

// The keys of what setUserListener() would change.
[[nodiscard]] QStringList listenerChanges(const Settings &before, const Settings &chosen);

// What the user's file says about preferences.
[[nodiscard]] QMap<QString, QString> userValues(const SettingsSources &sources);

// Puts `values` in the place of userValues(): every preference that is not in them is taken out.
[[nodiscard]] Result<void> replaceUserValues(const SettingsSources &sources,
                                             const QMap<QString, QString> &values);

} // namespace Gemmary
