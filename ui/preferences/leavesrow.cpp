// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/leavesrow.h"

#include "summarizers/recipient.h"
#include "summarizers/summarizertexts.h"
#include "widgets/answer.h"
#include "widgets/format.h"

#include <QLabel>
#include <QPushButton>

namespace Gemmary {

LeavesRow::LeavesRow(SummarizerSource &source, QWidget *parent)
    : CardRow(tr("Texts for models"), {}, parent)
    , m_source(source)
    , m_now(new QLabel(this))
    , m_agreed(new QLabel(this))
    , m_takeBack(new QPushButton(tr("Take back"), this))
{
    m_now->setObjectName(QStringLiteral("leavesNow"));
    for (QLabel *label : {m_now, m_agreed}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        addFaint(label);
    }
    m_takeBack->setAutoDefault(false);
    m_takeBack->setAccessibleDescription(tr(
        "You are asked again before a new process sends texts. Those that run go on: stop them if they shall "
        "not."));
    m_takeBack->setToolTip(m_takeBack->accessibleDescription());
    addAtEnd(m_takeBack);
    connect(m_takeBack, &QPushButton::clicked, this, &LeavesRow::takeBack);
    connect(&m_source, &SummarizerSource::changed, this, &LeavesRow::showSource);
    showSource();
}

QList<QPair<QString, QString>> LeavesRow::agreed() const
{
    QList<QPair<QString, QString>> recipients{{QStringLiteral("google"), QStringLiteral("Google")},
                                              {QStringLiteral("ollama.com"), QStringLiteral("ollama.com")}};
    const Recipient recipient = recipientOf({QStringLiteral("openai"), {}, m_source.serverAddress()}, false);
    if (recipient.kind == Recipient::Kind::Server)
        recipients.append({recipient.id, recipient.name});
    recipients.removeIf([this](const auto &one) { return !m_source.hasConsent(one.first); });
    return recipients;
}

void LeavesRow::showSource()
{
    const SummarizerChoice now = m_source.choice();
    const Recipient recipient = recipientOf(now, m_source.runsInCloud(now.model));
    if (!recipient.isSomebody())
        m_now->setText(tr("With what makes summaries now, no text leaves this computer."));
    else
        m_now->setText(tr("New processes send the texts of their documents to %1, for summaries by %2.")
                           .arg(recipient.name, isolated(now.model)));
    QStringList names;
    for (const auto &one : agreed())
        names.append(one.second);
    m_agreed->setText(
        names.isEmpty()
            ? tr("You have not agreed to send texts to anybody. Before the first one leaves, you are asked.")
            : tr("You agreed to send texts to: %1").arg(names.join(QStringLiteral(", "))));
    m_takeBack->setVisible(!names.isEmpty());
}

void LeavesRow::takeBack()
{
    for (const auto &one : agreed())
        m_source.setConsent(one.first, false);
    showSource();
}

UsesRow::UsesRow(SummarizerSource &source, QWidget *parent)
    : CardRow(tr("Models that were used"), tr("By the processes in the list and those recently removed."),
              parent)
    , m_source(source)
    , m_uses(new QLabel(this))
{
    m_uses->setObjectName(QStringLiteral("modelUses"));
    m_uses->setWordWrap(true);
    m_uses->setTextFormat(Qt::PlainText);
    m_uses->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addFaint(m_uses);
}

void UsesRow::showEvent(QShowEvent *event)
{
    CardRow::showEvent(event);
    whenAnswered(m_source.uses(), this,
                 [this](const Result<std::vector<ModelUse>> &uses) { showUses(uses); });
}

void UsesRow::showUses(const Result<std::vector<ModelUse>> &uses)
{
    if (!uses) {
        m_uses->setText(uses.error().message);
        return;
    }
    QStringList lines;
    for (const ModelUse &use : *uses) {
        const Recipient recipient = recipientOf(use.choice, m_source.runsInCloud(use.choice.model));
        lines.append(tr("%1: %2 in %3, last %4")
                         .arg(choiceText(use.choice, recipient),
                              tr("%Ln document(s)", nullptr, static_cast<int>(use.documents)),
                              tr("%Ln process(es)", nullptr, static_cast<int>(use.processes)),
                              formatWhen(use.lastMs)));
        if (use.requests > 0)
            lines.append(QStringLiteral("    ") +
                         tr("%Ln answer(s): %1 model tokens were sent, %2 came back", nullptr,
                            static_cast<int>(use.requests))
                             .arg(formatCount(use.inputTokens), formatCount(use.outputTokens)));
    }
    m_uses->setText(lines.isEmpty() ? tr("None.") : lines.join(QLatin1Char('\n')));
}

} // namespace Gemmary
