// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/copybutton.h"

#include "widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>

namespace Gemmary {

namespace {

constexpr std::chrono::milliseconds Moment(1'800);

} // namespace

CopyButton::CopyButton(const QString &text, QWidget *parent)
    : QPushButton(parent)
    , m_text(text)
{
    setAutoDefault(false);
    setEnabled(false);
    m_moment.setSingleShot(true);
    m_moment.setInterval(Moment);
    connect(this, &QPushButton::clicked, this, &CopyButton::copy);
    connect(&m_moment, &QTimer::timeout, this, [this] { showCopied(false); });
    showCopied(true);
    const int widest = sizeHint().width();
    showCopied(false);
    setMinimumWidth(std::max(widest, sizeHint().width())); // what is beside it stays in its place
}

void CopyButton::setContent(const QString &content)
{
    m_content = content;
    setEnabled(!content.isEmpty());
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(m_content);
    showCopied(true);
    m_moment.start();
}

void CopyButton::showCopied(bool copied)
{
    setText(copied ? tr("Copied") : m_text);
    setIcon(themedIcon(copied ? QStringLiteral("done") : QStringLiteral("copy")));
}

} // namespace Gemmary
