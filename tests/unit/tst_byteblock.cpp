// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/byteblock.h"

#include <QTest>

#include <cstring>

using namespace Gemmary;

namespace {

struct BlockRow
{
    const char *name;
    std::uint64_t ByteBlock::*mask;
    bool (*holds)(unsigned char);
};

bool isLetterOrDigit(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

const BlockRow Rows[] = {
    {"newline", &ByteBlock::newline, [](unsigned char c) { return c == '\n'; }},
    {"space", &ByteBlock::space, [](unsigned char c) { return c == ' ' || (c >= 9 && c <= 13); }},
    {"word", &ByteBlock::word, isLetterOrDigit},
    {"digit", &ByteBlock::digit, [](unsigned char c) { return c >= '0' && c <= '9'; }},
    {"joiner", &ByteBlock::joiner, [](unsigned char c) { return c == '\'' || c == '-'; }},
    {"point", &ByteBlock::point, [](unsigned char c) { return c == '.' || c == ','; }},
    {"terminator", &ByteBlock::terminator, [](unsigned char c) { return c == '.' || c == '!' || c == '?'; }},
    {"high", &ByteBlock::high, [](unsigned char c) { return c >= 0x80; }},
    {"continuation", &ByteBlock::continuation, [](unsigned char c) { return c >= 0x80 && c < 0xC0; }},
};

} // namespace

class TestByteBlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_everyByteAtEveryPlace_areRight()
    {
        for (int first = 0; first < 256; ++first) {
            char bytes[ByteBlock::Size];
            for (int i = 0; i < ByteBlock::Size; ++i)
                bytes[i] = static_cast<char>(first + i * 7);
            const ByteBlock blocks[] = {classifyBytes(bytes), classifyBytesPortably(bytes)};
            for (const ByteBlock &block : blocks) {
                for (const BlockRow &row : Rows) {
                    for (int i = 0; i < ByteBlock::Size; ++i) {
                        const bool got = (block.*row.mask >> i) & 1;
                        QVERIFY2(got == row.holds(static_cast<unsigned char>(bytes[i])), row.name);
                    }
                }
            }
        }
    }

    void bytesEqual_oneByte_findsItEverywhere()
    {
        for (int place = 0; place < ByteBlock::Size; ++place) {
            char bytes[ByteBlock::Size];
            std::memset(bytes, 'J', sizeof bytes);
            bytes[place] = 'I';
            QCOMPARE(bytesEqual(bytes, 'I'), std::uint64_t(1) << place);
        }
    }

    void lowerAscii_allBytes_changesLettersOfTheLengthOnly()
    {
        for (int byte = 0; byte < 256; ++byte) {
            char bytes[] = {static_cast<char>(byte), 'Z', 'Z'};
            lowerAscii(bytes, 2);
            const bool upper = byte >= 'A' && byte <= 'Z';
            QCOMPARE(static_cast<unsigned char>(bytes[0]),
                     static_cast<unsigned char>(upper ? byte + 32 : byte));
            QCOMPARE(bytes[1], 'z');
            QCOMPARE(bytes[2], 'Z');
        }
    }
};

QTEST_GUILESS_MAIN(TestByteBlock)
#include "tst_byteblock.moc"
