// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/preferencessource.h"

#include <QObject>

#include <memory>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Gemmary {

// What a preference is set with: a box for what is on or off, a field for a number, and so on. Says chosen()
// when the user has decided, never for what the program shows. The widget belongs to its parent, the control
// to the widget.
class PreferenceControl : public QObject
{
    Q_OBJECT

public:
    static PreferenceControl *make(const PreferenceRow &row, QWidget *parent);

    [[nodiscard]] QWidget *widget() const { return m_widget; }
    virtual void setValue(const QString &value) = 0;

Q_SIGNALS:
    void chosen(const QString &value);

protected:
    explicit PreferenceControl(QWidget *widget);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_widget;
};

} // namespace Gemmary
