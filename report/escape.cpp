// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/escape.h"

#include <QRegularExpression>

namespace Gemmary {

namespace {

bool isHarmless(char32_t c)
{
    if (c < 0x20)
        return c == U'\t' || c == U'\n' || c == U'\r';
    const bool isControl = c >= 0x7F && c <= 0x9F;
    const bool isNoncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !isControl && !isNoncharacter && !QChar::isSurrogate(c);
}

QString htmlEntity(QChar c)
{
    switch (c.unicode()) {
    case u'&':
        return QStringLiteral("&amp;");
    case u'<':
        return QStringLiteral("&lt;");
    case u'>':
        return QStringLiteral("&gt;");
    case u'"':
        return QStringLiteral("&quot;");
    case u'\'':
        return QStringLiteral("&#39;");
    default:
        return c;
    }
}

} // namespace

QString cleaned(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            const char32_t point = QChar::surrogateToUcs4(c, text[++i]);
            result += isHarmless(point) ? QString::fromUcs4(&point, 1) : QString(QChar::ReplacementCharacter);
        } else {
            result += isHarmless(c.unicode()) ? c : QChar(QChar::ReplacementCharacter);
        }
    }
    return result;
}

QString htmlText(const QString &text)
{
    QString result;
    result.reserve(text.size() + text.size() / 8);
    for (const QChar c : cleaned(text))
        result += htmlEntity(c);
    return result;
}

QString markdownText(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_{}[]<>()#|~&!$@");
    // Nothing in Markdown isolates a name that turns the direction of its line.
    static const QRegularExpression turning(QStringLiteral("[\u202A-\u202E\u2066-\u2069]"));
    QString result;
    const QString line = cleaned(text).replace(turning, QString(QChar::ReplacementCharacter)).simplified();
    for (const QChar c : line) {
        if (special.contains(c))
            result += QLatin1Char('\\');
        result += c;
    }
    // GitHub makes links of bare addresses; a backslash in the right place keeps them text.
    result.replace(QStringLiteral("://"), QStringLiteral("\\://"));
    static const QRegularExpression www(QStringLiteral("\\bwww\\."),
                                        QRegularExpression::CaseInsensitiveOption);
    result.replace(www, QStringLiteral("www\\."));
    // What begins a line may begin a list or underline a heading.
    static const QRegularExpression beginning(QStringLiteral("^(\\d{1,9}(?=\\.(?:\\s|$))|(?=[-+=:]))"));
    return result.replace(beginning, QStringLiteral("\\1\\"));
}

QString csvQuoted(const QString &text, QChar separator)
{
    QString cell = cleaned(text);
    const bool isPlain = !cell.contains(separator) && !cell.contains(QLatin1Char('"')) &&
                         !cell.contains(QLatin1Char('\n')) && !cell.contains(QLatin1Char('\r'));
    if (isPlain)
        return cell;
    return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

// OWASP, "CSV Injection": a cell that begins with one of these is run as a formula by Excel, LibreOffice and
// Google Sheets; an apostrophe in front makes it text. The full-width forms count in East Asian versions.
QString formulaGuarded(const QString &text)
{
    static const QString beginnings = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    const bool isRisky = !text.isEmpty() && beginnings.contains(text.front());
    return isRisky ? QLatin1Char('\'') + text : text;
}

} // namespace Gemmary
