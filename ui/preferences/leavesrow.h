// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/informationrow.h"
#include "summarizers/summarizersource.h"

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace Gemmary {

// Who gets texts with the present choice, and what the user agreed to, which can be taken back.
class LeavesRow : public CardRow
{
    Q_OBJECT

public:
    LeavesRow(SummarizerSource &source, QWidget *parent);

private:
    void showSource();
    void takeBack();
    [[nodiscard]] QList<QPair<QString, QString>> agreed() const; // recipients: id, name

    SummarizerSource &m_source;
    QLabel *m_now;
    QLabel *m_agreed;
    QPushButton *m_takeBack;
};

// Which models the kept processes were summarised by, and how many documents each.
class UsesRow : public CardRow
{
    Q_OBJECT

public:
    UsesRow(SummarizerSource &source, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showUses(const Result<std::vector<ModelUse>> &uses);

    SummarizerSource &m_source;
    QLabel *m_uses;
};

} // namespace Gemmary
