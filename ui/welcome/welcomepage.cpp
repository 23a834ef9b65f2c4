// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/welcomepage.h"

#include "summarizers/consentgate.h"
#include "summarizers/summarizertexts.h"
#include "welcome/choicecard.h"
#include "widgets/answer.h"
#include "widgets/format.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gemmary {

namespace {

QString serverExplanation()
{
    return WelcomePage::tr("A model such as Gemma in Ollama writes summaries in its own words, and no text "
                           "leaves this computer. Ollama is at ollama.com; this window looks for it when it "
                           "opens.");
}

} // namespace

WelcomePage::WelcomePage(SummarizerSource &source, ConsentGate &gate, QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_gate(gate)
    , m_setup(source, gate)
{
    setWindowTitle(tr("Welcome to Gemmary"));
    auto *layout = new QVBoxLayout(this);
    const int edge = spacing(this, 6);
    layout->setContentsMargins(edge, edge, edge, spacing(this, 4));
    layout->setSpacing(spacing(this, 5));
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    layout->addWidget(makeHeader());
    layout->addWidget(makeCards(), 1);
    layout->addWidget(makeKeyEntry());
    layout->addWidget(makeButtons());
    m_sentences->setChecked(true);
    showGoogle();
    connect(&m_source, &SummarizerSource::changed, this, &WelcomePage::showGoogle);
    connect(&m_setup, &SummarizerSetup::changed, this, &WelcomePage::onSetupChanged);
    whenAnswered(m_source.findServers(), this,
                 [this](const std::vector<ServerOffer> &servers) { showServers(servers); });
    connect(this, &QDialog::finished, this, [this] {
        if (m_asksForSamples)
            Q_EMIT samplesRequested();
        else
            Q_EMIT began();
    });
    updateLook();
}

QWidget *WelcomePage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *icon = new QLabel(header);
    const int size = spacing(this, 14);
    icon->setPixmap(
        QIcon(QStringLiteral(":/icons/gemmary.svg")).pixmap(QSize(size, size), devicePixelRatioF()));
    auto *title = new QLabel(tr("Welcome to Gemmary"), header);
    setFontScale(title, 1.7, true);
    auto *promise =
        new QLabel(tr("Drop folders of documents on it: they are counted, analysed and summarised.\n"
                      "How shall summaries be made?"),
                   header);
    promise->setWordWrap(true);
    m_faint.append(promise);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(spacing(this, 1));
    texts->addStretch();
    texts->addWidget(title);
    texts->addWidget(promise);
    texts->addStretch();
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(this, 4));
    layout->addWidget(icon);
    layout->addLayout(texts, 1);
    return header;
}

QWidget *WelcomePage::makeCards()
{
    auto *cards = new QWidget(this);
    auto *layout = new QHBoxLayout(cards);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(this, 3));
    m_sentences = new ChoiceCard(
        {QStringLiteral("sentences"), tr("Key sentences"), tr("Works now"),
         tr("The most telling sentences of each document, copied word for word. Works without a network; "
            "nothing is "
            "sent anywhere, nothing is made up.")},
        cards);
    m_server = new ChoiceCard(
        {QStringLiteral("server"), tr("Model on this computer"), tr("Looking…"), serverExplanation()}, cards);
    m_google = new ChoiceCard({QStringLiteral("cloud"), tr("Google Gemini"), {}, {}}, cards);
    for (ChoiceCard *card : {m_sentences, m_server, m_google}) {
        layout->addWidget(card, 1);
        connect(card, &QAbstractButton::toggled, this, [this] { showGoogle(); });
    }
    m_server->setEnabled(false);
    return cards;
}

QWidget *WelcomePage::makeKeyEntry()
{
    m_entry = new QWidget(this);
    auto *label = new QLabel(tr("&Key for Google"), m_entry);
    m_key = new QLineEdit(m_entry);
    m_key->setObjectName(QStringLiteral("googleKey"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(tr("Paste the key here"));
    label->setBuddy(m_key);
    m_keep = new QCheckBox(tr("Keep it in the keyring"), m_entry);
    m_keep->setToolTip(tr("Otherwise it is forgotten when Gemmary ends."));
    m_keep->setChecked(m_source.hasKeyring());
    m_keep->setVisible(m_source.hasKeyring());
    auto *where = new QLabel(m_entry);
    where->setText(QStringLiteral("<a href=\"https://aistudio.google.com/apikey\">%1</a>")
                       .arg(tr("Make a key").toHtmlEscaped()));
    where->setAccessibleName(tr("Make a key"));
    where->setOpenExternalLinks(true);
    where->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    auto *layout = new QHBoxLayout(m_entry);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(this, 2));
    layout->addWidget(label);
    layout->addWidget(m_key, 1);
    layout->addWidget(m_keep);
    layout->addWidget(where);
    return m_entry;
}

QWidget *WelcomePage::makeButtons()
{
    auto *row = new QWidget(this);
    m_note = new QLabel(row);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setObjectName(QStringLiteral("welcomeNote"));
    m_faint.append(m_note);
    m_samples = new QPushButton(themedIcon(QStringLiteral("library")), tr("Try the sample library"), row);
    m_begin = new QPushButton(tr("Begin"), row);
    m_samples->setAutoDefault(false);
    m_begin->setDefault(true);
    m_begin->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(this, 2));
    layout->addWidget(m_note, 1);
    layout->addWidget(m_samples);
    layout->addWidget(m_begin);
    connect(m_samples, &QPushButton::clicked, this, [this] { finish(true); });
    connect(m_begin, &QPushButton::clicked, this, [this] { finish(false); });
    m_begin->setFocus();
    say({});
    return row;
}

