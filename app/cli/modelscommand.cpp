// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/counttext.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/exitcodes.h"
#include "cli/keyoption.h"
#include "cli/modeloptions.h"

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

class ModelsCommand : public Command
{
public:
    const char *name() const override { return "models"; }
    QString summary() const override { return Tr::tr("List the models that can write summaries"); }

    void describe(CLI::App &app) override
    {
        app.add_option("--summarizer", m_summarizer,
                       Tr::tr("Whose: gemini (Google), ollama, or openai (llama-server, LM Studio, vLLM)")
                           .toStdString())
            ->required()
            ->check(CLI::IsMember({"gemini", "ollama", "openai"}));
        addBaseUrl(app, m_baseUrl);
        m_key.describe(app);
    }

    Result<int> run(CommandContext &context) override
    {
        GEMMARY_TRY(applyBaseUrl(m_baseUrl, context.settings));
        const QString summarizer = QString::fromStdString(m_summarizer);
        GEMMARY_TRY(m_key.apply(context, keyOf(summarizer)));
        GEMMARY_ASSIGN(models, context.backend.listModels(context.settings, summarizer));
        if (context.json)
            printJson(context.terminal, models);
        else
            print(context.terminal, models);
        return ExitOk;
    }

private:
    static void printJson(const Terminal &terminal, const std::vector<ModelOffer> &models)
    {
        QJsonArray array;
        for (const ModelOffer &model : models) {
            array.append(QJsonObject{{QStringLiteral("name"), model.name},
                                     {QStringLiteral("label"), model.label},
                                     {QStringLiteral("context_tokens"), model.contextTokens},
                                     {QStringLiteral("gemma"), model.isGemma},
                                     {QStringLiteral("cloud"), model.runsInCloud}});
        }
        terminal.text(QString::fromUtf8(QJsonDocument(array).toJson()));
    }

    static void print(const Terminal &terminal, const std::vector<ModelOffer> &models)
    {
        if (models.empty())
            terminal.note(Tr::tr("It has no model for text."));
        for (const ModelOffer &model : models) {
            QStringList facts;
            if (model.contextTokens > 0)
                facts.append(Tr::tr("%1 tokens").arg(countText(model.contextTokens)));
            if (model.runsInCloud)
                facts.append(Tr::tr("runs in the cloud: texts leave this computer"));
            terminal.print(QStringLiteral("%1  %2")
                               .arg(printable(model.name), facts.join(QStringLiteral(" · ")))
                               .trimmed());
        }
    }

    std::string m_summarizer;
    std::string m_baseUrl;
    KeyOption m_key;
};

} // namespace

void addModelsCommand(Commands &commands)
{
    commands.push_back(std::make_unique<ModelsCommand>());
}

} // namespace Gemmary
