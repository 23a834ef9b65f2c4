// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/documentfeed.h"

#include "engine.h"
#include "widgets/answer.h"

namespace Gemmary {

namespace {

constexpr std::size_t FirstPageLines = 500; // there at once
constexpr std::size_t PageLines = 5000;
constexpr qint64 ShortestPause = 1000; // ms
constexpr qint64 PauseShare = 4;       // times as long as the round before it

std::size_t linesOf(std::size_t place)
{
    return place == 0 ? FirstPageLines : PageLines;
}

} // namespace

DocumentFeed::DocumentFeed(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &DocumentFeed::considerRound);
}

void DocumentFeed::follow(const std::optional<ProcessSnapshot> &process)
{
    m_process = process;
    ++m_generation;
    m_pages.clear();
    m_toRead.clear();
    m_pause.stop();
    m_reading = false;
    m_complete = false;
    considerRound();
}

void DocumentFeed::processChanged(const ProcessSnapshot &process)
{
    if (!m_process || process.id != m_process->id)
        return;
    m_process = process;
    considerRound();
}

void DocumentFeed::setWatched(bool watched)
{
    m_watched = watched;
    considerRound();
}

void DocumentFeed::considerRound()
{
    if (!m_process || !m_watched || m_reading)
        return;
    const bool isNews = m_process->version != m_versionRead;
    if (!m_complete || (isNews && !m_pause.isActive()))
        startRound();
}

void DocumentFeed::startRound()
{
    const bool isOpen = !isSettled(m_process->state);
    const bool whole = !isOpen || !m_wasOpen || !m_complete;
    m_wasOpen = isOpen;
    m_versionRead = m_process->version;
    m_toRead.clear();
    for (std::size_t place = 0; place < m_pages.size(); ++place) {
        if (whole || !m_pages[place]->isSettled() || !isFull(place))
            m_toRead.push_back(place);
    }
    if (m_pages.empty() || isFull(m_pages.size() - 1))
        m_toRead.push_back(m_pages.size());
    m_round.start();
    m_reading = true;
    readNext();
}

void DocumentFeed::readNext()
{
    if (m_toRead.empty()) {
        endRound();
        return;
    }
    const std::size_t place = m_toRead.front();
    m_toRead.pop_front();
    read(place);
}

void DocumentFeed::read(std::size_t place)
{
    const qint64 after = place == 0 ? -1 : m_pages[place - 1]->lines().back().number;
    const auto before = place < m_pages.size() ? m_pages[place] : nullptr;
    const auto make = [before](const Result<std::vector<DocumentLine>> &lines) -> Result<Reading> {
        if (!lines)
            return failure(lines.error());
        Reading reading{std::make_shared<const DocumentPage>(*lines, before.get()), {}};
        if (before)
            reading.changed = reading.page->changedSince(*before);
        return reading;
    };
    const auto lines = m_engine.documentLines(m_process->id, after, static_cast<int>(linesOf(place)));
    whenAnswered(QFuture(lines).then(QtFuture::Launch::Async, make), this,
                 [this, place, generation = m_generation](const Result<Reading> &reading) {
                     if (generation != m_generation)
                         return;
                     if (reading) {
                         onPage(place, *reading);
                         return;
                     }
                     fail(reading.error());
                 });
}

void DocumentFeed::onPage(std::size_t place, const Reading &reading)
{
    const std::size_t lines = reading.page->lines().size();
    const std::size_t before = place < m_pages.size() ? m_pages[place]->lines().size() : 0;
    if (lines < before) { // it is being purged: what is left is not worth showing
        fail({ErrorKind::NotFound, tr("This process is no longer there."), {}});
        return;
    }
    if (lines > 0) {
        if (place == m_pages.size())
            m_pages.push_back(reading.page);
        else
            m_pages[place] = reading.page;
        Q_EMIT pageRead(place, reading.page, reading.changed);
    }
    if (lines > before && isFull(place) && place + 1 == m_pages.size())
        m_toRead.push_back(place + 1);
    readNext();
}

void DocumentFeed::fail(const Error &error)
{
    m_reading = false;
    m_process.reset();
    Q_EMIT failed(error);
}

void DocumentFeed::endRound()
{
    m_reading = false;
    m_pause.start(static_cast<int>(std::max(ShortestPause, PauseShare * m_round.elapsed())));
    if (!std::exchange(m_complete, true))
        Q_EMIT completed();
}

bool DocumentFeed::isFull(std::size_t place) const
{
    return m_pages[place]->lines().size() >= linesOf(place);
}

} // namespace Gemmary
