// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/startpage.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gemmary {

namespace {

QPushButton *buttonFor(QAction *action, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(action->icon(), text, parent);
    button->setToolTip(action->toolTip());
    button->setAccessibleDescription(action->statusTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

QLabel *centredLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

StartPage::StartPage(const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_card(makeCard(actions))
{
    auto *layout = new QVBoxLayout(this);
    const int edge = spacing(this, 6);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->setSpacing(spacing(this, 5));
    layout->addWidget(m_card, 1);
    layout->addWidget(makeSampleRow(actions), 0);
    updateLook();
}

QWidget *StartPage::makeCard(const Actions &actions)
{
    auto *card = new QWidget(this);
    m_icon = new QLabel(card);
    m_icon->setAlignment(Qt::AlignCenter);
    auto *headline = centredLabel(tr("Drop folders or documents here"), card);
    setFontScale(headline, 1.7, true);
    auto *formats = centredLabel(
        tr("Text in any encoding: plain text, Markdown, CSV, logs, subtitles, source code…"), card);
    m_promise = centredLabel({}, card);
    m_promise->setTextFormat(Qt::PlainText);
    m_faint = {formats, m_promise};

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(this, 2));
    buttons->addStretch();
    QPushButton *folder = buttonFor(actions.action(ActionId::AddFolder), tr("Choose folder…"), card);
    folder->setDefault(true);
    buttons->addWidget(folder);
    buttons->addWidget(buttonFor(actions.action(ActionId::AddFiles), tr("Choose files…"), card));
    buttons->addWidget(buttonFor(actions.action(ActionId::Paste), tr("Paste"), card));
    m_recent = new QToolButton(card);
    m_recentMenu = new QMenu(m_recent);
    m_recent->setText(tr("Recent folders"));
    m_recent->setMenu(m_recentMenu);
    m_recent->setPopupMode(QToolButton::InstantPopup);
    m_recent->hide();
    buttons->addWidget(m_recent);
    buttons->addStretch();

    auto *layout = new QVBoxLayout(card);
    layout->setSpacing(spacing(this, 3));
    layout->addStretch(3);
    layout->addWidget(m_icon);
    layout->addWidget(headline);
    layout->addSpacing(spacing(this, 2));
    layout->addLayout(buttons);
    layout->addSpacing(spacing(this, 2));
    layout->addWidget(formats);
    layout->addWidget(m_promise);
    layout->addStretch(4);
    return card;
}

QWidget *StartPage::makeSampleRow(const Actions &actions)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setSpacing(spacing(this, 3));
    layout->addStretch();
    layout->addWidget(new QLabel(tr("New here?"), row));
    layout->addWidget(buttonFor(actions.action(ActionId::AddSamples), tr("Try the sample library"), row));
    auto *about = new QLabel(tr("14 short texts, English and Spanish; done in a second"), row);
    m_faint.push_back(about);
    layout->addWidget(about);
    layout->addStretch();
    return row;
}

void StartPage::setPromise(const QString &sentence)
{
    m_promise->setText(sentence);
}

void StartPage::setRecentFolders(const QStringList &folders)
{
    m_recentMenu->clear();
    for (const QString &folder : folders) {
        QString text = folder;
        QAction *action = m_recentMenu->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, folder] { Q_EMIT recentChosen(folder); });
    }
    m_recent->setVisible(!folders.isEmpty());
}

void StartPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = colorsOf(palette());
    QColor border = colors.accent;
    border.setAlphaF(0.55F);
    painter.setPen(QPen(border, 1.6, Qt::DashLine));
    painter.setBrush(colors.card);
    const double radius = spacing(this, 3);
    painter.drawRoundedRect(QRectF(m_card->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateLook();
}

void StartPage::updateLook()
{
    const Colors colors = colorsOf(palette());
    const int size = spacing(this, 15);
    m_icon->setPixmap(
        themedIcon(QStringLiteral("drop"), colors.accent).pixmap(QSize(size, size), devicePixelRatioF()));
    for (QLabel *label : m_faint) {
        QPalette faint = label->palette();
        faint.setColor(QPalette::WindowText, colors.faintText);
        label->setPalette(faint);
    }
}

} // namespace Gemmary
