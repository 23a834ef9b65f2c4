// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaries/summarycard.h"

#include "summaries/documentlink.h"
#include "summaries/keywordchips.h"
#include "summaries/sentencesview.h"
#include "widgets/oneline.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace Gemmary {

namespace {

// A label asks for the height of its narrowest shape, which would stretch the whole column; its width
// decides.
void wrap(QLabel *label)
{
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumHeight(label->fontMetrics().height());
}

} // namespace

SummaryCard::SummaryCard(SummaryContent content, QWidget *parent)
    : QFrame(parent)
    , m_content(std::move(content))
{
    setAccessibleName(oneLine(m_content.title));
    auto *layout = new QVBoxLayout(this);
    const int edge = spacing(this, 4);
    layout->setContentsMargins(edge, spacing(this, 3), edge, spacing(this, 3));
    layout->setSpacing(spacing(this, 2));
    layout->addLayout(makeHead());
    addBody(layout);
    layout->addLayout(makeProvenance());
    updateLook();
}

QHBoxLayout *SummaryCard::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing(this, 2));
    if (m_content.document == NoDocument) {
        auto *title = new QLabel(m_content.title, this);
        title->setTextFormat(Qt::PlainText);
        setFontScale(title, 1.25, true);
        head->addWidget(title);
    } else {
        auto *link = new DocumentLink(m_content.title, this);
        connect(link, &QAbstractButton::clicked, this,
                [this] { Q_EMIT documentActivated(m_content.document); });
        head->addWidget(link);
    }
    head->addStretch(1);
    auto *copyButton = new QToolButton(this);
    copyButton->setIcon(themedIcon(QStringLiteral("copy")));
    copyButton->setText(tr("Copy"));
    copyButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    copyButton->setAutoRaise(true);
    copyButton->setAccessibleName(
        (m_content.isByModel ? tr("Copy the summary of %1") : tr("Copy the key sentences of %1"))
            .arg(oneLine(m_content.title)));
    copyButton->setToolTip(tr("Copies them with where they come from"));
    connect(copyButton, &QToolButton::clicked, this, &SummaryCard::copy);
    head->addWidget(copyButton);
    return head;
}

void SummaryCard::addBody(QVBoxLayout *layout)
{
    if (!m_content.detail.isEmpty())
        layout->addWidget(makeFaintLabel(m_content.detail));
    if (!m_content.note.isEmpty())
        layout->addLayout(makeNote());
    if (!m_content.sentences.empty()) {
        auto *sentences = new SentencesView(this);
        sentences->setAccessibleName((m_content.isByModel ? tr("Summary of %1") : tr("Key sentences of %1"))
                                         .arg(oneLine(m_content.title)));
        sentences->setSentences(m_content.sentences);
        connect(sentences, &SentencesView::documentActivated, this, &SummaryCard::documentActivated);
        layout->addWidget(sentences);
    }
    if (!m_content.keywords.empty()) {
        auto *chips = new KeywordChips(this);
        chips->setKeywords(m_content.keywords);
        layout->addWidget(chips);
    }
}

QHBoxLayout *SummaryCard::makeNote()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing(this, 2));
    m_noteIcon = new QLabel(this);
    auto *note = new QLabel(m_content.note, this);
    wrap(note);
    note->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row->addWidget(m_noteIcon, 0, Qt::AlignTop);
    row->addWidget(note, 1);
    return row;
}

QHBoxLayout *SummaryCard::makeProvenance()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing(this, 1.5));
    m_provenanceIcon = new QLabel(this);
    QLabel *text = makeFaintLabel(m_content.provenance);
    text->setObjectName(QStringLiteral("provenance"));
    row->addWidget(m_provenanceIcon);
    row->addWidget(text, 1);
    return row;
}

QLabel *SummaryCard::makeFaintLabel(const QString &text)
{
    auto *label = new QLabel(text, this);
    setFontScale(label, 0.9);
    wrap(label);
    m_faint.push_back(label);
    return label;
}

void SummaryCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = colorsOf(palette());
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.card);
    const double radius = spacing(this, 1.5);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void SummaryCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void SummaryCard::updateLook()
{
    const Colors colors = colorsOf(palette());
    for (QLabel *label : m_faint) {
        QPalette faint = label->palette();
        faint.setColor(QPalette::WindowText, colors.faintText);
        label->setPalette(faint);
    }
    const auto show = [this](QLabel *label, const char *icon, const QColor &color) {
        const int size = spacing(this, 4);
        label->setPixmap(
            themedIcon(QString::fromLatin1(icon), color).pixmap(QSize(size, size), devicePixelRatioF()));
    };
    show(m_provenanceIcon, m_content.isByModel ? "summary" : "sentences", colors.faintText);
    if (m_noteIcon && m_content.isTrouble)
        show(m_noteIcon, "warning", colors.warning);
    else if (m_noteIcon)
        show(m_noteIcon, "about", colors.faintText);
}

void SummaryCard::copy() const
{
    QGuiApplication::clipboard()->setText(copyText(m_content));
}

} // namespace Gemmary
