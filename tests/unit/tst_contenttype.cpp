// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/contenttype.h"

#include <QTest>

using namespace Gemmary;

class TestContentType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void binaryKind_head_isNamed_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("kind"); // null: text
        const auto row = [](const char *kind, const QByteArray &head) {
            QTest::addRow("%s %s", kind, head.first(std::min<qsizetype>(4, head.size())).toHex().constData())
                << head << QString::fromLatin1(kind);
        };
        const QByteArray noise("\0\1\2\3\4\5\6\xFF", 8);
        row("JPEG image", "\xFF\xD8\xFF\xE1" + noise);
        row("PNG image", "\x89PNG\r\n\x1A\n" + noise);
        row("GIF image", "GIF89a" + noise);
        row("TIFF image", QByteArray("II*\0", 4) + noise);
        row("BMP image", "BM" + noise);
        row("WebP image", "RIFF" + noise.first(4) + "WEBPVP8 " + noise);
        row("HEIC image", noise.first(4) + "ftypheic" + noise);
        row("MP4 video", noise.first(4) + "ftypisom" + noise);
        row("WAV audio", "RIFF" + noise.first(4) + "WAVEfmt " + noise);
        row("MP3 audio", "ID3\x04" + noise);
        row("Ogg audio or video", "OggS" + noise);
        row("FLAC audio", "fLaC" + noise);
        row("PDF document", "%PDF-1.7\nall of it letters so far\n");
        row("RTF document", "{\\rtf1\\ansi Hello}");
        row("EPUB book", zip("mimetype", "application/epub+zip"));
        row("OpenDocument file", zip("mimetype", "application/vnd.oasis.opendocument.text"));
        row("Office document", zip("[Content_Types].xml", ""));
        row("ZIP archive", zip("a.txt", "hello"));
        row("Office document of before 2007", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + noise);
        row("gzip archive", "\x1F\x8B\x08" + noise);
        row("bzip2 archive", "BZh91AY" + noise);
        row("xz archive", QByteArray("\xFD\x37zXZ\0", 6) + noise);
        row("zstd archive", "\x28\xB5\x2F\xFD" + noise);
        row("7-Zip archive", "7z\xBC\xAF\x27\x1C" + noise);
        row("RAR archive", "Rar!\x1A\x07" + noise);
        row("tar archive", QByteArray("name.txt") + QByteArray(249, '\0') + "ustar  " + noise);
        row("program", "\x7F\x45LF\2\1\1" + noise);
        row("Windows program", QByteArray("MZ\x90\0", 4) + noise);
        row("Java class", "\xCA\xFE\xBA\xBE" + noise);
        row("WebAssembly", QByteArray("\0asm\1", 5) + noise);
        row("SQLite database", QByteArray("SQLite format 3\0", 16) + noise);
        row("font", "wOF2" + noise);
        row("binary data", "plain words, then" + noise);
        row("binary data", QByteArray("\1\2words and controls\3\4\5\6"));

        QTest::newRow("words") << QByteArray("Plain words.\r\n\tAnd more.\f") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("terminal log") << QByteArray("\x1B[32mok\x1B[0m all tests passed\a\n") << QString();
        QTest::newRow("text about GIF") << QByteArray("GIF89a is a format of pictures.") << QString();
        QTest::newRow("text about BMW") << QByteArray("BMW builds cars.") << QString();
        QTest::newRow("text that begins with PK") << QByteArray("PK means public key.") << QString();
        QTest::newRow("text that begins with ID3") << QByteArray("ID3 tags hold titles.") << QString();
        QTest::newRow("Windows-1252") << QByteArray("\xBFQu\xE9 tal, se\xF1or?") << QString();
        QTest::newRow("one control among many letters") << QByteArray(100, 'a') + '\x01' << QString();
    }

    void binaryKind_head_isNamed()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, kind);
        const auto found = binaryKind({head.constData(), static_cast<std::size_t>(head.size())});
        QCOMPARE(found.has_value(), !kind.isNull());
        QCOMPARE(found.value_or(QString()), kind);
    }

private:
    // A local file header of the ZIP format: 30 bytes, the name, the content.
    static QByteArray zip(const char *name, const char *content)
    {
        return QByteArray("PK\3\4") + QByteArray(26, '\0') + name + content;
    }
};

QTEST_GUILESS_MAIN(TestContentType)
#include "tst_contenttype.moc"
