// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartpanel.h"
#include "domain/statistics.h"

QT_BEGIN_NAMESPACE
class QAreaSeries;
QT_END_NAMESPACE

namespace Gemmary {

// The most frequent words as bars, as many as there is room for; the table has all of them.
class TopWordsChart : public ChartPanel
{
    Q_OBJECT

public:
    explicit TopWordsChart(QWidget *parent = nullptr);

    // Most frequent first, out of `totalTerms` words in all.
    void setWords(const std::vector<TermCount> &words, qint64 totalTerms);

Q_SIGNALS:
    void wordActivated(const QString &word);

protected:
    void draw() override;
    [[nodiscard]] QString describe() const override;
    [[nodiscard]] int rowAt(const QPointF &value) const override;
    [[nodiscard]] QPointF anchor(int row) const override;
    void activate(int row) override;
    [[nodiscard]] std::vector<ChartColumn> columns() const override;
    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_words.size()); }
    [[nodiscard]] QString cell(int row, int column) const override;

private:
    struct Word
    {
        QString text;
        qint64 count;
    };

    [[nodiscard]] double perTenThousand(const Word &word) const;
    [[nodiscard]] double measureOf(const Word &word) const; // what the bars show
    [[nodiscard]] QString figureOf(const Word &word) const;
    [[nodiscard]] const Word &wordOf(int row) const { return m_words[static_cast<std::size_t>(row)]; }
    [[nodiscard]] double heightOf(int row) const { return m_bars - 1 - row; } // the first word is on top

    std::vector<Word> m_words;
    qint64 m_totalTerms = 0;
    bool m_isRelative = false;
    int m_bars = 0;
    QAreaSeries *m_area;
};

} // namespace Gemmary
