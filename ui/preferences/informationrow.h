// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/cardrow.h"

#include <functional>

namespace Gemmary {

// A row that tells something, with a path that can be copied, and a button that does something about it.
class InformationRow : public CardRow
{
    Q_OBJECT

public:
    InformationRow(const QString &title, const QString &explanation, QWidget *parent);

    void addPath(const QString &path);
    void addButton(const QString &text, std::function<void()> act);
};

} // namespace Gemmary
