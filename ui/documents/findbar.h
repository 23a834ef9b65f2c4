// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace Gemmary {

class ReaderText;

// Finds words in a text below it: as they are typed, Enter for the next place, Escape to close.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(ReaderText &text, QWidget *parent = nullptr);

    void open();
    void find(bool backwards);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void close();

    ReaderText &m_text;
    QLineEdit *m_words;
    QLabel *m_result;
};

} // namespace Gemmary
