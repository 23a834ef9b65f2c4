// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/tokendialog.h"

#include "preferences/copybutton.h"
#include "widgets/answer.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Gemmary {

namespace {

constexpr int LongestName = 100;
constexpr int Columns = 64; // a token has 51 letters

QVBoxLayout *pageLayout(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(page, 2));
    return layout;
}

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

TokenDialog::TokenDialog(AutomationSource &source, QWidget *parent)
    : QDialog(parent)
    , m_source(source)
    , m_pages(new QStackedWidget(this))
{
    setWindowTitle(tr("New token"));
    m_pages->addWidget(makeNamePage());
    m_pages->addWidget(makeTokenPage());
    auto *layout = new QVBoxLayout(this);
    const int edge = spacing(this, 4);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->addWidget(m_pages);
    setMinimumWidth(fontMetrics().averageCharWidth() * Columns + 2 * edge);
    m_name->setFocus();
}

QWidget *TokenDialog::makeNamePage()
{
    auto *page = new QWidget(m_pages);
    auto *question = wrapped(tr("What will use it? The name is only for you."), page);
    m_name = new QLineEdit(page);
    m_name->setObjectName(QStringLiteral("tokenName"));
    m_name->setMaxLength(LongestName);
    m_name->setPlaceholderText(tr("backup script"));
    question->setBuddy(m_name);
    m_trouble = wrapped({}, page);
    m_trouble->setObjectName(QStringLiteral("tokenProblem"));
    m_trouble->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, page);
    m_make = buttons->addButton(tr("Make token"), QDialogButtonBox::AcceptRole);
    m_make->setDefault(true);
    m_make->setEnabled(false);
    auto *layout = pageLayout(page);
    layout->addWidget(question);
    layout->addWidget(m_name);
    layout->addWidget(m_trouble);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &name) { m_make->setEnabled(!name.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &TokenDialog::make);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return page;
}

QWidget *TokenDialog::makeTokenPage()
{
    auto *page = new QWidget(m_pages);
    auto *title = wrapped(tr("Copy it now: it is not shown again."), page);
    setFontScale(title, 1.1, true);
    m_token = new QLineEdit(page);
    m_token->setObjectName(QStringLiteral("newToken"));
    m_token->setReadOnly(true);
    m_token->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    title->setBuddy(m_token);
    m_copy = new CopyButton(tr("Copy"), page);
    auto *line = new QHBoxLayout;
    line->addWidget(m_token, 1);
    line->addWidget(m_copy);
    auto *use = wrapped(tr("Programs send it with each request, as Authorization: Bearer TOKEN. The "
                           "commands on the page take it from the variable API_TOKEN. Gemmary keeps "
                           "only a digest, with which nobody gets in."),
                        page);
    auto *buttons = new QDialogButtonBox(page);
    QPushButton *done = buttons->addButton(tr("Done"), QDialogButtonBox::AcceptRole);
    done->setAutoDefault(false); // Enter that made it does not put it away
    auto *layout = pageLayout(page);
    layout->addWidget(title);
    layout->addLayout(line);
    layout->addWidget(use);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    return page;
}

void TokenDialog::make()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || !m_name->isEnabled())
        return;
    m_name->setEnabled(false);
    m_make->setEnabled(false);
    whenAnswered(m_source.makeToken(name), this, [this](const Result<QString> &token) {
        if (token) {
            showToken(*token);
            return;
        }
        m_trouble->setText(token.error().message);
        m_trouble->show();
        m_name->setEnabled(true);
        m_make->setEnabled(true);
        m_name->setFocus();
        m_name->selectAll();
    });
}

void TokenDialog::showToken(const QString &token)
{
    m_make->setDefault(false);
    m_token->setText(token);
    m_token->setCursorPosition(0);
    m_copy->setContent(token);
    m_pages->setCurrentIndex(1);
    m_copy->setFocus();
}

} // namespace Gemmary
