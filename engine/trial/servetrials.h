// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/analyzer.h"
#include "ports/contentsource.h"
#include "ports/summarizer.h"
#include "ports/textextractor.h"

#include <iosfwd>

namespace Gemmary {

// What documents are tried with; `files` opens them by path.
struct TrialParts
{
    const ContentSource &files;
    const TextExtractor &extractor;
    const Analyzer &analyzer;
    const SummarizerFactory &summarizers;
};

// The child's side of ChildTrials: reads what the lines of `in` name until there are no more, and answers on
// `out`. Where the summariser asks a provider, only the text is read.
void serveTrials(const TrialParts &parts, std::istream &in, std::ostream &out);

} // namespace Gemmary
