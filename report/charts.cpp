// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/charts.h"

#include "base/counttext.h"
#include "report/escape.h"
#include "report/reporttexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ReportCharts)
};

constexpr double Width = 720;
constexpr std::size_t ShownWords = 15;

// Classes of the page's style sheet with the colours of paper.
struct Ink
{
    QLatin1StringView name;
    QLatin1StringView color;
};

constexpr Ink Text{QLatin1StringView("c-text"), QLatin1StringView("#1b2029")};
constexpr Ink Faint{QLatin1StringView("c-faint"), QLatin1StringView("#5b6473")};
constexpr Ink Line{QLatin1StringView("c-line"), QLatin1StringView("#d5dae2")};
constexpr Ink Accent{QLatin1StringView("c-accent"), QLatin1StringView("#2f5fe0")};
constexpr Ink Done{QLatin1StringView("c-done"), QLatin1StringView("#1a8754")};
constexpr Ink Partial{QLatin1StringView("c-partial"), QLatin1StringView("#b7791f")};
constexpr Ink Failed{QLatin1StringView("c-failed"), QLatin1StringView("#c62f3b")};
constexpr Ink Skipped{QLatin1StringView("c-skipped"), QLatin1StringView("#8a94a6")};
constexpr Ink Waiting{QLatin1StringView("c-waiting"), QLatin1StringView("#c3cbd8")};

QString coordinate(double value)
{
    return QString::number(value, 'f', 1);
}

// Writes one drawing. Directions are fixed, so that a page that reads from right to left does not turn it.
class Svg
{
public:
    enum class Anchor { Start, Middle, End };

    Svg(const QString &name, const QString &title, const QString &description, double height)
    {
        m_chart.name = name;
        m_chart.title = title;
        m_chart.size = QSize(static_cast<int>(Width), static_cast<int>(height));
        m_chart.svg = QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" "
                                     "viewBox=\"0 0 %1 %2\" role=\"img\" direction=\"ltr\" "
                                     "aria-labelledby=\"%3-t %3-d\" font-family=\"sans-serif\">"
                                     "<title id=\"%3-t\">%4</title><desc id=\"%3-d\">%5</desc>")
                          .arg(m_chart.size.width())
                          .arg(m_chart.size.height())
                          .arg(name, htmlText(title), htmlText(description));
    }

    void bar(double x, double y, double width, double height, const Ink &ink, const QString &tip,
             double round = 2)
    {
        m_chart.svg +=
            QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" rx=\"%5\" ")
                .arg(coordinate(x), coordinate(y), coordinate(width), coordinate(height), coordinate(round)) +
            QStringLiteral("class=\"%1\" fill=\"%2\"><title>%3</title></rect>")
                .arg(ink.name, ink.color, htmlText(tip));
    }

    void text(double x, double y, const QString &text, const Ink &ink, Anchor anchor = Anchor::Start,
              double size = 13, bool bold = false)
    {
        static constexpr std::array Anchors = {"start", "middle", "end"};
        m_chart.svg += QStringLiteral("<text x=\"%1\" y=\"%2\" class=\"%3\" fill=\"%4\" text-anchor=\"%5\" ")
                           .arg(coordinate(x), coordinate(y), ink.name, ink.color,
                                QLatin1StringView(Anchors[static_cast<std::size_t>(anchor)])) +
                       QStringLiteral("font-size=\"%1\"%2>%3</text>")
                           .arg(coordinate(size), bold ? QStringLiteral(" font-weight=\"600\"") : QString(),
                                htmlText(text));
    }

    [[nodiscard]] Chart end()
    {
        m_chart.svg += QStringLiteral("</svg>");
        return std::move(m_chart);
    }

private:
    Chart m_chart;
};

struct StateShare
{
    DocumentState state;
    qint64 DocumentCounts::*count;
    Ink ink;
};

const StateShare StateShares[] = {
    {DocumentState::Done, &DocumentCounts::done, Done},
    {DocumentState::Partial, &DocumentCounts::partial, Partial},
    {DocumentState::Failed, &DocumentCounts::failed, Failed},
    {DocumentState::Skipped, &DocumentCounts::skipped, Skipped},
    {DocumentState::Waiting, &DocumentCounts::waiting, Waiting},
};

QString stateSentence(const DocumentCounts &documents, const QLocale &locale)
{
    QStringList parts;
    for (const StateShare &share : StateShares)
        parts +=
            QStringLiteral("%1: %2").arg(stateName(share.state), countText(documents.*share.count, locale));
    return parts.join(QStringLiteral(", "));
}

