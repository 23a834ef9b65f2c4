// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/keysentences.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr qsizetype LongestLine = 8000;
constexpr qsizetype EndLength = 20; // of a sentence, that is looked for when something stands in its middle
constexpr QChar Ellipsis(0x2026);

bool leavesOut(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control || c == QChar::ByteOrderMark;
}

bool endsLine(QChar c)
{
    return c == QLatin1Char('\n') || c == QChar::ParagraphSeparator;
}

// A hyphen at the end of a line that divides a word.
bool isDivision(QStringView text, qsizetype i)
{
    return text[i] == QLatin1Char('-') && i > 0 && text[i - 1].isLetter() && i + 2 < text.size() &&
           endsLine(text[i + 1]) && text[i + 2].isLower();
}

// What is left of a text when blanks do not count, and where each of its characters was.
struct Squeezed
{
    QString text;
    std::vector<qsizetype> from;
};

Squeezed squeezed(QStringView text)
{
    Squeezed result;
    result.text.reserve(text.size());
    result.from.reserve(static_cast<std::size_t>(text.size()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (leavesOut(text[i]) || isDivision(text, i))
            continue;
        result.text.append(text[i]);
        result.from.push_back(i);
    }
    return result;
}

std::optional<TextSpan> placeOf(const QString &sentence, const Squeezed &in)
{
    QString wanted = squeezed(sentence).text;
    if (wanted.endsWith(Ellipsis) && !in.text.contains(wanted))
        wanted.chop(1);
    if (wanted.isEmpty())
        return std::nullopt;
    qsizetype from = in.text.indexOf(wanted);
    qsizetype end = from + wanted.size();
    if (from < 0 && wanted.size() > 2 * EndLength) { // a page's title or a list's mark stands within
        from = in.text.indexOf(wanted.left(EndLength));
        const qsizetype tail = in.text.indexOf(wanted.right(EndLength), std::max<qsizetype>(from, 0));
        end = tail + EndLength;
        if (tail < 0 || end - from > 2 * wanted.size())
            from = -1;
    }
    if (from < 0)
        return std::nullopt;
    const qsizetype first = in.from[static_cast<std::size_t>(from)];
    const qsizetype last = in.from[static_cast<std::size_t>(end - 1)];
    return TextSpan{first, last - first + 1};
}

} // namespace

QString shownText(QString text)
{
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    qsizetype lineStart = 0;
    qsizetype lastBlank = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (endsLine(text[i])) {
            lineStart = i + 1;
            lastBlank = -1;
        } else if (text[i].isSpace()) {
            lastBlank = i;
        }
        if (i - lineStart >= LongestLine && lastBlank > lineStart) {
            text[lastBlank] = QLatin1Char('\n');
            lineStart = lastBlank + 1;
            lastBlank = -1;
        }
    }
    return text;
}

std::vector<std::optional<TextSpan>> placesOf(const QStringList &sentences, const QString &text)
{
    std::vector<std::optional<TextSpan>> places;
    const Squeezed in = squeezed(text);
    places.reserve(static_cast<std::size_t>(sentences.size()));
    for (const QString &sentence : sentences)
        places.push_back(placeOf(sentence, in));
    return places;
}

} // namespace Gemmary
