// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/documentpages.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int Page = 1000;

// The summaries of a stretch of documents, asked for as they are needed.
class SummaryPages
{
public:
    SummaryPages(Engine &engine, const ProcessId &id)
        : m_engine(engine)
        , m_id(id)
    {}

    // Of document `number`; numbers only grow. Null: none.
    [[nodiscard]] Result<const DocumentSummary *> of(qint64 number)
    {
        for (;;) {
            while (m_next < m_page.size() && m_page[m_next].number < number)
                ++m_next;
            if (m_next < m_page.size())
                return m_page[m_next].number == number ? &m_page[m_next] : nullptr;
            if (m_ended)
                return nullptr;
            GEMMARY_TRY(load(number - 1));
        }
    }

private:
    Result<void> load(qint64 after)
    {
        GEMMARY_ASSIGN(page, waitFor(m_engine.summaries(m_id, after, Page)));
        m_ended = page.size() < static_cast<std::size_t>(Page);
        m_page = std::move(page);
        m_next = 0;
        return {};
    }

    Engine &m_engine;
    ProcessId m_id;
    std::vector<DocumentSummary> m_page;
    std::size_t m_next = 0;
    bool m_ended = false;
};

} // namespace

Result<void>
readDocuments(Engine &engine, const ProcessId &id, qint64 most,
              const std::function<void(const DocumentRow &row, const DocumentSummary *summary)> &then)
{
    SummaryPages summaries(engine, id);
    DocumentFilter filter;
    for (qint64 left = most; left > 0;) {
        filter.limit = static_cast<int>(std::min<qint64>(left, Page));
        GEMMARY_ASSIGN(rows, waitFor(engine.documents(id, filter)));
        for (const DocumentRow &row : rows) {
            GEMMARY_ASSIGN(summary, summaries.of(row.number));
            then(row, summary);
        }
        if (static_cast<int>(rows.size()) < filter.limit)
            break;
        filter.after = rows.back().number;
        left -= filter.limit;
    }
    return {};
}

} // namespace Gemmary
