// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarizers/consentdialog.h"

#include "widgets/format.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gemmary {

namespace {

constexpr int Columns = 62; // of the text

const QString Terms = QStringLiteral("https://ai.google.dev/gemini-api/terms");

} // namespace

ConsentDialog::ConsentDialog(const Recipient &recipient, QWidget *parent)
    : QDialog(parent)
    , m_facts(new QVBoxLayout)
    , m_icon(new QLabel(this))
{
    setWindowTitle(tr("Texts leave this computer"));
    //: %1 is who gets them: Google, or a host
    auto *question = new QLabel(tr("Send the texts of your documents to %1?").arg(recipient.name));
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    setFontScale(question, 1.3, true);
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing(this, 3));
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(question, 1);
    m_facts->setSpacing(spacing(this, 2.5));
    addFacts(recipient);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *send =
        buttons->addButton(tr("Send texts to %1").arg(recipient.name), QDialogButtonBox::AcceptRole);
    send->setAutoDefault(false);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setIcon({});
    cancel->setDefault(true);
    cancel->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    const int edge = spacing(this, 5);
    layout->setContentsMargins(edge, edge, edge, spacing(this, 4));
    layout->setSpacing(spacing(this, 4));
    layout->addLayout(head);
    layout->addLayout(m_facts);
    layout->addWidget(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize); // as high as its text, which nothing may cut
    updateLook();
}

void ConsentDialog::addFacts(const Recipient &recipient)
{
    addFact(QStringLiteral("cloud"),
            tr("The whole text of each document is sent, with the request to summarise it. Words and figures "
               "are still counted on this computer."));
    switch (recipient.kind) {
    case Recipient::Kind::Google:
        addFact(
            QStringLiteral("warning"),
            tr("With a free key, Google uses what is sent and answered to improve its products, and people "
               "may read it. Send nothing confidential, sensitive or personal."));
        addFact(QStringLiteral("language"),
                tr("In the European Economic Area, Switzerland and the United Kingdom only Google's paid "
                   "service may be used."));
        addTerms();
        break;
    case Recipient::Kind::OllamaCloud:
        addFact(
            QStringLiteral("warning"),
            tr("This model does not run on this computer: your Ollama passes the texts on to ollama.com."));
        break;
    case Recipient::Kind::Server:
        addFact(QStringLiteral("warning"),
                recipient.isReadableOnTheWay
                    ? tr("The way there is not encrypted: everybody on it can read the texts.")
                    : tr("Who runs that computer can read the texts."));
        break;
    case Recipient::Kind::Nobody:
        break;
    }
    addFact(QStringLiteral("privacy"),
            tr("Your answer is remembered; Preferences ▸ Privacy takes it back. Key sentences need no "
               "network."));
}

void ConsentDialog::addFact(const QString &icon, const QString &text)
{
    auto *sign = new QLabel(this);
    auto *fact = new QLabel(text, this);
    fact->setWordWrap(true);
    fact->setTextFormat(Qt::PlainText);
    const int width = fontMetrics().averageCharWidth() * Columns;
    fact->setFixedWidth(width);
    fact->setFixedHeight(fact->heightForWidth(width));
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing(this, 2.5));
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(fact, 1);
    m_facts->addLayout(row);
    m_icons.append({sign, icon});
}

void ConsentDialog::addTerms()
{
    auto *terms = new QLabel(this);
    terms->setText(QStringLiteral("<a href=\"%1\">%2</a>").arg(Terms, tr("Google's terms").toHtmlEscaped()));
    terms->setTextFormat(Qt::RichText);
    terms->setOpenExternalLinks(true);
    terms->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    terms->setAccessibleName(tr("Google's terms"));
    auto *row = new QHBoxLayout;
    row->addSpacing(spacing(this, 4.5 + 2.5));
    row->addWidget(terms, 1);
    m_facts->addLayout(row);
}

void ConsentDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void ConsentDialog::updateLook()
{
    const Colors colors = colorsOf(palette());
    const auto draw = [this](QLabel *label, const QString &icon, const QColor &color, double quarters) {
        const int size = spacing(this, quarters);
        label->setPixmap(themedIcon(icon, color).pixmap(QSize(size, size), devicePixelRatioF()));
    };
    draw(m_icon, QStringLiteral("cloud"), colors.accent, 9);
    for (const auto &[label, icon] : m_icons)
        draw(label, icon, icon == QLatin1StringView("warning") ? colors.warning : colors.faintText, 4.5);
}

} // namespace Gemmary
