// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/preferencesfile.h"

#include "preferences/preferencetexts.h"
#include "settings/environmentfile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Gemmary;

namespace {

const QString Top = QStringLiteral("GEMMARY_TOP_WORDS");
const QString Tray = QStringLiteral("GEMMARY_TRAY");
const QString Language = QStringLiteral("GEMMARY_LANGUAGE");

// A program's preferences in a folder of their own.
class Bench
{
public:
    explicit Bench(QHash<QString, QString> environment = {}, const QByteArray &userFile = {})
    {
        QFile file(path());
        if (!userFile.isEmpty() && file.open(QIODevice::WriteOnly))
            file.write(userFile);
        file.close();
        SettingsSources sources{
            {QStringLiteral("the environment"), std::move(environment), SettingOrigin::Environment},
            {path(), readEnvironmentFile(path()).value(), SettingOrigin::UserFile}};
        const Settings settings = loadSettings(sources).value();
        m_preferences =
            std::make_unique<PreferencesFile>(settings, std::move(sources), StoreInUse{sharedPlace, inspect});
    }

    // What the looking at a database answers, and the address that was looked at.
    static Result<StoreFacts> inspect(const QString &address)
    {
        if (address.contains(QLatin1String("away")))
            return failure(ErrorKind::Unavailable, QStringLiteral("It does not answer."));
        StoreFacts facts;
        facts.place = address;
        return facts;
    }

    [[nodiscard]] PreferencesFile &preferences() const { return *m_preferences; }
    [[nodiscard]] QString path(const QString &name = QStringLiteral("gemmary.conf")) const
    {
        return m_folder.filePath(name);
    }

    [[nodiscard]] PreferenceRow row(const QString &key) const
    {
        const auto rows = m_preferences->rows();
        return *std::ranges::find(rows, key, &PreferenceRow::key);
    }

    [[nodiscard]] QByteArray content(const QString &name = QStringLiteral("gemmary.conf")) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }

private:
    const QString sharedPlace = QStringLiteral("host/name");
    QTemporaryDir m_folder;
    std::unique_ptr<PreferencesFile> m_preferences;
};

// Summarisers are chosen with what they need: see SummaryPages.
bool hasItsOwnRow(const QString &key)
{
    return key == QLatin1String("GEMMARY_SUMMARIZER") || key == QLatin1String("GEMMARY_MODEL");
}

} // namespace

class TestPreferencesFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_everyPreference_hasThemAndNoOther()
    {
        const Bench bench;
        QStringList keys;
        for (const PreferenceRow &row : bench.preferences().rows()) {
            if (!hasItsOwnRow(row.key))
                keys.append(row.key);
        }
        QStringList described;
        for (const PreferenceText &text : preferenceTexts())
            described.append(QString::fromLatin1(text.key));
        std::ranges::sort(keys);
        std::ranges::sort(described);
        QCOMPARE(described, keys);
    }

    void texts_everyOption_hasWords()
    {
        const Bench bench;
        for (const PreferenceRow &row : bench.preferences().rows()) {
            for (const QString &option : row.options) {
                if (!hasItsOwnRow(row.key) &&
                    option != QStringLiteral("pseudo")) // for translators, who know it
                    QVERIFY2(optionText(row.key, option) != option, qPrintable(row.key + option));
            }
        }
    }

    void value_chosen_holdsIsKeptAndSaid()
    {
        const Bench bench;
        const QSignalSpy changed(&bench.preferences(), &PreferencesSource::changed);
        const QString instance = bench.preferences().settings().instance;
        QVERIFY(bench.preferences().set(Top, QStringLiteral("9")));
        QCOMPARE(bench.preferences().settings().processDefaults.topWords, 9);
        QCOMPARE(bench.preferences().settings().instance, instance); // the same run
        QCOMPARE(bench.row(Top).origin, PreferenceRow::Origin::UserFile);
        QCOMPARE(bench.row(Top).defaultValue, QStringLiteral("5"));
        QCOMPARE(bench.content(), QByteArray("GEMMARY_TOP_WORDS=9\n"));
        QCOMPARE(changed.count(), 1);
    }

    void summarizer_chosen_isKeptWithModelAndAddress()
    {
        const Bench bench({}, "# mine\nGEMMARY_BASE_URL=http://127.0.0.1:8080\n");
        QVERIFY(
            bench.preferences().chooseSummarizer(QStringLiteral("gemini"), QStringLiteral("gemma-4"), {}));
        QCOMPARE(bench.content(), QByteArray("# mine\nGEMMARY_BASE_URL=http://127.0.0.1:8080\n"
                                             "GEMMARY_MODEL=gemma-4\nGEMMARY_SUMMARIZER=gemini\n"));
        QVERIFY(bench.preferences().settings().geminiUrl.isEmpty()); // that server is not Google's
        QVERIFY(bench.preferences().chooseSummarizer(QStringLiteral("ollama"), QStringLiteral("gemma3:4b"),
                                                     QString()));
        QVERIFY(!bench.content().contains("BASE_URL"));
        QVERIFY(bench.preferences().chooseSummarizer(QStringLiteral("extractive"), {}, {}));
        QCOMPARE(bench.content(), QByteArray("# mine\n"));
    }

    void summarizer_setByTheEnvironment_isNotChosenHere()
    {
        const Bench bench({{QStringLiteral("GEMMARY_SUMMARIZER"), QStringLiteral("none")}});
        const auto done = bench.preferences().chooseSummarizer(QStringLiteral("extractive"), {}, {});
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Conflict);
        QVERIFY(!QFile::exists(bench.path()));
    }

    void value_ofTheEnvironment_winsAndIsLocked()
    {
        const Bench bench({{Tray, QStringLiteral("yes")}}, "GEMMARY_TRAY=false\n");
        QCOMPARE(bench.row(Tray).value, QStringLiteral("true"));
        QVERIFY(bench.row(Tray).isLocked());
        QVERIFY(originText(bench.row(Tray)).contains(Tray));
        QVERIFY(!bench.row(Top).isLocked());
        QVERIFY(!bench.preferences().set(Tray, QStringLiteral("false")));
        QCOMPARE(bench.content(), QByteArray("GEMMARY_TRAY=false\n"));
    }

    void value_brokenFile_isRefusedAndNothingLost()
    {
        const Bench bench;
        QFile file(bench.path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("A=1\nbroken by hand\n");
        file.close();
        const auto done = bench.preferences().set(Top, QStringLiteral("9"));
        QVERIFY(!done);
        QVERIFY(done.error().message.contains(QStringLiteral("line 2")));
        QCOMPARE(bench.preferences().settings().processDefaults.topWords, 5);
        QCOMPARE(bench.content(), QByteArray("A=1\nbroken by hand\n"));
    }

    void exported_andImported_bringsThePreferencesOnly()
    {
        const Bench one(
            {}, "GEMMARY_HOME=/secret/place\nDATABASE_URL=postgresql://me:pw@host/db\nGEMMARY_TOP_WORDS=9\n");
        QVERIFY(one.preferences().exportTo(one.path(QStringLiteral("out.conf"))));
        QCOMPARE(one.content(QStringLiteral("out.conf")), QByteArray("GEMMARY_TOP_WORDS=9\n"));

        const Bench other({}, "# mine\nGEMMARY_TRAY=true\nGEMMARY_HOME=/here\n");
        QVERIFY(other.preferences().importFrom(one.path(QStringLiteral("out.conf"))));
        QCOMPARE(other.content(), QByteArray("# mine\nGEMMARY_HOME=/here\nGEMMARY_TOP_WORDS=9\n"));
    }

    void import_ofAForeignOrBadFile_changesNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no preferences") << QByteArray("A=1\n");
        QTest::newRow("only addresses") << QByteArray("DATABASE_URL=postgresql://host/db\n");
        QTest::newRow("no settings") << QByteArray("Dear reader\n");
        QTest::newRow("one bad value") << QByteArray("GEMMARY_TRAY=true\nGEMMARY_TOP_WORDS=many\n");
        QTest::newRow("binary") << QByteArray("\0\1\2\xff\n", 5);
    }

    void import_ofAForeignOrBadFile_changesNothing()
    {
        QFETCH(QByteArray, content);
        const Bench bench({}, "GEMMARY_TOP_WORDS=9\n");
        QFile file(bench.path(QStringLiteral("in.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const QSignalSpy changed(&bench.preferences(), &PreferencesSource::changed);
        QVERIFY(!bench.preferences().importFrom(file.fileName()));
        QCOMPARE(bench.content(), QByteArray("GEMMARY_TOP_WORDS=9\n"));
        QCOMPARE(changed.count(), 0);
    }

    void reset_all_canBeTakenBack()
    {
        const Bench bench({}, "GEMMARY_TOP_WORDS=9\nGEMMARY_LANGUAGE=es\n# end\n");
        const auto before = bench.preferences().chosen();
        QVERIFY(bench.preferences().replaceChosen({}));
        QCOMPARE(bench.content(), QByteArray("# end\n"));
        QCOMPARE(bench.preferences().settings().ui.language, QStringLiteral("system"));
        QVERIFY(bench.preferences().replaceChosen(before));
        QCOMPARE(bench.preferences().chosen(), before);
        QCOMPARE(bench.row(Language).value, QStringLiteral("es"));
    }

    void database_isKeptForTheNextStart_andTheOneInUseStays()
    {
        const Bench bench({}, "# mine\nGEMMARY_TOP_WORDS=9\n");
        const QString address = QStringLiteral("postgresql://me@host/name");
        QVERIFY(bench.preferences().shareDatabase(address));
        QCOMPARE(bench.content(),
                 QByteArray("# mine\nGEMMARY_TOP_WORDS=9\nDATABASE_URL=postgresql://me@host/name\n"));
        QCOMPARE(bench.preferences().facts().sharedAddress, address);
        QCOMPARE(bench.preferences().facts().sharedPlace, QStringLiteral("host/name"));
        QVERIFY(bench.preferences().facts().sharedSource.isEmpty());
        QVERIFY(bench.preferences().shareDatabase({}));
        QCOMPARE(bench.content(), QByteArray("# mine\nGEMMARY_TOP_WORDS=9\n"));
        QVERIFY(bench.preferences().facts().sharedAddress.isEmpty());
    }

    void database_thatIsNone_isRefusedAndNothingKept()
    {
        const Bench bench({}, "GEMMARY_TOP_WORDS=9\n");
        QCOMPARE(bench.preferences().shareDatabase(QStringLiteral("mysql://host/name")).error().kind,
                 ErrorKind::InvalidInput);
        QCOMPARE(bench.content(), QByteArray("GEMMARY_TOP_WORDS=9\n"));
        QCOMPARE(bench.preferences().testDatabase(QStringLiteral("host")).result().error().kind,
                 ErrorKind::InvalidInput);
    }

    void database_setFromOutside_namesItsSource()
    {
        const Bench bench({{QStringLiteral("DATABASE_URL"), QStringLiteral("postgresql://host/name")}});
        QCOMPARE(bench.preferences().facts().sharedSource, QStringLiteral("the environment"));
    }

    void database_test_looksAtTheAddressInTheField()
    {
        const Bench bench({{QStringLiteral("DATABASE_URL"), QStringLiteral("postgresql://other/name")}});
        const QString address = QStringLiteral("postgresql://host/name");
        QCOMPARE(bench.preferences().testDatabase(address).result().value().place, address);
        const QString away = QStringLiteral("postgresql://away/name");
        QCOMPARE(bench.preferences().testDatabase(away).result().error().kind, ErrorKind::Unavailable);
    }

    void diagnostics_tellOriginsButNoSecret()
    {
        const Bench bench({{QStringLiteral("DATABASE_URL"), QStringLiteral("postgresql://me:pw@host/db")},
                           {Tray, QStringLiteral("true")}});
        const QString text = bench.preferences().diagnostics();
        QVERIFY(!text.contains(QStringLiteral("pw")));
        QVERIFY(text.contains(QStringLiteral("DATABASE_URL=(set)")));
        QVERIFY(text.contains(QStringLiteral("GEMMARY_TRAY=true  # the environment")));
        QVERIFY(text.contains(QStringLiteral("GEMMARY_TOP_WORDS=5  # default")));
    }
};

QTEST_MAIN(TestPreferencesFile)
#include "tst_preferencesfile.moc"
