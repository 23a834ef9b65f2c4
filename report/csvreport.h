// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportcontent.h"

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace Gemmary {

enum class CsvTable { Documents, Words, Problems };

// For whom a CSV file is.
struct CsvDialect
{
    enum class Preset {
        Data,       // programs: RFC 4180, UTF-8, comma, decimal point, English names of columns
        Spreadsheet // people: byte-order mark, the locale's separator and decimal sign, translated columns
    };
    Preset preset = Preset::Data;
    // Text cells that would be formulas get an apostrophe in front. Programs that must have names as they are
    // can do without, as long as nobody opens their file in a spreadsheet; spreadsheets always get it.
    bool guardFormulas = true;
};

// One table of `content`, header first, lines ended by CR LF. Memory holds one page of documents.
[[nodiscard]] Result<void> writeCsv(const ReportContent &content, CsvTable table, const CsvDialect &dialect,
                                    QIODevice &device);

} // namespace Gemmary
