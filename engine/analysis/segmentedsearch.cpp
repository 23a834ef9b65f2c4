// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/segmentedsearch.h"

namespace Gemmary {

SegmentedSearch::SegmentedSearch(std::string term, const ProcessSettings &settings, TermFound found)
    : m_term(std::move(term))
    , m_found(std::move(found))
    , m_segmenter(makeSegmenter(settings, m_classes, [this](std::string_view emitted) {
        if (emitted == m_term)
            m_found(m_segmenter->span().begin, m_segmenter->span().end);
    }))
{}

} // namespace Gemmary
