// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summaries/summarycontent.h"

#include <QTextBrowser>

namespace Gemmary {

// Sentences as a list of points or as paragraphs, as high as they need: plain text to select, copy and have
// read aloud. The names of documents behind them are links.
class SentencesView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit SentencesView(QWidget *parent = nullptr);

    void setSentences(std::vector<CardSentence> sentences);

Q_SIGNALS:
    void documentActivated(qint64 number);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fitHeight();

    std::vector<CardSentence> m_sentences;
};

} // namespace Gemmary
