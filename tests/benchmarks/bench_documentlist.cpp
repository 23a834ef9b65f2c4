// SPDX-License-Identifier: GPL-3.0-or-later
// bench_documentlist [DOCUMENTS]: what the list of documents costs the window's thread, on no screen, medians
// of nine rounds: the longest time that one event took, and how long until the answer was shown; and the
// memory that the documents take.
#include "documents/documentlist.h"
#include "documents/documentmodel.h"
#include "support/somedocuments.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <ctime>

using namespace Gemmary;

namespace {

constexpr int Rounds = 9;
constexpr std::size_t PageLines = 5000;

// Of this thread, in milliseconds.
double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// Measures each event.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth++ > 0) {
            const bool nested = QApplication::notify(receiver, event);
            --m_depth;
            return nested;
        }
        const double start = processorTime();
        const bool result = QApplication::notify(receiver, event);
        --m_depth;
        longestEvent = std::max(longestEvent, processorTime() - start);
        return result;
    }

    double longestEvent = 0; // ms

private:
    int m_depth = 0;
};

struct Sample
{
    double longest = 0;
    double whole = 0;
};

double medianOf(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                     values.end());
    return values[values.size() / 2];
}

class Bench
{
public:
    Bench(TimedApplication &application, int documents)
        : m_application(application)
        , m_lines(Test::someDocuments(documents, 1))
        , m_list(m_model)
    {
        m_list.resize(1200, 700);
        m_list.show();
    }

    void run()
    {
        const qint64 before = residentKilobytes();
        report("append a page", appendAll());
        m_out << QStringLiteral("%1 bytes a document\n")
                     .arg((residentKilobytes() - before) * 1024 / static_cast<qint64>(m_lines.size()));
        const RowFilter few{DocumentKind::All, QStringLiteral("note 77"), {}};
        repeat(
            "filter by text", [&] { m_model.setFilter(few); }, [&] { m_model.setFilter({}); });
        repeat(
            "clear the filter", [&] { m_model.setFilter({}); }, [&] { m_model.setFilter(few); });
        repeat(
            "filter by chip",
            [&] {
                m_model.setFilter({DocumentKind::Done, {}, {}});
            },
            [&] { m_model.setFilter({}); });
        m_model.setFilter({});
        const auto asFound = [&] { m_model.sort(FoundOrder, Qt::AscendingOrder); };
        repeat(
            "sort by name", [&] { m_model.sort(0, Qt::AscendingOrder); }, asFound);
        repeat(
            "sort by words", [&] { m_model.sort(3, Qt::DescendingOrder); }, asFound);
        repeat(
            "sort by folder", [&] { m_model.sort(1, Qt::AscendingOrder); }, asFound);
        repeat(
            "refresh a page", [&] { refresh(); }, [&] { prepareRefresh(); });
        m_model.sort(3, Qt::DescendingOrder);
        settle();
        repeat(
            "refresh a page, sorted", [&] { refresh(); }, [&] { prepareRefresh(); });
    }

private:
    static qint64 residentKilobytes()
    {
        QFile status(QStringLiteral("/proc/self/status"));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArrayList lines = status.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("VmRSS:"))
                return line.simplified().split(' ').value(1).toLongLong();
        }
        return 0;
    }

    // Runs events until the model has come to rest and the view has been laid out and painted.
    void settle()
    {
        while (m_model.isArranging())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
    }

    template <typename Action>
    Sample timed(Action action)
    {
        m_application.longestEvent = 0;
        QElapsedTimer timer;
        timer.start();
        const double start = processorTime();
        action();
        const double call = processorTime() - start;
        settle();
        return {std::max(call, m_application.longestEvent), static_cast<double>(timer.nsecsElapsed()) / 1e6};
    }

    template <typename Action, typename Undo>
    void repeat(const char *name, Action action, Undo undo)
    {
        std::vector<Sample> samples;
        for (int round = 0; round < Rounds; ++round) {
            undo();
            settle();
            samples.push_back(timed(action));
        }
        report(name, samples);
    }

    void report(const char *name, const std::vector<Sample> &samples)
    {
        std::vector<double> longest;
        std::vector<double> whole;
        for (const Sample &sample : samples) {
            longest.push_back(sample.longest);
            whole.push_back(sample.whole);
        }
        m_out << QStringLiteral("%1  longest event %2 ms, until shown %3 ms\n")
                     .arg(QLatin1StringView(name), -24)
                     .arg(medianOf(longest), 6, 'f', 1)
                     .arg(medianOf(whole), 7, 'f', 1);
        m_out.flush();
    }

    std::vector<DocumentLine> pageAt(std::size_t place) const
    {
        const std::size_t first = place * PageLines;
        const std::size_t end = std::min(m_lines.size(), first + PageLines);
        return {m_lines.begin() + static_cast<std::ptrdiff_t>(first),
                m_lines.begin() + static_cast<std::ptrdiff_t>(end)};
    }

    std::vector<Sample> appendAll()
    {
        std::vector<Sample> samples;
        for (std::size_t place = 0; place * PageLines < m_lines.size(); ++place) {
            m_shown.push_back(std::make_shared<const DocumentPage>(pageAt(place), nullptr));
            samples.push_back(timed([&] { m_model.setPage(place, m_shown.back(), {}); }));
        }
        return samples;
    }

    // What the feed's thread does.
    void prepareRefresh()
    {
        std::vector<DocumentLine> lines = m_shown.front()->lines();
        for (std::size_t i = 0; i < lines.size(); i += 3)
            lines[i].words += 1;
        const auto page = std::make_shared<const DocumentPage>(std::move(lines), m_shown.front().get());
        m_changed = page->changedSince(*m_shown.front());
        m_shown.front() = page;
    }

    void refresh() { m_model.setPage(0, m_shown.front(), m_changed); }

    TimedApplication &m_application;
    QTextStream m_out{stdout};
    std::vector<DocumentLine> m_lines;
    DocumentPages m_shown;
    std::vector<int> m_changed;
    DocumentModel m_model;
    DocumentList m_list;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    const int documents = QCoreApplication::arguments().value(1).toInt();
    Bench(application, documents > 0 ? documents : 100'000).run();
}
