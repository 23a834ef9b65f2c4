// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/printprocess.h"

#include "export/enginedesk.h"
#include "export/paperprinter.h"
#include "report/reportfetch.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(PrintProcess)
};

// Fetches one report in a thread of its own; deletes itself when it has been shown.
class PrintRun : public QObject
{
public:
    PrintRun(Engine &engine, QWidget *window)
        : QObject(window)
        , m_window(window)
        , m_desk(engine)
    {
        m_pool.setMaxThreadCount(1);
    }

    ~PrintRun() override
    {
        m_desk.close();
        m_pool.waitForDone();
    }

    void start(const ProcessId &id)
    {
        const auto made = QtConcurrent::run(&m_pool, [this, id]() -> Result<PaperReport> {
            GEMMARY_ASSIGN(content, fetchReport(m_desk, id, {}));
            return paperReport(content);
        });
        whenAnswered(made, this, [this](const Result<PaperReport> &report) {
            if (report)
                openPreview(*report);
            else
                tell(report.error());
            deleteLater();
        });
    }

private:
    void openPreview(const PaperReport &report)
    {
        const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setPageLayout(paperFor(QLocale()));
        printer->setDocName(report.title);
        printer->setCreator(QStringLiteral("Gemmary ") + QCoreApplication::applicationVersion());
        auto *preview = new QPrintPreviewDialog(printer.get(), m_window);
        preview->setAttribute(Qt::WA_DeleteOnClose);
        preview->setWindowTitle(Tr::tr("Print a report"));
        connect(preview, &QPrintPreviewDialog::paintRequested, preview,
                [report, printer](QPrinter *device) { printPaper(report, *device); });
        preview->open();
    }

    void tell(const Error &error)
    {
        auto *box = new QMessageBox(QMessageBox::Warning, Tr::tr("Print a report"),
                                    Tr::tr("The report could not be made. %1").arg(error.message),
                                    QMessageBox::Ok, m_window);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setDetailedText(error.detail);
        box->open();
    }

    QWidget *m_window;
    EngineDesk m_desk;
    QThreadPool m_pool;
};

} // namespace

void printProcess(Engine &engine, const ProcessSnapshot &process, QWidget *parent)
{
    (new PrintRun(engine, parent))->start(process.id);
}

} // namespace Gemmary
