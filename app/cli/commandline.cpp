// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "base/logging.h"
#include "cli/commands.h"
#include "cli/commandtable.h"
#include "cli/enginedesk.h"
#include "cli/exitcodes.h"
#include "cli/helptexts.h"
#include "cli/hiddencommands.h"
#include "cli/listenerdesk.h"
#include "cli/suggestion.h"
#include "engine.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr int CompletedProcesses = 50;
constexpr std::chrono::seconds CompletionPatience(2); // somebody waits for Tab
constexpr qint64 LongestToken = 4096;

// Options that every command takes.
struct CommonOptions
{
    std::string store;
    std::string database;
    std::string apiUrl;
    std::string tokenFile;
    std::string color = "auto";
    bool local = false;
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    bool debug = false;
    bool noProgress = false;
};

// For commands that ask a listener as well as a store.
void describeListener(CLI::App &app, CommonOptions &options)
{
    const auto say = [](const char *sentence) { return Tr::tr(sentence).toStdString(); };
    CLI::Option *url =
        app.add_option("--api-url", options.apiUrl,
                       say(QT_TR_NOOP("Ask the listener there (gemmary-cli serve), as API_URL says")))
            ->type_name("URL");
    for (const char *other : {"--store", "--db", "--local"})
        url->excludes(app.get_option(other));
    app.add_option("--token-file", options.tokenFile,
                   say(QT_TR_NOOP("Show the listener the token in this file, instead of API_TOKEN")))
        ->type_name("FILE");
}

void describeCommon(CLI::App &app, CommonOptions &options)
{
    const auto say = [](const char *sentence) { return Tr::tr(sentence).toStdString(); };
    CLI::Option *store =
        app.add_option("--store", options.store, say(QT_TR_NOOP("Keep everything in this SQLite file")))
            ->type_name("FILE");
    CLI::Option *database =
        app.add_option("--db", options.database,
                       say(QT_TR_NOOP(
                           "Share this database: postgresql://… (others see it here; better DATABASE_URL)")))
            ->type_name("URL");
    app.add_flag("--local", options.local,
                 say(QT_TR_NOOP("Your own store, whatever DATABASE_URL and API_URL say")))
        ->excludes(store, database);
    database->excludes(store);
    app.add_flag("--json", options.json, say(QT_TR_NOOP("Print JSON, for programs")));
    app.add_flag("-q,--quiet", options.quiet, say(QT_TR_NOOP("Print results and errors only")));
    app.add_flag("-v,--verbose", options.verbose, say(QT_TR_NOOP("Say on stderr what happens")));
    app.add_flag("--debug", options.debug, say(QT_TR_NOOP("Say on stderr everything that happens")));
    app.add_flag("--no-progress", options.noProgress, say(QT_TR_NOOP("Show no progress")));
    app.add_option("--color", options.color, say(QT_TR_NOOP("Colour: auto, always or never")))
        ->check(CLI::IsMember({"auto", "always", "never"}));
}

// The parser's words for types and ranges are for programmers: help says what goes there.
void simplifyHelp(CLI::App &app)
{
    for (CLI::Option *option : app.get_options()) {
        const OptionRow row = optionRow(*option);
        if (row.isOperand())
            option->option_text(row.isRequired ? "(required)" : " ");
        else if (!row.choices.isEmpty())
            option->option_text("{" + row.choices.join(QLatin1Char(',')).toStdString() + "}");
        else if (row.takesValue())
            option->option_text(row.value.toStdString());
    }
}

void applyTerminal(Terminal &terminal, const CommonOptions &options)
{
    if (options.color != "auto")
        terminal.setColor(options.color == "always" ? Terminal::Color::Always : Terminal::Color::Never);
    terminal.setQuiet(options.quiet);
    terminal.setProgress(!options.noProgress);
}

void startLogging(const Settings &settings, const CommonOptions &options, bool toPrograms)
{
    LogSettings log;
    log.level = options.debug ? QtDebugMsg : settings.logLevel;
    log.console = toPrograms                         ? LogSettings::Console::Json
                  : options.debug || options.verbose ? LogSettings::Console::Human
                                                     : LogSettings::Console::None;
    log.filePath = settings.logPath();
    log.instance = settings.instance;
    installLogging(log);
}

Result<Settings> readSettings(const CommonOptions &options)
{
    GEMMARY_ASSIGN(sources, settingsSources());
    if (!options.database.empty()) {
        const QString url = QString::fromStdString(options.database);
        sources.insert(sources.begin(), {QStringLiteral("--db"), {{QStringLiteral("DATABASE_URL"), url}}});
    }
    return loadSettings(sources);
}

