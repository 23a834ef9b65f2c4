// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportrun.h"
#include "export/paperprinter.h"
#include "support/foldertree.h"
#include "support/realengine.h"
#include "support/reportsamples.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>

using namespace Gemmary;
using namespace Gemmary::Test;

namespace {

// A process with two documents that were read and one that was not.
class Exported
{
public:
    Exported()
    {
        m_tree.file("in/one.txt",
                    "The river rose in the night. The village slept. We carried the books upstairs.");
        m_tree.file("in/two.txt",
                    "Nobody could remember such a spring. The river fell again in the morning.");
        m_tree.file("in/picture.jpg", "\xFF\xD8\xFF\xE0 JFIF \x01\x02");
        m_tree.folder("out");
        m_process = m_engine.run({QFile::decodeName(m_tree.path("in"))});
    }

    [[nodiscard]] Engine &engine() const { return m_engine.engine(); }
    [[nodiscard]] const ProcessSnapshot &process() const { return m_process; }
    [[nodiscard]] QString out(const QString &name = {}) const
    {
        const QString folder = QFile::decodeName(m_tree.path("out"));
        return name.isEmpty() ? folder : folder + QLatin1Char('/') + name;
    }

    [[nodiscard]] QStringList written() const
    {
        return QDir(out()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(out(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    FolderTree m_tree;
    RealEngine m_engine;
    ProcessSnapshot m_process;
};

// Writes `process` in `format`; what was told at the end.
struct Told
{
    QStringList paths;
    std::optional<Error> error;
};

Told run(Engine &engine, const ProcessSnapshot &process, ExportFormat format, const QString &path,
         bool cancelled = false)
{
    Told told;
    ExportRun run(engine);
    bool isOver = false;
    QObject::connect(&run, &ExportRun::finished, &run, [&](const QStringList &paths) {
        told.paths = paths;
        isOver = true;
    });
    QObject::connect(&run, &ExportRun::failed, &run, [&](const Error &error) {
        told.error = error;
        isOver = true;
    });
    ExportChoice choice;
    choice.format = format;
    run.start(exportFiles({process}, choice, path), choice);
    if (cancelled)
        run.cancel();
    if (!QTest::qWaitFor([&] { return isOver; }, 30'000))
        qFatal("the export did not come to its end");
    return told;
}

} // namespace

class TestExportRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats_eachIsWritten_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("html") << int(ExportFormat::Html) << QStringLiteral("r.html")
                              << QByteArray("<!DOCTYPE html>");
        QTest::newRow("pdf") << int(ExportFormat::Pdf) << QStringLiteral("r.pdf") << QByteArray("%PDF-1.");
        QTest::newRow("markdown") << int(ExportFormat::Markdown) << QStringLiteral("r.md")
                                  << QByteArray("# in");
        QTest::newRow("data") << int(ExportFormat::Data) << QStringLiteral("r.csv")
                              << QByteArray("one.txt,done,");
        QTest::newRow("json") << int(ExportFormat::Json) << QStringLiteral("r.json")
                              << QByteArray("gemmary.results/1");
    }

    void formats_eachIsWritten()
    {
        QFETCH(int, format);
        QFETCH(QString, name);
        QFETCH(QByteArray, part);
        const Exported exported;
        const Told told =
            run(exported.engine(), exported.process(), static_cast<ExportFormat>(format), exported.out(name));
        QVERIFY2(!told.error, qPrintable(told.error ? told.error->message : QString()));
        QVERIFY(told.paths.contains(exported.out(name)));
        QVERIFY(exported.content(name).contains(part));
        QCOMPARE(exported.written().size(), told.paths.size());
    }

    void html_hasResultsOfTheEngine()
    {
        const Exported exported;
        run(exported.engine(), exported.process(), ExportFormat::Html,
            exported.out(QStringLiteral("r.html")));
        const QByteArray html = exported.content(QStringLiteral("r.html"));
        QVERIFY(html.contains("one.txt"));
        QVERIFY(html.contains("Copied from the documents as they stand there"));
        QVERIFY(html.contains("Convert it to text, or leave it out."));
        QVERIFY(html.contains("id=\"words\""));
    }

    void csv_tables_areFiles()
    {
        const Exported exported;
        run(exported.engine(), exported.process(), ExportFormat::Spreadsheet,
            exported.out(QStringLiteral("r.csv")));
        QCOMPARE(exported.written(), QStringList({QStringLiteral("r-problems.csv"),
                                                  QStringLiteral("r-words.csv"), QStringLiteral("r.csv")}));
        QVERIFY(exported.content(QStringLiteral("r-words.csv")).contains("river"));
        QVERIFY(exported.content(QStringLiteral("r-problems.csv")).contains("picture.jpg"));
    }

    void process_notWorkedOn_isExportedAsNotFinal()
    {
        const FolderTree tree;
        tree.file("in/one.txt", "A text that nobody has read.");
        tree.folder("out");
        const RealEngine engine;
        const ProcessId id = engine.start({QFile::decodeName(tree.path("in"))});
        const ProcessSnapshot process = engine.engine().snapshot(id).result().value();
        const QString path = QFile::decodeName(tree.path("out/r.html"));
        QVERIFY(!run(engine.engine(), process, ExportFormat::Html, path).error);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("This report is not final."));
    }

    void cancel_leavesNothing()
    {
        const Exported exported;
        const Told told = run(exported.engine(), exported.process(), ExportFormat::Html,
                              exported.out(QStringLiteral("r.html")), true);
        QVERIFY(told.error);
        QCOMPARE(told.error->kind, ErrorKind::Cancelled);
        QCOMPARE(exported.written(), QStringList());
    }

    void run_goneBeforeItsEnd_leavesNothing()
    {
        const Exported exported;
        {
            ExportRun run(exported.engine());
            const ExportChoice choice;
            run.start(exportFiles({exported.process()}, choice, exported.out(QStringLiteral("r.html"))),
                      choice);
        }
        QCOMPARE(exported.written(), QStringList());
    }

    void folder_notThere_saysWhichFileAndWhatToDo()
    {
        const Exported exported;
        const Told told = run(exported.engine(), exported.process(), ExportFormat::Html,
                              exported.out(QStringLiteral("nowhere/r.html")));
        QVERIFY(told.error);
        QCOMPARE(told.error->kind, ErrorKind::Storage);
        QVERIFY(told.error->message.contains(QStringLiteral("r.html")));
        QVERIFY(told.error->message.contains(QStringLiteral("choose another")));
        QVERIFY(!told.error->detail.isEmpty());
    }

    void pdf_longReport_hasNumberedPages()
    {
        std::vector<ReportDocument> documents;
        for (qint64 i = 0; i < 300; ++i)
            documents.push_back(reportDocument(i, QStringLiteral("letters/%1.txt").arg(i), 100 + i));
        const auto paper = paperReport(reportOf(documents));
        QVERIFY(paper);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("r.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(writePdf(*paper, file, {}));
        file.close();
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"),
                     {QStringLiteral("-layout"), file.fileName(), QStringLiteral("-")});
        if (!reader.waitForStarted())
            QSKIP("needs pdftotext (Debian: poppler-utils)");
        QVERIFY(reader.waitForFinished());
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        QVERIFY(text.contains(QStringLiteral("Letters 1923")));
        QVERIFY(text.contains(QStringLiteral("74,850"))); // words: 300 · 100 + 0 + … + 299
        QVERIFY(text.contains(QRegularExpression(QStringLiteral("Page 2 of \\d+"))));
        QVERIFY(text.contains(QStringLiteral("letters/299.txt")));
    }
};

QTEST_MAIN(TestExportRun)
#include "tst_exportrun.moc"
