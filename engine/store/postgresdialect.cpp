// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgresdialect.h"

#include "base/clock.h"
#include "store/postgresconnection.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <libpq-fe.h>
#include <memory>

namespace Gemmary {

namespace {

constexpr QLatin1String ServersNow("CAST(extract(epoch FROM now()) * 1000 AS INT8)");
constexpr QLatin1String TestsNow("CAST(current_setting('gemmary.now') AS INT8)");
constexpr QLatin1String SystemCertificates("/etc/ssl/certs/ca-certificates.crt");

// Placeholders are numbered; string literals of ours hold none.
QString numbered(const QString &sql)
{
    QString text;
    int number = 0;
    for (const QChar character : sql) {
        if (character == QLatin1Char('?'))
            text += QLatin1Char('$') + QString::number(++number);
        else
            text += character;
    }
    return text;
}

// Statements of a migration may run again: by a program that goes on for another, or beside it.
QString repeatable(QString sql)
{
    struct Replacement
    {
        const char *begin;
        const char *harmless;
    };
    static constexpr std::array Replacements{
        Replacement{"CREATE TABLE ", "CREATE TABLE IF NOT EXISTS "},
        Replacement{"CREATE INDEX ", "CREATE INDEX IF NOT EXISTS "},
        Replacement{"DROP INDEX ", "DROP INDEX IF EXISTS "},
    };
    for (const Replacement &replacement : Replacements) {
        const QLatin1String harmless(replacement.harmless);
        if (sql.startsWith(QLatin1String(replacement.begin)) && !sql.startsWith(harmless))
            sql.replace(0, static_cast<qsizetype>(qstrlen(replacement.begin)), harmless);
    }
    return sql.replace(QLatin1String(" ADD COLUMN "), QLatin1String(" ADD COLUMN IF NOT EXISTS "));
}

// What libpq reads in a URL, by its keywords.
Result<QHash<QString, QString>> partsOf(const QString &url)
{
    char *problem = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(url.toUtf8().constData(), &problem), &PQconninfoFree);
    const std::unique_ptr<char, decltype(&PQfreemem)> freed(problem, &PQfreemem);
    const bool isUrl =
        url.startsWith(QLatin1String("postgresql://")) || url.startsWith(QLatin1String("postgres://"));
    if (!options || !isUrl) {
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("The database's address has to look like "
                                      "postgresql://USER@HOST:26257/DATABASE."),
                       QString::fromUtf8(problem).trimmed());
    }
    QHash<QString, QString> parts;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (option->val)
            parts.insert(QString::fromUtf8(option->keyword), QString::fromUtf8(option->val));
    }
    return parts;
}

bool isThisComputer(const QString &hosts)
{
    const QStringList names = hosts.split(QLatin1Char(','));
    return std::all_of(names.begin(), names.end(), [](const QString &host) {
        return host.isEmpty() || host == QLatin1String("localhost") || host.startsWith(QLatin1Char('/')) ||
               host.startsWith(QLatin1String("127.")) || host == QLatin1String("::1");
    });
}

} // namespace

