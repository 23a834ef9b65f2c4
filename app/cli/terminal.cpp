// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QByteArray>
#include <QList>

#include <sys/ioctl.h>
#include <unistd.h>

namespace Gemmary {

namespace {

constexpr int DefaultWidth = 80;

bool isTerminal(std::FILE *stream)
{
    const int descriptor = fileno(stream);
    return descriptor >= 0 && isatty(descriptor) == 1;
}

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

int columnsOfCodePoint(char32_t c)
{
    if (QChar::isMark(c) || QChar::category(c) == QChar::Other_Format)
        return 0;
    return isWide(c) ? 2 : 1;
}

bool isHarmful(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph || category == QChar::Other_Surrogate ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

} // namespace

Terminal::Terminal(std::FILE *out, std::FILE *err)
    : m_out(out)
    , m_err(err)
    , m_errIsTerminal(isTerminal(err))
{
    setColor(Color::Auto);
}

void Terminal::setColor(Color color)
{
    if (color != Color::Auto)
        m_color = color == Color::Always;
    else if (qEnvironmentVariableIsSet("NO_COLOR"))
        m_color = false;
    else if (qEnvironmentVariableIsSet("FORCE_COLOR"))
        m_color = true;
    else
        m_color = isTerminal(m_out) && qgetenv("TERM") != "dumb";
}

void Terminal::print(const QString &line) const
{
    write(m_out, line + QLatin1Char('\n'));
}

void Terminal::text(const QString &text) const
{
    write(m_out, text);
}

void Terminal::note(const QString &line) const
{
    if (!m_quiet)
        write(m_err, line + QLatin1Char('\n'));
}

void Terminal::error(const QString &line) const
{
    write(m_err, line + QLatin1Char('\n'));
}

void Terminal::ask(const QString &question) const
{
    write(m_err, question);
}

void Terminal::progress(const QString &line)
{
    if (!hasProgressLine() || (line.isEmpty() && !m_progressLineShown))
        return;
    m_progressLineShown = !line.isEmpty();
    write(m_err, QStringLiteral("\r\x1b[2K") + line);
}

int Terminal::width() const
{
    winsize size{};
    for (std::FILE *stream : {m_out, m_err}) {
        if (isTerminal(stream) && ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
            return size.ws_col;
    }
    return DefaultWidth;
}

QString Terminal::styled(const char *code, const QString &text) const
{
    if (!m_color)
        return text;
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(QLatin1StringView(code), text);
}

QString printable(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (isHarmful(c))
            result += QStringLiteral("\\u%1").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0'));
        else
            result += QString::fromUcs4(&c, 1);
    }
    return result;
}

int columnsOf(QStringView text)
{
    int columns = 0;
    for (const char32_t c : text.toUcs4())
        columns += columnsOfCodePoint(c);
    return columns;
}

QString elided(const QString &text, int columns, bool keepEnd)
{
    if (columnsOf(text) <= columns)
        return text;
    const auto points = text.toUcs4();
    QString result;
    int used = 1; // the ellipsis
    for (qsizetype i = 0; i < points.size(); ++i) {
        const char32_t c = points.at(keepEnd ? points.size() - 1 - i : i);
        used += columnsOfCodePoint(c);
        if (used > columns)
            break;
        const QString character = QString::fromUcs4(&c, 1);
        result = keepEnd ? character + result : result + character;
    }
    return keepEnd ? QStringLiteral("…") + result : result + QStringLiteral("…");
}

} // namespace Gemmary
