// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/choicecard.h"
#include "welcome/welcomepage.h"

#include <QAccessible>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Gemmary;

class TestWelcomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cards_atTheStart_offerOnlyWhatWorks()
    {
        const WelcomePage page;
        const auto cards = page.findChildren<ChoiceCard *>();
        QCOMPARE(cards.size(), 3);
        QCOMPARE(std::ranges::count_if(cards, [](const ChoiceCard *card) { return card->isChecked(); }), 1);
        QVERIFY(cards.front()->isChecked());
        for (const ChoiceCard *card : cards)
            QCOMPARE(card->isEnabled(), card->isChecked()); // the others say that they come later
    }

    void cards_toScreenReaders_areRadioButtonsWithNameAndDescription()
    {
        const WelcomePage page;
        for (ChoiceCard *card : page.findChildren<ChoiceCard *>()) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(card);
            QCOMPARE(face->role(), QAccessible::RadioButton);
            QVERIFY(!face->text(QAccessible::Name).isEmpty());
            QVERIFY(face->text(QAccessible::Description).size() > 20);
        }
    }

    void card_narrowest_stillHoldsItsText()
    {
        const WelcomePage page;
        for (const ChoiceCard *card : page.findChildren<ChoiceCard *>())
            QVERIFY(card->minimumSizeHint().height() > card->fontMetrics().height() * 8);
    }

    void begin_clicked_beginsOnce()
    {
        WelcomePage page;
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
        WelcomePage page;
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

    void escape_skipsThePage()
    {
        WelcomePage page;
        const QSignalSpy began(&page, &WelcomePage::began);
        page.open();
        QTest::keyClick(&page, Qt::Key_Escape);
        QCOMPARE(began.count(), 1);
    }
};

QTEST_MAIN(TestWelcomePage)
#include "tst_welcomepage.moc"
