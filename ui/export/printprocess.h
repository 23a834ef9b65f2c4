// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Gemmary {

class Engine;

// Asks the engine for a report and opens a preview from which it is printed; trouble is told in a message
// box. GUI thread; returns at once. Everything ends with `parent`.
void printProcess(Engine &engine, const ProcessSnapshot &process, QWidget *parent);

} // namespace Gemmary
