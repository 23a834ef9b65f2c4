// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/announcer.h"

#include "mainwindow/desktopservices.h"
#include "mainwindow/windowsettings.h"
#include "processes/processmodel.h"
#include "widgets/processtexts.h"

#include <QWidget>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds FollowInterval{1000};

} // namespace

Announcer::Announcer(ProcessModel &model, DesktopServices &desktop, const WindowSettings &settings,
                     QWidget *window)
    : QObject(window)
    , m_model(model)
    , m_desktop(desktop)
    , m_settings(settings)
    , m_window(window)
{
    connect(&m_model, &ProcessModel::processSettled, this, &Announcer::onSettled);
    m_follow.setInterval(FollowInterval);
    connect(&m_follow, &QTimer::timeout, this, &Announcer::follow);
    m_follow.start();
}

Announcer::~Announcer()
{
    m_desktop.showProgress(std::nullopt);
    if (m_awake)
        m_desktop.keepAwake(false, {});
}

void Announcer::onSettled(const ProcessSnapshot &process)
{
    // The user stopped it, or is looking.
    if (!m_settings.notifications || process.state == ProcessState::Stopped || m_window->isActiveWindow())
        return;
    const QString documents = tr("%Ln document(s)", nullptr, static_cast<int>(process.documents.found()));
    const auto problems = static_cast<int>(problemCount(process));
    const QString text = process.state == ProcessState::Failed
                             ? tr("%1: it could not be finished.").arg(documents)
                         : problems > 0 ? tr("%1, %Ln problem(s)", nullptr, problems).arg(documents)
                                        : documents;
    m_desktop.notify(process.name, text, [this, id = process.id] { Q_EMIT showRequested(id); });
}

void Announcer::follow()
{
    double share = 0;
    int running = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const ProcessSnapshot &process = m_model.process(row);
        if (process.state != ProcessState::Running || process.paused)
            continue;
        share += std::max(0.0, shareDone(process));
        ++running;
    }
    m_desktop.showProgress(running > 0 ? std::optional(share / running) : std::nullopt);
    const bool awake = running > 0 && m_settings.keepAwake;
    if (awake != std::exchange(m_awake, awake))
        m_desktop.keepAwake(awake, tr("Documents are being processed"));
}

} // namespace Gemmary
