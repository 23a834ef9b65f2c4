// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window HOME [PROCESSES [DOCUMENTS]]: what the whole window costs its thread, on no screen, with the
// real engine and a store of many processes and one of many documents in HOME (filled the first time, which
// takes minutes; with "fill" after the numbers it does no more). For each step: time until it was shown,
// processor time of the window's thread, the longest event and whose it was, and the memory.
#include "benchmarks/eventwatch.h"
#include "benchmarks/filledstore.h"

#include "charts/stateschart.h"
#include "charts/throughputchart.h"
#include "desktop/preferencesfile.h"
#include "documents/documentlist.h"
#include "documents/documentmodel.h"
#include "documents/filterchips.h"
#include "mainwindow/desktopservices.h"
#include "mainwindow/layoutstore.h"
#include "mainwindow/mainwindow.h"
#include "mainwindow/workspace.h"
#include "words/wordtable.h"

#include <QLineEdit>
#include <QTextStream>
#include <QToolBar>

#include <sys/resource.h>

using namespace Gemmary;
using namespace Gemmary::Bench;

namespace {

constexpr int SmallFiles = 5000; // of each process that runs while the window looks

class NoDesktop : public DesktopServices
{
public:
    void notify(const QString &, const QString &, std::function<void()>) override {}
    void showProgress(std::optional<double>) override {}
    void keepAwake(bool, const QString &) override {}
};

qint64 residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong() / 1024;
    }
    return 0;
}

class WindowBench
{
public:
    WindowBench(TimedApplication &application, FilledStore &store, int processes, int documents)
        : m_application(application)
        , m_store(store)
        , m_processes(processes)
        , m_documents(documents)
        , m_layoutPath(store.settings().home + QStringLiteral("/bench-window.ini"))
        , m_preferences(store.settings(), {}, {})
        , m_layout((QFile::remove(m_layoutPath), m_layoutPath))
    {}

