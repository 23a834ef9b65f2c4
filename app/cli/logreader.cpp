// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logreader.h"

#include "cli/terminal.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>

#include <sys/stat.h>

namespace Gemmary {

namespace {

constexpr int OlderFiles = 4; // as the log keeps

// Whether `file` is still what stands at its path.
bool isCurrent(const QFile &file)
{
    struct stat open
    {};
    struct stat named
    {};
    return fstat(file.handle(), &open) == 0 &&
           stat(QFile::encodeName(file.fileName()).constData(), &named) == 0 && open.st_dev == named.st_dev &&
           open.st_ino == named.st_ino;
}

QString fieldText(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

} // namespace

LogReader::LogReader(const QString &path)
    : m_path(path)
{}

void LogReader::readAll(const Handler &handle)
{
    for (int number = OlderFiles; number >= 1; --number) {
        QFile file(m_path + QStringLiteral(".%1").arg(number));
        if (file.open(QIODevice::ReadOnly))
            readLines(file, handle);
        m_begun.clear(); // what nobody ended is not the beginning of the next file
    }
    readMore(handle);
}

void LogReader::readMore(const Handler &handle)
{
    if (m_file.isOpen()) {
        readLines(m_file, handle);
        if (isCurrent(m_file))
            return;
        m_file.close();
        m_begun.clear();
    }
    m_file.setFileName(m_path);
    if (m_file.open(QIODevice::ReadOnly))
        readLines(m_file, handle);
}

void LogReader::readLines(QFile &file, const Handler &handle)
{
    for (;;) {
        const QByteArray part = file.readLine();
        if (part.isEmpty())
            return;
        m_begun += part;
        if (!m_begun.endsWith('\n'))
            continue;
        const QByteArray line = std::exchange(m_begun, {}).trimmed();
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject())
            handle(document.object(), line);
    }
}

QString logText(const QJsonObject &event)
{
    const auto time =
        QDateTime::fromString(event.value(QLatin1StringView("timestamp")).toString(), Qt::ISODateWithMs);
    QString text = time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) +
                   QStringLiteral("  %1  ").arg(event.value(QLatin1StringView("level")).toString(), -7) +
                   event.value(QLatin1StringView("message")).toString();
    static const QStringList shownOrDull{QStringLiteral("timestamp"), QStringLiteral("level"),
                                         QStringLiteral("category"), QStringLiteral("message"),
                                         QStringLiteral("instance")};
    for (auto field = event.begin(); field != event.end(); ++field) {
        if (!shownOrDull.contains(field.key()))
            text += QStringLiteral("  %1=%2").arg(field.key(), fieldText(field.value()));
    }
    return printable(text);
}

} // namespace Gemmary
