// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/searchfield.h"

#include "widgets/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SearchField)
};

} // namespace

void makeSearchField(QLineEdit *field, const QString &purpose, Glass glass)
{
    field->setPlaceholderText(purpose);
    field->setAccessibleName(purpose);
    field->setClearButtonEnabled(true);
    // The button is Qt's own; its action has no words.
    if (auto *clear = field->findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(Tr::tr("Clear the field"));
    if (glass == Glass::None)
        return;
    QAction *search = field->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    search->setText(purpose);
    QObject::connect(search, &QAction::triggered, field, [field] { field->setFocus(Qt::MouseFocusReason); });
}

} // namespace Gemmary
