// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QMap>
#include <QString>

#include <optional>

namespace Gemmary {

// Files of KEY=VALUE lines as .env files have them: blanks around, `export`, # comments, single or double
// quotes. Later lines win over earlier ones.

[[nodiscard]] Result<QHash<QString, QString>> parseEnvironmentFile(const QString &text, const QString &name);

// Empty when there is no such file. InvalidInput for a line that cannot be read, or for what is no settings
// file.
[[nodiscard]] Result<QHash<QString, QString>> readEnvironmentFile(const QString &path);

// The user's own file of settings.
[[nodiscard]] QString userSettingsPath();

// New values by key; nullopt takes the key out.
using SettingChanges = QMap<QString, std::optional<QString>>;

// Makes the changes in place: every other line stays as it is, comments and what nobody knows, too. The file
// is replaced at once or not at all, is for its owner only, and a link to it is followed. A file that cannot
// be read is never written: InvalidInput or Storage.
[[nodiscard]] Result<void> changeEnvironmentFile(const QString &path, const SettingChanges &changes);

} // namespace Gemmary
