// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QTimer>

namespace Gemmary {

// Puts a text on the clipboard and says so itself, for a moment.
class CopyButton : public QPushButton
{
    Q_OBJECT

public:
    CopyButton(const QString &text, QWidget *parent);

    void setContent(const QString &content); // empty: there is nothing to copy
    [[nodiscard]] QString content() const { return m_content; }

private:
    void copy();
    void showCopied(bool copied);

    QString m_text;
    QString m_content;
    QTimer m_moment;
};

} // namespace Gemmary
