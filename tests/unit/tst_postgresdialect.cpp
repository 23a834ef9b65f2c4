// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgresdialect.h"

#include <QTest>

using namespace Gemmary;

// What needs no server: error classes, addresses, the words of the dialect.
class TestPostgresDialect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classify_everyCode_saysWhatToDo_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("errorClass");
        const auto row = [](const char *name, const char *code, ErrorClass errorClass,
                            const char *text = "") {
            QTest::addRow("%s", name)
                << QString::fromLatin1(code) << QString::fromLatin1(text) << static_cast<int>(errorClass);
        };
        row("link lost", "", ErrorClass::Lost);
        row("ambiguous", "40003", ErrorClass::Lost);
        row("serialisation", "40001", ErrorClass::Retry);
        row("deadlock", "40P01", ErrorClass::Retry);
        row("lock timeout", "55P03", ErrorClass::Retry);
        row("statement timeout", "57014", ErrorClass::Retry);
        row("server stops", "57P01", ErrorClass::Lost);
        row("server starts", "57P03", ErrorClass::Lost);
        row("connection", "08006", ErrorClass::Lost);
        row("too many connections", "53300", ErrorClass::Lost);
        row("disk full", "53100", ErrorClass::Full);
        row("read-only", "25006", ErrorClass::Refused);
        row("password", "28P01", ErrorClass::Refused);
        row("no database", "3D000", ErrorClass::Refused);
        row("no permission", "42501", ErrorClass::Refused);
        row("old plan", "0A000", ErrorClass::Lost);
        row("key", "23505", ErrorClass::Duplicate, "violates unique constraint \"processes_pkey\"");
        row("key of the catalogue", "23505", ErrorClass::Retry,
            "violates unique constraint \"pg_type_typname_nsp_index\"");
        row("table made meanwhile", "42P07", ErrorClass::Retry);
        row("syntax", "42601", ErrorClass::Permanent);
    }

    void classify_everyCode_saysWhatToDo()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, text);
        QFETCH(const int, errorClass);
        const PostgresDialect dialect(QStringLiteral("postgresql://localhost/x"));
        QCOMPARE(static_cast<int>(dialect.classify({code, text})), errorClass);
    }

    void describe_anyError_neverSaysThePassword()
    {
        const PostgresDialect dialect(QStringLiteral("postgresql://me:geheim@db.example/x?sslkey=/k"));
        for (const char *code : {"", "40001", "28P01", "3D000", "53100", "42601"}) {
            const Error error = dialect.describe({QString::fromLatin1(code), QStringLiteral("words")});
            QVERIFY(!error.message.contains(QStringLiteral("geheim")));
            QVERIFY(!error.detail.contains(QStringLiteral("geheim")));
        }
    }

    void serverUrl_beyondThisComputer_asksForACertificate_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("strict");
        const auto row = [](const char *url, bool strict) {
            QTest::addRow("%s", url) << QString::fromLatin1(url) << strict;
        };
        row("postgresql://db.example/x", true);
        row("postgresql://me@db.example:26257/x?application_name=a", true);
        row("postgresql://127.0.0.1,db.example/x", true);
        row("postgresql://db.example/x?sslmode=disable", false);
        row("postgresql://localhost:26257/x", false);
        row("postgresql://127.0.0.1/x", false);
        row("postgresql:///x?host=/run/postgresql", false);
    }

    void serverUrl_beyondThisComputer_asksForACertificate()
    {
        QFETCH(const QString, url);
        QFETCH(const bool, strict);
        const auto complete = serverUrl(url);
        QVERIFY(complete);
        QCOMPARE(complete->contains(QStringLiteral("sslmode=verify-full")), strict);
        QVERIFY(complete->startsWith(url));
    }

    void serverUrl_thatIsNone_isRefused_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("empty") << QString();
        QTest::newRow("words") << QStringLiteral("host=a dbname=b");
        QTest::newRow("no database") << QStringLiteral("postgresql://host/");
        QTest::newRow("unknown option") << QStringLiteral("postgresql://host/x?nonsense=1");
        QTest::newRow("bad host") << QStringLiteral("postgresql://[::1/x");
    }

    void serverUrl_thatIsNone_isRefused()
    {
        QFETCH(const QString, url);
        const auto complete = serverUrl(url);
        QVERIFY(!complete);
        QVERIFY(complete.error().kind == ErrorKind::InvalidInput);
    }

    void expand_aMigration_mayRunTwice()
    {
        const PostgresDialect dialect(QStringLiteral("postgresql://localhost/x"));
        QCOMPARE(dialect.expand(QStringLiteral("CREATE TABLE a (b {blob}) {clustered}")),
                 QStringLiteral("CREATE TABLE IF NOT EXISTS a (b BYTEA) "));
        QCOMPARE(dialect.expand(QStringLiteral("CREATE TABLE IF NOT EXISTS a (b INT8)")),
                 QStringLiteral("CREATE TABLE IF NOT EXISTS a (b INT8)"));
        QCOMPARE(dialect.expand(QStringLiteral("ALTER TABLE a ADD COLUMN b INT8")),
                 QStringLiteral("ALTER TABLE a ADD COLUMN IF NOT EXISTS b INT8"));
    }
};

QTEST_GUILESS_MAIN(TestPostgresDialect)
#include "tst_postgresdialect.moc"
