// SPDX-License-Identifier: GPL-3.0-or-later
#include "summarizers/consentdialog.h"
#include "summarizers/consentgate.h"
#include "summarizers/quotawatch.h"
#include "summarizers/summarizerchooser.h"
#include "summarizers/summarizersetup.h"
#include "summarizers/summarizertexts.h"
#include "support/fakesummarizers.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Gemmary;

namespace {

const QString Gemini = QStringLiteral("gemini");
const QString Ollama = QStringLiteral("ollama");
const QString OpenAi = QStringLiteral("openai");
const SummarizerChoice AtGoogle{Gemini, QStringLiteral("gemma-4-31b-it"), {}};
const SummarizerChoice Local{Ollama, QStringLiteral("gemma3:4b"), {}};

ServerOffer ollama(std::vector<ModelOffer> models)
{
    return {QStringLiteral("Ollama"), Ollama, QStringLiteral("http://127.0.0.1:11434"), std::move(models)};
}

ConsentDialog *shownDialog()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *dialog = qobject_cast<ConsentDialog *>(widget);
        if (dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

int dialogCount()
{
    const auto widgets = QApplication::topLevelWidgets();
    return static_cast<int>(std::ranges::count_if(widgets, [](QWidget *widget) {
        return qobject_cast<ConsentDialog *>(widget) && widget->isVisible();
    }));
}

QStringList entries(const SummarizerChooser &chooser)
{
    QStringList texts;
    for (const QAction *action : chooser.menu()->actions()) {
        if (!action->isSeparator())
            texts.append(action->text());
    }
    return texts;
}

} // namespace

class TestSummarizers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        while (ConsentDialog *dialog = shownDialog())
            delete dialog;
    }

    void recipient_ofAChoice_isWhoGetsTheTexts_data()
    {
        QTest::addColumn<QString>("summarizer");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("inCloud");
        QTest::addColumn<QString>("id");
        QTest::addRow("key sentences") << "extractive"
                                       << "https://elsewhere.example" << false << "";
        QTest::addRow("Google") << "gemini"
                                << "" << false << "google";
        QTest::addRow("usual place") << "ollama"
                                     << "" << false << "";
        QTest::addRow("loopback") << "openai"
                                  << "http://127.0.0.1:8080" << false << "";
        QTest::addRow("loopback 6") << "openai"
                                    << "http://[::1]:8080" << false << "";
        QTest::addRow("a name that begins like it")
            << "openai"
            << "http://127.0.0.1.example.org" << false << "127.0.0.1.example.org";
        QTest::addRow("another computer") << "ollama"
                                          << "http://10.0.0.7:11434" << false << "10.0.0.7";
        QTest::addRow("Ollama's cloud") << "ollama"
                                        << "" << true << "ollama.com";
    }

    void recipient_ofAChoice_isWhoGetsTheTexts()
    {
        QFETCH(QString, summarizer);
        QFETCH(QString, address);
        QFETCH(bool, inCloud);
        QFETCH(QString, id);
        QCOMPARE(recipientOf({summarizer, QStringLiteral("m"), address}, inCloud).id, id);
    }

    void label_ofWhatLeavesTheComputer_saysSo()
    {
        QVERIFY(choiceText(AtGoogle, recipientOf(AtGoogle, false)).contains(QLatin1String("leaves")));
        QVERIFY(!choiceText(Local, recipientOf(Local, false)).contains(QLatin1String("leaves")));
        const SummarizerChoice plain{QStringLiteral("extractive"), {}, {}};
        QCOMPARE(choiceText(plain, recipientOf(plain, false)), QStringLiteral("Key sentences · no AI"));
    }

    // ---- consent

    void gate_localChoice_passesWithoutAsking()
    {
        FakeSummarizers source;
        QWidget window;
        ConsentGate gate(source, &window);
        bool passed = false;
        gate.pass(Local, [&] { passed = true; });
        QVERIFY(passed);
        QCOMPARE(dialogCount(), 0);
    }

    void gate_google_asksOnceForAllThatWait()
    {
        FakeSummarizers source;
        QWidget window;
        ConsentGate gate(source, &window);
        int passed = 0;
        for (int i = 0; i < 3; ++i)
            gate.pass(AtGoogle, [&] { ++passed; });
        QCOMPARE(dialogCount(), 1);
        QCOMPARE(passed, 0);
        shownDialog()->accept();
        QCOMPARE(passed, 3);
        gate.pass(AtGoogle, [&] { ++passed; }); // remembered
        QCOMPARE(passed, 4);
        QCOMPARE(dialogCount(), 0);
    }

    void gate_answerIsForOneRecipientOnly()
    {
        FakeSummarizers source;
        source.setConsent(QStringLiteral("google"), true);
        QWidget window;
        ConsentGate gate(source, &window);
        bool passed = false;
        gate.pass({OpenAi, QStringLiteral("m"), QStringLiteral("http://10.0.0.7:8080")},
                  [&] { passed = true; });
        QVERIFY(!passed);
        QCOMPARE(dialogCount(), 1);
    }

    void consent_enterAndEscape_agreeToNothing_data()
    {
        QTest::addColumn<int>("key");
        QTest::addRow("Enter") << int(Qt::Key_Return);
        QTest::addRow("Escape") << int(Qt::Key_Escape);
    }

    void consent_enterAndEscape_agreeToNothing()
    {
        QFETCH(int, key);
        FakeSummarizers source;
        QWidget window;
        ConsentGate gate(source, &window);
        bool agreed = false;
        bool refused = false;
        gate.pass(
            AtGoogle, [&] { agreed = true; }, [&] { refused = true; });
        QTest::keyClick(shownDialog(), Qt::Key(key));
        QVERIFY(refused);
        QVERIFY(!agreed);
        QVERIFY(source.consents.isEmpty());
    }

    void consent_forGoogle_namesTheFacts()
    {
        const ConsentDialog dialog(recipientOf(AtGoogle, false), nullptr);
        QString text;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            text += label->text() + QLatin1Char('\n');
        for (const char *fact : {"Google", "improve its products", "people may read it", "confidential",
                                 "European Economic Area, Switzerland and the United Kingdom"})
            QVERIFY2(text.contains(QLatin1String(fact)), fact);
        const auto *box = dialog.findChild<QDialogButtonBox *>();
        QVERIFY(box->button(QDialogButtonBox::Cancel)->isDefault());
    }

    // ---- the chooser

    void chooser_untilItOpens_looksForNothing()
    {
        FakeSummarizers source;
        const SummarizerChooser chooser(source);
        QCOMPARE(source.searches, 0);
        Q_EMIT chooser.menu()->aboutToShow();
        QCOMPARE(source.searches, 1);
    }

    void chooser_foundServer_listsItsModelsAndChoosesOne()
    {
        FakeSummarizers source;
        source.servers = {ollama({FakeSummarizers::offer(QStringLiteral("gemma3:4b"))})};
        SummarizerChooser chooser(source);
        QSignalSpy chosen(&chooser, &SummarizerChooser::chosen);
        Q_EMIT chooser.menu()->aboutToShow();
        QAction *entry = nullptr;
        const auto find = [&] {
            for (QAction *action : chooser.menu()->actions()) {
                if (action->text().contains(QLatin1String("gemma3:4b")))
                    entry = action;
            }
            return entry != nullptr;
        };
        QTRY_VERIFY(find());
        QVERIFY(entry->text().contains(QLatin1String("Ollama on this computer")));
        QVERIFY(entry->text().contains(QLatin1String("8,192")));
        entry->trigger();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<SummarizerChoice>(), Local);
    }

    void chooser_privateMode_hidesWhatLeavesTheComputer()
    {
        FakeSummarizers source;
        source.onlyHere = true;
        source.place = KeyPlace::ThisRun;
        source.cloud = {QStringLiteral("gpt-oss:120b-cloud")};
        source.offered[Gemini] = {FakeSummarizers::offer(AtGoogle.model)};
        source.servers = {
            ollama({FakeSummarizers::offer(QStringLiteral("gemma3:4b")),
                    FakeSummarizers::offer(QStringLiteral("gpt-oss:120b-cloud"), false, true)})};
        const SummarizerChooser chooser(source);
        Q_EMIT chooser.menu()->aboutToShow();
        QTRY_VERIFY(!entries(chooser).filter(QStringLiteral("gemma3:4b")).isEmpty());
        QVERIFY(entries(chooser).filter(QStringLiteral("cloud")).isEmpty());
        QVERIFY(entries(chooser).filter(AtGoogle.model).isEmpty());
    }

    void chooser_withoutAKey_leadsToThePreferences()
    {
        FakeSummarizers source;
        const SummarizerChooser chooser(source);
        const QSignalSpy preferences(&chooser, &SummarizerChooser::preferencesRequested);
        Q_EMIT chooser.menu()->aboutToShow();
        for (QAction *action : chooser.menu()->actions()) {
            if (action->text().contains(QLatin1String("enter a key")))
                action->trigger();
        }
        QCOMPARE(preferences.count(), 1);
    }

    void chooser_withdrawnModel_saysSo()
    {
        FakeSummarizers source;
        source.place = KeyPlace::ThisRun;
        source.held = {Gemini, QStringLiteral("gemma-3-27b-it"), {}};
        source.offered[Gemini] = {FakeSummarizers::offer(AtGoogle.model)};
        const SummarizerChooser chooser(source);
        Q_EMIT chooser.menu()->aboutToShow();
        QTRY_VERIFY(!entries(chooser).filter(QStringLiteral("no longer offered")).isEmpty());
        QVERIFY(chooser.accessibleName().contains(QLatin1String("gemma-3-27b-it")));
    }

    // ---- a choice on its way

    void setup_googleWithoutAKey_choosesNothing()
    {
        FakeSummarizers source;
        QWidget window;
        ConsentGate gate(source, &window);
        SummarizerSetup setup(source, gate);
        setup.setSummarizer(Gemini);
        QVERIFY(setup.status().contains(QLatin1String("key")));
        QCOMPARE(source.held.summarizer, QStringLiteral("extractive"));
        QCOMPARE(dialogCount(), 0);
    }

    void setup_keyThenConsent_choosesTheFirstGemma()
    {
        FakeSummarizers source;
        source.offered[Gemini] = {FakeSummarizers::offer(QStringLiteral("gemini-x"), false),
                                  FakeSummarizers::offer(AtGoogle.model)};
        QWidget window;
        ConsentGate gate(source, &window);
        SummarizerSetup setup(source, gate);
        setup.setSummarizer(Gemini);
        source.keepKey(QStringLiteral("k"), KeyPlace::ThisRun);
        QTRY_COMPARE(dialogCount(), 1);
        QCOMPARE(source.held.summarizer, QStringLiteral("extractive"));
        shownDialog()->accept();
        QCOMPARE(source.held, AtGoogle);
    }

    void setup_consentRefused_goesBackToWhatHolds()
    {
        FakeSummarizers source;
        source.place = KeyPlace::ThisRun;
        source.offered[Gemini] = {FakeSummarizers::offer(AtGoogle.model)};
        QWidget window;
        ConsentGate gate(source, &window);
        SummarizerSetup setup(source, gate);
        setup.setSummarizer(Gemini);
        QTRY_COMPARE(dialogCount(), 1);
        shownDialog()->reject();
        QCOMPARE(setup.draft().summarizer, QStringLiteral("extractive"));
        QCOMPARE(source.held.summarizer, QStringLiteral("extractive"));
    }

    void setup_withdrawnModel_leadsToAChoice()
    {
        FakeSummarizers source;
        source.place = KeyPlace::ThisRun;
        source.consents = {QStringLiteral("google")};
        source.held = {Gemini, QStringLiteral("gemma-3-27b-it"), {}};
        source.offered[Gemini] = {FakeSummarizers::offer(AtGoogle.model)};
        QWidget window;
        ConsentGate gate(source, &window);
        SummarizerSetup setup(source, gate);
        setup.refresh();
        QTRY_VERIFY(setup.status().contains(QLatin1String("no longer offered")));
        QCOMPARE(source.held.model, QStringLiteral("gemma-3-27b-it")); // never another one silently
        setup.setModel(AtGoogle.model);
        QCOMPARE(source.held, AtGoogle);
    }

    void setup_test_showsWhatWasAskedAndAnswered()
    {
        FakeSummarizers source;
        source.held = Local;
        QWidget window;
        ConsentGate gate(source, &window);
        SummarizerSetup setup(source, gate);
        setup.tryOut();
        QTRY_VERIFY(setup.trial().contains(QLatin1String("Answer with the word OK.")));
        QVERIFY(setup.trial().contains(QStringLiteral("“\u2068OK\u2069”")));
        source.trial = failure(ErrorKind::InvalidInput, QStringLiteral("It does not accept the key."));
        setup.tryOut();
        QTRY_COMPARE(setup.trial(), QStringLiteral("It does not accept the key."));
    }

    void quotaWatch_tellsWhenTheSourceDoesAndNothingWithoutLimits()
    {
        FakeSummarizers source;
        QuotaWatch watch(source);
        const QSignalSpy changed(&watch, &QuotaWatch::changed);
        QVERIFY(!watch.use());
        source.sent = QuotaUse{12, {10, 15'000, 1'000, 0}};
        Q_EMIT source.changed();
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(quotaText(*watch.use()), QStringLiteral("12 of 1,000 requests today"));
        QVERIFY(quotaSentence(*watch.use()).contains(QStringLiteral("10 request")));
        source.sent.reset();
        Q_EMIT source.changed();
        QTRY_VERIFY(!watch.use());
    }

    void setup_testAtGoogle_sendsNothingBeforeConsent()
    {
        FakeSummarizers source;
        source.place = KeyPlace::ThisRun;
        source.held = AtGoogle;
        QWidget window;
        ConsentGate gate(source, &window);
        SummarizerSetup setup(source, gate);
        setup.tryOut();
        QCOMPARE(source.tries, 0);
        shownDialog()->reject();
        QCOMPARE(source.tries, 0);
    }

    void setup_choiceThatCannotBeKept_isSaid()
    {
        FakeSummarizers source;
        source.fails = true;
        QWidget window;
        ConsentGate gate(source, &window);
        SummarizerSetup setup(source, gate);
        const QSignalSpy failed(&setup, &SummarizerSetup::failed);
        setup.setSummarizer(QStringLiteral("none"));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(setup.draft().summarizer, QStringLiteral("extractive"));
    }
};

QTEST_MAIN(TestSummarizers)
#include "tst_summarizers.moc"
