// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace Gemmary {

// A rounded button with a number: one of a few filters, or, when it can be removed, one that is on.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind { Choice, Removable };

    Chip(Kind kind, const QString &text, QWidget *parent = nullptr);

    void setCount(qint64 count);
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString figure() const; // what stands behind the text
    [[nodiscard]] int gap() const;

    Kind m_kind;
    qint64 m_count = -1; // not known
};

} // namespace Gemmary
