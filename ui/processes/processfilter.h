// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "processes/sidebar.h"

#include <QSortFilterProxyModel>

namespace Gemmary {

// Which processes the list shows, and in which order. Names are compared by keys that are made once:
// comparing texts by the rules of a language takes ten times as long.
class ProcessFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ProcessFilterModel(QObject *parent = nullptr);

    void setCategory(ProcessCategory category);
    void setText(const QString &text); // part of a name or the beginning of an id
    [[nodiscard]] QString text() const { return m_text; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    ProcessCategory m_category = ProcessCategory::All;
    QString m_text;
};

} // namespace Gemmary
