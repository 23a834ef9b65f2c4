// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csvreport.h"

#include "report/escape.h"
#include "report/output.h"
#include "report/reporttexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gemmary {

namespace {

// What cells are made of; the dialect decides how each kind looks.
class Cells
{
public:
    Cells(const CsvDialect &dialect, const QLocale &locale)
        : m_isSpreadsheet(dialect.preset == CsvDialect::Preset::Spreadsheet)
        , m_guards(m_isSpreadsheet || dialect.guardFormulas)
        , m_locale(locale)
    {
        m_locale.setNumberOptions(QLocale::OmitGroupSeparator);
        // Where the comma is in numbers, spreadsheets expect lists to be separated by semicolons.
        if (m_isSpreadsheet && m_locale.decimalPoint() == QLatin1StringView(","))
            m_separator = QLatin1Char(';');
    }

    [[nodiscard]] bool isSpreadsheet() const { return m_isSpreadsheet; }

    // Names and texts, which others wrote.
    [[nodiscard]] QString text(const QString &text) const
    {
        return csvQuoted(m_guards ? formulaGuarded(text) : text, m_separator);
    }

    // Words that are ours.
    [[nodiscard]] QString plain(const QString &text) const { return csvQuoted(text, m_separator); }

    [[nodiscard]] QString number(qint64 value) const
    {
        return m_isSpreadsheet ? m_locale.toString(value) : QString::number(value);
    }

    [[nodiscard]] QString decimal(const std::optional<double> &value) const
    {
        if (!value)
            return {};
        return m_isSpreadsheet ? csvQuoted(m_locale.toString(*value, 'f', 4), m_separator)
                               : QString::number(*value, 'f', 4);
    }

