// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <memory>
#include <vector>

namespace Gemmary {

using Commands = std::vector<std::unique_ptr<Command>>;

// The verbs, by the file that has them; each adds to `commands`.
void addStartCommands(Commands &commands);     // run, start
void addListCommands(Commands &commands);      // list, status, results, words
void addActCommands(Commands &commands);       // stop, pause, resume, retry, remove, restore
void addWorkerCommand(Commands &commands);     // worker
void addServeCommand(Commands &commands);      // serve
void addTokenCommand(Commands &commands);      // token
void addMachinesCommand(Commands &commands);   // machines
void addModelsCommand(Commands &commands);     // models
void addKeyCommand(Commands &commands);        // key
void addDbCommand(Commands &commands);         // db
void addExportCommand(Commands &commands);     // export
void addLogCommand(Commands &commands);        // log
void addConfigCommand(Commands &commands);     // config
void addDoctorCommand(Commands &commands);     // doctor
void addCompletionCommand(Commands &commands); // completion

} // namespace Gemmary
