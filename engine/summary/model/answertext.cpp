// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/answertext.h"

#include <QRegularExpression>

#include <algorithm>

namespace Gemmary {

namespace {

struct Rule
{
    QRegularExpression pattern;
    QString replacement;
};

// Only what HTML and chats name is a tag: "x<y" and "vector<int>" are text.
QString tagPattern()
{
    return QStringLiteral(
        R"(</?(?:a|abbr|audio|b|base|blockquote|body|br|button|code|div|em|embed|font|form|h[1-6]|head|hr|html|i)"
        R"(|iframe|img|input|li|link|meta|object|ol|p|pre|q|script|span|strong|style|sub|sup|svg|table|tbody|td)"
        R"(|th|thead|title|tr|u|ul|video|start_of_turn|end_of_turn|start_of_image|end_of_image|eos|bos)\b)"
        R"((?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?)*\s*/?>)");
}

const QList<Rule> &rules()
{
    static const auto Options =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption;
    static const QList<Rule> Rules{
        {QRegularExpression(QStringLiteral(R"(<(script|style)\b[^>]*>.*?</\1\s*>)"), Options), {}},
        {QRegularExpression(QStringLiteral("<!--.*?-->"), Options), {}},
        {QRegularExpression(tagPattern(), Options), {}},
        {QRegularExpression(QStringLiteral(R"(<\|[a-z_"]*\|?>|<[a-z_]+\|>)"), Options), {}},
        {QRegularExpression(QStringLiteral(R"(!?\[([^\[\]]*)\]\([^()]*\))"), Options), QStringLiteral("\\1")},
        {QRegularExpression(QStringLiteral(R"(!?\[([^\[\]]*)\]:\s*\S*://\S*)"), Options),
         QStringLiteral("\\1")},
        {QRegularExpression(QStringLiteral("```[a-z]*\\n?"), Options), {}},
        {QRegularExpression(QStringLiteral(R"(\[\[\[ (?:BEGIN|END) [0-9a-f]{24} \]\]\])")), {}}, // our fence
        {QRegularExpression(QStringLiteral(R"(\*\*([^*\n]+)\*\*)")), QStringLiteral("\\1")},
        {QRegularExpression(QStringLiteral("^ *#{1,6} +"), QRegularExpression::MultilineOption), {}},
        {QRegularExpression(QStringLiteral("^ *[*\u2022] +"), QRegularExpression::MultilineOption),
         QStringLiteral("- ")},
    };
    return Rules;
}

// Controls, marks that turn the direction of what follows, and joiners that we put into names ourselves.
bool isInvisible(QChar c)
{
    const char16_t code = c.unicode();
    return (code < 0x20 && code != '\n') || (code >= 0x7F && code < 0xA0) || code == 0x200B ||
           code == 0x2060 || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == 0xFEFF;
}

} // namespace

QString plainAnswer(const QString &answer)
{
    QString text = answer;
    text.replace(QLatin1Char('\t'), QLatin1Char(' '));
    text.removeIf(isInvisible);
    // Again until nothing is found: what is left after a tag may be a tag.
    for (qsizetype before = -1; before != text.size();) {
        before = text.size();
        for (const Rule &rule : rules())
            text.replace(rule.pattern, rule.replacement);
    }
    static const QRegularExpression BlanksAtEnd(QStringLiteral(" +\n"));
    static const QRegularExpression ManyLines(QStringLiteral("\n{3,}"));
    text.replace(BlanksAtEnd, QStringLiteral("\n"));
    text.replace(ManyLines, QStringLiteral("\n\n"));
    return text.trimmed();
}

bool saysNoContent(const QString &plain)
{
    static const QRegularExpression NoContent(QStringLiteral(R"(^\W*NO[_ ]CONTENT\W*$)"));
    return NoContent.match(plain).hasMatch();
}

} // namespace Gemmary
