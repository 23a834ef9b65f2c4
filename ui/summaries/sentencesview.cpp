// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaries/sentencesview.h"

#include "widgets/oneline.h"
#include "widgets/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QTextCursor>
#include <QTextList>
#include <QUrl>
#include <QtMath>

namespace Gemmary {

namespace {

constexpr int LineHeightPercent = 118;
const QString LinkScheme = QStringLiteral("document");

} // namespace

SentencesView::SentencesView(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &SentencesView::fitHeight);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (link.scheme() == LinkScheme)
            Q_EMIT documentActivated(link.path().toLongLong());
    });
}

void SentencesView::setSentences(std::vector<CardSentence> sentences)
{
    m_sentences = std::move(sentences);
    fill();
}

// Text goes in by cursor, which takes every character as it is: nothing of it can become markup.
void SentencesView::fill()
{
    clear();
    QTextBlockFormat block;
    block.setLineHeight(LineHeightPercent, QTextBlockFormat::ProportionalHeight);
    block.setBottomMargin(spacing(this, 1));
    QTextListFormat bullets;
    bullets.setStyle(QTextListFormat::ListDisc);
    bullets.setIndent(1);
    document()->setIndentWidth(spacing(this, 4.5));
    const QTextCharFormat text;
    QTextCharFormat link;
    link.setAnchor(true);
    link.setForeground(palette().color(QPalette::Link));
    QTextCursor cursor(document());
    bool isFirst = true;
    for (const CardSentence &sentence : m_sentences) {
        if (!std::exchange(isFirst, false))
            cursor.insertBlock();
        if (cursor.currentList()) // of the sentence before
            cursor.currentList()->remove(cursor.block());
        cursor.setBlockFormat(block);
        if (sentence.isPoint)
            cursor.createList(bullets);
        cursor.insertText(oneLine(sentence.text), text);
        if (sentence.document == NoDocument)
            continue;
        cursor.insertText(QStringLiteral(" — "), text);
        link.setAnchorHref(QStringLiteral("%1:%2").arg(LinkScheme).arg(sentence.document));
        cursor.insertText(oneLine(sentence.source), link);
        cursor.setCharFormat(text);
    }
    fitHeight();
}

void SentencesView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitHeight();
}

void SentencesView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fill();
}

void SentencesView::fitHeight()
{
    const int height = qCeil(document()->size().height());
    if (height != maximumHeight())
        setFixedHeight(height);
}

} // namespace Gemmary
