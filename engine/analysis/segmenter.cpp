// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/segmenter.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace Gemmary {

namespace {

// Calls `take(codePoint, begin, end)` for each code point; what is not UTF-8 becomes U+FFFD, a separator.
template <typename Take>
void eachCodePoint(std::string_view utf8, Take take)
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(utf8.data());
    const auto length = static_cast<std::int64_t>(utf8.size());
    for (std::int64_t at = 0; at < length;) {
        const std::int64_t begin = at;
        UChar32 codePoint = 0;
        U8_NEXT_OR_FFFD(bytes, at, length, codePoint);
        take(static_cast<char32_t>(codePoint), begin, at);
    }
}

void appendUtf8(std::string &text, char32_t codePoint)
{
    std::array<std::uint8_t, 4> bytes;
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, codePoint);
    text.append(reinterpret_cast<const char *>(bytes.data()), length);
}

bool isAsciiDigit(char32_t codePoint)
{
    return codePoint >= U'0' && codePoint <= U'9';
}

char32_t lowerCase(char32_t codePoint)
{
    return static_cast<char32_t>(u_tolower(static_cast<UChar32>(codePoint)));
}

icu::UnicodeString lowerCase(const icu::UnicodeString &text)
{
    icu::UnicodeString lower;
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1))
        lower.append(u_tolower(text.char32At(at)));
    return lower;
}

// NFC before and after lower-casing: İ written as I and a dot has to become what İ becomes, and some letters
// have a composed form in lower case only.
icu::UnicodeString canonical(const icu::UnicodeString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status))
        return lowerCase(text);
    return nfc->normalize(lowerCase(nfc->normalize(text, status)), status);
}

} // namespace

std::unique_ptr<Segmenter> makeSegmenter(const ProcessSettings &settings, CharacterClasses &classes,
                                         TermReceiver receiver)
{
    if (settings.words == QLatin1StringView("original"))
        return std::make_unique<OriginalSegmenter>(classes, std::move(receiver));
    return std::make_unique<TermSegmenter>(classes, settings.segmentChinese, std::move(receiver));
}

std::string foldAsTerm(std::string_view utf8)
{
    std::string folded;
    const icu::StringPiece text(utf8.data(), static_cast<int32_t>(utf8.size()));
    canonical(icu::UnicodeString::fromUTF8(text)).toUTF8String(folded);
    return folded;
}

void Segmenter::emitTerm(std::string &term, Span span)
{
    static constexpr std::string_view Behind("\0\0\0\0\0\0\0", 7);
    const std::size_t length = term.size();
    term.append(Behind);
    m_span = span;
    m_receiver({term.data(), length});
    term.clear();
}

TermSegmenter::TermSegmenter(CharacterClasses &classes, bool dictionaryForChinese, TermReceiver receiver)
    : Segmenter(std::move(receiver))
    , m_classes(classes)
    , m_dictionaryForChinese(dictionaryForChinese)
{}

void TermSegmenter::feed(std::string_view utf8)
{
    eachCodePoint(utf8, [this](char32_t codePoint, qint64 begin, qint64 end) {
        m_codePoint = {m_fed + begin, m_fed + end};
        take(codePoint, m_classes.of(codePoint));
    });
    m_fed += static_cast<qint64>(utf8.size());
}

TermSegmenter::Run TermSegmenter::runOf(CharacterKind kind) const
{
    switch (kind) {
    case CharacterKind::Han:
        return m_dictionaryForChinese ? Run::Dictionary : Run::Han;
    case CharacterKind::Hiragana:
        return m_dictionaryForChinese ? Run::Dictionary : Run::Hiragana;
    case CharacterKind::Katakana:
        return m_dictionaryForChinese ? Run::Dictionary : Run::Katakana;
    case CharacterKind::KanaExtender:
        if (m_dictionaryForChinese)
            return Run::Dictionary;
        return m_kind == Run::Hiragana ? Run::Hiragana : Run::Katakana;
    case CharacterKind::SouthEastAsian:
        return Run::Dictionary;
    default:
        return Run::Word;
    }
}

void TermSegmenter::take(char32_t codePoint, CharacterClass properties)
{
    switch (properties.kind) {
    case CharacterKind::Ignorable:
        return;
    case CharacterKind::Separator:
        finish();
        return;
    case CharacterKind::Mark:
        if (m_kind == Run::None || m_joiner) {
            finish();
            return;
        }
        append(codePoint, properties);
        m_afterDigit = false;
        return;
    case CharacterKind::Apostrophe:
        takeJoiner(U'\'');
        return;
    case CharacterKind::Hyphen:
        takeJoiner(U'-');
        return;
    case CharacterKind::Point:
        takeJoiner(m_afterDigit ? codePoint : 0);
        return;
    default:
        takeLetter(codePoint, properties);
    }
}

