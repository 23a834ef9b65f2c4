// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/views.h"

#include <QAbstractTableModel>

#include <vector>

namespace Gemmary {

// The words of one process as rows: rank, word, count, rate, and the share of the most frequent one for a
// bar. Whatever the order shown, a rank stays what it is in the list of the engine.
class WordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RankColumn, WordColumn, CountColumn, RateColumn, BarColumn, ColumnCount };
    enum Role { WordRole = Qt::UserRole, ShareRole }; // ShareRole: of the highest count, 0 … 1

    using QAbstractTableModel::QAbstractTableModel;

    // `words` in the engine's order; `terms`: all occurrences in the process, what rates are of.
    void setWords(const std::vector<TermCount> &words, qint64 terms);
    [[nodiscard]] int rowOf(const QString &word) const; // -1: not listed
    [[nodiscard]] const QString &word(int row) const { return rowAt(row).word; }
    [[nodiscard]] qint64 countOf(const QString &word) const; // -1: not listed

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Row
    {
        int rank = 0; // from 1
        QString word;
        qint64 count = 0;
    };

    [[nodiscard]] const Row &rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QString textOf(const Row &row, int column) const;
    [[nodiscard]] QString sentenceOf(const Row &row) const;
    [[nodiscard]] QString rateOf(const Row &row) const;
    void sortRows();

    std::vector<Row> m_rows;
    qint64 m_terms = 0;
    qint64 m_highest = 0;
    int m_sortColumn = RankColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace Gemmary
