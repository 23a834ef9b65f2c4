// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include <QTest>

using namespace Gemmary;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void file_everyForm_isRead()
    {
        const auto values = parseEnvironmentFile(QStringLiteral("# comment\n"
                                                                "\n"
                                                                "A=1\n"
                                                                "  export B = two words # not this\r\n"
                                                                "C=\"quoted # kept\"\n"
                                                                "D='x=y'\n"
                                                                "E=\n"),
                                                 QStringLiteral("test"));
        QVERIFY(values);
        QCOMPARE(values->value(QStringLiteral("A")), QStringLiteral("1"));
        QCOMPARE(values->value(QStringLiteral("B")), QStringLiteral("two words"));
        QCOMPARE(values->value(QStringLiteral("C")), QStringLiteral("quoted # kept"));
        QCOMPARE(values->value(QStringLiteral("D")), QStringLiteral("x=y"));
        QCOMPARE(values->value(QStringLiteral("E")), QString());
    }

    void file_lineWithoutEquals_isNamed()
    {
        const auto values = parseEnvironmentFile(QStringLiteral("A=1\nnonsense\n"), QStringLiteral(".env"));
        QVERIFY(!values);
        QCOMPARE(values.error().kind, ErrorKind::InvalidInput);
        QVERIFY(values.error().message.contains(QStringLiteral(".env, line 2")));
    }

    void sources_severalHaveAKey_firstWins()
    {
        const auto settings =
            loadSettings({{QStringLiteral("first"), {{QStringLiteral("GEMMARY_HOME"), QStringLiteral("/a")}}},
                          {QStringLiteral("second"),
                           {{QStringLiteral("GEMMARY_HOME"), QStringLiteral("/b")},
                            {QStringLiteral("GEMMARY_SUMMARIZER"), QStringLiteral("none")}}}});
        QVERIFY(settings);
        QCOMPARE(settings->home, QStringLiteral("/a"));
        QCOMPARE(settings->summarizer, QStringLiteral("none"));
    }

    void value_thatCannotBe_isRefusedWithItsSource_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("level") << QStringLiteral("GEMMARY_LOG_LEVEL") << QStringLiteral("loud");
        QTest::newRow("delay") << QStringLiteral("TEST_WORKER_DELAY_SECONDS") << QStringLiteral("soon");
        QTest::newRow("negative delay")
            << QStringLiteral("TEST_WORKER_DELAY_SECONDS") << QStringLiteral("-1");
        QTest::newRow("failure") << QStringLiteral("TEST_WORKER_FORCE_FAILURE") << QStringLiteral("maybe");
    }

    void value_thatCannotBe_isRefusedWithItsSource()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        const auto settings = loadSettings({{QStringLiteral("here"), {{key, value}}}});
        QVERIFY(!settings);
        for (const QString &part : {key, value, QStringLiteral("here")})
            QVERIFY(settings.error().message.contains(part));
    }

    void hooks_inProduction_areIgnored()
    {
        const SettingsSource source{QStringLiteral("here"),
                                    {{QStringLiteral("TEST_WORKER_DELAY_SECONDS"), QStringLiteral("2.5")},
                                     {QStringLiteral("TEST_WORKER_FORCE_FAILURE"), QStringLiteral("true")}}};
        const auto development = loadSettings({source});
        QCOMPARE(development->testDelay, std::chrono::milliseconds(2500));
        QVERIFY(development->testFailure);
        const SettingsSource profile{QStringLiteral("there"),
                                     {{QStringLiteral("GEMMARY_PROFILE"), QStringLiteral("prod")}}};
        const auto production = loadSettings({profile, source});
        QCOMPARE(production->testDelay, std::chrono::milliseconds(0));
        QVERIFY(!production->testFailure);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
