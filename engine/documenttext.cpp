// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"
#include "documentquestions.h"
#include "stoppablereader.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr std::size_t LongestText = std::size_t(4) * 1024 * 1024; // bytes; a window shows no more

// What to tell who wants to read a document that cannot be read. Others get the reason's own words.
struct Advice
{
    Reason reason;
    ErrorKind kind;
    const char *sentence;
};

constexpr Advice Advices[] = {
    {Reason::NotThere, ErrorKind::NotFound,
     "The document is no longer where it was. Put it back, then open it again."},
    {Reason::NoPermission, ErrorKind::Conflict,
     "You may not read this document. Give yourself read access, then open it again."},
    {Reason::ReadError, ErrorKind::Unavailable,
     "The disk or the network could not deliver the document. Check the drive, then open it again."},
    {Reason::ChangedWhileRead, ErrorKind::Conflict,
     "The document is being changed at this moment. Wait until nothing writes to it, then open it again."},
    {Reason::Empty, ErrorKind::Conflict, "The document is empty: there is nothing to read."},
    {Reason::NotText, ErrorKind::Conflict,
     "The document is not text. Open it with the program it is made for."},
};

tl::unexpected<Error> unreadable(const Problem &problem)
{
    const auto *const advice = std::find_if(std::begin(Advices), std::end(Advices), [&](const Advice &entry) {
        return entry.reason == problem.reason;
    });
    if (advice != std::end(Advices))
        return failure(advice->kind, QString::fromLatin1(advice->sentence), problem.detail);
    const Explanation explanation = explain(problem.reason);
    return failure(ErrorKind::Conflict,
                   QStringLiteral("%1. %2.").arg(QString::fromLatin1(explanation.what),
                                                 QString::fromLatin1(explanation.remedy)),
                   problem.detail);
}

tl::unexpected<Error> changed()
{
    return failure(
        ErrorKind::Conflict,
        QStringLiteral("The document has changed since it was counted. Start a new process to count "
                       "and read it as it is now."));
}

// Takes a text's beginning and asks for no more once it has it.
class Beginning : public TextSink
{
public:
    void text(std::string_view utf8) override
    {
        std::size_t count = std::min(utf8.size(), LongestText - m_text.size());
        while (count < utf8.size() && count > 0 && isUtf8Continuation(utf8[count]))
            --count;
        m_text.append(utf8.substr(0, count));
        if (count < utf8.size()) {
            m_whole = false;
            m_enough.cancel();
        }
    }

    [[nodiscard]] bool isWhole() const { return m_whole; }
    [[nodiscard]] CancelToken enough() const { return m_enough.token(); }
    [[nodiscard]] QString take() const { return QString::fromUtf8(m_text.data(), std::ssize(m_text)); }

private:
    std::string m_text;
    bool m_whole = true;
    CancelSource m_enough;
};

Result<void> readBeginning(const PipelineParts &parts, const DocumentRow &document, Beginning &text,
                           const CancelToken &closing)
{
    const auto content = parts.content.open(document.locator);
    if (!content)
        return unreadable(content.error());
    const bool known = !document.facts.sha256.isEmpty();
    if (known && (*content)->bytes() != document.facts.bytes)
        return changed();
    StoppableReader reader(**content, closing);
    const auto facts = parts.extractor.extract(reader, text, text.enough());
    if (closing.isCancelled())
        return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
    if (!text.isWhole())
        return {};
    if (!facts)
        return unreadable(facts.error());
    if (known && facts->sha256 != document.facts.sha256)
        return changed();
    return {};
}

} // namespace

Result<DocumentText> readDocumentText(const PipelineParts &parts, const ProcessId &id, qint64 number,
                                      const CancelToken &closing)
{
    DocumentText answer;
    GEMMARY_ASSIGN(document, parts.store.document(id, number));
    GEMMARY_ASSIGN(summary, parts.store.documentSummary(id, number));
    if (document.problem && document.problem->reason == Reason::ReaderCrashed)
        return unreadable(*document.problem); // it would end this process, too
    Beginning text;
    GEMMARY_TRY(readBeginning(parts, document, text, closing));
    answer.document = std::move(document);
    answer.text = text.take();
    answer.whole = text.isWhole();
    answer.summary = std::move(summary);
    return answer;
}

} // namespace Gemmary
