// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/aboutdialog.h"

#include "widgets/theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace Gemmary {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Gemmary"));
    setAttribute(Qt::WA_DeleteOnClose);
    const int size = spacing(this, 18);
    auto *icon = new QLabel(this);
    icon->setPixmap(
        QIcon(QStringLiteral(":/icons/gemmary.svg")).pixmap(QSize(size, size), devicePixelRatioF()));
    icon->setAlignment(Qt::AlignCenter);
    auto *name = new QLabel(tr("Gemmary %1").arg(QCoreApplication::applicationVersion()), this);
    setFontScale(name, 1.6, true);
    auto *text = new QLabel(
        tr("Drop a folder: it is counted, analysed and summarised, and nothing leaves this "
           "computer.\n\nFree software under the GNU General Public License, version 3 or later. "
           "It comes without any warranty.\n\nMade with Qt %1, ICU, SQLite, zstd, simdjson, uchardet "
           "and OpenSSL.")
            .arg(QString::fromLatin1(qVersion())),
        this);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *label : {name, text})
        label->setAlignment(Qt::AlignCenter);
    text->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing(this, 3));
    for (QWidget *widget : std::initializer_list<QWidget *>{icon, name, text, buttons})
        layout->addWidget(widget);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace Gemmary
