// SPDX-License-Identifier: GPL-3.0-or-later
// The body of an upload. What is taken must be JSON to another reader, too, and mean the same. The first byte
// says how long the pieces are in which contents are read.
#include "rest/api/jsontext.h"
#include "rest/api/upload.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace Gemmary;

namespace {

constexpr std::size_t BytesBehind = 64; // that HttpBody promises

void require(bool holds)
{
    if (!holds)
        std::abort();
}

QByteArray read(std::string_view source, std::size_t piece)
{
    JsonText text(source);
    QByteArray whole;
    std::vector<char> buffer(piece);
    qint64 got = 0;
    do {
        got = text.read(buffer);
        whole.append(buffer.data(), got);
    } while (got == static_cast<qint64>(buffer.size()));
    require(text.fault() == JsonText::Fault::None); // or it should have been refused
    return whole;
}

void compare(const Upload &upload, const QByteArray &body, std::size_t piece)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error == QJsonParseError::DocumentTooLarge || error.error == QJsonParseError::DeepNesting)
        return;
    const QJsonArray files = document.object().value(QLatin1String("files")).toArray();
    require(error.error == QJsonParseError::NoError);
    require(files.size() == upload.names.size());
    require(files.size() == static_cast<qsizetype>(upload.contents.size()));
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QJsonObject file = files[i].toObject();
        require(file.value(QLatin1String("name")).toString() == upload.names[i]);
        require(file.value(QLatin1String("content")).toString().toUtf8() ==
                read(upload.contents[static_cast<std::size_t>(i)], piece));
    }
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::size_t length = size - 1;
    const auto room =
        std::make_unique<char[]>(length + BytesBehind); // to its last byte under a sanitizer's eye
    std::copy_n(data + 1, length, room.get());
    const QByteArrayView body(room.get(), static_cast<qsizetype>(length));
    RestSettings settings;
    if (const auto upload = readUpload(body, settings))
        compare(*upload, body.toByteArray(), std::size_t(1) + data[0] % 64);
    settings.camel = true;
    if (const auto upload = readUpload(body, settings)) {
        for (const std::string_view content : upload->contents)
            read(content, std::size_t(1) + data[0] % 64);
    }
    return 0;
}
