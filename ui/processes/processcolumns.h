// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "processes/progressmeter.h"

#include <QCollator>
#include <QString>
#include <QVariant>

#include <optional>
#include <span>

namespace Gemmary {

// What a row of the process list shows.
struct ProcessRow
{
    ProcessSnapshot process;
    ProgressMeter meter;
    QString waiting = {}; // why its summaries wait for a provider, and maybe until when; empty: they do not
    mutable std::optional<QCollatorSortKey> nameKey = {}; // made when names are sorted
};

// One column: what it is called, what it shows and what it is sorted by.
struct ProcessColumn
{
    const char *id;    // for stored layouts; never changes
    const char *title; // translated in the context "ProcessColumns"
    const char *help;
    bool shown; // unless the user chose otherwise
    bool isNumber;
    int width; // in average characters
    QString (*text)(const ProcessRow &row);
    QVariant (*value)(const ProcessRow &row);
};

// In their default order; Name is the first.
[[nodiscard]] std::span<const ProcessColumn> processColumns();
[[nodiscard]] QString stateText(const ProcessRow &row); // "Waiting for Gemini"
[[nodiscard]] QString titleOf(const ProcessColumn &column);
[[nodiscard]] QString helpOf(const ProcessColumn &column);

constexpr int NameColumn = 0;
constexpr int StateColumn = 1;
constexpr int ProgressColumn = 2;
[[nodiscard]] int createdColumn();

} // namespace Gemmary
