// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/htmlsections.h"

#include "report/escape.h"

#include <QCoreApplication>
#include <QFile>

// A static library's resources are only linked in when somebody names them, outside any namespace.
static void useStyles()
{
    Q_INIT_RESOURCE(report);
}

namespace Gemmary {

namespace {

struct HtmlTexts
{
    Q_DECLARE_TR_FUNCTIONS(HtmlTexts)
};

constexpr std::size_t PaperWords = 60;
constexpr std::size_t PaperColumns = 3;

QString styleSheet(HtmlSections::Flavour flavour)
{
    useStyles();
    QFile file(flavour == HtmlSections::Flavour::Screen ? QStringLiteral(":/report/screen.css")
                                                        : QStringLiteral(":/report/paper.css"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString stateClass(DocumentState state)
{
    return QStringLiteral("state s-") + nameOf(state);
}

QString joinedLines(const QString &text)
{
    return text.simplified();
}

} // namespace

HtmlSections::HtmlSections(const ReportContent &content, const Digest &digest, Flavour flavour,
                           Output &output)
    : m_content(content)
    , m_digest(digest)
    , m_flavour(flavour)
    , m_output(output)
{}

void HtmlSections::element(const char *tag, const char *style, const QString &text)
{
    raw(QStringLiteral("<%1 class=\"%2\" dir=\"auto\">%3</%1>\n")
            .arg(QLatin1StringView(tag), QLatin1StringView(style), htmlText(text)));
}

void HtmlSections::heading(const char *anchor, const QString &title)
{
    raw(QStringLiteral("<h2 id=\"%1\">%2</h2>\n").arg(QLatin1StringView(anchor), htmlText(title)));
}

void HtmlSections::chart(Chart chart)
{
    if (!onPaper()) {
        raw(QStringLiteral("<figure>%1</figure>\n").arg(chart.svg));
        return;
    }
    raw(QStringLiteral("<p class=\"chart\"><img src=\"chart:%1\" width=\"100%\" /></p>\n").arg(chart.name));
    m_charts.push_back(std::move(chart));
}

void HtmlSections::begin()
{
    const QLocale &locale = m_content.locale;
    const bool fromRight = locale.textDirection() == Qt::RightToLeft;
    raw(QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\">\n<head>\n<meta charset=\"utf-8\" />\n")
            .arg(htmlText(locale.bcp47Name()), fromRight ? QStringLiteral("rtl") : QStringLiteral("ltr")));
    // The page is closed to everything from outside, should anything ever slip past the escaping.
    if (!onPaper()) {
        raw(QStringLiteral(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\" />\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
            "<meta name=\"color-scheme\" content=\"light dark\" />\n"
            "<meta name=\"generator\" content=\"Gemmary\" />\n"));
    }
    raw(QStringLiteral("<title>%1</title>\n<style>\n%2</style>\n</head>\n<body>\n")
            .arg(htmlText(m_content.process.name), styleSheet(m_flavour)));
    if (!onPaper())
        raw(QStringLiteral("<main>\n"));
}

void HtmlSections::header()
{
    raw(QStringLiteral("<p class=\"eyebrow\">%1</p>\n").arg(htmlText(HtmlTexts::tr("Gemmary report"))));
    element("h1", "title", m_content.process.name);
    QStringList facts{QStringLiteral("<b>%1</b>").arg(htmlText(statusWord(m_content.process)))};
    for (const Fact &fact : dates(m_content))
        facts += QStringLiteral("<span class=\"fact\">%1 %2</span>")
                     .arg(htmlText(fact.name), htmlText(fact.value));
    raw(QStringLiteral("<p class=\"meta\">%1</p>\n").arg(facts.join(QStringLiteral(" &#183; "))));
    if (const QString notice = unfinishedNotice(m_content); !notice.isEmpty()) {
        if (onPaper())
            raw(QStringLiteral(
                    "<table class=\"notice\" width=\"100%\" cellspacing=\"0\" cellpadding=\"8\"><tr><td>"
                    "%1</td></tr></table>\n")
                    .arg(htmlText(notice)));
        else
            raw(QStringLiteral("<p class=\"notice\" role=\"note\">%1</p>\n").arg(htmlText(notice)));
    }
    if (!onPaper())
        navigation();
}

void HtmlSections::navigation()
{
    const std::pair<QString, bool> sections[] = {
        {QStringLiteral("<a href=\"#glance\">%1</a>").arg(htmlText(HtmlTexts::tr("At a glance"))), true},
        {QStringLiteral("<a href=\"#summary\">%1</a>").arg(htmlText(HtmlTexts::tr("Summary"))),
         m_content.summary && !m_content.summary->summary.text.isEmpty()},
        {QStringLiteral("<a href=\"#words\">%1</a>").arg(htmlText(HtmlTexts::tr("Words"))),
         !m_content.words.empty()},
        {QStringLiteral("<a href=\"#problems\">%1</a>").arg(htmlText(HtmlTexts::tr("Problems"))),
         m_content.options.problems && !m_digest.problems.empty()},
        {QStringLiteral("<a href=\"#documents\">%1</a>").arg(htmlText(HtmlTexts::tr("Documents"))),
         m_content.options.documents},
        {QStringLiteral("<a href=\"#settings\">%1</a>").arg(htmlText(HtmlTexts::tr("Settings"))), true}};
    raw(QStringLiteral("<nav>\n"));
    for (const auto &[link, shown] : sections) {
        if (shown)
            raw(link + QLatin1Char('\n'));
    }
    raw(QStringLiteral("</nav>\n"));
}

void HtmlSections::glance()
{
    heading("glance", HtmlTexts::tr("At a glance"));
    if (onPaper())
        paperFigures(figures(m_content));
    else
        screenFigures(figures(m_content));
    if (m_content.process.documents.found() > 0) {
        raw(QStringLiteral("<h3>%1</h3>\n").arg(htmlText(HtmlTexts::tr("Documents by state"))));
        chart(stateChart(m_content.process.documents, m_content.locale));
    }
    languages();
}

void HtmlSections::screenFigures(const std::vector<Figure> &figures)
{
    raw(QStringLiteral("<dl class=\"cards\">\n"));
    for (const Figure &figure : figures) {
        raw(QStringLiteral(
                "<div class=\"card\"><dt>%1</dt><dd class=\"value\">%2</dd><dd class=\"definition\">%3"
                "</dd></div>\n")
                .arg(htmlText(figure.name), htmlText(figure.value), htmlText(figure.definition)));
    }
    raw(QStringLiteral("</dl>\n"));
}

void HtmlSections::paperFigures(const std::vector<Figure> &figures)
{
    raw(QStringLiteral("<table class=\"cards\" width=\"100%\" cellspacing=\"6\" cellpadding=\"7\">\n"));
    for (std::size_t i = 0; i < figures.size(); i += PaperColumns) {
        raw(QStringLiteral("<tr>"));
        for (std::size_t j = i; j < i + PaperColumns; ++j) {
            if (j >= figures.size()) {
                raw(QStringLiteral("<td width=\"33%\"></td>"));
                continue;
            }
            raw(QStringLiteral(
                    "<td class=\"card\" width=\"33%\"><p class=\"name\">%1</p><p class=\"value\">%2</p>"
                    "<p class=\"definition\">%3</p></td>")
                    .arg(htmlText(figures[j].name), htmlText(figures[j].value),
                         htmlText(figures[j].definition)));
        }
        raw(QStringLiteral("</tr>\n"));
    }
    raw(QStringLiteral("</table>\n"));
}

void HtmlSections::languages()
{
    const std::vector<LanguageRow> rows = languageRows(m_content);
    if (rows.empty())
        return;
    raw(QStringLiteral(
            "<h3>%1</h3>\n<table class=\"list\" width=\"100%\" cellspacing=\"0\" cellpadding=\"4\">\n"
            "<thead><tr><th>%2</th><th class=\"n\">%3</th><th class=\"n\">%4</th><th>%5</th></tr></thead>\n"
            "<tbody>\n")
            .arg(htmlText(HtmlTexts::tr("Languages")), htmlText(HtmlTexts::tr("Language")),
                 htmlText(HtmlTexts::tr("Documents")), htmlText(HtmlTexts::tr("Words")),
                 htmlText(HtmlTexts::tr("Readability"))));
    for (const LanguageRow &row : rows) {
        raw(QStringLiteral("<tr><td>%1</td><td class=\"n\">%2</td><td class=\"n\">%3</td><td>%4</td></tr>\n")
                .arg(htmlText(row.language), htmlText(row.documents), htmlText(row.words),
                     htmlText(row.readability)));
    }
    raw(QStringLiteral("</tbody></table>\n"));
}

void HtmlSections::summary()
{
    if (!m_content.summary || m_content.summary->summary.text.isEmpty())
        return;
    const SetSummary &set = *m_content.summary;
    heading("summary", summaryTitle(set.summary));
    element("p", "provenance", provenance(set.summary, m_content.locale));
    summarySentences(set);
    if (!set.summary.terms.empty())
        terms(HtmlTexts::tr("Telling words:"),
              QStringList(set.summary.terms.begin(), set.summary.terms.end()));
    if (set.missing > 0) {
        element("p", "provenance",
                HtmlTexts::tr("%Ln document(s) could not be summarised.", nullptr,
                              static_cast<int>(set.missing)));
    }
}

void HtmlSections::summarySentences(const SetSummary &set)
{
    raw(QStringLiteral("<div class=\"summary\">\n"));
    if (set.sentences.empty()) {
        for (const QString &paragraph : set.summary.text.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            element("p", "paragraph", paragraph);
    }
    for (const SummaryCandidate &sentence : set.sentences) {
        raw(QStringLiteral("<p class=\"sentence\" dir=\"auto\"><bdi>%1</bdi> <span "
                           "class=\"source\"><bdi>%2</bdi></span></p>\n")
                .arg(htmlText(joinedLines(sentence.text)), htmlText(sentence.name)));
    }
    raw(QStringLiteral("</div>\n"));
}

void HtmlSections::words()
{
    if (m_content.words.empty())
        return;
    heading("words", HtmlTexts::tr("Words"));
    chart(wordsChart(m_content.words, m_content.locale));
    if (m_content.statistics && !m_content.statistics->keywords.empty()) {
        QStringList keywords;
        for (const TermCount &term : m_content.statistics->keywords)
            keywords += QStringLiteral("%1 (%2)").arg(QString::fromStdString(term.term), number(term.count));
        terms(HtmlTexts::tr("Without stop words:"), keywords);
    }
    wordTable();
}

void HtmlSections::terms(const QString &title, const QStringList &terms)
{
    QStringList isolated;
    for (const QString &term : terms)
        isolated += QStringLiteral("<bdi>%1</bdi>").arg(htmlText(term));
    raw(QStringLiteral("<p class=\"terms\"><b>%1</b> %2</p>\n")
            .arg(htmlText(title), isolated.join(QStringLiteral(", "))));
}

void HtmlSections::wordTable()
{
    const std::size_t shown =
        onPaper() ? std::min(PaperWords, m_content.words.size()) : m_content.words.size();
    const QString title = HtmlTexts::tr("The %Ln most frequent word(s)", nullptr, static_cast<int>(shown));
    raw(onPaper()
            ? QStringLiteral("<h3>%1</h3><p class=\"words\">").arg(htmlText(title))
            : QStringLiteral("<details><summary>%1</summary>\n<ol class=\"words\">\n").arg(htmlText(title)));
    for (std::size_t i = 0; i < shown; ++i) {
        const QString word = htmlText(QString::fromStdString(m_content.words[i].term));
        const QString count = htmlText(number(m_content.words[i].count));
        raw(onPaper() ? QStringLiteral("%1&#160;<span class=\"count\">%2</span> &#160; ").arg(word, count)
                      : QStringLiteral("<li><bdi>%1</bdi> <span class=\"count\">%2</span></li>\n")
                            .arg(word, count));
    }
    raw(onPaper() ? QStringLiteral("</p>\n") : QStringLiteral("</ol></details>\n"));
}

void HtmlSections::lengths()
{
    if (m_digest.lengths.empty())
        return;
    heading("lengths", HtmlTexts::tr("Document lengths"));
    chart(lengthsChart(m_digest.lengths, m_content.locale));
}

void HtmlSections::problems()
{
    if (m_digest.problems.empty() || !m_content.options.problems)
        return;
    heading("problems", HtmlTexts::tr("Problems"));
    for (const auto &[reason, group] : m_digest.problems)
        problemGroup(reason, group);
}

void HtmlSections::problemGroup(Reason reason, const ProblemGroup &group)
{
    const QString kind = isSkip(reason) ? QStringLiteral("skip") : QStringLiteral("fail");
    raw(QStringLiteral("<div class=\"problem %1\"><h3>%2 <span class=\"count\">%3</span></h3>\n"
                       "<p class=\"remedy\">%4.</p>\n")
            .arg(kind, htmlText(reasonSentence(reason)), htmlText(number(group.count)),
                 htmlText(remedySentence(reason))));
    raw(onPaper()
            ? QStringLiteral("<ul>\n")
            : QStringLiteral("<details%1><summary>%2</summary><ul>\n")
                  .arg(group.count <= 5 ? QStringLiteral(" open=\"open\"") : QString(),
                       htmlText(HtmlTexts::tr("%Ln document(s)", nullptr, static_cast<int>(group.count)))));
    for (const ProblemGroup::Listed &listed : group.listed) {
        raw(QStringLiteral("<li><bdi>%1</bdi> <span class=\"detail\">%2</span></li>\n")
                .arg(htmlText(listed.name), htmlText(listed.detail)));
    }
    const qint64 more = group.count - static_cast<qint64>(group.listed.size());
    if (more > 0)
        raw(QStringLiteral("<li class=\"detail\">%1</li>\n")
                .arg(htmlText(HtmlTexts::tr("… and %1 more; CSV and JSON list them all").arg(number(more)))));
    raw(onPaper() ? QStringLiteral("</ul></div>\n") : QStringLiteral("</ul></details></div>\n"));
}

void HtmlSections::beginDocuments()
{
    heading("documents", HtmlTexts::tr("Documents"));
    raw(QStringLiteral("<table class=\"list documents\" width=\"100%\" cellspacing=\"0\" cellpadding=\"4\">\n"
                       "<thead><tr><th>%1</th><th>%2</th><th class=\"n\">%3</th><th class=\"n\">%4</th>"
                       "<th class=\"n\">%5</th><th>%6</th></tr></thead>\n<tbody>\n")
            .arg(htmlText(HtmlTexts::tr("Name")), htmlText(HtmlTexts::tr("State")),
                 htmlText(HtmlTexts::tr("Words")), htmlText(HtmlTexts::tr("Sentences")),
                 htmlText(HtmlTexts::tr("Distinct words")), htmlText(HtmlTexts::tr("Language"))));
}

void HtmlSections::document(const ReportDocument &document)
{
    const DocumentRow &row = document.row;
    const TextCounts &counts = row.statistics.counts;
    const auto count = [&](qint64 value) {
        return isCounted(row.state) ? htmlText(number(value)) : QString();
    };
    raw(QStringLiteral("<tr><td class=\"name\"><bdi>%1</bdi>").arg(htmlText(row.name)));
    if (document.summary && m_content.options.summaries)
        documentSummary(document);
    else if (document.problem)
        raw(QStringLiteral("<br /><span class=\"detail\">%1</span>")
                .arg(htmlText(reasonSentence(document.problem->reason))));
    raw(QStringLiteral(
            "</td><td><span class=\"%1\">%2</span></td><td class=\"n\">%3</td><td class=\"n\">%4</td>"
            "<td class=\"n\">%5</td><td>%6</td></tr>\n")
            .arg(stateClass(row.state), htmlText(stateName(row.state)), count(counts.words),
                 count(counts.sentences), count(row.statistics.distinctTerms),
                 isCounted(row.state)
                     ? htmlText(languageText(row.statistics.language.language, m_content.locale))
                     : QString()));
}

void HtmlSections::documentSummary(const ReportDocument &document)
{
    const QString text = htmlText(joinedLines(document.summary->text));
    if (text.isEmpty())
        return;
    if (onPaper())
        raw(QStringLiteral("<p class=\"short\">%1</p>").arg(text));
    else
        raw(QStringLiteral("<details><summary>%1</summary><p dir=\"auto\">%2</p></details>")
                .arg(htmlText(summaryTitle(*document.summary)), text));
}

void HtmlSections::endDocuments(qint64 listed)
{
    raw(QStringLiteral("</tbody></table>\n"));
    if (m_digest.documents > listed) {
        element("p", "provenance",
                HtmlTexts::tr("The first %1 of %2 documents are listed; HTML and CSV files list them all.")
                    .arg(number(listed), number(m_digest.documents)));
    }
}

void HtmlSections::settings()
{
    heading("settings", HtmlTexts::tr("Settings"));
    raw(QStringLiteral("<table class=\"facts\" cellspacing=\"0\" cellpadding=\"3\">\n"));
    for (const Fact &fact : Gemmary::settings(m_content)) {
        raw(QStringLiteral("<tr><th>%1</th><td><bdi>%2</bdi></td></tr>\n")
                .arg(htmlText(fact.name), htmlText(fact.value)));
    }
    raw(QStringLiteral("</table>\n"));
}

void HtmlSections::end()
{
    raw(QStringLiteral("<p class=\"footer\">%1</p>\n").arg(htmlText(producedBy(m_content))));
    raw(onPaper() ? QStringLiteral("</body>\n</html>\n") : QStringLiteral("</main>\n</body>\n</html>\n"));
}

} // namespace Gemmary
