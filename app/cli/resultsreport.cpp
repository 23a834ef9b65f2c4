// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/resultsreport.h"

#include "base/counttext.h"
#include "base/languagename.h"
#include "cli/progressline.h"
#include "report/csvreport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>

namespace Gemmary {

namespace {

constexpr std::size_t ListedDocuments = 20;
constexpr std::size_t ListedProblems = 20;
constexpr std::size_t ListedWords = 10;
constexpr int BarColumns = 30;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString number(qint64 value)
{
    return countText(value);
}

QString decimal(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

QString languageText(const QString &code)
{
    return code.isEmpty() ? Tr::tr("language unknown") : languageName(code);
}

QString readabilityName(const QString &formula)
{
    return formula == QLatin1StringView("flesch") ? QStringLiteral("Flesch")
                                                  : QStringLiteral("Fernández Huerta");
}

// Key sentences and a model's summary must never be taken for each other.
QString engineLabel(const Summary &summary)
{
    if (summary.engine == QLatin1StringView("extractive"))
        return Tr::tr("Key sentences — copied from the documents, no AI");
    return Tr::tr("Summary by %1").arg(summary.model.isEmpty() ? summary.engine : summary.model);
}

// The parts of the report, in their order.
class Report
{
public:
    Report(const Terminal &terminal, const ResultsContent &content, bool all)
        : m_terminal(terminal)
        , m_content(content)
        , m_all(all)
    {
        for (const DocumentSummary &summary : content.summaries)
            m_summaries[summary.number] = &summary;
    }

    void print() const
    {
        printTotals();
        printWords();
        printSetSummary();
        printDocuments();
        printProblems();
    }

private:
    void heading(const QString &text) const
    {
        m_terminal.print(QString());
        m_terminal.print(m_terminal.bold(text));
    }

    // A paragraph wrapped at the terminal's width, every line indented.
    void paragraph(const QString &text, int indent) const
    {
        const int room = std::max(20, std::min(m_terminal.width(), 100) - indent);
        const QString margin(indent, QLatin1Char(' '));
        QString line;
        for (const QString &word : printable(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            if (!line.isEmpty() && columnsOf(line) + 1 + columnsOf(word) > room) {
                m_terminal.print(margin + line);
                line.clear();
            }
            line += line.isEmpty() ? word : QLatin1Char(' ') + word;
        }
        if (!line.isEmpty())
            m_terminal.print(margin + line);
    }

    void printTotals() const
    {
        const ProcessSnapshot &process = m_content.results.process;
        const SetStatistics &statistics = m_content.results.statistics;
        const TextCounts &counts = statistics.counts;
        m_terminal.print(m_terminal.bold(printable(process.name)));
        m_terminal.print(QStringLiteral("  ") + documentsSentence(process.documents));
        m_terminal.print(Tr::tr("  %1 words · %2 lines · %3 characters · %4 sentences")
                             .arg(number(counts.words), number(counts.lines), number(counts.characters),
                                  number(counts.sentences)));
        QString variety = Tr::tr("  %1 different terms").arg(number(statistics.distinctTerms));
        if (const auto ratio = statistics.typeTokenRatio())
            variety += Tr::tr(" · type/token ratio %1").arg(decimal(*ratio, 3));
        if (const auto ratio = statistics.movingRatio.ratio())
            variety += Tr::tr(" · MATTR-500 %1").arg(decimal(*ratio, 3));
        m_terminal.print(variety);
        for (const LanguageCounts &language : statistics.languages)
            m_terminal.print(QStringLiteral("  ") + languageLine(language));
    }

    static QString languageLine(const LanguageCounts &language)
    {
        QString line = Tr::tr("%1 (%2)").arg(languageText(language.language), number(language.documents));
        if (const auto readability = readabilityOf(language)) {
            line += Tr::tr(", readability %1 (%2)")
                        .arg(decimal(readability->score, 1), readabilityName(readability->formula));
        }
        return line;
    }

    void printWords() const
    {
        const SetStatistics &statistics = m_content.results.statistics;
        const auto wanted = static_cast<std::size_t>(m_content.results.process.settings.topWords);
        printBars(Tr::tr("Most frequent words"), statistics.topTerms, std::max(wanted, ListedWords));
        printBars(Tr::tr("Keywords (without stop words)"), statistics.keywords,
                  std::max(wanted, ListedWords));
    }

    void printBars(const QString &title, const std::vector<TermCount> &terms, std::size_t most) const
    {
        if (terms.empty())
            return;
        heading(title);
        const std::size_t shown = std::min(most, terms.size());
        int widest = 0;
        for (std::size_t i = 0; i < shown; ++i)
            widest = std::max(widest, columnsOf(wordText(terms[i])));
        for (std::size_t i = 0; i < shown; ++i) {
            const QString word = wordText(terms[i]);
            const double share =
                static_cast<double>(terms[i].count) / static_cast<double>(terms.front().count);
            const QString bar(std::max(1, static_cast<int>(share * BarColumns)), QChar(0x2588));
            m_terminal.print(
                QStringLiteral("  %1%2  %3  %4")
                    .arg(word, QString(widest - columnsOf(word), QLatin1Char(' ')),
                         number(terms[i].count).rightJustified(number(terms.front().count).size()),
                         m_terminal.green(bar)));
        }
    }

    static QString wordText(const TermCount &term)
    {
        return elided(printable(QString::fromStdString(term.term)), 30);
    }

    void printSetSummary() const
    {
        const auto &set = m_content.results.summary;
        if (!set || set->summary.text.isEmpty())
            return;
        heading(engineLabel(set->summary));
        for (const QString &sentence : set->summary.text.split(QLatin1Char('\n')))
            paragraph(QStringLiteral("• ") + sentence, 2);
        if (!set->summary.terms.empty()) {
            const QStringList terms(set->summary.terms.begin(), set->summary.terms.end());
            paragraph(Tr::tr("About: %1").arg(terms.join(QStringLiteral(", "))), 2);
        }
    }

    void printDocuments() const
    {
        std::size_t shown = 0;
        qint64 more = 0;
        for (const DocumentRow &row : m_content.documents) {
            if (!isCounted(row.state))
                continue;
            if (!m_all && shown == ListedDocuments) {
                ++more;
                continue;
            }
            if (shown++ == 0)
                heading(Tr::tr("Documents"));
            printDocument(row);
        }
        if (more > 0) {
            m_terminal.print(Tr::tr("  … and %1 more: gemmary-cli results %2 --all")
                                 .arg(number(more), m_content.results.process.id.toString().left(8)));
        }
    }

    void printDocument(const DocumentRow &row) const
    {
        const TextCounts &counts = row.statistics.counts;
        const QString encoding =
            row.facts.encodingGuessed ? Tr::tr("%1, guessed").arg(row.facts.encoding) : row.facts.encoding;
        m_terminal.print(
            QStringLiteral("  %1  %2")
                .arg(printable(row.name),
                     m_terminal.dim(Tr::tr("%1 words · %2 lines · %3 · %4")
                                        .arg(number(counts.words), number(counts.lines),
                                             languageText(row.statistics.language.language), encoding))));
        const auto summary = m_summaries.find(row.number);
        if (summary == m_summaries.end() || !summary->second->summary)
            return;
        for (const QString &sentence : summary->second->summary->text.split(QLatin1Char('\n')))
            paragraph(QStringLiteral("• ") + sentence, 6);
    }

    void printProblems() const
    {
        std::map<Reason, std::vector<const DocumentRow *>> byReason;
        for (const DocumentRow &row : m_content.documents) {
            if (row.problem)
                byReason[row.problem->reason].push_back(&row);
        }
        if (byReason.empty())
            return;
        heading(Tr::tr("Not read"));
        for (const auto &[reason, rows] : byReason)
            printReason(reason, rows);
    }

    void printReason(Reason reason, const std::vector<const DocumentRow *> &rows) const
    {
        const QString sentence =
            QStringLiteral("  %1 (%2)").arg(problemText({reason, {}}), number(qint64(rows.size())));
        m_terminal.print(isSkip(reason) ? m_terminal.yellow(sentence) : m_terminal.red(sentence));
        const std::size_t shown = m_all ? rows.size() : std::min(rows.size(), ListedProblems);
        for (std::size_t i = 0; i < shown; ++i) {
            const QString detail = rows[i]->problem->detail;
            m_terminal.print(QStringLiteral("      %1%2")
                                 .arg(printable(rows[i]->name),
                                      detail.isEmpty()
                                          ? QString()
                                          : m_terminal.dim(QStringLiteral("  ") + printable(detail))));
        }
        if (shown < rows.size())
            m_terminal.print(Tr::tr("      … and %1 more").arg(number(qint64(rows.size() - shown))));
    }

    const Terminal &m_terminal;
    const ResultsContent &m_content;
    bool m_all;
    std::map<qint64, const DocumentSummary *> m_summaries;
};

} // namespace

void printReport(const Terminal &terminal, const ResultsContent &content, bool all)
{
    Report(terminal, content, all).print();
}

void printCsv(const Terminal &terminal, const ResultsContent &content)
{
    ReportContent report;
    report.documents = [&content](qint64 after) -> Result<std::vector<ReportDocument>> {
        return after < 0 ? joined(content.documents, content.summaries) : std::vector<ReportDocument>();
    };
    QBuffer csv;
    csv.open(QIODevice::WriteOnly);
    if (writeCsv(report, CsvTable::Documents, {}, csv))
        terminal.text(QString::fromUtf8(csv.data()));
}

QString documentsSentence(const DocumentCounts &documents)
{
    QString sentence = Tr::tr("Found %1: %2 analysed, %3 skipped, %4 failed")
                           .arg(number(documents.found()), number(documents.done + documents.partial),
                                number(documents.skipped), number(documents.failed));
    if (documents.waiting > 0)
        sentence += Tr::tr(", %1 waiting").arg(number(documents.waiting));
    return sentence;
}

} // namespace Gemmary
