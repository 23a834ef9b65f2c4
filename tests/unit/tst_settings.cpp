// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/environmentfile.h"
#include "settings/settingstable.h"
#include "settings/usersettings.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Gemmary;

namespace {

// Another value than the default for each rule.
struct Other
{
    QString operator()(const SettingRules::Flag &) const
    {
        return normal == QStringLiteral("true") ? QStringLiteral("false") : QStringLiteral("true");
    }
    QString operator()(const SettingRules::Either &rule) const { return QString::fromLatin1(rule.yes); }
    QString operator()(const SettingRules::Number &rule) const { return QString::number(rule.most); }
    QString operator()(const SettingRules::Size &) const { return QStringLiteral("3M"); }
    QString operator()(const SettingRules::Seconds &) const { return QStringLiteral("2.5"); }
    QString operator()(const SettingRules::Word &rule) const
    {
        return QString::fromLatin1(rule.words).section(QLatin1Char(' '), -1);
    }
    QString operator()(const SettingRules::Level &) const { return QStringLiteral("error"); }
    QString operator()(const SettingRules::Text &rule) const
    {
        const QString form = QRegularExpression::anchoredPattern(QString::fromLatin1(rule.pattern));
        for (const char *one :
             {"de", "stored", "/mnt=/srv", "postgresql://host/database", "http://host", "::1"}) {
            QString value = QString::fromLatin1(one);
            if (!rule.pattern || QRegularExpression(form).match(value).hasMatch())
                return value;
        }
        return {};
    }
    QString operator()(const SettingRules::List &) const { return QStringLiteral("*.log;drafts/** # \"x\""); }

    QString normal;
};

QString otherValue(const SettingRow &row)
{
    return std::visit(Other{settingText(Settings(), row)}, row.rule);
}

void addEveryRow()
{
    QTest::addColumn<QString>("key");
    for (const SettingRow &row : settingRows())
        QTest::newRow(row.key) << QString::fromLatin1(row.key);
}

// A user's file in a folder that goes away, and what it makes of a program's settings.
class UserFile
{
public:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("a/b/gemmary.conf")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    void write(const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(path()).path());
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    [[nodiscard]] QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
    }

    [[nodiscard]] SettingsSources sources() const
    {
        return {{path(), readEnvironmentFile(path()).value(), SettingOrigin::UserFile}};
    }

    [[nodiscard]] Result<void> change(const QString &key, const std::optional<QString> &value) const
    {
        return changeEnvironmentFile(path(), {{key, value}});
    }

private:
    QTemporaryDir m_folder;
};

