// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/counttext.h"
#include "report/charts.h"
#include "report/digest.h"
#include "report/output.h"
#include "report/reporttexts.h"

namespace Gemmary {

// The sections of an HTML report, each written by one call, in the order of their use. On paper, tables stand
// in for grids and drawings are kept in charts(). Borrows what it is given.
class HtmlSections
{
public:
    enum class Flavour { Screen, Paper };

    HtmlSections(const ReportContent &content, const Digest &digest, Flavour flavour, Output &output);

    void begin();
    void header();
    void glance();
    void summary();
    void words();
    void lengths();
    void problems();
    void beginDocuments();
    void document(const ReportDocument &document);
    void endDocuments(qint64 listed);
    void settings();
    void end();

    [[nodiscard]] std::vector<Chart> takeCharts() { return std::move(m_charts); }

private:
    void raw(const QString &html) { m_output.text(html); }
    void element(const char *tag, const char *style, const QString &text);
    void heading(const char *anchor, const QString &title);
    void chart(Chart chart);
    void navigation();
    void screenFigures(const std::vector<Figure> &figures);
    void paperFigures(const std::vector<Figure> &figures);
    void languages();
    void summarySentences(const SetSummary &set);
    void terms(const QString &title, const QStringList &terms);
    void wordTable();
    void problemGroup(Reason reason, const ProblemGroup &group);
    void documentSummary(const ReportDocument &document);
    [[nodiscard]] QString number(qint64 value) const { return countText(value, m_content.locale); }
    [[nodiscard]] bool onPaper() const { return m_flavour == Flavour::Paper; }

    const ReportContent &m_content;
    const Digest &m_digest;
    Flavour m_flavour;
    Output &m_output;
    std::vector<Chart> m_charts;
};

} // namespace Gemmary
