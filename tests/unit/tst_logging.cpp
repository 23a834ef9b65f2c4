// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Gemmary;

class TestLogging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void events_writtenToAFile_areJsonLinesWithTheirFields()
    {
        const QTemporaryDir directory;
        LogSettings settings;
        settings.console = LogSettings::Console::None;
        settings.filePath = directory.filePath(QStringLiteral("sub/gemmary.log"));
        settings.instance = QStringLiteral("me");
        const auto before = qInstallMessageHandler(nullptr);
        installLogging(settings);
        logInfo(logStore, QStringLiteral("a \"quoted\"\nmessage"),
                {{"process_id", QStringLiteral("p")}, {"level", 3}});
        logDebug(logStore, QStringLiteral("not wanted"));
        logWarning(logPipeline, QStringLiteral("second"));
        qInstallMessageHandler(before);

        QFile file(settings.filePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(first.value(QStringLiteral("message")).toString(), QStringLiteral("a \"quoted\"\nmessage"));
        QCOMPARE(first.value(QStringLiteral("category")).toString(), QStringLiteral("gemmary.store"));
        QCOMPARE(first.value(QStringLiteral("process_id")).toString(), QStringLiteral("p"));
        QCOMPARE(first.value(QStringLiteral("instance")).toString(), QStringLiteral("me"));
        QCOMPARE(first.value(QStringLiteral("level")).toString(), QStringLiteral("info"));
        QCOMPARE(QJsonDocument::fromJson(lines[1]).object().value(QStringLiteral("level")).toString(),
                 QStringLiteral("warning"));
    }

    void file_pastItsLimit_isRotatedAndFiveAreKept()
    {
        const QTemporaryDir directory;
        LogSettings settings;
        settings.console = LogSettings::Console::None;
        settings.filePath = directory.filePath(QStringLiteral("gemmary.log"));
        settings.rotateBytes = 300;
        const auto before = qInstallMessageHandler(nullptr);
        installLogging(settings);
        for (int i = 0; i < 60; ++i)
            logInfo(logStore, QStringLiteral("event"), {{"number", i}});
        qInstallMessageHandler(before);
        QVERIFY(QFile::exists(settings.filePath + QStringLiteral(".4")));
        QVERIFY(!QFile::exists(settings.filePath + QStringLiteral(".5")));
    }
};

QTEST_GUILESS_MAIN(TestLogging)
#include "tst_logging.moc"
