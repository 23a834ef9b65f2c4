// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition.h"

#include "allcontents.h"
#include "analysis/termanalyzer.h"
#include "configuredmodels.h"
#include "engine.h"
#include "intake/filecontentsource.h"
#include "intake/folderscanner.h"
#include "providers/memoryledger.h"
#include "store/sqlstore.h"
#include "store/storecare.h"
#include "summary/summarizerregistry.h"
#include "text/crashingextractor.h"
#include "text/icusentencesplitter.h"
#include "text/plaintextextractor.h"
#include "text/stopwordlanguagedetector.h"
#include "text/stopwordlists.h"
#include "trial/childtrials.h"
#include "trial/servetrials.h"

#include <cstdlib>
#include <cstring>
#include <iostream>

namespace Gemmary {

namespace {

// Many machines look into a shared database: each of them less often.
constexpr std::chrono::seconds SharedProgressInterval{1};
constexpr std::chrono::seconds SharedIdle{2};

EngineSettings engineSettings(const Settings &settings, const QString &storePlace)
{
    EngineSettings engine;
    engine.instance = InstanceId::fromString(settings.instance).value_or(engine.instance);
    engine.machine = settings.machine;
    if (isServer(storePlace)) {
        engine.isShared = true;
        engine.progressInterval = SharedProgressInterval;
        engine.longestIdle = SharedIdle;
    }
    engine.hooks.delayAfterDocument = settings.testDelay;
    engine.hooks.failAfterFirstDocument = settings.testFailure;
    return engine;
}

// What reads documents, here as in a child that tries them.
struct Readers
{
    explicit Readers(const Settings &settings, ModelSource models = {})
        : crashing(plain, settings.testCrash.toStdString())
        , extractor(settings.testCrash.isEmpty() ? static_cast<const TextExtractor &>(plain) : crashing)
        , summarizers(
              stopWords, detector, [] { return std::make_unique<IcuSentenceSplitter>(); }, std::move(models))
    {}

    PlainTextExtractor plain;
    CrashingExtractor crashing;
    const TextExtractor &extractor;
    StopWordLists stopWords;
    StopWordLanguageDetector detector{stopWords};
    TermAnalyzer analyzer{stopWords, detector};
    SummarizerRegistry summarizers;
};

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
    std::unique_ptr<ChildTrials> trials; // null: none
    std::unique_ptr<ConfiguredModels> models;
    FolderScanner scanner;
    std::unique_ptr<Readers> readers;
    std::unique_ptr<Engine> engine;
};

Result<std::unique_ptr<Composition>> Composition::open(const Settings &settings, const QString &storePlace,
                                                       const QString &trialProgram)
{
    auto parts = std::make_unique<Parts>(settings, storePlace);
    GEMMARY_ASSIGN(store, SqlStore::open(storePlace, parts->clock));
    parts->store = std::move(store);
    parts->contents = std::make_unique<AllContents>(parts->store->contents(), PathMap(settings.pathMap));
    if (!trialProgram.isEmpty())
        parts->trials = std::make_unique<ChildTrials>(*parts->contents, trialProgram);
    parts->models = std::make_unique<ConfiguredModels>(settings, parts->clock, parts->store->quotas());
    const ModelSource models{
        [&all = *parts->models](const ProcessSettings &process) { return all.modelFor(process); },
        &parts->store->summaries(), &parts->store->usage(),
        [&all = *parts->models](const ProcessSettings &process) { return all.limitsOf(process.summarizer); }};
    parts->readers = std::make_unique<Readers>(settings, models);
    const Readers &readers = *parts->readers;
    const EngineParts engineParts{{parts->store->processes(), *parts->contents, parts->scanner,
                                   readers.extractor, readers.analyzer, readers.summarizers,
                                   parts->store->contents(), parts->trials.get()},
                                  parts->store->instances(),
                                  readers.stopWords,
                                  parts->store->usage()};
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

QString Composition::sharedPlace() const
{
    return m_parts->store->isShared() ? m_parts->store->place() : QString();
}

void Composition::useModels(const Settings &settings)
{
    m_parts->models->use(settings);
}

Result<QuotaUse> Composition::quotaOf(const QString &summarizer) const
{
    return m_parts->models->quotaOf(summarizer);
}

Result<std::vector<ModelOffer>> listModels(const Settings &settings, const QString &summarizer)
{
    const SystemClock clock;
    MemoryLedger ledger(clock);
    return ConfiguredModels(settings, clock, ledger).offers(summarizer);
}

std::vector<ServerOffer> findServers(const Settings &settings)
{
    const SystemClock clock;
    MemoryLedger ledger(clock);
    return ConfiguredModels(settings, clock, ledger).servers();
}

Result<ModelTrial> tryModel(const Settings &settings, const QString &summarizer, const QString &model)
{
    const SystemClock clock;
    MemoryLedger ledger(clock);
    return ConfiguredModels(settings, clock, ledger).tryOut(summarizer, model);
}

bool isTrialChild(int argc, const char *const argv[])
{
    return argc == 2 && std::strcmp(argv[1], TrialArgument) == 0;
}

int serveTrials()
{
    const auto sources = settingsSources();
    const auto settings = sources ? loadSettings(*sources) : Result<Settings>(tl::unexpect, sources.error());
    if (!settings)
        return EXIT_FAILURE;
    const Readers readers(*settings);
    const FileContentSource files;
    serveTrials({files, readers.extractor, readers.analyzer, readers.summarizers}, std::cin, std::cout);
    return EXIT_SUCCESS;
}

Result<StoreFacts> inspectStore(const QString &storePlace)
{
    return inspectStore(storePlace, SystemClock());
}

Result<void> backUpStore(const QString &storePlace, const QString &target)
{
    return backUpStore(storePlace, SystemClock(), target);
}

} // namespace Gemmary
