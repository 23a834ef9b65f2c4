// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summarizers/recipient.h"

#include <QToolButton>

#include <optional>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace Gemmary {

// Shows what makes the summaries of new processes and lets one choose another: a menu of the summarisers with
// their models. It looks for model servers when it opens, not before.
class SummarizerChooser : public QToolButton
{
    Q_OBJECT

public:
    explicit SummarizerChooser(SummarizerSource &source, QWidget *parent = nullptr);

    void showChoice(); // the source's

Q_SIGNALS:
    void chosen(const Gemmary::SummarizerChoice &choice);
    void preferencesRequested();

private:
    using Models = std::optional<Result<std::vector<ModelOffer>>>; // nullopt: not answered yet

    void look();
    void fill();
    void addChoice(const SummarizerChoice &choice, const QString &facts = {});
    void addServers();
    void addServer(const ServerOffer &server);
    void addGoogle();
    void addNote(const QString &text);

    SummarizerSource &m_source;
    QMenu *m_menu;
    std::optional<std::vector<ServerOffer>> m_servers; // nullopt: not answered yet
    Models m_google;
    int m_look = 0; // the last one; answers of earlier ones come too late
};

} // namespace Gemmary
