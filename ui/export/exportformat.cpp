// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportformat.h"

#include <QCoreApplication>

namespace Gemmary {

namespace {

#define TEXT(text) QT_TRANSLATE_NOOP("ExportFormat", text)

constexpr ExportFormatRow Formats[] = {
    {ExportFormat::Html, TEXT("Report (HTML)"),
     TEXT("One page for any browser, with charts; to read and to send"), "html", "document"},
    {ExportFormat::Pdf, TEXT("Report (PDF)"), TEXT("The same on pages; to print and to keep"), "pdf",
     "print"},
    {ExportFormat::Markdown, TEXT("Markdown"), TEXT("Text with tables; for wikis, notes and issues"), "md",
     "summary"},
    {ExportFormat::Spreadsheet, TEXT("Spreadsheet (CSV)"),
     TEXT("Opens in LibreOffice and Excel as your language writes numbers"), "csv", "table"},
    {ExportFormat::Data, TEXT("Data (CSV)"), TEXT("For programs: commas and points in every language"), "csv",
     "storage"},
    {ExportFormat::Json, TEXT("JSON"), TEXT("For programs: everything, as the REST interface answers it"),
     "json", "server"},
};

#undef TEXT

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
