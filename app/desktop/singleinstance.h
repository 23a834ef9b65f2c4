// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

namespace Gemmary {

// One window for each home folder. A second start hands its arguments to the first and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &home, QObject *parent = nullptr);

    // Whether this is the first; only then the other signals come.
    [[nodiscard]] bool claim();

    // Tells the first instance what this one was started with. False: it did not answer.
    [[nodiscard]] bool handOver(const QStringList &paths) const;

Q_SIGNALS:
    void handedOver(const QStringList &paths); // by a later start; empty: just show the window

private:
    void onConnection();

    QString m_serverName;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace Gemmary
