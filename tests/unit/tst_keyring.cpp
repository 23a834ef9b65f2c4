// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keyring.h"

#include <QTest>

using namespace Gemmary;

// Where there is no keyring; a real one is asked in tests/e2e/test_keys.py.
class TestKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }

    void questions_withoutBus_returnAtOnceAndAreUnavailableSoon()
    {
        const ModelKey &key = modelKeys().front();
        const auto read = readKey(key);
        const auto kept = keepKey(key, QStringLiteral("value"));
        const auto forgotten = forgetKey(key);
        QVERIFY(!read.isFinished()); // the event loop brings the answer
        QTRY_VERIFY(read.isFinished() && kept.isFinished() && forgotten.isFinished());
        QCOMPARE(read.result().error().kind, ErrorKind::Unavailable);
        QCOMPARE(kept.result().error().kind, ErrorKind::Unavailable);
        QCOMPARE(forgotten.result().error().kind, ErrorKind::Unavailable);
        QVERIFY(!read.result().error().message.isEmpty());
    }

    void waitFor_withoutBus_answersTheError()
    {
        QCOMPARE(waitFor(readKey(modelKeys().back())).error().kind, ErrorKind::Unavailable);
    }

    void checkKey_whatNoHeaderTakes_isRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << QStringLiteral("two words");
        QTest::newRow("line end") << QStringLiteral("key\r\nX-Other: 1");
        QTest::newRow("not ASCII") << QStringLiteral("clé");
        QTest::newRow("too long") << QString(5000, QLatin1Char('k'));
    }

    void checkKey_whatNoHeaderTakes_isRefused()
    {
        QFETCH(QString, key);
        QCOMPARE(checkKey(key).error().kind, ErrorKind::InvalidInput);
        QVERIFY(checkKey(QStringLiteral("AQ.key-of_some+kind=")));
    }

    void keyOf_everySummarizer_isItsProviders()
    {
        QCOMPARE(keyOf(QStringLiteral("gemini")).name, "gemini");
        QCOMPARE(keyOf(QStringLiteral("ollama")).name, "server");
        QCOMPARE(keyOf(QStringLiteral("openai")).name, "server");
    }
};

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
