// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlitedialect.h"

#include "store/sqliteconnection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace Gemmary {

namespace {

QString systemReason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

Result<void> makeFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int file = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        const bool full = errno == ENOSPC || errno == EDQUOT;
        return failure(
            ErrorKind::Storage,
            full ? QStringLiteral("The disk is full: the store %1 cannot be made. Free some space.").arg(path)
                 : QStringLiteral("The store %1 cannot be written. Check its permissions or choose "
                                  "another place.")
                       .arg(path),
            systemReason());
    }
    ::close(file);
    return {};
}

} // namespace

bool isNetworkFileSystem(quint64 type)
{
    constexpr std::array<quint64, 10> Types{
        0x6969,     0xFF534D42, 0xFE534D42, 0x517B,     0x65735546, // NFS, CIFS, SMB2, SMB, FUSE (sshfs)
        0x01021997, 0x00C36400, 0x5346414F, 0x73757245, 0x0BD00BD0  // 9P, Ceph, AFS, Coda, Lustre
    };
    return std::find(Types.begin(), Types.end(), type) != Types.end();
}

SqliteDialect::SqliteDialect(QString path, const Clock &clock)
    : m_path(std::move(path))
    , m_clock(clock)
{}

Result<void> SqliteDialect::prepareStore() const
{
    const QString folder = QFileInfo(m_path).absolutePath();
    const mode_t former = ::umask(0077);
    const bool made = QDir().mkpath(folder);
    ::umask(former);
    if (!made) {
        return failure(ErrorKind::Storage,
                       QStringLiteral("The folder %1 cannot be made. Check its permissions or choose another "
                                      "place for the store.")
                           .arg(folder));
    }
    struct statfs facts = {};
    if (::statfs(QFile::encodeName(folder).constData(), &facts) == 0 &&
        isNetworkFileSystem(static_cast<quint64>(facts.f_type) & 0xFFFFFFFFU)) {
        return failure(ErrorKind::Storage,
                       QStringLiteral("%1 is on a network file system, where a SQLite store is not safe. "
                                      "Choose a local folder, or a database server for many machines.")
                           .arg(folder));
    }
    return makeFile(m_path);
}

QString SqliteDialect::place() const
{
    return m_path;
}

Result<void> SqliteDialect::checkStore() const
{
    if (QFile::exists(m_path))
        return {};
    return failure(ErrorKind::NotFound,
                   QStringLiteral("There is no store %1 yet. The first process makes it.").arg(m_path));
}

tl::expected<std::unique_ptr<Connection>, StatementError>
SqliteDialect::connect(const Statements &statements) const
{
    return SqliteConnection::open(m_path, m_clock, statements);
}

// Written beside and renamed, so that a backup is whole or absent. When another program has migrated in the
// meantime, it has made the backup.
Result<void> SqliteDialect::backUp(Connection &connection, int version) const
{
    const QString target = QStringLiteral("%1.bak-%2").arg(m_path).arg(version);
    if (QFile::exists(target))
        return {};
    const QString partial = target + QLatin1Char('.') + QUuid::createUuid().toString(QUuid::WithoutBraces);
    GEMMARY_TRY(copyTo(connection, partial));
    qint64 present = 0;
    const Statement look{
        "select_migrations", {}, [&](const Row &row) { present = std::max(present, row.integer(0)); }};
    const auto rows = connection.run({&look, 1}, Ending::GoOn);
    const bool stillOld = rows && present == version; // no other program migrated it meanwhile
    if (!stillOld || !QFile::rename(partial, target))
        QFile::remove(partial);
    return {};
}

Result<void> SqliteDialect::copyTo(Connection &connection, const QString &target) const
{
    if (QFile::exists(target)) {
        return failure(ErrorKind::Storage,
                       QStringLiteral("%1 is there already. Name a file that is not.").arg(target));
    }
    GEMMARY_TRY(makeFile(target)); // for the user alone; SQLite takes an empty one
    const QString quoted = QString(target).replace(QLatin1Char('\''), QLatin1String("''"));
    if (const auto done = connection.control(QStringLiteral("VACUUM INTO '%1'").arg(quoted)); !done) {
        QFile::remove(target);
        return failure(describe(done.error()));
    }
    return {};
}

bool SqliteDialect::isServer() const
{
    return false;
}

QString SqliteDialect::expand(QString sql) const
{
    return sql.replace(QLatin1String("{now}"), QLatin1String("gemmary_now()"))
        .replace(QLatin1String("{version}"), QLatin1String("'SQLite ' || sqlite_version()"))
        .replace(QLatin1String("{blob}"), QLatin1String("BLOB"))
        .replace(QLatin1String("{clustered}"), QLatin1String("WITHOUT ROWID"));
}

QStringList SqliteDialect::beginStatements(Access access) const
{
    // A deferred transaction that reads before it writes fails at once when another wrote in between.
    return {access == Access::Write ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN")};
}

ErrorClass SqliteDialect::classify(const StatementError &error) const
{
    const int code = error.code.toInt(); // extended; the low byte is the primary one
    if (code == SQLITE_ERROR && error.text.contains(QLatin1String("no such table")))
        return ErrorClass::Absent;
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_SCHEMA:
        return ErrorClass::Retry;
    case SQLITE_CONSTRAINT:
        return code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE ||
                       code == SQLITE_CONSTRAINT_ROWID
                   ? ErrorClass::Duplicate
                   : ErrorClass::Permanent;
    case SQLITE_FULL:
        return ErrorClass::Full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorClass::Damaged;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
        return ErrorClass::Refused;
    case SQLITE_IOERR:
        return ErrorClass::Device;
    default:
        return ErrorClass::Permanent;
    }
}

Error SqliteDialect::describe(const StatementError &error) const
{
    static constexpr std::array Texts{
        ErrorText{ErrorClass::Retry, ErrorKind::Unavailable, "The store %1 is busy. Try again in a moment."},
        ErrorText{ErrorClass::Duplicate, ErrorKind::Conflict, "The store %1 has this already."},
        ErrorText{ErrorClass::Full, ErrorKind::Storage, "The disk of the store %1 is full. Free some space."},
        ErrorText{
            ErrorClass::Damaged, ErrorKind::Storage,
            "The store %1 is damaged or is not a Gemmary store. Restore a backup or choose another file."},
        ErrorText{ErrorClass::Absent, ErrorKind::NotFound,
                  "The store %1 is not set up. Set it up with: gemmary-cli db migrate."},
        ErrorText{ErrorClass::Refused, ErrorKind::Storage,
                  "The store %1 cannot be opened or written. Check its permissions or choose another place."},
        ErrorText{ErrorClass::Device, ErrorKind::Storage,
                  "Reading or writing the store %1 failed. Check the disk."},
    };
    return describeBy(Texts, error);
}

} // namespace Gemmary
