// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/rowfilter.h"

#include <QTimer>
#include <QWidget>

#include <array>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QHBoxLayout;
class QLineEdit;
QT_END_NAMESPACE

namespace Gemmary {

class Chip;

// What a list of documents is narrowed to: a chip for each kind with how many there are, words of a name or a
// reason, and, when a chart asked for it, a range of lengths. Kinds that few folders have hide while there
// are none.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget *parent = nullptr);

    [[nodiscard]] RowFilter filter() const;
    void setCounts(const KindCounts &counts);
    void setKind(DocumentKind kind);
    void setWordRange(const std::optional<WordRange> &range);
    void clear();
    void focusText();

Q_SIGNALS:
    void filterChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChips(QHBoxLayout *layout);
    void addText(QHBoxLayout *layout);
    void tell(); // at once, unless nothing changed

    std::array<Chip *, DocumentKindCount> m_chips{};
    QButtonGroup *m_kinds;
    QHBoxLayout *m_rangePlace = nullptr;
    Chip *m_rangeChip = nullptr;
    QLineEdit *m_text = nullptr;
    std::optional<WordRange> m_range;
    RowFilter m_told;
    QTimer m_typing;
};

} // namespace Gemmary
