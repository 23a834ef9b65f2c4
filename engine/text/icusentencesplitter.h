// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/languages.h"

#include <memory>
#include <string>
#include <unordered_map>

struct UBreakIterator;

namespace Gemmary {

// Sentences by ICU's boundary rules for the language, with its list of abbreviations, and rules of ours for
// what that list leaves: a title or an initial after a name joins what follows, and so does a very short
// piece that ends in any abbreviation.
class IcuSentenceSplitter : public SentenceSplitter
{
public:
    IcuSentenceSplitter();
    ~IcuSentenceSplitter() override;

    [[nodiscard]] std::vector<std::string_view> split(std::string_view paragraph,
                                                      QStringView language) override;

private:
    struct Breaker;
    [[nodiscard]] UBreakIterator *iteratorFor(QStringView language);

    std::unordered_map<std::string, std::unique_ptr<Breaker>>
        m_breakers; // by language, made when first needed
};

} // namespace Gemmary
