// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace Gemmary {

// What stands where a page has nothing to show: an icon, one sentence, a hint, and buttons that help.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyPage(const QString &icon, QWidget *parent = nullptr);

    void setTexts(const QString &headline, const QString &hint);
    QPushButton *addButton(const QString &text); // owned by the page

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateLook();

    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_hint;
    QHBoxLayout *m_buttons;
};

} // namespace Gemmary
