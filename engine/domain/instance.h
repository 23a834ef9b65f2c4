// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/views.h"

#include <QJsonArray>
#include <QString>

#include <chrono>
#include <vector>

namespace Gemmary {

// How often a working engine says that it is there, and after which silence others take it for lost.
constexpr std::chrono::seconds PresenceInterval{5};
constexpr std::chrono::seconds LongestSilence{20};

// What one worker is doing at this instant.
struct Activity
{
    ProcessId process;
    Step step = Step::Reading;
    QString document; // empty while results of many are combined
};

// What an engine has done since it began to work.
struct JobTally
{
    qint64 done = 0;
    qint64 takenOver = 0; // whose former worker had let its lease run out
};

// One working engine, as it tells of itself.
struct Instance
{
    InstanceId id;
    QString machine; // the computer's name
    QString program; // "gemmary", "gemmary-cli"
    QString version;
    qint64 processNumber = 0; // the operating system's
    int workers = 0;
    bool draining = false; // finishes the jobs in hand and takes no more
    std::vector<Activity> activities;
    JobTally jobs;
};

// One engine as the store knows it.
struct InstanceView
{
    Instance instance;
    qint64 startedMs = 0;                // store's clock
    std::chrono::milliseconds silent{0}; // since it last told

    [[nodiscard]] bool isLost() const { return silent > LongestSilence; }
};

[[nodiscard]] QString nameOf(Step step); // as stored and sent

[[nodiscard]] QJsonArray toJson(const std::vector<Activity> &activities);
[[nodiscard]] std::vector<Activity> activitiesFromJson(const QJsonArray &array);

} // namespace Gemmary
