// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logsink.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <cstdio>

namespace Gemmary {

namespace {

constexpr int KeptFiles = 4;

const QStringList &reservedKeys()
{
    static const QStringList keys{QStringLiteral("timestamp"), QStringLiteral("level"),
                                  QStringLiteral("category"), QStringLiteral("message"),
                                  QStringLiteral("instance")};
    return keys;
}

QByteArray humanLine(const QJsonObject &event)
{
    QString line = QStringLiteral("%1: %2").arg(event.value(QLatin1StringView("level")).toString(),
                                                event.value(QLatin1StringView("message")).toString());
    for (auto it = event.begin(); it != event.end(); ++it) {
        if (!reservedKeys().contains(it.key()))
            line += QStringLiteral(" %1=%2").arg(it.key(), it.value().toVariant().toString());
    }
    return line.toUtf8() + '\n';
}

} // namespace

LogSink::LogSink(const LogSettings &settings)
    : m_settings(settings)
{
    if (!m_settings.filePath.isEmpty())
        openFile();
}

void LogSink::write(const QJsonObject &event)
{
    const QByteArray line = QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n';
    writeConsole(event, line);
    writeFile(line);
}

void LogSink::writeConsole(const QJsonObject &event, const QByteArray &line)
{
    if (m_settings.console == LogSettings::Console::None)
        return;
    const QByteArray text = m_settings.console == LogSettings::Console::Json ? line : humanLine(event);
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stderr);
}

void LogSink::writeFile(const QByteArray &line)
{
    if (!m_file.isOpen())
        return;
    m_file.write(line);
    m_file.flush();
    if (m_file.size() >= m_settings.rotateBytes)
        rotate();
}

void LogSink::openFile()
{
    QDir().mkpath(QFileInfo(m_settings.filePath).absolutePath());
    m_file.setFileName(m_settings.filePath);
    // Append mode: several programs of one user may share the file, each line is one write.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        std::fprintf(stderr, "warning: no log file at %s (%s)\n", qPrintable(m_settings.filePath),
                     qPrintable(m_file.errorString()));
}

void LogSink::rotate()
{
    m_file.close();
    const auto numbered = [this](int number) {
        return QStringLiteral("%1.%2").arg(m_settings.filePath).arg(number);
    };
    QFile::remove(numbered(KeptFiles));
    for (int number = KeptFiles - 1; number >= 1; --number)
        QFile::rename(numbered(number), numbered(number + 1));
    QFile::rename(m_settings.filePath, numbered(1));
    openFile();
}

} // namespace Gemmary
