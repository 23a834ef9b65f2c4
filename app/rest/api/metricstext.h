// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <initializer_list>
#include <utility>

namespace Gemmary {

// Writes Prometheus's text exposition format, version 0.0.4.
class MetricsText
{
public:
    using Labels = std::initializer_list<std::pair<const char *, QByteArray>>;

    // Begins a metric: `type` is counter, gauge or histogram.
    void begin(const char *name, const char *type, const char *help);

    // A value of the metric begun; `suffix` as histograms have it.
    void add(double value, Labels labels = {}, const char *suffix = "");

    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    QByteArray m_text;
    QByteArray m_name;
};

} // namespace Gemmary
