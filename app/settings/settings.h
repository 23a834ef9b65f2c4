// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QUuid>
#include <QtGlobal>

#include <chrono>
#include <vector>

namespace Gemmary {

// What the programs are told from outside, once, at their start. Flags win over the environment, over ./.env,
// over the user's file, over the system's.
struct Settings
{
    QString instance = QUuid::createUuid().toString(QUuid::WithoutBraces); // of this run, in log and leases
    QString home;                                                          // all data below it
    QString databaseUrl;                                                   // empty: the local store
    QString summarizer = QStringLiteral("extractive");
    QString model;
    QtMsgType logLevel = QtInfoMsg;
    bool production = false;                // profile `prod`: the test hooks are off
    std::chrono::milliseconds testDelay{0}; // after each document
    bool testFailure = false;               // each leaf fails after its first document

    [[nodiscard]] QString storePath() const { return home + QStringLiteral("/gemmary.db"); }
    [[nodiscard]] QString logPath() const { return home + QStringLiteral("/gemmary.log"); }
};

// One place a setting may come from, the winning one first.
struct SettingsSource
{
    QString name; // for messages: "environment", a file's path
    QHash<QString, QString> values;
};

// The sources of this program: environment, ./.env, the user's gemmary.conf, the system's. A file that is not
// there is no source; a line that cannot be read is an InvalidInput error that names it.
[[nodiscard]] Result<std::vector<SettingsSource>> settingsSources();

// Reads every known key from the sources; a value that cannot be is an InvalidInput error that names its key,
// source and what may stand there.
[[nodiscard]] Result<Settings> loadSettings(const std::vector<SettingsSource> &sources);

// KEY=VALUE lines as in .env files: blanks around, `export`, # comments, single or double quotes.
[[nodiscard]] Result<QHash<QString, QString>> parseEnvironmentFile(const QString &text, const QString &name);

} // namespace Gemmary
