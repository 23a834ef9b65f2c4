// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "machines/machinemodel.h"

#include <QDialog>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QStackedWidget;
class QTreeView;
QT_END_NAMESPACE

namespace Gemmary {

class Engine;

// Who works on the store, here and on other computers: asks the engine again every few seconds while shown.
class MachinesDialog : public QDialog
{
    Q_OBJECT

public:
    MachinesDialog(Engine &engine, QWidget *parent);

private:
    void ask();
    void showInstances(std::vector<InstanceView> instances);
    QTreeView *makeTable();

    Engine &m_engine;
    MachineModel m_model;
    QLabel *m_headline;
    QStackedWidget *m_pages;
    QTimer m_again;
};

} // namespace Gemmary
