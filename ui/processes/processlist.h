// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "processes/processfilter.h"
#include "processes/processmodel.h"

#include <QTreeView>

#include <vector>

namespace Gemmary {

// The list of processes: sorted, filtered, columns as the user wants them. A row stays current as long as
// there are rows, for the keyboard and for those who hear the list.
class ProcessList : public QTreeView
{
    Q_OBJECT

public:
    explicit ProcessList(ProcessModel &model, QWidget *parent = nullptr);

    [[nodiscard]] ProcessFilterModel &filter() { return m_filter; }
    [[nodiscard]] ProcessModel &processes() { return m_model; }
    [[nodiscard]] std::optional<ProcessSnapshot> current() const;
    [[nodiscard]] std::vector<ProcessSnapshot> selected() const;
    [[nodiscard]] bool isSelected(const ProcessId &id) const;
    [[nodiscard]] std::optional<ProcessSnapshot> processAt(const QPoint &viewportPoint) const;
    void select(const ProcessId &id);
    void editName(); // of the current process

    // Selected rows as text with tabs, header first.
    [[nodiscard]] QString selectionAsText() const;

    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout); // empty: the default

Q_SIGNALS:
    void currentProcessChanged();
    void layoutChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpHeader();
    void showHeaderMenu(const QPoint &point);
    void keepCurrent();
    void fitName();
    [[nodiscard]] const ProcessSnapshot &processOf(const QModelIndex &index) const;

    ProcessModel &m_model;
    ProcessFilterModel m_filter;
    bool m_arranging = false;          // columns change by themselves
    bool m_fitsName = true;            // until the user gives columns widths
    std::optional<ProcessId> m_wanted; // selected before its row was there
};

} // namespace Gemmary
