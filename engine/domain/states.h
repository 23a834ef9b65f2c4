// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Gemmary {

enum class ProcessState { Pending, Running, Completed, Failed, Stopped };
enum class DocumentState { Waiting, Done, Partial, Failed, Skipped };
enum class JobState { Open, Done, Dead };
enum class Stage { Analyse, Summarise };

// Names as stored and sent: PENDING …, waiting …, OPEN …, analyse ….
[[nodiscard]] QString nameOf(ProcessState state);
[[nodiscard]] QString nameOf(DocumentState state);
[[nodiscard]] QString nameOf(JobState state);
[[nodiscard]] QString nameOf(Stage stage);

[[nodiscard]] std::optional<ProcessState> processStateFrom(QStringView name);
[[nodiscard]] std::optional<DocumentState> documentStateFrom(QStringView name);
[[nodiscard]] std::optional<Stage> stageFrom(QStringView name);

// No worker will touch the process any more unless somebody asks.
[[nodiscard]] constexpr bool isSettled(ProcessState state)
{
    return state == ProcessState::Completed || state == ProcessState::Failed ||
           state == ProcessState::Stopped;
}

// The document's text was read, so its counts are known; its summary may be missing.
[[nodiscard]] constexpr bool isCounted(DocumentState state)
{
    return state == DocumentState::Done || state == DocumentState::Partial;
}

} // namespace Gemmary
