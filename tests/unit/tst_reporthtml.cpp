// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/htmlreport.h"
#include "support/reportsamples.h"

#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace Gemmary;
using namespace Gemmary::Test;

namespace {

QByteArray htmlOf(const ReportContent &content)
{
    return written([&](QIODevice &device) { return writeHtml(content, device); });
}

// What a page is made of. `error` when it is not well-formed.
struct Page
{
    QSet<QString> elements;
    QSet<QString> attributes;
    QString text;
    QString error;
};

Page read(const QByteArray &html)
{
    Page page;
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters())
            page.text += reader.text();
        if (!reader.isStartElement())
            continue;
        page.elements += reader.name().toString();
        for (const QXmlStreamAttribute &attribute : reader.attributes())
            page.attributes += attribute.name().toString();
    }
    page.error = reader.errorString();
    return page;
}

ReportContent stoppedReport()
{
    ReportContent content = reportOf({reportDocument(0, QStringLiteral("a"), 100)});
    content.process.state = ProcessState::Stopped;
    content.process.documents.waiting = 3;
    content.statistics.reset();
    return content;
}

} // namespace

class TestReportHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void page_hostileContent_isWellFormedAndRunsNothing()
    {
        const Page page = read(htmlOf(hostileReport()));
        QCOMPARE(page.error, QString());
        for (const char *element : {"script", "img", "iframe", "object", "link", "base", "form", "b1"})
            QVERIFY2(!page.elements.contains(QLatin1StringView(element)), element);
        for (const QString &attribute : page.attributes)
            QVERIFY2(!attribute.startsWith(QLatin1StringView("on")), qPrintable(attribute));
        QVERIFY(!page.attributes.contains(QStringLiteral("src")));
    }

    void page_hostileNames_areShownAsTheyAre()
    {
        const Page page = read(htmlOf(hostileReport()));
        QVERIFY(page.text.contains(QStringLiteral("<script>alert(1)</script>.txt")));
        QVERIFY(page.text.contains(QStringLiteral("&lt;b&gt; &amp;")));
        QVERIFY(page.text.contains(QStringLiteral("nul\uFFFDinside")));
        QVERIFY(page.text.contains(QStringLiteral("lone\uFFFDhalf")));
    }

    void page_needsNothingFromOutside()
    {
        const QByteArray html = htmlOf(reportOf({reportDocument(0, QStringLiteral("a"), 100)}));
        QVERIFY(html.contains(
            "Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
            "img-src data:"));
        QVERIFY(!html.contains("url("));
        QVERIFY(!html.contains("@import"));
    }

    void page_charts_saySoToThoseWhoHear()
    {
        ReportContent content = reportOf({reportDocument(0, QStringLiteral("a"), 100)});
        content.words = {{"the", 9}};
        const Page page = read(htmlOf(content));
        QVERIFY(page.elements.contains(QStringLiteral("desc")));
        QVERIFY(page.text.contains(QStringLiteral("the most frequent is the with 9.")));
    }

    void page_stoppedProcess_saysItIsNotFinal()
    {
        const Page page = read(htmlOf(stoppedReport()));
        QVERIFY(
            page.text.contains(QStringLiteral("This report is not final. State: Stopped; 1 of 4 documents")));
        QVERIFY(!read(htmlOf(reportOf({}))).text.contains(QStringLiteral("not final")));
    }

    void page_noDocuments_isWellFormed()
    {
        const Page page = read(htmlOf(reportOf({})));
        QCOMPARE(page.error, QString());
        QVERIFY(page.text.contains(QStringLiteral("Letters 1923")));
    }

    void page_locale_decidesNumbersAndDirection()
    {
        ReportContent content = reportOf({reportDocument(0, QStringLiteral("a"), 1'234'567)});
        content.locale = QLocale(QLocale::German, QLocale::Germany);
        QVERIFY(htmlOf(content).contains("1.234.567"));
        QVERIFY(htmlOf(content).contains("<html lang=\"de\" dir=\"ltr\">"));
        content.locale = QLocale(QLocale::Spanish, QLocale::Spain);
        QVERIFY(htmlOf(content).contains("1.234.567"));
        content.locale = QLocale(QLocale::Arabic, QLocale::Egypt);
        QVERIFY(htmlOf(content).contains("dir=\"rtl\">"));
    }

    void page_options_leaveOut()
    {
        ReportContent content = hostileReport();
        content.options = {false, false, false, 0};
        content.words.clear();
        const Page page = read(htmlOf(content));
        QVERIFY(!page.text.contains(QStringLiteral("What to do")));
        QVERIFY(!htmlOf(content).contains("id=\"documents\""));
        QVERIFY(!htmlOf(content).contains("id=\"problems\""));
        QVERIFY(!htmlOf(content).contains("id=\"words\""));
    }

    void problems_many_areCountedAndCut()
    {
        ReportContent content = reportOf({});
        content.documents = pagesOf(1000, [](qint64 number) {
            ReportDocument document = reportDocument(number, QStringLiteral("d%1").arg(number), 0);
            document.row.state = DocumentState::Failed;
            document.problem = Problem{Reason::NotThere, {}};
            return document;
        });
        content.options.documents = false;
        const Page page = read(htmlOf(content));
        QVERIFY(page.text.contains(QStringLiteral("and 800 more")));
        QVERIFY(page.text.contains(QStringLiteral("Put it back, then retry.")));
    }

    void lengths_areBinned()
    {
        std::vector<ReportDocument> documents;
        for (const qint64 words : {0, 120, 130, 160, 5'000})
            documents.push_back(
                reportDocument(static_cast<qint64>(documents.size()), QStringLiteral("d"), words));
        const Page page = read(htmlOf(reportOf(documents)));
        QVERIFY(page.text.contains(QStringLiteral("100 words or more: 2 documents")));
        QVERIFY(page.text.contains(QStringLiteral("150 words or more: 1 documents")));
        QVERIFY(page.text.contains(QStringLiteral("5,000 words or more: 1 documents")));
    }

    void paper_manyDocuments_saysHowManyAreListed()
    {
        ReportContent content = reportOf({});
        content.documents = pagesOf(PaperDocuments + 500, [](qint64 number) {
            return reportDocument(number, QStringLiteral("d%1").arg(number), 50);
        });
        const auto paper = paperReport(content);
        QVERIFY(paper);
        QVERIFY(paper->html.contains(QStringLiteral("The first 2,000 of 2,500 documents")));
        QVERIFY(!paper->html.contains(QStringLiteral("d2000<")));
        QVERIFY(paper->charts.size() >= 1);
        QVERIFY(paper->html.contains(QStringLiteral("chart:lengths")));
    }

    void paper_hostileContent_isWellFormed()
    {
        const auto paper = paperReport(hostileReport());
        QVERIFY(paper);
        QCOMPARE(read(paper->html.toUtf8()).error, QString());
        for (const Chart &chart : paper->charts)
            QCOMPARE(read(chart.svg.toUtf8()).error, QString());
    }
};

QTEST_GUILESS_MAIN(TestReportHtml)
#include "tst_reporthtml.moc"
