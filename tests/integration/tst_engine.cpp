// SPDX-License-Identifier: GPL-3.0-or-later
// Size: one suite for the one face; most of it is tables of inputs.
#include "base/waitingthread.h"
#include "documentquestions.h"
#include "support/foldertree.h"
#include "support/realengine.h"
#include "support/realparts.h"

#include <QElapsedTimer>

#include <sqlite3.h>

using namespace Gemmary;
using namespace Gemmary::Test;

namespace {

std::vector<Locator> inputsOf(const QStringList &paths)
{
    std::vector<Locator> inputs;
    for (const QString &path : paths)
        inputs.push_back({Locator::Kind::File, QFile::encodeName(path)});
    return inputs;
}

QString pathOf(const FolderTree &tree, const char *relative = "")
{
    return QFile::decodeName(tree.path(relative));
}

QStringList termsOf(const WordList &list)
{
    QStringList terms;
    for (const TermCount &word : list.words)
        terms << QString::fromStdString(word.term);
    return terms;
}

ProcessSettings smallTrees()
{
    ProcessSettings settings;
    settings.batchSize = 2;
    settings.fanIn = 2;
    return settings;
}

// One document's text read again, or the kind of error.
Result<DocumentText> textOf(const RealEngine &real, const ProcessId &id, qint64 number = 0)
{
    return real.engine().documentText(id, number).result();
}

} // namespace

