// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace Gemmary {

// Calls `handle(Result<T>)` in the thread of `context` once the façade has answered. Nothing is called after
// `context` is gone, so a page that closes forgets its questions.
template <typename Answer, typename Handler>
void whenAnswered(const QFuture<Answer> &future, QObject *context, Handler handle)
{
    auto *watcher = new QFutureWatcher<Answer>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handle = std::move(handle)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0) // none: the engine was shut down meanwhile
                             handle(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace Gemmary
