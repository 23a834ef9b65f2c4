// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Gemmary {

// A row of a preferences card: a title, an explanation, and at the end what acts on it. Rows are found by
// their words.
class CardRow : public QWidget
{
    Q_OBJECT

public:
    CardRow(const QString &title, const QString &explanation, QWidget *parent);

    [[nodiscard]] QString title() const { return m_titleText; }
    [[nodiscard]] virtual bool matches(const QString &words) const; // each of them, in any order
    void highlight(const QString &words);                           // empty: nothing

    // Whether it has a say with the present choices: otherwise it is not shown, and not found.
    [[nodiscard]] bool isOffered() const { return m_isOffered; }
    void setOffered(bool offered);

protected:
    void changeEvent(QEvent *event) override;

    void addFaint(QWidget *label); // below the explanation, in the same quiet colour
    void addAtEnd(QWidget *widget);
    void setTitled(QWidget *control); // what the title names

private:
    void updateLook();

    QString m_titleText;
    QString m_explanationText;
    QString m_words;
    bool m_isOffered = true;
    QLabel *m_title;
    QLabel *m_explanation;
    QVBoxLayout *m_texts;
    QHBoxLayout *m_end;
    QList<QWidget *> m_faint;
};

// A surface with round corners that holds rows, and draws lines between those that are shown.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    void addRow(CardRow *row);
    [[nodiscard]] const QList<CardRow *> &rows() const { return m_rows; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout;
    QList<CardRow *> m_rows;
};

} // namespace Gemmary
