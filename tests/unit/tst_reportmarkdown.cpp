// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/escape.h"
#include "report/markdownreport.h"
#include "support/reportsamples.h"

#include <QRegularExpression>
#include <QTest>

using namespace Gemmary;
using namespace Gemmary::Test;

namespace {

QString markdownOf(const ReportContent &content)
{
    return QString::fromUtf8(written([&](QIODevice &device) { return writeMarkdown(content, device); }));
}

// Characters that no backslash takes the meaning of.
QString unescaped(QString text)
{
    return text.remove(QRegularExpression(QStringLiteral("\\\\.")));
}

} // namespace

class TestReportMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_special_isEscaped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("markdown");
        QTest::newRow("link") << QStringLiteral("](x)") << QStringLiteral("\\]\\(x\\)");
        QTest::newRow("cell") << QStringLiteral("| a |") << QStringLiteral("\\| a \\|");
        QTest::newRow("html") << QStringLiteral("<b>") << QStringLiteral("\\<b\\>");
        QTest::newRow("lines") << QStringLiteral("a\n\n# b") << QStringLiteral("a \\# b");
        QTest::newRow("code") << QStringLiteral("    `x`") << QStringLiteral("\\`x\\`");
        QTest::newRow("list") << QStringLiteral("- x") << QStringLiteral("\\- x");
        QTest::newRow("numbered") << QStringLiteral("1. x") << QStringLiteral("1\\. x");
        QTest::newRow("rule") << QStringLiteral("---") << QStringLiteral("\\---");
        QTest::newRow("address") << QStringLiteral("https://x") << QStringLiteral("https\\://x");
        QTest::newRow("entity") << QStringLiteral("&amp;") << QStringLiteral("\\&amp;");
        QTest::newRow("backslash") << QStringLiteral("\\|") << QStringLiteral("\\\\\\|");
        QTest::newRow("direction") << QStringLiteral("a\u202Eb") << QStringLiteral("a\uFFFDb");
        QTest::newRow("decimal") << QStringLiteral("8.4 s") << QStringLiteral("8.4 s");
        QTest::newRow("plain") << QStringLiteral("letters/2.txt") << QStringLiteral("letters/2.txt");
        QTest::newRow("name with year") << QStringLiteral("1923-05.txt") << QStringLiteral("1923-05.txt");
    }

    void text_special_isEscaped()
    {
        QFETCH(QString, text);
        QFETCH(QString, markdown);
        QCOMPARE(markdownText(text), markdown);
    }

    void report_hostileContent_keepsItsTables()
    {
        QString bare = unescaped(markdownOf(hostileReport()));
        QVERIFY(!bare.contains(QLatin1Char('<')));
        QVERIFY(!bare.contains(QLatin1Char('[')));
        QVERIFY(!bare.contains(QLatin1Char('`')));
        int rows = 0;
        bool inDocuments = false;
        for (const QString &line : bare.split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1StringView("## ")))
                inDocuments = line == QLatin1StringView("## Documents");
            if (!inDocuments || !line.startsWith(QLatin1Char('|')))
                continue;
            QCOMPARE(line.count(QLatin1Char('|')), 7);
            ++rows;
        }
        QCOMPARE(rows, hostileNames().size() + 2);
    }

    void report_stopped_saysItIsNotFinal()
    {
        ReportContent content = reportOf({});
        content.process.state = ProcessState::Stopped;
        QVERIFY(markdownOf(content).contains(QStringLiteral("> **This report is not final")));
    }

    void report_carriesDefinitions()
    {
        const QString text = markdownOf(reportOf({reportDocument(0, QStringLiteral("a"), 1'200)}));
        QVERIFY(text.contains(QStringLiteral("| Words | 1,200 | whatever stands between blanks")));
    }
};

QTEST_GUILESS_MAIN(TestReportMarkdown)
#include "tst_reportmarkdown.moc"
