// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportformat.h"

#include <QCoreApplication>

namespace Gemmary {

namespace {

constexpr ExportFormatRow Formats[] = {
    {ExportFormat::Html, QT_TRANSLATE_NOOP("ExportFormat", "Report (HTML)"),
     QT_TRANSLATE_NOOP("ExportFormat", "One page for any browser, with charts; to read and to send"), "html",
     "document"},
    {ExportFormat::Pdf, QT_TRANSLATE_NOOP("ExportFormat", "Report (PDF)"),
     QT_TRANSLATE_NOOP("ExportFormat", "The same on pages; to print and to keep"), "pdf", "print"},
    {ExportFormat::Markdown, QT_TRANSLATE_NOOP("ExportFormat", "Markdown"),
     QT_TRANSLATE_NOOP("ExportFormat", "Text with tables; for wikis, notes and issues"), "md", "summary"},
    {ExportFormat::Spreadsheet, QT_TRANSLATE_NOOP("ExportFormat", "Spreadsheet (CSV)"),
     QT_TRANSLATE_NOOP("ExportFormat", "Opens in LibreOffice and Excel as your language writes numbers"),
     "csv", "table"},
    {ExportFormat::Data, QT_TRANSLATE_NOOP("ExportFormat", "Data (CSV)"),
     QT_TRANSLATE_NOOP("ExportFormat", "For programs: commas and points in every language"), "csv",
     "storage"},
    {ExportFormat::Json, QT_TRANSLATE_NOOP("ExportFormat", "JSON"),
     QT_TRANSLATE_NOOP("ExportFormat", "For programs: everything, as the REST interface answers it"), "json",
     "server"},
};

} // namespace

std::span<const ExportFormatRow> exportFormats()
{
    return Formats;
}

const ExportFormatRow &rowOf(ExportFormat format)
{
    for (const ExportFormatRow &row : Formats) {
        if (row.format == format)
            return row;
    }
    Q_UNREACHABLE();
}

QString titleOf(const ExportFormatRow &row)
{
    return QCoreApplication::translate("ExportFormat", row.title);
}

QString descriptionOf(const ExportFormatRow &row)
{
    return QCoreApplication::translate("ExportFormat", row.description);
}

} // namespace Gemmary
