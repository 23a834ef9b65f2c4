// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/readertext.h"

#include "widgets/theme.h"

#include <algorithm>

namespace Gemmary {

ReaderText::ReaderText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Text of the document"));
    setFrameShape(QFrame::NoFrame);
    setFontScale(this, 1.1);
    document()->setDocumentMargin(spacing(this, 4));
}

void ReaderText::showText(const QString &text, std::vector<TextSpan> sentences)
{
    m_sentences = std::move(sentences);
    std::sort(m_sentences.begin(), m_sentences.end(),
              [](const TextSpan &a, const TextSpan &b) { return a.from < b.from; });
    setPlainText(text);
    markSentences();
}

void ReaderText::goToSentence(const TextSpan &sentence)
{
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(sentence.from + sentence.length));
    cursor.setPosition(static_cast<int>(sentence.from), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

void ReaderText::goToNextSentence(int step)
{
    if (m_sentences.empty())
        return;
    const qsizetype here = textCursor().selectionStart();
    const auto isBefore = [](const TextSpan &span, qsizetype place) { return span.from < place; };
    auto next = std::lower_bound(m_sentences.begin(), m_sentences.end(), here, isBefore);
    if (step > 0) {
        if (next != m_sentences.end() && next->from == here && textCursor().hasSelection())
            ++next;
        if (next == m_sentences.end())
            next = m_sentences.begin();
    } else {
        next = std::prev(next == m_sentences.begin() ? m_sentences.end() : next);
    }
    goToSentence(*next);
}

bool ReaderText::findAgain(const QString &text, bool backwards)
{
    const auto flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (text.isEmpty() || find(text, flags))
        return true;
    const QTextCursor here = textCursor();
    moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    if (find(text, flags))
        return true;
    setTextCursor(here);
    return false;
}

void ReaderText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        markSentences();
}

void ReaderText::markSentences()
{
    QColor mark = colorsOf(palette()).accent;
    mark.setAlphaF(isDark(palette()) ? 0.38F : 0.18F);
    QList<QTextEdit::ExtraSelection> selections;
    for (const TextSpan &sentence : m_sentences) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(static_cast<int>(sentence.from));
        selection.cursor.setPosition(static_cast<int>(sentence.from + sentence.length),
                                     QTextCursor::KeepAnchor);
        selection.format.setBackground(mark);
        selections.append(selection);
    }
    setExtraSelections(selections);
}

} // namespace Gemmary
