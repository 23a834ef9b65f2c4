// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/environmentfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

constexpr qint64 LargestFile = 1024 * 1024; // bytes; what people write is a hundredth of it
constexpr int MostLinks = 40;               // as the kernel follows

struct Line
{
    QString key; // empty: a comment or nothing
    QString value;
    bool isReadable = true;
};

QString withoutQuotes(const QString &value)
{
    for (const QChar quote : {QLatin1Char('"'), QLatin1Char('\'')}) {
        if (value.size() >= 2 && value.startsWith(quote) && value.endsWith(quote))
            return value.mid(1, value.size() - 2);
    }
    const auto comment = value.indexOf(QStringLiteral(" #"));
    return comment < 0 ? value : value.left(comment).trimmed();
}

Line parseLine(QStringView line)
{
    line = line.trimmed();
    if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
        return {};
    if (line.startsWith(QStringLiteral("export ")))
        line = line.sliced(7).trimmed();
    const auto equals = line.indexOf(QLatin1Char('='));
    if (equals <= 0)
        return {{}, {}, false};
    return {line.first(equals).trimmed().toString(),
            withoutQuotes(line.sliced(equals + 1).trimmed().toString())};
}

// In quotes where it would be read as something else without them. Quotes inside need nothing: only the outer
// ones are taken off.
QString quoted(const QString &value)
{
    return withoutQuotes(value.trimmed()) == value ? value : QLatin1Char('"') + value + QLatin1Char('"');
}

// The file itself at the end of a chain of links, there or not.
QString followed(const QString &path)
{
    QString target = path;
    for (int i = 0; i < MostLinks && QFileInfo(target).isSymLink(); ++i)
        target = QFileInfo(target).symLinkTarget();
    return target;
}

Result<QByteArray> contentOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return QByteArray();
    if (!info.isFile() || info.size() > LargestFile)
        return failure(ErrorKind::InvalidInput, Tr::tr("%1 is no file of settings. Move it away.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Storage,
                       Tr::tr("The settings in %1 cannot be read. Give yourself access to it.").arg(path),
                       file.errorString());
    }
    return file.readAll();
}

// The line that takes the place of `before`: its `export`, comment and line ending stay.
QByteArray replaced(const QByteArray &before, const QString &key, const QString &value)
{
    const QString text = QString::fromUtf8(before);
    const QString start =
        text.trimmed().startsWith(QStringLiteral("export ")) ? QStringLiteral("export ") : QString();
    const QString old = text.mid(text.indexOf(QLatin1Char('=')) + 1).trimmed();
    const bool isQuoted = old.startsWith(QLatin1Char('"')) || old.startsWith(QLatin1Char('\''));
    const auto comment = isQuoted ? -1 : old.indexOf(QStringLiteral(" #"));
    // Behind quotes, or nothing, it would be part of the value.
    const bool keepsComment = comment >= 0 && !value.isEmpty() && quoted(value) == value;
    const QString end = text.endsWith(QLatin1Char('\r')) ? QStringLiteral("\r") : QString();
    return (start + key + QLatin1Char('=') + quoted(value) + (keepsComment ? old.mid(comment) : QString()) +
            end)
        .toUtf8();
}

QByteArray changed(const QByteArray &content, const SettingChanges &changes)
{
    QByteArrayList lines = content.split('\n');
    SettingChanges left = changes;
    // From the end: the last line with a key is the one that counts. Earlier ones go, lest they come back.
    for (auto i = lines.size() - 1; i >= 0; --i) {
        const QString key = parseLine(QString::fromUtf8(lines.at(i))).key;
        const auto change = changes.constFind(key);
        if (change == changes.constEnd())
            continue;
        if (*change && left.remove(key) > 0)
            lines[i] = replaced(lines.at(i), key, **change);
        else
            lines.removeAt(i);
    }
    QByteArray result = lines.join('\n');
    for (auto change = left.cbegin(); change != left.cend(); ++change) {
        if (!change.value())
            continue;
        if (!result.isEmpty() && !result.endsWith('\n'))
            result += '\n';
        result += (change.key() + QLatin1Char('=') + quoted(*change.value())).toUtf8() + '\n';
    }
    return result;
}

Result<void> save(const QString &path, const QByteArray &content)
{
    const QString refusal =
        Tr::tr("The settings in %1 cannot be saved. Make room, or give yourself access to the folder.")
            .arg(path);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failure(ErrorKind::Storage, refusal);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(content) != content.size() || !file.commit())
        return failure(ErrorKind::Storage, refusal, file.errorString());
    return {};
}

} // namespace

Result<QHash<QString, QString>> parseEnvironmentFile(const QString &text, const QString &name)
{
    QHash<QString, QString> values;
    int number = 0;
    for (const QStringView line : QStringView(text).split(QLatin1Char('\n'))) {
        ++number;
        const Line parsed = parseLine(line);
        if (!parsed.isReadable) {
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("%1, line %2 is not of the form KEY=VALUE.").arg(name).arg(number));
        }
        if (!parsed.key.isEmpty())
            values.insert(parsed.key, parsed.value);
    }
    return values;
}

Result<QHash<QString, QString>> readEnvironmentFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable()) // a folder called .env is somebody else's
        return QHash<QString, QString>();
    GEMMARY_ASSIGN(content, contentOf(path));
    return parseEnvironmentFile(QString::fromUtf8(content), path);
}

QString userSettingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/gemmary/gemmary.conf");
}

Result<void> changeEnvironmentFile(const QString &path, const SettingChanges &changes)
{
    for (const auto &value : changes) {
        if (value && (value->contains(QLatin1Char('\n')) || value->contains(QLatin1Char('\r'))))
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("A setting is one line. Take the line break out."));
    }
    const QString target = followed(path);
    GEMMARY_ASSIGN(content, contentOf(target));
    GEMMARY_TRY(parseEnvironmentFile(QString::fromUtf8(content), target));
    const QByteArray result = changed(content, changes);
    return result == content ? Result<void>() : save(target, result);
}

} // namespace Gemmary
