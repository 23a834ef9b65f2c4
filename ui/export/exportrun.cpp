// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportrun.h"

#include "export/paperprinter.h"
#include "report/csvreport.h"
#include "report/htmlreport.h"
#include "report/jsonreport.h"
#include "report/markdownreport.h"
#include "report/reportfetch.h"
#include "widgets/format.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <algorithm>

namespace Gemmary {

namespace {

// How often a format asks for all documents: charts come before lists.
int passesOf(ExportFormat format)
{
    const bool isReport =
        format == ExportFormat::Html || format == ExportFormat::Pdf || format == ExportFormat::Markdown;
    return isReport ? 2 : 1;
}

Result<void> writeTo(const ReportContent &content, const ExportFile &file, const ExportChoice &choice,
                     QIODevice &device, const CancelToken &cancel)
{
    switch (choice.format) {
    case ExportFormat::Html:
        return writeHtml(content, device);
    case ExportFormat::Pdf: {
        GEMMARY_ASSIGN(paper, paperReport(content));
        return writePdf(paper, device, cancel);
    }
    case ExportFormat::Markdown:
        return writeMarkdown(content, device);
    case ExportFormat::Spreadsheet:
        return writeCsv(content, file.table, {CsvDialect::Preset::Spreadsheet, true}, device);
    case ExportFormat::Data:
        return writeCsv(content, file.table, {CsvDialect::Preset::Data, choice.guardFormulas}, device);
    case ExportFormat::Json:
        return writeJson(content, device);
    }
    Q_UNREACHABLE();
}

} // namespace

ExportRun::ExportRun(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_desk(engine)
{
    m_pool.setMaxThreadCount(1);
}

ExportRun::~ExportRun()
{
    cancel();
    m_pool.waitForDone();
}

void ExportRun::start(const std::vector<ExportFile> &files, const ExportChoice &choice)
{
    const auto done = QtConcurrent::run(&m_pool, [this, files, choice] { return writeAll(files, choice); });
    whenAnswered(done, this, [this](const Result<QStringList> &paths) {
        if (paths)
            Q_EMIT finished(*paths);
        else
            Q_EMIT failed(paths.error());
    });
}

void ExportRun::cancel()
{
    m_cancel.cancel();
    m_desk.close();
}

Result<QStringList> ExportRun::writeAll(const std::vector<ExportFile> &files, const ExportChoice &choice)
{
    QStringList paths;
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(files.size(), 1));
    for (const ExportFile &file : files) {
        GEMMARY_TRY(writeOne(file, choice, share * static_cast<double>(paths.size()), share));
        paths += file.path;
    }
    return paths;
}

Result<void> ExportRun::writeOne(const ExportFile &file, const ExportChoice &choice, double from,
                                 double share)
{
    const auto unwritable = [&file](const QString &detail) {
        return failure(
            ErrorKind::Storage,
            tr("%1 could not be written. Check that the folder is yours and has room, or choose another.")
                .arg(isolated(QFileInfo(file.path).fileName())),
            detail);
    };
    QSaveFile target(file.path); // not committed: not there
    if (!target.open(QIODevice::WriteOnly))
        return unwritable(target.errorString());
    GEMMARY_ASSIGN(content, fetchReport(m_desk, file.process.id, choice.options));
    content.documents = counted(content, choice.format, from, share);
    if (auto done = writeTo(content, file, choice, target, m_cancel.token()); !done)
        return done.error().kind == ErrorKind::Storage && target.error() != QFileDevice::NoError
                   ? Result<void>(unwritable(done.error().detail))
                   : done;
    if (m_cancel.token().isCancelled())
        return failure(ErrorKind::Cancelled, QStringLiteral("Cancelled."));
    if (!target.commit())
        return unwritable(target.errorString());
    return {};
}

DocumentPages ExportRun::counted(const ReportContent &content, ExportFormat format, double from, double share)
{
    const double all = static_cast<double>(content.process.documents.found()) * passesOf(format);
    return [this, pages = content.documents, all, from, share,
            seen = std::make_shared<qint64>(0)](qint64 after) {
        auto page = pages(after);
        if (page && all > 0) {
            *seen += static_cast<qint64>(page->size());
            Q_EMIT progressed(from + share * std::min(1.0, static_cast<double>(*seen) / all));
        }
        return page;
    };
}

} // namespace Gemmary
