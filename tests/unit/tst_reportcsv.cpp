// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csvreport.h"
#include "report/escape.h"
#include "support/reportsamples.h"

#include <QTest>

using namespace Gemmary;
using namespace Gemmary::Test;

namespace {

constexpr CsvDialect Data{CsvDialect::Preset::Data, true};
constexpr CsvDialect Spreadsheet{CsvDialect::Preset::Spreadsheet, true};

// RFC 4180, strictly: anything else is an empty list.
std::vector<QStringList> parsed(const QString &text, QChar separator)
{
    std::vector<QStringList> rows{{QString()}};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        QString &cell = rows.back().back();
        const QChar c = text[i];
        if (quoted && c == QLatin1Char('"') && text.mid(i + 1, 1) == QLatin1StringView("\""))
            cell += text[++i];
        else if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (quoted)
            cell += c;
        else if (c == separator)
            rows.back().append(QString());
        else if (text.mid(i, 2) == QLatin1StringView("\r\n"))
            rows.push_back({QString()}), ++i;
        else if (c == QLatin1Char('\n') || c == QLatin1Char('\r'))
            return {};
        else
            cell += c;
    }
    rows.pop_back(); // after the last line's end
    return rows;
}

QByteArray csvOf(const ReportContent &content, CsvTable table, const CsvDialect &dialect)
{
    return written([&](QIODevice &device) { return writeCsv(content, table, dialect, device); });
}

std::vector<QStringList> rowsOf(const ReportContent &content, CsvTable table, const CsvDialect &dialect,
                                QChar separator = QLatin1Char(','))
{
    return parsed(QString::fromUtf8(csvOf(content, table, dialect)), separator);
}

} // namespace

class TestReportCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documents_hostileNames_areReadBackGuarded()
    {
        const auto rows = rowsOf(hostileReport(), CsvTable::Documents, Data);
        const QStringList names = hostileNames();
        QCOMPARE(rows.size(), static_cast<std::size_t>(names.size()) + 1);
        for (qsizetype i = 0; i < names.size(); ++i) {
            const QStringList &row = rows[static_cast<std::size_t>(i) + 1];
            QCOMPARE(row.size(), rows.front().size());
            QCOMPARE(row.front(), cleaned(formulaGuarded(names[i])));
        }
    }

    void documents_formulaNames_beginWithAnApostrophe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("cell");
        QTest::newRow("equals") << QStringLiteral("=1+1") << QStringLiteral("'=1+1");
        QTest::newRow("plus") << QStringLiteral("+1") << QStringLiteral("'+1");
        QTest::newRow("minus") << QStringLiteral("-rf") << QStringLiteral("'-rf");
        QTest::newRow("at") << QStringLiteral("@x") << QStringLiteral("'@x");
        QTest::newRow("tab") << QStringLiteral("\t=1") << QStringLiteral("'\t=1");
        QTest::newRow("full width") << QStringLiteral("\uFF1D1") << QStringLiteral("'\uFF1D1");
        QTest::newRow("plain") << QStringLiteral("a=b.txt") << QStringLiteral("a=b.txt");
    }

    void documents_formulaNames_beginWithAnApostrophe()
    {
        QFETCH(QString, name);
        QFETCH(QString, cell);
        const ReportContent content = reportOf({reportDocument(0, name, 10)});
        QCOMPARE(rowsOf(content, CsvTable::Documents, Data)[1].front(), cell);
        const CsvDialect raw{CsvDialect::Preset::Data, false};
        QCOMPARE(rowsOf(content, CsvTable::Documents, raw)[1].front(), name);
    }

    void documents_data_areForProgramsInAnyLocale()
    {
        ReportContent content = reportOf({reportDocument(0, QStringLiteral("a"), 12'345)});
        content.locale = QLocale(QLocale::Spanish, QLocale::Spain);
        const QByteArray csv = csvOf(content, CsvTable::Documents, Data);
        QVERIFY(csv.startsWith("name,state,bytes,words,lines,characters,sentences,distinct_terms,language,"
                               "encoding,encoding_guessed,reason,summary"));
        QVERIFY(csv.contains("\r\na,done,74070,12345,"));
    }

    void documents_spreadsheetInSpanish_hasSemicolonsAndDecimalCommas()
    {
        ReportDocument document = reportDocument(0, QStringLiteral("a;b"), 12'345);
        document.row.statistics.movingRatio = {2, 555};
        ReportContent content = reportOf({document});
        content.locale = QLocale(QLocale::Spanish, QLocale::Spain);
        QVERIFY(csvOf(content, CsvTable::Documents, Spreadsheet).startsWith("\xEF\xBB\xBF"));
        const auto rows = rowsOf(content, CsvTable::Documents, Spreadsheet, QLatin1Char(';'));
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[1].front(), QStringLiteral("a;b"));
        QVERIFY(rows[1].contains(QStringLiteral("12345")));
        QVERIFY(rows[1].contains(QStringLiteral("0,5550")));
    }

    void documents_none_isAHeader()
    {
        QCOMPARE(rowsOf(reportOf({}), CsvTable::Documents, Data).size(), std::size_t(1));
    }

    void problems_list_onlyThem()
    {
        ReportDocument failed = reportDocument(1, QStringLiteral("b"), 0);
        failed.row.state = DocumentState::Failed;
        failed.problem = Problem{Reason::NoPermission, QStringLiteral("-EACCES")};
        const auto rows =
            rowsOf(reportOf({reportDocument(0, QStringLiteral("a"), 3), failed}), CsvTable::Problems, Data);
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[1].first(4),
                 QStringList({QStringLiteral("b"), QStringLiteral("failed"), QStringLiteral("no_permission"),
                              QStringLiteral("'-EACCES")}));
    }

    void words_haveRankAndShare()
    {
        ReportContent content = reportOf({reportDocument(0, QStringLiteral("a"), 1000)});
        content.words = {{"the", 50}, {"of", 25}};
        const auto rows = rowsOf(content, CsvTable::Words, Data);
        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(rows[1], QStringList({QStringLiteral("1"), QStringLiteral("the"), QStringLiteral("50"),
                                       QStringLiteral("500.0000")}));
    }

    void pages_error_isHandedOn()
    {
        ReportContent content = reportOf({});
        content.documents = [](qint64) -> Result<std::vector<ReportDocument>> {
            return failure(ErrorKind::Cancelled, QStringLiteral("cancelled"));
        };
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        const auto done = writeCsv(content, CsvTable::Documents, Data, buffer);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    }

    void device_thatTakesNothing_isAStorageError()
    {
        QBuffer closed;
        const auto done = writeCsv(reportOf({}), CsvTable::Documents, Data, closed);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Storage);
    }
};

QTEST_GUILESS_MAIN(TestReportCsv)
#include "tst_reportcsv.moc"
