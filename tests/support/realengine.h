// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "composition.h"
#include "engine.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Gemmary::Test {

// The product's whole engine on a SQLite store of its own, for tests of what shows it.
class RealEngine
{
public:
    RealEngine()
    {
        Settings settings;
        settings.home = m_home.path();
        m_composition = Composition::open(settings, settings.storePath()).value();
    }

    [[nodiscard]] Engine &engine() const { return m_composition->engine(); }
    [[nodiscard]] QString home() const { return m_home.path(); }

    [[nodiscard]] ProcessId start(const QStringList &paths, const ProcessSettings &settings = {}) const
    {
        NewProcess process;
        process.name = paths.value(0).section(QLatin1Char('/'), -1);
        for (const QString &path : paths)
            process.inputs.push_back({Locator::Kind::File, QFile::encodeName(path)});
        process.settings = settings;
        return engine().start(process).result().value();
    }

    // Works, on one thread, until the process is settled.
    ProcessSnapshot finish(const ProcessId &id) const
    {
        ProcessSnapshot last = engine().snapshot(id).result().value();
        if (!engine().isWorking())
            engine().startWorking({1, std::nullopt});
        const bool isDone = QTest::qWaitFor(
            [&] {
                last = engine().snapshot(id).result().value();
                return isSettled(last.state);
            },
            60'000);
        if (!isDone)
            qFatal("the process did not come to its end");
        return last;
    }

    ProcessSnapshot run(const QStringList &paths, const ProcessSettings &settings = {}) const
    {
        return finish(start(paths, settings));
    }

private:
    QTemporaryDir m_home;
    std::unique_ptr<Composition> m_composition;
};

} // namespace Gemmary::Test
