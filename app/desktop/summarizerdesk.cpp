// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/summarizerdesk.h"

#include "desktop/preferencesfile.h"
#include "engine.h"
#include "mainwindow/layoutstore.h"
#include "summarizers/recipient.h"
#include "widgets/answer.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace Gemmary {

namespace {

const QString SummarizerName = QStringLiteral("GEMMARY_SUMMARIZER");
const QString ModelName = QStringLiteral("GEMMARY_MODEL");
const QString Agreed = QStringLiteral("yes");

bool usesServer(const QString &summarizer)
{
    return isByModel(summarizer) && summarizer != QLatin1StringView("gemini");
}

// Whether a provider counts what is sent.
bool isLimited(const QString &summarizer)
{
    return summarizer == QLatin1StringView("gemini");
}

const ModelKey &googleKey()
{
    return keyOf(QStringLiteral("gemini"));
}

QString consentQuestion(const QString &recipient)
{
    return QStringLiteral("consent-") + recipient;
}

// What they took goes to those that it is known of.
void addTokens(std::vector<ModelUse> &uses, const std::vector<ModelUsage> &taken)
{
    for (const ModelUsage &usage : taken) {
        const SummarizerChoice choice{usage.provider, usage.model, {}};
        const auto use = std::ranges::find(uses, choice, &ModelUse::choice);
        if (use == uses.end())
            continue;
        use->requests += usage.requests;
        use->inputTokens += usage.inputTokens;
        use->outputTokens += usage.outputTokens;
    }
}

// The newest first.
std::vector<ModelUse> usesOf(const std::vector<ProcessSnapshot> &processes)
{
    std::vector<ModelUse> uses;
    for (const ProcessSnapshot &process : processes) {
        if (!isByModel(process.settings.summarizer))
            continue;
        const SummarizerChoice choice{process.settings.summarizer, process.settings.model, {}};
        auto use = std::ranges::find(uses, choice, &ModelUse::choice);
        if (use == uses.end())
            use = uses.insert(uses.end(), ModelUse{.choice = choice});
        ++use->processes;
        use->documents += process.summarise.documentsDone;
        use->lastMs = std::max(use->lastMs, process.createdMs);
    }
    std::stable_sort(uses.begin(), uses.end(),
                     [](const ModelUse &a, const ModelUse &b) { return a.lastMs > b.lastMs; });
    return uses;
}

} // namespace

SummarizerDesk::SummarizerDesk(PreferencesFile &preferences, LayoutStore &answers, Engine &engine,
                               ModelAccess access, QObject *parent)
    : SummarizerSource(parent)
    , m_preferences(preferences)
    , m_answers(answers)
    , m_engine(engine)
    , m_access(std::move(access))
{
    connect(&m_preferences, &PreferencesSource::changed, this, &SummarizerDesk::useSettings);
    whenAnswered(m_access.readKey(*modelKey(QStringLiteral("server"))), this,
                 [this](const Result<QString> &key) {
                     m_serverKey = key.value_or(QString());
                     useSettings();
                 });
    whenAnswered(m_access.readKey(googleKey()), this, [this](const Result<QString> &key) {
        m_hasKeyring = key || key.error().kind != ErrorKind::Unavailable;
        if (key && m_key.isEmpty()) // or one was entered meanwhile
            setKey(*key, KeyPlace::Keyring);
        else
            Q_EMIT changed();
    });
}

SummarizerChoice SummarizerDesk::choice() const
{
    const ProcessSettings &defaults = m_preferences.settings().processDefaults;
    return {defaults.summarizer, isByModel(defaults.summarizer) ? defaults.model : QString(),
            usesServer(defaults.summarizer) ? serverAddress() : QString()};
}

Result<void> SummarizerDesk::choose(const SummarizerChoice &choice)
{
    return m_preferences.chooseSummarizer(choice.summarizer, choice.model,
                                          usesServer(choice.summarizer) ? std::optional(choice.address)
                                                                        : std::nullopt);
}

QString SummarizerDesk::setBy() const
{
    const QString summarizer = m_preferences.setBy(SummarizerName);
    return summarizer.isEmpty() ? m_preferences.setBy(ModelName) : summarizer;
}

QString SummarizerDesk::serverAddress() const
{
    return m_preferences.settings().modelServerUrl;
}

Settings SummarizerDesk::settings() const
{
    Settings settings = m_preferences.settings();
    if (settings.geminiKey.isEmpty())
        settings.geminiKey = m_key;
    if (settings.modelServerKey.isEmpty())
        settings.modelServerKey = m_serverKey;
    return settings;
}

Settings SummarizerDesk::settingsAt(const QString &address) const
{
    Settings settings = this->settings();
    settings.modelServerUrl = address;
    return settings;
}

KeyPlace SummarizerDesk::keyPlace() const
{
    return m_preferences.settings().geminiKey.isEmpty() ? m_keyPlace : KeyPlace::Outside;
}

QString SummarizerDesk::keySetBy() const
{
    return m_preferences.sourceName(QString::fromLatin1(googleKey().setting));
}