// The engine's face on real files and a real store: what the window asks.
class TestEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // ---- Results
    void question_unknownProcess_isNotFound()
    {
        const RealEngine real;
        const auto id = ProcessId::create();
        QVERIFY(real.engine().statistics(id).result().error().kind == ErrorKind::NotFound);
        QVERIFY(real.engine().summary(id).result().error().kind == ErrorKind::NotFound);
        QVERIFY(real.engine().words(id, {}).result().error().kind == ErrorKind::NotFound);
        QVERIFY(real.engine().occurrences(id, QStringLiteral("x"), 1).result().error().kind ==
                ErrorKind::NotFound);
        QVERIFY(textOf(real, id).error().kind == ErrorKind::NotFound);
        QVERIFY(real.engine().history(id).result().error().kind == ErrorKind::NotFound);
        QVERIFY(real.engine().stepTimes(id).empty());
    }

    void question_onWaitingThread_isAnsweredThere()
    {
        const RealEngine real;
        const WaitingThread waits;
        QVERIFY(real.engine().list({}).isFinished());
        QVERIFY(!real.engine().snapshot(ProcessId::create()).result());
    }

    void results_beforeAnythingIsDone_areConflict()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "one two");
        const auto id = real.start({pathOf(tree)});
        QVERIFY(real.engine().statistics(id).result().error().kind == ErrorKind::Conflict);
        QVERIFY(real.engine().summary(id).result().error().kind == ErrorKind::Conflict);
        QVERIFY(real.engine().words(id, {}).result().error().kind == ErrorKind::Conflict);
        QCOMPARE(real.finish(id).state, ProcessState::Completed);
        QCOMPARE(real.engine().statistics(id).result().value().counts.words, 2);
        QVERIFY(real.engine().summary(id).result().has_value());
    }

    void summary_notAskedFor_isConflict()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "One sentence.");
        ProcessSettings settings;
        settings.summarizer = QStringLiteral("none");
        const auto done = real.run({pathOf(tree)}, settings);
        QVERIFY(real.engine().summary(done.id).result().error().kind == ErrorKind::Conflict);
        QVERIFY(real.engine().statistics(done.id).result().has_value());
    }

    void results_nothingFound_areEmpty()
    {
        const RealEngine real;
        const FolderTree tree;
        const auto done = real.run({pathOf(tree)});
        QCOMPARE(done.state, ProcessState::Completed);
        QCOMPARE(real.engine().statistics(done.id).result().value().documents, 0);
        QCOMPARE(real.engine().words(done.id, {}).result().value().forms, 0);
        QVERIFY(real.engine().occurrences(done.id, QStringLiteral("x"), 5).result().value().empty());
    }

    // ---- Words
    void words_filtered_countWhatFits_data()
    {
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<QStringList>("without");
        QTest::addColumn<int>("minimum");
        QTest::addColumn<QString>("containing");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<qint64>("matching");
        const QStringList all{QStringLiteral("the"), QStringLiteral("café"), QStringLiteral("éa"),
                              QStringLiteral("casa"), QStringLiteral("decafé")};
        QTest::addRow("all") << qint64(-1) << QStringList() << 1 << QString() << all << qint64(5);
        QTest::addRow("the first two")
            << qint64(2) << QStringList() << 1 << QString() << all.first(2) << qint64(5);
        QTest::addRow("none listed") << qint64(0) << QStringList() << 1 << QString() << QStringList()
                                     << qint64(5);
        QTest::addRow("without English stop words")
            << qint64(-1) << QStringList{QStringLiteral("en")} << 1 << QString() << all.mid(1) << qint64(4);
        QTest::addRow("unknown language")
            << qint64(-1) << QStringList{QStringLiteral("xx")} << 1 << QString() << all << qint64(5);
        QTest::addRow("at least three code points")
            << qint64(-1) << QStringList() << 3 << QString() << QStringList{all[0], all[1], all[3], all[4]}
            << qint64(4);
        QTest::addRow("containing, upper case and decomposed")
            << qint64(-1) << QStringList() << 1 << QStringLiteral("CAFE\u0301") << QStringList{all[1], all[4]}
            << qint64(2);
        QTest::addRow("no hit") << qint64(-1) << QStringList() << 1 << QStringLiteral("zzz") << QStringList()
                                << qint64(0);
    }

    void words_filtered_countWhatFits()
    {
        QFETCH(const qint64, limit);
        QFETCH(const QStringList, without);
        QFETCH(const int, minimum);
        QFETCH(const QString, containing);
        QFETCH(const QStringList, words);
        QFETCH(const qint64, matching);
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "The café the decafé the CAFÉ Éa éa casa café THE");
        const auto done = real.run({pathOf(tree)});
        const WordFilter filter{limit, without, minimum, containing};
        const auto list = real.engine().words(done.id, filter).result().value();
        QCOMPARE(termsOf(list), words);
        QCOMPARE(list.matching, matching);
        QCOMPARE(list.forms, 5);
    }

    // ---- Documents
    void documentText_encodings_comeAsTheyWereMeant_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const QString spanish = QStringLiteral("El ni\u00f1o comi\u00f3 pi\u00f1a en la monta\u00f1a y "
                                               "so\u00f1\u00f3 con el a\u00f1o que viene.");
        QByteArray wide("\xff\xfe", 2);
        for (const QChar c : spanish) {
            wide.append(static_cast<char>(c.unicode() & 0xff));
            wide.append(static_cast<char>(c.unicode() >> 8));
        }
        QTest::addRow("UTF-8") << spanish.toUtf8() << spanish;
        QTest::addRow("Latin-1") << spanish.toLatin1() << spanish;
        QTest::addRow("UTF-16") << wide << spanish;
    }

    void documentText_encodings_comeAsTheyWereMeant()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, text);
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", bytes);
        const auto done = real.run({pathOf(tree)});
        const auto answer = textOf(real, done.id).value();
        QCOMPARE(answer.text, text);
        QVERIFY(answer.whole);
        QCOMPARE(answer.document.name, QStringLiteral("a.txt"));
        QVERIFY(answer.summary.has_value());
    }

    void documentText_veryLong_isCutBetweenCharacters()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "x" + QByteArray("\xe2\x82\xac").repeated(2 * 1024 * 1024)); // 6 MiB of €
        const auto done = real.run({pathOf(tree)});
        const auto answer = textOf(real, done.id).value();
        QVERIFY(!answer.whole);
        const qsizetype fitting = 1 + (4 * 1024 * 1024 - 1) / 3;
        QCOMPARE(answer.text.size(), fitting);
        QCOMPARE(answer.text.back(), QChar(0x20ac));
    }

    void documentText_notReadable_saysWhatToDo_data()
    {
        QTest::addColumn<QByteArray>("now"); // null: gone
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("hint");
        QTest::addRow("gone") << QByteArray() << int(ErrorKind::NotFound) << QStringLiteral("Put it back");
        QTest::addRow("longer") << QByteArray("one two three") << int(ErrorKind::Conflict)
                                << QStringLiteral("has changed");
        QTest::addRow("same size") << QByteArray("one twx") << int(ErrorKind::Conflict)
                                   << QStringLiteral("has changed");
    }

    void documentText_notReadable_saysWhatToDo()
    {
        QFETCH(const QByteArray, now);
        QFETCH(const int, kind);
        QFETCH(const QString, hint);
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "one two");
        const auto done = real.run({pathOf(tree)});
        QVERIFY(textOf(real, done.id));
        if (now.isNull())
            tree.remove("a.txt");
        else
            tree.file("a.txt", now);
        const Error error = textOf(real, done.id).error();
        QCOMPARE(int(error.kind), kind);
        QVERIFY2(error.message.contains(hint), qPrintable(error.message));
    }

    void documentText_noSuchNumber_isNotFound()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "one two");
        const auto done = real.run({pathOf(tree)});
        QVERIFY(textOf(real, done.id, 1).error().kind == ErrorKind::NotFound);
    }

    // Rows that an earlier version settled have no columns for the figures; they are read from its JSON.
    void documentLines_settledByAnEarlierVersion_sayTheSame()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "Three words here. And more of them, for the language is not told by so few.");
        tree.file("b.txt", QStringLiteral("El ni\u00f1o comi\u00f3 pi\u00f1a.").toLatin1());
        tree.file("c.bin", QByteArray("\0\1\2\3\xff\xd8\xff", 7));
        const auto done = real.run({pathOf(tree)});
        const auto now = real.engine().documentLines(done.id, -1, 10).result().value();
        sqlite3 *database = nullptr;
        Settings settings;
        settings.home = real.home();
        QCOMPARE(sqlite3_open(settings.storePath().toUtf8().constData(), &database), SQLITE_OK);
        QCOMPARE(
            sqlite3_exec(
                database,
                "UPDATE documents SET format = NULL, encoding = NULL, encoding_guessed = NULL, language = "
                "NULL, words = NULL, lines = NULL, characters = NULL, sentences = NULL",
                nullptr, nullptr, nullptr),
            SQLITE_OK);
        sqlite3_close(database);
        const auto earlier = real.engine().documentLines(done.id, -1, 10).result().value();
        QCOMPARE(earlier.size(), now.size());
        for (std::size_t i = 0; i < now.size(); ++i) {
            QCOMPARE(earlier[i].format, now[i].format);
            QCOMPARE(earlier[i].encoding, now[i].encoding);
            QCOMPARE(earlier[i].encodingGuessed, now[i].encodingGuessed);
            QCOMPARE(earlier[i].language, now[i].language);
            QCOMPARE(earlier[i].words, now[i].words);
            QCOMPARE(earlier[i].lines, now[i].lines);
            QCOMPARE(earlier[i].characters, now[i].characters);
            QCOMPARE(earlier[i].sentences, now[i].sentences);
        }
        QCOMPARE(now[0].words, 16);
        QCOMPARE(now[0].encoding, QStringLiteral("UTF-8"));
        QCOMPARE(now[1].words, 4);
    }

    // ---- Occurrences
    void occurrences_spellings_areThoseThatWereCounted()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file(
            "a.txt",
            QStringLiteral("A caf\u00e9 and a CAFE\u0301,\n\n\tnot decaf\u00e9 nor caf\u00e9s.").toUtf8());
        tree.file("b.txt", QStringLiteral("ca\u00ADf\u00e9 again").toUtf8());
        tree.file("c.txt", "nothing here");
        const auto done = real.run({pathOf(tree)});
        const QString word = QStringLiteral("caf\u00e9");
        const auto places = real.engine().occurrences(done.id, word, 100).result().value();
        QCOMPARE(places.size(), std::size_t(3));
        QCOMPARE(places[0].name, QStringLiteral("a.txt"));
        QCOMPARE(places[0].before, QStringLiteral("A "));
        QCOMPARE(places[0].word, word);
        QCOMPARE(places[0].after, QStringLiteral(" and a CAFE\u0301, not decaf\u00e9 nor caf\u00e9s."));
        QCOMPARE(places[1].word, QStringLiteral("CAFE\u0301"));
        QCOMPARE(places[2].document, 1);
        QCOMPARE(places[2].word, QStringLiteral("ca\u00ADf\u00e9"));
        const auto counted = real.engine().words(done.id, {-1, {}, 1, word}).result().value();
        const auto row = std::find_if(counted.words.begin(), counted.words.end(),
                                      [&](const TermCount &term) { return term.term == word.toStdString(); });
        QVERIFY(row != counted.words.end());
        QCOMPARE(row->count, std::ssize(places));
        QVERIFY(real.engine().occurrences(done.id, QStringLiteral("caf"), 9).result().value().empty());
    }

    void occurrences_context_isSixtyCharactersOfEachSide()
    {
        const RealEngine real;
        const FolderTree tree;
        const QString ink = QStringLiteral("\U0001D4B3 ").repeated(50);
        tree.file("a.txt", (ink + QStringLiteral("needle ") + ink).toUtf8());
        const auto done = real.run({pathOf(tree)});
        const auto places = real.engine().occurrences(done.id, QStringLiteral("needle"), 9).result().value();
        QCOMPARE(places.size(), std::size_t(1));
        QCOMPARE(places[0].before.toUcs4().size(), 60);
        QCOMPARE(places[0].after.toUcs4().size(), 60);
        QVERIFY(places[0].before.isValidUtf16() && places[0].after.isValidUtf16());
    }

    // Larger than what is held at once: places at both ends and on the edges between pieces.
    void occurrences_largeDocument_findsAllOfThem()
    {
        const RealEngine real;
        const FolderTree tree;
        QByteArray text("needle ");
        for (int i = 0; i < 400; ++i)
            text += QByteArray("hay ").repeated(2'000 + i) + "needle ";
        text += "end";
        tree.file("a.txt", text);
        const auto done = real.run({pathOf(tree)});
        const auto places =
            real.engine().occurrences(done.id, QStringLiteral("needle"), 1000).result().value();
        QCOMPARE(places.size(), std::size_t(401));
        for (const Occurrence &place : places)
            QCOMPARE(place.word, QStringLiteral("needle"));
        QCOMPARE(places.back().after, QStringLiteral(" end"));
        QCOMPARE(places[200].before, QStringLiteral("hay ").repeated(15));
        QCOMPARE(real.engine().occurrences(done.id, QStringLiteral("needle"), 7).result().value().size(),
                 std::size_t(7));
    }

    void occurrences_someDocumentsGone_passesThemOver()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "needle one");
        tree.file("b.txt", "needle two");
        const auto done = real.run({pathOf(tree)});
        tree.remove("a.txt");
        const auto places = real.engine().occurrences(done.id, QStringLiteral("needle"), 9).result().value();
        QCOMPARE(places.size(), std::size_t(1));
        QCOMPARE(places[0].after, QStringLiteral(" two"));
    }

    void occurrences_dictionaryWords_areFoundInTheirRun()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt",
                  QStringLiteral("\u0E20\u0E32\u0E29\u0E32\u0E44\u0E17\u0E22 \u0E44\u0E17\u0E22").toUtf8());
        const auto done = real.run({pathOf(tree)});
        const QString thai = QStringLiteral("\u0E44\u0E17\u0E22");
        const auto places = real.engine().occurrences(done.id, thai, 9).result().value();
        QCOMPARE(places.size(), std::size_t(2));
        QCOMPARE(places[0].before, QStringLiteral("\u0E20\u0E32\u0E29\u0E32"));
        QCOMPARE(places[0].word, thai);
    }

    // What an engine does that ends while somebody searches.
    void reading_closing_endsWithCancelled()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "needle");
        const auto done = real.run({pathOf(tree)});
        Settings settings;
        settings.home = real.home();
        const SystemClock clock;
        RealParts rooms(settings.storePath(), clock);
        CancelSource closing;
        const QString word = QStringLiteral("needle");
        const auto places = findOccurrences(rooms.parts(), done.id, word, 9, closing.token());
        QCOMPARE(places.value().size(), std::size_t(1));
        closing.cancel();
        const auto late = findOccurrences(rooms.parts(), done.id, word, 9, closing.token());
        QVERIFY(late.error().kind == ErrorKind::Cancelled);
        QVERIFY(readDocumentText(rooms.parts(), done.id, 0, closing.token()).error().kind ==
                ErrorKind::Cancelled);
    }

    // ---- Growing
    void addInputs_completedProcess_equalsOneOverEverything()
    {
        const RealEngine real;
        const FolderTree tree;
        for (int i = 0; i < 7; ++i)
            tree.file("first/" + QByteArray::number(i) + ".txt",
                      "shared word" + QByteArray::number(i * i * i));
        for (int i = 0; i < 5; ++i)
            tree.file("second/" + QByteArray::number(i) + ".txt",
                      "shared other" + QByteArray::number(i * i * i));
        tree.file("second/copy.txt", "shared word8"); // the content of first/2.txt
        const QStringList both{pathOf(tree, "first"), pathOf(tree, "second")};
        const auto whole = real.run(both, smallTrees());
        const auto grown = real.run({both[0]}, smallTrees());
        QCOMPARE(grown.documents.done, 7);
        tree.file("first/zzz.txt", "later, and not asked for");
        QVERIFY(real.engine().addInputs(grown.id, inputsOf({both[1]}), {}).result());
        const auto after = real.finish(grown.id);
        QCOMPARE(after.state, ProcessState::Completed);
        QCOMPARE(after.documents.done, whole.documents.done);
        QCOMPARE(after.documents.skipped, 1);
        QCOMPARE(after.documents.failed, 0);
        QCOMPARE(after.counts, whole.counts);
        const auto a = real.engine().statistics(whole.id).result().value();
        const auto b = real.engine().statistics(grown.id).result().value();
        QCOMPARE(toJson(b), toJson(a));
        QCOMPARE(real.engine().words(grown.id, {}).result().value().words,
                 real.engine().words(whole.id, {}).result().value().words);
    }

    // The folder of the first plan need not be there any more.
    void addInputs_earlierFolderGone_readsTheNewOnesOnly()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("first/a.txt", "one");
        tree.file("second/b.txt", "two words");
        const auto done = real.run({pathOf(tree, "first")});
        tree.remove("first/a.txt");
        QVERIFY(QDir(pathOf(tree)).rmdir(QStringLiteral("first")));
        QVERIFY(real.engine().addInputs(done.id, inputsOf({pathOf(tree, "second")}), {}).result());
        const auto after = real.finish(done.id);
        QCOMPARE(after.documents.found(), 2);
        QCOMPARE(after.documents.done, 2);
        QCOMPARE(after.counts.words, 3);
        QCOMPARE(real.engine().request(done.id).result().value().inputs.size(), std::size_t(2));
    }

    void addInputs_sameFolderAgain_countsNothingTwice()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "one two");
        const auto done = real.run({pathOf(tree)});
        QVERIFY(real.engine().addInputs(done.id, inputsOf({pathOf(tree)}), {}).result());
        const auto after = real.finish(done.id);
        QCOMPARE(after.state, ProcessState::Completed);
        QCOMPARE(after.counts.words, 2);
        QCOMPARE(after.documents.skipped, 1);
    }

    // ---- Work
    void history_finishedProcess_sumsToItsDocuments()
    {
        const RealEngine real;
        const FolderTree tree;
        for (int i = 0; i < 9; ++i)
            tree.file(QByteArray::number(i) + ".txt", "document number " + QByteArray::number(i));
        tree.file("x.bin", QByteArray("\0\1\2\3\xff\xd8\xff", 7));
        const auto done = real.run({pathOf(tree)}, smallTrees());
        qint64 counted = 0;
        qint64 skipped = 0;
        qint64 summarised = 0;
        const auto points = real.engine().history(done.id).result().value();
        for (const HistoryPoint &point : points) {
            counted += point.done;
            skipped += point.skipped;
            summarised += point.summarised;
        }
        QCOMPARE(counted, 9);
        QCOMPARE(skipped, 1);
        QCOMPARE(summarised, 10);
    }

    void stepTimes_workDoneHere_areKeptWhenWorkingStops()
    {
        const RealEngine real;
        const FolderTree tree;
        for (int i = 0; i < 5; ++i)
            tree.file(QByteArray::number(i) + ".txt", "Document number " + QByteArray::number(i) + ". More.");
        const auto done = real.run({pathOf(tree)}, smallTrees());
        QSignalSpy stopped(&real.engine(), &Engine::workingStopped);
        real.engine().stopWorking();
        QVERIFY(stopped.wait(30'000));
        std::map<Step, StepTimes> times;
        for (const StepTimes &step : real.engine().stepTimes(done.id)) {
            qint64 inBuckets = 0;
            for (const qint64 bucket : step.buckets)
                inBuckets += bucket;
            QCOMPARE(inBuckets, step.count);
            times.emplace(step.step, step);
        }
        QCOMPARE(times.size(), std::size_t(5));
        QCOMPARE(times[Step::Reading].count, 10); // in both stages
        QCOMPARE(times[Step::Counting].count, 5);
        QCOMPARE(times[Step::Summarising].count, 5);
        QVERIFY(times[Step::Combining].count > 0);
        QVERIFY(times[Step::Saving].count > 0);
        QVERIFY(real.engine().activities().empty());
    }

    void counts_someOfEach_tellThemApart()
    {
        const RealEngine real;
        const FolderTree tree;
        tree.file("a.txt", "one");
        QCOMPARE(real.run({pathOf(tree)}).state, ProcessState::Completed);
        QCOMPARE(real.run({pathOf(tree, "not there")}).state, ProcessState::Failed);
        QSignalSpy stopped(&real.engine(), &Engine::workingStopped);
        real.engine().stopWorking();
        QVERIFY(stopped.wait(30'000));
        const auto paused = real.start({pathOf(tree)});
        QVERIFY(real.engine().setPaused(paused, true).result());
        QVERIFY(real.engine().remove(real.start({pathOf(tree)})).result());
        QVERIFY(real.engine().rename(paused, QStringLiteral("later")).result());
        QCOMPARE(real.engine().snapshot(paused).result().value().name, QStringLiteral("later"));
        const auto counts = real.engine().counts().result().value();
        QCOMPARE(counts.all, 3);
        QCOMPARE(counts.finished, 1);
        QCOMPARE(counts.failed, 1);
        QCOMPARE(counts.problems, 1);
        QCOMPARE(counts.paused, 1);
        QCOMPARE(counts.waiting, 0);
        QCOMPARE(counts.removed, 1);
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
