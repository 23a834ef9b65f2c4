// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/modeloptions.h"

#include "base/counttext.h"
#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ModelOptions)
};

constexpr int MostNames = 400; // characters

bool isThisComputer(const QString &host)
{
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

// An estimate knows no more digits than these.
QString roundedText(qint64 count)
{
    constexpr qint64 Thousand = 1'000;
    constexpr qint64 Million = 1'000'000;
    if (count >= Million)
        return Tr::tr("%1 million").arg(static_cast<double>(count) / Million, 0, 'f', 1);
    return countText(count >= 10 * Thousand ? (count + Thousand / 2) / Thousand * Thousand : count);
}

QString durationText(qint64 minutes)
{
    constexpr qint64 Hour = 60;
    return minutes < Hour ? Tr::tr("%1 min").arg(minutes)
                          : Tr::tr("%1 h %2 min").arg(countText(minutes / Hour)).arg(minutes % Hour);
}

QStringList limitsOf(const RateLimits &limits)
{
    QStringList texts;
    if (limits.requestsPerMinute > 0)
        texts.append(Tr::tr("%1 requests a minute").arg(countText(limits.requestsPerMinute)));
    if (limits.tokensPerMinute > 0)
        texts.append(Tr::tr("%1 tokens a minute").arg(countText(limits.tokensPerMinute)));
    if (limits.requestsPerDay > 0)
        texts.append(Tr::tr("%1 requests a day").arg(countText(limits.requestsPerDay)));
    return texts;
}

} // namespace

bool isByModel(const QString &summarizer)
{
    return summarizer != QLatin1StringView("extractive") && summarizer != QLatin1StringView("none");
}

void addBaseUrl(CLI::App &app, std::string &url)
{
    app.add_option("--base-url", url,
                   Tr::tr("Where the model server is, such as http://127.0.0.1:11434").toStdString())
        ->type_name("URL");
}

Result<void> applyBaseUrl(const std::string &url, Settings &settings)
{
    if (url.empty())
        return {};
    const QUrl address(QString::fromStdString(url), QUrl::StrictMode);
    const bool speaksHttp =
        address.scheme() == QLatin1StringView("http") || address.scheme() == QLatin1StringView("https");
    if (!speaksHttp || address.host().isEmpty()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("\"%1\" is no address of a server. Give one such as http://127.0.0.1:11434.")
                           .arg(QString::fromStdString(url)));
    }
    settings.modelServerUrl = settings.geminiUrl = address.toString();
    return {};
}

Result<void> checkModel(const CommandContext &context, const ProcessSettings &process)
{
    if (!isByModel(process.summarizer))
        return {};
    GEMMARY_ASSIGN(models, context.backend.listModels(context.settings, process.summarizer));
    QStringList names;
    for (const ModelOffer &model : models)
        names.append(model.name);
    if (names.isEmpty() || names.contains(process.model))
        return {};
    return failure(ErrorKind::InvalidInput, Tr::tr("There is no model \"%1\" at %2. It has: %3.")
                                                .arg(process.model, process.summarizer,
                                                     elided(names.join(QStringLiteral(", ")), MostNames)));
}

QString estimateSentence(const WorkEstimate &estimate)
{
    if (estimate.requests == 0)
        return {};
    const QString work = Tr::tr("About %1 documents, %2 requests, %3 tokens to read")
                             .arg(countText(estimate.documents), countText(estimate.requests),
                                  roundedText(estimate.inputTokens));
    const qint64 minutes = estimate.duration().count();
    if (minutes == 0)
        return work + QLatin1Char('.');
    return Tr::tr("%1: %2 at %3.")
        .arg(work, durationText(minutes), limitsOf(estimate.limits).join(QStringLiteral(", ")));
}

QString whereTextsGo(const QString &summarizer, const Settings &settings)
{
    const bool atGoogle = summarizer == QLatin1StringView("gemini");
    const QUrl address(atGoogle ? settings.geminiUrl : settings.modelServerUrl);
    if (atGoogle && settings.geminiUrl.isEmpty()) {
        return Tr::tr(
            "The documents' texts are sent to Google. With a free key Google may use them to improve "
            "its products and people may read them: send nothing confidential.");
    }
    if (!isByModel(summarizer) || address.isEmpty() || isThisComputer(address.host()))
        return {};
    return address.scheme() == QLatin1StringView("https")
               ? Tr::tr("The documents' texts are sent to %1.").arg(address.host())
               : Tr::tr("The documents' texts are sent to %1, and everybody on the way can read them.")
                     .arg(address.host());
}

} // namespace Gemmary
