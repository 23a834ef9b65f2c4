// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrator.h"
#include "store/sqlitedialect.h"
#include "store/sqlstore.h"
#include "support/stepclock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sqlite3.h>

using namespace Gemmary;

namespace {

Migration step(int version, const QString &sql)
{
    return {version, QStringLiteral("%1_step").arg(version, 3, 10, QLatin1Char('0')), sql};
}

StatementError errorWith(int code)
{
    return {QString::number(code), QStringLiteral("what the database says")};
}

// How SQLite would run a statement of the store; empty when it does not understand it.
QString explained(const QString &path, const char *name)
{
    const StepClock clock;
    const SqliteDialect dialect(path, clock);
    const Statements statements(dialect);
    QString sql = statements.text(name);
    sql.replace(QLatin1Char('?'), QLatin1Char('1')); // any value: the plan is made without looking at it
    sql.replace(QLatin1String("gemmary_now()"), QLatin1String("1"));
    sqlite3 *opened = nullptr;
    sqlite3_open(path.toUtf8().constData(), &opened);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(opened, &sqlite3_close);
    const auto note = [](void *plan, int, char **values, char **) {
        *static_cast<QString *>(plan) += QString::fromUtf8(values[3]) + QLatin1Char('\n');
        return 0;
    };
    QString plan;
    const QByteArray explain = "EXPLAIN QUERY PLAN " + sql.toUtf8();
    if (sqlite3_exec(opened, explain.constData(), note, &plan, nullptr) != SQLITE_OK)
        return {};
    return plan + QLatin1Char('.'); // a plain insertion has no plan
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
}

} // namespace

// What is SQLite's own: files, schema steps, error classes.
class TestSqliteStore : public QObject
{
    Q_OBJECT

private:
    struct Bench
    {
        QTemporaryDir folder;
        StepClock clock;
        QString path = folder.filePath(QStringLiteral("store.db"));
        Database database{std::make_unique<SqliteDialect>(path, clock)};

