// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "settings/settings.h"
#include "system/serving.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Gemmary {

// Starts and ends the REST listener in a thread of its own, where both may take their time: reading a
// certificate, giving the answers in hand. One listener at a time; what is wished for last is what holds.
class ListenerHost : public QObject
{
    Q_OBJECT

public:
    using Start = std::function<Result<std::unique_ptr<Serving>>(const Settings &)>;

    explicit ListenerHost(Start start);

    void use(std::optional<Settings> wish); // nullopt: none

Q_SIGNALS:
    void opened(const QString &url);
    void failed(const Gemmary::Error &error);
    void closed(); // and none is wished for

private:
    void end();
    void begin();

    Start m_start;
    std::optional<Settings> m_wish;
    std::unique_ptr<Serving> m_serving;
    QTimer m_grace;
};

} // namespace Gemmary
