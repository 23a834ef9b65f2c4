// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/automationdesk.h"

#include "desktop/listenerhost.h"
#include "desktop/preferencesfile.h"
#include "settings/settingstable.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QSysInfo>
#include <QUrl>
#include <QtConcurrentRun>

namespace Gemmary {

namespace {

const char *const Keys[] = {"GEMMARY_LISTEN",       "GEMMARY_LISTEN_HOST",     "GEMMARY_LISTEN_PORT",
                            "GEMMARY_LISTEN_NAMES", "GEMMARY_TLS_CERTIFICATE", "GEMMARY_TLS_KEY"};

bool isLoopback(const QString &host)
{
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

// What the listener is started with; a change of anything else does not concern it.
QString textOf(const Settings &settings)
{
    Settings ours;
    ours.serve = settings.serve;
    ours.processDefaults = settings.processDefaults;
    QString text;
    for (const SettingRow &row : settingRows())
        text += settingText(ours, row) + QLatin1Char('\n');
    return text;
}

// Why other computers cannot be let in yet, in the window's words; the listener itself would refuse, too.
Result<void> checkOpening(const Settings &settings, const ServingAccess &access)
{
    if (isLoopback(settings.serve.host))
        return {};
    GEMMARY_ASSIGN(tokens, access.listTokens(settings));
    if (tokens.empty()) {
        return failure(ErrorKind::InvalidInput,
                       AutomationDesk::tr("Other computers are let in with a token only. Make one below."));
    }
    if (settings.serve.tlsCertificate.isEmpty() || settings.serve.tlsKey.isEmpty()) {
        return failure(ErrorKind::InvalidInput,
                       AutomationDesk::tr("Other computers are let in over TLS only. Name a certificate "
                                          "and its key below."));
    }
    return {};
}

// As clients call it: an address that stands for all of them is none to go to.
QString urlForClients(const QString &listening, const ServeSettings &serve)
{
    QUrl url(listening);
    if (!serve.allowedHosts.isEmpty())
        url.setHost(serve.allowedHosts.front());
    else if (QHostAddress address(url.host());
             address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6))
        url.setHost(QSysInfo::machineHostName());
    return url.toString();
}

} // namespace

AutomationDesk::AutomationDesk(PreferencesFile &preferences, ServingAccess access, QObject *parent)
    : AutomationSource(parent)
    , m_preferences(preferences)
    , m_access(std::move(access))
    , m_host(new ListenerHost([ways = m_access](const Settings &settings) {
        return checkOpening(settings, ways).and_then([&] { return ways.start(settings); });
    }))
{
    m_thread.setObjectName(QStringLiteral("automation"));
    m_host->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    connect(m_host, &ListenerHost::opened, this, &AutomationDesk::onOpened);
    connect(m_host, &ListenerHost::failed, this, &AutomationDesk::onFailed);
    connect(m_host, &ListenerHost::closed, this, &AutomationDesk::onClosed);
    connect(&m_preferences, &PreferencesSource::changed, this, &AutomationDesk::applySettings);
    m_thread.start();
}

AutomationDesk::~AutomationDesk()
{
    m_thread.quit();
    m_thread.wait();
}

void AutomationDesk::start()
{
    m_isStarted = true;
    applySettings();
}

void AutomationDesk::close()
{
    m_isStarted = false;
    if (m_isOpen)
        QMetaObject::invokeMethod(m_host, [host = m_host] { host->use(std::nullopt); });
}

void AutomationDesk::applySettings()
{
    if (!m_isStarted)
        return;
    const Settings &settings = m_preferences.settings();
    const QString wanted = settings.ui.listen ? textOf(settings) : QString();
    if (std::exchange(m_used, wanted) != wanted) {
        if (settings.ui.listen)
            use(settings);
        else
            QMetaObject::invokeMethod(m_host, [host = m_host] { host->use(std::nullopt); });
    }
    Q_EMIT changed();
}

void AutomationDesk::use(const Settings &settings)
{
    m_isOpen = true;
    m_state = {ListenerState::Kind::Starting, {}, {}};
    QMetaObject::invokeMethod(m_host, [host = m_host, settings] { host->use(settings); });
}

void AutomationDesk::tryAgain()
{
    m_used.clear();
    applySettings();
}

void AutomationDesk::onOpened(const QString &url)
{
    m_hadTokens = false;
    show({ListenerState::Kind::Listening, urlForClients(url, m_preferences.settings().serve), {}});
    std::ignore = tokens(); // notes whether one is needed
}

void AutomationDesk::onFailed(const Error &error)
{
    m_isOpen = false;
    show({ListenerState::Kind::Failed, {}, error.message});
}

void AutomationDesk::onClosed()
{
    m_isOpen = false;
    show({});
}

void AutomationDesk::show(const ListenerState &state)
{
    m_state = state;
    Q_EMIT changed();
}

ListenerChoice AutomationDesk::choice() const
{
    const Settings &settings = m_preferences.settings();
    const ServeSettings &serve = settings.serve;
    return {settings.ui.listen,   serve.host,   serve.port,
            serve.tlsCertificate, serve.tlsKey, serve.allowedHosts};
}

Result<void> AutomationDesk::choose(const ListenerChoice &choice)
{
    ServeSettings serve = m_preferences.settings().serve;
    serve.host = choice.host;
    serve.port = choice.port;
    serve.tlsCertificate = choice.certificate;
    serve.tlsKey = choice.key;
    serve.allowedHosts = choice.names;
    return m_preferences.chooseListener(choice.isOn, serve);
}

QString AutomationDesk::setBy() const
{
    for (const char *key : Keys) {
        if (QString winner = m_preferences.setBy(QString::fromLatin1(key)); !winner.isEmpty())
            return winner;
    }
    return {};
}

bool AutomationDesk::isHere(const QString &host) const
{
    return isLoopback(host);
}

std::vector<ListenAddress> AutomationDesk::addresses() const
{
    std::vector<ListenAddress> addresses{{QStringLiteral("127.0.0.1"), {}, true},
                                         {QStringLiteral("0.0.0.0"), {}, false}};
    for (const QNetworkInterface &network : QNetworkInterface::allInterfaces()) {
        for (const QNetworkAddressEntry &entry : network.addressEntries()) {
            const QHostAddress address = entry.ip();
            if (!address.isLoopback() && !address.isLinkLocal())
                addresses.push_back({address.toString(), network.humanReadableName(), false});
        }
    }
    return addresses;
}

bool AutomationDesk::needsToken() const
{
    return m_hadTokens || !isLoopback(m_preferences.settings().serve.host);
}

QFuture<Result<std::vector<KnownToken>>> AutomationDesk::tokens()
{
    return QtConcurrent::run(m_access.listTokens, m_preferences.settings())
        .then(this, [this](const Result<std::vector<TokenFacts>> &listed) -> Result<std::vector<KnownToken>> {
            noteTokens(!listed || !listed->empty()); // the listener takes none that it cannot read for some
            GEMMARY_ASSIGN(facts, Result<std::vector<TokenFacts>>(listed));
            std::vector<KnownToken> known;
            known.reserve(facts.size());
            for (const TokenFacts &token : facts)
                known.push_back({token.name, token.createdAt, m_access.uses->last(token.name)});
            return known;
        });
}

void AutomationDesk::noteTokens(bool hasSome)
{
    if (hasSome && !std::exchange(m_hadTokens, true))
        Q_EMIT changed();
}

QFuture<Result<QString>> AutomationDesk::makeToken(const QString &name)
{
    return QtConcurrent::run(m_access.addToken, m_preferences.settings(), name)
        .then(this, [this](const Result<QString> &token) {
            if (token) {
                noteTokens(true);
                if (m_state.kind == ListenerState::Kind::Failed) // perhaps for want of one
                    tryAgain();
                else
                    Q_EMIT changed();
            }
            return token;
        });
}

QFuture<Result<void>> AutomationDesk::revokeToken(const QString &name)
{
    return QtConcurrent::run(m_access.revokeToken, m_preferences.settings(), name)
        .then(this, [this](const Result<void> &revoked) {
            Q_EMIT changed();
            return revoked;
        });
}

} // namespace Gemmary
