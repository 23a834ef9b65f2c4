// SPDX-License-Identifier: GPL-3.0-or-later
// Size: one dialogue with all of its pages; the fakes serve every case
#include "preferences/preferencefield.h"
#include "preferences/preferencesdialog.h"
#include "summarizers/consentgate.h"
#include "support/fakeautomation.h"
#include "support/fakesummarizers.h"
#include "widgets/noticebar.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Gemmary;

namespace {

using Kind = PreferenceRow::Kind;
using Origin = PreferenceRow::Origin;

PreferenceRow row(const char *key, Kind kind, const QString &value, QStringList options = {})
{
    PreferenceRow row;
    row.key = QString::fromLatin1(key);
    row.kind = kind;
    row.options = std::move(options);
    row.defaultValue = row.value = value;
    row.most = 1000;
    return row;
}

// Preferences in memory that can be told to fail.
class FakeSource : public PreferencesSource
{
public:
    std::vector<PreferenceRow> held{
        row("GEMMARY_TRAY", Kind::Bool, QStringLiteral("false")),
        row("GEMMARY_TOP_WORDS", Kind::Number, QStringLiteral("5")),
        row("GEMMARY_WORKERS", Kind::Number, QStringLiteral("0")),
        row("GEMMARY_LARGEST_DOCUMENT", Kind::Size, QStringLiteral("2G")),
        row("GEMMARY_APPEARANCE", Kind::Choice, QStringLiteral("system"),
            {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")}),
        row("GEMMARY_EXCLUDE", Kind::List, {}),
    };
    QList<std::pair<QString, QString>> calls;
    bool fails = false;
    QString address;       // of a shared database
    QString addressSource; // what sets it

    std::vector<PreferenceRow> rows() const override { return held; }

    Result<void> set(const QString &key, const QString &value) override
    {
        calls.append({key, value});
        if (fails)
            return failure(ErrorKind::Storage, QStringLiteral("The disk is full."));
        PreferenceRow &changedRow = *std::ranges::find(held, key, &PreferenceRow::key);
        changedRow.value = value;
        changedRow.origin = changedRow.isChanged() ? Origin::UserFile : Origin::Default;
        Q_EMIT changed();
        return {};
    }

    Values chosen() const override
    {
        Values values;
        for (const PreferenceRow &one : held) {
            if (one.isChanged())
                values.insert(one.key, one.value);
        }
        return values;
    }

    Result<void> replaceChosen(const Values &values) override
    {
        for (PreferenceRow &one : held)
            one.value = values.value(one.key, one.defaultValue);
        Q_EMIT changed();
        return {};
    }

    Result<void> exportTo(const QString &) const override { return {}; }
    Result<void> importFrom(const QString &) override { return {}; }
    PreferenceFacts facts() const override
    {
        PreferenceFacts facts{QStringLiteral("/h"), QStringLiteral("/h/gemmary.db"), 1, {}, {}, {}, {}, {}};
        facts.sharedAddress = address;
        facts.sharedSource = addressSource;
        return facts;
    }
    QFuture<Result<StoreFacts>> testDatabase(const QString &tested) const override
    {
        if (tested.contains(QLatin1String("away")))
            return QtFuture::makeReadyFuture(
                Result<StoreFacts>(failure(ErrorKind::Unavailable, QStringLiteral("It does not answer."))));
        StoreFacts facts;
        facts.product = QStringLiteral("PostgreSQL 15");
        facts.place = QStringLiteral("host/name");
        facts.isServer = true;
        facts.newestSchema = 1;
        return QtFuture::makeReadyFuture(Result<StoreFacts>(facts));
    }
    Result<void> shareDatabase(const QString &shared) override
    {
        if (fails)
            return failure(ErrorKind::Storage, QStringLiteral("The disk is full."));
        address = shared;
        return {};
    }
    QString diagnostics() const override { return QStringLiteral("Gemmary 1"); }

    PreferenceRow &at(const char *key)
    {
        return *std::ranges::find(held, QString::fromLatin1(key), &PreferenceRow::key);
    }
};

struct DialogParts
{
    FakeSummarizers summarizers;
    QWidget window;
    ConsentGate gate{summarizers, &window};
    FakeAutomation automation;
};

class Dialog : public DialogParts, public PreferencesDialog
{
public:
    explicit Dialog(PreferencesSource &source)
        : PreferencesDialog(source, summarizers, gate, automation)
    {}
};

template <typename Widget>
Widget *control(const PreferencesDialog &dialog, const char *key)
{
    return dialog.findChild<Widget *>(QString::fromLatin1(key));
}

QPushButton *buttonOf(const PreferencesDialog &dialog, const char *text)
{
    const auto buttons = dialog.findChildren<QPushButton *>();
    return *std::ranges::find(buttons, QString::fromLatin1(text), &QPushButton::text);
}

PreferenceField *fieldOf(const PreferencesDialog &dialog, const char *key)
{
    for (auto *field : dialog.findChildren<PreferenceField *>()) {
        if (field->key() == QLatin1StringView(key))
            return field;
    }
    return nullptr;
}

QString textsOf(const QWidget *widget)
{
    QStringList texts;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        texts.append(label->text());
    return texts.join(QLatin1Char('\n'));
}

QStringList shownKeys(const PreferencesDialog &dialog)
{
    QStringList keys;
    for (const auto *field : dialog.findChildren<PreferenceField *>()) {
        if (field->isVisibleTo(&dialog))
            keys.append(field->key());
    }
    return keys;
}

QPushButton *button(const QWidget &window, const QString &text)
{
    for (auto *one : window.findChildren<QPushButton *>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

} // namespace

class TestPreferencesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void database_test_saysWhatItIsOrWhatIsWrong()
    {
        FakeSource source;
        const Dialog dialog(source);
        auto *address = control<QLineEdit>(dialog, "databaseAddress");
        auto *answer = control<QLabel>(dialog, "databaseAnswer");
        QVERIFY(!buttonOf(dialog, "Test")->isEnabled());
        address->setText(QStringLiteral(" postgresql://away/name "));
        buttonOf(dialog, "Test")->click();
        QTRY_COMPARE(answer->text(), QStringLiteral("It does not answer."));
        address->setText(QStringLiteral("postgresql://host/name"));
        buttonOf(dialog, "Test")->click();
        QTRY_VERIFY(answer->text().contains(QStringLiteral("PostgreSQL 15")));
        QVERIFY(answer->text().contains(QStringLiteral("not encrypted")));
        QVERIFY(answer->text().contains(QStringLiteral("set up its tables")));
    }

    void database_useAndStop_areKeptOrSayWhyNot()
    {
        FakeSource source;
        const Dialog dialog(source);
        QVERIFY(!buttonOf(dialog, "Stop sharing")->isVisibleTo(&dialog));
        control<QLineEdit>(dialog, "databaseAddress")->setText(QStringLiteral("postgresql://host/name"));
        source.fails = true;
        buttonOf(dialog, "Use it")->click();
        QVERIFY(source.address.isEmpty());
        source.fails = false;
        buttonOf(dialog, "Use it")->click();
        QCOMPARE(source.address, QStringLiteral("postgresql://host/name"));
        QVERIFY(!buttonOf(dialog, "Use it")->isEnabled());
        buttonOf(dialog, "Stop sharing")->click();
        QVERIFY(source.address.isEmpty());
        QVERIFY(control<QLineEdit>(dialog, "databaseAddress")->text().isEmpty());
    }

    void database_setFromOutside_cannotBeChangedHere()
    {
        FakeSource source;
        source.address = QStringLiteral("postgresql://host/name");
        source.addressSource = QStringLiteral("the environment");
        const Dialog dialog(source);
        QVERIFY(control<QLineEdit>(dialog, "databaseAddress")->isReadOnly());
        QVERIFY(!buttonOf(dialog, "Use it")->isEnabled());
        QVERIFY(!buttonOf(dialog, "Stop sharing")->isVisibleTo(&dialog));
        QVERIFY(buttonOf(dialog, "Test")->isEnabled());
    }

    void row_everyOne_hasAccessibleNameAndShowsItsDefault()
    {
        FakeSource source;
        const Dialog dialog(source);
        QCOMPARE(dialog.findChildren<PreferenceField *>().size(), static_cast<qsizetype>(source.held.size()));
        for (const auto *field : dialog.findChildren<PreferenceField *>()) {
            QVERIFY(!field->control()->accessibleName().isEmpty());
            QVERIFY(field->control()->accessibleDescription().contains(QStringLiteral("Default: ")));
            QVERIFY(textsOf(field).contains(QStringLiteral("Default: ")));
            for (const auto *tool : field->findChildren<QToolButton *>())
                QVERIFY(tool->parent() != field || !tool->accessibleName().isEmpty());
        }
    }

    void row_eachKind_tellsTheSourceOnce()
    {
        FakeSource source;
        Dialog dialog(source);
        dialog.show();
        control<QCheckBox>(dialog, "GEMMARY_TRAY")->click();
        control<QSpinBox>(dialog, "GEMMARY_TOP_WORDS")->setValue(7);
        control<QSpinBox>(dialog, "GEMMARY_LARGEST_DOCUMENT")->setValue(64);
        auto *text = control<QLineEdit>(dialog, "GEMMARY_EXCLUDE");
        text->setText(QStringLiteral("*.log"));
        QTest::keyClick(text, Qt::Key_Return);
        Q_EMIT text->editingFinished(); // leaving the field after Enter says it again
        const QList<std::pair<QString, QString>> expected{
            {QStringLiteral("GEMMARY_TRAY"), QStringLiteral("true")},
            {QStringLiteral("GEMMARY_TOP_WORDS"), QStringLiteral("7")},
            {QStringLiteral("GEMMARY_LARGEST_DOCUMENT"), QStringLiteral("64M")},
            {QStringLiteral("GEMMARY_EXCLUDE"), QStringLiteral("*.log")}};
        QCOMPARE(source.calls, expected);
        QVERIFY(dialog.isVisible()); // Enter in a field closes nothing
    }

    void choice_byKeyboard_isTold()
    {
        FakeSource source;
        Dialog dialog(source);
        dialog.showPage(QStringLiteral("appearance"));
        dialog.show();
        QTest::keyClick(control<QComboBox>(dialog, "GEMMARY_APPEARANCE"), Qt::Key_Down);
        QCOMPARE(source.calls.size(), 1);
        QCOMPARE(source.calls.front().second, QStringLiteral("light"));
    }

    void number_leastThatMeansSomethingElse_saysSo()
    {
        FakeSource source;
        const Dialog dialog(source);
        QCOMPARE(control<QSpinBox>(dialog, "GEMMARY_WORKERS")->text(), QStringLiteral("one a core"));
    }

    void row_changedElsewhere_isShownAndNotToldAgain()
    {
        FakeSource source;
        const Dialog dialog(source);
        source.at("GEMMARY_TRAY").value = QStringLiteral("true");
        Q_EMIT source.changed();
        QVERIFY(control<QCheckBox>(dialog, "GEMMARY_TRAY")->isChecked());
        QVERIFY(source.calls.isEmpty());
    }

    void row_changed_offersItsDefault()
    {
        FakeSource source;
        Dialog dialog(source);
        auto *reset = fieldOf(dialog, "GEMMARY_TOP_WORDS")
                          ->findChild<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(!reset->isVisibleTo(reset->parentWidget()));
        control<QSpinBox>(dialog, "GEMMARY_TOP_WORDS")->setValue(7);
        QVERIFY(reset->isVisibleTo(reset->parentWidget()));
        reset->click();
        QCOMPARE(source.calls.back().second, QStringLiteral("5"));
        QCOMPARE(control<QSpinBox>(dialog, "GEMMARY_TOP_WORDS")->value(), 5);
        QVERIFY(!reset->isVisibleTo(reset->parentWidget()));
    }

    void row_setByTheEnvironment_isDisabledAndSaysWhy()
    {
        FakeSource source;
        source.at("GEMMARY_TOP_WORDS").origin = Origin::Environment;
        source.at("GEMMARY_TOP_WORDS").value = QStringLiteral("9");
        const Dialog dialog(source);
        const auto *box = control<QSpinBox>(dialog, "GEMMARY_TOP_WORDS");
        QVERIFY(!box->isEnabled());
        const QString why = textsOf(fieldOf(dialog, "GEMMARY_TOP_WORDS"));
        QVERIFY(why.contains(QStringLiteral("environment variable")) &&
                why.contains(QStringLiteral("GEMMARY_TOP_WORDS")));
        QVERIFY(box->accessibleDescription().contains(QStringLiteral("environment variable")));
        QVERIFY(control<QSpinBox>(dialog, "GEMMARY_WORKERS")->isEnabled());
    }

    void search_anyWord_findsTheRow_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("keys");
        const QStringList top{QStringLiteral("GEMMARY_TOP_WORDS")};
        QTest::newRow("title") << QStringLiteral("most frequent") << top;
        QTest::newRow("words in another order") << QStringLiteral("frequent MOST") << top;
        QTest::newRow("help") << QStringLiteral("kept anyhow") << top;
        QTest::newRow("key") << QStringLiteral("gemmary_top") << top;
        QTest::newRow("option") << QStringLiteral("dark")
                                << QStringList{QStringLiteral("GEMMARY_APPEARANCE")};
        QTest::newRow("page") << QStringLiteral("appearance and")
                              << QStringList{QStringLiteral("GEMMARY_APPEARANCE")};
        QTest::newRow("nothing") << QStringLiteral("xyzzy") << QStringList();
        QTest::newRow("no pattern") << QStringLiteral("(.*[") << QStringList();
    }

    void search_anyWord_findsTheRow()
    {
        QFETCH(QString, words);
        QFETCH(QStringList, keys);
        FakeSource source;
        Dialog dialog(source);
        dialog.search(words);
        QCOMPARE(shownKeys(dialog), keys);
    }

    void search_cleared_isBackWhereItBegan()
    {
        FakeSource source;
        Dialog dialog(source);
        dialog.showPage(QStringLiteral("input"));
        const QStringList before = shownKeys(dialog);
        dialog.search(QStringLiteral("dark"));
        QVERIFY(shownKeys(dialog) != before);
        dialog.show();
        auto *search = dialog.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(dialog.isVisible());
        QCOMPARE(shownKeys(dialog), before);
        QCOMPARE(dialog.page(), QStringLiteral("input"));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void search_pageChosenMeanwhile_showsThatPage()
    {
        FakeSource source;
        Dialog dialog(source);
        dialog.search(QStringLiteral("most frequent"));
        dialog.findChild<QListWidget *>()->setCurrentRow(static_cast<int>(PreferencePage::Statistics));
        QCOMPARE(dialog.page(), QStringLiteral("statistics"));
        QVERIFY(dialog.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly)->text().isEmpty());
    }

    void page_byItsId_isShown_data()
    {
        QTest::addColumn<QString>("id");
        for (const PreferencePageText &page : preferencePages())
            QTest::newRow(page.id) << QString::fromLatin1(page.id);
    }

    void page_byItsId_isShown()
    {
        QFETCH(QString, id);
        FakeSource source;
        Dialog dialog(source);
        dialog.search(QStringLiteral("dark"));
        dialog.showPage(id);
        QCOMPARE(dialog.page(), id);
        for (const QString &key : shownKeys(dialog)) {
            const auto texts = preferenceTexts();
            const auto text = std::ranges::find_if(
                texts, [&](const auto &one) { return key == QLatin1StringView(one.key); });
            QCOMPARE(QString::fromLatin1(preferencePages()[static_cast<std::size_t>(text->page)].id), id);
        }
    }

    void summaries_engineChosen_offersOnlyWhatItNeeds()
    {
        FakeSource source;
        const Dialog dialog(source);
        auto *engine = dialog.findChild<QComboBox *>(QStringLiteral("GEMMARY_SUMMARIZER"));
        auto *key = dialog.findChild<QLineEdit *>(QStringLiteral("googleKey"));
        auto *model = dialog.findChild<QComboBox *>(QStringLiteral("GEMMARY_MODEL"));
        auto *address = dialog.findChild<QLineEdit *>(QStringLiteral("GEMMARY_BASE_URL"));
        const auto isOffered = [](QWidget *field) {
            const QWidget *row = field;
            while (!qobject_cast<const CardRow *>(row))
                row = row->parentWidget();
            return qobject_cast<const CardRow *>(row)->isOffered();
        };
        const auto choose = [&](const char *id) {
            engine->setCurrentIndex(engine->findData(QString::fromLatin1(id)));
            Q_EMIT engine->activated(engine->currentIndex());
        };
        QVERIFY(!isOffered(key) && !isOffered(model) && !isOffered(address));
        choose("gemini");
        QVERIFY(isOffered(key) && isOffered(model) && !isOffered(address));
        choose("ollama");
        QVERIFY(!isOffered(key) && isOffered(model) && isOffered(address));
    }

    void key_kept_isNeverShown()
    {
        FakeSource source;
        Dialog dialog(source);
        auto *field = dialog.findChild<QLineEdit *>(QStringLiteral("googleKey"));
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        field->setText(QStringLiteral(" secret-key "));
        buttonOf(dialog, "Only for this run")->click();
        QTRY_COMPARE(field->text(), QString());
        QCOMPARE(dialog.summarizers.key, QStringLiteral("secret-key"));
        QCOMPARE(dialog.summarizers.place, KeyPlace::ThisRun);
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            QVERIFY(!label->text().contains(QLatin1String("secret")));
    }

    void key_withoutAKeyring_isForThisRunOnly()
    {
        FakeSource source;
        Dialog dialog(source);
        dialog.summarizers.keyring = false;
        dialog.findChild<QLineEdit *>(QStringLiteral("googleKey"))->setText(QStringLiteral("k"));
        QVERIFY(!buttonOf(dialog, "Keep in the keyring")->isEnabled());
        QVERIFY(buttonOf(dialog, "Only for this run")->isEnabled());
    }

    void address_thatIsNone_isRefusedAndSaid()
    {
        FakeSource source;
        Dialog dialog(source);
        dialog.summarizers.held.summarizer = QStringLiteral("ollama");
        Q_EMIT dialog.summarizers.changed();
        auto *address = dialog.findChild<QLineEdit *>(QStringLiteral("GEMMARY_BASE_URL"));
        address->setText(QStringLiteral("file:///etc/passwd"));
        Q_EMIT address->returnPressed();
        QVERIFY(dialog.findChild<QLabel *>(QStringLiteral("serverAnswer"))
                    ->text()
                    .contains(QLatin1String("no address")));
        QCOMPARE(dialog.summarizers.held.address, QString());
    }

    void privacy_consentTakenBack_isAskedForAgain()
    {
        FakeSource source;
        Dialog dialog(source);
        dialog.summarizers.setConsent(QStringLiteral("google"), true);
        dialog.showPage(QStringLiteral("privacy"));
        auto *back = buttonOf(dialog, "Take back");
        QVERIFY(back->isVisibleTo(&dialog));
        back->click();
        QVERIFY(!dialog.summarizers.hasConsent(QStringLiteral("google")));
        QVERIFY(!back->isVisibleTo(&dialog));
    }

    void privacy_models_areListedWithTheirDocuments()
    {
        FakeSource source;
        Dialog dialog(source);
        dialog.summarizers.used = {
            {{QStringLiteral("gemini"), QStringLiteral("gemma-4-31b-it"), {}}, 2, 40, 44, 123'456, 789, 1}};
        dialog.showPage(QStringLiteral("privacy"));
        dialog.show();
        const auto *uses = dialog.findChild<QLabel *>(QStringLiteral("modelUses"));
        QTRY_VERIFY(uses->text().contains(QLatin1String("gemma-4-31b-it")));
        QVERIFY(uses->text().contains(QLatin1String("40")));
        QVERIFY(uses->text().contains(QLatin1String("leaves this computer")));
        QVERIFY(uses->text().contains(QLatin1String("123,456")));
        QVERIFY(uses->text().contains(QLatin1String("789")));
    }

    void write_thatFails_isSaidAndTheOldValueShown()
    {
        FakeSource source;
        source.fails = true;
        Dialog dialog(source);
        control<QCheckBox>(dialog, "GEMMARY_TRAY")->click();
        const auto *notice = dialog.findChild<NoticeBar *>();
        QVERIFY(notice->isVisibleTo(&dialog));
        QCOMPARE(notice->accessibleName(), QStringLiteral("The disk is full."));
        QVERIFY(!control<QCheckBox>(dialog, "GEMMARY_TRAY")->isChecked());
        QCOMPARE(source.calls.size(), 1);
    }

    void wheel_overAControl_changesNothing()
    {
        FakeSource source;
        Dialog dialog(source);
        auto *box = control<QSpinBox>(dialog, "GEMMARY_TOP_WORDS");
        QWheelEvent turn({5, 5}, box->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(box, &turn);
        QCOMPARE(box->value(), 5);
        QVERIFY(source.calls.isEmpty());
    }

    void resetAll_canBeUndone()
    {
        FakeSource source;
        source.at("GEMMARY_TOP_WORDS").value = QStringLiteral("9");
        const Dialog dialog(source);
        button(dialog, QStringLiteral("Reset all"))->click();
        QCOMPARE(control<QSpinBox>(dialog, "GEMMARY_TOP_WORDS")->value(), 5);
        button(*dialog.findChild<NoticeBar *>(), QStringLiteral("Undo"))->click();
        QCOMPARE(control<QSpinBox>(dialog, "GEMMARY_TOP_WORDS")->value(), 9);
    }

    void diagnostics_copied_areOnTheClipboard()
    {
        FakeSource source;
        const Dialog dialog(source);
        button(dialog, QStringLiteral("Copy"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Gemmary 1"));
    }

    void recentFolders_forgotten_areAskedToBe()
    {
        FakeSource source;
        const Dialog dialog(source);
        const QSignalSpy asked(&dialog, &PreferencesDialog::forgetRecentFoldersRequested);
        button(dialog, QStringLiteral("Forget them"))->click();
        QCOMPARE(asked.count(), 1);
    }

    void button_everyOne_hasAName()
    {
        FakeSource source;
        const Dialog dialog(source);
        for (const auto *one : dialog.findChildren<QAbstractButton *>()) {
            const bool isOfAField =
                qobject_cast<QLineEdit *>(one->parentWidget()) != nullptr; // its own clear button
            QVERIFY(isOfAField || !one->text().isEmpty() || !one->accessibleName().isEmpty());
        }
    }
};

QTEST_MAIN(TestPreferencesDialog)
#include "tst_preferencesdialog.moc"
