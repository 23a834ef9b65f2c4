// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/summarizerrows.h"

#include "summarizers/summarizersetup.h"
#include "summarizers/summarizertexts.h"
#include "widgets/format.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUrl>

namespace Gemmary {

namespace {

constexpr int ModelColumns = 34; // of the list of models

QLabel *quietLabel(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPushButton *plainButton(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    return button;
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

bool isServerChoice(const QString &summarizer)
{
    return isByModel(summarizer) && summarizer != QLatin1StringView("gemini");
}

} // namespace

SummarizerRow::SummarizerRow(SummarizerSource &source, SummarizerSetup &setup, QWidget *parent)
    : CardRow(
          tr("What makes summaries"),
          tr("Key sentences are copied from the document, without AI or network. A model writes in its own "
             "words."),
          parent)
    , m_source(source)
    , m_setup(setup)
    , m_box(new QComboBox(this))
    , m_state(quietLabel("summarizerState", this))
{
    m_box->setObjectName(QStringLiteral("GEMMARY_SUMMARIZER"));
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->addItem(themedIcon(QStringLiteral("sentences")), tr("Key sentences"),
                   QStringLiteral("extractive"));
    m_box->addItem(themedIcon(QStringLiteral("server")), tr("Ollama"), QStringLiteral("ollama"));
    m_box->addItem(themedIcon(QStringLiteral("server")), tr("llama-server, LM Studio, vLLM"),
                   QStringLiteral("openai"));
    m_box->addItem(themedIcon(QStringLiteral("cloud")), tr("Google Gemini"), QStringLiteral("gemini"));
    m_box->addItem(themedIcon(QStringLiteral("close")), tr("No summaries"), QStringLiteral("none"));
    m_box->setAccessibleName(title());
    addAtEnd(m_box);
    setTitled(m_box);
    addFaint(m_state);
    connect(m_box, &QComboBox::activated, this,
            [this] { m_setup.setSummarizer(m_box->currentData().toString()); });
    connect(&m_setup, &SummarizerSetup::changed, this, &SummarizerRow::showSetup);
    showSetup();
}

void SummarizerRow::showSetup()
{
    const QSignalBlocker quiet(m_box);
    m_box->setCurrentIndex(m_box->findData(m_setup.draft().summarizer));
    const QString outside = m_source.setBy();
    m_box->setEnabled(outside.isEmpty());
    const SummarizerChoice now = m_source.choice();
    const QString holds = choiceText(now, recipientOf(now, m_source.runsInCloud(now.model)));
    if (!outside.isEmpty())
        say(m_state, tr("Set by %1, which wins: %2").arg(isolated(outside), holds));
    else
        say(m_state, tr("New processes use: %1").arg(holds));
}

ModelRow::ModelRow(SummarizerSource &source, SummarizerSetup &setup, QWidget *parent)
    : CardRow(tr("Model"), {}, parent)
    , m_source(source)
    , m_setup(setup)
    , m_box(new QComboBox(this))
    , m_test(plainButton(tr("Test the model"), this))
    , m_refresh(plainButton(tr("Look again"), this))
    , m_status(quietLabel("modelStatus", this))
    , m_trial(quietLabel("modelTrial", this))
{
    m_box->setObjectName(QStringLiteral("GEMMARY_MODEL"));
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setAccessibleName(title());
    m_box->setMinimumWidth(fontMetrics().averageCharWidth() * ModelColumns);
    m_box->setMaximumWidth(m_box->minimumWidth());
    m_test->setToolTip(tr("Asks the model for one word. No document is sent."));
    m_test->setAccessibleDescription(m_test->toolTip());
    addFaint(m_status);
    addFaint(m_trial);
    addAtEnd(m_box);
    addAtEnd(m_refresh);
    addAtEnd(m_test);
    setTitled(m_box);
    connect(m_box, &QComboBox::activated, this,
            [this] { m_setup.setModel(m_box->currentData().toString()); });
    connect(m_test, &QPushButton::clicked, &m_setup, &SummarizerSetup::tryOut);
    connect(m_refresh, &QPushButton::clicked, &m_setup, &SummarizerSetup::refresh);
    connect(&m_setup, &SummarizerSetup::changed, this, &ModelRow::showSetup);
    showSetup();
}

void ModelRow::fillBox()
{
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    const QString chosen = m_setup.draft().model;
    for (const ModelOffer &model : m_setup.models().value_or(std::vector<ModelOffer>())) {
        m_box->addItem(model.runsInCloud ? tr("%1 (leaves this computer)").arg(model.name) : model.name,
                       model.name);
    }
    if (!chosen.isEmpty() && m_box->findData(chosen) < 0)
        m_box->insertItem(0, m_setup.models() ? tr("%1 (not offered)").arg(chosen) : chosen, chosen);
    m_box->setCurrentIndex(m_box->findData(chosen));
    m_box->setEnabled(m_box->count() > 0 && m_source.setBy().isEmpty());
}

void ModelRow::showSetup()
{
    const bool byModel = isByModel(m_setup.draft().summarizer);
    setOffered(byModel);
    if (!byModel)
        return;
    fillBox();
    say(m_status, m_setup.status());
    say(m_trial, m_setup.trial());
    m_test->setEnabled(!m_setup.isTrying() && !m_setup.draft().model.isEmpty());
}

ServerRow::ServerRow(SummarizerSource &source, SummarizerSetup &setup, QWidget *parent)
    : CardRow(tr("Address of the server"),
              tr("Left empty, it is looked for at its usual place on this computer. It holds for running "
                 "processes, too."),
              parent)
    , m_source(source)
    , m_setup(setup)
    , m_address(new QLineEdit(this))
    , m_use(plainButton(tr("Use this server"), this))
    , m_answer(quietLabel("serverAnswer", this))
{
    m_address->setObjectName(QStringLiteral("GEMMARY_BASE_URL"));
    m_address->setAccessibleName(title());
    auto *fields = new QWidget(this);
    auto *layout = new QHBoxLayout(fields);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_address, 1);
    layout->addWidget(m_use);
    addFaint(fields);
    addFaint(m_answer);
    setTitled(m_address);
    m_answer->hide();
    connect(m_address, &QLineEdit::returnPressed, this, &ServerRow::use);
    connect(m_use, &QPushButton::clicked, this, &ServerRow::use);
    connect(&m_setup, &SummarizerSetup::changed, this, &ServerRow::showSetup);
    showSetup();
}

void ServerRow::showSetup()
{
    const bool byServer = isServerChoice(m_setup.draft().summarizer);
    setOffered(byServer);
    m_address->setPlaceholderText(m_setup.draft().summarizer == QLatin1StringView("ollama")
                                      ? QStringLiteral("http://127.0.0.1:11434")
                                      : QStringLiteral("http://127.0.0.1:8080"));
    if (!m_address->hasFocus())
        m_address->setText(m_setup.draft().address);
    m_address->setReadOnly(!m_source.setBy().isEmpty());
    m_use->setEnabled(m_source.setBy().isEmpty());
}

void ServerRow::use()
{
    const QString text = m_address->text().trimmed();
    const QUrl url(text, QUrl::StrictMode);
    const bool isAddress = !url.host().isEmpty() && (url.scheme() == QLatin1StringView("http") ||
                                                     url.scheme() == QLatin1StringView("https"));
    if (!text.isEmpty() && !isAddress) {
        say(m_answer, tr("This is no address of a server. Give one such as http://127.0.0.1:11434."));
        return;
    }
    say(m_answer, {});
    m_setup.setAddress(text);
    m_setup.refresh();
}

} // namespace Gemmary
