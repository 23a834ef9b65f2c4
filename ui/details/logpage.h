// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/processlog.h"
#include "domain/process.h"

#include <QTimer>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QStackedWidget;
class QTreeWidget;
QT_END_NAMESPACE

namespace Gemmary {

// What the log says of one process, newest last; read again every second while the page is seen.
class LogPage : public QWidget
{
    Q_OBJECT

public:
    explicit LogPage(QString logPath, QWidget *parent = nullptr);

    void setProcess(const std::optional<ProcessSnapshot> &process);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeControls();
    void read();
    void showEntries();
    void copyAll() const;

    QString m_logPath;
    std::optional<ProcessId> m_id;
    std::vector<LogEntry> m_entries;
    QComboBox *m_level = nullptr;
    QLineEdit *m_filter = nullptr;
    QTreeWidget *m_list;
    QStackedWidget *m_stack;
    QTimer m_again;
    bool m_reading = false;
};

} // namespace Gemmary
