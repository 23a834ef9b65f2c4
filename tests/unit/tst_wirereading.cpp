// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/processjson.h"
#include "wire/processreading.h"
#include "wire/statisticsjson.h"
#include "wire/statusjson.h"

#include <QJsonDocument>
#include <QTest>

#include <random>

using namespace Gemmary;

namespace {

ProcessSnapshot unusual()
{
    ProcessSnapshot process;
    process.id = ProcessId::create();
    process.name = QStringLiteral("Lettérs \"of\" June");
    process.state = ProcessState::Failed;
    process.paused = true;
    process.planned = true;
    process.documents = {1, 20, 3, 4, 5};
    process.bytesFound = 9'007'199'254'740'991;
    process.bytesDone = 77;
    process.counts.words = 11;
    process.counts.lines = 12;
    process.counts.characters = 13;
    process.analyse = {8, 7, 0, 21, 0};
    process.summarise = {6, 5, 0, 14, 0};
    process.settings.tokenBudget = 99;
    process.error = QStringLiteral("No room.");
    process.createdMs = 1'700'000'000'001;
    process.startedMs = 1'700'000'000'020;
    process.finishedMs = 1'700'000'000'300;
    return process;
}

ProcessStatus unusualStatus()
{
    return {unusual(),
            {{Stage::Summarise, 2, 7, 3, QStringLiteral("poison"), 1'700'000'000'200, false}},
            {{QStringLiteral("gemini"), QStringLiteral("gemma"), 3, 400, 50}},
            QStringLiteral("for tomorrow")};
}

// A value of any type, to stand where another should.
QJsonValue anything(std::mt19937 &random)
{
    switch (random() % 8) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return -1e300;
    case 2:
        return QStringLiteral("\u202e\x1b[31m");
    case 3:
        return QJsonArray{1, QJsonObject()};
    case 4:
        return QJsonObject{{QStringLiteral("number"), -5}};
    case 5:
        return true;
    case 6:
        return -7;
    default:
        return QJsonValue::Undefined; // takes it away
    }
}

// One place of the tree, any deep, becomes anything.
QJsonValue spoiled(const QJsonValue &value, std::mt19937 &random)
{
    if (value.isObject() && !value.toObject().isEmpty() && random() % 4 != 0) {
        QJsonObject object = value.toObject();
        auto place = object.begin() + static_cast<qsizetype>(random() % static_cast<unsigned>(object.size()));
        const QString key = place.key();
        const QJsonValue one = spoiled(object.value(key), random);
        object.remove(key);
        if (!one.isUndefined())
            object.insert(key, one);
        return object;
    }
    if (value.isArray() && !value.toArray().isEmpty() && random() % 4 != 0) {
        QJsonArray array = value.toArray();
        const auto place = static_cast<qsizetype>(random() % static_cast<unsigned>(array.size()));
        const QJsonValue one = spoiled(array.at(place), random);
        array[place] = one.isUndefined() ? QJsonValue() : one;
        return array;
    }
    return anything(random);
}

bool isSane(const ProcessSnapshot &process)
{
    const DocumentCounts &documents = process.documents;
    return !process.id.isNull() && documents.waiting >= 0 && documents.done >= 0 && documents.partial >= 0 &&
           documents.failed >= 0 && documents.skipped >= 0 && process.bytesFound >= 0 &&
           process.counts.words >= 0;
}

} // namespace

class TestWireReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void process_readAndWrittenAgain_isTheSame()
    {
        const ProcessSnapshot process = unusual();
        const auto read = processFromJson(processJson(process));
        QVERIFY(read);
        QCOMPARE(processJson(*read), processJson(process));
        QCOMPARE(read->documents.done, process.documents.done);
        ProcessSnapshot fresh;
        fresh.id = ProcessId::create();
        QCOMPARE(processJson(*processFromJson(processJson(fresh))), processJson(fresh));
    }

    void status_readAndWrittenAgain_isTheSame()
    {
        const QJsonObject json = statusJson(unusualStatus());
        const auto read = statusFromJson(json);
        QVERIFY(read);
        QCOMPARE(statusJson(*read), json);
        QCOMPARE(read->process.summarise.leaves, 6);
    }

    void process_ofAnotherKind_isRefused()
    {
        const QJsonObject good = processJson(unusual());
        for (const char *key : {"process_id", "status", "progress"}) {
            QJsonObject bad = good;
            bad.insert(QLatin1StringView(key), QStringLiteral("nothing of the kind"));
            const auto read = processFromJson(bad);
            QVERIFY2(!read && read.error().kind == ErrorKind::BadReply, key);
        }
        QVERIFY(!processFromJson({}));
        // As the original system writes it: everything would be zero.
        const QJsonObject camel{{QStringLiteral("process_id"), ProcessId::create().toString()},
                                {QStringLiteral("status"), QStringLiteral("RUNNING")},
                                {QStringLiteral("progress"), QJsonObject{{QStringLiteral("totalFiles"), 3}}}};
        QVERIFY(!processFromJson(camel));
    }

    void rows_withoutNumberOrState_areRefused()
    {
        QVERIFY(!documentsFromJson({1}));
        QVERIFY(!documentsFromJson({QJsonObject{{QStringLiteral("number"), 1}}}));
        QVERIFY(!documentsFromJson({QJsonObject{{QStringLiteral("state"), QStringLiteral("done")}}}));
        QVERIFY(!summariesFromJson({QJsonObject{{QStringLiteral("number"), -1}}}));
        QVERIFY(documentsFromJson({})->empty());
    }

    // Each tree with one place of it spoiled, the same each time: an error, or values that can be shown.
    void anything_isAnErrorOrSane()
    {
        std::mt19937 random(20261127);
        const QJsonObject status = statusJson(unusualStatus());
        ProcessStatistics all{unusual(), SetStatistics(), SetSummary()};
        all.statistics->languages.push_back({QStringLiteral("en"), 1, 2, 3, 4, 5});
        all.statistics->topTerms.push_back({"the", 3});
        const QJsonObject statistics = statisticsJson(all);
        for (int i = 0; i < 5000; ++i) {
            if (const auto read = statusFromJson(spoiled(status, random).toObject())) {
                QVERIFY(isSane(read->process));
                QVERIFY(!QJsonDocument(statusJson(*read)).toJson().isEmpty());
            }
            if (const auto read = statisticsFromJson(spoiled(statistics, random).toObject())) {
                QVERIFY(isSane(read->process));
                QVERIFY(!QJsonDocument(statisticsJson(*read)).toJson().isEmpty());
            }
            static_cast<void>(wordsFromJson(spoiled(wordsJson({{{"a", 1}}, 1, 1}), random).toObject()));
        }
    }
};

QTEST_GUILESS_MAIN(TestWireReading)
#include "tst_wirereading.moc"
