// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composition.h"
#include "engine.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>

#include <memory>

namespace Gemmary::Bench {

// A store in `home` with many small processes and one of many documents, filled by the engine's own work; one
// that is there already is used again. Also makes the files that are worked on.
class FilledStore
{
public:
    FilledStore(const QString &home, int processes, int documents)
        : m_home(home)
    {
        QDir().mkpath(home);
        m_settings.home = home;
        m_composition = Composition::open(m_settings, m_settings.storePath()).value();
        const qint64 there = engine().counts().result().value().all;
        if (there < processes + 1)
            fill(processes - static_cast<int>(there), documents);
        engine().stopWorking();
        while (engine().isWorking())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    [[nodiscard]] Engine &engine() const { return m_composition->engine(); }
    [[nodiscard]] const Settings &settings() const { return m_settings; }

    // A folder of so many small files, made unless it is there.
    [[nodiscard]] QString files(const QString &name, int count) const
    {
        QString folder = m_home + QStringLiteral("/files/") + name;
        for (int number = QDir(folder).exists() ? count : 0; number < count; ++number) {
            const QString parent = folder + QStringLiteral("/%1").arg(number / 1000, 3, 10, QLatin1Char('0'));
            if (number % 1000 == 0)
                QDir().mkpath(parent);
            QFile file(parent + QStringLiteral("/letter %1.txt").arg(number));
            if (!file.open(QIODevice::WriteOnly) || file.write(textOf(number)) < 0)
                qFatal("cannot write %s", qPrintable(file.fileName()));
        }
        return folder;
    }

    [[nodiscard]] ProcessId start(const QString &path) const
    {
        NewProcess process;
        process.name = path.section(QLatin1Char('/'), -1);
        process.inputs.push_back({Locator::Kind::File, QFile::encodeName(path)});
        process.settings = m_settings.processDefaults;
        return engine().start(process).result().value();
    }

    // Works until nothing is open.
    void work(const QString &what) const
    {
        QElapsedTimer clock;
        clock.start();
        if (!engine().isWorking())
            engine().startWorking({QThread::idealThreadCount(), std::nullopt});
        while (openProcesses() > 0)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 200);
        std::fprintf(stderr, "%s: %.1f s\n", qPrintable(what), static_cast<double>(clock.elapsed()) / 1000);
    }

    [[nodiscard]] qint64 openProcesses() const
    {
        const ProcessCounts counts = engine().counts().result().value();
        return counts.running + counts.waiting;
    }

private:
    static constexpr int Worked = 20; // one of so many small processes; the others are stopped

    void fill(int processes, int documents) const
    {
        const QDir small(files(QStringLiteral("small"), 100) + QStringLiteral("/000"));
        const QStringList names = small.entryList(QDir::Files);
        for (int number = 0; number < processes; ++number) {
            const ProcessId id = start(small.filePath(names.at(number % names.size())));
            if (number % Worked != 0)
                static_cast<void>(engine().stop(id).result());
        }
        work(QStringLiteral("%1 processes, one of %2 worked on").arg(processes).arg(Worked));
        static_cast<void>(start(files(QStringLiteral("large"), documents)));
        work(QStringLiteral("a process of %1 documents").arg(documents));
    }

    // Lengths from 20 to some 600 words, of a vocabulary that grows with the number.
    static QByteArray textOf(int number)
    {
        static const QByteArrayList words =
            QByteArrayList{"the",    "letter",   "was",     "written", "in",       "winter", "and",
                           "nobody", "answered", "before",  "spring",  "harbour",  "ship",   "captain",
                           "gold",   "silver",   "evening", "river",   "mountain", "road"};
        QByteArray text;
        const int length = 20 + (number * 37) % 600 / (1 + number % 5);
        for (int i = 0; i < length; ++i) {
            text += words.at((i * 7 + number * 3 + i * i) % words.size());
            text += i % 11 == 10 ? ". " : " ";
        }
        return text + "word" + QByteArray::number(number % 20'000) + " " + QByteArray::number(number) + ".\n";
    }

    QString m_home;
    Settings m_settings;
    std::unique_ptr<Composition> m_composition;
};

} // namespace Gemmary::Bench
