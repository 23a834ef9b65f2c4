// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/processjson.h"

#include <QJsonArray>
#include <QTest>

#include <limits>

using namespace Gemmary;

class TestProcessJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void process_notStarted_hasNullsAndNoPercentage()
    {
        const QJsonObject json = processJson({});
        QVERIFY(json.value(QStringLiteral("started_at")).isNull());
        QVERIFY(json.value(QStringLiteral("error")).isNull());
        QCOMPARE(json.value(QStringLiteral("status")).toString(), QStringLiteral("PENDING"));
        QCOMPARE(json.value(QStringLiteral("progress"))[QStringLiteral("percentage")].toInt(), 0);
    }

    void process_finished_hasTimesInUtc()
    {
        ProcessSnapshot process;
        process.state = ProcessState::Completed;
        process.finishedMs = 1'700'000'000'123;
        process.documents.done = 3;
        process.documents.skipped = 1;
        const QJsonObject json = processJson(process);
        QCOMPARE(json.value(QStringLiteral("completed_at")).toString(),
                 QStringLiteral("2023-11-14T22:13:20.123Z"));
        QCOMPARE(json.value(QStringLiteral("progress"))[QStringLiteral("total_files")].toInt(), 4);
        QCOMPARE(json.value(QStringLiteral("progress"))[QStringLiteral("percentage")].toInt(), 100);
    }

    void process_hostileName_isTheSameToAnyReader()
    {
        ProcessSnapshot process;
        process.name = QStringLiteral("\"\\/\b\u0001\u001f\u007f\u2028 é 漢 \U0001F600");
        process.documents.done = std::numeric_limits<qint64>::max();
        const QJsonObject json = processJson(process);
        QCOMPARE(json.value(QStringLiteral("name")).toString(), process.name);
        QCOMPARE(json.value(QStringLiteral("progress"))[QStringLiteral("total_files")].toInteger(),
                 std::numeric_limits<qint64>::max());
    }

    void results_equalAndHostileNames_allSurvive()
    {
        ResultsContent content;
        for (int i = 0; i < 3; ++i) {
            DocumentRow row;
            row.number = i;
            row.name = QStringLiteral("__proto__");
            row.state = DocumentState::Done;
            content.documents.push_back(row);
            DocumentSummary summary;
            summary.number = i;
            summary.summary = Summary{};
            content.summaries.push_back(summary);
        }
        content.documents.back().state = DocumentState::Failed;
        content.documents.back().problem = Problem{Reason::NoPermission, {}};
        const QJsonObject json = resultsJson(content);
        QCOMPARE(json.value(QStringLiteral("files_processed")).toArray().size(), 2);
        QCOMPARE(json.value(QStringLiteral("file_summaries")).toArray().size(), 3);
        const QJsonArray problems = json.value(QStringLiteral("problems")).toArray();
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems[0][QStringLiteral("reason")].toString(), QStringLiteral("no_permission"));
    }

    void problem_text_saysWhatAndWhatToDo()
    {
        QCOMPARE(problemText({Reason::NotText, QStringLiteral("PNG image")}),
                 QStringLiteral("Not text (PNG image). Convert it to text, or leave it out."));
    }
};

QTEST_GUILESS_MAIN(TestProcessJson)
#include "tst_processjson.moc"
