// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"
#include "store/migrator.h"
#include "store/postgresdialect.h"
#include "support/testserver.h"

#include <QProcess>
#include <QTest>
#include <QUrl>

#include <functional>
#include <libpq-fe.h>
#include <utility>

using namespace Gemmary;

namespace {

// A proxy that spoils the connections through it; ends with this.
class FaultProxy
{
public:
    FaultProxy(int port, QStringList arguments)
    {
        arguments.prepend(QString::number(port));
        arguments.prepend(QStringLiteral(GEMMARY_SOURCE_DIR "/tests/support/faultproxy.py"));
        m_process.start(QStringLiteral("/usr/bin/python3"), arguments);
        if (m_process.waitForReadyRead())
            m_port = m_process.readLine().trimmed().toInt();
    }
    ~FaultProxy()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] int port() const { return m_port; }

private:
    QProcess m_process;
    int m_port = 0;
};

// Lets something happen when the first DROP is about to be run.
class InterruptedDialect : public PostgresDialect
{
public:
    InterruptedDialect(const QString &url, std::function<void()> interruption)
        : PostgresDialect(url)
        , m_interruption(std::move(interruption))
    {}

    [[nodiscard]] QString expand(QString sql) const override
    {
        if (sql.startsWith(QLatin1String("DROP")) && m_interruption)
            std::exchange(m_interruption, {})();
        return PostgresDialect::expand(std::move(sql));
    }

private:
    mutable std::function<void()> m_interruption;
};

} // namespace

// What becomes of transactions when the way to the server breaks.
class TestServerFaults : public QObject
{
    Q_OBJECT

private:
    QString m_url;

    void ask(const QByteArray &sql) const
    {
        PGconn *connection = PQconnectdb(qPrintable(m_url));
        PQclear(PQexec(connection, sql.constData()));
        PQfinish(connection);
    }

    qint64 number(const char *question = "SELECT n FROM counter") const
    {
        PGconn *connection = PQconnectdb(qPrintable(m_url));
        PGresult *result = PQexec(connection, question);
        const qint64 n = QByteArray(PQgetvalue(result, 0, 0)).toLongLong();
        PQclear(result);
        PQfinish(connection);
        return n;
    }

    // Ends every connection but the one that asks, as a server's owner may.
    void endConnections() const
    {
        ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    static Result<void> addOne(Transaction &tx)
    {
        return tx.define(QStringLiteral("UPDATE counter SET n = n + 1"));
    }

    QString through(const FaultProxy &proxy) const
    {
        QUrl url(m_url);
        url.setPort(proxy.port());
        return url.toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!isServerUnderTest())
            QSKIP("no server");
        m_url = databaseOnServer(QStringLiteral("tst_serverfaults"));
        ask("CREATE TABLE commits (commit_id TEXT PRIMARY KEY, outcome TEXT NOT NULL, committed_ms INT8 NOT "
            "NULL)");
        ask("CREATE TABLE counter (n INT8)");
    }

    void init() { ask("DELETE FROM counter; INSERT INTO counter VALUES (0)"); }

    void connection_endedBetweenTransactions_isMadeAgain()
    {
        const Database database(std::make_unique<PostgresDialect>(m_url));
        QVERIFY(database.write(&addOne));
        endConnections();
        QVERIFY(database.write(&addOne));
        QCOMPARE(number(), 2);
    }

    void connection_endedInATransaction_runsItAgain()
    {
        const Database database(std::make_unique<PostgresDialect>(m_url));
        int runs = 0;
        const auto done = database.write([&](Transaction &tx) -> Result<void> {
            GEMMARY_TRY(addOne(tx));
            if (++runs == 1)
                endConnections();
            return addOne(tx);
        });
        QVERIFY(done);
        QCOMPARE(runs, 2);
        QCOMPARE(number(), 2);
    }

    void conflict_withAnotherTransaction_runsItAgainWithoutAWord()
    {
        const Database database(std::make_unique<PostgresDialect>(m_url));
        int runs = 0;
        const auto done = database.write([&](Transaction &tx) -> Result<void> {
            GEMMARY_TRY(tx.define(QStringLiteral("SELECT n FROM counter")));
            if (++runs == 1)
                ask("UPDATE counter SET n = n + 10");
            return addOne(tx);
        });
        QVERIFY(done);
        QCOMPARE(runs, 2);
        QCOMPARE(number(), 11);
    }

