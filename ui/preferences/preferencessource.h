// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/storefacts.h"

#include <QFuture>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace Gemmary {

// One preference as it is now. Values are texts in the form that files keep; what people read about a key is
// in preferencetexts.h.
struct PreferenceRow
{
    enum class Kind { Bool, Number, Size, Choice, Text, List };
    enum class Origin { Default, UserFile, SystemFile, FolderFile, Environment };

    QString key; // a variable's name, such as "GEMMARY_WORKERS"
    Kind kind = Kind::Text;
    int least = 0; // of a Number
    int most = 0;
    QStringList options; // of a Choice
    QString defaultValue;
    QString value;
    Origin origin = Origin::Default;
    QString sourceName; // the file's path, where a file says so

    // What wins over the user's file cannot be changed here.
    [[nodiscard]] bool isLocked() const
    {
        return origin == Origin::Environment || origin == Origin::FolderFile;
    }
    [[nodiscard]] bool isChanged() const { return value != defaultValue; }
};

// Where everything is, for the pages that say so.
struct PreferenceFacts
{
    QString homePath;
    QString storePath;
    qint64 storeBytes = 0;
    QString logPath;
    QString settingsPath; // the user's file

    // A database that other computers use, too.
    QString sharedPlace;   // the one in use: host and name; empty: the file above is
    QString sharedAddress; // the one that the next start will use, as it was given
    QString sharedSource;  // what sets it, when that is not the user's file
};

// Where preferences come from and go to. GUI thread; the file behind it is small, so each call answers at
// once. A change that fails leaves everything as it was and says why; one that succeeds is followed by
// changed().
class PreferencesSource : public QObject
{
    Q_OBJECT

public:
    using Values = QMap<QString, QString>; // by key

    using QObject::QObject;

    [[nodiscard]] virtual std::vector<PreferenceRow> rows() const = 0;
    [[nodiscard]] virtual Result<void> set(const QString &key, const QString &value) = 0;

    // What the user has chosen, and putting other choices in the place of all of them.
    [[nodiscard]] virtual Values chosen() const = 0;
    [[nodiscard]] virtual Result<void> replaceChosen(const Values &values) = 0;

    // Files of choices: never addresses, folders or secrets.
    [[nodiscard]] virtual Result<void> exportTo(const QString &path) const = 0;
    [[nodiscard]] virtual Result<void> importFrom(const QString &path) = 0;

    [[nodiscard]] virtual PreferenceFacts facts() const = 0;

    // Looks at the database at `address` without changing it.
    [[nodiscard]] virtual QFuture<Result<StoreFacts>> testDatabase(const QString &address) const = 0;

    // The next start uses the database at `address`; empty: the user's own file.
    [[nodiscard]] virtual Result<void> shareDatabase(const QString &address) = 0;

    // For a report of trouble: versions, settings and where they come from; nothing secret, no document.
    [[nodiscard]] virtual QString diagnostics() const = 0;

Q_SIGNALS:
    void changed();
};

} // namespace Gemmary