double ratio(qint64 part, qint64 whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

QString percentText(double share, const QLocale &locale)
{
    const double percent = share * 100;
    const bool isSmall = percent > 0 && percent < 10;
    //: %1 is a number; put the blank and the sign as your language does
    return Tr::tr("%1 %").arg(locale.toString(percent, 'f', isSmall ? 1 : 0));
}

// Columns that a text takes, counting wide characters twice: good enough to shorten it.
QString shortened(const QString &text, int columns)
{
    int used = 0;
    QString result;
    for (const char32_t c : text.toUcs4()) {
        used += c >= 0x2E80 ? 2 : 1;
        if (used > columns)
            return result + QChar(0x2026);
        result += QString::fromUcs4(&c, 1);
    }
    return result;
}

} // namespace

Chart stateChart(const DocumentCounts &documents, const QLocale &locale)
{
    Svg svg(QStringLiteral("states"), Tr::tr("Documents by state"), stateSentence(documents, locale), 84);
    constexpr double Smallest = 4; // so that one failure in 100,000 is seen
    double x = 0;
    double legend = 0;
    for (const StateShare &share : StateShares) {
        const qint64 count = documents.*share.count;
        if (count == 0)
            continue;
        const double part = ratio(count, documents.found());
        const QString value = countText(count, locale);
        const double width = std::min(std::max(Smallest, part * Width), Width - x);
        svg.bar(x, 0, std::max(1.0, width - 2), 26, share.ink,
                QStringLiteral("%1: %2").arg(stateName(share.state), value), 3);
        x += width;
        svg.bar(legend, 46, 11, 11, share.ink, stateName(share.state));
        svg.text(legend + 18, 56, stateName(share.state), Faint);
        svg.text(legend + 18, 76, value, Text, Svg::Anchor::Start, 15, true);
        svg.text(legend + 24 + 9.5 * static_cast<double>(value.size()), 76, percentText(part, locale), Faint);
        legend += Width / static_cast<double>(std::size(StateShares));
    }
    return svg.end();
}

Chart wordsChart(const std::vector<TermCount> &words, const QLocale &locale)
{
    constexpr double Row = 25;
    constexpr double Labels = 160;
    constexpr double Bars = Width - Labels - 90;
    const std::size_t shown = std::min(words.size(), ShownWords);
    const qint64 most = words.empty() ? 0 : words.front().count;
    const QString first = words.empty() ? QString() : QString::fromStdString(words.front().term);
    Svg svg(QStringLiteral("words"), Tr::tr("Most frequent words"),
            Tr::tr("Bars of %1 words; the most frequent is %2 with %3.")
                .arg(countText(static_cast<qint64>(shown), locale), first, countText(most, locale)),
            Row * static_cast<double>(shown));
    double y = 0;
    for (std::size_t i = 0; i < shown; ++i, y += Row) {
        const QString word = QString::fromStdString(words[i].term);
        const QString count = countText(words[i].count, locale);
        const double width = std::max(2.0, Bars * ratio(words[i].count, most));
        svg.text(Labels - 10, y + 16, shortened(word, 20), Text, Svg::Anchor::End);
        svg.bar(Labels, y + 4, width, Row - 8, Accent, QStringLiteral("%1: %2").arg(word, count), 3);
        svg.text(Labels + width + 8, y + 16, count, Faint, Svg::Anchor::Start, 12);
    }
    return svg.end();
}

Chart lengthsChart(const std::vector<Digest::LengthBin> &lengths, const QLocale &locale)
{
    constexpr double Top = 20;
    constexpr double Bottom = 170;
    constexpr std::size_t Roomy = 14; // bars that have room for a label each
    qint64 most = 0;
    for (const Digest::LengthBin &bin : lengths)
        most = std::max(most, bin.documents);
    Svg svg(QStringLiteral("lengths"), Tr::tr("Document lengths"),
            Tr::tr("How many documents have how many words; the longest bar stands for %1 documents.")
                .arg(countText(most, locale)),
            212);
    const double step = std::min(Width / static_cast<double>(std::max<std::size_t>(lengths.size(), 1)), 90.0);
    double x = 0;
    for (const Digest::LengthBin &bin : lengths) {
        const double height = (Bottom - Top) * ratio(bin.documents, most);
        const QString count = countText(bin.documents, locale);
        const QString from = countText(bin.from, locale);
        if (bin.documents > 0) {
            svg.bar(x + 2, Bottom - height, step - 4, std::max(height, 1.5), Accent,
                    Tr::tr("%1 words or more: %2 documents").arg(from, count), 3);
            svg.text(x + step / 2, Bottom - height - 6, count, Faint, Svg::Anchor::Middle, 11);
        }
        if (bin.isRound || lengths.size() <= Roomy)
            svg.text(x + 2, Bottom + 18, from, Faint, Svg::Anchor::Start, 11);
        x += step;
    }
    svg.bar(0, Bottom, Width, 1, Line, QString(), 0);
    svg.text(0, Bottom + 38, Tr::tr("words in a document, from this many up to the next figure"), Faint,
             Svg::Anchor::Start, 12);
    return svg.end();
}

} // namespace Gemmary
