// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace Gemmary {

// Turns SIGINT and SIGTERM into Qt signals of this thread while it lives. One at a time in a program: signal
// handlers are the program's. After the second one the program ends at once, whatever it is doing; what is
// stored stays right.
class SignalWatcher : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void received(int signal);

private:
    void onReadable();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace Gemmary
