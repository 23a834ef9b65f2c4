// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QJsonObject>
#include <QString>

#include <functional>

namespace Gemmary {

// Reads a log of JSON lines with the older files beside it (.4 … .1), and what is written to it meanwhile.
// What is no JSON object is passed over.
class LogReader
{
public:
    // Called with each event and its line.
    using Handler = std::function<void(const QJsonObject &event, const QByteArray &line)>;

    explicit LogReader(const QString &path);

    void readAll(const Handler &handle);  // from the oldest event on
    void readMore(const Handler &handle); // what came since; the file may have been replaced

private:
    void readLines(QFile &file, const Handler &handle);

    QString m_path;
    QFile m_file;       // the newest, open once it is there
    QByteArray m_begun; // of a line whose end is not written yet
};

// "2026-01-31 12:00:00.000  warning  the message  key=value …", without what every line has.
[[nodiscard]] QString logText(const QJsonObject &event);

} // namespace Gemmary
