// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "export/enginedesk.h"
#include "export/exportfiles.h"

#include <QObject>
#include <QThreadPool>

namespace Gemmary {

// Writes files in a thread of its own. A file appears whole or not at all. GUI thread; the destructor cancels
// and waits for the page in hand. Used once.
class ExportRun : public QObject
{
    Q_OBJECT

public:
    explicit ExportRun(Engine &engine, QObject *parent = nullptr);
    ~ExportRun() override;

    void start(const std::vector<ExportFile> &files, const ExportChoice &choice);
    void cancel(); // failed(Cancelled) follows, unless it was done already

Q_SIGNALS:
    void progressed(double share); // 0 … 1
    void finished(const QStringList &paths);
    void failed(const Gemmary::Error &error);

private:
    Result<QStringList> writeAll(const std::vector<ExportFile> &files, const ExportChoice &choice);
    Result<void> writeOne(const ExportFile &file, const ExportChoice &choice, double from, double share);
    [[nodiscard]] DocumentPages counted(const ReportContent &content, ExportFormat format, double from,
                                        double share);

    EngineDesk m_desk;
    CancelSource m_cancel;
    QThreadPool m_pool;
};

} // namespace Gemmary
