// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/result.h"
#include "domain/process.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <vector>

namespace Gemmary {

class Engine;

// The verbs of the window, each meaning one thing wherever it is called from: on processes, through the
// façade, with one sentence about what happened and, where there is a way back, the way back.
class ProcessCommands : public QObject
{
    Q_OBJECT

public:
    explicit ProcessCommands(Engine &engine, QObject *parent = nullptr);

    using Processes = std::vector<ProcessSnapshot>;

    // Whether the verb makes sense for at least one of them; the others are passed over.
    [[nodiscard]] static bool canResume(const Processes &processes); // paused, stopped or failed
    [[nodiscard]] static bool canPause(const Processes &processes);
    [[nodiscard]] static bool canStop(const Processes &processes);
    [[nodiscard]] static bool canRetry(const Processes &processes);
    [[nodiscard]] static bool canRetryWithKeySentences(const Processes &processes); // a model failed there

    void start(const NewProcess &process);
    void addInputs(const ProcessSnapshot &process, const std::vector<Locator> &inputs,
                   const QStringList &names);
    void resume(const Processes &processes);
    void pause(const Processes &processes);
    void togglePause(const Processes &processes); // pauses what runs; with nothing to pause, resumes
    void stop(const Processes &processes);
    void retry(const Processes &processes);
    void retryWithKeySentences(const Processes &processes);
    void remove(const Processes &processes);
    void restore(const Processes &processes);
    void rename(const ProcessId &id, const QString &name);

Q_SIGNALS:
    void started(const Gemmary::ProcessId &id, const QString &name);
    void changed(const Gemmary::ProcessId &id); // its row may look different now
    // `undo` is empty when there is no way back.
    void happened(const QString &sentence, const std::function<void()> &undo);
    void failed(const Gemmary::Error &error);

private:
    template <typename Answer, typename Then>
    void ask(const QFuture<Answer> &future, const ProcessId &id, Then then);

    Engine &m_engine;
};

} // namespace Gemmary
