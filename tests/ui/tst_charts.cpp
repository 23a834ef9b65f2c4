// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/lengthschart.h"
#include "charts/stateschart.h"
#include "charts/stepschart.h"
#include "charts/throughputchart.h"
#include "charts/topwordschart.h"
#include "charts/wordcloud.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAreaSeries>
#include <QChart>
#include <QImage>
#include <QLineSeries>
#include <QLocale>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Gemmary;

namespace {

constexpr qint64 Start = 1'700'000'000'000;

void showSized(QWidget &widget, QSize size = {500, 320})
{
    widget.resize(size);
    widget.show();
}

const std::vector<TermCount> &words()
{
    static const std::vector<TermCount> list{{"whale", 1230}, {"ship", 731}, {"captain", 539}};
    return list;
}

QAreaSeries *areaOf(const ChartPanel &panel)
{
    for (QAbstractSeries *series : panel.plot()->chart()->series()) {
        if (auto *area = qobject_cast<QAreaSeries *>(series))
            return area;
    }
    return nullptr;
}

qsizetype pointsOf(const ChartPanel &panel)
{
    const QAreaSeries *area = areaOf(panel); // some are made when they are needed
    return area ? area->upperSeries()->points().size() : 0;
}

// The middle of what the plot shows at `value`, in its widget.
QPoint spot(const ChartPanel &panel, double x, double y)
{
    return panel.plot()->position({x, y}).toPoint();
}

QStringList column(const QAbstractItemModel *model, int column)
{
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts.push_back(model->index(row, column).data().toString());
    return texts;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void panel_hidden_drawsOnlyWhenItIsShown()
    {
        TopWordsChart chart;
        chart.resize(500, 320);
        chart.setWords(words(), 10'000);
        QTest::qWait(400); // longer than the pause between two drawings
        QCOMPARE(pointsOf(chart), 0);
        chart.show();
        QTRY_COMPARE(pointsOf(chart), 12); // four corners a bar
        chart.hide();
        chart.setWords({{"whale", 5}}, 10);
        QTest::qWait(400);
        QCOMPARE(pointsOf(chart), 12);
        chart.show();
        QTRY_COMPARE(pointsOf(chart), 4);
    }

    void panel_nothingToShow_saysWhatWillShow()
    {
        LengthsChart chart;
        showSized(chart);
        QTRY_COMPARE(chart.sentence(),
                     QStringLiteral("The lengths show here when documents have been read."));
        QVERIFY(!chart.plot()->isVisible());
        chart.setLengths({5});
        QTRY_VERIFY(chart.plot()->isVisible());
        chart.setLengths({});
        QTRY_VERIFY(!chart.plot()->isVisible());
    }

    void topWords_table_saysWhatTheChartShows()
    {
        TopWordsChart chart;
        QAbstractItemModelTester tester(chart.table(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        showSized(chart);
        chart.setWords(words(), 10'000);
        chart.setTableShown(true);
        QTRY_COMPARE(chart.table()->rowCount(), 3);
        QCOMPARE(column(chart.table(), 0),
                 QStringList({QStringLiteral("whale"), QStringLiteral("ship"), QStringLiteral("captain")}));
        QCOMPARE(column(chart.table(), 1),
                 QStringList({QStringLiteral("1,230"), QStringLiteral("731"), QStringLiteral("539")}));
        QCOMPARE(chart.table()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("whale, Count: 1,230, Per 10,000 words: 1,230"));
        QCOMPARE(chart.dataText().split(QLatin1Char('\n')).value(2), QStringLiteral("ship\t731\t731"));
        chart.setWords({{"whale", 1}}, 10); // fewer rows while the table is shown
        QTRY_COMPARE(chart.table()->rowCount(), 1);
    }

    void topWords_mostFrequent_isTheTopmostAndLongestBar()
    {
        TopWordsChart chart;
        showSized(chart);
        chart.setWords(words(), 10'000);
        QTRY_COMPARE(pointsOf(chart), 12);
        const PlotContent &content = chart.plot()->content();
        QCOMPARE(content.yTicks.back().text, QStringLiteral("whale"));
        QVERIFY(content.yTicks.back().at > content.yTicks.front().at);
        QCOMPARE(content.values.back().at.x(), 1230.0);
        QVERIFY(content.xTo > 1230); // room for the figure
    }

    void topWords_click_asksForThatWord()
    {
        TopWordsChart chart;
        QSignalSpy asked(&chart, &TopWordsChart::wordActivated);
        showSized(chart);
        chart.setWords(words(), 10'000);
        QTRY_COMPARE(pointsOf(chart), 12);
        QTest::mouseClick(chart.plot()->viewport(), Qt::LeftButton, {}, spot(chart, 100, 1)); // the second
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("ship"));
    }

    void topWords_keys_walkAndActivateAsTheMouseDoes()
    {
        TopWordsChart chart;
        QSignalSpy asked(&chart, &TopWordsChart::wordActivated);
        showSized(chart);
        chart.setWords(words(), 10'000);
        QTRY_COMPARE(pointsOf(chart), 12);
        QTest::keyClick(chart.plot(), Qt::Key_Down);
        QTest::keyClick(chart.plot(), Qt::Key_Down);
        QVERIFY2(chart.plot()->calloutText().startsWith(QStringLiteral("ship\nCount: 731")),
                 qPrintable(chart.plot()->calloutText()));
        QTest::keyClick(chart.plot(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("ship"));

        chart.setTableShown(true);
        auto *table = chart.findChild<QTreeView *>();
        QTRY_VERIFY(table->isVisible());
        QVERIFY(table->currentIndex().isValid());
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked[1][0].toString(), QStringLiteral("whale"));
    }

    void topWords_perTenThousand_relatesToAllWords()
    {
        TopWordsChart chart;
        showSized(chart);
        chart.setWords({{"whale", 50}}, 100'000);
        QTRY_COMPARE(pointsOf(chart), 4);
        for (auto *button : chart.findChildren<QAbstractButton *>()) {
            if (button->text() == QStringLiteral("Per 10,000"))
                button->click();
        }
        QTRY_COMPARE(chart.plot()->content().values.front().text, QStringLiteral("5"));
    }

    void lengths_click_asksForTheRange()
    {
        LengthsChart chart;
        QSignalSpy asked(&chart, &LengthsChart::rangeActivated);
        showSized(chart);
        chart.setLengths({0, 5, 5, 5, 40});
        QTRY_VERIFY(pointsOf(chart) == 16);
        QTest::mouseClick(chart.plot()->viewport(), Qt::LeftButton, {}, spot(chart, 1, 1));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toLongLong(), 1);
        QCOMPARE(asked[0][1].toLongLong(), 9);
    }

    void lengths_description_saysTheDataInASentence()
    {
        LengthsChart chart;
        showSized(chart);
        chart.setLengths({0, 5, 5, 5});
        QTRY_VERIFY2(chart.plot()->accessibleDescription().endsWith(QStringLiteral("75% have 1–9 words")),
                     qPrintable(chart.plot()->accessibleDescription()));
        QVERIFY(!chart.plot()->accessibleName().isEmpty());
    }

    void throughput_samples_showDocumentsASecondAndKeepTheSum()
    {
        ThroughputChart chart;
        showSized(chart);
        for (qint64 second = 0; second <= 60; ++second)
            chart.addSample(Start + second * 1000, second * 4);
        QTRY_COMPARE(pointsOf(chart), 63); // a minute, the second before it began, and both ends
        chart.setTableShown(true);
        QTRY_COMPARE(chart.table()->rowCount(), 61);
        qint64 sum = 0;
        for (const QString &documents : column(chart.table(), 2))
            sum += documents.toLongLong();
        QCOMPARE(sum, 240);
        QCOMPARE(column(chart.table(), 1).value(30), QStringLiteral("4"));
        QVERIFY2(chart.sentence().contains(QStringLiteral("most 4 at")), qPrintable(chart.sentence()));
    }

    void throughput_clockSetBackOrDocumentsWaitingAgain_countsNothingTwice()
    {
        ThroughputChart chart;
        showSized(chart);
        chart.addSample(Start, 100); // what was settled before says nothing about the pace
        chart.addSample(Start + 10'000, 110);
        chart.addSample(Start - 50'000, 115); // clock
        chart.addSample(Start + 11'000, 90);  // retried
        chart.addSample(Start + 12'000, 92);
        chart.setTableShown(true);
        QTRY_VERIFY(chart.table()->rowCount() > 0);
        qint64 sum = 0;
        for (const QString &documents : column(chart.table(), 2))
            sum += documents.toLongLong();
        QCOMPARE(sum, 10 + 5 + 2);
    }

    void throughput_historyOfALongRun_isShownInFewPoints()
    {
        ThroughputChart chart;
        showSized(chart);
        std::vector<ThroughputPoint> history;
        for (qint64 i = 0; i < 600; ++i)
            history.push_back({Start + i * 600'000, Start + (i + 1) * 600'000, 6000});
        chart.setHistory(history);
        for (auto *button : chart.findChildren<QAbstractButton *>()) {
            if (button->text() == QStringLiteral("Whole run"))
                button->click();
        }
        QTRY_VERIFY(pointsOf(chart) > 300);
        QVERIFY(pointsOf(chart) <= 602);
        QTRY_VERIFY2(chart.sentence().startsWith(QStringLiteral("10")), qPrintable(chart.sentence()));
    }

    void throughput_marks_keepOnlyTheLatest()
    {
        ThroughputChart chart;
        showSized(chart);
        for (int i = 0; i < 500; ++i)
            chart.addMark(Start + i, QStringLiteral("paused"));
        chart.addSample(Start, 0);
        QTRY_COMPARE(chart.plot()->content().marks.size(), 60u);
        QCOMPARE(chart.plot()->content().marks.back().at.x(), static_cast<double>(Start + 499));
    }

    void states_areas_addUpToAllDocuments()
    {
        StatesChart chart;
        showSized(chart);
        DocumentCounts counts;
        counts.waiting = 80;
        counts.skipped = 5;
        counts.failed = 5;
        counts.done = 10;
        chart.addSample(Start, counts);
        counts.waiting = 0;
        counts.done = 90;
        chart.addSample(Start + 60'000, counts);
        QTRY_COMPARE(pointsOf(chart), 2);
        QCOMPARE(areaOf(chart)->upperSeries()->at(0).y(), 100.0);
        QCOMPARE(chart.plot()->content().legend.size(), 4u); // "partly done" is not there, so not explained
        QTRY_VERIFY2(chart.sentence().contains(QStringLiteral("90 done")), qPrintable(chart.sentence()));
    }

    void steps_zeroTimes_stayOnTheAxis()
    {
        StepsChart chart;
        showSized(chart);
        chart.setTimes({{QStringLiteral("Reading"), 0, 0, 0, 0, 0, 0, 3},
                        {QStringLiteral("Saving"), 1, 2, 4, 8, 90, 400, 9}});
        QTRY_COMPARE(pointsOf(chart), 2);
        const PlotContent &content = chart.plot()->content();
        QVERIFY(std::isfinite(content.xFrom));
        QVERIFY(content.xFrom <= logPlace(0));
        QVERIFY(content.xTo >= logPlace(90));
        QCOMPARE(content.yTicks.back().text, QStringLiteral("Reading")); // on top
        QTRY_VERIFY2(chart.sentence().startsWith(QStringLiteral("Saving takes most")),
                     qPrintable(chart.sentence()));
    }

    void palette_switched_changesTheColours()
    {
        LengthsChart chart;
        showSized(chart);
        chart.setPalette(paletteOf(Appearance::Light, {}));
        chart.setLengths({5, 50});
        QTRY_COMPARE(areaOf(chart)->brush().color(), colorsOf(paletteOf(Appearance::Light, {})).series[2]);
        chart.setPalette(paletteOf(Appearance::Dark, {}));
        QTRY_COMPARE(areaOf(chart)->brush().color(), colorsOf(paletteOf(Appearance::Dark, {})).series[2]);
        QVERIFY(chart.plot()->grab().toImage().pixelColor(spot(chart, 0, 0.5)) !=
                colorsOf(paletteOf(Appearance::Light, {})).series[2]);
    }

    void rightToLeft_timeAndBars_runFromTheRight()
    {
        TopWordsChart chart;
        chart.setLayoutDirection(Qt::RightToLeft);
        showSized(chart);
        chart.setWords(words(), 10'000);
        QTRY_COMPARE(pointsOf(chart), 12);
        const PlotView &plot = *chart.plot();
        QVERIFY(plot.position({0, 0}).x() > plot.position({1000, 0}).x());
        QVERIFY(plot.plotArea().right() < plot.width() - plot.fontMetrics().averageCharWidth() * 4);
        const QImage image = chart.plot()->grab().toImage();
        QCOMPARE(image.pixelColor(spot(chart, 60, 2)),
                 colorsOf(chart.palette()).series[0]); // QtCharts agrees
    }

    void image_savedAsPng_hasTwoDotsAUnit()
    {
        QTemporaryDir folder;
        LengthsChart chart;
        showSized(chart);
        chart.setLengths({5, 50, 500});
        QTRY_VERIFY(pointsOf(chart) > 0);
        const QString path = folder.filePath(QStringLiteral("chart.png"));
        QVERIFY(chart.saveImage(path, ImageFormat::Png));
        const QImage image(path);
        QVERIFY(image.width() > 2 * chart.plot()->width());
        int coloured = 0;
        for (int y = 0; y < image.height(); y += 4) {
            for (int x = 0; x < image.width(); x += 4)
                coloured += image.pixelColor(x, y) == colorsOf(chart.palette()).series[2] ? 1 : 0;
        }
        QVERIFY(coloured > 100); // the bars
    }

    void image_savedAsSvg_isReadable()
    {
        QTemporaryDir folder;
        TopWordsChart chart;
        showSized(chart);
        chart.setWords({{"<b>&\"whale\"", 3}, {"ship", 2}}, 10); // data, not markup
        QTRY_COMPARE(pointsOf(chart), 8);
        const QString path = folder.filePath(QStringLiteral("chart.svg"));
        QVERIFY(chart.saveImage(path, ImageFormat::Svg));
        QSvgRenderer svg(path);
        QVERIFY(svg.isValid());
        QVERIFY(svg.viewBox().width() > chart.plot()->width());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("ship"));
    }

    void image_placeThatCannotBeWritten_saysWhy()
    {
        LengthsChart chart;
        showSized(chart);
        chart.setLengths({5});
        const Result<void> saved =
            chart.saveImage(QStringLiteral("/nowhere/at/all/chart.png"), ImageFormat::Png);
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::Storage);
        QVERIFY(!saved.error().detail.isEmpty());
    }

    void controls_all_haveNames()
    {
        ThroughputChart chart;
        showSized(chart);
        for (const auto *button : chart.findChildren<QAbstractButton *>())
            QVERIFY(!button->accessibleName().isEmpty() || !button->isVisible() || !button->text().isEmpty());
        QVERIFY(!chart.findChild<QTreeView *>()->accessibleName().isEmpty());
    }

    void cloud_clickAndKeys_askForTheWord()
    {
        WordCloud cloud;
        QSignalSpy asked(&cloud, &WordCloud::wordActivated);
        showSized(cloud);
        cloud.setWords(words());
        QTRY_COMPARE(cloud.placed().size(), 3u);
        QTest::mouseClick(&cloud, Qt::LeftButton, {}, cloud.placed()[1].box.center().toPoint());
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("ship"));
        QTest::keyClick(&cloud, Qt::Key_Right);
        QTest::keyClick(&cloud, Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
        QVERIFY(cloud.accessibleDescription().contains(QStringLiteral("1,230")));
    }

    void cloud_manyWords_showsAtMost120()
    {
        WordCloud cloud;
        showSized(cloud, {1400, 700});
        std::vector<TermCount> many;
        many.reserve(5000);
        for (int i = 0; i < 5000; ++i)
            many.push_back({"w" + std::to_string(i), 6000 - i});
        cloud.setWords(many);
        QTRY_VERIFY(!cloud.placed().empty());
        QVERIFY(cloud.placed().size() <= 120);
    }
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
