// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/states.h"

#include "domain/names.h"

namespace Gemmary {

namespace {

using Name = QLatin1StringView;

constexpr std::array<NameRow<ProcessState>, 5> ProcessStates{{
    {ProcessState::Pending, Name("PENDING")},
    {ProcessState::Running, Name("RUNNING")},
    {ProcessState::Completed, Name("COMPLETED")},
    {ProcessState::Failed, Name("FAILED")},
    {ProcessState::Stopped, Name("STOPPED")},
}};

constexpr std::array<NameRow<DocumentState>, 5> DocumentStates{{
    {DocumentState::Waiting, Name("waiting")},
    {DocumentState::Done, Name("done")},
    {DocumentState::Partial, Name("partial")},
    {DocumentState::Failed, Name("failed")},
    {DocumentState::Skipped, Name("skipped")},
}};

constexpr std::array<NameRow<JobState>, 3> JobStates{{
    {JobState::Open, Name("OPEN")},
    {JobState::Done, Name("DONE")},
    {JobState::Dead, Name("DEAD")},
}};

constexpr std::array<NameRow<Stage>, 2> Stages{{
    {Stage::Analyse, Name("analyse")},
    {Stage::Summarise, Name("summarise")},
}};

} // namespace

QString nameOf(ProcessState state)
{
    return nameIn(ProcessStates, state);
}
QString nameOf(DocumentState state)
{
    return nameIn(DocumentStates, state);
}
QString nameOf(JobState state)
{
    return nameIn(JobStates, state);
}
QString nameOf(Stage stage)
{
    return nameIn(Stages, stage);
}

std::optional<ProcessState> processStateFrom(QStringView name)
{
    return valueIn(ProcessStates, name);
}
std::optional<DocumentState> documentStateFrom(QStringView name)
{
    return valueIn(DocumentStates, name);
}
std::optional<Stage> stageFrom(QStringView name)
{
    return valueIn(Stages, name);
}

} // namespace Gemmary
