// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/instance.h"

#include <QAbstractTableModel>

#include <vector>

namespace Gemmary {

// The engines that work on the store as rows. A row stays the same while its engine is there, so that a
// selection survives.
class MachineModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        MachineColumn,
        ProgramColumn,
        StateColumn,
        ActivityColumn,
        DoneColumn,
        TakenOverColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setInstances(std::vector<InstanceView> instances);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] bool hasSameRows(const std::vector<InstanceView> &instances) const;
    [[nodiscard]] static QString textOf(const InstanceView &view, int column);

    std::vector<InstanceView> m_instances;
};

} // namespace Gemmary