        Result<void> migrate(std::vector<Migration> steps)
        {
            return Migrator(database, std::move(steps)).migrate();
        }
        bool has(const QString &table)
        {
            return database
                .read([&](Transaction &tx) -> Result<void> {
                    return tx.define(QStringLiteral("SELECT 1 FROM ") + table);
                })
                .has_value();
        }
    };

private Q_SLOTS:
    void classify_everyCode_saysWhatToDo_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("errorClass");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, int code, ErrorClass errorClass, ErrorKind kind) {
            QTest::addRow("%s", name) << code << static_cast<int>(errorClass) << static_cast<int>(kind);
        };
        row("busy", SQLITE_BUSY, ErrorClass::Retry, ErrorKind::Unavailable);
        row("snapshot", SQLITE_BUSY_SNAPSHOT, ErrorClass::Retry, ErrorKind::Unavailable);
        row("locked", SQLITE_LOCKED, ErrorClass::Retry, ErrorKind::Unavailable);
        row("key", SQLITE_CONSTRAINT_PRIMARYKEY, ErrorClass::Duplicate, ErrorKind::Conflict);
        row("unique", SQLITE_CONSTRAINT_UNIQUE, ErrorClass::Duplicate, ErrorKind::Conflict);
        row("not null", SQLITE_CONSTRAINT_NOTNULL, ErrorClass::Permanent, ErrorKind::Internal);
        row("full", SQLITE_FULL, ErrorClass::Full, ErrorKind::Storage);
        row("corrupt", SQLITE_CORRUPT, ErrorClass::Damaged, ErrorKind::Storage);
        row("not a database", SQLITE_NOTADB, ErrorClass::Damaged, ErrorKind::Storage);
        row("read-only", SQLITE_READONLY, ErrorClass::Refused, ErrorKind::Storage);
        row("cannot open", SQLITE_CANTOPEN, ErrorClass::Refused, ErrorKind::Storage);
        row("device", SQLITE_IOERR_READ, ErrorClass::Device, ErrorKind::Storage);
        row("syntax", SQLITE_ERROR, ErrorClass::Permanent, ErrorKind::Internal);
    }

    void classify_everyCode_saysWhatToDo()
    {
        QFETCH(const int, code);
        const StepClock clock;
        const SqliteDialect dialect(QStringLiteral("/x/y.db"), clock);
        QTEST(static_cast<int>(dialect.classify(errorWith(code))), "errorClass");
        const Error error = dialect.describe(errorWith(code));
        QTEST(static_cast<int>(error.kind), "kind");
        QVERIFY(!error.message.isEmpty() && !error.message.contains(QLatin1String("%1")));
    }

    void networkFileSystems_areKnown()
    {
        QVERIFY(isNetworkFileSystem(0x6969));     // NFS
        QVERIFY(isNetworkFileSystem(0xFF534D42)); // CIFS
        QVERIFY(!isNetworkFileSystem(0xEF53));    // ext4
    }

    void open_newPlace_isTheUsersAlone()
    {
        const QTemporaryDir folder;
        const StepClock clock;
        const QString path = folder.filePath(QStringLiteral("a/b/store.db"));
        QVERIFY(SqlStore::open(path, clock));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
        QCOMPARE(QFile::permissions(QFileInfo(path).path()) & others, QFile::Permissions());
    }

    void open_badPlace_isOneSentence_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("below a file") << QStringLiteral("file/store.db");
        QTest::addRow("a folder") << QStringLiteral("folder");
        QTest::addRow("not a database") << QStringLiteral("text.db");
        QTest::addRow("nowhere") << QStringLiteral("/proc/nowhere/store.db");
    }

    void open_badPlace_isOneSentence()
    {
        QFETCH(const QString, name);
        const QTemporaryDir folder;
        const StepClock clock;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder")));
        write(folder.filePath(QStringLiteral("file")), "x");
        write(folder.filePath(QStringLiteral("text.db")), QByteArray(5000, 'x'));
        const auto store = SqlStore::open(QDir(folder.path()).absoluteFilePath(name), clock);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, ErrorKind::Storage);
        QVERIFY2(store.error().message.endsWith(QLatin1Char('.')), qPrintable(store.error().message));
    }

    void open_damagedFile_isStorage()
    {
        const QTemporaryDir folder;
        const StepClock clock;
        const QString path = folder.filePath(QStringLiteral("store.db"));
        QVERIFY(SqlStore::open(path, clock)); // closed again, so all is in the file itself
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(4096);
        file.write(QByteArray(static_cast<qsizetype>(file.size() - 4096), '\x5a'));
        file.close();
        auto store = SqlStore::open(path, clock);
        const auto list = store ? (*store)->processes().list({}) : failure(store.error());
        QVERIFY(!list);
        QCOMPARE(list.error().kind, ErrorKind::Storage);
    }

    void migrate_stepThatFails_leavesNothingAndGoesOnLater()
    {
        Bench bench;
        const Migration good = step(1, QStringLiteral("CREATE TABLE first (a INT8);\n"));
        const Migration broken = step(2, QStringLiteral("CREATE TABLE second (a INT8);\nCREATE NONSENSE;\n"));
        QVERIFY(!bench.migrate({good, broken}));
        QVERIFY(bench.has(QStringLiteral("first")));
        QVERIFY(!bench.has(QStringLiteral("second")));
        const Migration whole = step(2, QStringLiteral("-- a; comment\nCREATE TABLE second (a INT8);\n"));
        QVERIFY(bench.migrate({good, whole}));
        QVERIFY(bench.has(QStringLiteral("second")));
        QVERIFY(bench.migrate({good, whole}));
    }

    void migrate_olderSchema_isBackedUpFirst()
    {
        Bench bench;
        const Migration first = step(1, QStringLiteral("CREATE TABLE first (a INT8);\n"));
        QVERIFY(bench.migrate({first}));
        const QString backup = bench.path + QStringLiteral(".bak-1");
        QVERIFY(!QFile::exists(backup));
        QVERIFY(bench.migrate({first, step(2, QStringLiteral("DROP TABLE first;\n"))}));
        QVERIFY(!bench.has(QStringLiteral("first")));
        Database kept(std::make_unique<SqliteDialect>(backup, bench.clock));
        QVERIFY(kept.read([](Transaction &tx) { return tx.define(QStringLiteral("SELECT 1 FROM first")); }));
        QCOMPARE(QDir(bench.folder.path()).entryList({QStringLiteral("*.bak-1.*")}), QStringList());
    }

    void migrate_newerOrForeignSchema_isRefused()
    {
        Bench bench;
        const Migration first = step(1, QStringLiteral("CREATE TABLE first (a INT8);\n"));
        const Migration second = step(2, QStringLiteral("CREATE TABLE second (a INT8);\n"));
        QVERIFY(bench.migrate({first, second}));
        const auto newer = bench.migrate({first});
        QVERIFY(!newer && newer.error().message.contains(QLatin1String("newer")));
        const auto foreign =
            bench.migrate({first, step(2, QStringLiteral("CREATE TABLE other (a INT8);\n"))});
        QVERIFY(!foreign && foreign.error().kind == ErrorKind::Storage);
    }

    void transaction_bodyThatFails_isRolledBack()
    {
        Bench bench;
        QVERIFY(bench.migrate({step(1, QStringLiteral("CREATE TABLE first (a INT8);\n"))}));
        const auto done = bench.database.write([](Transaction &tx) -> Result<void> {
            GEMMARY_TRY(tx.define(QStringLiteral("CREATE TABLE second (a INT8)")));
            return failure(ErrorKind::Internal, QStringLiteral("changed its mind"));
        });
        QCOMPARE(done.error().message, QStringLiteral("changed its mind"));
        QVERIFY(!bench.has(QStringLiteral("second")));
    }

    void statements_everyOne_prepares()
    {
        const QTemporaryDir folder;
        const StepClock clock;
        const QString path = folder.filePath(QStringLiteral("store.db"));
        QVERIFY(SqlStore::open(path, clock));
        const auto files = QDir(QStringLiteral(":/store/sql")).entryList({QStringLiteral("*.sql")});
        QVERIFY(files.size() > 50);
        for (const QString &file : files) {
            const QByteArray name = QFileInfo(file).completeBaseName().toLatin1();
            QVERIFY2(!explained(path, name.constData()).isEmpty(), name.constData());
        }
    }

    // Work must not become slower as a process grows: what looks for jobs or documents has to find them by
    // the whole beginning of an index.
    void plan_ofHotStatement_isBounded_data()
    {
        QTest::addColumn<QString>("bound");
        QTest::addRow("select_claimable_leaves") << QStringLiteral("(process_id=? AND level=? AND stage=?");
        QTest::addRow("select_claimable_nodes") << QStringLiteral("jobs_open (process_id=? AND level>?)");
        QTest::addRow("select_claimable_processes") << QStringLiteral("j USING INDEX jobs_open");
        QTest::addRow("select_open_work") << QStringLiteral("jobs_open (process_id=?)");
        QTest::addRow("bury_jobs") << QStringLiteral("jobs_open (process_id=?)");
        QTest::addRow("select_unanalysed_documents") << QStringLiteral("(process_id=? AND leaf_no=?)");
        QTest::addRow("select_unsummarised_documents") << QStringLiteral("(process_id=? AND leaf_no=?)");
        QTest::addRow("settle_document") << QStringLiteral("(process_id=? AND number=?)");
        QTest::addRow("select_group") << QStringLiteral("node_no>? AND node_no<?)");
    }

    void plan_ofHotStatement_isBounded()
    {
        QFETCH(const QString, bound);
        const QTemporaryDir folder;
        const StepClock clock;
        const QString path = folder.filePath(QStringLiteral("store.db"));
        QVERIFY(SqlStore::open(path, clock));
        const QString plan = explained(path, QTest::currentDataTag());
        QVERIFY2(plan.contains(bound), qPrintable(plan));
    }
};

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_sqlitestore.moc"
