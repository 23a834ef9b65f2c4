// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/access/tokenfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TokenFile)
};

constexpr qint64 LargestFile = 1024 * 1024;
constexpr int LongestName = 100;
constexpr qsizetype ShortestToken = 32; // characters: 128 bits even in hexadecimal
constexpr std::chrono::milliseconds LongestLock(5'000);

Error unreadable(const QString &path, const QString &why)
{
    return {ErrorKind::Storage,
            Tr::tr("The tokens in %1 cannot be read: nobody is let in with one. Give yourself access to the "
                   "file, or remove it and make new tokens.")
                .arg(path),
            why};
}

QJsonArray toJson(const AccessTokens &tokens)
{
    QJsonArray array;
    for (const AccessToken &token : tokens) {
        array.append(QJsonObject{{QStringLiteral("name"), token.name},
                                 {QStringLiteral("sha256"), QString::fromLatin1(token.digest.toHex())},
                                 {QStringLiteral("created_at_ms"), token.createdAt}});
    }
    return array;
}

AccessTokens fromJson(const QJsonArray &array)
{
    AccessTokens tokens;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        tokens.push_back({object.value(QLatin1String("name")).toString(),
                          QByteArray::fromHex(object.value(QLatin1String("sha256")).toString().toLatin1()),
                          object.value(QLatin1String("created_at_ms")).toInteger()});
    }
    return tokens;
}

bool isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= LongestName && name == name.trimmed() &&
           std::ranges::all_of(name, [](QChar c) { return c.isPrint(); });
}

// Two programs that change the file at once would lose one's change.
class FileLock
{
public:
    explicit FileLock(const QString &path)
        : m_isFolder(QDir().mkpath(QFileInfo(path).absolutePath()))
        , m_lock(path + QStringLiteral(".lock"))
        , m_isHeld(m_isFolder && m_lock.tryLock(static_cast<int>(LongestLock.count())))
    {}

    [[nodiscard]] bool isHeld() const { return m_isHeld; }

private:
    bool m_isFolder;
    QLockFile m_lock;
    bool m_isHeld;
};

Error unsaved(const QString &path, const QString &why)
{
    return {ErrorKind::Storage,
            Tr::tr("The tokens in %1 cannot be saved. Make room, or give yourself access to the folder.")
                .arg(path),
            why};
}

} // namespace

Result<AccessTokens> TokenFile::tokens() const
{
    QFile file(m_path);
    if (!file.exists())
        return AccessTokens();
    if (!file.open(QIODevice::ReadOnly))
        return failure(unreadable(m_path, file.errorString()));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(LargestFile), &error);
    const QJsonValue rows = document.object().value(QLatin1String("tokens"));
    if (error.error != QJsonParseError::NoError || !rows.isArray())
        return failure(unreadable(m_path, error.errorString()));
    return fromJson(rows.toArray());
}

Result<QByteArray> TokenFile::add(const QString &name)
{
    if (!isName(name)) {
        return failure(
            ErrorKind::InvalidInput,
            Tr::tr("Name the token after who will use it, in up to %1 characters.").arg(LongestName));
    }
    const FileLock lock(m_path);
    if (!lock.isHeld())
        return failure(unsaved(m_path, {}));
    GEMMARY_ASSIGN(known, tokens());
    if (std::ranges::find(known, name, &AccessToken::name) != known.end()) {
        return failure(ErrorKind::Conflict,
                       Tr::tr("There is a token %1. Revoke it first, or take another name.").arg(name));
    }
    QByteArray token = newAccessToken();
    known.push_back({name, digestOf(token), QDateTime::currentMSecsSinceEpoch()});
    GEMMARY_TRY(save(known));
    return token;
}

Result<void> TokenFile::revoke(const QString &name)
{
    const FileLock lock(m_path);
    if (!lock.isHeld())
        return failure(unsaved(m_path, {}));
    GEMMARY_ASSIGN(known, tokens());
    if (std::erase_if(known, [&](const AccessToken &token) { return token.name == name; }) == 0)
        return failure(ErrorKind::NotFound, Tr::tr("There is no token %1.").arg(name));
    return save(known);
}

Result<void> TokenFile::save(const AccessTokens &kept) const
{
    const QJsonObject content{{QStringLiteral("tokens"), toJson(kept)}};
    const QByteArray bytes = QJsonDocument(content).toJson();
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return failure(unsaved(m_path, file.errorString()));
    return {};
}

Result<AccessTokens> readPlainTokens(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("The tokens in %1 cannot be read: %2.").arg(path, file.errorString()));
    }
    AccessTokens tokens;
    int number = 0;
    for (const QByteArray &line : file.read(LargestFile).split('\n')) {
        ++number;
        const QByteArray token = line.trimmed();
        if (token.isEmpty() || token.startsWith('#'))
            continue;
        if (token.size() < ShortestToken || token.contains(' ')) {
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("The token in line %1 of %2 could be guessed: it must have %3 characters "
                                  "or more. A good one: openssl rand -hex 32")
                               .arg(number)
                               .arg(path)
                               .arg(ShortestToken));
        }
        tokens.push_back({QStringLiteral("%1:%2").arg(path).arg(number), digestOf(token), 0});
    }
    if (tokens.empty())
        return failure(ErrorKind::InvalidInput, Tr::tr("There is no token in %1.").arg(path));
    return tokens;
}

} // namespace Gemmary
