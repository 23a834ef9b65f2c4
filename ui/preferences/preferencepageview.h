// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/preferencetexts.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Gemmary {

class Card;
class CardRow;

// A page of preferences: its name, what to know about it, and a card of rows.
class PreferencePageView : public QWidget
{
    Q_OBJECT

public:
    PreferencePageView(const PreferencePageText &text, QWidget *parent);

    void addRow(CardRow *row);

    // Shows the rows that are found by `words` and marks what was found; empty: all of them. How many are
    // shown.
    int filter(const QString &words);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateLook();

    QString m_title;
    QLabel *m_introduction;
    Card *m_card;
};

} // namespace Gemmary
