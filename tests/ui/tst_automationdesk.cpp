// SPDX-License-Identifier: GPL-3.0-or-later
// The listener in the window's program, asked from outside.
#include "desktop/automationdesk.h"
#include "desktop/preferencesfile.h"
#include "processes/processmodel.h"
#include "restservice.h"
#include "settings/environmentfile.h"
#include "support/client.h"
#include "support/realengine.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QtConcurrentRun>

using namespace Gemmary;
using Gemmary::Test::ClientReply;

namespace {

using Kind = ListenerState::Kind;

const QByteArray List = QByteArrayLiteral("/process/list");

// A port that was free a moment ago.
quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray upload(qsizetype bytes)
{
    return R"({"files":[{"name":"a.txt","content":")" + QByteArray("lorem ipsum ").repeated(bytes / 12) +
           R"("}]})";
}

// The window's program without its window.
class Bench
{
public:
    explicit Bench(const QHash<QString, QString> &environment = {})
        : settings(settingsOf(environment))
        , preferences(settings, sourcesOf(environment), {})
        , desk(preferences, access())
    {
        desk.start();
    }

    Settings settingsOf(const QHash<QString, QString> &environment) const
    {
        Settings loaded = loadSettings(sourcesOf(environment)).value();
        loaded.home = real.home();
        return loaded;
    }

    SettingsSources sourcesOf(const QHash<QString, QString> &environment) const
    {
        return {{QStringLiteral("the environment"), environment, SettingOrigin::Environment},
                {file(), {}, SettingOrigin::UserFile}};
    }

    ServingAccess access() const
    {
        ServingAccess access;
        access.start = [&engine = real.engine(), uses = access.uses](const Settings &wished) {
            return startServing(wished, wished.serve, engine, uses);
        };
        access.addToken = addToken;
        access.listTokens = listTokens;
        access.revokeToken = revokeToken;
        return access;
    }

    QString file() const { return folder.filePath(QStringLiteral("gemmary.conf")); }

    // Chooses, and waits for what becomes of it.
    ListenerState choose(bool isOn, quint16 port, const QString &host = QStringLiteral("127.0.0.1"))
    {
        ListenerChoice choice = desk.choice();
        choice.isOn = isOn;
        choice.port = port;
        choice.host = host;
        if (!desk.choose(choice))
            qFatal("the choice was not kept");
        return settled();
    }

    ListenerState settled()
    {
        const bool isSettled = QTest::qWaitFor(
            [this] {
                const bool isWished = desk.choice().isOn;
                const Kind kind = desk.state().kind;
                return isWished ? kind == Kind::Listening || kind == Kind::Failed : !desk.isOpen();
            },
            30'000);
        if (!isSettled)
            qFatal("the listener did not settle");
        return desk.state();
    }

    QByteArray makeToken(const QString &name)
    {
        auto made = desk.makeToken(name);
        if (!QTest::qWaitFor([&] { return made.isFinished(); }, 30'000))
            qFatal("no token was made");
        return made.result().value().toLatin1();
    }

    QTemporaryDir folder;
    Test::RealEngine real;
    Settings settings;
    PreferencesFile preferences;
    AutomationDesk desk;
};

} // namespace

class TestAutomationDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void port_thatIsTaken_isSaidAndTriedAgain()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Bench bench;
        const ListenerState state = bench.choose(true, other.serverPort());
        QCOMPARE(state.kind, Kind::Failed);
        QVERIFY2(state.problem.contains(QString::number(other.serverPort())), qPrintable(state.problem));
        const quint16 port = other.serverPort();
        other.close();
        bench.desk.tryAgain();
        QTRY_COMPARE(bench.desk.state().kind, Kind::Listening);
        QCOMPARE(Test::request(port, "GET", List).status, 200);
    }

    void port_ofAnotherGemmary_isSaid()
    {
        Bench one;
        const quint16 port = freePort();
        QCOMPARE(one.choose(true, port).kind, Kind::Listening);
        Bench other;
        QCOMPARE(other.choose(true, port).kind, Kind::Failed);
        QCOMPARE(Test::request(port, "GET", List).status, 200);
    }

