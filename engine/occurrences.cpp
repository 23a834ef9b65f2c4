// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"
#include "documentquestions.h"
#include "stoppablereader.h"

#include <algorithm>
#include <deque>

namespace Gemmary {

namespace {

constexpr int Context = 60;                  // characters on each side
constexpr std::size_t ContextBytes = 240;    // the most that they take
constexpr std::size_t LongestRun = 8 * 1024; // bytes that a term may stand before what was fed last
constexpr int PageOfDocuments = 500;

// Where the last `characters` code points of a text begin.
std::size_t startOfLast(std::string_view text, int characters)
{
    std::size_t at = text.size();
    for (int i = 0; i < characters && at > 0; ++i) {
        do
            --at;
        while (at > 0 && isUtf8Continuation(text[at]));
    }
    return at;
}

std::size_t endOfFirst(std::string_view text, int characters)
{
    std::size_t at = 0;
    for (int i = 0; i < characters && at < text.size(); ++i) {
        do
            ++at;
        while (at < text.size() && isUtf8Continuation(text[at]));
    }
    return at;
}

// On one line: each stretch of white space and controls is one space.
QString onOneLine(std::string_view utf8)
{
    QString line;
    const QString text = QString::fromUtf8(utf8.data(), std::ssize(utf8));
    for (const QChar c : text) {
        const bool gap = c.isSpace() || c.category() == QChar::Other_Control;
        if (!gap)
            line += c;
        else if (!line.endsWith(QLatin1Char(' ')))
            line += QLatin1Char(' ');
    }
    return line;
}

// Takes a document's text and keeps the places of a term with what stands around them. Of the text it holds
// no more than the last piece and a margin.
class PlaceCollector : public TextSink
{
public:
    PlaceCollector(const Analyzer &analyzer, const std::string &term, const ProcessSettings &settings,
                   std::size_t limit)
        : m_limit(limit)
        , m_search(analyzer.newSearch(term, settings, [this](qint64 begin, qint64 end) {
            m_pending.push_back({static_cast<std::size_t>(begin), static_cast<std::size_t>(end)});
        }))
    {}

    void text(std::string_view utf8) override
    {
        if (hasEnough())
            return;
        m_window.append(utf8);
        m_search->text(utf8);
        takePlaces(ContextBytes);
        forget();
    }

    void finish()
    {
        m_search->finish();
        takePlaces(0);
    }

    [[nodiscard]] bool hasEnough() const { return m_places.size() >= m_limit; }
    [[nodiscard]] CancelToken enough() const { return m_enough.token(); }
    [[nodiscard]] std::vector<Occurrence> take() { return std::move(m_places); }

private:
    struct Span
    {
        std::size_t begin;
        std::size_t end;
    };

    // Takes the places that so many bytes follow.
    void takePlaces(std::size_t following)
    {
        while (!m_pending.empty() && m_pending.front().end + following <= m_base + m_window.size()) {
            if (!hasEnough())
                takePlace(m_pending.front());
            m_pending.pop_front();
        }
        if (hasEnough())
            m_enough.cancel();
    }

    void takePlace(const Span &place)
    {
        if (place.begin < m_base) // in a run that is longer than any word
            return;
        const std::string_view window = m_window;
        const std::string_view before = window.substr(0, place.begin - m_base);
        const std::string_view after = window.substr(place.end - m_base);
        Occurrence occurrence;
        occurrence.before = onOneLine(before.substr(startOfLast(before, Context)));
        occurrence.word = onOneLine(window.substr(place.begin - m_base, place.end - place.begin));
        occurrence.after = onOneLine(after.substr(0, endOfFirst(after, Context)));
        m_places.push_back(std::move(occurrence));
    }

    void forget()
    {
        const std::size_t fed = m_base + m_window.size();
        const std::size_t needed = m_pending.empty() ? fed : m_pending.front().begin;
        const std::size_t margin = LongestRun + ContextBytes;
        std::size_t from = std::min(needed, fed) > m_base + margin ? std::min(needed, fed) - margin : m_base;
        while (from > m_base && isUtf8Continuation(m_window[from - m_base]))
            --from;
        m_window.erase(0, from - m_base);
        m_base = from;
    }

    std::size_t m_limit;
    std::string m_window;
    std::size_t m_base = 0; // bytes of the text before the window
    std::deque<Span> m_pending;
    std::vector<Occurrence> m_places;
    CancelSource m_enough;
    std::unique_ptr<TermSearch> m_search;
};

std::vector<Occurrence> placesIn(const PipelineParts &parts, const DocumentLine &document,
                                 PlaceCollector &collector, const CancelToken &closing)
{
    const auto content = parts.content.open(document.locator);
    if (!content)
        return {};
    StoppableReader reader(**content, closing);
    const auto facts = parts.extractor.extract(reader, collector, collector.enough());
    if (facts)
        collector.finish();
    else if (!collector.hasEnough()) // what came of it may be nonsense
        return {};
    auto places = collector.take();
    for (Occurrence &place : places) {
        place.document = document.number;
        place.name = document.name;
    }
    return places;
}

} // namespace

Result<std::vector<Occurrence>> findOccurrences(const PipelineParts &parts, const ProcessId &id,
                                                const QString &word, int limit, const CancelToken &closing)
{
    GEMMARY_ASSIGN(process, parts.store.snapshot(id));
    const std::string term = parts.analyzer.fold(word.toStdString());
    const auto most = static_cast<std::size_t>(std::max(0, limit));
    std::vector<Occurrence> found;
    for (qint64 after = -1; found.size() < most;) {
        GEMMARY_ASSIGN(page, parts.store.documentLines(id, after, PageOfDocuments));
        if (page.empty())
            break;
        for (const DocumentLine &document : page) {
            if (closing.isCancelled())
                return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
            if (!isCounted(document.state))
                continue;
            PlaceCollector collector(parts.analyzer, term, process.settings, most - found.size());
            const auto places = placesIn(parts, document, collector, closing);
            found.insert(found.end(), places.begin(), places.end());
            if (found.size() >= most)
                break;
        }
        after = page.back().number;
    }
    return found;
}

} // namespace Gemmary