void WelcomePage::showServers(const std::vector<ServerOffer> &servers)
{
    for (const ServerOffer &server : servers) {
        std::vector<ModelOffer> models = server.models;
        std::erase_if(models, [](const ModelOffer &model) { return model.runsInCloud; });
        putGemmaFirst(models);
        if (models.empty())
            continue;
        m_found = {server.summarizer, models.front().name, server.address};
        if (server.summarizer == QLatin1StringView("ollama") &&
            server.address == QLatin1StringView("http://127.0.0.1:11434"))
            m_found.address.clear(); // its usual place
        m_server->setTexts({QStringLiteral("server"), tr("Model on this computer"), tr("Found"),

                            //: %1 is a server such as Ollama, %2 a model
                            tr("%1 with %2 writes summaries in its own words. No text leaves this computer.")
                                .arg(isolated(server.name), isolated(m_found.model))});
        m_server->setEnabled(true);
        return;
    }
    m_server->setTexts({QStringLiteral("server"), tr("Model on this computer"), tr("No server answers"),
                        serverExplanation()});
}

void WelcomePage::showGoogle()
{
    const bool hasKey = m_source.keyPlace() != KeyPlace::Nowhere;
    m_google->setTexts({QStringLiteral("cloud"), tr("Google Gemini"),
                        hasKey ? tr("There is a key") : tr("Needs a key"),
                        tr("A model at Google writes summaries, Gemma among them. Texts are sent to Google, "
                           "so you are asked "
                           "first."),
                        hasKey});
    m_google->setEnabled(!m_source.isPrivate());
    m_entry->setVisible(m_google->isChecked() && m_source.keyPlace() != KeyPlace::Outside);
    m_keep->setVisible(m_source.hasKeyring());
    if (m_entry->isVisible())
        m_key->setFocus();
}

void WelcomePage::finish(bool withSamples)
{
    if (m_isWaiting)
        return;
    m_asksForSamples = withSamples;
    if (m_google->isChecked())
        chooseGoogle();
    else
        choose(m_server->isChecked() ? m_found : SummarizerChoice{QStringLiteral("extractive"), {}, {}});
}

void WelcomePage::choose(const SummarizerChoice &choice)
{
    if (choice == m_source.choice()) {
        accept();
        return;
    }
    m_gate.pass(choice, [this, choice] {
        if (const auto done = m_source.choose(choice); !done)
            Q_EMIT failed(done.error());
        accept();
    });
}

void WelcomePage::chooseGoogle()
{
    const QString key = m_key->text().trimmed();
    if (key.isEmpty() && m_source.keyPlace() != KeyPlace::Nowhere) {
        useGoogle();
        return;
    }
    if (key.isEmpty()) {
        say(tr("Paste a key first, or choose key sentences."));
        m_key->setFocus();
        return;
    }
    setWaiting(true);
    whenAnswered(m_source.keepKey(key, m_keep->isChecked() ? KeyPlace::Keyring : KeyPlace::ThisRun), this,
                 [this](const Result<void> &kept) {
                     if (!kept) {
                         say(kept.error().message);
                         setWaiting(false);
                         return;
                     }
                     m_key->clear();
                     useGoogle();
                 });
}

void WelcomePage::useGoogle()
{
    setWaiting(true);
    if (m_setup.draft().summarizer == QLatin1StringView("gemini"))
        m_setup.refresh(); // with another key
    else
        m_setup.setSummarizer(QStringLiteral("gemini"));
    onSetupChanged();
}

// Google's list has come, or the user has answered whether texts may be sent there.
void WelcomePage::onSetupChanged()
{
    if (!m_isWaiting)
        return;
    if (m_source.choice().summarizer == QLatin1StringView("gemini")) {
        setWaiting(false);
        accept();
    } else if (m_setup.draft().summarizer != QLatin1StringView("gemini")) { // not agreed to
        setWaiting(false);
        m_sentences->setChecked(true);
        say({});
    } else {
        say(m_setup.status());
        if (!m_setup.isAsking() && !m_setup.models()) {
            setWaiting(false);
            showGoogle();
        }
    }
}

void WelcomePage::say(const QString &text)
{
    m_note->setText(text.isEmpty() ? tr("You can change this at any time, in the toolbar or in Preferences.")
                                   : text);
}

void WelcomePage::setWaiting(bool waiting)
{
    m_isWaiting = waiting;
    m_begin->setEnabled(!waiting);
    m_samples->setEnabled(!waiting);
}

void WelcomePage::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void WelcomePage::updateLook()
{
    for (QWidget *label : m_faint) {
        QPalette faint = label->palette();
        faint.setColor(QPalette::WindowText, colorsOf(palette()).faintText);
        label->setPalette(faint);
    }
}

} // namespace Gemmary