QString topWords()
{
    return QStringLiteral("GEMMARY_TOP_WORDS");
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void content_whereNobodySaysSo_goesToAServer_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("content");
        const QString path = QStringLiteral("path");
        const QString stored = QStringLiteral("stored");
        const QString server = QStringLiteral("postgresql://host/database");
        const QString file = QStringLiteral("/data/gemmary.db");
        QTest::newRow("file") << QString() << file << path;
        QTest::newRow("server") << QString() << server << stored;
        QTest::newRow("server, old name")
            << QString() << QStringLiteral("postgres://host/database") << stored;
        QTest::newRow("server, a shared folder") << path << server << path;
        QTest::newRow("file, kept") << stored << file << stored;
    }

    void content_whereNobodySaysSo_goesToAServer()
    {
        QFETCH(const QString, setting);
        QFETCH(const QString, place);
        const auto settings =
            loadSettings({{QStringLiteral("test"), {{QStringLiteral("GEMMARY_CONTENT"), setting}}}}).value();
        QTEST(defaultsFor(settings, isServer(place)).content, "content");
        QVERIFY(!settings.machine.isEmpty()); // the host's name
    }

    void pathMap_anyOtherForm_isRefused()
    {
        Settings settings;
        const SettingRow &row = *settingRow(QStringLiteral("GEMMARY_PATH_MAP"));
        for (const char *value : {"/a=/b", "/a=/b;", "/a=/b;/c/d=/e"})
            QVERIFY2(setSetting(settings, row, QString::fromLatin1(value)), value);
        for (const char *value : {"/a", "a=/b", "/a=b", "/a=/b=/c", ";", "/a=/b;;/c=/d"})
            QVERIFY2(!setSetting(settings, row, QString::fromLatin1(value)), value);
    }

    void file_everyForm_isRead()
    {
        const auto values = parseEnvironmentFile(QStringLiteral("# comment\n"
                                                                "\n"
                                                                "A=1\n"
                                                                "  export B = two words # not this\r\n"
                                                                "C=\"quoted # kept\"\n"
                                                                "D='x=y'\n"
                                                                "E=\n"),
                                                 QStringLiteral("test"));
        QVERIFY(values);
        QCOMPARE(values->value(QStringLiteral("A")), QStringLiteral("1"));
        QCOMPARE(values->value(QStringLiteral("B")), QStringLiteral("two words"));
        QCOMPARE(values->value(QStringLiteral("C")), QStringLiteral("quoted # kept"));
        QCOMPARE(values->value(QStringLiteral("D")), QStringLiteral("x=y"));
        QCOMPARE(values->value(QStringLiteral("E")), QString());
    }

    void file_lineWithoutEquals_isNamed()
    {
        const auto values = parseEnvironmentFile(QStringLiteral("A=1\nnonsense\n"), QStringLiteral(".env"));
        QVERIFY(!values);
        QCOMPARE(values.error().kind, ErrorKind::InvalidInput);
        QVERIFY(values.error().message.contains(QStringLiteral(".env, line 2")));
    }

    void sources_severalHaveAKey_firstWins()
    {
        const auto settings =
            loadSettings({{QStringLiteral("first"), {{QStringLiteral("GEMMARY_HOME"), QStringLiteral("/a")}}},
                          {QStringLiteral("second"),
                           {{QStringLiteral("GEMMARY_HOME"), QStringLiteral("/b")},
                            {QStringLiteral("GEMMARY_SUMMARIZER"), QStringLiteral("none")}}}});
        QVERIFY(settings);
        QCOMPARE(settings->home, QStringLiteral("/a"));
        QCOMPARE(settings->processDefaults.summarizer, QStringLiteral("none"));
    }

    void value_thatCannotBe_isRefusedWithItsSource_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("level") << QStringLiteral("GEMMARY_LOG_LEVEL") << QStringLiteral("loud");
        QTest::newRow("delay") << QStringLiteral("TEST_WORKER_DELAY_SECONDS") << QStringLiteral("soon");
        QTest::newRow("negative delay")
            << QStringLiteral("TEST_WORKER_DELAY_SECONDS") << QStringLiteral("-1");
        QTest::newRow("summarizer") << QStringLiteral("GEMMARY_SUMMARIZER") << QStringLiteral("oracle");
        QTest::newRow("too many words") << QStringLiteral("GEMMARY_TOP_WORDS") << QStringLiteral("1001");
        QTest::newRow("no number") << QStringLiteral("GEMMARY_BATCH_SIZE") << QStringLiteral("5x");
        QTest::newRow("language") << QStringLiteral("GEMMARY_DOCUMENT_LANGUAGE") << QStringLiteral("en; rm");
        QTest::newRow("size") << QStringLiteral("GEMMARY_LARGEST_DOCUMENT") << QStringLiteral("-1");
        QTest::newRow("seconds") << QStringLiteral("TEST_WORKER_DELAY_SECONDS") << QStringLiteral("nan");
        QTest::newRow("failure") << QStringLiteral("TEST_WORKER_FORCE_FAILURE") << QStringLiteral("maybe");
    }

    void value_thatCannotBe_isRefusedWithItsSource()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        const auto settings = loadSettings({{QStringLiteral("here"), {{key, value}}}});
        QVERIFY(!settings);
        for (const QString &part : {key, value, QStringLiteral("here")})
            QVERIFY(settings.error().message.contains(part));
    }

    void hooks_inProduction_areIgnored()
    {
        const SettingsSource source{QStringLiteral("here"),
                                    {{QStringLiteral("TEST_WORKER_DELAY_SECONDS"), QStringLiteral("2.5")},
                                     {QStringLiteral("TEST_WORKER_FORCE_FAILURE"), QStringLiteral("true")}}};
        const auto development = loadSettings({source});
        QCOMPARE(development->testDelay, std::chrono::milliseconds(2500));
        QVERIFY(development->testFailure);
        const SettingsSource profile{QStringLiteral("there"),
                                     {{QStringLiteral("GEMMARY_PROFILE"), QStringLiteral("prod")}}};
        const auto production = loadSettings({profile, source});
        QCOMPARE(production->testDelay, std::chrono::milliseconds(0));
        QVERIFY(!production->testFailure);
    }
    void size_everyForm_isReadOrRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes"); // -1: refused
        QTest::newRow("plain") << QStringLiteral("1000") << qint64(1000);
        QTest::newRow("K") << QStringLiteral("4K") << qint64(4096);
        QTest::newRow("GB") << QStringLiteral("2 GB") << qint64(2) * 1024 * 1024 * 1024;
        QTest::newRow("MiB") << QStringLiteral("64MiB") << qint64(64) * 1024 * 1024;
        QTest::newRow("word") << QStringLiteral("huge") << qint64(-1);
        QTest::newRow("negative") << QStringLiteral("-1") << qint64(-1);
        QTest::newRow("overflow") << QStringLiteral("999999999999T") << qint64(-1);
    }

    void size_everyForm_isReadOrRefused()
    {
        QFETCH(QString, text);
        QFETCH(qint64, bytes);
        QCOMPARE(parseSize(text).value_or(-1), bytes);
    }

    void row_everyKey_writesWhatItReads_data() { addEveryRow(); }

    void row_everyKey_writesWhatItReads()
    {
        QFETCH(QString, key);
        const SettingRow *row = settingRow(key);
        QVERIFY(row);
        QVERIFY(!expectedText(*row).isEmpty());
        Settings settings;
        const QString normal = settingText(settings, *row);
        const QString other = otherValue(*row);
        QVERIFY(normal != other);
        QVERIFY(setSetting(settings, *row, other));
        QCOMPARE(settingText(settings, *row), other);
        QVERIFY(setSetting(settings, *row, normal));
        QCOMPARE(settingText(settings, *row), normal);
    }

    void row_everyKey_changesNoOther_data() { addEveryRow(); }

    void row_everyKey_changesNoOther()
    {
        QFETCH(QString, key);
        Settings settings;
        QVERIFY(setSetting(settings, *settingRow(key), otherValue(*settingRow(key))));
        for (const SettingRow &row : settingRows())
            QCOMPARE(settingText(settings, row) != settingText(Settings(), row),
                     key == QLatin1StringView(row.key));
    }

    void origin_severalHaveAKey_isTheWinnersAndEmptyIsNone()
    {
        const SettingsSources sources{
            {QStringLiteral("environment"), {{topWords(), QString()}}, SettingOrigin::Environment},
            {QStringLiteral("mine"), {{topWords(), QStringLiteral("7")}}, SettingOrigin::UserFile},
            {QStringLiteral("all"), {{topWords(), QStringLiteral("9")}}, SettingOrigin::SystemFile}};
        QCOMPARE(sourceOf(topWords(), sources)->origin, SettingOrigin::UserFile);
        QCOMPARE(sourceOf(QStringLiteral("GEMMARY_TRAY"), sources), nullptr);
        QCOMPARE(valueWithoutUser(topWords(), sources), QStringLiteral("9"));
        QCOMPARE(loadSettings(sources)->processDefaults.topWords, 7);
    }

    void preference_everyOne_isSetReadAndReset_data() { addEveryRow(); }

    void preference_everyOne_isSetReadAndReset()
    {
        QFETCH(QString, key);
        const SettingRow &row = *settingRow(key);
        const UserFile file;
        const auto done = setUserValue(file.sources(), key, otherValue(row));
        QCOMPARE(done.has_value(), row.isPreference); // the machine's settings are not the window's to write
        if (!row.isPreference)
            return;
        QCOMPARE(settingText(loadSettings(file.sources()).value(), row), otherValue(row));
        QCOMPARE(userValues(file.sources()), (QMap<QString, QString>{{key, otherValue(row)}}));
        QVERIFY(setUserValue(file.sources(), key, settingText(Settings(), row)));
        QCOMPARE(file.content(), QByteArray());
    }

    void preference_defaultOfTheSystem_isWhatIsNotWritten()
    {
        const UserFile file;
        SettingsSources sources = file.sources();
        sources.push_back(
            {QStringLiteral("system"), {{topWords(), QStringLiteral("9")}}, SettingOrigin::SystemFile});
        QVERIFY(
            setUserValue(sources, topWords(), QStringLiteral("5"))); // the program's default is a choice here
        QCOMPARE(file.content(), QByteArray("GEMMARY_TOP_WORDS=5\n"));
        QVERIFY(setUserValue(sources, topWords(), QStringLiteral("9")));
        QCOMPARE(file.content(), QByteArray());
    }

    void preference_thatCannotBe_isRefusedAndNothingWritten()
    {
        const UserFile file;
        const auto done = setUserValue(file.sources(), topWords(), QStringLiteral("0"));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::InvalidInput);
        QVERIFY(done.error().message.contains(topWords()));
        QCOMPARE(file.content(), QByteArray("(none)"));
    }

    void preferences_replaced_leaveOtherLinesAlone()
    {
        const UserFile file;
        file.write("# mine\nGEMMARY_HOME=/data\nGEMMARY_TOP_WORDS=7\nGEMMARY_TRAY=true\nOTHER=1\n");
        QVERIFY(replaceUserValues(file.sources(), {{topWords(), QStringLiteral("8")}}));
        QCOMPARE(file.content(), QByteArray("# mine\nGEMMARY_HOME=/data\nGEMMARY_TOP_WORDS=8\nOTHER=1\n"));
        QVERIFY(!replaceUserValues(file.sources(), {{QStringLiteral("GEMMARY_HOME"), QStringLiteral("/x")}}));
        QVERIFY(file.content().contains("GEMMARY_HOME=/data"));
    }

    void change_anyFile_touchesOnlyItsKey_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("set");   // to 8
        QTest::addColumn<QByteArray>("taken"); // out
        const QByteArray key = "GEMMARY_TOP_WORDS";
        QTest::newRow("empty") << QByteArray() << key + "=8\n" << QByteArray();
        QTest::newRow("comments") << "# a\n\n" + key + "=7\n# b\n"
                                  << "# a\n\n" + key + "=8\n# b\n"
                                  << QByteArray("# a\n\n# b\n");
        QTest::newRow("comment behind") << key + "=7 # few\n" << key + "=8 # few\n" << QByteArray();
        QTest::newRow("export") << "export " + key + " = '7'\nA=\"b\"\n"
                                << "export " + key + "=8\nA=\"b\"\n"
                                << QByteArray("A=\"b\"\n");
        QTest::newRow("no last newline") << QByteArray("A=1") << "A=1\n" + key + "=8\n" << QByteArray("A=1");
        QTest::newRow("carriage returns") << "A=1\r\n" + key + "=7\r\n"
                                          << "A=1\r\n" + key + "=8\r\n"
                                          << QByteArray("A=1\r\n");
        QTest::newRow("twice") << key + "=6\nA=1\n" + key + "=7\n"
                               << "A=1\n" + key + "=8\n"
                               << QByteArray("A=1\n");
        QTest::newRow("no UTF-8") << "A=\xff\xfe\n" + key + "=7\n"
                                  << "A=\xff\xfe\n" + key + "=8\n"
                                  << QByteArray("A=\xff\xfe\n");
        QTest::newRow("longer key") << key + "_TOO=7\n"
                                    << key + "_TOO=7\n" + key + "=8\n"
                                    << key + "_TOO=7\n";
    }

    void change_anyFile_touchesOnlyItsKey()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, set);
        QFETCH(QByteArray, taken);
        const UserFile file;
        file.write(before);
        QVERIFY(file.change(topWords(), QStringLiteral("8")));
        QCOMPARE(file.content(), set);
        file.write(before);
        QVERIFY(file.change(topWords(), std::nullopt));
        QCOMPARE(file.content(), taken);
    }

    void change_anyText_isReadBack_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *value : {"a", "two words", " blanks around ", "a # b", "#", "\"quoted\"", "'single'",
                                  "\"half", "a=b", "ñ 日本 \u202e", "export X=1", "\\", ""})
            QTest::newRow(value) << QString::fromUtf8(value);
    }

    void change_anyText_isReadBack()
    {
        QFETCH(QString, value);
        const UserFile file;
        file.write("KEY=old # why\n");
        QVERIFY(file.change(QStringLiteral("KEY"), value));
        QCOMPARE(readEnvironmentFile(file.path())->value(QStringLiteral("KEY")), value);
    }

    void change_valueWithLineBreak_isRefused()
    {
        const UserFile file;
        QVERIFY(!file.change(topWords(), QStringLiteral("1\nGEMMARY_HOME=/elsewhere")));
        QCOMPARE(file.content(), QByteArray("(none)"));
    }

    void change_brokenLine_isNamedAndTheFileKept()
    {
        const UserFile file;
        file.write("A=1\nnonsense\n");
        const auto done = file.change(topWords(), QStringLiteral("8"));
        QVERIFY(!done);
        QVERIFY(done.error().message.contains(QStringLiteral("line 2")));
        QCOMPARE(file.content(), QByteArray("A=1\nnonsense\n"));
    }

    void change_newFile_isForItsOwnerOnly()
    {
        const UserFile file;
        QVERIFY(file.change(topWords(), QStringLiteral("8")));
        QCOMPARE(QFileInfo(file.path()).permissions() &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
    }

    void change_throughLinks_changesTheFileAndKeepsThem()
    {
        const UserFile file;
        QDir().mkpath(QFileInfo(file.path()).path());
        const QString target = file.folder() + QStringLiteral("/dotfiles.conf");
        const QString middle = file.folder() + QStringLiteral("/middle");
        QVERIFY(QFile::link(target, middle));
        QVERIFY(QFile::link(middle, file.path()));
        QVERIFY(file.change(topWords(), QStringLiteral("8"))); // the target is not there yet
        QVERIFY(file.change(QStringLiteral("B"), QStringLiteral("9")));
        QVERIFY(QFileInfo(file.path()).isSymLink());
        QVERIFY(QFileInfo(middle).isSymLink());
        QFile real(target);
        QVERIFY(real.open(QIODevice::ReadOnly));
        QCOMPARE(real.readAll(), QByteArray("GEMMARY_TOP_WORDS=8\nB=9\n"));
    }

    void change_whatIsNoFile_isRefused()
    {
        const UserFile file;
        QDir().mkpath(file.path()); // a folder in its place
        QVERIFY(!file.change(topWords(), QStringLiteral("8")));
        QVERIFY(readEnvironmentFile(file.path())->isEmpty());
        const QByteArray pipe = QFile::encodeName(file.folder()) + "/pipe";
        QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
        QVERIFY(!changeEnvironmentFile(QFile::decodeName(pipe),
                                       {{topWords(), QStringLiteral("8")}})); // does not wait
    }

    void change_folderThatCannotBeMade_isRefused()
    {
        const UserFile file;
        QFile blocker(file.folder() + QStringLiteral("/a"));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const auto done = file.change(topWords(), QStringLiteral("8"));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Storage);
    }

    void file_tooLarge_isRefused()
    {
        const UserFile file;
        file.write(QByteArray(2 * 1024 * 1024, '#'));
        QVERIFY(!readEnvironmentFile(file.path()));
        QVERIFY(!file.change(topWords(), QStringLiteral("8")));
        QCOMPARE(file.content().size(), 2 * 1024 * 1024);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
