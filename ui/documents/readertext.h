// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/keysentences.h"

#include <QPlainTextEdit>

namespace Gemmary {

// A document's text, to read and to search, with its key sentences marked.
class ReaderText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ReaderText(QWidget *parent = nullptr);

    // `text` is shownText(); `sentences` are places in it, in any order.
    void showText(const QString &text, std::vector<TextSpan> sentences);

    void goToSentence(const TextSpan &sentence);
    void goToNextSentence(int step);                     // 1 or -1; begins again at the other end
    bool findAgain(const QString &text, bool backwards); // begins again at the other end

protected:
    void changeEvent(QEvent *event) override;

private:
    void markSentences();

    std::vector<TextSpan> m_sentences; // in the order of the text
};

} // namespace Gemmary