// The file that is named, the database that others share, or the user's own store.
QString storePlace(const CommonOptions &options, const Settings &settings)
{
    if (!options.store.empty())
        return QFileInfo(QString::fromStdString(options.store)).absoluteFilePath();
    return options.local || settings.databaseUrl.isEmpty() ? settings.storePath() : settings.databaseUrl;
}

// A token is shown to nobody whom a folder's file names, unless the same file has it: what somebody unpacks
// may bring a .env of its own.
Result<QString> tokenFor(const CommonOptions &options, const Settings &settings)
{
    if (!options.tokenFile.empty()) {
        const QString path = QString::fromStdString(options.tokenFile);
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorKind::InvalidInput,
                           Tr::tr("The file %1 with the token cannot be read.").arg(printable(path)),
                           file.errorString());
        }
        return QString::fromUtf8(file.readLine(LongestToken).trimmed());
    }
    if (options.apiUrl.empty() && settings.isApiUrlOfFolder && !settings.isApiTokenOfFolder &&
        !settings.apiToken.isEmpty()) {
        return failure(ErrorKind::Refused,
                       Tr::tr("API_URL is in this folder's .env, but API_TOKEN is yours: it is not shown to "
                              "%1. If you trust that address, give it with --api-url.")
                           .arg(printable(settings.apiUrl)));
    }
    return settings.apiToken;
}

// Where the command asks a listener: the flag, else the settings, unless a store is named.
Result<std::optional<ListenerAddress>> listenerOf(bool asksListener, const CommonOptions &options,
                                                  const Settings &settings)
{
    const bool namesStore = options.local || !options.store.empty() || !options.database.empty();
    const QString url = options.apiUrl.empty() ? settings.apiUrl : QString::fromStdString(options.apiUrl);
    if (!asksListener || namesStore || url.isEmpty())
        return std::nullopt;
    GEMMARY_ASSIGN(token, tokenFor(options, settings));
    GEMMARY_ASSIGN(address, listenerAddress(url, token));
    return std::optional(address);
}

Result<int> runCommand(Command &command, const CommonOptions &options, Terminal &terminal,
                       const Backend &backend)
{
    auto read = readSettings(options);
    if (!read && !command.mendsSettings())
        return failure(std::move(read).error());
    const Settings settings = read ? *read : Settings();
    const bool toPrograms = command.isService() && !terminal.errIsTerminal();
    if (toPrograms)
        terminal.setQuiet(true);
    startLogging(settings, options, toPrograms);
    CommandContext context(terminal, backend);
    context.settings = settings;
    if (!read)
        context.settingsProblem = read.error();
    context.storePlace = storePlace(options, settings);
    context.settings.processDefaults = defaultsFor(settings, isServer(context.storePlace));
    auto listener = listenerOf(command.asksListener(), options, settings);
    if (!listener && !command.mendsSettings())
        return failure(std::move(listener).error());
    if (listener)
        context.listener = *std::move(listener);
    else if (!context.settingsProblem)
        context.settingsProblem = listener.error();
    context.json = options.json;
    return command.run(context);
}

// For completion: what the words or the settings lead to. A store is not made by it.
Result<void> listForCompletion(const CommonOptions &options, bool asksListener, const ProcessFilter &filter,
                               const Backend &backend, const ProcessDesk::TakePage &take)
{
    GEMMARY_ASSIGN(settings, readSettings(options));
    GEMMARY_ASSIGN(listener, listenerOf(asksListener, options, settings));
    if (listener) {
        ListenerDesk desk(*listener);
        desk.client().setPatience(CompletionPatience);
        return desk.list(filter, take);
    }
    const QString place = storePlace(options, settings);
    if (!isServer(place) && !QFileInfo::exists(place))
        return {};
    GEMMARY_ASSIGN(engine, backend.openEngine(settings, place));
    return EngineDesk(*engine).list(filter, take);
}

// The options among the words that say who is asked.
CommonOptions targetOf(const std::vector<std::string> &arguments)
{
    static constexpr std::pair<const char *, std::string CommonOptions::*> Values[] = {
        {"--store", &CommonOptions::store},
        {"--db", &CommonOptions::database},
        {"--api-url", &CommonOptions::apiUrl},
        {"--token-file", &CommonOptions::tokenFile}};
    CommonOptions options;
    for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
        for (const auto &[name, member] : Values) {
            if (arguments[i] == name)
                options.*member = arguments[i + 1];
        }
        options.local = options.local || arguments[i] == "--local";
    }
    return options;
}

