// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/markdownreport.h"

#include "base/counttext.h"
#include "report/digest.h"
#include "report/escape.h"
#include "report/output.h"
#include "report/reporttexts.h"

#include <QCoreApplication>

namespace Gemmary {

namespace {

constexpr std::size_t ListedProblems = 200; // names for each kind

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(MarkdownReport)
};

// The parts of the report, in their order.
class MarkdownWriter
{
public:
    MarkdownWriter(const ReportContent &content, Output &output)
        : m_content(content)
        , m_output(output)
    {}

    Result<void> write()
    {
        GEMMARY_ASSIGN(digest, digested(m_content, ListedProblems));
        writeHeader();
        writeFigures();
        writeSummary();
        writeWords();
        if (m_content.options.problems)
            writeProblems(digest);
        if (m_content.options.documents)
            GEMMARY_TRY(writeDocuments());
        writeSettings();
        return m_output.end();
    }

private:
    void line(const QString &text = {}) { m_output.text(text + QLatin1Char('\n')); }

    void heading(const QString &title)
    {
        line();
        line(QStringLiteral("## ") + markdownText(title));
        line();
    }

    // `alignment` has a letter for each column: "l" or "r".
    void tableHead(const QStringList &titles, QLatin1StringView alignment)
    {
        row(titles);
        QStringList rules;
        for (const char side : alignment)
            rules += side == 'r' ? QStringLiteral("---:") : QStringLiteral("---");
        line(QStringLiteral("| %1 |").arg(rules.join(QStringLiteral(" | "))));
    }

    void row(const QStringList &cells)
    {
        QString text = QStringLiteral("|");
        for (const QString &cell : cells)
            text += QLatin1Char(' ') + markdownText(cell) + QStringLiteral(" |");
        line(text);
    }

    void writeHeader()
    {
        line(QStringLiteral("# ") + markdownText(m_content.process.name));
        line();
        line(QStringLiteral("- **%1**").arg(markdownText(statusWord(m_content.process))));
        for (const Fact &fact : dates(m_content))
            line(QStringLiteral("- %1: %2").arg(markdownText(fact.name), markdownText(fact.value)));
        if (const QString notice = unfinishedNotice(m_content); !notice.isEmpty()) {
            line();
            line(QStringLiteral("> **%1**").arg(markdownText(notice)));
        }
    }

    void writeFigures()
    {
        heading(Tr::tr("At a glance"));
        tableHead({Tr::tr("Figure"), Tr::tr("Number"), Tr::tr("Definition")}, QLatin1StringView("lrl"));
        for (const Figure &figure : figures(m_content))
            row({figure.name, figure.value, figure.definition});
        const std::vector<LanguageRow> languages = languageRows(m_content);
        if (languages.empty())
            return;
        line();
        tableHead({Tr::tr("Language"), Tr::tr("Documents"), Tr::tr("Words"), Tr::tr("Readability")},
                  QLatin1StringView("lrrl"));
        for (const LanguageRow &language : languages)
            row({language.language, language.documents, language.words, language.readability});
    }

    void writeSummary()
    {
        if (!m_content.summary || m_content.summary->summary.text.isEmpty())
            return;
        const SetSummary &set = *m_content.summary;
        heading(summaryTitle(set.summary));
        line(QStringLiteral("*%1*").arg(markdownText(provenance(set.summary, m_content.locale))));
        line();
        if (set.sentences.empty()) {
            for (const QString &paragraph : set.summary.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
                line(markdownText(paragraph) + QLatin1Char('\n'));
        }
        for (const SummaryCandidate &sentence : set.sentences)
            line(QStringLiteral("- %1 (*%2*)").arg(markdownText(sentence.text), markdownText(sentence.name)));
    }

    void writeWords()
    {
        if (m_content.words.empty())
            return;
        heading(Tr::tr("Words"));
        tableHead({Tr::tr("Rank"), Tr::tr("Word"), Tr::tr("Count")}, QLatin1StringView("rlr"));
        qint64 rank = 0;
        for (const TermCount &term : m_content.words)
            row({number(++rank), QString::fromStdString(term.term), number(term.count)});
    }

    void writeProblems(const Digest &digest)
    {
        if (digest.problems.empty())
            return;
        heading(Tr::tr("Problems"));
        for (const auto &[reason, group] : digest.problems) {
            line(QStringLiteral("**%1 (%2).** %3.")
                     .arg(markdownText(reasonSentence(reason)), markdownText(number(group.count)),
                          markdownText(remedySentence(reason))));
            line();
            for (const ProblemGroup::Listed &listed : group.listed) {
                const QString detail =
                    listed.detail.isEmpty() ? QString() : QStringLiteral(" — ") + markdownText(listed.detail);
                line(QStringLiteral("- ") + markdownText(listed.name) + detail);
            }
            const qint64 more = group.count - static_cast<qint64>(group.listed.size());
            if (more > 0)
                line(QStringLiteral("- ") +
                     markdownText(Tr::tr("… and %1 more; CSV and JSON list them all").arg(number(more))));
            line();
        }
    }

    Result<void> writeDocuments()
    {
        heading(Tr::tr("Documents"));
        const bool hasSummaries = m_content.options.summaries;
        tableHead({Tr::tr("Name"), Tr::tr("State"), Tr::tr("Words"), Tr::tr("Lines"), Tr::tr("Language"),
                   hasSummaries ? Tr::tr("Key sentences, summary or problem") : Tr::tr("Problem")},
                  QLatin1StringView("llrrll"));
        return forEachDocument(m_content.documents, [&](const ReportDocument &document) {
            const DocumentRow &of = document.row;
            const auto count = [&](qint64 value) { return isCounted(of.state) ? number(value) : QString(); };
            QString last = document.problem ? reasonSentence(document.problem->reason) : QString();
            if (document.summary && hasSummaries)
                last = document.summary->text;
            row({of.name, stateName(of.state), count(of.statistics.counts.words),
                 count(of.statistics.counts.lines),
                 isCounted(of.state) ? languageText(of.statistics.language.language, m_content.locale)
                                     : QString(),
                 last});
        });
    }

    void writeSettings()
    {
        heading(Tr::tr("Settings"));
        for (const Fact &fact : settings(m_content))
            line(QStringLiteral("- %1: %2").arg(markdownText(fact.name), markdownText(fact.value)));
        line();
        line(QStringLiteral("*%1*").arg(markdownText(producedBy(m_content))));
    }

    [[nodiscard]] QString number(qint64 value) const { return countText(value, m_content.locale); }

    const ReportContent &m_content;
    Output &m_output;
};

} // namespace

Result<void> writeMarkdown(const ReportContent &content, QIODevice &device)
{
    Output output(device);
    return MarkdownWriter(content, output).write();
}

} // namespace Gemmary
