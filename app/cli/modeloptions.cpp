// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/modeloptions.h"

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

bool isThisComputer(const QString &host)
{
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

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
    settings.modelServerUrl = address.toString();
    return {};
}

QString whereTextsGo(const QString &summarizer, const Settings &settings)
{
    const QUrl address(settings.modelServerUrl);
    const bool atGoogle = summarizer == QLatin1StringView("gemini");
    if (atGoogle && settings.modelServerUrl.isEmpty()) {
        return Tr::tr(
            "The documents' texts are sent to Google. With a free key Google may use them to improve "
            "its products and people may read them: send nothing confidential.");
    }
    const bool byModel =
        atGoogle || summarizer == QLatin1StringView("ollama") || summarizer == QLatin1StringView("openai");
    if (!byModel || settings.modelServerUrl.isEmpty() || isThisComputer(address.host()))
        return {};
    return address.scheme() == QLatin1StringView("https")
               ? Tr::tr("The documents' texts are sent to %1.").arg(address.host())
               : Tr::tr("The documents' texts are sent to %1, and everybody on the way can read them.")
                     .arg(address.host());
}

} // namespace Gemmary
