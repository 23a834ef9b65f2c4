// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/terminal.h"
#include "domain/document.h"
#include "domain/modeloffer.h"
#include "domain/storefacts.h"
#include "restclient/listeneraddress.h"
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
class ListenerDesk;
class ProcessDesk;
struct NewProcess;

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

    // For who sends documents elsewhere: what a process would read of these files and folders, until one is
    // not wanted any more; and the bytes of one.
    std::function<void(const Settings &settings, const NewProcess &process,
                       const std::function<bool(const PlannedDocument &)> &take)>
        findDocuments;
    std::function<Outcome<QByteArray>(const Settings &settings, const Locator &file)> readDocument;
};

// What every command is given: where to talk, what it was told from outside, and the engine, opened only when
// a command asks for it.
class CommandContext
{
public:
    CommandContext(Terminal &commandTerminal, const Backend &storesAndEngine);
    ~CommandContext();

    // The engine on the store that the flags and settings name; the same at each call.
    [[nodiscard]] Result<Engine *> engine() const { return backend.openEngine(settings, storePlace); }

    // Whom the command asks about processes: the listener, where there is one, else that engine.
    [[nodiscard]] Result<ProcessDesk *> desk();

    // The listener's; only where there is one.
    [[nodiscard]] ListenerDesk &listenerDesk();

    // How many batches to work on at the same time: the option, else the settings, else one a core.
    [[nodiscard]] int workers(int option) const { return option > 0 ? option : settings.ui.workerCount(); }

    Terminal &terminal;
    const Backend &backend;
    Settings settings;
    std::optional<Error> settingsProblem;    // the settings could not be read and are the defaults
    QString storePlace;                      // a SQLite file, or a shared database's postgresql://…
    std::optional<ListenerAddress> listener; // the command asks there, not a store
    bool json = false;

private:
    std::unique_ptr<ProcessDesk> m_desk;
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

    // Its options name a listener, and it asks one where the settings do.
    [[nodiscard]] virtual bool asksListener() const { return false; }

    // Does it; an Error becomes its sentence on stderr and its exit code.
    [[nodiscard]] virtual Result<int> run(CommandContext &context) = 0;
};

} // namespace Gemmary
