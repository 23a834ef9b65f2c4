// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/stepwatch.h"

#include "pipeline/steprecorder.h"

namespace Gemmary {

using SteadyClock = std::chrono::steady_clock;

StepWatch::StepWatch(const JobContext &context, const ProcessId &process, Step step)
    : m_context(context)
    , m_process(process)
    , m_step(step)
{
    m_context.activities.set({m_process, m_step, {}});
}

StepWatch::~StepWatch()
{
    if (m_context.steps)
        m_context.steps->add(m_process, m_step, SteadyClock::now() - m_begin);
}

DocumentWatch::DocumentWatch(const JobContext &context, const ProcessId &process, QString document,
                             Step second, TextSink &sink)
    : m_context(context)
    , m_process(process)
    , m_document(std::move(document))
    , m_second(second)
    , m_sink(sink)
{
    show(Step::Reading);
}

DocumentWatch::~DocumentWatch()
{
    if (!m_context.steps)
        return;
    const auto all = spent();
    const bool ended = m_reading.count() >= 0;
    const auto reading = ended ? m_reading : all - m_inSink;
    m_context.steps->add(m_process, Step::Reading, reading);
    if (ended || m_sinkUsed)
        m_context.steps->add(m_process, m_second, all - reading);
}

void DocumentWatch::text(std::string_view utf8)
{
    if (!std::exchange(m_sinkUsed, true))
        show(m_second);
    const auto begin = SteadyClock::now();
    m_sink.text(utf8);
    m_inSink += SteadyClock::now() - begin;
}

void DocumentWatch::endReading()
{
    m_reading = spent() - m_inSink;
}

std::chrono::nanoseconds DocumentWatch::spent() const
{
    return SteadyClock::now() - m_begin;
}

void DocumentWatch::show(Step step)
{
    m_context.activities.set({m_process, step, m_document});
}

} // namespace Gemmary
