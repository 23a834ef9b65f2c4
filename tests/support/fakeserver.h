// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>

namespace Gemmary {

// tests/support/fakeprovider.py while this lives; see there for what its models do. Ends the program when it
// cannot be started.
class FakeServer
{
public:
    explicit FakeServer(const QStringList &arguments = {});
    ~FakeServer();
    Q_DISABLE_COPY_MOVE(FakeServer)

    [[nodiscard]] QString address(const QString &path = {}) const;
    // What it says at `path`.
    [[nodiscard]] QJsonObject ask(const QString &path) const;
    // How often a model was asked, and how often the asker hung up.
    [[nodiscard]] int asked(const QString &model) const;
    [[nodiscard]] int closed(const QString &model) const;

private:
    QProcess m_process;
    int m_port = 0;
};

} // namespace Gemmary
