// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "processes/processcolumns.h"
#include "widgets/collation.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include <set>
#include <unordered_map>
#include <vector>

namespace Gemmary {

class Engine;

// The processes of the store, one a row, newest first as they were read; sorting is the proxy's.
//
// Rows follow the store by themselves: open processes are watched, others are asked for again every two
// seconds, so what the command line or another window does is seen too. Changes are told at most five times a
// second. GUI thread.
class ProcessModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Content { Listed, Removed };
    enum Role {
        ValueRole = Qt::UserRole, // what a column is sorted by
        ShareRole,                // 0 … 1, negative: not known
        StateRole                 // ShownState as int
    };

    ProcessModel(Engine &engine, Content content, QObject *parent = nullptr);
    ~ProcessModel() override;

    // Asks for all processes again.
    void refresh();

    [[nodiscard]] const ProcessSnapshot &process(int row) const;
    [[nodiscard]] const ProcessSnapshot *find(const ProcessId &id) const; // valid until the next change
    [[nodiscard]] int rowOf(const ProcessId &id) const;                   // -1: not there
    [[nodiscard]] QString waiting(const ProcessId &id) const;             // for a provider: why; or empty
    [[nodiscard]] const ProcessRow *someWaiting() const;                  // null: none waits for a provider
    [[nodiscard]] double documentsASecond() const;                        // all processes together
    [[nodiscard]] const ProgressMeter &meter(int row) const;
    [[nodiscard]] const QCollatorSortKey &
    nameKey(int row) const; // names as people sort them ("2" before "10")

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void loaded(); // every process has been read once
    void processChanged(const Gemmary::ProcessSnapshot &process);
    void processSettled(const Gemmary::ProcessSnapshot &process); // seen to come to its end
    void renameRequested(const Gemmary::ProcessId &id, const QString &name);
    void waitingChanged(const Gemmary::ProcessId &id);
    void failed(const Gemmary::Error &error);

private:
    struct Reading // one pass over the store
    {
        bool active = false;
        bool whole = false; // else only the newest
        bool again = false; // somebody asked meanwhile
        std::set<ProcessId> seen;
    };

    void read(bool whole);
    void readPage(int offset);
    void onPage(const std::vector<ProcessSnapshot> &page, int offset);
    void finishReading(qsizetype lastPage);
    void dropUnseen();
    std::vector<ProcessRow>::iterator moveUnseenToEnd(); // the first of them
    [[nodiscard]] bool isInReading(const ProcessRow &row) const;
    void indexRows(int first);
    void apply(const ProcessSnapshot &process);
    void append(const std::vector<ProcessSnapshot> &processes);
    void setWaiting(const ProcessId &id, const QString &sentence);
    void followOpen(const ProcessSnapshot &process);
    void tellChanges();

    Engine &m_engine;
    Content m_content;
    QCollator m_collator = nameCollator();
    std::vector<ProcessRow> m_rows;
    std::unordered_map<ProcessId, int> m_rowOf;
    std::set<ProcessId> m_watched;
    std::set<int> m_changed;
    Reading m_reading;
    bool m_loaded = false;
    QTimer m_tell;
    QTimer m_lookAgain;
    QElapsedTimer m_clock;
};

} // namespace Gemmary
