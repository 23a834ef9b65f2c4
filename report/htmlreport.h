// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/charts.h"
#include "report/reportcontent.h"

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace Gemmary {

// A report to read in a browser: one file that needs no other, runs nothing, follows the reader's light or
// dark theme and prints well. Memory holds one page of documents.
[[nodiscard]] Result<void> writeHtml(const ReportContent &content, QIODevice &device);

// The same in the HTML that QTextDocument lays out. The drawings are images named "chart:" and Chart::name.
struct PaperReport
{
    QString title;
    QString html;
    std::vector<Chart> charts;
};

// How many documents are listed on paper, at most; the report says so when there are more.
constexpr qint64 PaperDocuments = 2000;

[[nodiscard]] Result<PaperReport> paperReport(const ReportContent &content);

} // namespace Gemmary
