// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

constexpr std::chrono::milliseconds ClockTolerance(60'000); // more is worth a word: times are shown to people

QJsonObject factsJson(const StoreFacts &facts)
{
    return {{QStringLiteral("place"), facts.place},
            {QStringLiteral("product"), facts.product},
            {QStringLiteral("server"), facts.isServer},
            {QStringLiteral("encrypted"), facts.isEncrypted},
            {QStringLiteral("schema"), facts.schema},
            {QStringLiteral("newest_schema"), facts.newestSchema},
            {QStringLiteral("answer_ms"), static_cast<double>(facts.answerTime.count()) / 1000},
            {QStringLiteral("clock_ahead_ms"), static_cast<qint64>(facts.clockAhead.count())}};
}

void printFacts(const Terminal &terminal, const StoreFacts &facts)
{
    terminal.print(terminal.bold(printable(facts.place)));
    terminal.print(
        Tr::tr("  answers    in %1 ms").arg(static_cast<double>(facts.answerTime.count()) / 1000, 0, 'f', 1));
    terminal.print(Tr::tr("  product    %1").arg(printable(facts.product)));
    if (facts.isServer) {
        terminal.print(facts.isEncrypted ? Tr::tr("  link       encrypted")
                                         : terminal.yellow(Tr::tr("  link       not encrypted")));
    }
    if (facts.isCurrent())
        terminal.print(Tr::tr("  schema     %1, as this Gemmary needs; can be written").arg(facts.schema));
    const double seconds = static_cast<double>(facts.clockAhead.count()) / 1000;
    if (std::chrono::abs(facts.clockAhead) > ClockTolerance) {
        terminal.print(terminal.yellow(
            seconds > 0 ? Tr::tr("  clock      %1 s ahead of this computer's").arg(seconds, 0, 'f', 0)
                        : Tr::tr("  clock      %1 s behind this computer's").arg(-seconds, 0, 'f', 0)));
    }
}

class DbCommand : public Command
{
public:
    const char *name() const override { return "db"; }
    QString summary() const override { return Tr::tr("Check, bring up to date or back up the store"); }

    void describe(CLI::App &app) override
    {
        app.add_option(
               "ACTION", m_action,
               Tr::tr("check: what it is and what is wrong with it; migrate: bring its schema up to date; "
                      "backup FILE: copy it while it is in use")
                   .toStdString())
            ->required()
            ->check(CLI::IsMember({"check", "migrate", "backup"}));
        app.add_option("FILE", m_file, Tr::tr("Where the backup goes; must not be there").toStdString());
    }

    Result<int> run(CommandContext &context) override
    {
        if ((m_action == "backup") == m_file.empty()) {
            return failure(ErrorKind::InvalidInput,
                           m_file.empty() ? Tr::tr("Say where the backup goes: gemmary-cli db backup FILE")
                                          : Tr::tr("Only db backup takes a file."));
        }
        if (m_action == "backup")
            return backUp(context);
        if (m_action == "migrate")
            GEMMARY_TRY(context.engine()); // opening does it
        GEMMARY_ASSIGN(facts, context.backend.inspectStore(context.storePlace));
        if (context.json)
            context.terminal.text(QString::fromUtf8(QJsonDocument(factsJson(facts)).toJson()));
        else
            printFacts(context.terminal, facts);
        if (facts.isCurrent())
            return ExitOk;
        return failure(
            ErrorKind::Storage,
            Tr::tr("The schema is version %1 of %2. Bring it up to date with: gemmary-cli db migrate")
                .arg(facts.schema)
                .arg(facts.newestSchema));
    }

private:
    Result<int> backUp(const CommandContext &context) const
    {
        const QString target = QFileInfo(QString::fromStdString(m_file)).absoluteFilePath();
        GEMMARY_TRY(context.backend.backUpStore(context.storePlace, target));
        context.terminal.note(
            Tr::tr("Backed up to %1. Look into it with: --store %1").arg(printable(target)));
        return ExitOk;
    }

    std::string m_action;
    std::string m_file;
};

} // namespace

void addDbCommand(Commands &commands)
{
    commands.push_back(std::make_unique<DbCommand>());
}

} // namespace Gemmary
