// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/views.h"
#include "summaries/summarycontent.h"

#include <QObject>

#include <optional>
#include <vector>

namespace Gemmary {

class Engine;

// Reads a page of documents' summaries with their names, in the order of documents, leaving out what a search
// does not match. It reads on until the page is full, so a search sees all documents however many there are,
// while only one page is kept. A new question ends the one before.
class SummaryFeed : public QObject
{
    Q_OBJECT

public:
    explicit SummaryFeed(Engine &engine, QObject *parent = nullptr);

    // `after`: the number of the last document of the page before; NoDocument: from the first.
    void ask(const ProcessId &process, qint64 after, const QString &search, int wanted);
    void forget();
    [[nodiscard]] bool isReading() const { return m_isReading; }

Q_SIGNALS:
    void arrived(const std::vector<Gemmary::SummaryContent> &page, bool more);
    void failed(const Gemmary::Error &error);

private:
    void readSummaries();
    void readNames();
    void onSummaries(const Result<std::vector<DocumentSummary>> &summaries);
    void onNames(const Result<std::vector<DocumentLine>> &lines);
    void takeMatches();
    void finish(bool more);
    void fail(const Error &error);

    Engine &m_engine;
    qint64 m_question = 0;
    bool m_isReading = false;
    // Of the present question:
    std::optional<ProcessId> m_process;
    QString m_search;
    std::size_t m_wanted = 0;
    std::vector<SummaryContent> m_page;
    std::vector<DocumentSummary> m_chunk; // read, but not looked at
    QStringList m_names;                  // of the first of them
    qint64 m_after = NoDocument;          // the last document of the chunk
    qint64 m_namesAfter = NoDocument;
};

} // namespace Gemmary
