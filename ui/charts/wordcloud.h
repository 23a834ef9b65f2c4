// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/cloudlayout.h"
#include "domain/statistics.h"

#include <QTimer>
#include <QWidget>

namespace Gemmary {

// The most frequent words as a picture, at most 120: a look for slides, never instead of the table. Words are
// clicked, or walked through with arrow keys in the order of their counts and opened with Enter. GUI thread;
// the layout runs once after the last of many changes, some milliseconds.
class WordCloud : public QWidget
{
    Q_OBJECT

public:
    explicit WordCloud(QWidget *parent = nullptr);

    void setWords(const std::vector<TermCount> &words); // most frequent first

    [[nodiscard]] const std::vector<PlacedWord> &placed() const { return m_placed; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void wordActivated(const QString &word);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    void setCurrent(int place);
    void activate(int place);
    void describe();
    [[nodiscard]] int placeAt(const QPointF &position) const; // -1: none
    [[nodiscard]] const CloudWord &wordAt(int place) const;

    std::vector<CloudWord> m_words;
    std::vector<PlacedWord> m_placed;
    int m_current = -1; // under the mouse or chosen with the keys
    QTimer m_arrange;
};

} // namespace Gemmary