void TermSegmenter::takeJoiner(char32_t joiner)
{
    if (!joiner || m_kind != Run::Word || m_joiner)
        finish();
    else
        m_joiner = joiner;
}

void TermSegmenter::takeLetter(char32_t codePoint, CharacterClass properties)
{
    const Run kind = runOf(properties.kind);
    const bool joinsDigits = m_joiner == U'.' || m_joiner == U',';
    const bool goesOn = kind == m_kind && kind != Run::Han && (!joinsDigits || isAsciiDigit(codePoint));
    if (!goesOn)
        finish();
    m_kind = kind;
    append(codePoint, properties);
    m_joiner = 0;
    m_afterDigit = isAsciiDigit(codePoint);
}

void TermSegmenter::append(char32_t codePoint, CharacterClass properties)
{
    const std::size_t length = m_run.size() + (m_joiner ? 2 : 1);
    if (m_kind == Run::Dictionary && length > LongestDictionaryRun) {
        finish();
        m_kind = Run::Dictionary;
    } else if (m_kind != Run::Dictionary && length > LongestTerm) {
        m_full = true;
    }
    if (m_full)
        return;
    if (m_run.empty())
        m_place.begin = m_codePoint.begin;
    m_place.end = m_codePoint.end;
    if (m_kind == Run::Dictionary)
        m_starts.push_back(m_codePoint.begin);
    if (m_joiner)
        m_run.push_back(m_joiner);
    m_run.push_back(codePoint);
    m_composed = m_composed && (properties.flags & Composed);
    m_cased = m_cased || (properties.flags & Cased);
}

void TermSegmenter::finish()
{
    if (!m_run.empty()) {
        if (m_composed && m_kind != Run::Dictionary)
            emitPlain();
        else
            emitNormalised();
        m_run.clear();
        m_starts.clear();
    }
    m_joiner = 0;
    m_kind = Run::None;
    m_composed = true;
    m_cased = false;
    m_full = false;
    m_afterDigit = false;
}

void TermSegmenter::emitPlain()
{
    for (const char32_t codePoint : m_run)
        appendUtf8(m_utf8, m_cased ? lowerCase(codePoint) : codePoint);
    emitTerm(m_utf8, m_place);
}

void TermSegmenter::emitNormalised()
{
    const auto *codePoints = reinterpret_cast<const UChar32 *>(m_run.data());
    const icu::UnicodeString text =
        canonical(icu::UnicodeString::fromUTF32(codePoints, static_cast<int32_t>(m_run.size())));
    if (m_kind == Run::Dictionary)
        emitWords(text);
    else
        emitText(text, m_place);
}

// Normalising seldom changes the number of code points in these scripts; where it does, each word is said to
// stand where its whole run does.
void TermSegmenter::emitWords(const icu::UnicodeString &text)
{
    const bool sameLength = static_cast<std::size_t>(text.countChar32()) == m_starts.size();
    std::size_t at = 0;
    m_breaker.cut(text, [&](const icu::UnicodeString &word) {
        const std::size_t behind = at + static_cast<std::size_t>(word.countChar32());
        Span span = m_place;
        if (sameLength)
            span = {m_starts[at], behind < m_starts.size() ? m_starts[behind] : m_place.end};
        emitText(word, span);
        at = behind;
    });
}

void TermSegmenter::emitText(const icu::UnicodeString &text, Span span)
{
    text.toUTF8String(m_utf8);
    emitTerm(m_utf8, span);
}

OriginalSegmenter::OriginalSegmenter(CharacterClasses &classes, TermReceiver receiver)
    : Segmenter(std::move(receiver))
    , m_classes(classes)
{}

void OriginalSegmenter::feed(std::string_view utf8)
{
    static constexpr std::u32string_view Kept = U"abcdefghijklmnopqrstuvwxyz0123456789áéíóúñ";
    eachCodePoint(utf8, [this](char32_t codePoint, qint64 begin, qint64 end) {
        // JavaScript's \s: White_Space without U+0085 and with U+FEFF.
        const bool space =
            codePoint == 0xFEFF || (codePoint != 0x85 && (m_classes.of(codePoint).flags & WhiteSpace));
        if (space) {
            finish();
            return;
        }
        const char32_t lower = lowerCase(codePoint);
        if (m_length < LongestTerm && Kept.find(lower) != Kept.npos) {
            if (m_term.empty())
                m_place.begin = m_fed + begin;
            m_place.end = m_fed + end;
            appendUtf8(m_term, lower);
            ++m_length;
        }
    });
    m_fed += static_cast<qint64>(utf8.size());
}

void OriginalSegmenter::finish()
{
    if (!m_term.empty())
        emitTerm(m_term, m_place);
    m_length = 0;
}

} // namespace Gemmary
