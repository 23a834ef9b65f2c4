// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/paragraphs.h"

#include "base/utf8.h"

#include <algorithm>
#include <map>
#include <set>

namespace Gemmary {

namespace {

constexpr std::size_t LongestParagraph = 16 * 1024; // bytes; longer ones are cut at a blank
constexpr int RepeatedOnPages = 3;
constexpr std::size_t LongestHeading = 80; // bytes

bool isBlankChar(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlankChar(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlankChar(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

// Rows of tables, rules, numbers, time codes: hardly any letters, or many separators.
bool isNoProse(std::string_view line)
{
    const auto count = [line](auto test) {
        return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), test));
    };
    const std::size_t letters = count(isWordByte);
    const std::size_t visible = count([](char c) { return !isBlankChar(c); });
    const std::size_t separators = count([](char c) { return c == '|' || c == '\t' || c == ';'; });
    const std::size_t commas = count([](char c) { return c == ','; });
    const std::size_t blanks = count([](char c) { return c == ' '; });
    return letters * 2 < visible || separators >= 3 || (commas >= 3 && commas > blanks);
}

bool isListItem(std::string_view line)
{
    if (line.size() < 3)
        return false;
    if ((line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ')
        return true;
    if (line.starts_with("\xE2\x80\xA2") || line.starts_with("\xE2\x80\x93 ") ||
        line.starts_with("\xE2\x80\x94 "))
        return true;
    const auto end = std::find_if_not(line.begin(), line.end(), isDigit);
    return end != line.begin() && end - line.begin() <= 3 && end + 1 < line.end() &&
           (*end == '.' || *end == ')') && end[1] == ' ';
}

// A line of comma-separated values that holds prose stands alone, whatever the lines around it.
bool isRecord(std::string_view line)
{
    int tight = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        tight += line[i] == ',' && line[i + 1] != ' ' ? 1 : 0;
    return tight >= 3;
}

std::string_view withoutMarker(std::string_view line)
{
    const auto blank = line.find(' ');
    return isListItem(line) && blank != std::string_view::npos ? trimmed(line.substr(blank)) : line;
}

// "Report, page 12" and "Report, page 13" are one footer.
std::string withoutNumbers(std::string_view line)
{
    std::string result;
    for (const char c : line) {
        if (!isDigit(c))
            result += c;
        else if (!result.ends_with('0'))
            result += '0';
    }
    return result;
}

// First and last lines of pages that three pages or more have in common, numbers aside.
std::set<std::string> runningTitles(std::string_view section)
{
    std::map<std::string, int> counts;
    while (section.find('\f') != std::string_view::npos) {
        const auto end = section.find('\f');
        const auto lines = linesOf(trimmed(section.substr(0, end)));
        section.remove_prefix(end + 1);
        if (lines.empty())
            continue;
        ++counts[withoutNumbers(trimmed(lines.front()))];
        if (lines.size() > 1)
            ++counts[withoutNumbers(trimmed(lines.back()))];
    }
    std::set<std::string> titles;
    for (const auto &[line, count] : counts) {
        if (count >= RepeatedOnPages)
            titles.insert(line);
    }
    return titles;
}

bool endsSentence(std::string_view text)
{
    constexpr std::string_view Ends[] = {".",
                                         "!",
                                         "?",
                                         ":",
                                         ";",
                                         "\xE2\x80\xA6",
                                         "\xE3\x80\x82",
                                         "\xEF\xBC\x81",
                                         "\xEF\xBC\x9F",
                                         "\"",
                                         "\xE2\x80\x9D",
                                         "\xC2\xBB",
                                         ")"};
    return std::any_of(std::begin(Ends), std::end(Ends), [text](auto end) { return text.ends_with(end); });
}

class Builder
{
public:
    void addLine(std::string_view line)
    {
        if (m_open.size() + line.size() > LongestParagraph)
            close();
        if (line.size() > LongestParagraph) {
            addLongLine(line);
            return;
        }
        if (joinsDividedWord(line))
            m_open.pop_back();
        else if (!m_open.empty())
            m_open += ' ';
        m_open += line;
    }

    void addHeading(std::string_view line)
    {
        close();
        m_paragraphs.push_back({std::string(line), true});
    }

    void close()
    {
        if (m_open.empty())
            return;
        const bool heading = m_open.size() <= LongestHeading && !endsSentence(m_open);
        m_paragraphs.push_back({std::move(m_open), heading});
        m_open.clear();
    }

    std::vector<Paragraph> take()
    {
        close();
        return std::move(m_paragraphs);
    }

private:
    // "exam-" and "ple": a hyphen between a letter and a small letter of the next line.
    bool joinsDividedWord(std::string_view next) const
    {
        return m_open.size() >= 2 && m_open.back() == '-' && isWordByte(m_open[m_open.size() - 2]) &&
               !next.empty() && next.front() >= 'a' && next.front() <= 'z';
    }

    void addLongLine(std::string_view line)
    {
        while (!line.empty()) {
            std::size_t cut = std::min(line.size(), LongestParagraph);
            if (cut < line.size()) {
                const auto blank = line.rfind(' ', cut);
                if (blank != std::string_view::npos && blank > cut / 2)
                    cut = blank;
                while (cut > 0 && cut < line.size() && isUtf8Continuation(line[cut]))
                    --cut;
            }
            m_paragraphs.push_back({std::string(trimmed(line.substr(0, cut))), false});
            line.remove_prefix(cut);
        }
    }

    std::vector<Paragraph> m_paragraphs;
    std::string m_open;
};

} // namespace

std::vector<Paragraph> splitParagraphs(std::string_view section)
{
    const auto titles = runningTitles(section);
    Builder builder;
    for (const std::string_view raw : linesOf(section)) {
        if (raw.find('\f') != std::string_view::npos)
            builder.close();
        const std::string_view line = trimmed(raw);
        if (line.empty()) {
            builder.close();
            continue;
        }
        if (isNoProse(line) || (!titles.empty() && titles.contains(withoutNumbers(line))))
            continue;
        if (line.front() == '#') {
            builder.addHeading(trimmed(line.substr(line.find_first_not_of('#') == std::string_view::npos
                                                       ? line.size()
                                                       : line.find_first_not_of('#'))));
            continue;
        }
        const bool record = isRecord(line);
        if (record || isListItem(line))
            builder.close();
        builder.addLine(withoutMarker(line));
        if (record)
            builder.close();
    }
    return builder.take();
}

} // namespace Gemmary
