// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/characterclasses.h"
#include "analysis/wordbreaker.h"
#include "domain/processsettings.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Gemmary {

// Takes terms in the order of the text; a view is valid during the call, and seven bytes behind it are
// readable.
using TermReceiver = std::function<void(std::string_view term)>;

// Turns text into terms, piece by piece: the pieces' cuts do not show in the terms. Not thread-safe.
class Segmenter
{
public:
    explicit Segmenter(TermReceiver receiver)
        : m_receiver(std::move(receiver))
    {}
    virtual ~Segmenter() = default;

    // `utf8` is cut between code points.
    virtual void feed(std::string_view utf8) = 0;

    // Ends a run: what is fed next does not touch it.
    virtual void finish() = 0;

    // False when a dictionary was needed and is not installed.
    [[nodiscard]] virtual bool isUsable() const { return true; }

    // A term holds at most so many code points; the rest of its run is left out. So no text, whatever it is,
    // makes a term larger than a few KiB.
    static constexpr int LongestTerm = 256;

    // Bytes, counted from the first that was fed.
    struct Span
    {
        qint64 begin = 0;
        qint64 end = 0;
    };

    // Where the term that is being received stands.
    [[nodiscard]] Span span() const { return m_span; }

protected:
    // Hands the term over and empties it.
    void emitTerm(std::string &term, Span span);

private:
    TermReceiver m_receiver;
    Span m_span;
};

// The segmenter that a process's settings ask for.
[[nodiscard]] std::unique_ptr<Segmenter> makeSegmenter(const ProcessSettings &settings,
                                                       CharacterClasses &classes, TermReceiver receiver);

// Text as terms are written: NFC and lower case.
[[nodiscard]] std::string foldAsTerm(std::string_view utf8);

// The terms of DESIGN §6; the README defines them exactly.
class TermSegmenter : public Segmenter
{
public:
    TermSegmenter(CharacterClasses &classes, bool dictionaryForChinese, TermReceiver receiver);

    void feed(std::string_view utf8) override;
    void finish() override;
    [[nodiscard]] bool isUsable() const override { return m_breaker.isUsable(); }

    // A run that a dictionary cuts is taken in pieces of so many code points.
    static constexpr int LongestDictionaryRun = 1024;

private:
    enum class Run { None, Word, Han, Hiragana, Katakana, Dictionary };

    [[nodiscard]] Run runOf(CharacterKind kind) const;
    void take(char32_t codePoint, CharacterClass properties);
    void takeLetter(char32_t codePoint, CharacterClass properties);
    void takeJoiner(char32_t joiner);
    void append(char32_t codePoint, CharacterClass properties);
    void emitPlain();
    void emitNormalised();
    void emitWords(const icu::UnicodeString &text);
    void emitText(const icu::UnicodeString &text, Span span);

    CharacterClasses &m_classes;
    WordBreaker m_breaker;
    std::u32string m_run;         // as written, joiners folded, ignorables left out
    Span m_place;                 // of m_run
    Span m_codePoint;             // of the code point in hand
    qint64 m_fed = 0;             // bytes
    std::vector<qint64> m_starts; // of each code point of a run that a dictionary cuts
    std::string m_utf8;           // scratch
    char32_t m_joiner = 0;        // seen after the run, kept if the run goes on
    Run m_kind = Run::None;
    bool m_composed = true; // every code point of m_run is Composed
    bool m_cased = false;   // some code point of it is Cased
    bool m_full = false;
    bool m_afterDigit = false; // the last code point was an ASCII digit
    bool m_dictionaryForChinese = false;
};

// The original system's terms: white-space tokens, lower case, only [a-z0-9áéíóúñ] kept.
class OriginalSegmenter : public Segmenter
{
public:
    OriginalSegmenter(CharacterClasses &classes, TermReceiver receiver);

    void feed(std::string_view utf8) override;
    void finish() override;

private:
    CharacterClasses &m_classes;
    std::string m_term;
    Span m_place;
    qint64 m_fed = 0;
    int m_length = 0;
};

} // namespace Gemmary
