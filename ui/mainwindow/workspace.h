// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/detailspanel.h"
#include "processes/processlist.h"
#include "processes/sidebar.h"

#include <QSplitter>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace Gemmary {

class EmptyPage;
class LayoutStore;

// Sidebar, list of processes and the details of the current one. Remembers its layout as it changes.
class Workspace : public QSplitter
{
    Q_OBJECT

public:
    Workspace(Engine &engine, const QString &logPath, LayoutStore &layout, QWidget *parent = nullptr);
    ~Workspace() override;

    [[nodiscard]] ProcessModel &processes() { return m_listed; }
    [[nodiscard]] Sidebar &sidebar() { return *m_sidebar; }
    [[nodiscard]] DetailsPanel &details() { return *m_details; }
    [[nodiscard]] ProcessList &list(); // the one that is shown
    [[nodiscard]] bool showsRemoved() const;

    void addListAction(QAction *action); // its shortcut works in the lists
    void setFilter(const QString &text);
    void askForCounts();
    void select(const ProcessId &id);
    void resetLayout();
    void focusPane(int step); // F6: to the next (1) or previous (-1) pane

Q_SIGNALS:
    void selectionChanged();
    void countsChanged(qint64 all, qint64 running, qint64 problems);
    void filterCleared();
    void menuRequested(const QPoint &globalPosition);

private:
    void setUpList(ProcessList *list);
    void connectParts();
    void restoreLayout();
    void showCategory(ProcessCategory category);
    void showCurrent();
    void showEmptiness();
    void save(const QString &key, const QByteArray &layout);

    Engine &m_engine;
    LayoutStore &m_layout;
    ProcessModel m_listed;
    ProcessModel m_removed;
    Sidebar *m_sidebar;
    QSplitter *m_right;
    QStackedWidget *m_lists;
    ProcessList *m_list;
    ProcessList *m_removedList;
    EmptyPage *m_nothing;
    DetailsPanel *m_details;
    QTimer m_counts;
    QTimer m_filterDelay;
    QString m_filter;
    bool m_restoring = false;
};

} // namespace Gemmary
