// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QListWidget;
QT_END_NAMESPACE

namespace Gemmary {

// What is known of the document beside its text: figures with their definitions, its most frequent words, and
// its key sentences, each of which leads to its place.
class ReaderFacts : public QWidget
{
    Q_OBJECT

public:
    explicit ReaderFacts(QWidget *parent = nullptr);

    // `isPlaced` tells of each sentence whether it was found in the text.
    void showDocument(const DocumentText &document, const QStringList &sentences,
                      const std::vector<bool> &isPlaced);

Q_SIGNALS:
    void sentenceActivated(int index);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addFact(const QString &title, const QString &definition, const QString &value);
    void showFigures(const DocumentRow &document);
    void updateLook();

    QWidget *m_figures;
    QGridLayout *m_grid;
    std::vector<QLabel *> m_quiet; // definitions
    QLabel *m_problem;
    QLabel *m_summaryTitle;
    QLabel *m_provenance;
    QListWidget *m_sentences;
};

// The sentences of a summary, in its order; only a summary copied from the document has places in it.
[[nodiscard]] QStringList sentencesOf(const std::optional<Summary> &summary);

} // namespace Gemmary
