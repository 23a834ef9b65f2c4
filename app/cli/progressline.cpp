// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progressline.h"

#include "base/counttext.h"
#include "cli/terminal.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ProgressLine)
};

using Seconds = std::chrono::duration<double>;

constexpr auto RateWindow = std::chrono::seconds(10);
constexpr int BarColumns = 20;
constexpr int ShortestName = 12;

double ratio(qint64 part, qint64 whole)
{
    return whole <= 0 ? 0.0 : std::clamp(static_cast<double>(part) / static_cast<double>(whole), 0.0, 1.0);
}

} // namespace

void ProgressLine::update(const ProcessSnapshot &process, TimePoint now)
{
    m_process = process;
    const qint64 documents = process.analyse.documentsDone + process.summarise.documentsDone;
    m_samples.push_back({now, documents, share()});
    while (m_samples.size() > 2 && now - m_samples.front().time > RateWindow)
        m_samples.pop_front();
}

QString ProgressLine::text(const QString &currentDocument, int columns) const
{
    QStringList parts;
    if (m_process.planned)
        parts << barText(share(), BarColumns)
              << QStringLiteral("%1 %").arg(int(std::floor(share() * 100)), 3);
    parts << position();
    if (const QString rate = speed(); !rate.isEmpty())
        parts << rate;
    QString line = parts.join(QStringLiteral("  "));
    if (columnsOf(line) > columns && m_process.planned)
        line = line.mid(BarColumns + 2);
    const int room = columns - columnsOf(line) - 2;
    if (!currentDocument.isEmpty() && room >= ShortestName)
        line += QStringLiteral("  ") + elided(printable(currentDocument), room, true);
    return elided(line, columns);
}

double ProgressLine::share() const
{
    const double counted = ratio(m_process.bytesDone, m_process.bytesFound);
    if (m_process.summarise.leaves == 0)
        return counted;
    // The summaries' own speed is not known beforehand; both stages get half of the bar.
    return (counted + ratio(m_process.summarise.leavesDone, m_process.summarise.leaves)) / 2;
}

QString ProgressLine::position() const
{
    const DocumentCounts &documents = m_process.documents;
    const QString done = countText(documents.found() - documents.waiting);
    if (!m_process.planned)
        return Tr::tr("%1 documents, %2 found so far").arg(done, countText(documents.found()));
    if (documents.waiting == 0 && m_process.summarise.leavesDone < m_process.summarise.leaves) {
        return Tr::tr("counted %1, summarised %2").arg(done, countText(m_process.summarise.documentsDone));
    }
    return Tr::tr("%1/%2 documents  %3 of %4")
        .arg(done, countText(documents.found()), sizeText(m_process.bytesDone),
             sizeText(m_process.bytesFound));
}

QString ProgressLine::speed() const
{
    if (m_samples.size() < 2)
        return {};
    const Sample &first = m_samples.front();
    const Sample &last = m_samples.back();
    const double seconds = Seconds(last.time - first.time).count();
    if (seconds < 0.5)
        return {};
    QString text =
        Tr::tr("%1 documents/s")
            .arg(QLocale().toString(static_cast<double>(last.documents - first.documents) / seconds, 'f', 0));
    const double progress = last.share - first.share;
    if (m_process.planned && progress > 0) {
        const double left = (1.0 - last.share) / progress * seconds;
        text +=
            QStringLiteral("  ") +
            Tr::tr("%1 left").arg(clockText(std::chrono::seconds(static_cast<long long>(std::ceil(left)))));
    }
    return text;
}

QString clockText(std::chrono::seconds duration)
{
    const auto seconds = duration.count();
    const QLatin1Char zero('0');
    const QString tail = QStringLiteral("%1:%2")
                             .arg(seconds / 60 % 60, seconds >= 3600 ? 2 : 1, 10, zero)
                             .arg(seconds % 60, 2, 10, zero);
    return seconds >= 3600 ? QStringLiteral("%1:%2").arg(seconds / 3600).arg(tail) : tail;
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 10'000'000 ? 1 : 0, QLocale::DataSizeSIFormat);
}

QString barText(double share, int columns)
{
    const int eighths = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * columns * 8));
    QString bar(eighths / 8, QChar(0x2588));
    if (eighths % 8 > 0)
        bar += QChar(0x2590 - eighths % 8); // ▏ U+258F … ▉ U+2589
    return bar + QString(columns - static_cast<int>(bar.size()), QChar(0x00B7));
}

} // namespace Gemmary
