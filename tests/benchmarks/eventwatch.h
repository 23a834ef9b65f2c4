// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QMetaEnum>
#include <QString>

#include <algorithm>
#include <ctime>
#include <vector>

namespace Gemmary::Bench {

// Of this thread, in milliseconds.
inline double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// What one event took of the window's thread.
struct TimedEvent
{
    double ms = 0;
    const char *receiver = ""; // classes
    const char *parent = "";
    QEvent::Type type = QEvent::None;

    [[nodiscard]] QString text() const
    {
        const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        return QStringLiteral("%1 ms %2 < %3, %4")
            .arg(ms, 0, 'f', 1)
            .arg(QLatin1StringView(receiver), QLatin1StringView(parent),
                 QLatin1StringView(name ? name : "?"));
    }
};

// Measures each event of the window's thread, events inside of events as a part of the outer one.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    static constexpr double TooLong = 50; // ms

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        // Taken before: the receiver may be gone after.
        TimedEvent timed{0, receiver->metaObject()->className(),
                         receiver->parent() ? receiver->parent()->metaObject()->className() : "-",
                         event->type()};
        ++m_depth;
        const double start = processorTime();
        const bool result = QApplication::notify(receiver, event);
        timed.ms = processorTime() - start;
        --m_depth;
        add(timed);
        return result;
    }

    void add(const TimedEvent &timed)
    {
        if (timed.ms > TooLong)
            ++m_tooLong;
        m_longest.push_back(timed);
        std::sort(m_longest.begin(), m_longest.end(),
                  [](const TimedEvent &a, const TimedEvent &b) { return a.ms > b.ms; });
        m_longest.resize(std::min<std::size_t>(m_longest.size(), 5));
    }

    void forget()
    {
        m_longest.clear();
        m_tooLong = 0;
    }

    [[nodiscard]] const std::vector<TimedEvent> &longest() const { return m_longest; }
    [[nodiscard]] int tooLong() const { return m_tooLong; }

private:
    std::vector<TimedEvent> m_longest; // the longest first
    int m_tooLong = 0;
    int m_depth = 0;
};

} // namespace Gemmary::Bench
