// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <utility>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace Gemmary {

class ElidedLabel;
class Engine;
class FigureGrid;
class OverviewCharts;

// A process at a glance: headline numbers with their definitions, what is being done now, live charts, and
// the settings it was started with.
class OverviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPage(Engine &engine, QWidget *parent = nullptr);

    void setProcess(const std::optional<ProcessSnapshot> &process);
    void processChanged(const ProcessSnapshot &process);

Q_SIGNALS:
    void problemsRequested();
    void wordRangeRequested(qint64 from, qint64 to);
    void wordRequested(const QString &word);

private:
    [[nodiscard]] QWidget *makeContent();
    void showActivity();
    void showSettings(const ProcessSnapshot &process);
    void askForStatistics(const ProcessSnapshot &process);

    Engine &m_engine;
    std::optional<ProcessSnapshot> m_process;
    FigureGrid *m_figures;
    ElidedLabel *m_now;
    ElidedLabel *m_slowest;
    OverviewCharts *m_charts;
    QLabel *m_settings;
    QTimer m_activity;
    std::optional<std::pair<qint64, ProcessState>>
        m_statisticsAsked; // version and state at the last question
};

} // namespace Gemmary
