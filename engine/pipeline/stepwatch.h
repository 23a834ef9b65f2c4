// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pipeline/jobrunner.h"

#include <chrono>

namespace Gemmary {

// One step of a worker, from beginning to end of its life: shown on the board, then recorded.
class StepWatch
{
public:
    StepWatch(const JobContext &context, const ProcessId &process, Step step);
    ~StepWatch();
    StepWatch(const StepWatch &) = delete;
    StepWatch &operator=(const StepWatch &) = delete;

private:
    const JobContext m_context;
    const ProcessId m_process;
    const Step m_step;
    const std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

// The steps of a worker on one document. Its text streams from reading into a second step, piece by piece, so
// this stands between them and keeps their times apart; after endReading() all time is the second's.
class DocumentWatch : public TextSink
{
public:
    DocumentWatch(const JobContext &context, const ProcessId &process, QString document, Step second,
                  TextSink &sink);
    ~DocumentWatch() override; // records both
    DocumentWatch(const DocumentWatch &) = delete;
    DocumentWatch &operator=(const DocumentWatch &) = delete;

    void text(std::string_view utf8) override;
    void endReading();

    // Since its beginning.
    [[nodiscard]] std::chrono::nanoseconds spent() const;

private:
    void show(Step step);

    const JobContext m_context;
    const ProcessId m_process;
    const QString m_document;
    const Step m_second;
    TextSink &m_sink;
    const std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
    std::chrono::nanoseconds m_reading{-1};
    std::chrono::nanoseconds m_inSink{0};
    bool m_sinkUsed = false;
};

} // namespace Gemmary
