// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarizers/summarizersetup.h"

#include "summarizers/consentgate.h"
#include "summarizers/summarizertexts.h"
#include "widgets/answer.h"
#include "widgets/format.h"

#include <algorithm>

namespace Gemmary {

SummarizerSetup::SummarizerSetup(SummarizerSource &source, ConsentGate &gate, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_gate(gate)
    , m_draft(source.choice())
    , m_keyPlace(source.keyPlace())
{
    connect(&m_source, &SummarizerSource::changed, this, &SummarizerSetup::onSourceChanged);
}

bool SummarizerSetup::isChosen() const
{
    return m_draft == m_source.choice();
}

const ModelOffer *SummarizerSetup::model() const
{
    if (!m_models)
        return nullptr;
    const auto found = std::ranges::find(*m_models, m_draft.model, &ModelOffer::name);
    return found == m_models->end() ? nullptr : &*found;
}

void SummarizerSetup::setSummarizer(const QString &summarizer)
{
    if (summarizer == m_draft.summarizer)
        return;
    const SummarizerChoice chosen = m_source.choice();
    const bool byServer = isByModel(summarizer) && summarizer != QLatin1StringView("gemini");
    m_draft = {summarizer, summarizer == chosen.summarizer ? chosen.model : QString(),
               byServer ? m_source.serverAddress() : QString()};
    m_trial.clear();
    refresh();
    settle();
}

void SummarizerSetup::setModel(const QString &model)
{
    m_draft.model = model;
    m_trial.clear();
    Q_EMIT changed();
    settle();
}

void SummarizerSetup::setAddress(const QString &address)
{
    if (address == m_draft.address)
        return;
    m_draft.address = address;
    m_draft.model.clear(); // of another server
    m_trial.clear();
    refresh();
}

void SummarizerSetup::refresh()
{
    const int asked = ++m_asked;
    m_models.reset();
    m_status.clear();
    m_isAsking = false;
    if (!isByModel(m_draft.summarizer)) {
        Q_EMIT changed();
        return;
    }
    const bool atGoogle = m_draft.summarizer == QLatin1StringView("gemini");
    if (atGoogle && m_source.keyPlace() == KeyPlace::Nowhere) {
        m_status = tr("Enter a key first; then Google says which models there are.");
        Q_EMIT changed();
        return;
    }
    m_isAsking = true;
    m_status = tr("Asking which models there are…");
    Q_EMIT changed();
    whenAnswered(m_source.models(m_draft.summarizer, m_draft.address), this,
                 [this, asked](const Result<std::vector<ModelOffer>> &models) {
                     if (asked == m_asked)
                         onModels(models);
                 });
}

void SummarizerSetup::onModels(const Result<std::vector<ModelOffer>> &models)
{
    m_isAsking = false;
    if (!models) {
        m_status = models.error().message;
        Q_EMIT changed();
        return;
    }
    m_models = *models;
    if (m_source.isPrivate())
        std::erase_if(*m_models, [](const ModelOffer &model) { return model.runsInCloud; });
    putGemmaFirst(*m_models);
    if (m_models->empty()) {
        m_status = tr("It answers, but has no model for text.");
    } else if (m_draft.model.isEmpty()) {
        m_status.clear();
        m_draft.model = m_models->front().name;
        settle();
    } else if (!model()) {
        m_status = tr("%1 is no longer offered. Choose one of the others.").arg(isolated(m_draft.model));
    } else {
        m_status = modelFacts(*model());
    }
    Q_EMIT changed();
}

void SummarizerSetup::settle()
{
    if (isChosen() || (isByModel(m_draft.summarizer) && !needOf(m_draft, m_source).isEmpty())) {
        Q_EMIT changed();
        return;
    }
    m_gate.pass(
        m_draft,
        [this, choice = m_draft] {
            if (const auto done = m_source.choose(choice); !done) {
                Q_EMIT failed(done.error());
                fallBack();
            }
            Q_EMIT changed();
        },
        [this] { fallBack(); });
}

void SummarizerSetup::fallBack()
{
    m_draft = m_source.choice();
    refresh();
}

void SummarizerSetup::onSourceChanged()
{
    const bool hasOtherKey = std::exchange(m_keyPlace, m_source.keyPlace()) != m_source.keyPlace();
    if (hasOtherKey && m_draft.summarizer == QLatin1StringView("gemini"))
        refresh();
    else if (m_draft.summarizer == m_source.choice().summarizer && !isChosen())
        fallBack(); // chosen elsewhere
    else
        Q_EMIT changed();
}

void SummarizerSetup::tryOut()
{
    if (m_isTrying || m_draft.model.isEmpty())
        return;
    m_gate.pass(m_draft, [this] {
        m_isTrying = true;
        m_trial = tr("Asking %1…").arg(isolated(m_draft.model));
        Q_EMIT changed();
        whenAnswered(m_source.tryOut(m_draft), this, [this](const Result<ModelTrial> &trial) {
            m_isTrying = false;
            m_trial = trial ? trialText(*trial) : trial.error().message;
            Q_EMIT changed();
        });
    });
}

} // namespace Gemmary
