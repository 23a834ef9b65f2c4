// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/automationpage.h"
#include "preferences/cardrow.h"
#include "preferences/copybutton.h"
#include "preferences/tokendialog.h"
#include "support/fakeautomation.h"
#include "support/visibletext.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

using namespace Gemmary;
using Gemmary::Test::showsText;

namespace {

using Kind = ListenerState::Kind;

const QString Here = QStringLiteral("127.0.0.1");
const QString Everywhere = QStringLiteral("0.0.0.0");
const QString Url = QStringLiteral("http://127.0.0.1:8787");

// The page in a window of its own.
class Bench
{
public:
    explicit Bench(FakeAutomation &automation)
        : page(automation, &window)
    {
        auto *layout = new QVBoxLayout(&window);
        for (CardRow *row : page.makeRows(&window)) {
            row->setVisible(row->isOffered());
            layout->addWidget(row);
        }
        window.show();
    }

    template <typename Widget>
    Widget *the(const char *name) const
    {
        return window.findChild<Widget *>(QString::fromLatin1(name));
    }

    QPushButton *button(const char *text) const
    {
        return Test::visibleButton<QPushButton>(window, QString::fromLatin1(text));
    }

    void chooseAddress(const QString &host) const
    {
        auto *box = the<QComboBox>("listenerAddress");
        box->setCurrentIndex(box->findData(host));
        Q_EMIT box->activated(box->currentIndex());
    }

    QMessageBox *question() const { return window.findChild<QMessageBox *>(); }

    void answer(const char *text) const
    {
        for (QAbstractButton *one : question()->buttons()) {
            if (one->text() == QLatin1String(text))
                one->click();
        }
    }

    QString curl() const
    {
        for (const auto *copy : window.findChildren<CopyButton *>()) {
            if (copy->text().contains(QLatin1String("curl")))
                return copy->content();
        }
        return {};
    }

    QWidget window;
    AutomationPage page;
};

} // namespace

class TestAutomationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switch_thatCannotBeKept_goesBackAndSaysWhy()
    {
        FakeAutomation automation;
        automation.fails = true;
        const Bench bench(automation);
        const QSignalSpy failed(&bench.page, &AutomationPage::failed);
        bench.the<QCheckBox>("listenerSwitch")->click();
        QCOMPARE(failed.count(), 1);
        QVERIFY(!bench.the<QCheckBox>("listenerSwitch")->isChecked());
    }

    void listener_thatFailed_saysWhyAndCanBeTriedAgain()
    {
        FakeAutomation automation;
        automation.held.isOn = true;
        const Bench bench(automation);
        automation.show({Kind::Failed, {}, QStringLiteral("Port 8787 of 127.0.0.1 is taken.")});
        QVERIFY(showsText(bench.window, QStringLiteral("is taken")));
        QVERIFY(!bench.button("Copy"));
        bench.button("Try again")->click();
        QCOMPARE(automation.tries, 1);
    }

    void listener_setFromOutside_isShownAndLocked()
    {
        FakeAutomation automation;
        automation.winner = QStringLiteral("the environment");
        const Bench bench(automation);
        for (const char *name : {"listenerSwitch", "listenerAddress", "listenerPort", "listenerCertificate"})
            QVERIFY2(!bench.the<QWidget>(name)->isEnabled(), name);
        QVERIFY(showsText(bench.window, QStringLiteral("the environment")));
    }

    void switch_turnedOn_isChosenAndTheAddressCanBeCopied()
    {
        FakeAutomation automation;
        const Bench bench(automation);
        QVERIFY(!bench.button("Copy"));
        bench.the<QCheckBox>("listenerSwitch")->click();
        QVERIFY(automation.held.isOn);
        automation.listen(Url);
        QVERIFY(showsText(bench.window, QStringLiteral("Listening at ") + Url));
        bench.button("Copy address")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), Url);
        QVERIFY(bench.button("Copied"));
    }

    void address_beyondThisComputer_isAskedAboutAndNotTakenOnCancel()
    {
        FakeAutomation automation;
        const Bench bench(automation);
        bench.chooseAddress(Everywhere);
        QVERIFY(bench.question());
        QCOMPARE(automation.held.host, Here);
        bench.answer("Cancel");
        QCOMPARE(automation.held.host, Here);
        QCOMPARE(bench.the<QComboBox>("listenerAddress")->currentData().toString(), Here);
    }

    void address_beyondThisComputer_offersTheCertificateAndSaysWhatIsNeeded()
    {
        FakeAutomation automation;
        const Bench bench(automation);
        QVERIFY(!bench.the<QLineEdit>("listenerCertificate")->isVisible());
        bench.chooseAddress(Everywhere);
        bench.answer("Let them in");
        QCOMPARE(automation.held.host, Everywhere);
        QVERIFY(bench.the<QLineEdit>("listenerCertificate")->isVisible());
        QVERIFY(bench.the<QLabel>("listenerNeeds")->text().contains(QLatin1String("token")));
        bench.chooseAddress(Here); // nobody is asked about less
        QCOMPARE(automation.held.host, Here);
        QVERIFY(!bench.the<QLineEdit>("listenerCertificate")->isVisible());
    }

    void address_ofAFile_isOfferedThoughThisComputerHasItNot()
    {
        FakeAutomation automation;
        automation.held.host = QStringLiteral("10.9.8.7");
        const Bench bench(automation);
        QVERIFY(bench.the<QComboBox>("listenerAddress")->currentText().contains(automation.held.host));
    }

    void port_typed_isChosenOnce()
    {
        FakeAutomation automation;
        const Bench bench(automation);
        const QSignalSpy changed(&automation, &AutomationSource::changed);
        auto *port = bench.the<QSpinBox>("listenerPort");
        port->setFocus();
        port->selectAll();
        QTest::keyClicks(port, QStringLiteral("9000"));
        QCOMPARE(changed.count(), 0);
        QTest::keyClick(port, Qt::Key_Return);
        QCOMPARE(automation.held.port, 9000);
        QCOMPARE(changed.count(), 1);
    }

    void certificate_typed_isKeptWithItsKeyAndNames()
    {
        FakeAutomation automation;
        automation.held.host = Everywhere;
        const Bench bench(automation);
        const std::pair<const char *, const char *> typed[] = {{"listenerCertificate", "/a/cert.pem"},
                                                               {"listenerKey", "/a/key.pem"},
                                                               {"listenerNames", "one.example; two.example"}};
        for (const auto &[name, text] : typed) {
            auto *field = bench.the<QLineEdit>(name);
            field->setText(QString::fromLatin1(text));
            Q_EMIT field->editingFinished();
        }
        QCOMPARE(automation.held.certificate, QStringLiteral("/a/cert.pem"));
        QCOMPARE(automation.held.key, QStringLiteral("/a/key.pem"));
        QCOMPARE(automation.held.names,
                 QStringList({QStringLiteral("one.example"), QStringLiteral("two.example")}));
    }

    void token_ofATakenName_saysSoAndAsksAgain()
    {
        FakeAutomation automation;
        automation.known = {{QStringLiteral("ci"), 0, 0}};
        const Bench bench(automation);
        bench.button("New token")->click();
        auto *dialog = bench.window.findChild<TokenDialog *>();
        auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("tokenName"));
        name->setText(QStringLiteral("ci"));
        Test::visibleButton<QPushButton>(*dialog, QStringLiteral("Make token"))->click();
        QTRY_VERIFY(showsText(*dialog, QStringLiteral("There is one.")));
        QVERIFY(name->isEnabled());
    }

    void token_made_isShownOnceAndListed()
    {
        FakeAutomation automation;
        const Bench bench(automation);
        bench.button("New token")->click();
        auto *dialog = bench.window.findChild<TokenDialog *>();
        QVERIFY(!Test::visibleButton<QPushButton>(*dialog, QStringLiteral("Make token"))->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("tokenName")),
                         QStringLiteral("laptop"));
        QTest::keyClick(dialog->findChild<QLineEdit *>(QStringLiteral("tokenName")), Qt::Key_Return);
        const QString token = QStringLiteral("gemmary_secret-of-laptop");
        QTRY_COMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("newToken"))->text(), token);
        QVERIFY(dialog->isVisible());
        Test::visibleButton<QPushButton>(*dialog, QStringLiteral("Copy"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), token);
        Test::visibleButton<QPushButton>(*dialog, QStringLiteral("Done"))->click();
        QTRY_VERIFY(!bench.window.findChild<TokenDialog *>());
        QTRY_VERIFY(showsText(bench.window, QStringLiteral("laptop")));
        QVERIFY(showsText(bench.window, QStringLiteral("not used since Gemmary started")));
        QVERIFY(!showsText(bench.window, QStringLiteral("secret")));
        QCOMPARE(automation.calls, QStringList{QStringLiteral("make laptop")});
    }

    void token_revoked_isAskedAboutFirst()
    {
        FakeAutomation automation;
        automation.known = {{QStringLiteral("ci"), 1'700'000'000'000, 1'700'000'100'000},
                            {QStringLiteral("<b>bold</b>"), 0, 0}};
        const Bench bench(automation);
        QTRY_VERIFY(showsText(bench.window, QStringLiteral("<b>bold</b>")));
        QVERIFY(showsText(bench.window, QStringLiteral("last used")));
        bench.button("Revoke")->click();
        QVERIFY(bench.question());
        QVERIFY(automation.calls.isEmpty());
        bench.answer("Revoke");
        QCOMPARE(automation.calls, QStringList{QStringLiteral("revoke ci")});
        QTRY_VERIFY(!showsText(bench.window, QStringLiteral("last used")));
    }

    void command_whileNobodyListens_isNotOffered()
    {
        FakeAutomation automation;
        const Bench bench(automation);
        QVERIFY(!bench.the<QLabel>("curl")->isVisible());
    }

    void command_withoutTokens_isPlainAndTheDescriptionIsALink()
    {
        FakeAutomation automation;
        const Bench bench(automation);
        automation.listen(Url);
        bench.the<QComboBox>("request")->setCurrentIndex(1);
        QCOMPARE(bench.curl(), QStringLiteral("curl -sS http://127.0.0.1:8787/process/list"));
        QVERIFY(bench.the<QLabel>("description")->text().contains(QLatin1String("<a href=")));
    }

    void command_whereTokensAreNeeded_hasAVariableAndNoSecret()
    {
        FakeAutomation automation;
        automation.held.certificate = QStringLiteral("/it's/cert.pem");
        automation.asksTokens = true;
        const Bench bench(automation);
        automation.listen(QStringLiteral("https://host:8787"));
        const auto *requests = bench.the<QComboBox>("request");
        for (int i = 0; i < requests->count(); ++i) {
            bench.the<QComboBox>("request")->setCurrentIndex(i);
            QVERIFY(bench.curl().contains(QLatin1String("\"Authorization: Bearer $API_TOKEN\"")));
            QVERIFY(bench.curl().contains(QLatin1String("--cacert '/it'\\''s/cert.pem'")));
            QVERIFY(!bench.curl().contains(QLatin1String("gemmary_")));
        }
        QVERIFY(!bench.the<QLabel>("description")->text().contains(QLatin1String("<a href=")));
    }
};

QTEST_MAIN(TestAutomationPage)
#include "tst_automationpage.moc"
