// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/documentorder.h"
#include "documents/documentpage.h"
#include "documents/rowfilter.h"

#include <QAbstractTableModel>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace Gemmary {

// Documents, one a row, filtered and sorted by an index of its own: a proxy takes half a second for what this
// does in a few milliseconds with 100,000 rows.
//
// Pages come from a DocumentFeed. New ones are appended as they come and take their place in the order soon
// after. Whatever changes is told as rows changed, inserted, moved or removed, never as a reset, so that
// views keep their current row and their selection. Long lists are arranged by another thread, the newest
// wish winning. GUI thread.
class DocumentModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit DocumentModel(QObject *parent = nullptr);
    ~DocumentModel() override; // waits for the arranging, which gives up

    void clear();

    // Puts a page in its place; `changed` are its lines that differ from the page that was there. Pages but
    // the last are full: only the last may grow.
    void setPage(std::size_t place, const std::shared_ptr<const DocumentPage> &page,
                 const std::vector<int> &changed);

    void setFilter(const RowFilter &filter);
    void sort(int column, Qt::SortOrder order) override; // FoundOrder: as found
    [[nodiscard]] const RowFilter &filter() const { return m_arrangement.filter; }

    [[nodiscard]] const DocumentLine &line(int row) const;       // valid until the next event
    [[nodiscard]] int rowOf(qint64 number) const;                // -1: not there, or not shown
    [[nodiscard]] const DocumentLine *find(qint64 number) const; // shown or not
    [[nodiscard]] const DocumentLine *findNamed(const QString &name) const;
    [[nodiscard]] const KindCounts &counts() const { return m_counts; } // of all documents, shown or not
    [[nodiscard]] bool isArranging() const { return m_arranging || m_again.isActive(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void countsChanged();
    void arranged(); // rows are in the order that was asked for last

private:
    [[nodiscard]] std::size_t size() const; // of all pages
    [[nodiscard]] const DocumentLine &lineAt(std::size_t place) const;
    [[nodiscard]] std::optional<std::size_t> placeOf(qint64 number) const;
    void recount();
    void append(std::size_t first, std::size_t end);
    void tellChanged(std::size_t first, const std::vector<int> &changed);
    void arrange();
    void arrangeAside();
    void take(std::vector<quint32> rows, std::size_t known);
    void show(const std::vector<quint32> &rows);
    void reorder(std::vector<quint32> rows);
    void indexRows();

    DocumentPages m_pages;
    std::vector<std::size_t> m_starts; // of each page
    KindCounts m_counts{};
    Arrangement m_arrangement;
    std::vector<quint32> m_rows; // the document in each row
    std::vector<qint32> m_rowOf; // of each document; -1: not shown
    bool m_arranging = false;    // by another thread
    std::shared_ptr<std::atomic<quint64>> m_newest = std::make_shared<std::atomic<quint64>>(0);
    QTimer m_again;
    QThreadPool m_pool;
};

} // namespace Gemmary
