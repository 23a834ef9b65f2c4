// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "domain/statistics.h"

#include <QElapsedTimer>
#include <QWidget>

#include <optional>
#include <vector>

namespace Gemmary {

class Engine;
class LengthsChart;
class StatesChart;
class StepsChart;
class ThroughputChart;
class TopWordsChart;

// The five charts of one process. What happened before the window looked comes from the store, what happens
// now from the process's snapshots.
class OverviewCharts : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewCharts(Engine &engine, QWidget *parent = nullptr);

    void setProcess(const std::optional<ProcessSnapshot> &process);
    void processChanged(const ProcessSnapshot &process);
    void showStatistics(const std::optional<SetStatistics> &statistics);

Q_SIGNALS:
    void wordRangeRequested(qint64 from, qint64 to);
    void wordRequested(const QString &word);
    void slowestFound(const QString &name, qint64 milliseconds); // of the documents read so far

protected:
    void showEvent(QShowEvent *event) override;

private:
    // One pass over all documents.
    struct Pass
    {
        std::vector<qint64> lengths;
        QString slowest;
        qint64 slowestMs = -1;
    };

    void arrange();
    void readHistory(const ProcessId &id);
    void readLengths();
    void readLengthsSoon();
    void readLengthsAfter(qint64 number, Pass pass);
    void showLengths(const Pass &pass);
    void showSteps();
    [[nodiscard]] bool isStill(const ProcessId &id) const { return m_process && m_process->id == id; }

    Engine &m_engine;
    std::optional<ProcessSnapshot> m_process;
    ThroughputChart *m_throughput;
    StatesChart *m_states;
    TopWordsChart *m_words;
    LengthsChart *m_lengths;
    StepsChart *m_steps;
    QElapsedTimer m_sinceLengths;
    qint64 m_lengthsInterval = 0; // ms
    bool m_readingLengths = false;
    bool m_lengthsAreFinal = false;
};

} // namespace Gemmary
