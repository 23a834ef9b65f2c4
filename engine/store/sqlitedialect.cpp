// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlitedialect.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <thread>
#include <unistd.h>

namespace Gemmary {

namespace {

using namespace std::chrono_literals;

constexpr auto BusyLimit = 30s;

// Waits for a lock in short random steps, so that every waiter has the same chance: SQLite's own growing
// steps starve whoever waits longest.
class BusyHandler : public ConnectionGuard
{
public:
    static int wait(void *self, int tries) { return static_cast<BusyHandler *>(self)->waitOnce(tries); }

private:
    int waitOnce(int tries)
    {
        const auto now = std::chrono::steady_clock::now();
        if (tries == 0)
            m_since = now;
        if (now - m_since > BusyLimit)
            return 0;
        std::this_thread::sleep_for(std::chrono::microseconds(m_step(m_random)));
        return 1;
    }

    std::minstd_rand m_random{std::random_device{}()};
    std::uniform_int_distribution<int> m_step{100, 3000};
    std::chrono::steady_clock::time_point m_since;
};

void answerNow(sqlite3_context *context, int, sqlite3_value **)
{
    const auto *clock = static_cast<const Clock *>(sqlite3_user_data(context));
    sqlite3_result_int64(context, clock->epochMs());
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    return *static_cast<sqlite3 *const *>(database.driver()->handle().constData());
}

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

// Written beside and renamed, so that a backup is whole or absent. When another program has migrated in the
// meantime, it has made the backup.
Result<void> SqliteDialect::backUp(QSqlDatabase &database, int version) const
{
    const QString target = QStringLiteral("%1.bak-%2").arg(m_path).arg(version);
    if (QFile::exists(target))
        return {};
    const QString partial = target + QLatin1Char('.') + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlQuery query(database);
    query.prepare(QStringLiteral("VACUUM INTO ?"));
    query.addBindValue(partial);
    if (!query.exec()) {
        const Error error = describe(query.lastError());
        QFile::remove(partial);
        return failure(error);
    }
    QFile::setPermissions(partial, QFile::ReadOwner | QFile::WriteOwner);
    query.exec(QStringLiteral("SELECT COALESCE(MAX(version), 0) FROM schema_migrations"));
    const bool stillOld = query.next() && query.value(0).toInt() == version;
    if (!stillOld || !QFile::rename(partial, target))
        QFile::remove(partial);
    return {};
}

QString SqliteDialect::driver() const
{
    return QStringLiteral("QSQLITE");
}

void SqliteDialect::configure(QSqlDatabase &database) const
{
    database.setDatabaseName(m_path);
}

Result<std::unique_ptr<ConnectionGuard>> SqliteDialect::initialise(QSqlDatabase &database) const
{
    auto busy = std::make_unique<BusyHandler>();
    sqlite3 *handle = handleOf(database);
    sqlite3_busy_handler(handle, &BusyHandler::wait, busy.get());
    sqlite3_create_function(handle, "gemmary_now", 0, SQLITE_UTF8, const_cast<Clock *>(&m_clock), &answerNow,
                            nullptr, nullptr);
    const auto begin = std::chrono::steady_clock::now();
    for (const char *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL",
                               "PRAGMA wal_autocheckpoint=2000", "PRAGMA cache_size=-16000"}) {
        QSqlQuery query(database);
        while (!query.exec(QString::fromLatin1(pragma))) {
            const bool retry = classify(query.lastError()) == ErrorClass::Retry;
            if (!retry || std::chrono::steady_clock::now() - begin > BusyLimit)
                return failure(describe(query.lastError()));
            BusyHandler::wait(busy.get(), 0); // changing the journal mode does not call the handler
        }
    }
    return busy;
}

QString SqliteDialect::expand(QString sql) const
{
    return sql.replace(QLatin1String("{now}"), QLatin1String("gemmary_now()"))
        .replace(QLatin1String("{blob}"), QLatin1String("BLOB"))
        .replace(QLatin1String("{clustered}"), QLatin1String("WITHOUT ROWID"));
}

QString SqliteDialect::beginStatement(Access access) const
{
    // A deferred transaction that reads before it writes fails at once when another wrote in between.
    return access == Access::Write ? QStringLiteral("BEGIN IMMEDIATE") : QStringLiteral("BEGIN");
}

ErrorClass SqliteDialect::classify(const QSqlError &error) const
{
    const int code = error.nativeErrorCode().toInt(); // extended; the low byte is the primary one
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

Error SqliteDialect::describe(const QSqlError &error) const
{
    struct Row
    {
        ErrorClass errorClass;
        ErrorKind kind;
        const char *message;
    };
    static constexpr std::array Rows{
        Row{ErrorClass::Retry, ErrorKind::Unavailable, "The store %1 is busy. Try again in a moment."},
        Row{ErrorClass::Duplicate, ErrorKind::Conflict, "The store %1 has this already."},
        Row{ErrorClass::Full, ErrorKind::Storage, "The disk of the store %1 is full. Free some space."},
        Row{ErrorClass::Damaged, ErrorKind::Storage,
            "The store %1 is damaged or is not a Gemmary store. Restore a backup or choose another file."},
        Row{ErrorClass::Refused, ErrorKind::Storage,
            "The store %1 cannot be opened or written. Check its permissions or choose another place."},
        Row{ErrorClass::Device, ErrorKind::Storage,
            "Reading or writing the store %1 failed. Check the disk."},
    };
    const QString detail =
        QStringLiteral("%1 (SQLite %2)").arg(error.databaseText(), error.nativeErrorCode());
    const ErrorClass errorClass = classify(error);
    for (const Row &row : Rows) {
        if (row.errorClass == errorClass)
            return {row.kind, QString::fromLatin1(row.message).arg(m_path), detail};
    }
    return {ErrorKind::Internal, QStringLiteral("The store did not understand Gemmary. Please report it."),
            detail};
}

} // namespace Gemmary
