// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/listenerrow.h"

#include "preferences/copybutton.h"
#include "preferences/switchbox.h"
#include "widgets/format.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace Gemmary {

ListenerRow::ListenerRow(AutomationSource &source, QWidget *parent)
    : CardRow(tr("Let other programs on this computer use Gemmary"),
              tr("Scripts and tools start processes, follow them and read their results over HTTP (REST), as "
                 "long as "
                 "Gemmary runs."),
              parent)
    , m_source(source)
    , m_switch(new SwitchBox(this))
    , m_lock(new QLabel(this))
{
    m_switch->setObjectName(QStringLiteral("listenerSwitch"));
    m_switch->setAccessibleName(title());
    m_lock->setWordWrap(true);
    m_lock->setTextFormat(Qt::PlainText);
    addFaint(m_lock);
    addFaint(makeStateLine());
    addAtEnd(m_switch);
    setTitled(m_switch);
    connect(m_switch, &QCheckBox::toggled, this, &ListenerRow::choose);
    connect(m_again, &QPushButton::clicked, &m_source, &AutomationSource::tryAgain);
    connect(&m_source, &AutomationSource::changed, this, &ListenerRow::showState);
    showState();
}

QWidget *ListenerRow::makeStateLine()
{
    m_line = new QWidget(this);
    m_sign = new QLabel(m_line);
    m_state = new QLabel(m_line);
    m_copy = new CopyButton(tr("Copy address"), m_line);
    m_again = new QPushButton(tr("Try again"), m_line);
    m_state->setObjectName(QStringLiteral("listenerState"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_again->setAutoDefault(false);
    auto *layout = new QHBoxLayout(m_line);
    layout->setContentsMargins(0, spacing(this, 1), 0, 0);
    layout->setSpacing(spacing(this, 1.5));
    layout->addWidget(m_sign);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_copy);
    layout->addWidget(m_again);
    return m_line;
}

void ListenerRow::choose(bool on)
{
    ListenerChoice choice = m_source.choice();
    choice.isOn = on;
    if (const auto done = m_source.choose(choice); !done)
        Q_EMIT failed(done.error());
    showState();
}

void ListenerRow::showState()
{
    const QSignalBlocker quiet(m_switch);
    m_switch->setChecked(m_source.choice().isOn);
    const QString setBy = m_source.setBy();
    m_switch->setEnabled(setBy.isEmpty());
    m_lock->setText(tr("Set by %1. Change it there.").arg(isolated(setBy)));
    m_lock->setVisible(!setBy.isEmpty());

    using Kind = ListenerState::Kind;
    const ListenerState state = m_source.state();
    switch (state.kind) {
    case Kind::Off:
        m_state->clear();
        break;
    case Kind::Starting:
        m_state->setText(tr("Starting…"));
        break;
    case Kind::Listening:
        m_state->setText(tr("Listening at %1").arg(state.url));
        break;
    case Kind::Failed:
        m_state->setText(state.problem);
        break;
    }
    m_switch->setAccessibleDescription(m_state->text());
    m_copy->setContent(state.url);
    m_copy->setVisible(state.kind == Kind::Listening);
    m_again->setVisible(state.kind == Kind::Failed);
    m_line->setVisible(state.kind != Kind::Off);
    drawState();
}

void ListenerRow::drawState()
{
    using Kind = ListenerState::Kind;
    const Kind kind = m_source.state().kind;
    const Colors colors = colorsOf(palette());
    const QColor color = kind == Kind::Listening ? colors.done
                         : kind == Kind::Failed  ? colors.failed
                                                 : colors.waiting;
    const QString icon = kind == Kind::Listening ? QStringLiteral("done")
                         : kind == Kind::Failed  ? QStringLiteral("warning")
                                                 : QStringLiteral("waiting");
    const int size = spacing(this, 4);
    m_sign->setPixmap(themedIcon(icon, color).pixmap(QSize(size, size), devicePixelRatioF()));
    QPalette strong = m_state->palette();
    strong.setColor(QPalette::WindowText,
                    kind == Kind::Failed ? colors.failed : palette().windowText().color());
    m_state->setPalette(strong);
}

void ListenerRow::changeEvent(QEvent *event)
{
    CardRow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawState();
}

} // namespace Gemmary
