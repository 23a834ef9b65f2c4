// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/roff.h"

#include <QStringList>

#include <utility>

namespace Gemmary {

namespace {

QString line(const QString &text)
{
    return text + QLatin1Char('\n');
}

// A hyphen that can be copied, a backslash that is one, and no line that begins like a request.
QString escaped(const QString &text)
{
    QString result = text.simplified();
    result.replace(QLatin1Char('\\'), QStringLiteral("\\e"));
    result.replace(QLatin1Char('-'), QStringLiteral("\\-"));
    if (result.startsWith(QLatin1Char('.')) || result.startsWith(QLatin1Char('\'')))
        result.prepend(QStringLiteral("\\&"));
    return result;
}

QString quoted(const QString &text)
{
    return QLatin1Char('"') + escaped(text).replace(QLatin1Char('"'), QStringLiteral("\\(dq")) +
           QLatin1Char('"');
}

} // namespace

Roff::Roff(const QString &name, int section, const QString &about)
{
    m_page = QStringLiteral(".TH %1 %2 \"\" \"Gemmary %3\" \"\"\n")
                 .arg(quoted(name), QString::number(section), QStringLiteral(GEMMARY_VERSION));
    m_page += QStringLiteral(".SH NAME\n") + line(escaped(name) + QStringLiteral(" \\- ") + escaped(about));
}

void Roff::section(const QString &title)
{
    m_page += line(QStringLiteral(".SH ") + quoted(title));
    m_isFresh = true;
}

void Roff::subsection(const QString &title)
{
    m_page += line(QStringLiteral(".SS ") + quoted(title));
    m_isFresh = true;
}

// A heading begins one by itself.
void Roff::beginParagraph()
{
    if (!std::exchange(m_isFresh, false))
        m_page += QStringLiteral(".PP\n");
}

void Roff::paragraph(const QString &text)
{
    beginParagraph();
    m_page += line(escaped(text));
}

void Roff::synopsis(const QString &bold, const QString &rest)
{
    beginParagraph();
    m_page += line(QStringLiteral("\\fB%1\\fR %2").arg(escaped(bold), escaped(rest)));
}

void Roff::entry(const QString &term, const QString &text)
{
    m_page +=
        QStringLiteral(".TP\n") + line(QStringLiteral("\\fB%1\\fR").arg(escaped(term))) + line(escaped(text));
}

void Roff::verbatim(const QString &text)
{
    beginParagraph();
    m_page += QStringLiteral(".nf\n");
    QStringList lines = text.split(QLatin1Char('\n'));
    while (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    for (QString one : lines) {
        one.replace(QLatin1Char('\\'), QStringLiteral("\\e"));
        one.replace(QLatin1Char('-'), QStringLiteral("\\-"));
        m_page += line(one.isEmpty() ? QStringLiteral(".sp") : QStringLiteral("\\&") + one);
    }
    m_page += QStringLiteral(".fi\n");
}

} // namespace Gemmary
