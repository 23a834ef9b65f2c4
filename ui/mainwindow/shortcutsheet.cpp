// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/shortcutsheet.h"

#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>

namespace Gemmary {

namespace {

QString plainText(const QAction *action)
{
    QString text = action->text();
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

QString keysText(const QAction *action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action->shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(QStringLiteral(", "));
}

} // namespace

ShortcutSheet::ShortcutSheet(const Actions &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(spacing(this, 8));
    layout->addLayout(columns);
    QGridLayout *grid = nullptr;
    for (const Actions::SheetRow &row : actions.shortcutSheet()) {
        const bool beginsColumn = !grid || (row.action == nullptr && grid->rowCount() > 12);
        if (beginsColumn) {
            grid = new QGridLayout;
            auto *column = new QVBoxLayout;
            column->addLayout(grid);
            column->addStretch();
            columns->addLayout(column);
        }
        const int line = grid->rowCount();
        if (!row.action) {
            auto *heading = new QLabel(row.heading, this);
            setFontScale(heading, 1.1, true);
            grid->addWidget(heading, line, 0, 1, 2);
            continue;
        }
        auto *keys = new QLabel(keysText(row.action), this);
        keys->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        grid->addWidget(new QLabel(plainText(row.action), this), line, 0);
        grid->addWidget(keys, line, 1);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace Gemmary
