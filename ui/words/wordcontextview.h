// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/wordcontextmodel.h"

#include <QTreeView>

namespace Gemmary {

// Places of a word below each other, aligned at the word.
class WordContextView : public QTreeView
{
    Q_OBJECT

public:
    explicit WordContextView(WordContextModel &model, QWidget *parent = nullptr);

    void copyRows() const; // those selected: document and line, tab-separated

Q_SIGNALS:
    void documentActivated(qint64 number);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void onReset();
    void showMenu(const QPoint &point);
    void activate(const QModelIndex &index);

    WordContextModel &m_model;
};

} // namespace Gemmary