std::vector<Candidate> processNames(const std::vector<std::string> &arguments, bool removed,
                                    const Commands &commands, const Backend &backend)
{
    const bool asksListener = std::ranges::any_of(commands, [&](const auto &command) {
        return command->asksListener() && std::ranges::find(arguments, command->name()) != arguments.end();
    });
    ProcessFilter filter;
    filter.limit = CompletedProcesses;
    filter.removed = removed;
    std::vector<Candidate> names;
    const auto take = [&names](const std::vector<ProcessSnapshot> &page) {
        if (!page.empty())
            names.push_back({QStringLiteral("@last"), page.front().name});
        for (const ProcessSnapshot &process : page)
            names.push_back({process.id.toString().left(8), process.name});
        return false;
    };
    // Who cannot be asked has no names.
    static_cast<void>(listForCompletion(targetOf(arguments), asksListener, filter, backend, take));
    return names;
}

int usageError(Terminal &terminal, const CLI::App &app, const CLI::ParseError &error,
               const std::vector<std::string> &arguments)
{
    terminal.error(Tr::tr("%1.").arg(printable(QString::fromUtf8(error.what()))));
    if (const auto suggestion = suggestionFor(app, arguments); !suggestion.isEmpty())
        terminal.error(Tr::tr("Did you mean \"%1\"?").arg(suggestion));
    const CLI::App *command = app.get_subcommands().empty() ? &app : app.get_subcommands().front();
    const QString name =
        command == &app ? QString() : QString::fromStdString(command->get_name()) + QLatin1Char(' ');
    terminal.error(Tr::tr("See: gemmary-cli %1--help").arg(name));
    return ExitUsage;
}

Commands allCommands()
{
    Commands commands;
    addStartCommands(commands);
    addListCommands(commands);
    addActCommands(commands);
    addWorkerCommand(commands);
    addServeCommand(commands);
    addTokenCommand(commands);
    addMachinesCommand(commands);
    addModelsCommand(commands);
    addKeyCommand(commands);
    addExportCommand(commands);
    addLogCommand(commands);
    addConfigCommand(commands);
    addDbCommand(commands);
    addDoctorCommand(commands);
    addCompletionCommand(commands);
    return commands;
}

int runChosen(const Commands &commands, const CLI::App &app, const CommonOptions &options, Terminal &terminal,
              const Backend &backend)
{
    for (const auto &command : commands) {
        if (!app.got_subcommand(command->name()))
            continue;
        const auto exitCode = runCommand(*command, options, terminal, backend);
        if (exitCode)
            return *exitCode;
        terminal.progress({});
        terminal.error(exitCode.error().message);
        if (options.verbose && !exitCode.error().detail.isEmpty())
            terminal.error(exitCode.error().detail);
        return exitCodeOf(exitCode.error().kind);
    }
    return ExitUsage;
}

} // namespace

int runCommandLine(const std::vector<std::string> &arguments, Terminal &terminal, const Backend &backend)
{
    const Commands commands = allCommands();
    CLI::App app(introductionText().toStdString(), "gemmary-cli");
    CommonOptions options;
    std::string topic;
    app.footer(footerText().toStdString());
    app.set_version_flag("--version", "gemmary-cli " GEMMARY_VERSION);
    app.require_subcommand(1);
    for (const auto &command : commands) {
        CLI::App *verb = app.add_subcommand(command->name(), command->summary().toStdString());
        command->describe(*verb);
        describeCommon(*verb, options);
        if (command->asksListener())
            describeListener(*verb, options);
        simplifyHelp(*verb);
    }
    CLI::App *help = app.add_subcommand(
        "help", Tr::tr("Explain a command or a topic: exit-codes, environment").toStdString());
    help->add_option("TOPIC", topic);

    const auto processes = [&](bool removed) { return processNames(arguments, removed, commands, backend); };
    if (const auto exitCode = runHidden(arguments, app, terminal, processes))
        return *exitCode;

    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(reversed);
    } catch (const CLI::CallForHelp &) {
        const bool isGeneral = app.get_subcommands().empty();
        terminal.text(QString::fromStdString(
            isGeneral ? app.help() : app.get_subcommands().front()->help(app.get_name())));
        return ExitOk;
    } catch (const CLI::CallForVersion &version) {
        terminal.print(QString::fromUtf8(version.what()));
        return ExitOk;
    } catch (const CLI::ParseError &error) {
        return usageError(terminal, app, error, arguments);
    }
    applyTerminal(terminal, options);
    if (help->parsed())
        return printHelp(terminal, app, topic);
    return runChosen(commands, app, options, terminal, backend);
}

} // namespace Gemmary
