// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cancel.h"
#include "providers/httpmessage.h"
#include "providers/providertrouble.h"

#include <QThread>

#include <functional>

namespace Gemmary {

class HttpWorker;

// Carries requests to providers. One network manager on a thread of its own; send() blocks and may be called
// from any other thread, from several at once. Must outlive its calls.
//
// It never follows a redirect, keeps no cookies and no cache, takes no certificate on trust, answers no
// request for a password, and carries no key unencrypted off this computer.
class HttpClient
{
public:
    // Bytes of a reply with status 200 as they come, on the thread that called. False: enough, the rest is
    // not wanted.
    using TakeBytes = std::function<bool(QByteArrayView)>;

    HttpClient();
    ~HttpClient();
    Q_DISABLE_COPY_MOVE(HttpClient)

    // A reply of any status but a redirect; without `take` its whole body, 8 MiB at most. Trouble: Insecure,
    // Unreachable, TimedOut, Redirected, BrokeOff, BadReply (too long), Cancelled.
    [[nodiscard]] Attempt<HttpReply> send(const HttpRequest &request, const TakeBytes &take,
                                          const CancelToken &cancel);

private:
    QThread m_thread;
    HttpWorker *m_worker; // lives on m_thread and ends with it
};

} // namespace Gemmary
