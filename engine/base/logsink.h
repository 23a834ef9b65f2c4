// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/logging.h"

#include <QFile>
#include <QJsonObject>

namespace Gemmary {

// Writes events to stderr and to a rotating file. Not thread-safe: the logging module's lock is around it.
class LogSink
{
public:
    explicit LogSink(const LogSettings &settings);

    void write(const QJsonObject &event);

private:
    void writeConsole(const QJsonObject &event, const QByteArray &line);
    void writeFile(const QByteArray &line);
    void openFile();
    void rotate();

    LogSettings m_settings;
    QFile m_file;
};

} // namespace Gemmary
