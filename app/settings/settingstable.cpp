// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingstable.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Gemmary {

using namespace SettingRules;

namespace {

#define EXPECT(text) QT_TRANSLATE_NOOP("Settings", text)
#define MEMBER(name) [](Settings &settings) -> decltype((settings.name)) { return settings.name; }

constexpr bool Preference = true;
constexpr bool Machine = false;

constexpr const char *Boolean = EXPECT("true or false");

const SettingRow Rows[] = {
    {"GEMMARY_HOME", Text{MEMBER(home), nullptr}, EXPECT("a folder"), Machine},
    {"DATABASE_URL", Text{MEMBER(databaseUrl), "postgres(ql)?://.+"},
     EXPECT("an address such as postgresql://USER@HOST:26257/DATABASE"), Machine},
    {"DATABASE_PASSWORD_FILE", Text{MEMBER(databasePasswordFile), nullptr}, EXPECT("a file"), Machine},
    {"API_URL", Text{MEMBER(apiUrl), "https?://[^/]+.*"}, EXPECT("an address such as http://127.0.0.1:8787"),
     Machine},
    {"API_TOKEN", Text{MEMBER(apiToken), nullptr}, EXPECT("a token"), Machine},
    {"GEMMARY_MACHINE", Text{MEMBER(machine), nullptr}, EXPECT("this computer's name"), Machine},
    {"GEMMARY_PROFILE", Text{MEMBER(profile), nullptr}, EXPECT("prod or any other name"), Machine},
    {"GEMMARY_LOG_LEVEL", Level{MEMBER(logLevel)}, EXPECT("debug, info, warning or error"), Preference},
    {"TEST_WORKER_DELAY_SECONDS", Seconds{MEMBER(testDelay), 3600}, EXPECT("a number of seconds up to 3600"),
     Machine},
    {"TEST_WORKER_FORCE_FAILURE", Flag{MEMBER(testFailure)}, Boolean, Machine},
    {"TEST_WORKER_CRASH_ON", Text{MEMBER(testCrash), nullptr}, EXPECT("words of a text"), Machine},
    // ---- A store that machines share.
    {"GEMMARY_CONTENT", Text{MEMBER(content), "path|stored"}, EXPECT("path or stored"), Machine},
    {"GEMMARY_LARGEST_STORED", Size{MEMBER(processDefaults.largestStored)},
     EXPECT("a size such as 500K, 64M or 2G"), Machine},
    {"GEMMARY_PATH_MAP", Text{MEMBER(pathMap), "/[^=;]*=/[^=;]*(;/[^=;]*=/[^=;]*)*;?"},
     EXPECT("folders such as /in/the/store=/here, separated by semicolons"), Machine},
    // ---- Who listens for REST requests, and where.
    {"GEMMARY_LISTEN", Flag{MEMBER(ui.listen)}, Boolean, Machine},
    {"GEMMARY_LISTEN_HOST", Text{MEMBER(serve.host), "[0-9A-Fa-f:.]+|localhost"},
     EXPECT("an address of this computer, such as 127.0.0.1 or 0.0.0.0 for all of them"), Machine},
    {"GEMMARY_LISTEN_PORT", Number{MEMBER(serve.port), 0, 65535},
     EXPECT("a number from 0 (any free one) to 65535"), Machine},
    {"GEMMARY_LISTEN_NAMES", List{MEMBER(serve.allowedHosts)},
     EXPECT("names that clients call this computer by, separated by semicolons"), Machine},
    {"GEMMARY_TLS_CERTIFICATE", Text{MEMBER(serve.tlsCertificate), nullptr}, EXPECT("a PEM file"), Machine},
    {"GEMMARY_TLS_KEY", Text{MEMBER(serve.tlsKey), nullptr}, EXPECT("the certificate's key, a PEM file"),
     Machine},
    // ---- The window.
    {"GEMMARY_START_AT_ONCE", Flag{MEMBER(ui.startAtOnce)}, Boolean, Preference},
    {"GEMMARY_ONLY_HERE", Flag{MEMBER(onlyHere)}, Boolean, Preference},
    {"GEMMARY_TRAY", Flag{MEMBER(ui.trayIcon)}, Boolean, Preference},
    {"GEMMARY_NOTIFICATIONS", Flag{MEMBER(ui.notifications)}, Boolean, Preference},
    {"GEMMARY_KEEP_AWAKE", Flag{MEMBER(ui.keepAwake)}, Boolean, Preference},
    {"GEMMARY_WORKERS", Number{MEMBER(ui.workers), 0, 256}, EXPECT("a number from 0 (one a core) to 256"),
     Preference},
    {"GEMMARY_APPEARANCE", Word{MEMBER(ui.appearance), "system light dark high-contrast"},
     EXPECT("system, light, dark or high-contrast"), Preference},
    {"GEMMARY_LANGUAGE", Word{MEMBER(ui.language), "system en es pseudo"}, EXPECT("system, en, es or pseudo"),
     Preference},
    // ---- New processes.
    {"GEMMARY_READ_HIDDEN", Flag{MEMBER(processDefaults.readHidden)}, Boolean, Preference},
    {"GEMMARY_EXCLUDE", List{MEMBER(processDefaults.exclude)},
     EXPECT("patterns such as *.log, separated by semicolons"), Preference},
    {"GEMMARY_LARGEST_DOCUMENT", Size{MEMBER(processDefaults.largestDocument)},
     EXPECT("a size such as 500K, 64M or 2G"), Preference},
    {"GEMMARY_DUPLICATES", Either{MEMBER(processDefaults.countDuplicates), "skip", "count"},
     EXPECT("skip or count"), Preference},
    {"GEMMARY_WORDS", Word{MEMBER(processDefaults.words), "terms original"}, EXPECT("terms or original"),
     Preference},
    {"GEMMARY_SEGMENT_CHINESE", Flag{MEMBER(processDefaults.segmentChinese)}, Boolean, Preference},
    {"GEMMARY_TOP_WORDS", Number{MEMBER(processDefaults.topWords), 1, 1000},
     EXPECT("a number from 1 to 1000"), Preference},
    {"GEMMARY_DOCUMENT_LANGUAGE", Text{MEMBER(processDefaults.language), "[a-z]{2,3}"},
     EXPECT("a language code such as en or es"), Preference},
    {"GEMMARY_SUMMARIZER", Word{MEMBER(processDefaults.summarizer), "extractive gemini ollama openai none"},
     EXPECT("extractive, gemini, ollama, openai or none"), Preference},
    {"GEMMARY_MODEL", Text{MEMBER(processDefaults.model), nullptr}, EXPECT("a model's name"), Preference},
    {"GEMMARY_TOKEN_BUDGET", Number{MEMBER(processDefaults.tokenBudget), 0, 2'000'000'000},
     EXPECT("a number of tokens a process, or 0 for no budget"), Machine},
    {"GEMMARY_BASE_URL", Text{MEMBER(modelServerUrl), "https?://[^/]+.*"},
     EXPECT("an address such as http://127.0.0.1:11434"), Machine},
    {"GEMMARY_BASE_URL_KEY", Text{MEMBER(modelServerKey), nullptr}, EXPECT("a key"), Machine},
    {"GEMINI_API_KEY", Text{MEMBER(geminiKey), nullptr}, EXPECT("a key"), Machine},
    {"GEMINI_REQUESTS_PER_MINUTE", Number{MEMBER(geminiPace.requestsPerMinute), 0, 100'000},
     EXPECT("a number, or 0 for no limit"), Preference},
    {"GEMINI_TOKENS_PER_MINUTE", Number{MEMBER(geminiPace.tokensPerMinute), 0, 1'000'000'000},
     EXPECT("a number, or 0 for no limit"), Preference},
    {"GEMINI_REQUESTS_PER_DAY", Number{MEMBER(geminiPace.requestsPerDay), 0, 1'000'000'000},
     EXPECT("a number, or 0 for no limit"), Preference},
    {"GEMMARY_SUMMARY_LENGTH", Word{MEMBER(processDefaults.summaryLength), "short normal detailed"},
     EXPECT("short, normal or detailed"), Preference},
    {"GEMMARY_SUMMARY_STYLE", Word{MEMBER(processDefaults.summaryStyle), "paragraph bullets"},
     EXPECT("paragraph or bullets"), Preference},
    {"GEMMARY_SUMMARY_LANGUAGE", Text{MEMBER(processDefaults.summaryLanguage), "[a-z]{2,3}"},
     EXPECT("a language code such as en or es"), Preference},
    {"GEMMARY_PROMPT", Text{MEMBER(processDefaults.ownPrompt), nullptr},
     EXPECT("what a model shall do with a document"), Preference},
    {"GEMMARY_SUMMARY_SENTENCES", Number{MEMBER(processDefaults.summarySentences), 1, 50},
     EXPECT("a number from 1 to 50"), Preference},
    {"GEMMARY_BATCH_SIZE", Number{MEMBER(processDefaults.batchSize), 1, 100'000},
     EXPECT("a number from 1 to 100000"), Preference},
    {"GEMMARY_MAX_DELIVERIES", Number{MEMBER(processDefaults.maxDeliveries), 1, 100},
     EXPECT("a number from 1 to 100"), Preference},
};

#undef MEMBER
#undef EXPECT

constexpr std::array<std::pair<const char *, QtMsgType>, 4> Levels{
    {{"debug", QtDebugMsg}, {"info", QtInfoMsg}, {"warning", QtWarningMsg}, {"error", QtCriticalMsg}}};

std::optional<bool> boolFrom(const QString &value)
{
    static const QHash<QString, bool> words{{QStringLiteral("true"), true},   {QStringLiteral("yes"), true},
                                            {QStringLiteral("on"), true},     {QStringLiteral("1"), true},
                                            {QStringLiteral("no"), false},    {QStringLiteral("off"), false},
                                            {QStringLiteral("false"), false}, {QStringLiteral("0"), false}};
    const auto word = words.constFind(value.toLower());
    return word == words.constEnd() ? std::nullopt : std::optional(*word);
}

QStringList wordsOf(const Word &rule)
{
    return QString::fromLatin1(rule.words).split(QLatin1Char(' '));
}

QString sizeText(qint64 bytes)
{
    const QString units = QStringLiteral("KMGT");
    qsizetype power = 0;
    while (bytes > 0 && power < units.size() && bytes % 1024 == 0) {
        bytes /= 1024;
        ++power;
    }
    return QString::number(bytes) + (power > 0 ? units.mid(power - 1, 1) : QString());
}

// Puts `value` into the member it came for; false for none.
template <typename T>
bool assign(T &member, const std::optional<T> &value)
{
    if (value)
        member = *value;
    return value.has_value();
}

struct Reader
{
    Settings &settings;
    const QString &value;

    bool operator()(const Flag &rule) const { return assign(rule.member(settings), boolFrom(value)); }

    bool operator()(const Either &rule) const
    {
        const QString word = value.toLower();
        if (word != QLatin1StringView(rule.no) && word != QLatin1StringView(rule.yes))
            return false;
        rule.member(settings) = word == QLatin1StringView(rule.yes);
        return true;
    }

    bool operator()(const Number &rule) const
    {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        if (!isNumber || number < rule.least || number > rule.most)
            return false;
        rule.member(settings) = number;
        return true;
    }

    bool operator()(const Size &rule) const { return assign(rule.member(settings), parseSize(value)); }

    bool operator()(const Seconds &rule) const
    {
        bool isNumber = false;
        const double seconds = value.toDouble(&isNumber);
        if (!isNumber || !(seconds >= 0 && seconds <= rule.most)) // not a number fails both
            return false;
        rule.member(settings) = std::chrono::milliseconds(static_cast<long long>(seconds * 1000));
        return true;
    }

    bool operator()(const Word &rule) const
    {
        const QString word = value.toLower();
        if (!wordsOf(rule).contains(word))
            return false;
        rule.member(settings) = word;
        return true;
    }

    bool operator()(const Level &rule) const
    {
        for (const auto &[name, level] : Levels) {
            if (value.toLower() == QLatin1StringView(name)) {
                rule.member(settings) = level;
                return true;
            }
        }
        return false;
    }

    bool operator()(const Text &rule) const
    {
        const auto form = rule.pattern ? QString::fromLatin1(rule.pattern) : QString();
        const bool fits =
            !rule.pattern || value.isEmpty() ||
            QRegularExpression(QRegularExpression::anchoredPattern(form)).match(value).hasMatch();
        if (fits)
            rule.member(settings) = value;
        return fits;
    }

    bool operator()(const List &rule) const
    {
        QStringList parts;
        for (const QString &part : value.split(QLatin1Char(';'))) {
            if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
                parts.append(trimmed);
        }
        rule.member(settings) = parts;
        return true;
    }
};

struct Writer
{
    Settings &settings; // only read

    QString operator()(const Flag &rule) const
    {
        return rule.member(settings) ? QStringLiteral("true") : QStringLiteral("false");
    }
    QString operator()(const Either &rule) const
    {
        return QString::fromLatin1(rule.member(settings) ? rule.yes : rule.no);
    }
    QString operator()(const Number &rule) const { return QString::number(rule.member(settings)); }
    QString operator()(const Size &rule) const { return sizeText(rule.member(settings)); }
    QString operator()(const Seconds &rule) const
    {
        return QString::number(static_cast<double>(rule.member(settings).count()) / 1000);
    }
    QString operator()(const Word &rule) const { return rule.member(settings); }
    QString operator()(const Level &rule) const
    {
        const auto *const level =
            std::ranges::find(Levels, rule.member(settings), [](const auto &one) { return one.second; });
        return level == Levels.end() ? QString() : QString::fromLatin1(level->first);
    }
    QString operator()(const Text &rule) const { return rule.member(settings); }
    QString operator()(const List &rule) const { return rule.member(settings).join(QLatin1Char(';')); }
};

struct Words
{
    QStringList operator()(const Either &rule) const
    {
        return {QString::fromLatin1(rule.no), QString::fromLatin1(rule.yes)};
    }
    QStringList operator()(const Word &rule) const { return wordsOf(rule); }
    QStringList operator()(const Level &) const
    {
        QStringList words;
        for (const auto &level : Levels)
            words.append(QString::fromLatin1(level.first));
        return words;
    }
    template <typename Other>
    QStringList operator()(const Other &) const
    {
        return {};
    }
};

} // namespace

std::span<const SettingRow> settingRows()
{
    return Rows;
}

const SettingRow *settingRow(const QString &key)
{
    const auto *const row =
        std::ranges::find_if(Rows, [&](const SettingRow &one) { return key == QLatin1StringView(one.key); });
    return row == std::end(Rows) ? nullptr : row;
}

QString expectedText(const SettingRow &row)
{
    return QCoreApplication::translate("Settings", row.expected);
}

bool setSetting(Settings &settings, const SettingRow &row, const QString &value)
{
    return std::visit(Reader{settings, value}, row.rule);
}

QString settingText(const Settings &settings, const SettingRow &row)
{
    Settings copy = settings; // members are named by one function for reading and writing
    return std::visit(Writer{copy}, row.rule);
}

QStringList settingWords(const SettingRow &row)
{
    return std::visit(Words{}, row.rule);
}

std::optional<qint64> parseSize(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^\\s*(\\d{1,12})\\s*([KMGT]?)(i?B)?\\s*$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 number = match.captured(1).toLongLong();
    const QString unit = match.captured(2).toUpper();
    const auto power = unit.isEmpty() ? 0 : QStringLiteral("KMGT").indexOf(unit) + 1;
    constexpr qint64 Most = qint64(1) << 50;
    return number > (Most >> (10 * power)) ? std::nullopt : std::optional(number << (10 * power));
}

} // namespace Gemmary
