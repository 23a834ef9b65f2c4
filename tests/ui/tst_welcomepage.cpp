// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarizers/consentdialog.h"
#include "summarizers/consentgate.h"
#include "support/fakesummarizers.h"
#include "welcome/choicecard.h"
#include "welcome/welcomepage.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Gemmary;

namespace {

struct Bench
{
    FakeSummarizers source;
    QWidget window;
    ConsentGate gate{source, &window};
    WelcomePage page{source, gate};

    [[nodiscard]] ChoiceCard *card(int number) const { return page.findChildren<ChoiceCard *>().at(number); }
};

ConsentDialog *consentDialog()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *dialog = qobject_cast<ConsentDialog *>(widget); dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

class TestWelcomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cards_atTheStart_offerKeySentences()
    {
        const Bench bench;
        const WelcomePage &page = bench.page;
        const auto cards = page.findChildren<ChoiceCard *>();
        QCOMPARE(cards.size(), 3);
        QCOMPARE(std::ranges::count_if(cards, [](const ChoiceCard *card) { return card->isChecked(); }), 1);
        QVERIFY(cards.front()->isChecked());
        QTRY_VERIFY(cards[1]->accessibleDescription().contains(QLatin1String("No server answers")));
        QVERIFY(!cards[1]->isEnabled());
    }

    void cards_toScreenReaders_areRadioButtonsWithNameAndDescription()
    {
        const Bench bench;
        const WelcomePage &page = bench.page;
        for (ChoiceCard *card : page.findChildren<ChoiceCard *>()) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(card);
            QCOMPARE(face->role(), QAccessible::RadioButton);
            QVERIFY(!face->text(QAccessible::Name).isEmpty());
            QVERIFY(face->text(QAccessible::Description).size() > 20);
        }
    }

    void card_narrowest_stillHoldsItsText()
    {
        const Bench bench;
        const WelcomePage &page = bench.page;
        for (const ChoiceCard *card : page.findChildren<ChoiceCard *>())
            QVERIFY(card->minimumSizeHint().height() > card->fontMetrics().height() * 8);
    }

    void begin_clicked_beginsOnce()
    {
        Bench bench;
        WelcomePage &page = bench.page;
        const QSignalSpy began(&page, &WelcomePage::began);
        const QSignalSpy samples(&page, &WelcomePage::samplesRequested);
        page.open();
        QTest::keyClick(&page, Qt::Key_Return); // the default button
        QCOMPARE(began.count(), 1);
        QCOMPARE(samples.count(), 0);
        QVERIFY(!page.isVisible());
    }

    void samples_clicked_areAskedForInstead()
    {
        Bench bench;
        WelcomePage &page = bench.page;
        const QSignalSpy began(&page, &WelcomePage::began);
        const QSignalSpy samples(&page, &WelcomePage::samplesRequested);
        page.open();
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (!button->isDefault())
                button->click();
        }
        QCOMPARE(samples.count(), 1);
        QCOMPARE(began.count(), 0);
    }

    void foundServer_chosen_isUsed()
    {
        FakeSummarizers source;
        source.servers = {{QStringLiteral("Ollama"),
                           QStringLiteral("ollama"),
                           QStringLiteral("http://127.0.0.1:11434"),
                           {FakeSummarizers::offer(QStringLiteral("llama"), false),
                            FakeSummarizers::offer(QStringLiteral("gemma3:4b"))}}};
        QWidget window;
        ConsentGate gate(source, &window);
        WelcomePage page(source, gate);
        ChoiceCard *server = page.findChildren<ChoiceCard *>().at(1);
        page.open();
        QTRY_VERIFY(server->isEnabled());
        QVERIFY(server->accessibleDescription().contains(QLatin1String("gemma3:4b")));
        server->click();
        QTest::keyClick(&page, Qt::Key_Return);
        QCOMPARE(source.held.model, QStringLiteral("gemma3:4b"));
        QVERIFY(!page.isVisible());
    }

    void google_withoutAKey_staysUntilOneIsEntered()
    {
        Bench bench;
        bench.page.open();
        bench.card(2)->click();
        QTest::keyClick(&bench.page, Qt::Key_Return);
        QVERIFY(bench.page.isVisible());
        QCOMPARE(bench.source.held.summarizer, QStringLiteral("extractive"));
    }

    void google_keyAndConsent_isUsed()
    {
        Bench bench;
        bench.source.offered[QStringLiteral("gemini")] = {FakeSummarizers::offer(QStringLiteral("gemma-4"))};
        bench.page.open();
        bench.card(2)->click();
        bench.page.findChild<QLineEdit *>(QStringLiteral("googleKey"))->setText(QStringLiteral("k"));
        QTest::keyClick(&bench.page, Qt::Key_Return);
        QTRY_VERIFY(consentDialog());
        QCOMPARE(bench.source.held.summarizer, QStringLiteral("extractive"));
        consentDialog()->accept();
        QTRY_VERIFY(!bench.page.isVisible());
        QCOMPARE(bench.source.held.model, QStringLiteral("gemma-4"));
        QCOMPARE(bench.source.place, KeyPlace::Keyring);
    }

    void google_consentRefused_goesBackToKeySentences()
    {
        Bench bench;
        bench.source.place = KeyPlace::Keyring;
        bench.source.offered[QStringLiteral("gemini")] = {FakeSummarizers::offer(QStringLiteral("gemma-4"))};
        bench.page.open();
        bench.card(2)->click();
        QTest::keyClick(&bench.page, Qt::Key_Return);
        QTRY_VERIFY(consentDialog());
        consentDialog()->reject();
        QVERIFY(bench.page.isVisible());
        QVERIFY(bench.card(0)->isChecked());
        QCOMPARE(bench.source.held.summarizer, QStringLiteral("extractive"));
    }

    void google_keyRefused_isSaid()
    {
        Bench bench;
        bench.source.listError =
            Error{ErrorKind::InvalidInput, QStringLiteral("It does not accept the key."), {}};
        bench.page.open();
        bench.card(2)->click();
        bench.page.findChild<QLineEdit *>(QStringLiteral("googleKey"))->setText(QStringLiteral("k"));
        QTest::keyClick(&bench.page, Qt::Key_Return);
        const auto *note = bench.page.findChild<QLabel *>(QStringLiteral("welcomeNote"));
        QTRY_COMPARE(note->text(), QStringLiteral("It does not accept the key."));
        QVERIFY(bench.page.isVisible());
    }

    void escape_skipsThePage()
    {
        Bench bench;
        WelcomePage &page = bench.page;
        const QSignalSpy began(&page, &WelcomePage::began);
        page.open();
        QTest::keyClick(&page, Qt::Key_Escape);
        QCOMPARE(began.count(), 1);
    }
};

QTEST_MAIN(TestWelcomePage)
#include "tst_welcomepage.moc"
