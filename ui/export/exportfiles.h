// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportformat.h"
#include "report/csvreport.h"

#include <QStringList>

#include <vector>

namespace Gemmary {

// One file that an export writes.
struct ExportFile
{
    ProcessSnapshot process;
    CsvTable table = CsvTable::Documents; // for CSV
    QString path;
};

// The files for `processes`. `target` is the file for one process and a folder for several, where each gets
// its own name. Each CSV table is a file: the first one is called as asked, the others "…-words",
// "…-problems".
[[nodiscard]] std::vector<ExportFile> exportFiles(const std::vector<ProcessSnapshot> &processes,
                                                  const ExportChoice &choice, const QString &target);

// A process's name as a file may be called on any system, without an ending; never empty.
[[nodiscard]] QString fileNameFor(const QString &name);

} // namespace Gemmary
