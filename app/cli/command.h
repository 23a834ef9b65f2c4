// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal.h"
#include "domain/modeloffer.h"
#include "domain/storefacts.h"
#include "settings/servesettings.h"
#include "settings/settings.h"
#include "settings/tokenfacts.h"
#include "system/serving.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace CLI {
class App;
}

namespace Gemmary {

class Engine;

// What commands work with; main() has it from the composition.
struct Backend
{
    std::function<Result<Engine *>(const Settings &settings, const QString &storePlace)> openEngine;
    std::function<Result<StoreFacts>(const QString &storePlace)> inspectStore;
    std::function<Result<void>(const QString &storePlace, const QString &target)> backUpStore;
    std::function<Result<std::vector<ModelOffer>>(const Settings &settings, const QString &summarizer)>
        listModels;
    std::function<Result<void>(const Settings &settings, const QString &summarizer, const QString &model)>
        tryModel;
    std::function<Result<std::unique_ptr<Serving>>(const Settings &settings, const ServeSettings &serve,
                                                   Engine &engine)>
        startServing;
    std::function<Result<QString>(const Settings &settings, const QString &name)> addToken;
    std::function<Result<std::vector<TokenFacts>>(const Settings &settings)> listTokens;
    std::function<Result<void>(const Settings &settings, const QString &name)> revokeToken;
};

// What every command is given: where to talk, what it was told from outside, and the engine, opened only when
// a command asks for it.
class CommandContext
{
public:
    CommandContext(Terminal &commandTerminal, const Backend &storesAndEngine)
        : terminal(commandTerminal)
        , backend(storesAndEngine)
    {}

    // The engine on the store that the flags and settings name; the same at each call.
    [[nodiscard]] Result<Engine *> engine() const { return backend.openEngine(settings, storePlace); }

    // How many batches to work on at the same time: the option, else the settings, else one a core.
    [[nodiscard]] int workers(int option) const { return option > 0 ? option : settings.ui.workerCount(); }

    Terminal &terminal;
    const Backend &backend;
    Settings settings;
    std::optional<Error> settingsProblem; // the settings could not be read and are the defaults
    QString storePlace;                   // a SQLite file, or a shared database's postgresql://…
    bool json = false;
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

    // Runs even where the settings cannot be read, which the context then says: it helps to mend them.
    [[nodiscard]] virtual bool mendsSettings() const { return false; }

    // Does it; an Error becomes its sentence on stderr and its exit code.
    [[nodiscard]] virtual Result<int> run(CommandContext &context) = 0;
};

} // namespace Gemmary
