// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/servingaccess.h"
#include "preferences/automationsource.h"

#include <QThread>

namespace Gemmary {

class ListenerHost;
class PreferencesFile;

// The REST listener in the window's program: as the settings say, at once when they change, off the GUI
// thread. GUI thread itself.
class AutomationDesk : public AutomationSource
{
    Q_OBJECT

public:
    AutomationDesk(PreferencesFile &preferences, ServingAccess access, QObject *parent = nullptr);
    ~AutomationDesk() override; // drops what is open, and waits for it

    void start(); // listens if the settings say so

    // Lets nobody in any more; isOpen() ends within seconds, with changed(). For good.
    void close();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    [[nodiscard]] ListenerChoice choice() const override;
    [[nodiscard]] Result<void> choose(const ListenerChoice &choice) override;
    [[nodiscard]] QString setBy() const override;
    [[nodiscard]] ListenerState state() const override { return m_state; }
    void tryAgain() override;
    [[nodiscard]] bool isHere(const QString &host) const override;
    [[nodiscard]] std::vector<ListenAddress> addresses() const override;
    [[nodiscard]] bool needsToken() const override;
    [[nodiscard]] QFuture<Result<std::vector<KnownToken>>> tokens() override;
    QFuture<Result<QString>> makeToken(const QString &name) override;
    QFuture<Result<void>> revokeToken(const QString &name) override;

private:
    void applySettings();
    void use(const Settings &settings);
    void onOpened(const QString &url);
    void onFailed(const Error &error);
    void onClosed();
    void show(const ListenerState &state);
    void noteTokens(bool hasSome);

    PreferencesFile &m_preferences;
    ServingAccess m_access;
    QThread m_thread;
    ListenerHost *m_host; // in m_thread
    ListenerState m_state;
    QString m_used; // the settings that it listens with, as a text
    bool m_isStarted = false;
    bool m_isOpen = false;
    bool m_hadTokens = false; // since it listens: from then on every program needs one
};

} // namespace Gemmary
