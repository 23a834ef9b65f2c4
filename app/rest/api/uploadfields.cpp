// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/uploadfields.h"

#include "rest/api/jsontext.h"

#include <QRegularExpression>

#include <array>
#include <variant>

namespace Gemmary {

namespace {

namespace json = simdjson::ondemand;
using Settings = ProcessSettings;

struct Text
{
    QString Settings::*member;
    const char *pattern; // of a value that is taken
    const char *sentence;
    qsizetype longest = 1000; // bytes of UTF-8
};

struct Number
{
    int Settings::*member;
    int least;
    int most;
};

struct Flag
{
    bool Settings::*member;
};

struct Row
{
    std::string_view key;
    std::variant<Text, Number, Flag> rule;
};

constexpr const char *Language = "^([a-z]{2,3})?$";
constexpr const char *LanguageSentence = "Give a language code such as en or es.";

const Row Rows[] = {
    {"summarizer", Text{&Settings::summarizer, "^(extractive|gemini|ollama|openai|none)$",
                        "Choose extractive, gemini, ollama, openai or none."}},
    {"model", Text{&Settings::model, "^[^\\x00-\\x1f]*$", "Give a model's name."}},
    {"language", Text{&Settings::language, Language, LanguageSentence}},
    {"batch_size", Number{&Settings::batchSize, 1, 100'000}},
    {"top_words", Number{&Settings::topWords, 1, 1000}},
    {"words", Text{&Settings::words, "^(terms|original)$", "Choose terms or original."}},
    {"segment_chinese", Flag{&Settings::segmentChinese}},
    {"count_duplicates", Flag{&Settings::countDuplicates}},
    {"summary_sentences", Number{&Settings::summarySentences, 1, 50}},
    {"summary_length",
     Text{&Settings::summaryLength, "^(short|normal|detailed)$", "Choose short, normal or detailed."}},
    {"summary_style", Text{&Settings::summaryStyle, "^(paragraph|bullets)$", "Choose paragraph or bullets."}},
    {"summary_language", Text{&Settings::summaryLanguage, Language, LanguageSentence}},
    {"own_prompt", Text{&Settings::ownPrompt, "", "", 20'000}},
};

constexpr qsizetype LongestProcessName = 1000;

tl::expected<void, ApiError> put(const Text &rule, json::value &value, const QString &field,
                                 Settings &settings)
{
    GEMMARY_ASSIGN(text, shortText(value, field, rule.longest));
    static const auto matches = [](const char *pattern, const QString &whole) {
        return QRegularExpression(QLatin1StringView(pattern), QRegularExpression::DontCaptureOption)
            .match(whole)
            .hasMatch();
    };
    if (!matches(rule.pattern, text))
        return badField(field, QString(QLatin1StringView(rule.sentence)));
    settings.*rule.member = text;
    return {};
}

tl::expected<void, ApiError> put(const Number &rule, json::value &value, const QString &field,
                                 Settings &settings)
{
    int64_t number = 0;
    if (value.get_int64().get(number) != simdjson::SUCCESS || number < rule.least || number > rule.most) {
        return badField(field,
                        QStringLiteral("Give a whole number from %1 to %2.").arg(rule.least).arg(rule.most));
    }
    settings.*rule.member = static_cast<int>(number);
    return {};
}

tl::expected<void, ApiError> putFlag(bool &flag, json::value &value, const QString &field)
{
    if (value.get_bool().get(flag) != simdjson::SUCCESS)
        return badField(field, QStringLiteral("Give true or false."));
    return {};
}

tl::expected<void, ApiError> put(const Flag &rule, json::value &value, const QString &field,
                                 Settings &settings)
{
    return putFlag(settings.*rule.member, value, field);
}

// simdjson tells a value's type by its first letter and looks at no more of what is passed over.
tl::expected<bool, ApiError> isNull(json::value &value)
{
    const std::string_view token = value.raw_json_token();
    if (token.empty() || token.front() != 'n')
        return false;
    if (token.substr(0, token.find_last_not_of(" \t\r\n") + 1) != "null")
        return badJson();
    return true;
}

} // namespace

tl::unexpected<ApiError> badField(const QString &field, const QString &sentence)
{
    return refusal(422, QStringLiteral("invalid_field"), QStringLiteral("%1: %2").arg(field, sentence),
                   {{QStringLiteral("field"), field}});
}

tl::unexpected<ApiError> badType(const QString &field, const QString &sentence)
{
    return refusal(422, QStringLiteral("invalid_structure"), QStringLiteral("%1: %2").arg(field, sentence),
                   {{QStringLiteral("field"), field}});
}

tl::unexpected<ApiError> badJson()
{
    return refusal(400, QStringLiteral("invalid_json"),
                   QStringLiteral("The body is not valid JSON in UTF-8."));
}

tl::expected<std::string_view, ApiError> stringSource(json::value &value, const QString &field)
{
    const std::string_view token = value.raw_json_token();
    if (token.empty())
        return badJson();
    if (token.front() != '"')
        return badType(field, QStringLiteral("It must be a string."));
    const std::size_t last = token.find_last_not_of(" \t\r\n");
    if (last < 1 || token[last] != '"')
        return badJson();
    return token.substr(1, last - 1);
}

tl::expected<QString, ApiError> shortText(json::value &value, const QString &field, qsizetype longest)
{
    GEMMARY_ASSIGN(source, stringSource(value, field));
    JsonText text(source);
    QByteArray bytes(longest + 1, Qt::Uninitialized);
    bytes.truncate(text.read({bytes.data(), static_cast<std::size_t>(bytes.size())}));
    if (text.fault() == JsonText::Fault::Escape)
        return badJson();
    if (text.fault() == JsonText::Fault::Surrogate)
        return badField(field, QStringLiteral("It holds half a surrogate pair, which is no character."));
    if (bytes.size() > longest)
        return badField(field, QStringLiteral("It is longer than %1 bytes.").arg(longest));
    if (bytes.contains('\0'))
        return badField(field, QStringLiteral("It holds a NUL character."));
    return QString::fromUtf8(bytes);
}

tl::expected<bool, ApiError> readField(std::string_view key, json::value &value, Upload &upload)
{
    const QString field = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    if (key == "name" || key == "paused") {
        GEMMARY_ASSIGN(none, isNull(value));
        if (none)
            return true;
        if (key == "paused") {
            GEMMARY_TRY(putFlag(upload.paused, value, field));
            return true;
        }
        GEMMARY_ASSIGN(name, shortText(value, field, LongestProcessName));
        upload.name = name;
        return true;
    }
    for (const Row &row : Rows) {
        if (row.key != key)
            continue;
        GEMMARY_ASSIGN(none, isNull(value));
        if (!none) {
            GEMMARY_TRY(std::visit([&](const auto &rule) { return put(rule, value, field, upload.settings); },
                                   row.rule));
        }
        return true;
    }
    return false;
}

tl::expected<void, ApiError> checkSummary(const ProcessSettings &settings)
{
    const bool isByModel = settings.summarizer != QLatin1StringView("extractive") &&
                           settings.summarizer != QLatin1StringView("none");
    if (isByModel && settings.model.isEmpty())
        return badField(QStringLiteral("model"),
                        QStringLiteral("Name the model of %1 that shall write.").arg(settings.summarizer));
    return {};
}

} // namespace Gemmary
