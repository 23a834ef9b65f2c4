// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/processoptions.h"
#include "cli/progressline.h"
#include "cli/suggestion.h"
#include "cli/terminal.h"

#include <CLI/CLI.hpp>
#include <QTest>

using namespace Gemmary;
using namespace std::chrono_literals;

namespace {

// What `run . arguments…` asks for, where the settings are `defaults`.
ProcessSettings chosen(std::vector<std::string> arguments, const ProcessSettings &defaults)
{
    CLI::App app;
    ProcessOptions options;
    options.describe(app);
    arguments.insert(arguments.begin(), ".");
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
    Terminal terminal(stdout, stderr);
    const Backend nothing;
    CommandContext context(terminal, nothing);
    context.settings.processDefaults = defaults;
    return options.build(context).value().settings;
}

ProcessSettings unusualDefaults()
{
    ProcessSettings settings;
    settings.readHidden = settings.countDuplicates = settings.segmentChinese = true;
    settings.exclude = QStringList{QStringLiteral("*.log")};
    settings.largestDocument = 1024;
    settings.words = QStringLiteral("original");
    settings.topWords = 9;
    settings.language = QStringLiteral("es");
    settings.summarizer = QStringLiteral("none");
    settings.summarySentences = 7;
    settings.batchSize = 11;
    settings.maxDeliveries = 2;
    return settings;
}

} // namespace

class TestCliTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void options_notGiven_areAsTheSettingsHaveThem()
    {
        QCOMPARE(toJson(chosen({}, unusualDefaults())), toJson(unusualDefaults()));
        QCOMPARE(toJson(chosen({}, {})), toJson(ProcessSettings()));
    }

    void options_given_winOverTheSettings()
    {
        ProcessSettings plain; // every option says what the program's defaults are
        plain.exclude = QStringList{QStringLiteral("a"), QStringLiteral("b")};
        plain.language = QStringLiteral("en");
        plain.maxDeliveries = 2; // has no option
        const ProcessSettings settings = chosen({"--no-hidden",  "--duplicates",
                                                 "skip",         "--no-segment-chinese",
                                                 "--exclude",    "a",
                                                 "--exclude",    "b",
                                                 "--max-size",   "2G",
                                                 "--words",      "terms",
                                                 "--top",        "5",
                                                 "--language",   "en",
                                                 "--summarizer", "extractive",
                                                 "--sentences",  "3",
                                                 "--batch-size", "100"},
                                                unusualDefaults());
        QCOMPARE(toJson(settings), toJson(plain));
    }

    void workers_notGiven_areAsTheSettingsHaveThem()
    {
        Terminal terminal(stdout, stderr);
        CommandContext context(terminal, {});
        context.settings.ui.workers = 3;
        QCOMPARE(context.workers(0), 3);
        QCOMPARE(context.workers(2), 2);
        context.settings.ui.workers = 0;
        QCOMPARE(context.workers(0), QThread::idealThreadCount());
    }

    void name_withControls_cannotHarmTheTerminal()
    {
        const QString text = printable(QStringLiteral("a\x1b[31mb\nc\u202Ed\u0085e"));
        QCOMPARE(text, QStringLiteral("a\\u001b[31mb\\u000ac\\u202ed\\u0085e"));
    }

    void text_tooWide_isCutByColumns()
    {
        QCOMPARE(columnsOf(QStringLiteral("日本e\u0301")), 5);
        QCOMPARE(elided(QStringLiteral("abcdef"), 4), QStringLiteral("abc…"));
        QCOMPARE(elided(QStringLiteral("abcdef"), 4, true), QStringLiteral("…def"));
        QCOMPARE(elided(QStringLiteral("日本語"), 5), QStringLiteral("日本…"));
        QCOMPARE(elided(QStringLiteral("abc"), 3), QStringLiteral("abc"));
    }

    void mistypedWord_nearestIsFound()
    {
        QCOMPARE(editDistance("statsu", "status"), 2);
        QCOMPARE(editDistance("", "run"), 3);
        QCOMPARE(editDistance("run", "run"), 0);
    }

    void clock_anyDuration_isReadable()
    {
        QCOMPARE(clockText(14s), QStringLiteral("0:14"));
        QCOMPARE(clockText(3723s), QStringLiteral("1:02:03"));
    }

    void bar_anyShare_isAsWideAsAsked()
    {
        for (const double share : {-1.0, 0.0, 0.01, 0.5, 0.999, 1.0, 7.0})
            QCOMPARE(barText(share, 20).size(), 20);
    }

    void progress_walkGoingOn_showsNoPercentage()
    {
        ProgressLine line;
        ProcessSnapshot process;
        process.documents.waiting = 10;
        line.update(process, {});
        QVERIFY(line.text({}, 100).contains(QStringLiteral("found so far")));
        QVERIFY(!line.text({}, 100).contains(QLatin1Char('%')));
    }

    void progress_anyWidth_staysWithinIt()
    {
        ProgressLine line;
        ProcessSnapshot process;
        process.planned = true;
        process.documents.waiting = 1000;
        process.documents.done = 234;
        process.bytesFound = 1'000'000;
        process.bytesDone = 200'000;
        line.update(process, ProgressLine::TimePoint(0s));
        process.bytesDone = 400'000;
        line.update(process, ProgressLine::TimePoint(2s));
        const QString text = line.text(QStringLiteral("a/very/long/path/to/a/document.txt"), 120);
        QVERIFY(text.contains(QStringLiteral("40 %")));
        QVERIFY(text.contains(QStringLiteral("0:06 left")));
        for (int columns = 10; columns < 130; ++columns)
            QVERIFY(columnsOf(line.text(QStringLiteral("name"), columns)) <= columns);
    }
};

QTEST_GUILESS_MAIN(TestCliTexts)
#include "tst_clitexts.moc"
