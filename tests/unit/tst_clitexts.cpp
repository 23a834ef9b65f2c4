// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progressline.h"
#include "cli/suggestion.h"
#include "cli/terminal.h"

#include <QTest>

using namespace Gemmary;
using namespace std::chrono_literals;

class TestCliTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
