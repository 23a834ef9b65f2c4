// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"

#include <QString>
#include <QStringList>

#include <vector>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace Gemmary {

// What somebody dropped or pasted: local folders and files, or text. Links to the web are told apart, because
// Gemmary does not fetch them.
struct DroppedInputs
{
    QStringList paths; // absolute
    QString text;      // when there are no paths
    bool hasLinks = false;

    [[nodiscard]] bool isEmpty() const { return paths.isEmpty() && text.isEmpty(); }
};

[[nodiscard]] DroppedInputs droppedInputs(const QMimeData &data);

enum class Grouping { OneProcess, OneEach };

// The processes that a drop of paths starts. One folder gives its name; several things are named after the
// folder they are in, with how many they are.
[[nodiscard]] std::vector<NewProcess> processesFor(const QStringList &paths, Grouping grouping,
                                                   const ProcessSettings &settings);

[[nodiscard]] std::vector<Locator> locatorsOf(const QStringList &paths);

} // namespace Gemmary
