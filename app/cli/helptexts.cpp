// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/helptexts.h"

#include "cli/exitcodes.h"
#include "settings/settingstable.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

// The settings that have something to say to the command line, in the table's order.
QString settingsText()
{
    const QStringList ofTheWindow{
        QStringLiteral("GEMMARY_START_AT_ONCE"), QStringLiteral("GEMMARY_TRAY"),
        QStringLiteral("GEMMARY_NOTIFICATIONS"), QStringLiteral("GEMMARY_KEEP_AWAKE"),
        QStringLiteral("GEMMARY_APPEARANCE"),    QStringLiteral("GEMMARY_LANGUAGE")};
    QString text;
    for (const SettingRow &row : settingRows()) {
        const QString key = QString::fromLatin1(row.key);
        if (!row.isPreference || ofTheWindow.contains(key))
            continue;
        const QString normal = settingText(Settings(), row);
        text += QStringLiteral("  %1 %2").arg(key, -26).arg(expectedText(row));
        text += normal.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(normal);
        text += QLatin1Char('\n');
    }
    return text;
}

QString listenerText()
{
    return Tr::tr("\n"
                  "  GEMMARY_LISTEN             true: the window answers REST requests, too (false)\n"
                  "  GEMMARY_LISTEN_HOST        the address that serve and the window listen on (127.0.0.1)\n"
                  "  GEMMARY_LISTEN_PORT        the port (8787)\n"
                  "  GEMMARY_LISTEN_NAMES       what clients call this computer, separated by semicolons\n"
                  "  GEMMARY_TLS_CERTIFICATE    PEM files for TLS, which others than this computer need;\n"
                  "                             GEMMARY_TLS_KEY: its key\n");
}

} // namespace

QString exitCodesText()
{
    return Tr::tr("  0  done\n"
                  "  1  error\n"
                  "  2  wrong usage, or a path that is not there\n"
                  "  3  finished, but some documents could not be read (1 with --strict)\n"
                  "  4  no such process\n"
                  "  5  not allowed in the process's state\n"
                  "  6  refused\n"
                  "  7  not reachable\n"
                  "  8  the store cannot be used\n"
                  "  9  the summariser cannot be used\n"
                  "124  out of time (--timeout)\n"
                  "130  ended by Ctrl+C; 143 by a termination signal\n");
}

QString environmentText()
{
    return Tr::tr(
               "Read from flags, then the environment, then ./.env, then ~/.config/gemmary/gemmary.conf, "
               "then\n"
               "/etc/gemmary/gemmary.conf; the first one found wins. Files hold KEY=VALUE lines.\n"
               "\n"
               "  GEMMARY_HOME               where everything is kept, gemmary.log too "
               "(~/.local/share/gemmary)\n"
               "  DATABASE_URL               a database that many machines share: "
               "postgresql://USER@HOST:26257/NAME;\n"
               "                             with TLS (verify-full) beyond this computer; libpq's "
               "parameters apply\n"
               "  DATABASE_PASSWORD_FILE     a file that holds its password\n"
               "  API_URL                    a listener (gemmary-cli serve) that the verbs ask instead of a "
               "store, such as\n"
               "                             http://127.0.0.1:8787; API_TOKEN: what it wants to be shown\n"
               "  GEMMARY_MACHINE            this computer's name for the others, and whose files it "
               "plans (host name)\n"
               "  GEMMARY_CONTENT            path: files are read where they are; stored: kept in the "
               "store,\n"
               "                             so that any machine can work on them (stored on a shared "
               "database)\n"
               "  GEMMARY_LARGEST_STORED     larger documents are not kept but skipped (64M)\n"
               "  GEMMARY_PATH_MAP           where folders that machines share are here, such as\n"
               "                             /mnt/share=/srv/docs;/a=/b (in the store = here)\n"
               "  GEMINI_API_KEY             the key for Google's models; safer in the keyring: "
               "gemmary-cli key set\n"
               "  GEMINI_REQUESTS_PER_MINUTE how often it may be asked (10); GEMINI_TOKENS_PER_MINUTE "
               "(15000),\n"
               "                             GEMINI_REQUESTS_PER_DAY (1000); 0: as often as one likes\n"
               "  GEMMARY_BASE_URL           where an Ollama or another model server is, when not at its "
               "usual\n"
               "                             place on this computer; GEMMARY_BASE_URL_KEY: its key, if it "
               "has "
               "one\n"
               "  GEMMARY_MODEL              the model, such as gemma-4-31b-it or gemma3:4b\n"
               "  GEMMARY_TOKEN_BUDGET       tokens that models may take for one process; 0: no budget\n"
               "  GEMMARY_PROFILE            prod ignores the test hooks below\n"
               "  NO_COLOR                   no colours; FORCE_COLOR: colours even where there is no "
               "terminal\n"
               "\n"
               "For what no option says, and for the window:\n"
               "\n") +
           settingsText() + listenerText() +
           Tr::tr("\n"
                  "  TEST_WORKER_DELAY_SECONDS  waits after each document\n"
                  "  TEST_WORKER_FORCE_FAILURE  true: each batch fails after its first document\n"
                  "  TEST_WORKER_CRASH_ON       words; a text that holds them ends its reader\n");
}

QString introductionText()
{
    return Tr::tr(
        "Counts, analyses and summarises documents, and keeps every result.\n"
        "\n"
        "Examples:\n"
        "  gemmary-cli run ~/Documents/letters        analyse a folder and print the results\n"
        "  gemmary-cli run report.txt --json          results for programs\n"
        "  curl -s https://example.org/a.txt | gemmary-cli run -\n"
        "  gemmary-cli start ~/archive                queue it; any number of workers share the work:\n"
        "  gemmary-cli worker\n");
}

QString footerText()
{
    return Tr::tr(
        "Files are only read; nothing leaves this computer unless DATABASE_URL names a shared database,\n"
        "API_URL a listener, or --summarizer a model that is elsewhere.\n"
        "gemmary-cli COMMAND --help explains a command; gemmary-cli help exit-codes and help environment\n"
        "explain the rest.");
}

int printHelp(const Terminal &terminal, CLI::App &app, const std::string &topic)
{
    if (topic.empty()) {
        terminal.text(QString::fromStdString(app.help()));
        return ExitOk;
    }
    if (topic == "exit-codes" || topic == "environment") {
        terminal.text(topic == "exit-codes" ? exitCodesText() : environmentText());
        return ExitOk;
    }
    for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; })) {
        if (command->get_name() == topic) {
            terminal.text(QString::fromStdString(command->help(app.get_name())));
            return ExitOk;
        }
    }
    terminal.error(Tr::tr("There is no help on \"%1\". See: gemmary-cli --help")
                       .arg(printable(QString::fromStdString(topic))));
    return ExitUsage;
}

} // namespace Gemmary
