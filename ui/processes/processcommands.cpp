// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes/processcommands.h"

#include "engine.h"
#include "widgets/answer.h"
#include "widgets/format.h"
#include "widgets/processtexts.h"

#include <algorithm>

namespace Gemmary {

namespace {

using Test = bool (*)(const ProcessSnapshot &process);

bool isResumable(const ProcessSnapshot &process)
{
    return process.state == ProcessState::Stopped || process.state == ProcessState::Failed ||
           (!isSettled(process.state) && process.paused);
}

bool isPausable(const ProcessSnapshot &process)
{
    return !isSettled(process.state) && !process.paused;
}

bool isStoppable(const ProcessSnapshot &process)
{
    return !isSettled(process.state);
}

bool isRetriable(const ProcessSnapshot &process)
{
    return process.planned && problemCount(process) > 0;
}

bool isRetriableWithoutModel(const ProcessSnapshot &process)
{
    const QString &summarizer = process.settings.summarizer;
    return isRetriable(process) && summarizer != QLatin1StringView("extractive") &&
           summarizer != QLatin1StringView("none");
}

ProcessCommands::Processes those(const ProcessCommands::Processes &processes, Test test)
{
    ProcessCommands::Processes fitting;
    std::copy_if(processes.begin(), processes.end(), std::back_inserter(fitting), test);
    return fitting;
}

} // namespace

ProcessCommands::ProcessCommands(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{}

bool ProcessCommands::canResume(const Processes &processes)
{
    return std::any_of(processes.begin(), processes.end(), isResumable);
}

bool ProcessCommands::canPause(const Processes &processes)
{
    return std::any_of(processes.begin(), processes.end(), isPausable);
}

bool ProcessCommands::canStop(const Processes &processes)
{
    return std::any_of(processes.begin(), processes.end(), isStoppable);
}

bool ProcessCommands::canRetry(const Processes &processes)
{
    return std::any_of(processes.begin(), processes.end(), isRetriable);
}

bool ProcessCommands::canRetryWithKeySentences(const Processes &processes)
{
    return std::any_of(processes.begin(), processes.end(), isRetriableWithoutModel);
}

template <typename Answer, typename Then>
void ProcessCommands::ask(const QFuture<Answer> &future, const ProcessId &id, Then then)
{
    whenAnswered(future, this, [this, id, then = std::move(then)](const Answer &answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        then(answer);
        Q_EMIT changed(id);
    });
}

void ProcessCommands::start(const NewProcess &process)
{
    whenAnswered(m_engine.start(process), this, [this, process](const Result<ProcessId> &id) {
        const QString &name = process.name;
        if (!id) {
            Q_EMIT failed(id.error());
            return;
        }
        Q_EMIT started(*id, name);
        ProcessSnapshot undone;
        undone.id = *id;
        undone.name = name;
        const QString sentence =
            process.paused ? tr("%1 was added; Start begins it.") : tr("%1 was started.");
        Q_EMIT happened(sentence.arg(isolated(name)), [this, undone] { remove({undone}); });
    });
}

void ProcessCommands::addInputs(const ProcessSnapshot &process, const std::vector<Locator> &inputs,
                                const QStringList &names)
{
    ask(m_engine.addInputs(process.id, inputs, names), process.id,
        [this, name = process.name](const Result<void> &) {
            Q_EMIT happened(tr("The documents were added to %1.").arg(isolated(name)), {});
        });
}

void ProcessCommands::resume(const Processes &processes)
{
    for (const ProcessSnapshot &process : those(processes, isResumable)) {
        ask(isSettled(process.state) ? m_engine.resume(process.id) : m_engine.setPaused(process.id, false),
            process.id, [](const Result<void> &) {});
    }
}

void ProcessCommands::pause(const Processes &processes)
{
    for (const ProcessSnapshot &process : those(processes, isPausable))
        ask(m_engine.setPaused(process.id, true), process.id, [](const Result<void> &) {});
}

void ProcessCommands::togglePause(const Processes &processes)
{
    if (canPause(processes))
        pause(processes);
    else
        resume(those(processes, isStoppable)); // a stopped process is started, not un-paused
}

void ProcessCommands::stop(const Processes &processes)
{
    for (const ProcessSnapshot &process : those(processes, isStoppable)) {
        ask(m_engine.stop(process.id), process.id, [this, process](const Result<void> &) {
            Q_EMIT happened(tr("%1 was stopped. What is done is kept.").arg(isolated(process.name)),
                            [this, process] {
                                ProcessSnapshot stopped = process;
                                stopped.state = ProcessState::Stopped;
                                resume({stopped});
                            });
        });
    }
}

void ProcessCommands::retry(const Processes &processes)
{
    for (const ProcessSnapshot &process : those(processes, isRetriable)) {
        ask(m_engine.retry(process.id), process.id, [this](const Result<qint64> &queued) {
            Q_EMIT happened(tr("%Ln document(s) will be tried again.", nullptr, static_cast<int>(*queued)),
                            {});
        });
    }
}

void ProcessCommands::retryWithKeySentences(const Processes &processes)
{
    for (const ProcessSnapshot &process : those(processes, isRetriableWithoutModel)) {
        ask(m_engine.retryWithKeySentences(process.id), process.id, [this](const Result<qint64> &queued) {
            Q_EMIT happened(tr("%Ln document(s) will get key sentences. Nothing is sent for them.", nullptr,
                               static_cast<int>(*queued)),
                            {});
        });
    }
}

void ProcessCommands::remove(const Processes &processes)
{
    if (processes.empty())
        return;
    for (const ProcessSnapshot &process : processes)
        ask(m_engine.remove(process.id), process.id, [](const Result<void> &) {});
    const QString sentence =
        processes.size() == 1
            ? tr("%1 was removed. Its results are kept for 30 days.").arg(isolated(processes.front().name))
            : tr("%Ln process(es) removed. Results are kept for 30 days.", nullptr,
                 static_cast<int>(processes.size()));
    Q_EMIT happened(sentence, [this, processes] { restore(processes); });
}

void ProcessCommands::restore(const Processes &processes)
{
    for (const ProcessSnapshot &process : processes) {
        ask(m_engine.restore(process.id), process.id, [this, process](const Result<void> &) {
            if (!isSettled(process.state)) // removing had stopped it
                ask(m_engine.resume(process.id), process.id, [](const Result<void> &) {});
        });
    }
}

void ProcessCommands::rename(const ProcessId &id, const QString &name)
{
    ask(m_engine.rename(id, name), id, [](const Result<void> &) {});
}

} // namespace Gemmary
