// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/automationsource.h"
#include "preferences/cardrow.h"

#include <QTimer>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Gemmary {

// Who is let in: the tokens by name, a new one, and taking one back.
class TokensRow : public CardRow
{
    Q_OBJECT

public:
    TokensRow(AutomationSource &source, QWidget *parent);

Q_SIGNALS:
    void failed(const Gemmary::Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void ask();
    void showTokens(const std::vector<KnownToken> &tokens);
    void showRule();
    [[nodiscard]] QWidget *makeButtonLine();
    [[nodiscard]] QWidget *makeLine(const KnownToken &token);
    void makeToken();
    void askBeforeRevoking(const QString &name);
    void revoke(const QString &name);

    AutomationSource &m_source;
    QLabel *m_rule;
    QLabel *m_trouble;
    QWidget *m_list;
    QVBoxLayout *m_lines;
    std::optional<std::vector<KnownToken>> m_shown;
    QTimer m_look; // other programs use tokens, make and revoke them
};

} // namespace Gemmary
