// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/contenttype.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace Gemmary {

namespace {

using namespace std::string_view_literals;

struct Magic
{
    std::size_t offset;
    std::string_view bytes;
    const char *kind;
};

// Formats that people have in folders of documents. Signatures as in the formats' own specifications.
constexpr Magic Magics[] = {
    {0, "\xFF\xD8\xFF"sv, "JPEG image"},
    {0, "\x89PNG\r\n\x1A\n"sv, "PNG image"},
    {0, "GIF8"sv, "GIF image"},
    {0, "II*\0"sv, "TIFF image"},
    {0, "MM\0*"sv, "TIFF image"},
    {8, "WEBP"sv, "WebP image"},
    {4, "ftypheic"sv, "HEIC image"},
    {4, "ftypavif"sv, "AVIF image"},
    {0, "8BPS"sv, "Photoshop image"},
    {0, "BM"sv, "BMP image"},
    {0, "\0\0\1\0"sv, "icon"},
    {0, "%PDF-"sv, "PDF document"},
    {30, "mimetypeapplication/epub+zip"sv, "EPUB book"}, // ZIP archives, by the name of their first entry
    {30, "mimetypeapplication/vnd.oasis.opendocument"sv, "OpenDocument file"},
    {30, "[Content_Types].xml"sv, "Office document"},
    {0, "PK\x03\x04"sv, "ZIP archive"},
    {0, "PK\x05\x06"sv, "ZIP archive"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "Office document of before 2007"},
    {0, "{\\rtf"sv, "RTF document"},
    {0, "\x1F\x8B"sv, "gzip archive"},
    {0, "BZh"sv, "bzip2 archive"},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "xz archive"},
    {0, "\x28\xB5\x2F\xFD"sv, "zstd archive"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "7-Zip archive"},
    {0, "Rar!\x1A\x07"sv, "RAR archive"},
    {257, "ustar"sv, "tar archive"},
    {0, "!<arch>\n"sv, "library or package"},
    {0,
     "\x7F"
     "ELF"sv,
     "program"},
    {0, "MZ\x90\0"sv, "Windows program"},
    {0, "\xCA\xFE\xBA\xBE"sv, "Java class"},
    {0, "\xCF\xFA\xED\xFE"sv, "macOS program"},
    {0, "\0asm"sv, "WebAssembly"},
    {0, "SQLite format 3\0"sv, "SQLite database"},
    {0, "ID3"sv, "MP3 audio"},
    {0, "OggS"sv, "Ogg audio or video"},
    {0, "fLaC"sv, "FLAC audio"},
    {8, "WAVE"sv, "WAV audio"},
    {8, "AVI "sv, "AVI video"},
    {4, "ftyp"sv, "MP4 video"},
    {0, "\x1A\x45\xDF\xA3"sv, "Matroska video"},
    {0, "wOFF"sv, "font"},
    {0, "wOF2"sv, "font"},
    {0, "\0\1\0\0\0"sv, "font"},
    {0, "OTTO"sv, "font"},
    {0, "GGUF"sv, "language model"},
};

bool matches(const Magic &magic, std::string_view head)
{
    return head.size() >= magic.offset && head.substr(magic.offset, magic.bytes.size()) == magic.bytes;
}

// "BZh", "ID3" and "GIF8" are letters, too: a text may begin with them, but then nothing binary follows.
bool isPlainLetters(const Magic &magic)
{
    return std::all_of(magic.bytes.begin(), magic.bytes.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

// A control other than bell … carriage return and the escape of terminal logs.
bool isForeignControl(unsigned char c)
{
    return (c < 0x20 && !(c >= 0x07 && c <= 0x0D) && c != 0x1B) || c == 0x7F;
}

} // namespace

std::optional<QString> binaryKind(std::span<const char> head)
{
    const std::string_view text(head.data(), std::min(head.size(), TypeHeadSize));
    const bool hasNul = text.find('\0') != text.npos;
    quint32 controls = 0;
    for (const char c : text)
        controls += isForeignControl(static_cast<unsigned char>(c)) ? 1 : 0;
    const bool looksBinary = hasNul || controls * 20 > text.size(); // more than 5 %
    for (const Magic &magic : Magics) {
        const bool certain = !isPlainLetters(magic) || magic.bytes == "%PDF-"sv || magic.bytes == "{\\rtf"sv;
        if (matches(magic, text) && (certain || looksBinary))
            return QString::fromLatin1(magic.kind);
    }
    if (looksBinary)
        return QStringLiteral("binary data");
    return std::nullopt;
}

} // namespace Gemmary
