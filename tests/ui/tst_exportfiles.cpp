// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportfiles.h"

#include <QTest>

using namespace Gemmary;

namespace {

ProcessSnapshot named(const QString &name)
{
    ProcessSnapshot process;
    process.id = ProcessId::create();
    process.name = name;
    return process;
}

QStringList pathsOf(const std::vector<ExportFile> &files)
{
    QStringList paths;
    for (const ExportFile &file : files)
        paths += file.path;
    return paths;
}

} // namespace

class TestExportFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void name_unsafe_isMadeSafe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("plain") << QStringLiteral("Letters 1923") << QStringLiteral("Letters 1923");
        QTest::newRow("path") << QStringLiteral("../../etc/passwd") << QStringLiteral("_.._etc_passwd");
        QTest::newRow("windows") << QStringLiteral("a:b*c?\"<d>|\\") << QStringLiteral("a_b_c___d___");
        QTest::newRow("hidden") << QStringLiteral(".hidden. ") << QStringLiteral("hidden");
        QTest::newRow("control") << QStringLiteral("a\nb\u202E") << QStringLiteral("a_b_");
        QTest::newRow("dots") << QStringLiteral("..") << QStringLiteral("Report");
        QTest::newRow("empty") << QString() << QStringLiteral("Report");
        QTest::newRow("emoji") << QStringLiteral("😀 文書") << QStringLiteral("😀 文書");
    }

    void name_unsafe_isMadeSafe()
    {
        QFETCH(QString, name);
        QFETCH(QString, file);
        QCOMPARE(fileNameFor(name), file);
    }

    void name_long_fitsFileSystems()
    {
        const QString name = fileNameFor(QStringLiteral("😀").repeated(200));
        QVERIFY(name.toUtf8().size() <= 200);
        QVERIFY(name.isValidUtf16());
        QVERIFY(!name.isEmpty());
    }

    void one_process_isWrittenWhereAsked()
    {
        const ExportChoice html;
        QCOMPARE(pathsOf(exportFiles({named(QStringLiteral("a"))}, html, QStringLiteral("/t/x.html"))),
                 QStringList(QStringLiteral("/t/x.html")));
        QCOMPARE(pathsOf(exportFiles({named(QStringLiteral("a"))}, html, QStringLiteral("/t/x"))),
                 QStringList(QStringLiteral("/t/x.html")));
    }

    void csv_eachTable_isAFile()
    {
        ExportChoice csv;
        csv.format = ExportFormat::Data;
        const auto all = exportFiles({named(QStringLiteral("a"))}, csv, QStringLiteral("/t/x.csv"));
        QCOMPARE(pathsOf(all), QStringList({QStringLiteral("/t/x.csv"), QStringLiteral("/t/x-words.csv"),
                                            QStringLiteral("/t/x-problems.csv")}));
        csv.options = {false, false, false, 10};
        const auto words = exportFiles({named(QStringLiteral("a"))}, csv, QStringLiteral("/t/x.csv"));
        QCOMPARE(pathsOf(words), QStringList(QStringLiteral("/t/x.csv")));
        QCOMPARE(words.front().table, CsvTable::Words);
        csv.options.words = 0;
        QVERIFY(exportFiles({named(QStringLiteral("a"))}, csv, QStringLiteral("/t/x.csv")).empty());
    }

    void several_equalNames_getNumbers()
    {
        const std::vector<ProcessSnapshot> processes{
            named(QStringLiteral("Letters")), named(QStringLiteral("letters")), named(QStringLiteral("a/b"))};
        QCOMPARE(pathsOf(exportFiles(processes, {}, QStringLiteral("/t"))),
                 QStringList({QStringLiteral("/t/Letters.html"), QStringLiteral("/t/letters (2).html"),
                              QStringLiteral("/t/a_b.html")}));
    }
};

QTEST_GUILESS_MAIN(TestExportFiles)
#include "tst_exportfiles.moc"
