// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reportcontent.h"

#include <QBuffer>

#include <algorithm>
#include <functional>

namespace Gemmary::Test {

// What files may be called by people who mean harm or just like it.
inline QStringList hostileNames()
{
    return {QStringLiteral("<script>alert(1)</script>.txt"),
            QStringLiteral("\" onmouseover=\"alert(1)"),
            QStringLiteral("'><img src=x onerror=alert(1)>"),
            QStringLiteral("](javascript:alert(1)) [x"),
            QStringLiteral("| a | b |"),
            QStringLiteral("**bold** _it_ `code` ~~gone~~ $x$"),
            QStringLiteral("=HYPERLINK(\"http://x.example\")"),
            QStringLiteral("+1-1"),
            QStringLiteral("-rf"),
            QStringLiteral("@SUM(A1)"),
            QStringLiteral("\tcell"),
            QStringLiteral("a,b;c\"d\"e"),
            QStringLiteral("two\nlines\r\nthree"),
            QStringLiteral("nul") + QChar(0) + QStringLiteral("inside"),
            QStringLiteral("lone") + QChar(0xD800) + QStringLiteral("half"),
            QStringLiteral("right\u202Eto left"),
            QStringLiteral("# heading"),
            QStringLiteral("1. list"),
            QStringLiteral("www.x.example https://x.example"),
            QStringLiteral("</style></title></main>"),
            QStringLiteral("&lt;b&gt; &amp;"),
            QStringLiteral("文書 документ مستند 😀")};
}

inline ReportDocument reportDocument(qint64 number, const QString &name, qint64 words)
{
    ReportDocument document;
    document.row.number = number;
    document.row.name = name;
    document.row.bytes = words * 6;
    document.row.state = DocumentState::Done;
    document.row.facts.encoding = QStringLiteral("UTF-8");
    document.row.statistics.counts = {words * 6, words, words / 8, words * 6, words / 12, words};
    document.row.statistics.distinctTerms = words / 3;
    document.row.statistics.language.language = QStringLiteral("en");
    return document;
}

// Pages of a list that `documents` makes one by one, as a store would.
inline DocumentPages pagesOf(qint64 count, const std::function<ReportDocument(qint64)> &documents,
                             qint64 page = 500)
{
    return [=](qint64 after) -> Result<std::vector<ReportDocument>> {
        std::vector<ReportDocument> rows;
        for (qint64 i = after + 1; i < std::min(after + 1 + page, count); ++i)
            rows.push_back(documents(i));
        return rows;
    };
}

inline ReportContent reportOf(const std::vector<ReportDocument> &documents)
{
    ReportContent content;
    content.process.id = ProcessId::create();
    content.process.name = QStringLiteral("Letters 1923");
    content.process.state = ProcessState::Completed;
    content.process.planned = true;
    content.process.startedMs = 1'700'000'000'000;
    content.process.finishedMs = content.process.startedMs + 8'400;
    content.generatedMs = content.process.finishedMs + 60'000;
    content.locale = QLocale(QLocale::English, QLocale::UnitedStates);
    SetStatistics statistics;
    for (const ReportDocument &document : documents) {
        const DocumentState state = document.row.state;
        content.process.documents.done += state == DocumentState::Done ? 1 : 0;
        content.process.documents.failed += state == DocumentState::Failed ? 1 : 0;
        content.process.documents.skipped += state == DocumentState::Skipped ? 1 : 0;
        statistics.counts += document.row.statistics.counts;
    }
    statistics.documents = content.process.documents.done;
    statistics.distinctTerms = statistics.counts.words / 5;
    content.process.counts = statistics.counts;
    content.statistics = statistics;
    content.documents = pagesOf(static_cast<qint64>(documents.size()), [documents](qint64 number) {
        return documents[static_cast<std::size_t>(number)];
    });
    return content;
}

// A report in which everything that can be hostile is.
inline ReportContent hostileReport()
{
    std::vector<ReportDocument> documents;
    for (const QString &name : hostileNames()) {
        ReportDocument document = reportDocument(static_cast<qint64>(documents.size()), name, 120);
        document.summary =
            Summary{QStringLiteral("extractive"), {}, name, QStringLiteral("en"), 1, {}, {name}};
        if (documents.size() % 3 == 2) {
            document.row.state = DocumentState::Failed;
            document.problem = document.row.problem = Problem{Reason::ReadError, name};
        }
        documents.push_back(document);
    }
    ReportContent content = reportOf(documents);
    content.process.name = QStringLiteral("</title><script>alert(1)</script> | =1+1");
    content.process.settings.exclude = hostileNames();
    SetSummary summary;
    summary.summary = *documents.front().summary;
    for (const ReportDocument &document : documents) {
        content.words.push_back({document.row.name.toStdString(), 7});
        summary.sentences.push_back({document.row.number, document.row.name, document.row.name, 1});
    }
    content.statistics->topTerms = content.statistics->keywords = content.words;
    content.summary = summary;
    return content;
}

// What `write(device)` wrote.
template <typename Write>
QByteArray written(Write write)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (const Result<void> done = write(buffer); !done)
        qFatal("the report was not written: %s", qPrintable(done.error().message));
    return buffer.data();
}

} // namespace Gemmary::Test
