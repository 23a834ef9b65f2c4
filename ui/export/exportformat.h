// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportcontent.h"

#include <QString>

#include <span>

namespace Gemmary {

enum class ExportFormat { Html, Pdf, Markdown, Spreadsheet, Data, Json };

// A format as the dialog offers it.
struct ExportFormatRow
{
    ExportFormat format;
    const char *title; // translated in the context "ExportFormat"
    const char *description;
    const char *suffix; // of files
    const char *icon;   // a name for themedIcon()
};

[[nodiscard]] std::span<const ExportFormatRow> exportFormats();
[[nodiscard]] const ExportFormatRow &rowOf(ExportFormat format);
[[nodiscard]] QString titleOf(const ExportFormatRow &row);
[[nodiscard]] QString descriptionOf(const ExportFormatRow &row);

[[nodiscard]] constexpr bool isCsv(ExportFormat format)
{
    return format == ExportFormat::Spreadsheet || format == ExportFormat::Data;
}

// What the user chose.
struct ExportChoice
{
    ExportFormat format = ExportFormat::Html;
    ReportOptions options;
    bool guardFormulas = true; // for Data; spreadsheets always do
};

} // namespace Gemmary
