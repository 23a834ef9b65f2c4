// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "wire/timejson.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

class TokenCommand : public Command
{
public:
    const char *name() const override { return "token"; }
    QString summary() const override { return Tr::tr("Say who may use the REST listener"); }

    void describe(CLI::App &app) override
    {
        app.add_option("ACTION", m_action,
                       Tr::tr("add NAME: make a token and show it, once; list: their names; revoke NAME: let "
                              "nobody in with it any more")
                           .toStdString())
            ->required()
            ->check(CLI::IsMember({"add", "list", "revoke"}));
        app.add_option("NAME", m_name, Tr::tr("Who or what will use it, such as laptop or ci").toStdString());
    }

    Result<int> run(CommandContext &context) override
    {
        if ((m_action == "list") != m_name.empty()) {
            return failure(
                ErrorKind::InvalidInput,
                m_name.empty()
                    ? Tr::tr("Say which one: gemmary-cli token %1 NAME").arg(QString::fromStdString(m_action))
                    : Tr::tr("token list takes no name."));
        }
        const QString name = QString::fromStdString(m_name);
        if (m_action == "add")
            return add(context, name);
        if (m_action == "list")
            return list(context);
        GEMMARY_TRY(context.backend.revokeToken(context.settings, name));
        context.terminal.note(Tr::tr("Nobody is let in with the token %1 any more.").arg(printable(name)));
        return ExitOk;
    }

private:
    static Result<int> add(const CommandContext &context, const QString &name)
    {
        GEMMARY_ASSIGN(token, context.backend.addToken(context.settings, name));
        if (context.json)
            printJson(context, QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("token"), token}});
        else
            context.terminal.print(token);
        context.terminal.note(Tr::tr("Keep it now: it is not shown again. Clients take it from API_TOKEN, or "
                                     "send Authorization: Bearer TOKEN."));
        return ExitOk;
    }

    static Result<int> list(const CommandContext &context)
    {
        GEMMARY_ASSIGN(tokens, context.backend.listTokens(context.settings));
        QJsonArray array;
        for (const TokenFacts &token : tokens) {
            const QJsonValue made = timeJson(token.createdAt);
            if (context.json)
                array.append(
                    QJsonObject{{QStringLiteral("name"), token.name}, {QStringLiteral("created_at"), made}});
            else
                context.terminal.print(printable(token.name) + QLatin1Char('\t') + made.toString());
        }
        if (context.json)
            printJson(context, array);
        else if (tokens.empty())
            context.terminal.note(Tr::tr("There is none: on this computer none is needed."));
        return ExitOk;
    }

    template <typename Json>
    static void printJson(const CommandContext &context, const Json &json)
    {
        context.terminal.text(QString::fromUtf8(QJsonDocument(json).toJson()));
    }

    std::string m_action;
    std::string m_name;
};

} // namespace

void addTokenCommand(Commands &commands)
{
    commands.push_back(std::make_unique<TokenCommand>());
}

} // namespace Gemmary
