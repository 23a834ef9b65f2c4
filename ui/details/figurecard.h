// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace Gemmary {

// One headline number with its name and its definition. A card that leads somewhere is a button too.
class FigureCard : public QFrame
{
    Q_OBJECT

public:
    FigureCard(const QString &name, const QString &definition, QWidget *parent = nullptr);

    void setFigure(const QString &figure);
    void setDetail(const QString &detail); // replaces the definition in the card; the tool tip keeps it
    void setClickable(bool clickable);

Q_SIGNALS:
    void clicked();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateLook();
    void updateAccessibleName();

    QLabel *m_name;
    QLabel *m_figure;
    QLabel *m_detail;
    bool m_clickable = false;
};

} // namespace Gemmary
