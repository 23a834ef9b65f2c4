// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "allcontents.h"
#include "analysis/termanalyzer.h"
#include "intake/folderscanner.h"
#include "pipeline/pipelineparts.h"
#include "store/sqlstore.h"
#include "summary/summarizerregistry.h"
#include "text/icusentencesplitter.h"
#include "text/plaintextextractor.h"
#include "text/stopwordlanguagedetector.h"
#include "text/stopwordlists.h"

#include <memory>

namespace Gemmary {

// Every room of the engine as the product composes it, on a SQLite file, without the engine's face.
struct RealParts
{
    RealParts(const QString &storePath, const Clock &clock, ModelSource models = {})
        : store(SqlStore::open(storePath, clock).value())
        , summarizers(
              stopWords, detector, [] { return std::make_unique<IcuSentenceSplitter>(); }, std::move(models))
    {}

    [[nodiscard]] PipelineParts parts()
    {
        return {store->processes(), contents, scanner, extractor, analyzer, summarizers, store->contents()};
    }

    std::unique_ptr<SqlStore> store;
    AllContents contents{store->contents(), {}};
    FolderScanner scanner;
    PlainTextExtractor extractor;
    StopWordLists stopWords;
    StopWordLanguageDetector detector{stopWords};
    TermAnalyzer analyzer{stopWords, detector};
    SummarizerRegistry summarizers;
};

} // namespace Gemmary
