// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/automationsource.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
QT_END_NAMESPACE

namespace Gemmary {

class CopyButton;

// Makes a token in two steps: its name is asked, then the token is shown, this once.
class TokenDialog : public QDialog
{
    Q_OBJECT

public:
    TokenDialog(AutomationSource &source, QWidget *parent);

private:
    [[nodiscard]] QWidget *makeNamePage();
    [[nodiscard]] QWidget *makeTokenPage();
    void make();
    void showToken(const QString &token);

    AutomationSource &m_source;
    QStackedWidget *m_pages;
    QLineEdit *m_name;
    QLabel *m_trouble;
    QPushButton *m_make;
    QLineEdit *m_token;
    CopyButton *m_copy;
};

} // namespace Gemmary
