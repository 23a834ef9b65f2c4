// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"

#include "allcontents.h"
#include "analysis/termanalyzer.h"
#include "engine.h"
#include "intake/folderscanner.h"
#include "store/sqlstore.h"
#include "summary/summarizerregistry.h"
#include "text/icusentencesplitter.h"
#include "text/plaintextextractor.h"
#include "text/stopwordlanguagedetector.h"
#include "text/stopwordlists.h"

namespace Gemmary {

namespace {

EngineSettings engineSettings(const Settings &settings, const QString &storePlace)
{
    EngineSettings engine;
    engine.instance = InstanceId::fromString(settings.instance).value_or(engine.instance);
    if (isServer(storePlace))
        engine.machine = settings.machine;
    engine.hooks.delayAfterDocument = settings.testDelay;
    engine.hooks.failAfterFirstDocument = settings.testFailure;
    return engine;
}

} // namespace

// In the order of use: what is below is built from what is above, and goes first.
struct Composition::Parts
{
    Parts(const Settings &settings, const QString &storePlace)
        : engineSettings(Gemmary::engineSettings(settings, storePlace))
        , scanner(PathMap(settings.pathMap))
    {}

    SystemClock clock;
    EngineSettings engineSettings;
    std::unique_ptr<SqlStore> store;
    std::unique_ptr<AllContents> contents;
    FolderScanner scanner;
    PlainTextExtractor extractor;
    StopWordLists stopWords;
    StopWordLanguageDetector detector{stopWords};
    TermAnalyzer analyzer{stopWords, detector};
    SummarizerRegistry summarizers{stopWords, detector,
                                   [] { return std::make_unique<IcuSentenceSplitter>(); }};
    std::unique_ptr<Engine> engine;
};

Result<std::unique_ptr<Composition>> Composition::open(const Settings &settings, const QString &storePlace)
{
    auto parts = std::make_unique<Parts>(settings, storePlace);
    GEMMARY_ASSIGN(store, SqlStore::open(storePlace, parts->clock));
    parts->store = std::move(store);
    parts->contents = std::make_unique<AllContents>(parts->store->contents(), PathMap(settings.pathMap));
    const EngineParts engineParts{{parts->store->processes(), *parts->contents, parts->scanner,
                                   parts->extractor, parts->analyzer, parts->summarizers,
                                   parts->store->contents()},
                                  parts->stopWords};
    parts->engine = std::make_unique<Engine>(engineParts, parts->engineSettings);
    return std::unique_ptr<Composition>(new Composition(std::move(parts)));
}

Composition::Composition(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

Composition::~Composition() = default;

Engine &Composition::engine() const
{
    return *m_parts->engine;
}

} // namespace Gemmary
