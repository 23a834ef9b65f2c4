// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/analyzer.h"
#include "ports/contentsource.h"
#include "ports/contentstore.h"
#include "ports/documentscanner.h"
#include "ports/documenttrial.h"
#include "ports/processstore.h"
#include "ports/summarizer.h"
#include "ports/textextractor.h"

namespace Gemmary {

// What the pipeline works with. All outlive it and are thread-safe.
struct PipelineParts
{
    ProcessStore &store;
    const ContentSource &content;
    const DocumentScanner &scanner;
    const TextExtractor &extractor;
    const Analyzer &analyzer;
    const SummarizerFactory &summarizers;
    ContentStore &contentStore;
    const DocumentTrials *trials = nullptr; // null: a document that ends its reader ends this process
};

} // namespace Gemmary
