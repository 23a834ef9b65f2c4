// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/informationrow.h"

#include "widgets/elidedlabel.h"

#include <QPushButton>

namespace Gemmary {

InformationRow::InformationRow(const QString &title, const QString &explanation, QWidget *parent)
    : CardRow(title, explanation, parent)
{}

void InformationRow::addPath(const QString &path)
{
    auto *label = new ElidedLabel(this);
    label->setFullText(path);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addFaint(label);
}

void InformationRow::addButton(const QString &text, std::function<void()> act)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, std::move(act));
    addAtEnd(button);
}

} // namespace Gemmary
