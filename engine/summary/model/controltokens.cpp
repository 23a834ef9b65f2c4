// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/model/controltokens.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace Gemmary {

namespace {

constexpr std::string_view WordJoiner = "\xE2\x81\xA0";

// Gemma 3's, and the sentence marks of other families.
constexpr std::string_view Names[] = {
    "pad",          "eos",
    "bos",          "unk",
    "mask",         "start_of_turn",
    "end_of_turn",  "start_of_image",
    "end_of_image", "s",
    "/s",           "image_soft_token",
};

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '/';
}

bool isListed(std::string_view name)
{
    constexpr std::string_view Unused = "unused";
    if (name.starts_with(Unused) && name.size() > Unused.size()) {
        name.remove_prefix(Unused.size());
        return std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    }
    return std::ranges::find(Names, name) != std::end(Names);
}

// Whether what follows a '<' makes a control token of it.
bool opensToken(std::string_view rest)
{
    if (rest.starts_with('|'))
        return true;
    const auto end = std::ranges::find_if_not(rest, isNameByte);
    const auto length = static_cast<std::size_t>(end - rest.begin());
    const std::string_view after = rest.substr(length);
    return length > 0 &&
           (after.starts_with("|>") || (after.starts_with('>') && isListed(rest.substr(0, length))));
}

} // namespace

std::string withoutControlTokens(std::string_view utf8)
{
    std::string result;
    result.reserve(utf8.size());
    while (!utf8.empty()) {
        const auto open = utf8.find('<');
        const std::size_t taken = open == std::string_view::npos ? utf8.size() : open + 1;
        result += utf8.substr(0, taken);
        utf8.remove_prefix(taken);
        if (open != std::string_view::npos && opensToken(utf8))
            result += WordJoiner;
    }
    return result;
}

QByteArray newFenceCode()
{
    std::array<quint32, 3> bits{};
    QRandomGenerator::system()->generate(bits.begin(), bits.end());
    return QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof bits).toHex();
}

std::string fenced(std::string_view data, const QByteArray &code)
{
    const std::string_view mark(code.constData(), static_cast<std::size_t>(code.size()));
    std::string text = withoutControlTokens(data);
    // Replaced, not cut out: what stands on both sides must not join to another one.
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
        text.replace(at, mark.size(), WordJoiner);
    std::string result;
    result.reserve(text.size() + 2 * mark.size() + 32);
    result.append("[[[ BEGIN ").append(mark).append(" ]]]\n").append(text);
    if (!text.ends_with('\n'))
        result += '\n';
    return result.append("[[[ END ").append(mark).append(" ]]]\n");
}

} // namespace Gemmary
