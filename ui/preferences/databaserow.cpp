// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/databaserow.h"

#include "widgets/answer.h"
#include "widgets/format.h"
#include "widgets/oneline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace Gemmary {

namespace {

QString explanation(const PreferenceFacts &facts)
{
    if (!facts.sharedSource.isEmpty())
        return DatabaseRow::tr("The address is set by %1, which wins. Change it there.")
            .arg(isolated(facts.sharedSource));
    return DatabaseRow::tr(
        "The address of a CockroachDB or PostgreSQL database. All computers that use it see the same "
        "processes and share the work. It is used from the next start of Gemmary.");
}

} // namespace

DatabaseRow::DatabaseRow(PreferencesSource &source, QWidget *parent)
    : CardRow(tr("Share one database between computers"), explanation(source.facts()), parent)
    , m_source(source)
    , m_address(new QLineEdit(this))
    , m_answer(new QLabel(this))
{
    const PreferenceFacts facts = m_source.facts();
    m_address->setObjectName(QStringLiteral("databaseAddress"));
    m_address->setAccessibleName(tr("Address of the database"));
    m_address->setPlaceholderText(tr("postgresql://user@host:26257/database"));
    m_address->setText(facts.sharedAddress);
    m_address->setReadOnly(!facts.sharedSource.isEmpty());
    setTitled(m_address);
    m_answer->setObjectName(QStringLiteral("databaseAnswer"));
    m_answer->setWordWrap(true);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->hide();
    auto *fields = new QWidget(this);
    auto *layout = new QHBoxLayout(fields);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_address, 1);
    m_test = addButton(tr("Test"), &DatabaseRow::test);
    m_use = addButton(tr("Use it"), &DatabaseRow::use);
    m_stop = addButton(tr("Stop sharing"), &DatabaseRow::stop);
    for (QPushButton *button : {m_test, m_use, m_stop})
        layout->addWidget(button);
    addFaint(fields);
    addFaint(m_answer);
    connect(m_address, &QLineEdit::textChanged, this, &DatabaseRow::updateButtons);
    connect(m_address, &QLineEdit::returnPressed, this, &DatabaseRow::test);
    updateButtons();
}

QPushButton *DatabaseRow::addButton(const QString &text, void (DatabaseRow::*act)())
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

QString DatabaseRow::address() const
{
    return m_address->text().trimmed();
}

void DatabaseRow::test()
{
    if (address().isEmpty())
        return;
    m_test->setEnabled(false);
    m_answer->setText(tr("Asking…"));
    m_answer->show();
    whenAnswered(m_source.testDatabase(address()), this, [this](const Result<StoreFacts> &facts) {
        showAnswer(facts);
        updateButtons();
    });
}

void DatabaseRow::showAnswer(const Result<StoreFacts> &facts)
{
    if (!facts) {
        m_answer->setText(facts.error().message);
        return;
    }
    const double milliseconds = static_cast<double>(facts->answerTime.count()) / 1000;
    //: %1 is a product with its version, %2 a host and a database
    QString said =
        tr("%1 at %2 answers in %3 ms.")
            .arg(oneLine(facts->product), isolated(facts->place), locale().toString(milliseconds, 'f', 1));
    if (facts->isServer && !facts->isEncrypted)
        said += QLatin1Char(' ') + tr("The link is not encrypted.");
    if (!facts->isCurrent())
        said += QLatin1Char(' ') + tr("Gemmary will set up its tables there.");
    m_answer->setText(said);
}

void DatabaseRow::use()
{
    keep(address());
}

void DatabaseRow::stop()
{
    m_address->clear();
    keep({});
}

void DatabaseRow::keep(const QString &address)
{
    if (const auto done = m_source.shareDatabase(address); !done)
        Q_EMIT failed(done.error());
    else
        Q_EMIT chosen(address);
    updateButtons();
}

void DatabaseRow::updateButtons()
{
    const PreferenceFacts facts = m_source.facts();
    const bool isOurs = facts.sharedSource.isEmpty();
    m_test->setEnabled(!address().isEmpty());
    m_use->setEnabled(isOurs && !address().isEmpty() && address() != facts.sharedAddress);
    m_stop->setVisible(isOurs && !facts.sharedAddress.isEmpty());
}

} // namespace Gemmary