    void address_beyondThisComputer_needsATokenThenACertificate()
    {
        Bench bench;
        const quint16 port = freePort();
        const ListenerState bare = bench.choose(true, port, QStringLiteral("0.0.0.0"));
        QCOMPARE(bare.kind, Kind::Failed);
        QVERIFY2(bare.problem.contains(QLatin1String("token")), qPrintable(bare.problem));
        QCOMPARE(Test::request(port, "GET", List).status, 0);
        bench.makeToken(QStringLiteral("ci")); // which tries again by itself
        QTRY_VERIFY2(bench.desk.state().problem.contains(QLatin1String("certificate")),
                     qPrintable(bench.desk.state().problem));
        QVERIFY(bench.desk.needsToken());
        QCOMPARE(Test::request(port, "GET", List).status, 0);
    }

    void certificate_thatIsNone_isSaid()
    {
        Bench bench;
        bench.makeToken(QStringLiteral("ci"));
        ListenerChoice choice = bench.desk.choice();
        choice.isOn = true;
        choice.host = QStringLiteral("0.0.0.0");
        choice.port = freePort();
        choice.certificate = choice.key = bench.file();
        QVERIFY(bench.desk.choose(choice));
        QCOMPARE(bench.settled().kind, Kind::Failed);
        QVERIFY(!bench.desk.state().problem.isEmpty());
    }

    void listener_setByTheEnvironment_isNotOursToChange()
    {
        Bench bench({{QStringLiteral("GEMMARY_LISTEN_PORT"), QStringLiteral("9999")}});
        QVERIFY(!bench.desk.setBy().isEmpty());
        ListenerChoice choice = bench.desk.choice();
        choice.port = 9998;
        const auto chosen = bench.desk.choose(choice);
        QVERIFY(!chosen);
        QCOMPARE(chosen.error().kind, ErrorKind::Conflict);
        QCOMPARE(bench.desk.choice().port, 9999);
    }

    void switch_onAndOff_answersAndRefuses()
    {
        Bench bench;
        const quint16 port = freePort();
        QCOMPARE(bench.desk.state().kind, Kind::Off);
        QCOMPARE(bench.choose(true, port).url, QStringLiteral("http://127.0.0.1:%1").arg(port));
        QCOMPARE(Test::request(port, "GET", List).status, 200);
        QCOMPARE(bench.choose(false, port).kind, Kind::Off);
        QCOMPARE(Test::request(port, "GET", List).status, 0);
    }

    void settings_thatSayOn_makeItListenFromTheStart()
    {
        const quint16 port = freePort();
        Bench bench({{QStringLiteral("GEMMARY_LISTEN"), QStringLiteral("true")},
                     {QStringLiteral("GEMMARY_LISTEN_PORT"), QString::number(port)}});
        QCOMPARE(bench.settled().kind, Kind::Listening);
        QCOMPARE(Test::request(port, "GET", List).status, 200);
    }

    void port_changed_closesTheOldAndOpensTheNew()
    {
        Bench bench;
        const quint16 first = freePort();
        QCOMPARE(bench.choose(true, first).kind, Kind::Listening);
        const quint16 second = freePort();
        const ListenerState state = bench.choose(true, second);
        QCOMPARE(state.kind, Kind::Listening);
        QTRY_VERIFY(bench.desk.state().url.endsWith(QString::number(second)));
        QCOMPARE(Test::request(second, "GET", List).status, 200);
        QCOMPARE(Test::request(first, "GET", List).status, 0);
        const auto kept = readEnvironmentFile(bench.file()).value();
        QCOMPARE(kept.value(QStringLiteral("GEMMARY_LISTEN_PORT")), QString::number(second));
        QCOMPARE(kept.value(QStringLiteral("GEMMARY_LISTEN")), QStringLiteral("true"));
    }

