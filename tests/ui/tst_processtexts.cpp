// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/format.h"
#include "widgets/processtexts.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QTest>

using namespace Gemmary;

Q_DECLARE_METATYPE(Gemmary::ProcessSnapshot)

namespace {

ProcessSnapshot process(ProcessState state, qint64 done, qint64 waiting = 0)
{
    ProcessSnapshot process;
    process.name = QStringLiteral("Letters 1923");
    process.state = state;
    process.planned = true;
    process.documents.done = done;
    process.documents.waiting = waiting;
    return process;
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// Contrast as WCAG 2 defines it.
double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

class TestProcessTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void shownState_tellsApartWhatGoesOn_data()
    {
        QTest::addColumn<ProcessSnapshot>("process");
        QTest::addColumn<int>("shown");
        const auto row = [](const char *name, ProcessSnapshot process, ShownState shown, auto change) {
            change(process);
            QTest::newRow(name) << process << static_cast<int>(shown);
        };
        const auto same = [](ProcessSnapshot &) {};
        row("pending", process(ProcessState::Pending, 0), ShownState::Waiting, same);
        row("pending and paused", process(ProcessState::Pending, 0), ShownState::Paused,
            [](ProcessSnapshot &p) { p.paused = true; });
        row("walk not ended", process(ProcessState::Running, 3, 4), ShownState::Scanning,
            [](ProcessSnapshot &p) { p.planned = false; });
        row("counting", process(ProcessState::Running, 3, 4), ShownState::Analysing, same);
        row("all counted", process(ProcessState::Running, 7), ShownState::Summarising, same);
        row("completed", process(ProcessState::Completed, 7), ShownState::Completed, same);
        row("failures are said", process(ProcessState::Completed, 7), ShownState::CompletedWithProblems,
            [](ProcessSnapshot &p) { p.documents.failed = 1; });
        row("skips are no problems", process(ProcessState::Completed, 7), ShownState::Completed,
            [](ProcessSnapshot &p) { p.documents.skipped = 5; });
    }

    void shownState_tellsApartWhatGoesOn()
    {
        QFETCH(ProcessSnapshot, process);
        QFETCH(int, shown);
        QCOMPARE(static_cast<int>(shownState(process)), shown);
    }

    void share_ofUnknownTotal_isNotMadeUp()
    {
        ProcessSnapshot scanning = process(ProcessState::Running, 3, 4);
        scanning.planned = false;
        QVERIFY(shareDone(scanning) < 0);
        QCOMPARE(progressText(scanning).contains(QLatin1Char('%')), false);
    }

    void share_isMeasuredInBytes_notInDocuments()
    {
        ProcessSnapshot counting = process(ProcessState::Running, 99, 1);
        counting.settings.summarizer = QStringLiteral("none");
        counting.bytesFound = 1000;
        counting.bytesDone = 100; // the last document is the large one
        QCOMPARE(shareDone(counting), 0.1);
    }

    void rowSentence_saysNameStateShareAndProblems()
    {
        ProcessSnapshot counting = process(ProcessState::Running, 81, 19);
        counting.settings.summarizer = QStringLiteral("none");
        counting.documents.failed = 0;
        const QString sentence = rowSentence(counting);
        for (const char *part : {"Letters 1923", "Analysing", "81"})
            QVERIFY2(sentence.contains(QLatin1String(part)), qPrintable(sentence));
    }

    void remedies_ofTheWindow_nameNoOptionOfTheCommandLine()
    {
        for (int reason = 0; reason <= static_cast<int>(Reason::Internal); ++reason) {
            const QString remedy = remedyText(static_cast<Reason>(reason));
            QVERIFY(!remedy.isEmpty());
            QVERIFY2(!remedy.contains(QLatin1String("--")), qPrintable(remedy));
        }
    }

    void extractiveSummary_isNeverCalledAi()
    {
        Summary summary;
        summary.engine = QStringLiteral("extractive");
        QVERIFY(provenanceText(summary).contains(QLatin1String("no AI")));
    }

    void figures_areReadable_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("expected");
        using std::chrono::milliseconds;
        QTest::newRow("count") << formatCount(1204) << QStringLiteral("1,204");
        QTest::newRow("minutes") << formatDuration(milliseconds(125'000)) << QStringLiteral("2:05");
        QTest::newRow("hours") << formatDuration(milliseconds(3'725'000)) << QStringLiteral("1:02:05");
        QTest::newRow("no time") << formatWhen(0) << QString();
    }

    void figures_areReadable()
    {
        QFETCH(QString, shown);
        QTEST(shown, "expected");
    }

    void colors_areReadableInEveryTheme_data()
    {
        QTest::addColumn<int>("appearance");
        QTest::newRow("light") << static_cast<int>(Appearance::Light);
        QTest::newRow("dark") << static_cast<int>(Appearance::Dark);
        QTest::newRow("high contrast") << static_cast<int>(Appearance::HighContrast);
    }

    void colors_areReadableInEveryTheme()
    {
        QFETCH(int, appearance);
        const QPalette palette = paletteOf(static_cast<Appearance>(appearance), QApplication::palette());
        const Colors colors = colorsOf(palette);
        const QColor base = palette.color(QPalette::Base);
        for (const QColor &text : {colors.done, colors.running, colors.waiting, colors.paused, colors.failed,
                                   colors.skipped, colors.warning, colors.faintText})
            QVERIFY2(contrast(text, base) >= 4.5, qPrintable(text.name()));
        for (const QColor &shape : colors.series)
            QVERIFY2(contrast(shape, base) >= 3, qPrintable(shape.name()));
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 3);
    }
};

QTEST_MAIN(TestProcessTexts)
#include "tst_processtexts.moc"
