// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/wordbardelegate.h"
#include "words/wordmodel.h"

#include <QTreeView>

namespace Gemmary {

// The list of words, as a table or as a chart of bars. Its rows are copied as tab-separated text.
class WordTable : public QTreeView
{
    Q_OBJECT

public:
    explicit WordTable(WordModel &model, QWidget *parent = nullptr);

    void showAsBars(bool bars);
    void select(const QString &word); // nothing, if it is not listed
    [[nodiscard]] QString currentWord() const;
    void copyRows() const; // those selected, or all if none is

    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

Q_SIGNALS:
    void wordActivated(const QString &word);
    void layoutChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpHeader();
    void showMenu(const QPoint &point);
    void keepCurrent();

    WordModel &m_model;
    WordBarDelegate *m_delegate;
    QByteArray m_tableLayout; // while bars are shown
    bool m_bars = false;
};

} // namespace Gemmary
