// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace Gemmary {

class DocumentActions;
class ElidedLabel;

// The current document below its list: what became of it, why, what helps, and buttons that do it.
class DocumentCard : public QFrame
{
    Q_OBJECT

public:
    explicit DocumentCard(DocumentActions &actions, QWidget *parent = nullptr);

    void showDocument(); // the one the actions are about

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addButtons();
    void updateLook();

    DocumentActions &m_actions;
    QLabel *m_icon;
    ElidedLabel *m_name;
    QLabel *m_what;
    QWidget *m_buttonRow;
    std::vector<QToolButton *> m_buttons;
};

} // namespace Gemmary
