// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/pipeline.h"
#include "support/realparts.h"
#include "support/scriptedmodel.h"
#include "support/threadexecutor.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

// A folder of documents that hold the marks id1 …, and the engine's rooms over a scripted model.
struct Workplace
{
    explicit Workplace(Test::ScriptedModel::Rule rule)
        : model(std::make_shared<Test::ScriptedModel>(std::move(rule)))
    {
        QDir(directory.path()).mkpath(QStringLiteral("documents"));
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(directory.path() + QStringLiteral("/documents/") + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    void writeMarked(int count) const
    {
        for (int i = 1; i <= count; ++i)
            write(QStringLiteral("%1.txt").arg(i, 3, 10, QLatin1Char('0')),
                  "This is the story of the keeper of the light with the number id" + QByteArray::number(i) +
                      ".\n");
    }

    // Runs one process over all documents to its end.
    ProcessSnapshot run()
    {
        NewProcess process;
        process.inputs = {{Locator::Kind::File, (directory.path() + QStringLiteral("/documents")).toUtf8()}};
        process.settings.batchSize = 3;
        process.settings.fanIn = 3;
        process.settings.summarizer = QStringLiteral("gemini");
        const ProcessId id = store().start(process).value();
        PipelineSettings settings;
        settings.workers = 3;
        settings.longestIdle = 50ms;
        settings.backoff = {10ms, 20ms};
        ThreadExecutor executor;
        Pipeline pipeline(real.parts(), settings, executor, {});
        pipeline.start();
        ProcessSnapshot snapshot;
        const auto hasEnded = [&] {
            snapshot = store().snapshot(id).value();
            return snapshot.state == ProcessState::Completed || snapshot.state == ProcessState::Failed;
        };
        [&] { QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), 60'000); }();
        return snapshot;
    }

    SetSummary summaryOf(const ProcessSnapshot &process)
    {
        const JobKey root{process.id, Stage::Summarise,
                          rootLevel(process.summarise.leaves, process.settings.fanIn), 0};
        return setSummaryFromJson(store().details(root, 1).value().front());
    }

    ProcessStore &store() { return real.store->processes(); }

    QTemporaryDir directory;
    SystemClock clock;
    std::shared_ptr<Test::ScriptedModel> model;
    RealParts real{directory.path() + QStringLiteral("/store.db"), clock,
                   ModelSource{[this](const ProcessSettings &) { return model; }, nullptr}};
};

} // namespace

// The whole engine over a model: one document's trouble is its own, all others reach the root.
class TestModelProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedDocument_isItsOwnProblem_andTheOthersReachTheRoot()
    {
        Workplace place([](const ModelRequest &request, int number) {
            return Test::isAboutText(request) && Test::dataOf(request).contains(QStringLiteral("id5."))
                       ? Test::refuses(QStringLiteral("SAFETY"))
                       : Test::ScriptedModel::echo(request, number);
        });
        place.writeMarked(20);
        const ProcessSnapshot process = place.run();
        const SetSummary set = place.summaryOf(process);
        QStringList ids = Test::allIds(20);
        ids.removeAt(4);
        QCOMPARE(Test::idsOf(set.summary.text), ids);
        QCOMPARE(set.documents, 19);
        QCOMPARE(set.missing, 1);
        QStringList failed;
        const auto summaries = place.store().summaries(process.id, -1, 100).value();
        for (const DocumentSummary &summary : summaries) {
            const QString text = summary.summary ? summary.summary->text : QString();
            QVERIFY(!text.contains(QStringLiteral("SAFETY")));
            QCOMPARE(text.isEmpty(), summary.problem.has_value());
            if (summary.problem)
                failed.append(summary.problem->detail);
        }
        QCOMPARE(failed, QStringList(QStringLiteral("SAFETY")));
    }

    void documentsThatWaitForOthers_haveAllSettledWhenTheJobEnds()
    {
        Workplace place({}); // an answer that is no JSON: each is then asked for alone
        place.model->known = ModelLimits{.contextTokens = 32'000};
        place.writeMarked(20);
        const ProcessSnapshot process = place.run();
        QCOMPARE(Test::idsOf(place.summaryOf(process).summary.text), Test::allIds(20));
        QCOMPARE(place.store().summaries(process.id, -1, 100).value().size(), 20u);
    }

    // Files that are no text were never to be summarised: a folder of photographs with a few letters in it
    // has a summary of its letters.
    void filesThatAreNoText_areNotMissing()
    {
        Workplace place({});
        place.writeMarked(2);
        for (int i = 0; i < 6; ++i)
            place.write(QStringLiteral("photo%1.png").arg(i), QByteArrayLiteral("\x89PNG\r\n\x1a\n") +
                                                                  QByteArray(100, '\0') +
                                                                  QByteArray::number(i));
        const SetSummary set = place.summaryOf(place.run());
        QCOMPARE(Test::idsOf(set.summary.text), Test::allIds(2));
        QCOMPARE(set.documents, 2);
        QCOMPARE(set.missing, 0);
    }
};

QTEST_GUILESS_MAIN(TestModelProcess)
#include "tst_modelprocess.moc"
