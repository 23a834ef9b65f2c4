// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/metricstext.h"

namespace Gemmary {

namespace {

QByteArray escaped(QByteArray label)
{
    return label.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

} // namespace

void MetricsText::begin(const char *name, const char *type, const char *help)
{
    m_name = name;
    m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
}

void MetricsText::add(double value, Labels labels, const char *suffix)
{
    m_text += m_name + suffix;
    char separator = '{';
    for (const auto &[name, text] : labels) {
        m_text += separator + QByteArray(name) + "=\"" + escaped(text) + '"';
        separator = ',';
    }
    m_text += labels.size() == 0 ? " " : "} ";
    m_text += QByteArray::number(value, 'g', 15) + '\n';
}

} // namespace Gemmary