    void commit_whoseAnswerIsLost_isNotDoneAgainByWriteOnce_data()
    {
        QTest::addColumn<bool>("once");
        QTest::addColumn<qint64>("expected");
        QTest::addRow("write once") << true << qint64(1);
        QTest::addRow("write, which leaves it to its body") << false << qint64(2);
    }

    void commit_whoseAnswerIsLost_isNotDoneAgainByWriteOnce()
    {
        QFETCH(const bool, once);
        QFETCH(const qint64, expected);
        const FaultProxy proxy(QUrl(m_url).port(), {QStringLiteral("--lose-commits"), QStringLiteral("1")});
        QVERIFY(proxy.port() > 0);
        const Database database(std::make_unique<PostgresDialect>(through(proxy)));
        QVERIFY(once ? database.writeOnce(&addOne) : database.write(&addOne));
        QCOMPARE(number(), expected);
    }

    void commit_whoseAnswerAndThatOfTheQuestionAreLost_isDoneOnce()
    {
        const FaultProxy proxy(QUrl(m_url).port(), {QStringLiteral("--lose-commits"), QStringLiteral("4")});
        const Database database(std::make_unique<PostgresDialect>(through(proxy)));
        QVERIFY(database.writeOnce(&addOne));
        QCOMPARE(number(), 1);
    }

    // Takes as long as a connection is given to answer.
    void link_thatIsHalfOpen_isGivenUp()
    {
        const FaultProxy proxy(QUrl(m_url).port(), {QStringLiteral("--stall-commits"), QStringLiteral("1")});
        const Database database(std::make_unique<PostgresDialect>(through(proxy)));
        QVERIFY(database.writeOnce(&addOne));
        QCOMPARE(number(), 1);
    }

    // A session that began meanwhile would stay read-only for ever.
    void database_thatWasReadOnlyForAWhile_isWrittenAgainAfterwards()
    {
        const QByteArray name = QUrl(m_url).path().mid(1).toUtf8();
        ask("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
        const Database database(std::make_unique<PostgresDialect>(m_url));
        const auto refused = database.write(&addOne);
        ask("BEGIN READ WRITE; ALTER DATABASE " + name + " RESET default_transaction_read_only; COMMIT");
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(QStringLiteral("can only be read at present")));
        QVERIFY(database.write(&addOne));
        QCOMPARE(number(), 1);
    }

    void migration_thatAnotherProgramEndsMeanwhile_leavesNothingDropped()
    {
        ask("DROP TABLE IF EXISTS indexed, schema_migrations");
        const std::vector<Migration> migrations{
            {1, QStringLiteral("001_a"),
             QStringLiteral("CREATE TABLE indexed (a INT8, b INT8);\nCREATE INDEX by_a ON indexed (a);\n")},
            {2, QStringLiteral("002_b"),
             QStringLiteral("DROP INDEX by_a;\nCREATE INDEX by_a ON indexed (a, b);\n")}};
        const Database other(std::make_unique<PostgresDialect>(m_url));
        bool otherEnded = false;
        const Database late(std::make_unique<InterruptedDialect>(
            m_url, [&] { otherEnded = Migrator(other, migrations).migrate().has_value(); }));
        QVERIFY(Migrator(late, migrations).migrate());
        QVERIFY(otherEnded);
        QCOMPARE(number("SELECT count(*) FROM pg_indexes WHERE indexname = 'by_a'"), 1);
    }

    void server_thatIsNotThere_isOneSentence()
    {
        const Database database(
            std::make_unique<PostgresDialect>(QStringLiteral("postgresql://127.0.0.1:1/x")));
        const auto connection = database.connection();
        QVERIFY(!connection);
        QVERIFY(connection.error().kind == ErrorKind::Unavailable);
        QVERIFY(connection.error().message.contains(QStringLiteral("127.0.0.1:1/x does not answer")));
    }
};

QTEST_GUILESS_MAIN(TestServerFaults)
#include "tst_serverfaults.moc"