    void preference_thatRequestsDoNotRead_leavesTheListenerAlone()
    {
        Bench bench;
        bench.choose(true, freePort());
        QSignalSpy changed(&bench.desk, &AutomationSource::changed);
        QVERIFY(bench.preferences.set(QStringLiteral("GEMMARY_APPEARANCE"), QStringLiteral("dark")));
        QCOMPARE(bench.desk.state().kind, Kind::Listening);
        QVERIFY(bench.preferences.set(QStringLiteral("GEMMARY_TOP_WORDS"), QStringLiteral("9")));
        QCOMPARE(bench.desk.state().kind, Kind::Starting);
        QCOMPARE(bench.settled().kind, Kind::Listening);
    }

    void token_made_isNeededUsedAndRevoked()
    {
        Bench bench;
        const quint16 port = freePort();
        bench.choose(true, port);
        QVERIFY(!bench.desk.needsToken());
        const QByteArray token = bench.makeToken(QStringLiteral("ci"));
        QVERIFY(bench.desk.needsToken());
        QCOMPARE(Test::request(port, "GET", List).status, 401);
        QCOMPARE(Test::request(port, "GET", List, {}, token).status, 200);
        auto known = bench.desk.tokens();
        QTRY_VERIFY(known.isFinished());
        QCOMPARE(known.result()->size(), std::size_t(1));
        QVERIFY(known.result()->front().usedMs > 0);
        auto revoked = bench.desk.revokeToken(QStringLiteral("ci"));
        QTRY_VERIFY(revoked.isFinished());
        QVERIFY(revoked.result());
        QCOMPARE(Test::request(port, "GET", List, {}, token).status, 401);
        QVERIFY(bench.desk.needsToken()); // revoking the last one opens no door
    }

    void process_uploaded_appearsInTheListLive()
    {
        Bench bench;
        const quint16 port = freePort();
        bench.choose(true, port);
        ProcessModel model(bench.real.engine(), ProcessModel::Content::Listed);
        QSignalSpy loaded(&model, &ProcessModel::loaded);
        model.refresh();
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(Test::request(port, "POST", "/process/start", upload(100)).status, 201);
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, 30'000);
    }

    // The listener needs nothing of the GUI thread: it answers while that one stands still.
    void request_whileTheWindowStandsStill_isAnswered()
    {
        Bench bench;
        const quint16 port = freePort();
        bench.choose(true, port);
        QCOMPARE(Test::request(port, "POST", "/process/start", upload(1'000'000)).status, 201);
        QCOMPARE(Test::request(port, "GET", List).status, 200);
    }

    // Nor does the GUI thread wait for it. Its longest pause is told, not judged: machines are busy.
    void upload_of30Megabytes_doesNotStallTheWindow()
    {
        Bench bench;
        const quint16 port = freePort();
        bench.choose(true, port);
        qint64 longest = 0;
        int turns = 0;
        QElapsedTimer pause;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] {
            longest = std::max(longest, pause.restart());
            ++turns;
        });
        const QByteArray body = upload(30'000'000);
        pause.start();
        beat.start(1);
        auto sent = QtConcurrent::run(
            [port, &body] { return Test::request(port, "POST", "/process/start", body).status; });
        QTRY_VERIFY_WITH_TIMEOUT(sent.isFinished(), 120'000);
        beat.stop();
        QCOMPARE(sent.result(), 201);
        qInfo("%d turns of the event loop during the upload, the longest pause %lld ms", turns, longest);
        QVERIFY(turns >= 5);
    }

    void close_withAClientThatReadsNothing_endsWithinBounds()
    {
        Bench bench;
        const quint16 port = freePort();
        bench.choose(true, port);
        QTcpSocket stream;
        stream.connectToHost(QStringLiteral("127.0.0.1"), port);
        stream.write("GET /process/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QTcpSocket half;
        half.connectToHost(QStringLiteral("127.0.0.1"), port);
        half.write("POST /process/start HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{");
        QTRY_VERIFY(stream.bytesAvailable() > 0);
        bench.desk.close();
        QTRY_VERIFY_WITH_TIMEOUT(!bench.desk.isOpen(), 30'000);
        QCOMPARE(Test::request(port, "GET", List).status, 0);
    }
};

QTEST_MAIN(TestAutomationDesk)
#include "tst_automationdesk.moc"
