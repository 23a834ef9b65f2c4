// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/result.h"
#include "documents/documentpage.h"
#include "domain/process.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <deque>
#include <optional>

namespace Gemmary {

class Engine;

// Reads the documents of one process out of the store, page by page: all of them at first, a short page to
// begin with; later, while somebody looks, those that may have changed, at most once a second and for at most
// a fifth of the time. After a failure nothing is read until follow(). GUI thread; pages are made ready by
// others.
class DocumentFeed : public QObject
{
    Q_OBJECT

public:
    explicit DocumentFeed(Engine &engine, QObject *parent = nullptr);

    void follow(const std::optional<ProcessSnapshot> &process);
    void processChanged(const ProcessSnapshot &process);
    void setWatched(bool watched); // whether anybody looks

    [[nodiscard]] bool isComplete() const { return m_complete; } // all that there was when it was read

Q_SIGNALS:
    void pageRead(std::size_t place, const std::shared_ptr<const Gemmary::DocumentPage> &page,
                  const std::vector<int> &changed);
    void completed(); // first pass done
    void failed(const Gemmary::Error &error);

private:
    struct Reading
    {
        std::shared_ptr<const DocumentPage> page;
        std::vector<int> changed;
    };

    void considerRound();
    void startRound();
    void readNext();
    void read(std::size_t place);
    void onPage(std::size_t place, const Reading &reading);
    void endRound();
    void fail(const Error &error);
    [[nodiscard]] bool isFull(std::size_t place) const;

    Engine &m_engine;
    std::optional<ProcessSnapshot> m_process;
    DocumentPages m_pages;
    std::deque<std::size_t> m_toRead;
    quint64 m_generation = 0; // answers of an earlier one are late
    qint64 m_versionRead = -1;
    bool m_wasOpen = true; // when the last round began: settled pages may have changed when it ends
    bool m_reading = false;
    bool m_complete = false;
    bool m_watched = false;
    QElapsedTimer m_round;
    QTimer m_pause;
};

} // namespace Gemmary
