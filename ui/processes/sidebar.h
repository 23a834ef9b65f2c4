// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/process.h"

#include <QListWidget>

namespace Gemmary {

// The parts of the process list, as the sidebar offers them.
enum class ProcessCategory { All, Running, Waiting, Paused, Problems, Finished, Stopped, Removed };

// Whether a process belongs to a category; Removed holds what its own model holds.
[[nodiscard]] bool isIn(ProcessCategory category, const ProcessSnapshot &process);

// Categories with how many processes each has. The counts come from the store, not from loaded rows.
class Sidebar : public QListWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setCount(ProcessCategory category, qint64 count);
    [[nodiscard]] ProcessCategory category() const;
    void setCategory(ProcessCategory category);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void categoryChanged(Gemmary::ProcessCategory category);
};

} // namespace Gemmary
