// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal.h"
#include "settings/settings.h"

#include <functional>
#include <memory>
#include <vector>

namespace CLI {
class App;
}

namespace Gemmary {

class Engine;

// What every command is given: where to talk, what it was told from outside, and the engine, opened only when
// a command asks for it.
class CommandContext
{
public:
    using EngineOpener = std::function<Result<Engine *>(const QString &storePlace)>;

    CommandContext(Terminal &commandTerminal, EngineOpener opener)
        : terminal(commandTerminal)
        , m_opener(std::move(opener))
    {}

    // The engine on the store that the flags and settings name; the same at each call.
    [[nodiscard]] Result<Engine *> engine() const { return m_opener(storePlace); }

    // How many batches to work on at the same time: the option, else the settings, else one a core.
    [[nodiscard]] int workers(int option) const { return option > 0 ? option : settings.ui.workerCount(); }

    Terminal &terminal;
    Settings settings;
    QString storePlace; // a SQLite file, or a shared database's postgresql://…
    bool json = false;

private:
    EngineOpener m_opener;
};

// One verb of the command line.
class Command
{
public:
    virtual ~Command() = default;

    [[nodiscard]] virtual const char *name() const = 0;
    [[nodiscard]] virtual QString summary() const = 0; // one line for the list of commands
    virtual void describe(CLI::App &app) = 0;          // options and operands, bound to members

    // Runs until it is told to end: where stderr is no terminal, it gets the log instead of talk.
    [[nodiscard]] virtual bool isService() const { return false; }

    // Does it; an Error becomes its sentence on stderr and its exit code.
    [[nodiscard]] virtual Result<int> run(CommandContext &context) = 0;
};

} // namespace Gemmary
