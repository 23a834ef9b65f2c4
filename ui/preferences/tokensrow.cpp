// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/tokensrow.h"

#include "preferences/tokendialog.h"
#include "widgets/answer.h"
#include "widgets/elidedlabel.h"
#include "widgets/format.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gemmary {

namespace {

constexpr std::chrono::seconds LookInterval(3);

QString factsText(const KnownToken &token)
{
    const QString used = token.usedMs > 0
                             //: of a token; %1 is a time such as "today 14:02"
                             ? TokensRow::tr("last used %1").arg(formatWhen(token.usedMs))
                             : TokensRow::tr("not used since Gemmary started");
    if (token.createdMs == 0)
        return used;
    //: of a token; %1 is a time such as "today 14:02", %2 when it was used
    return TokensRow::tr("made %1 · %2").arg(formatWhen(token.createdMs), used);
}

} // namespace

TokensRow::TokensRow(AutomationSource &source, QWidget *parent)
    : CardRow(tr("Tokens"), {}, parent)
    , m_source(source)
    , m_rule(new QLabel(this))
    , m_trouble(new QLabel(this))
    , m_list(new QWidget(this))
    , m_lines(new QVBoxLayout(m_list))
{
    m_rule->setObjectName(QStringLiteral("tokenRule"));
    m_trouble->setObjectName(QStringLiteral("tokenTrouble"));
    for (QLabel *label : {m_rule, m_trouble}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        addFaint(label);
    }
    m_trouble->hide();
    m_list->setObjectName(QStringLiteral("tokens"));
    m_lines->setContentsMargins(0, spacing(this, 1), 0, 0);
    m_lines->setSpacing(spacing(this, 1));
    m_list->hide();
    addFaint(m_list);
    addFaint(makeButtonLine());
    connect(&m_source, &AutomationSource::changed, this, &TokensRow::ask);
    m_look.setInterval(LookInterval);
    connect(&m_look, &QTimer::timeout, this, &TokensRow::ask);
    showRule();
}

QWidget *TokensRow::makeButtonLine()
{
    auto *line = new QWidget(this);
    auto *make = new QPushButton(themedIcon(QStringLiteral("add")), tr("New token…"), line);
    make->setAutoDefault(false);
    connect(make, &QPushButton::clicked, this, &TokensRow::makeToken);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, spacing(this, 1), 0, 0);
    layout->addWidget(make);
    layout->addStretch();
    return line;
}

void TokensRow::showEvent(QShowEvent *event)
{
    CardRow::showEvent(event);
    ask();
    m_look.start();
}

void TokensRow::hideEvent(QHideEvent *event)
{
    CardRow::hideEvent(event);
    m_look.stop();
}

void TokensRow::ask()
{
    if (!isVisible())
        return;
    whenAnswered(m_source.tokens(), this, [this](const Result<std::vector<KnownToken>> &tokens) {
        m_trouble->setText(tokens ? QString() : tokens.error().message);
        m_trouble->setVisible(!tokens);
        showTokens(tokens.value_or(std::vector<KnownToken>()));
        showRule();
    });
}

void TokensRow::showRule()
{
    const bool isEmpty = !m_shown || m_shown->empty();
    QString rule;
    if (!m_source.needsToken())
        rule =
            tr("On this computer none is needed until you make one. From then on, every program needs one.");
    else if (isEmpty)
        rule =
            tr("There is none, so nobody is let in. Make one for each program: each can be revoked alone.");
    else
        rule =
            tr("Every program needs one. Whoever has it can start processes, and read, stop and remove all "
               "of yours.");
    m_rule->setText(rule);
}

// Only anew when it is different: what has the keys keeps them.
void TokensRow::showTokens(const std::vector<KnownToken> &tokens)
{
    if (m_shown == tokens)
        return;
    m_shown = tokens;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const KnownToken &token : tokens)
        m_lines->addWidget(makeLine(token));
    m_list->setVisible(!tokens.empty());
}

QWidget *TokensRow::makeLine(const KnownToken &token)
{
    auto *line = new QWidget(m_list);
    auto *name = new ElidedLabel(line);
    name->setTextFormat(Qt::PlainText);
    name->setFullText(token.name);
    QPalette strong = name->palette();
    strong.setColor(QPalette::WindowText, palette().windowText().color());
    name->setPalette(strong);
    auto *facts = new QLabel(factsText(token), line);
    facts->setTextFormat(Qt::PlainText);
    auto *revoke = new QPushButton(tr("Revoke…"), line);
    revoke->setAutoDefault(false);
    revoke->setAccessibleName(tr("Revoke %1").arg(isolated(token.name)));
    connect(revoke, &QPushButton::clicked, this,
            [this, revoked = token.name] { askBeforeRevoking(revoked); });
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(name);
    texts->addWidget(facts);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(texts, 1);
    layout->addWidget(revoke);
    return line;
}

void TokensRow::makeToken()
{
    auto *dialog = new TokenDialog(m_source, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void TokensRow::askBeforeRevoking(const QString &name)
{
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Revoke a token?"),
                        tr("Revoke the token %1?").arg(isolated(name)), QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("Whoever uses it is not let in any more, from now on. This cannot be undone, but a new token is "
           "quickly made."));
    QPushButton *yes = question->addButton(tr("Revoke"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QPushButton::clicked, this, [this, name] { revoke(name); });
    question->open();
}

void TokensRow::revoke(const QString &name)
{
    whenAnswered(m_source.revokeToken(name), this, [this](const Result<void> &revoked) {
        if (!revoked)
            Q_EMIT failed(revoked.error());
    });
}

} // namespace Gemmary
