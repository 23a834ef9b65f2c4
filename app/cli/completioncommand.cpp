// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/exitcodes.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(CompletionCommand)
};

class CompletionCommand : public Command
{
public:
    const char *name() const override { return "completion"; }
    QString summary() const override { return Tr::tr("Print a script that completes commands in a shell"); }
    bool mendsSettings() const override { return true; }

    void describe(CLI::App &app) override
    {
        app.add_option("SHELL", m_shell,
                       Tr::tr("Such as: source <(gemmary-cli completion bash); for fish: gemmary-cli "
                              "completion fish | source")
                           .toStdString())
            ->required()
            ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    }

    Result<int> run(CommandContext &context) override
    {
        context.terminal.text(completionScript(QString::fromStdString(m_shell)));
        return ExitOk;
    }

private:
    std::string m_shell;
};

} // namespace

void addCompletionCommand(Commands &commands)
{
    commands.push_back(std::make_unique<CompletionCommand>());
}

} // namespace Gemmary