Result<QString> serverUrl(const QString &url)
{
    GEMMARY_ASSIGN(parts, partsOf(url));
    if (parts.value(QStringLiteral("dbname")).isEmpty()) {
        return failure(
            ErrorKind::InvalidInput,
            QStringLiteral("The database's address names no database. Put /NAME behind the host."));
    }
    static const QRegularExpression mode(QStringLiteral("[?&]sslmode="));
    if (url.contains(mode) || isThisComputer(parts.value(QStringLiteral("host"))))
        return url;
    QString safe = url + (url.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?')) +
                   QLatin1String("sslmode=verify-full");
    if (!url.contains(QLatin1String("sslrootcert=")) && QFile::exists(SystemCertificates))
        safe += QLatin1String("&sslrootcert=") + SystemCertificates;
    return safe;
}

QString serverPlace(const QString &url)
{
    const auto parts = partsOf(url);
    if (!parts)
        return QStringLiteral("?");
    QString host = parts->value(QStringLiteral("host"), QStringLiteral("localhost"));
    if (const QString port = parts->value(QStringLiteral("port")); !port.isEmpty())
        host += QLatin1Char(':') + port;
    return QStringLiteral("%1/%2").arg(host, parts->value(QStringLiteral("dbname")));
}

PostgresDialect::PostgresDialect(QString url, const Clock *testClock)
    : m_url(std::move(url))
    , m_place(serverPlace(m_url))
    , m_testClock(testClock)
{}

QString PostgresDialect::place() const
{
    return m_place;
}

// Somebody else made the database; connect() says when it is not there.
Result<void> PostgresDialect::checkStore() const
{
    return {};
}

Result<void> PostgresDialect::prepareStore() const
{
    return {};
}

tl::expected<std::unique_ptr<Connection>, StatementError>
PostgresDialect::connect(const Statements &statements) const
{
    return PostgresConnection::open(m_url, statements);
}

// Whoever keeps a server backs it up with its own tools; each step can be undone by nothing but them.
Result<void> PostgresDialect::backUp(Connection &, int) const
{
    return {};
}

Result<void> PostgresDialect::copyTo(Connection &, const QString &) const
{
    return failure(
        ErrorKind::Conflict,
        QStringLiteral("%1 is a server: back it up with BACKUP INTO on CockroachDB, or with pg_dump "
                       "on PostgreSQL.")
            .arg(m_place));
}

QString PostgresDialect::expand(QString sql) const
{
    sql.replace(QLatin1String("{now}"), m_testClock ? TestsNow : ServersNow)
        .replace(QLatin1String("{version}"), QLatin1String("version()"))
        .replace(QLatin1String("{blob}"), QLatin1String("BYTEA"))
        .replace(QLatin1String("{clustered}"), QLatin1String(""));
    return numbered(repeatable(sql));
}

QStringList PostgresDialect::beginStatements(Access access) const
{
    const QString begin = access == Access::Write
                              ? QStringLiteral("BEGIN ISOLATION LEVEL SERIALIZABLE")
                              : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    if (!m_testClock)
        return {begin};
    return {begin,
            QStringLiteral("SELECT set_config('gemmary.now', '%1', true)").arg(m_testClock->epochMs())};
}

bool PostgresDialect::isServer() const
{
    return true;
}

// Codes: PostgreSQL's appendix A; what CockroachDB means by them: "Common errors" in its documentation.
ErrorClass PostgresDialect::classify(const StatementError &error) const
{
    struct CodeRow
    {
        const char *code; // or how it begins
        ErrorClass errorClass;
    };
    static constexpr std::array Rows{
        CodeRow{"40003", ErrorClass::Lost},    // the server does not know what came of it
        CodeRow{"40", ErrorClass::Retry},      // serialisation, deadlock
        CodeRow{"55P03", ErrorClass::Retry},   // a lock took too long
        CodeRow{"57014", ErrorClass::Retry},   // and so did a statement
        CodeRow{"25P03", ErrorClass::Lost},    // this transaction was idle for too long: the computer slept
        CodeRow{"53300", ErrorClass::Lost},    // too many connections; others end
        CodeRow{"53100", ErrorClass::Full},    //
        CodeRow{"53200", ErrorClass::Retry},   // out of memory
        CodeRow{"08", ErrorClass::Lost},       //
        CodeRow{"57P", ErrorClass::Lost},      // the server stops or starts
        CodeRow{"0A000", ErrorClass::Lost},    // a prepared statement is older than the schema
        CodeRow{"26000", ErrorClass::Lost},    // or is gone
        CodeRow{"42P07", ErrorClass::Retry},   // another program migrates at the same time
        CodeRow{"42701", ErrorClass::Retry},   //
        CodeRow{"42710", ErrorClass::Retry},   //
        CodeRow{"XX000", ErrorClass::Retry},   // "tuple concurrently updated": the same
        CodeRow{"25006", ErrorClass::Refused}, // read-only
        CodeRow{"28", ErrorClass::Refused},    // who are you?
        CodeRow{"3D000", ErrorClass::Refused}, // no such database
        CodeRow{"42501", ErrorClass::Refused}, // no permission
        CodeRow{"42P01", ErrorClass::Absent},  //
        CodeRow{"58030", ErrorClass::Device},  //
        CodeRow{"XX001", ErrorClass::Damaged}, //
        CodeRow{"XX002", ErrorClass::Damaged}, //
    };
    if (error.code.isEmpty())
        return ErrorClass::Lost;
    if (error.code == QLatin1String("23505")) // in the server's own tables: two programs make the same table
        return error.text.contains(QLatin1String("\"pg_")) ? ErrorClass::Retry : ErrorClass::Duplicate;
    const auto known = std::find_if(Rows.begin(), Rows.end(), [&](const CodeRow &row) {
        return error.code.startsWith(QLatin1String(row.code));
    });
    return known == Rows.end() ? ErrorClass::Permanent : known->errorClass;
}

Error PostgresDialect::describe(const StatementError &error) const
{
    static constexpr std::array Texts{
        ErrorText{ErrorClass::Retry, ErrorKind::Unavailable,
                  "The database %1 is busy. Try again in a moment."},
        ErrorText{ErrorClass::Lost, ErrorKind::Unavailable,
                  "The database %1 does not answer. Check that it runs and that this computer reaches it."},
        ErrorText{ErrorClass::Duplicate, ErrorKind::Conflict, "The database %1 has this already."},
        ErrorText{ErrorClass::Full, ErrorKind::Storage,
                  "The disk of the database %1 is full. Free some space there."},
        ErrorText{ErrorClass::Absent, ErrorKind::NotFound,
                  "The database %1 is not set up. Set it up with: gemmary-cli db migrate."},
        ErrorText{ErrorClass::Damaged, ErrorKind::Storage, "The database %1 is damaged. Restore a backup."},
        ErrorText{ErrorClass::Refused, ErrorKind::Storage,
                  "The database %1 refuses this user. Check name, password, certificate and rights."},
        ErrorText{ErrorClass::Device, ErrorKind::Storage, "The database %1 cannot read or write its disk."},
    };
    if (error.code == QLatin1String("3D000")) {
        return {ErrorKind::Storage,
                QStringLiteral("There is no database %1. Make it, or check its name.").arg(m_place),
                error.text};
    }
    if (error.code == QLatin1String("25006")) {
        return {ErrorKind::Storage,
                QStringLiteral("The database %1 can only be read at present. Its server's owner has to allow "
                               "writing again.")
                    .arg(m_place),
                error.text};
    }
    return describeBy(Texts, error);
}

} // namespace Gemmary
