// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/summaryoptions.h"

#include "cli/modeloptions.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QRegularExpression>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SummaryOptions)
};

void put(const std::string &option, QString &setting)
{
    if (!option.empty())
        setting = QString::fromStdString(option);
}

Result<void> checkSummarizer(const ProcessSettings &process, const CommandContext &context)
{
    const QString &summarizer = process.summarizer;
    static const QStringList known{QStringLiteral("extractive"), QStringLiteral("gemini"),
                                   QStringLiteral("ollama"), QStringLiteral("openai"),
                                   QStringLiteral("none")};
    if (!known.contains(summarizer)) {
        return failure(
            ErrorKind::InvalidInput,
            Tr::tr("There is no summariser \"%1\". Choose extractive, gemini, ollama, openai or none.")
                .arg(printable(summarizer)));
    }
    if (isByModel(summarizer) && process.model.isEmpty()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("Name a model with --model. List those there are with: gemmary-cli models "
                              "--summarizer %1")
                           .arg(summarizer));
    }
    if (summarizer == QLatin1StringView("gemini") && context.settings.geminiKey.isEmpty() &&
        !isServer(context.storePlace) && !context.listener) { // there, workers may have one
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("Google's models need a key: make one at aistudio.google.com/apikey and "
                              "keep it with gemmary-cli key set, or in GEMINI_API_KEY."));
    }
    return {};
}

} // namespace

Result<void> checkLanguage(const QString &code)
{
    static const QRegularExpression pattern(QStringLiteral("^([a-z]{2,3})?$"));
    if (pattern.match(code).hasMatch())
        return {};
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("\"%1\" is no language code. Give one such as en or es.").arg(printable(code)));
}

void addTokenBudget(CLI::App &app, std::optional<int> &budget)
{
    app.add_option("--token-budget", budget,
                   Tr::tr("Of models: make no more requests once so many tokens were taken; 0 for no budget")
                       .toStdString())
        ->check(CLI::Range(0, 2'000'000'000));
}

void SummaryOptions::describe(CLI::App &app)
{
    const auto say = [](const char *sentence) { return Tr::tr(sentence).toStdString(); };
    app.add_option("--summarizer", m_summarizer,
                   say(QT_TR_NOOP("extractive (key sentences, no AI), gemini, ollama, openai or none")));
    app.add_option("--model", m_model,
                   say(QT_TR_NOOP("The model of gemini, ollama or openai; see gemmary-cli models")));
    addBaseUrl(app, m_baseUrl);
    m_key.describe(app);
    app.add_option("--summary-length", m_length, say(QT_TR_NOOP("Of models: short, normal or detailed")))
        ->check(CLI::IsMember({"short", "normal", "detailed"}));
    app.add_option("--summary-style", m_style, say(QT_TR_NOOP("Of models: paragraph or bullets")))
        ->check(CLI::IsMember({"paragraph", "bullets"}));
    app.add_option(
        "--summary-language", m_language,
        say(QT_TR_NOOP("Of models: the language to write in (en, es …); each document's otherwise")));
    app.add_option("--prompt", m_prompt,
                   say(QT_TR_NOOP("What a model shall do with each document, instead of summarising it")))
        ->type_name("TEXT");
    addTokenBudget(app, m_tokenBudget);
}

// Models are asked where the work is done, with that place's keys and addresses.
Result<void> SummaryOptions::checkForListener() const
{
    if (m_baseUrl.empty() && !m_key.isGiven() && !m_tokenBudget)
        return {};
    return failure(
        ErrorKind::InvalidInput,
        Tr::tr("--base-url, --key-file and --token-budget are for work that is done here; a listener has "
               "its own."));
}

QSet<QString> SummaryOptions::given() const
{
    const std::pair<const std::string &, const char *> options[] = {
        {m_summarizer, "summarizer"},     {m_model, "model"},
        {m_length, "summary_length"},     {m_style, "summary_style"},
        {m_language, "summary_language"}, {m_prompt, "own_prompt"}};
    QSet<QString> keys;
    for (const auto &[option, key] : options) {
        if (!option.empty())
            keys.insert(QLatin1StringView(key));
    }
    return keys;
}

Result<void> SummaryOptions::apply(ProcessSettings &process, CommandContext &context) const
{
    GEMMARY_TRY(applyBaseUrl(m_baseUrl, context.settings));
    put(m_summarizer, process.summarizer);
    put(m_model, process.model);
    put(m_length, process.summaryLength);
    put(m_style, process.summaryStyle);
    put(m_language, process.summaryLanguage);
    put(m_prompt, process.ownPrompt);
    if (isByModel(process.summarizer) && !context.listener)
        GEMMARY_TRY(m_key.apply(context, keyOf(process.summarizer)));
    process.tokenBudget = m_tokenBudget.value_or(process.tokenBudget);
    GEMMARY_TRY(checkSummarizer(process, context));
    GEMMARY_TRY(checkLanguage(process.summaryLanguage));
    if (context.listener)
        return checkForListener();
    if (const QString place = whereTextsGo(process.summarizer, context.settings); !place.isEmpty())
        context.terminal.note(place);
    return {};
}

} // namespace Gemmary
