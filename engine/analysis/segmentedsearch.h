// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/segmenter.h"
#include "ports/analyzer.h"

namespace Gemmary {

// Finds a term by cutting the whole text into terms, so that it finds exactly what is counted.
class SegmentedSearch : public TermSearch
{
public:
    SegmentedSearch(std::string term, const ProcessSettings &settings, TermFound found);

    void text(std::string_view utf8) override { m_segmenter->feed(utf8); }
    void finish() override { m_segmenter->finish(); }

private:
    std::string m_term;
    TermFound m_found;
    CharacterClasses m_classes;
    std::unique_ptr<Segmenter> m_segmenter;
};

} // namespace Gemmary
