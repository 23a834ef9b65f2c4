// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/droppedinputs.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Gemmary {

class Engine;
class LayoutStore;
class ProcessStarter;
struct WindowSettings;

// Every way in which documents reach Gemmary by hand: drop, dialogs, clipboard, arguments, sample library.
class Intake : public QObject
{
    Q_OBJECT

public:
    Intake(Engine &engine, ProcessStarter &starter, LayoutStore &layout, const WindowSettings &settings,
           QWidget *window);

    void addPaths(const QStringList &paths, Grouping grouping);
    void addText(const QString &text);
    void addInputs(const DroppedInputs &inputs, Grouping grouping);
    void addTo(const ProcessSnapshot &process, const DroppedInputs &inputs);
    void addSamples();
    void paste();

    // Without a process: starts new ones.
    void chooseFolder(const std::optional<ProcessSnapshot> &process);
    void chooseFiles(const std::optional<ProcessSnapshot> &process);

Q_SIGNALS:
    void refused(const QString &sentence); // nothing to take in, and why
    void recentFoldersChanged();

private:
    void keepText(const QString &text, const std::function<void(const Locator &locator)> &then);
    void start(NewProcess process);
    void remember(const QStringList &paths);

    Engine &m_engine;
    ProcessStarter &m_starter;
    LayoutStore &m_layout;
    const WindowSettings &m_settings;
    QWidget *m_window;
};

} // namespace Gemmary
