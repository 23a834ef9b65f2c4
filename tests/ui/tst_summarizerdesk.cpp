// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/preferencesfile.h"
#include "desktop/summarizerdesk.h"
#include "mainwindow/layoutstore.h"
#include "settings/environmentfile.h"
#include "support/fakesummarizers.h"
#include "support/realengine.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gemmary;

namespace {

const QString KeyringKey = QStringLiteral("key-of-the-keyring");
const QString Gemini = QStringLiteral("gemini");

// A desk over a user's file, with a keyring and a provider in memory.
class Bench
{
public:
    explicit Bench(const QHash<QString, QString> &environment = {}, const QString &kept = {})
        : keyring(kept)
        , preferences(settingsOf(sourcesOf(environment)), sourcesOf(environment), {})
        , answers(folder.filePath(QStringLiteral("window.ini")))
        , desk(preferences, answers, real.engine(), access())
    {}

    static Settings settingsOf(const SettingsSources &sources) { return loadSettings(sources).value(); }

    SettingsSources sourcesOf(const QHash<QString, QString> &environment) const
    {
        return {{QStringLiteral("the environment"), environment, SettingOrigin::Environment},
                {folder.filePath(QStringLiteral("gemmary.conf")), {}, SettingOrigin::UserFile}};
    }

    ModelAccess access()
    {
        ModelAccess access;
        access.findServers = [](const Settings &) { return std::vector<ServerOffer>(); };
        access.list = [this](const Settings &settings, const QString &) {
            listedAt = settings.modelServerUrl;
            return Result<std::vector<ModelOffer>>(
                std::vector<ModelOffer>{FakeSummarizers::offer(QStringLiteral("renamed"), false, true)});
        };
        access.tryModel = [](const Settings &, const QString &, const QString &) {
            return Result<ModelTrial>(ModelTrial());
        };
        access.quota = [](const QString &) { return Result<QuotaUse>(QuotaUse{3, {10, 0, 1'000, 0}}); };
        access.use = [this](const Settings &settings) { used = settings; };
        access.readKey = [this](const ModelKey &key) {
            if (QLatin1StringView(key.name) != QLatin1StringView("gemini"))
                return QtFuture::makeReadyFuture(Result<QString>(failure(ErrorKind::NotFound, {})));
            return QtFuture::makeReadyFuture(
                hasKeyring ? keyring.isEmpty() ? Result<QString>(failure(ErrorKind::NotFound, {}))
                                               : Result<QString>(keyring)
                           : Result<QString>(failure(ErrorKind::Unavailable, {})));
        };
        access.keepKey = [this](const ModelKey &, const QString &key) {
            keyring = key;
            return QtFuture::makeReadyFuture(Result<void>());
        };
        access.forgetKey = [this](const ModelKey &) {
            keyring.clear();
            return QtFuture::makeReadyFuture(Result<void>());
        };
        return access;
    }

    QByteArray content() const
    {
        QFile file(folder.filePath(QStringLiteral("gemmary.conf")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    QString keyring;
    bool hasKeyring = true;
    Settings used;    // by the work
    QString listedAt; // the address
    Test::RealEngine real;
    PreferencesFile preferences;
    LayoutStore answers;
    SummarizerDesk desk;
};

} // namespace

class TestSummarizerDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void key_ofTheKeyring_isUsedByTheWork()
    {
        const Bench bench({}, KeyringKey);
        QTRY_COMPARE(bench.desk.keyPlace(), KeyPlace::Keyring);
        QCOMPARE(bench.used.geminiKey, KeyringKey);
    }

    void key_ofTheEnvironment_winsOverTheKeyring()
    {
        const Bench bench({{QStringLiteral("GEMINI_API_KEY"), QStringLiteral("outside")}}, KeyringKey);
        QTRY_COMPARE(bench.used.geminiKey, QStringLiteral("outside"));
        QCOMPARE(bench.desk.keyPlace(), KeyPlace::Outside);
        QVERIFY(!bench.desk.keySetBy().isEmpty());
    }

    void key_forThisRun_isInNoFileAndNotInTheKeyring()
    {
        Bench bench;
        bench.desk.keepKey(QStringLiteral("fleeting"), KeyPlace::ThisRun);
        QCOMPARE(bench.desk.keyPlace(), KeyPlace::ThisRun);
        QCOMPARE(bench.used.geminiKey, QStringLiteral("fleeting"));
        QVERIFY(bench.keyring.isEmpty());
        QVERIFY(!bench.content().contains("fleeting"));
        bench.desk.forgetKey();
        QCOMPARE(bench.desk.keyPlace(), KeyPlace::Nowhere);
        QVERIFY(bench.used.geminiKey.isEmpty());
    }

    void key_kept_isInTheKeyringUntilForgotten()
    {
        Bench bench;
        bench.desk.keepKey(QStringLiteral("lasting"), KeyPlace::Keyring);
        QTRY_COMPARE(bench.desk.keyPlace(), KeyPlace::Keyring);
        QCOMPARE(bench.keyring, QStringLiteral("lasting"));
        bench.desk.forgetKey();
        QTRY_COMPARE(bench.desk.keyPlace(), KeyPlace::Nowhere);
        QVERIFY(bench.keyring.isEmpty());
    }

    void choice_ofAServer_isKeptWithItsAddressAndNotLostByOthers()
    {
        Bench bench;
        const SummarizerChoice server{QStringLiteral("openai"), QStringLiteral("gemma"),
                                      QStringLiteral("http://127.0.0.1:1234")};
        QVERIFY(bench.desk.choose(server));
        QCOMPARE(bench.desk.choice(), server);
        QVERIFY(bench.desk.choose({Gemini, QStringLiteral("gemma-4"), {}}));
        QCOMPARE(bench.desk.choice().address, QString());
        QCOMPARE(bench.desk.serverAddress(), server.address);
        QVERIFY(bench.used.geminiUrl.isEmpty()); // Google's key does not go to that server
    }

    void models_ofAnAddress_areAskedForThere()
    {
        Bench bench;
        const auto models = bench.desk.models(QStringLiteral("ollama"), QStringLiteral("http://10.0.0.7:1"));
        QTRY_VERIFY(models.isFinished());
        QCOMPARE(bench.listedAt, QStringLiteral("http://10.0.0.7:1"));
        QVERIFY(bench.desk.runsInCloud(QStringLiteral("renamed"))); // whatever its name
        QVERIFY(bench.desk.runsInCloud(QStringLiteral("gpt-oss:120b-cloud")));
        QVERIFY(!bench.desk.runsInCloud(QStringLiteral("gemma3:4b")));
    }

    void consent_given_isRememberedByTheNextRun()
    {
        Bench bench;
        QVERIFY(!bench.desk.hasConsent(QStringLiteral("10.0.0.7")));
        bench.desk.setConsent(QStringLiteral("10.0.0.7"), true);
        SummarizerDesk next(bench.preferences, bench.answers, bench.real.engine(), bench.access());
        QVERIFY(next.hasConsent(QStringLiteral("10.0.0.7")));
        QVERIFY(!next.hasConsent(QStringLiteral("google")));
        next.setConsent(QStringLiteral("10.0.0.7"), false);
        QVERIFY(!bench.desk.hasConsent(QStringLiteral("10.0.0.7")));
    }

    void quota_isToldOfGoogleAlone()
    {
        Bench bench;
        const auto none = bench.desk.quota();
        QTRY_VERIFY(none.isFinished());
        QVERIFY(!none.result());
        QVERIFY(bench.desk.choose({Gemini, QStringLiteral("gemma-4"), {}}));
        const auto quota = bench.desk.quota();
        QTRY_VERIFY(quota.isFinished());
        QCOMPARE(quota.result()->requestsOfDay, 3);
    }

    void uses_ofProcesses_areCountedByModel()
    {
        Bench bench;
        NewProcess process;
        process.name = QStringLiteral("one");
        process.settings.summarizer = Gemini;
        process.settings.model = QStringLiteral("gemma-4");
        auto started = bench.real.engine().start(process);
        QTRY_VERIFY(started.isFinished());
        process.settings.summarizer = QStringLiteral("extractive");
        started = bench.real.engine().start(process);
        QTRY_VERIFY(started.isFinished());
        const auto uses = bench.desk.uses();
        QTRY_VERIFY(uses.isFinished());
        QVERIFY(uses.result());
        QCOMPARE(uses.result()->size(), std::size_t(1));
        QCOMPARE(uses.result()->front().choice.model, QStringLiteral("gemma-4"));
        QCOMPARE(uses.result()->front().processes, 1);
    }
};

QTEST_MAIN(TestSummarizerDesk)
#include "tst_summarizerdesk.moc"
