// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarizers/recipient.h"

#include "widgets/format.h"

#include <QHostAddress>
#include <QUrl>

namespace Gemmary {

namespace {

bool isThisComputer(const QString &host)
{
    return host.isEmpty() || host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

Recipient recipientOf(const SummarizerChoice &choice, bool runsInCloud)
{
    if (!isByModel(choice.summarizer))
        return {};
    if (choice.summarizer == QLatin1StringView("gemini"))
        return {Recipient::Kind::Google, QStringLiteral("google"), QStringLiteral("Google"), false};
    const QUrl address(choice.address);
    if (!isThisComputer(address.host()))
        return {Recipient::Kind::Server, address.host(), isolated(address.host()),
                address.scheme() != QLatin1StringView("https")};
    if (choice.summarizer == QLatin1StringView("ollama") && runsInCloud)
        return {Recipient::Kind::OllamaCloud, QStringLiteral("ollama.com"), QStringLiteral("ollama.com"),
                false};
    return {};
}

bool isByModel(const QString &summarizer)
{
    return summarizer == QLatin1StringView("gemini") || summarizer == QLatin1StringView("ollama") ||
           summarizer == QLatin1StringView("openai");
}

} // namespace Gemmary
