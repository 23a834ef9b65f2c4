// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

#include <QAbstractTableModel>

#include <vector>

namespace Gemmary {

// Places of a word as rows: document, text before, the word, text after. Text that runs against the window's
// direction has its sides changed, so that what is read first stands where reading begins.
class WordContextModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DocumentColumn, BeforeColumn, WordColumn, AfterColumn, ColumnCount };
    enum Role { ElideRole = Qt::UserRole }; // where to cut what does not fit: Qt::TextElideMode

    using QAbstractTableModel::QAbstractTableModel;

    void setPlaces(std::vector<Occurrence> places);
    [[nodiscard]] const Occurrence &place(int row) const { return m_places[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QString sentenceOf(int row) const; // as it stands in the document

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString textOf(const Occurrence &place, int column) const;
    [[nodiscard]] QVariant dataOf(const Occurrence &place, int column, int role) const;

    std::vector<Occurrence> m_places;
};

} // namespace Gemmary
