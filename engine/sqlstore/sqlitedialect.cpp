// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/sqlitedialect.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QVariant>

#include <chrono>
#include <linux/magic.h>
#include <random>
#include <sqlite3.h>
#include <sys/vfs.h>
#include <thread>

namespace Gemmary {

namespace {

constexpr auto LongestWait = std::chrono::seconds(30); // for the writer's turn

// Called by SQLite, again and again while another connection writes; 0 gives up with SQLITE_BUSY.
int waitForTurn(void *, int call)
{
    thread_local std::minstd_rand random(std::random_device{}());
    thread_local std::chrono::steady_clock::time_point begin;
    const auto now = std::chrono::steady_clock::now();
    if (call == 0)
        begin = now;
    if (now - begin > LongestWait)
        return 0;
    const auto pause = std::uniform_int_distribution<int>(100, 3000)(random);
    std::this_thread::sleep_for(std::chrono::microseconds(pause));
    return 1;
}

void answerNow(sqlite3_context *context, int, sqlite3_value **)
{
    const auto *clock = static_cast<const Clock *>(sqlite3_user_data(context));
    sqlite3_result_int64(context, clock->epochMs());
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.constData());
}

int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xFF;
}

bool isNetworkFileSystem(const QString &folder)
{
    constexpr long Cifs = 0xFF534D42;
    constexpr long Smb2 = 0xFE534D42;
    struct statfs status = {};
    if (statfs(QFile::encodeName(folder).constData(), &status) != 0)
        return false;
    const auto type = static_cast<long>(status.f_type) & 0xFFFFFFFF;
    return type == NFS_SUPER_MAGIC || type == SMB_SUPER_MAGIC || type == Cifs || type == Smb2 ||
           type == V9FS_MAGIC || type == AFS_SUPER_MAGIC;
}

} // namespace

SqliteDialect::SqliteDialect(QString path, const Clock &clock)
    : m_path(std::move(path))
    , m_clock(clock)
{}

Result<void> SqliteDialect::prepareFile(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const bool isNew = !QFileInfo::exists(folder);
    if (!QDir().mkpath(folder)) {
        return failure(
            ErrorKind::Storage,
            QStringLiteral("The folder %1 for the store cannot be made. Check the permissions above it, or "
                           "name another place.")
                .arg(folder));
    }
    if (isNew)
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (isNetworkFileSystem(folder)) {
        return failure(
            ErrorKind::Storage,
            QStringLiteral("%1 is on a network drive, where SQLite can lose data. Name a place on a local "
                           "disk.")
                .arg(path));
    }
    QFile file(path);
    const bool isNewFile = !file.exists();
    if (!file.open(QIODevice::ReadWrite)) {
        return failure(
            ErrorKind::Storage,
            QStringLiteral("The store %1 cannot be opened for writing. Check its permissions, or name "
                           "another place.")
                .arg(path),
            file.errorString());
    }
    if (isNewFile)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

void SqliteDialect::prepare(QSqlDatabase &database) const
{
    database.setDatabaseName(m_path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=0"));
}

Result<void> SqliteDialect::configure(QSqlDatabase &database) const
{
    sqlite3 *handle = handleOf(database);
    sqlite3_busy_handler(handle, waitForTurn, nullptr);
    sqlite3_create_function(handle, "gemmary_now", 0, SQLITE_UTF8, const_cast<Clock *>(&m_clock), answerNow,
                            nullptr, nullptr);
    // NORMAL: a killed program loses nothing; a power cut may undo the last transactions, whole and in order.
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL",
                               "PRAGMA foreign_keys = ON", "PRAGMA cache_size = -8000"}) {
        QSqlQuery query(database);
        if (!query.exec(QLatin1StringView(pragma)))
            return failure(ErrorKind::Storage, explain(query.lastError()), query.lastError().text());
    }
    return {};
}

QString SqliteDialect::translate(const QString &sql) const
{
    QString translated = sql;
    translated.replace(QStringLiteral("@now"), QStringLiteral("gemmary_now()"));
    translated.replace(QStringLiteral("@clustered"), QStringLiteral("WITHOUT ROWID"));
    return translated;
}

SqlFailure SqliteDialect::classify(const QSqlError &error) const
{
    switch (primaryCode(error)) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return SqlFailure::Retry;
    case SQLITE_FULL:
        return SqlFailure::Full;
    default:
        return SqlFailure::Permanent;
    }
}

QString SqliteDialect::explain(const QSqlError &error) const
{
    switch (primaryCode(error)) {
    case SQLITE_NOTADB:
        return QStringLiteral("%1 is not a Gemmary store. Name another file, or move this one away.")
            .arg(m_path);
    case SQLITE_CORRUPT:
        return QStringLiteral(
                   "The store %1 is damaged. Restore it from a backup, or move it away to begin anew.")
            .arg(m_path);
    case SQLITE_FULL:
        return QStringLiteral("The disk with the store %1 is full. Make room on it.").arg(m_path);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return QStringLiteral(
                   "The store %1 cannot be written. Check the permissions of the file and its folder.")
            .arg(m_path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return QStringLiteral("The store %1 has been busy for too long. Another program may be holding it.")
            .arg(m_path);
    case SQLITE_IOERR:
        return QStringLiteral("The disk with the store %1 reports errors. Check the disk.").arg(m_path);
    default:
        return QStringLiteral("The store %1 failed.").arg(m_path);
    }
}

} // namespace Gemmary
