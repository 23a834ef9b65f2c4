// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/textlanguage.h"

#include "base/utf8.h"
#include "summary/sentenceterms.h"

#include <algorithm>
#include <unordered_map>

namespace Gemmary {

QString languageOf(std::string_view text, const LanguageDetector &detector)
{
    constexpr std::size_t Enough = 64 * 1024; // bytes tell the language
    std::size_t cut = std::min(text.size(), Enough);
    while (cut > 0 && cut < text.size() && isUtf8Continuation(text[cut]))
        --cut;
    std::unordered_map<std::string, qint64> counts;
    for (std::string &word : wordsOf(text.substr(0, cut)))
        ++counts[std::move(word)];
    std::vector<TermCount> terms;
    terms.reserve(counts.size());
    for (auto &[word, count] : counts)
        terms.push_back({word, count});
    return detector.detect(terms);
}

} // namespace Gemmary