QFuture<Result<void>> SummarizerDesk::keepKey(const QString &key, KeyPlace place)
{
    if (const auto checked = checkKey(key); !checked)
        return QtFuture::makeReadyFuture(checked);
    if (place != KeyPlace::Keyring) {
        setKey(key, KeyPlace::ThisRun);
        return QtFuture::makeReadyFuture(Result<void>());
    }
    return m_access.keepKey(googleKey(), key).then(this, [this, key](const Result<void> &kept) {
        if (kept)
            setKey(key, KeyPlace::Keyring);
        return kept;
    });
}

QFuture<Result<void>> SummarizerDesk::forgetKey()
{
    if (m_keyPlace != KeyPlace::Keyring) {
        setKey({}, KeyPlace::Nowhere);
        return QtFuture::makeReadyFuture(Result<void>());
    }
    return m_access.forgetKey(googleKey()).then(this, [this](const Result<void> &forgotten) {
        if (forgotten)
            setKey({}, KeyPlace::Nowhere);
        return forgotten;
    });
}

void SummarizerDesk::setKey(const QString &key, KeyPlace place)
{
    m_key = key;
    m_keyPlace = place;
    useSettings();
}

// By the work that goes on, and by whoever shows them.
void SummarizerDesk::useSettings()
{
    m_access.use(settings());
    Q_EMIT changed();
}

QFuture<std::vector<ServerOffer>> SummarizerDesk::findServers()
{
    return QtConcurrent::run(m_access.findServers, settings())
        .then(this, [this](const std::vector<ServerOffer> &servers) {
            for (const ServerOffer &server : servers)
                noteCloud(server.models);
            return servers;
        });
}

QFuture<Result<std::vector<ModelOffer>>> SummarizerDesk::models(const QString &summarizer,
                                                                const QString &address)
{
    return QtConcurrent::run(m_access.list, settingsAt(address), summarizer)
        .then(this, [this](const Result<std::vector<ModelOffer>> &models) {
            if (models)
                noteCloud(*models);
            return models;
        });
}

QFuture<Result<ModelTrial>> SummarizerDesk::tryOut(const SummarizerChoice &choice)
{
    return QtConcurrent::run(m_access.tryModel, settingsAt(choice.address), choice.summarizer, choice.model);
}

void SummarizerDesk::noteCloud(const std::vector<ModelOffer> &models)
{
    for (const ModelOffer &model : models) {
        if (model.runsInCloud)
            m_cloud.insert(model.name);
    }
}

bool SummarizerDesk::runsInCloud(const QString &model) const
{
    return hasCloudName(model) || m_cloud.contains(model); // others are known once it has listed them
}

bool SummarizerDesk::hasConsent(const QString &recipient) const
{
    return m_answers.answer(consentQuestion(recipient)) == Agreed;
}

void SummarizerDesk::setConsent(const QString &recipient, bool given)
{
    m_answers.setAnswer(consentQuestion(recipient), given ? Agreed : QString());
    Q_EMIT changed();
}

// One after the other: Qt 6.4 leaks what QtFuture::whenAll() waits with.
QFuture<Result<std::vector<ModelUse>>> SummarizerDesk::uses()
{
    using Listed = Result<std::vector<ProcessSnapshot>>;
    using Taken = Result<std::vector<ModelUsage>>;
    const auto gather = [](const Listed &current, const Listed &gone,
                           const Taken &taken) -> Result<std::vector<ModelUse>> {
        GEMMARY_ASSIGN(all, Listed(current));
        GEMMARY_ASSIGN(more, Listed(gone));
        GEMMARY_ASSIGN(usage, Taken(taken));
        all.insert(all.end(), more.begin(), more.end());
        std::vector<ModelUse> uses = usesOf(all);
        addTokens(uses, usage);
        return uses;
    };
    const auto withTokens = [this, gather](const Listed &current, const Listed &gone) {
        return m_engine.modelUsage().then(
            [gather, current, gone](const Taken &taken) { return gather(current, gone, taken); });
    };
    const auto withRemoved = [this, withTokens](const Listed &current) {
        ProcessFilter removed;
        removed.removed = true;
        return m_engine.list(removed)
            .then(this, [withTokens, current](const Listed &gone) { return withTokens(current, gone); })
            .unwrap();
    };
    return m_engine.list({}).then(this, withRemoved).unwrap();
}

QFuture<std::optional<QuotaUse>> SummarizerDesk::quota()
{
    const QString summarizer = choice().summarizer;
    if (!isLimited(summarizer))
        return QtFuture::makeReadyFuture(std::optional<QuotaUse>());
    return QtConcurrent::run(m_access.quota, summarizer).then([](const Result<QuotaUse> &use) {
        return use ? std::optional(*use) : std::nullopt; // without a key, or while the database is away
    });
}

bool SummarizerDesk::isPrivate() const
{
    return m_preferences.settings().onlyHere;
}

} // namespace Gemmary
