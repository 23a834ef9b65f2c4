// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/cardrow.h"
#include "preferences/preferencetexts.h"

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace Gemmary {

class PreferenceControl;

// One preference: its control, what it means, its default and the way back to it, and what sets it if the
// user cannot.
class PreferenceField : public CardRow
{
    Q_OBJECT

public:
    PreferenceField(const PreferenceText &text, const PreferenceRow &row, QWidget *parent);

    [[nodiscard]] QString key() const { return m_row.key; }
    [[nodiscard]] QWidget *control() const;
    [[nodiscard]] bool matches(const QString &words) const override;
    void showRow(const PreferenceRow &row);

Q_SIGNALS:
    void chosen(const QString &key, const QString &value);

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawLock();

    PreferenceRow m_row;
    QString m_found; // what else it is found by
    QLabel *m_lock;
    QLabel *m_origin;
    QToolButton *m_reset;
    PreferenceControl *m_control;
};

} // namespace Gemmary
