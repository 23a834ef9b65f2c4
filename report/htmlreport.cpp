// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/htmlreport.h"

#include "report/escape.h"
#include "report/htmlsections.h"

#include <QBuffer>

namespace Gemmary {

namespace {

constexpr std::size_t ScreenProblems = 200; // names listed for each kind
constexpr std::size_t PaperProblems = 25;

Result<void> writeDocuments(const ReportContent &content, HtmlSections &sections, qint64 most)
{
    if (!content.options.documents)
        return {};
    qint64 listed = 0;
    sections.beginDocuments();
    for (qint64 after = -1; listed < most;) {
        GEMMARY_ASSIGN(page, content.documents(after));
        if (page.empty())
            break;
        for (const ReportDocument &document : page) {
            if (listed == most)
                break;
            sections.document(document);
            ++listed;
        }
        after = page.back().row.number;
    }
    sections.endDocuments(listed);
    return {};
}

Result<std::vector<Chart>> writeReport(const ReportContent &content, HtmlSections::Flavour flavour,
                                       Output &output)
{
    const bool isScreen = flavour == HtmlSections::Flavour::Screen;
    GEMMARY_ASSIGN(digest, digested(content, isScreen ? ScreenProblems : PaperProblems));
    HtmlSections sections(content, digest, flavour, output);
    sections.begin();
    sections.header();
    sections.glance();
    sections.summary();
    sections.words();
    sections.lengths();
    sections.problems();
    GEMMARY_TRY(writeDocuments(content, sections, isScreen ? digest.documents : PaperDocuments));
    sections.settings();
    sections.end();
    return sections.takeCharts();
}

} // namespace

Result<void> writeHtml(const ReportContent &content, QIODevice &device)
{
    Output output(device);
    GEMMARY_TRY(writeReport(content, HtmlSections::Flavour::Screen, output));
    return output.end();
}

Result<PaperReport> paperReport(const ReportContent &content)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Output output(buffer);
    GEMMARY_ASSIGN(charts, writeReport(content, HtmlSections::Flavour::Paper, output));
    GEMMARY_TRY(output.end());
    return PaperReport{cleaned(content.process.name), QString::fromUtf8(buffer.data()), std::move(charts)};
}

} // namespace Gemmary
