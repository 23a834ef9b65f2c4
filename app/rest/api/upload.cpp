// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/upload.h"

#include "rest/api/base64text.h"
#include "rest/api/uploadfields.h"

#include <QSet>

#include <array>

#include <simdjson.h>

namespace Gemmary {

namespace {

namespace json = simdjson::ondemand;

constexpr qsizetype LongestFileName = 4096; // bytes, as Linux limits paths
constexpr qsizetype DigestBytes = 32;

// What a file's name and content are called in errors; made only when there is one.
QString fileField(std::size_t number, const char *key = nullptr)
{
    const QString file = QStringLiteral("files[%1]").arg(number);
    return key ? file + QLatin1Char('.') + QLatin1StringView(key) : file;
}

class UploadReader
{
public:
    UploadReader(const RestSettings &settings, UploadKind kind)
        : m_settings(settings)
        , m_kind(kind)
    {
        m_upload.settings = settings.processDefaults;
        if (settings.camel) { // as the original counted
            m_upload.settings.words = QStringLiteral("original");
            m_upload.settings.countDuplicates = true;
        }
    }

    tl::expected<Upload, ApiError> read(QByteArrayView body)
    {
        json::document document;
        const auto length = static_cast<std::size_t>(body.size());
        const simdjson::padded_string_view padded(body.data(), length, length + simdjson::SIMDJSON_PADDING);
        if (const auto error = m_parser.iterate(padded).get(document)) {
            if (error == simdjson::MEMALLOC)
                return tl::unexpected<ApiError>(errorOfStatus(503));
            return badJson();
        }
        json::object object;
        if (const auto error = document.get_object().get(object)) {
            return error == simdjson::INCORRECT_TYPE
                       ? badType(QStringLiteral("body"), QStringLiteral("It must be an object."))
                       : badJson();
        }
        GEMMARY_TRY(readFields(object));
        if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) // something follows
            return badJson();
        if (!m_seen.contains(QByteArrayLiteral("files")))
            return badType(QStringLiteral("files"), QStringLiteral("It is missing."));
        GEMMARY_TRY(checkSummary(m_upload.settings));
        return std::move(m_upload);
    }

private:
    tl::expected<void, ApiError> readFields(json::object &object)
    {
        for (auto fieldResult : object) {
            json::field field;
            std::string_view key;
            if (std::move(fieldResult).get(field) || field.unescaped_key().get(key))
                return badJson();
            GEMMARY_TRY(notSeen(key));
            json::value value = field.value();
            if (key == "files") {
                GEMMARY_TRY(readFiles(value));
                continue;
            }
            bool isKnown = false;
            if (m_kind == UploadKind::Start) {
                GEMMARY_ASSIGN(isField, readField(key, value, m_upload));
                isKnown = isField;
            }
            if (!isKnown && !m_settings.camel) // the original takes any
                return badField(shown(key), QStringLiteral("There is no such field."));
        }
        return {};
    }

    tl::expected<void, ApiError> notSeen(std::string_view key)
    {
        const QByteArray name(key.data(), static_cast<qsizetype>(key.size()));
        if (m_seen.contains(name))
            return badField(shown(key), QStringLiteral("It is there twice."));
        if (m_seen.size() < 100) // that there is no such field is said at the first of them anyway
            m_seen.insert(name);
        return {};
    }

    static QString shown(std::string_view key)
    {
        return QString::fromUtf8(key.data(), static_cast<qsizetype>(std::min<std::size_t>(key.size(), 100)));
    }

    tl::expected<void, ApiError> readFiles(json::value &value)
    {
        json::array array;
        if (const auto error = value.get_array().get(array)) {
            return error == simdjson::INCORRECT_TYPE
                       ? badType(QStringLiteral("files"), QStringLiteral("It must be an array."))
                       : badJson();
        }
        for (auto elementResult : array) {
            json::value element;
            if (std::move(elementResult).get(element))
                return badJson();
            if (m_upload.contents.size() >= static_cast<std::size_t>(m_settings.mostReferences))
                return tooMany(m_settings.mostReferences);
            GEMMARY_TRY(readFile(element));
        }
        if (m_upload.contents.empty())
            return refusal(422, QStringLiteral("no_files"),
                           QStringLiteral("files: Hand over at least one document."),
                           {{QStringLiteral("field"), QStringLiteral("files")}});
        return {};
    }

    static tl::unexpected<ApiError> tooMany(int most)
    {
        return badField(QStringLiteral("files"), QStringLiteral("There are more than %1.").arg(most));
    }