    [[nodiscard]] QString line(const QStringList &cells) const
    {
        return cells.join(m_separator) + QStringLiteral("\r\n");
    }

private:
    bool m_isSpreadsheet;
    bool m_guards;
    QLocale m_locale;
    QChar m_separator = QLatin1Char(',');
};

template <typename Row>
struct Column
{
    const char *key;   // for programs; never renamed
    const char *title; // for people
    QString (*cell)(const Cells &cells, const Row &row);
};

QString countCell(const Cells &cells, const ReportDocument &document, qint64 count)
{
    return isCounted(document.row.state) ? cells.number(count) : QString();
}

QString problemCell(const Cells &cells, const ReportDocument &document)
{
    if (!document.problem)
        return {};
    const Reason reason = document.problem->reason;
    return cells.plain(cells.isSpreadsheet() ? reasonSentence(reason) : nameOf(reason));
}

QString stateCell(const Cells &cells, const ReportDocument &document)
{
    return cells.plain(cells.isSpreadsheet() ? stateName(document.row.state) : nameOf(document.row.state));
}

QString guessedCell(const Cells &cells, const ReportDocument &document)
{
    if (!isCounted(document.row.state))
        return {};
    const bool guessed = document.row.facts.encodingGuessed;
    if (cells.isSpreadsheet())
        return cells.plain(yesOrNo(guessed));
    return guessed ? QStringLiteral("true") : QStringLiteral("false");
}

const Column<ReportDocument> DocumentColumns[] = {
    {"name", QT_TRANSLATE_NOOP("CsvReport", "Name"),
     [](const Cells &c, const ReportDocument &d) { return c.text(d.row.name); }},
    {"state", QT_TRANSLATE_NOOP("CsvReport", "State"), stateCell},
    {"bytes", QT_TRANSLATE_NOOP("CsvReport", "Size in bytes"),
     [](const Cells &c, const ReportDocument &d) { return c.number(d.row.bytes); }},
    {"words", QT_TRANSLATE_NOOP("CsvReport", "Words"),
     [](const Cells &c, const ReportDocument &d) { return countCell(c, d, d.row.statistics.counts.words); }},
    {"lines", QT_TRANSLATE_NOOP("CsvReport", "Lines"),
     [](const Cells &c, const ReportDocument &d) { return countCell(c, d, d.row.statistics.counts.lines); }},
    {"characters", QT_TRANSLATE_NOOP("CsvReport", "Characters"),
     [](const Cells &c, const ReportDocument &d) {
         return countCell(c, d, d.row.statistics.counts.characters);
     }},
    {"sentences", QT_TRANSLATE_NOOP("CsvReport", "Sentences"),
     [](const Cells &c, const ReportDocument &d) {
         return countCell(c, d, d.row.statistics.counts.sentences);
     }},
    {"distinct_terms", QT_TRANSLATE_NOOP("CsvReport", "Distinct words"),
     [](const Cells &c, const ReportDocument &d) { return countCell(c, d, d.row.statistics.distinctTerms); }},
    {"language", QT_TRANSLATE_NOOP("CsvReport", "Language"),
     [](const Cells &c, const ReportDocument &d) { return c.text(d.row.statistics.language.language); }},
    {"encoding", QT_TRANSLATE_NOOP("CsvReport", "Encoding"),
     [](const Cells &c, const ReportDocument &d) { return c.text(d.row.facts.encoding); }},
    {"encoding_guessed", QT_TRANSLATE_NOOP("CsvReport", "Encoding guessed"), guessedCell},
    {"reason", QT_TRANSLATE_NOOP("CsvReport", "Problem"), problemCell},
    {"summary", QT_TRANSLATE_NOOP("CsvReport", "Key sentences or summary"),
     [](const Cells &c, const ReportDocument &d) { return d.summary ? c.text(d.summary->text) : QString(); }},
    {"mattr", QT_TRANSLATE_NOOP("CsvReport", "MATTR-500"),
     [](const Cells &c, const ReportDocument &d) { return c.decimal(d.row.statistics.movingRatio.ratio()); }},
};

const Column<ReportDocument> ProblemColumns[] = {
    {"name", QT_TRANSLATE_NOOP("CsvReport", "Name"),
     [](const Cells &c, const ReportDocument &d) { return c.text(d.row.name); }},
    {"state", QT_TRANSLATE_NOOP("CsvReport", "State"), stateCell},
    {"reason", QT_TRANSLATE_NOOP("CsvReport", "Problem"), problemCell},
    {"detail", QT_TRANSLATE_NOOP("CsvReport", "Detail"),
     [](const Cells &c, const ReportDocument &d) { return c.text(d.problem->detail); }},
    {"remedy", QT_TRANSLATE_NOOP("CsvReport", "What to do"),
     [](const Cells &c, const ReportDocument &d) { return c.plain(remedySentence(d.problem->reason)); }},
};

struct WordRow
{
    qint64 rank;
    const TermCount &term;
    qint64 terms; // in all
};

const Column<WordRow> WordColumns[] = {
    {"rank", QT_TRANSLATE_NOOP("CsvReport", "Rank"),
     [](const Cells &c, const WordRow &w) { return c.number(w.rank); }},
    {"word", QT_TRANSLATE_NOOP("CsvReport", "Word"),
     [](const Cells &c, const WordRow &w) { return c.text(QString::fromStdString(w.term.term)); }},
    {"count", QT_TRANSLATE_NOOP("CsvReport", "Count"),
     [](const Cells &c, const WordRow &w) { return c.number(w.term.count); }},
    {"per_10000", QT_TRANSLATE_NOOP("CsvReport", "Per 10,000 words"),
     [](const Cells &c, const WordRow &w) {
         const double share = static_cast<double>(w.term.count) / static_cast<double>(w.terms);
         return c.decimal(w.terms > 0 ? std::optional(share * 10'000) : std::nullopt);
     }},
};

template <typename Row, std::size_t Count>
QString header(const Cells &cells, const Column<Row> (&columns)[Count])
{
    QStringList titles;
    for (const auto &column : columns) {
        titles += cells.isSpreadsheet() ? cells.plain(QCoreApplication::translate("CsvReport", column.title))
                                        : QString::fromLatin1(column.key);
    }
    return cells.line(titles);
}

template <typename Row, std::size_t Count>
QString line(const Cells &cells, const Column<Row> (&columns)[Count], const Row &row)
{
    QStringList texts;
    for (const auto &column : columns)
        texts += column.cell(cells, row);
    return cells.line(texts);
}

Result<void> writeDocuments(const ReportContent &content, const Cells &cells, Output &output)
{
    output.text(header(cells, DocumentColumns));
    return forEachDocument(content.documents, [&](const ReportDocument &document) {
        output.text(line(cells, DocumentColumns, document));
    });
}

Result<void> writeProblems(const ReportContent &content, const Cells &cells, Output &output)
{
    output.text(header(cells, ProblemColumns));
    return forEachDocument(content.documents, [&](const ReportDocument &document) {
        if (document.problem)
            output.text(line(cells, ProblemColumns, document));
    });
}

Result<void> writeWords(const ReportContent &content, const Cells &cells, Output &output)
{
    output.text(header(cells, WordColumns));
    const qint64 terms = content.statistics ? content.statistics->counts.terms : 0;
    qint64 rank = 0;
    for (const TermCount &term : content.words)
        output.text(line(cells, WordColumns, WordRow{++rank, term, terms}));
    return {};
}

} // namespace

Result<void> writeCsv(const ReportContent &content, CsvTable table, const CsvDialect &dialect,
                      QIODevice &device)
{
    const Cells cells(dialect, content.locale);
    Output output(device);
    if (cells.isSpreadsheet())
        output.text(QStringLiteral("\uFEFF")); // else Excel reads it in the system's old encoding
    switch (table) {
    case CsvTable::Documents:
        GEMMARY_TRY(writeDocuments(content, cells, output));
        break;
    case CsvTable::Words:
        GEMMARY_TRY(writeWords(content, cells, output));
        break;
    case CsvTable::Problems:
        GEMMARY_TRY(writeProblems(content, cells, output));
        break;
    }
    return output.end();
}

} // namespace Gemmary
