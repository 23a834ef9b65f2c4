// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"
#include "domain/statistics.h"

#include <QWidget>

#include <array>
#include <optional>

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

namespace Gemmary {

class FigureCard;

// The headline numbers of a process, as many beside each other as there is room for.
class FigureGrid : public QWidget
{
    Q_OBJECT

public:
    explicit FigureGrid(QWidget *parent = nullptr);

    void showProcess(const ProcessSnapshot &process);
    void showStatistics(const std::optional<SetStatistics> &statistics); // nullopt: not known yet

Q_SIGNALS:
    void problemsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Figure { Documents, Problems, Words, Distinct, Sentences, Lines, Characters, Pace, FigureCount };

    void arrange();
    void showPace(const ProcessSnapshot &process);

    QGridLayout *m_layout;
    std::array<FigureCard *, FigureCount> m_cards{};
    int m_columns = 0;
};

} // namespace Gemmary