    tl::expected<void, ApiError> readFile(json::value &element)
    {
        const std::size_t number = m_upload.contents.size();
        json::object object;
        if (const auto error = element.get_object().get(object)) {
            return error == simdjson::INCORRECT_TYPE
                       ? badType(fileField(number), QStringLiteral("It must be an object."))
                       : badJson();
        }
        bool hasName = false;
        for (auto fieldResult : object) {
            json::field field;
            std::string_view key;
            if (std::move(fieldResult).get(field) || field.unescaped_key().get(key))
                return badJson();
            json::value value = field.value();
            if (key == "name")
                GEMMARY_TRY(readName(value, number, std::exchange(hasName, true)));
            else if (const Form *form = formOf(key))
                GEMMARY_TRY(readContent(*form, value, number));
            else if (!m_settings.camel)
                return badField(fileField(number) + QLatin1Char('.') + shown(key),
                                QStringLiteral("There is no such field."));
        }
        if (!hasName && m_kind == UploadKind::Start)
            return badType(fileField(number, "name"), QStringLiteral("It is missing."));
        if (m_upload.contents.size() == number)
            return badType(fileField(number, "content"), QStringLiteral("It is missing."));
        return {};
    }

    tl::expected<void, ApiError> readName(json::value &value, std::size_t number, bool isSecond)
    {
        const QString field = fileField(number, "name");
        if (isSecond)
            return badField(field, QStringLiteral("It is there twice."));
        GEMMARY_ASSIGN(name, shortText(value, field, LongestFileName));
        if (name.isEmpty() && !m_settings.camel) // the original takes it
            return badField(field, QStringLiteral("It is empty."));
        m_upload.names.append(name);
        return {};
    }

    // How a file can hold its content. The original knows the first one only.
    struct Form
    {
        std::string_view key;
        UploadedContent::Form form;
    };
    static constexpr std::array<Form, 3> Forms{{{"content", UploadedContent::Form::Text},
                                                {"content_base64", UploadedContent::Form::Base64},
                                                {"sha256", UploadedContent::Form::Digest}}};

    [[nodiscard]] const Form *formOf(std::string_view key) const
    {
        for (const Form &one : Forms) {
            const bool isTaken = one.form == UploadedContent::Form::Text || !m_settings.camel;
            const bool isNeeded = one.form != UploadedContent::Form::Digest || m_kind == UploadKind::Start;
            if (one.key == key && isTaken && isNeeded)
                return &one;
        }
        return nullptr;
    }

    // Reads it once to its end, so that nothing is stored of an upload that is refused in the end.
    tl::expected<void, ApiError> readContent(const Form &form, json::value &value, std::size_t number)
    {
        const QString field = fileField(number, form.key.data());
        if (m_upload.contents.size() > number)
            return badField(field, QStringLiteral("The content is there twice."));
        auto source = stringSource(value, QString());
        if (!source)
            return source.error().code == QLatin1StringView("invalid_json")
                       ? tl::unexpected<ApiError>(source.error())
                       : badType(field, QStringLiteral("It must be a string."));
        UploadedContent content{form.form, *source};
        if (form.form == UploadedContent::Form::Digest)
            GEMMARY_TRY(readDigest(content, field));
        else if (++m_contents > m_settings.mostFiles)
            return tooMany(m_settings.mostFiles);
        else if (form.form == UploadedContent::Form::Base64)
            GEMMARY_TRY(checkBase64(*source, field));
        else
            GEMMARY_TRY(checkText(*source, field));
        m_upload.contents.push_back(std::move(content));
        return {};
    }

    tl::expected<void, ApiError> checkText(std::string_view source, const QString &field)
    {
        JsonText text(source);
        while (text.read(m_scratch) == static_cast<qint64>(m_scratch.size())) {
        }
        if (text.fault() == JsonText::Fault::Escape)
            return badJson();
        if (text.fault() == JsonText::Fault::Surrogate) {
            return badField(field, QStringLiteral("It holds half a surrogate pair, which is no character."));
        }
        return {};
    }

    tl::expected<void, ApiError> checkBase64(std::string_view source, const QString &field)
    {
        Base64Text bytes(source);
        while (bytes.read(m_scratch) == static_cast<qint64>(m_scratch.size())) {
        }
        if (bytes.isFaulty())
            return badField(field, QStringLiteral("It is not base64, padded and without white space."));
        return {};
    }

    static tl::expected<void, ApiError> readDigest(UploadedContent &content, const QString &field)
    {
        const QByteArray hex(content.source.data(), static_cast<qsizetype>(content.source.size()));
        content.sha256 = QByteArray::fromHex(hex);
        if (content.sha256.toHex() != hex || content.sha256.size() != DigestBytes)
            return badField(field, QStringLiteral("Give 64 hexadecimal digits, in lower case."));
        return {};
    }

    const RestSettings &m_settings;
    UploadKind m_kind;
    int m_contents = 0; // that are here themselves
    json::parser m_parser;
    Upload m_upload;
    QSet<QByteArray> m_seen;
    std::array<char, 16 * 1024> m_scratch{};
};

} // namespace

tl::expected<Upload, ApiError> readUpload(QByteArrayView body, const RestSettings &settings, UploadKind kind)
{
    if (body.isEmpty())
        return badJson();
    return UploadReader(settings, kind).read(body);
}

} // namespace Gemmary
