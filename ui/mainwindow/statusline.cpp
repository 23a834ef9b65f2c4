// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/statusline.h"

#include "widgets/format.h"
#include "widgets/theme.h"

#include <QToolButton>

namespace Gemmary {

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_work(addPart("running", tr("Show running processes")))
    , m_summarizer(addPart("sentences", tr("Choose what makes summaries")))
    , m_store(addPart("storage", tr("Show where results are kept")))
    , m_problems(addPart("warning", tr("Show processes with problems")))
{
    setSizeGripEnabled(false);
    setAccessibleName(tr("Status"));
    connect(m_work, &QToolButton::clicked, this, &StatusLine::workClicked);
    connect(m_summarizer, &QToolButton::clicked, this, &StatusLine::summarizerClicked);
    connect(m_store, &QToolButton::clicked, this, &StatusLine::storeClicked);
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsClicked);
    showWork(0, 0);
    showProblems(0);
    showTrouble({});
}

QToolButton *StatusLine::addPart(const char *icon, const QString &help)
{
    auto *button = new QToolButton(this);
    button->setIcon(themedIcon(QString::fromLatin1(icon)));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setToolTip(help);
    button->setAccessibleDescription(help);
    button->setFocusPolicy(Qt::TabFocus);
    addPermanentWidget(button);
    return button;
}

void StatusLine::showWork(qint64 running, double documentsASecond)
{
    m_work->setText(running == 0 ? tr("Ready")
                                 //: how many processes run, and how fast
                                 : tr("%1 · %2").arg(tr("%Ln running", nullptr, static_cast<int>(running)),
                                                     formatRate(documentsASecond)));
}

void StatusLine::showProblems(qint64 processes)
{
    m_problems->setVisible(processes > 0);
    m_problems->setText(tr("%Ln with problems", "processes", static_cast<int>(processes)));
}

void StatusLine::showSummarizer(const QString &icon, const QString &text, const QString &help)
{
    m_summarizer->setToolTip(help.isEmpty() ? m_summarizer->accessibleDescription() : help);
    m_summarizer->setIcon(themedIcon(icon));
    m_summarizer->setText(text);
}

void StatusLine::setPlace(const QString &sharedPlace)
{
    m_sharedPlace = sharedPlace;
    showTrouble(m_trouble);
}

void StatusLine::showTrouble(const QString &sentence)
{
    m_trouble = sentence;
    const QString calm =
        m_sharedPlace.isEmpty() ? tr("This computer") : tr("Shared: %1").arg(isolated(m_sharedPlace));
    const bool troubled = !sentence.isEmpty();
    m_store->setIcon(troubled ? themedIcon(QStringLiteral("warning"), colorsOf(palette()).failed)
                              : themedIcon(m_sharedPlace.isEmpty() ? QStringLiteral("storage")
                                                                   : QStringLiteral("server")));
    m_store->setText(troubled ? sentence : calm);
}

} // namespace Gemmary