    void run()
    {
        alone();
        openWindow();
        lookAtProcesses();
        openSortedWindow();
        lookAtDocuments();
        lookWhileWorking();
        m_window.reset();
        alone(); // again: how far the machine itself has changed
        chartsOfALongRun();
    }

private:
    // ---- measuring
    void settle()
    {
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 60) // longer than a repaint is put off
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }

    template <typename Action, typename Condition>
    void measure(const QString &name, Action action, Condition isShown)
    {
        settle();
        m_application.forget();
        QElapsedTimer clock;
        clock.start();
        const double start = processorTime();
        action();
        m_application.add({processorTime() - start, "the call", "-", QEvent::None});
        while (!isShown() && clock.elapsed() < 120'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        const double shown = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        settle();
        m_out << QStringLiteral("%1 shown after %2 ms, thread %3 ms, over 50 ms: %4, %5 MB; longest %6\n")
                     .arg(name, -34)
                     .arg(shown, 6, 'f', 0)
                     .arg(processorTime() - start, 6, 'f', 0)
                     .arg(m_application.tooLong())
                     .arg(residentMegabytes())
                     .arg(m_application.longest().front().text());
        m_out.flush();
    }

    template <typename Action>
    void measure(const QString &name, Action action)
    {
        measure(name, action, [] { return true; });
    }

    void reportLongest()
    {
        for (const TimedEvent &event : m_application.longest())
            m_out << "    " << event.text() << '\n';
        m_out.flush();
    }

    // ---- the window
    void openWindow()
    {
        measure(
            QStringLiteral("window, first row"),
            [this] {
                m_window = std::make_unique<MainWindow>(
                    WindowParts{m_store.engine(), m_preferences, m_desktop, m_layout}, WindowSettings());
                m_window->show();
                m_workspace = m_window->findChild<Workspace *>();
            },
            [this] { return rows() > 0; });
        measure(
            QStringLiteral("all its rows"), [] {}, [this] { return rows() > m_processes; });
        reportLongest();
    }

    int rows() const { return m_workspace->list().filter().rowCount(); }

    void lookAtProcesses()
    {
        auto *filter = m_window->findChild<QToolBar *>()->findChild<QLineEdit *>();
        measure(
            QStringLiteral("filter processes by text"), [&] { filter->setText(QStringLiteral("letter 7.")); },
            [&] { return rows() > 0 && rows() <= m_processes / 100; });
        measure(
            QStringLiteral("clear it"), [&] { filter->clear(); }, [&] { return rows() > m_processes; });
        for (int column = 0; column < m_workspace->processes().columnCount(); ++column) {
            const QString title =
                m_workspace->processes().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
            measure(QStringLiteral("sort processes by %1").arg(title),
                    [&] { m_workspace->list().sortByColumn(column, Qt::AscendingOrder); });
        }
        m_workspace->list().sortByColumn(createdColumn(), Qt::DescendingOrder);
        measure(QStringLiteral("select all processes"), [&] { m_workspace->list().selectAll(); });
        measure(
            QStringLiteral("read all again"), [&] { m_workspace->processes().refresh(); },
            [&] { return waited(3000); });
        reportLongest();
    }

    // As it was left: the rows that come are put between those that are there.
    void openSortedWindow()
    {
        m_workspace->list().sortByColumn(NameColumn, Qt::AscendingOrder);
        m_window.reset();
        openWindow();
        m_workspace->list().sortByColumn(createdColumn(), Qt::DescendingOrder);
    }

    bool waited(qint64 milliseconds)
    {
        if (!m_wait.isValid())
            m_wait.start();
        if (!m_wait.hasExpired(milliseconds))
            return false;
        m_wait.invalidate();
        return true;
    }

    void lookAtDocuments()
    {
        auto *model = m_window->findChild<DocumentModel *>();
        auto *list = m_window->findChild<DocumentList *>();
        DetailsPanel &details = m_workspace->details();
        const ProcessId large = largest();
        measure(
            QStringLiteral("Overview of many documents"), [&] { m_workspace->select(large); },
            [&] { return waited(3000); });
        reportLongest();
        measure(
            QStringLiteral("Files, first rows"), [&] { details.showTab(DetailsPanel::Files); },
            [&] { return model->rowCount() > 0; });
        measure(
            QStringLiteral("Files, all rows"), [] {}, [&] { return model->rowCount() >= m_documents; });
        reportLongest();
        auto *text = m_window->findChild<FilterChips *>()->findChild<QLineEdit *>();
        const auto rest = [&] { return !model->isArranging(); };
        measure(
            QStringLiteral("filter documents by text"), [&] { text->setText(QStringLiteral("letter 77")); },
            [&] { return model->rowCount() < m_documents && rest(); });
        measure(
            QStringLiteral("clear it"), [&] { text->clear(); },
            [&] { return model->rowCount() >= m_documents && rest(); });
        for (const int column : {0, 1, 2, 3}) {
            measure(
                QStringLiteral("sort documents by %1")
                    .arg(model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()),
                [&] { list->sortByColumn(column, Qt::AscendingOrder); }, rest);
        }
        measure(
            QStringLiteral("Words"), [&] { details.showTab(DetailsPanel::Words); },
            [&] { return waited(2000); });
        reportLongest();
        measure(
            QStringLiteral("Summary"), [&] { details.showTab(DetailsPanel::Summary); },
            [&] { return waited(2000); });
        reportLongest();
        measure(
            QStringLiteral("Log"), [&] { details.showTab(DetailsPanel::Log); }, [&] { return waited(500); });
        measure(
            QStringLiteral("another process"), [&] { selectAnother(large); }, [&] { return waited(500); });
    }

    ProcessId largest() const
    {
        const ProcessModel &processes = m_workspace->processes();
        int best = 0;
        for (int row = 0; row < processes.rowCount(); ++row) {
            if (processes.process(row).documents.found() > processes.process(best).documents.found())
                best = row;
        }
        return processes.process(best).id;
    }

    void selectAnother(const ProcessId &than)
    {
        const int row = m_workspace->processes().rowOf(than);
        m_workspace->select(m_workspace->processes().process(row == 0 ? 1 : 0).id);
    }

    // ---- work
    struct Pace
    {
        double documentsASecond = 0;
        double processorSeconds = 0; // of all threads: says more than the pace on a machine that others share
    };

    static double processorSeconds()
    {
        rusage used{};
        getrusage(RUSAGE_SELF, &used);
        const auto seconds = [](const timeval &time) {
            return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
        };
        return seconds(used.ru_utime) + seconds(used.ru_stime);
    }

    Pace work(const std::function<void(const ProcessId &)> &look)
    {
        Engine &engine = m_store.engine();
        QElapsedTimer clock;
        clock.start();
        const double before = processorSeconds();
        const ProcessId first = m_store.start(m_store.files(QStringLiteral("a"), SmallFiles));
        const ProcessId second = m_store.start(m_store.files(QStringLiteral("b"), SmallFiles));
        look(first);
        const auto isOpen = [&](const ProcessId &id) {
            return !isSettled(engine.snapshot(id).result().value().state);
        };
        engine.startWorking({QThread::idealThreadCount(), std::nullopt});
        QElapsedTimer asked;
        asked.start();
        for (bool open = true; open;) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (asked.hasExpired(100)) {
                open = isOpen(first) || isOpen(second);
                asked.start();
            }
        }
        const Pace pace{2e3 * SmallFiles / static_cast<double>(clock.elapsed()), processorSeconds() - before};
        engine.stopWorking();
        while (engine.isWorking())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        for (const ProcessId &id : {first, second})
            static_cast<void>(engine.remove(id).result());
        return pace;
    }

    // An idle timer: the loop that waits must come round.
    void alone()
    {
        m_tick.start(50);
        static_cast<void>(work([](const ProcessId &) {})); // the files are in memory then
        m_alone = work([](const ProcessId &) {});
        m_out << QStringLiteral("two processes, no window: %1 documents/s, %2 s of processor\n")
                     .arg(m_alone.documentsASecond, 0, 'f', 0)
                     .arg(m_alone.processorSeconds, 0, 'f', 1);
        m_out.flush();
    }

    void lookWhileWorking()
    {
        for (const DetailsPanel::Tab tab : {DetailsPanel::Overview, DetailsPanel::Files}) {
            m_workspace->details().showTab(tab);
            settle();
            m_application.forget();
            const double start = processorTime();
            const Pace pace = work([&](const ProcessId &id) { m_workspace->select(id); });
            m_out << QStringLiteral("two processes, %1: %2 documents/s (%3 times without a window), "
                                    "processor %4 times, thread %5 ms, "
                                    "over 50 ms: %6, %7 MB\n")
                         .arg(tab == DetailsPanel::Overview ? QStringLiteral("Overview")
                                                            : QStringLiteral("Files"))
                         .arg(pace.documentsASecond, 0, 'f', 0)
                         .arg(pace.documentsASecond / m_alone.documentsASecond, 0, 'f', 2)
                         .arg(pace.processorSeconds / m_alone.processorSeconds, 0, 'f', 2)
                         .arg(processorTime() - start, 0, 'f', 0)
                         .arg(m_application.tooLong())
                         .arg(residentMegabytes());
            reportLongest();
        }
    }

    // A day of samples, ten a second, as fast as the charts take them.
    void chartsOfALongRun()
    {
        ThroughputChart throughput;
        StatesChart states;
        throughput.show();
        states.show();
        throughput.setRunning(true);
        DocumentCounts counts;
        counts.waiting = 100'000'000;
        for (int hour = 0; hour < 24; ++hour) {
            const double start = processorTime();
            for (int sample = 0; sample < 36'000; ++sample) {
                counts.done += 100;
                counts.waiting -= 100;
                const qint64 now = (hour * 36'000LL + sample) * 100 + 1'700'000'000'000;
                throughput.addSample(now, counts.done);
                states.addSample(now, counts);
            }
            settle();
            if (hour == 0 || hour == 11 || hour == 23)
                m_out << QStringLiteral("charts after %1 h: %2 MB, %3 ms for an hour\n")
                             .arg(hour + 1)
                             .arg(residentMegabytes())
                             .arg(processorTime() - start, 0, 'f', 0);
        }
    }

    TimedApplication &m_application;
    FilledStore &m_store;
    int m_processes;
    int m_documents;
    QString m_layoutPath;
    PreferencesFile m_preferences;
    LayoutStore m_layout;
    NoDesktop m_desktop;
    std::unique_ptr<MainWindow> m_window;
    Workspace *m_workspace = nullptr;
    QTextStream m_out{stdout};
    QElapsedTimer m_wait;
    QTimer m_tick;
    Pace m_alone;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("bench_window HOME [PROCESSES [DOCUMENTS]] [fill]");
    const int processes = arguments.size() > 2 ? arguments.at(2).toInt() : 10'000;
    const int documents = arguments.size() > 3 ? arguments.at(3).toInt() : 100'000;
    FilledStore store(arguments.at(1), processes, documents);
    if (arguments.last() != QStringLiteral("fill"))
        WindowBench(application, store, processes, documents).run();
}
