// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRadioButton>

namespace Gemmary {

// A choice that needs more room than a line: icon, title, a word on its state, an explanation. It is a radio
// button to keyboards and screen readers; those with the same parent exclude each other.
class ChoiceCard : public QRadioButton
{
    Q_OBJECT

public:
    struct Texts
    {
        QString icon; // for themedIcon()
        QString title;
        QString state; // "Works now"
        QString explanation;
        bool isReady = true; // the state is good news
    };

    ChoiceCard(Texts texts, QWidget *parent);

    void setTexts(Texts texts);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool hitButton(const QPoint &position) const override;

private:
    struct Look;
    [[nodiscard]] Look look() const;
    void paintSurface(QPainter &painter, const Look &look) const;
    int paintState(QPainter &painter, const Look &look, int top) const;
    [[nodiscard]] int textHeight(int width) const;

    Texts m_texts;
    QFont m_titleFont;
    QFont m_stateFont;
};

} // namespace Gemmary
