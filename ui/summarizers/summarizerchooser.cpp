// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarizers/summarizerchooser.h"

#include "summarizers/summarizertexts.h"
#include "widgets/answer.h"
#include "widgets/format.h"
#include "widgets/theme.h"

#include <QMenu>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int ButtonColumns = 28;    // of the model's name
constexpr qsizetype MostModels = 12; // of one provider in the menu; the preferences list all

QString menuText(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

SummarizerChooser::SummarizerChooser(SummarizerSource &source, QWidget *parent)
    : QToolButton(parent)
    , m_source(source)
    , m_menu(new QMenu(this))
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(m_menu);
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &SummarizerChooser::look);
    connect(&m_source, &SummarizerSource::changed, this, &SummarizerChooser::showChoice);
    showChoice();
}

void SummarizerChooser::showChoice()
{
    const SummarizerChoice choice = m_source.choice();
    const Recipient recipient = recipientOf(choice, m_source.runsInCloud(choice.model));
    const QString text = choiceText(choice, recipient);
    setIcon(themedIcon(choiceIcon(choice, recipient)));
    setText(menuText(fontMetrics().elidedText(shortChoiceText(choice), Qt::ElideMiddle,
                                              fontMetrics().averageCharWidth() * ButtonColumns)));
    setAccessibleName(tr("Summaries of new processes: %1").arg(text));
    setToolTip(tr("What makes the summaries of new processes: %1").arg(text));
}

void SummarizerChooser::look()
{
    const int look = ++m_look;
    m_servers.reset();
    m_google.reset();
    fill();
    whenAnswered(m_source.findServers(), this, [this, look](const std::vector<ServerOffer> &servers) {
        if (look != m_look)
            return;
        m_servers = servers;
        fill();
    });
    if (m_source.isPrivate() || m_source.keyPlace() == KeyPlace::Nowhere)
        return;
    whenAnswered(m_source.models(QStringLiteral("gemini"), {}), this,
                 [this, look](const Result<std::vector<ModelOffer>> &models) {
                     if (look != m_look)
                         return;
                     m_google = models;
                     fill();
                 });
}

void SummarizerChooser::fill()
{
    const QAction *active = m_menu->activeAction();
    const QString chosenText = active ? active->text() : QString();
    m_menu->clear();
    addChoice({QStringLiteral("extractive"), {}, {}});
    m_menu->addSection(tr("Model servers"));
    addServers();
    m_menu->addSection(tr("Google"));
    addGoogle();
    m_menu->addSeparator();
    addChoice({QStringLiteral("none"), {}, {}});
    connect(m_menu->addAction(themedIcon(QStringLiteral("settings")), tr("Preferences for summaries…")),
            &QAction::triggered, this, &SummarizerChooser::preferencesRequested);
    // Where the keyboard was before an answer came.
    for (QAction *action : m_menu->actions()) {
        if (!chosenText.isEmpty() && action->text() == chosenText)
            m_menu->setActiveAction(action);
    }
}

void SummarizerChooser::addChoice(const SummarizerChoice &choice, const QString &facts)
{
    const Recipient recipient = recipientOf(choice, m_source.runsInCloud(choice.model));
    if (m_source.isPrivate() && recipient.isSomebody())
        return;
    QString text = choiceText(choice, recipient);
    if (!facts.isEmpty())
        text += QStringLiteral(" · ") + facts;
    QAction *action = m_menu->addAction(themedIcon(choiceIcon(choice, recipient)), menuText(text));
    action->setCheckable(true);
    action->setChecked(choice == m_source.choice());
    connect(action, &QAction::triggered, this, [this, choice] { Q_EMIT chosen(choice); });
}

void SummarizerChooser::addServers()
{
    const SummarizerChoice now = m_source.choice();
    if (!m_servers) {
        if (isByModel(now.summarizer) && now.summarizer != QLatin1StringView("gemini"))
            addChoice(now);
        addNote(tr("Looking for model servers…"));
        return;
    }
    if (m_servers->empty()) {
        addNote(tr("No model server answers here"));
        return;
    }
    for (const ServerOffer &server : *m_servers)
        addServer(server);
}

void SummarizerChooser::addServer(const ServerOffer &server)
{
    // Ollama's usual place goes without an address, so that the choice stays true when it moves.
    const bool isUsual = server.address == QLatin1StringView("http://127.0.0.1:11434");
    const QString address = isUsual ? QString() : server.address;
    if (server.models.empty())
        addNote(tr("%1 is there, without a model").arg(isolated(server.name)));
    qsizetype count = 0;
    for (const ModelOffer &model : server.models) {
        if (++count > MostModels)
            break;
        if (!(m_source.isPrivate() && model.runsInCloud))
            addChoice({server.summarizer, model.name, address}, modelFacts(model));
    }
}

void SummarizerChooser::addGoogle()
{
    const SummarizerChoice now = m_source.choice();
    const auto toPreferences = [this](const QString &text) {
        connect(m_menu->addAction(themedIcon(QStringLiteral("cloud")), text), &QAction::triggered, this,
                &SummarizerChooser::preferencesRequested);
    };
    if (m_source.isPrivate()) {
        addNote(tr("Not offered: everything stays on this computer"));
    } else if (m_source.keyPlace() == KeyPlace::Nowhere) {
        toPreferences(tr("Google Gemini: enter a key…"));
    } else if (!m_google) {
        if (now.summarizer == QLatin1StringView("gemini"))
            addChoice(now);
        addNote(tr("Asking Google for its models…"));
    } else if (!*m_google) {
        toPreferences(tr("Google's models: not available, see why…"));
    } else {
        std::vector<ModelOffer> models = **m_google;
        putGemmaFirst(models);
        qsizetype count = 0;
        for (const ModelOffer &model : models) {
            if (++count <= MostModels)
                addChoice({QStringLiteral("gemini"), model.name, {}});
        }
        if (now.summarizer == QLatin1StringView("gemini") &&
            std::ranges::find(models, now.model, &ModelOffer::name) == models.end())
            toPreferences(tr("%1 is no longer offered: choose another…").arg(menuText(isolated(now.model))));
    }
}

void SummarizerChooser::addNote(const QString &text)
{
    m_menu->addAction(text)->setEnabled(false);
}

} // namespace Gemmary
