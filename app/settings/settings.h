// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/processsettings.h"
#include "settings/servesettings.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QUuid>
#include <QtGlobal>

#include <chrono>
#include <vector>

namespace Gemmary {

// What the window is told; the command line reads only `workers`.
struct UiSettings
{
    int workers = 0;                               // batches worked on at the same time; 0: one a core
    QString appearance = QStringLiteral("system"); // or "light", "dark", "high-contrast"
    QString language = QStringLiteral("system");   // of the texts; or "en", "es", "pseudo"
    bool notifications = true;
    bool trayIcon = false;
    bool keepAwake = true;
    bool startAtOnce = true; // false: a drop waits for Start
    bool listen = false;     // answers REST requests while the window's program runs

    [[nodiscard]] int workerCount() const; // `workers`, else this machine's cores
};

// What a provider may be asked at most; 0: as much as one likes. The defaults suit a free key at Google.
struct ModelPace
{
    int requestsPerMinute = 10;
    int tokensPerMinute = 15'000; // of input
    int requestsPerDay = 1'000;

    bool operator==(const ModelPace &) const = default;
};

// What the programs are told from outside. Flags win over the environment, over ./.env, over the user's file,
// over the system's.
struct Settings
{
    QString instance = QUuid::createUuid().toString(QUuid::WithoutBraces); // of this run, in log and leases
    QString home;                                                          // all data below it
    QString databaseUrl;           // postgresql://…; empty: the local store
    QString databasePasswordFile;  // holds the password; empty: the URL or libpq's own places do
    QString apiUrl;                // of a listener that the command line asks; empty: none
    QString apiToken;              // to show it
    bool isApiUrlOfFolder = false; // ./.env has it, which may be anybody's
    bool isApiTokenOfFolder = false;
    QString machine; // this computer's name, as others see it in a shared database
    QString profile;
    QtMsgType logLevel = QtInfoMsg;
    bool production = false;                // profile `prod`: the test hooks are off
    std::chrono::milliseconds testDelay{0}; // after each document
    bool testFailure = false;               // each leaf fails after its first document
    QString testCrash;                      // a text that holds it ends its reader
    ProcessSettings processDefaults;        // of processes for which nothing else is asked; see defaultsFor()
    QString content; // where their files are read: "path", "stored"; empty: by the store
    QString pathMap; // of folders that machines share: /in/the/store=/here;…
    QString geminiKey;
    ModelPace geminiPace;
    QString geminiUrl;      // instead of Google's, for tests; never from a file of the user's own
    QString modelServerUrl; // of an Ollama or a server that speaks OpenAI's protocol; empty: the usual place
    QString modelServerKey; // for that server
    bool onlyHere = false;  // no text goes to a model on another computer
    ServeSettings serve;    // where REST requests are answered, by the window or `serve`
    UiSettings ui;

    [[nodiscard]] QString storePath() const { return home + QStringLiteral("/gemmary.db"); }
    [[nodiscard]] QString logPath() const { return home + QStringLiteral("/gemmary.log"); }
};

// Whether a store's place is a server's that many machines share.
[[nodiscard]] bool isServer(const QString &storePlace);

// What a process gets for which nothing else is asked, on a store of one's own or a shared one: where nobody
// says so, the content of files goes to a server, whose other machines could not read it, and stays where it
// is otherwise.
[[nodiscard]] ProcessSettings defaultsFor(const Settings &settings, bool shared);

// Where a value comes from, the winning place first.
enum class SettingOrigin { Environment, FolderFile, UserFile, SystemFile, Default };

// One place a setting may come from.
struct SettingsSource
{
    QString name; // for messages: "the environment", a file's path
    QHash<QString, QString> values;
    SettingOrigin origin = SettingOrigin::Environment;
};
using SettingsSources = std::vector<SettingsSource>; // the winning one first

// The sources of this program: environment, ./.env, the user's gemmary.conf, the system's. A file that is not
// there is no source; a line that cannot be read is an InvalidInput error that names it.
[[nodiscard]] Result<SettingsSources> settingsSources();

// The same places, as they are now.
[[nodiscard]] Result<SettingsSources> sourcesAgain(const SettingsSources &sources);

// Reads every known key from the sources; a value that cannot be is an InvalidInput error that names its key,
// source and what may stand there.
[[nodiscard]] Result<Settings> loadSettings(const SettingsSources &sources);

// The source that decides about `key`; null: none does, its default holds.
[[nodiscard]] const SettingsSource *sourceOf(const QString &key, const SettingsSources &sources);

} // namespace Gemmary
