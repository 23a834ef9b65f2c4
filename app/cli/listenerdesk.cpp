// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listenerdesk.h"

#include "cli/listenerfollower.h"
#include "wire/processreading.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ListenerDesk)
};

constexpr int LargestPage = 1000; // that a listener gives
constexpr int LargestWordPage = 10'000;

QString pathOf(const char *what, const ProcessId &id)
{
    return QStringLiteral("/process/%1/%2").arg(QLatin1StringView(what), id.toString());
}

QUrlQuery paged(int limit, const QByteArray &cursor)
{
    QUrlQuery query{{QStringLiteral("limit"), QString::number(std::clamp(limit, 1, LargestPage))}};
    if (!cursor.isEmpty())
        query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(cursor));
    return query;
}

QByteArray cursorAfter(qint64 number)
{
    return number < 0 ? QByteArray() : QByteArray::number(number);
}

tl::unexpected<Error> notOffered(const QString &verb)
{
    return failure(ErrorKind::InvalidInput,
                   Tr::tr("A listener cannot do this: %1. Do it where its store is, or with --db or --local "
                          "instead of --api-url.")
                       .arg(verb));
}

Result<std::vector<ProcessSnapshot>> processesFrom(const QJsonArray &rows)
{
    std::vector<ProcessSnapshot> processes;
    for (const QJsonValue &row : rows) {
        GEMMARY_ASSIGN(process, processFromJson(row.toObject()));
        processes.push_back(std::move(process));
    }
    return processes;
}

} // namespace

// What a body lacks is the other side's trouble: it is no listener, or not of this version.
template <typename T>
Result<T> ListenerDesk::understood(Result<T> value) const
{
    if (!value && value.error().kind == ErrorKind::BadReply)
        return failure(notGemmary(m_client.url(), value.error().message));
    return value;
}

// What is known of a process as a whole: settings, statistics, summary.
Result<ProcessStatistics> ListenerDesk::everything(const ProcessId &id)
{
    GEMMARY_ASSIGN(reply, m_client.get(pathOf("statistics", id)));
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isObject())
        return failure(notGemmary(m_client.url(), QStringLiteral("no JSON object")));
    return understood(statisticsFromJson(document.object()));
}

Result<ListenerDesk::Page> ListenerDesk::page(const QString &path, const QUrlQuery &query)
{
    GEMMARY_ASSIGN(reply, m_client.get(path, query));
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isArray())
        return failure(notGemmary(m_client.url(), QStringLiteral("no JSON array")));
    return Page{document.array(), reply.nextCursor};
}

Result<void> ListenerDesk::list(const ProcessFilter &filter, const TakePage &take)
{
    if (filter.removed)
        return notOffered(Tr::tr("show removed processes"));
    static const QRegularExpression beginning(QStringLiteral("^[0-9a-f-]{0,36}$"));
    if (!beginning.match(filter.idPrefix).hasMatch()) { // no id begins so
        take({});
        return {};
    }
    for (QByteArray cursor;;) {
        QUrlQuery query = paged(filter.limit, cursor);
        if (!filter.idPrefix.isEmpty())
            query.addQueryItem(QStringLiteral("id_prefix"), filter.idPrefix);
        GEMMARY_ASSIGN(got, page(QStringLiteral("/process/list"), query));
        GEMMARY_ASSIGN(processes, understood(processesFrom(got.rows)));
        const bool isWanted = take(processes);
        // A cursor that leads to itself would never end.
        if (!isWanted || got.nextCursor.isEmpty() || got.nextCursor == cursor || processes.empty())
            return {};
        cursor = got.nextCursor;
    }
}

Result<ProcessSnapshot> ListenerDesk::snapshot(const ProcessId &id)
{
    GEMMARY_ASSIGN(all, everything(id)); // the settings are there
    return all.process;
}

Result<ProcessStatus> ListenerDesk::status(const ProcessId &id)
{
    QByteArray etag;
    GEMMARY_ASSIGN(status, changedStatus(id, etag));
    if (!status)
        return failure(notGemmary(m_client.url(), QStringLiteral("HTTP 304 without a question for it")));
    return *status;
}

Result<std::optional<ProcessStatus>> ListenerDesk::changedStatus(const ProcessId &id, QByteArray &etag)
{
    const QUrlQuery details{{QStringLiteral("details"), QStringLiteral("true")}};
    GEMMARY_ASSIGN(reply, m_client.get(pathOf("status", id), details, etag));
    if (reply.status == 304)
        return std::optional<ProcessStatus>();
    GEMMARY_ASSIGN(status, understood(statusFromJson(QJsonDocument::fromJson(reply.body).object())));
    etag = reply.etag;
    return std::optional(std::move(status));
}

Result<ProcessResults> ListenerDesk::results(const ProcessId &id)
{
    GEMMARY_ASSIGN(all, everything(id));
    if (all.process.state != ProcessState::Completed) {
        return failure(
            ErrorKind::Conflict,
            QStringLiteral("Results are not ready. Process status is: %1.").arg(nameOf(all.process.state)));
    }
    return ProcessResults{all.process, all.statistics.value_or(SetStatistics()), all.summary};
}

Result<SetStatistics> ListenerDesk::statistics(const ProcessId &id)
{
    GEMMARY_ASSIGN(all, everything(id));
    if (!all.statistics)
        return failure(ErrorKind::Conflict, Tr::tr("Not everything is counted yet."));
    return *all.statistics;
}

Result<SetSummary> ListenerDesk::summary(const ProcessId &id)
{
    GEMMARY_ASSIGN(all, everything(id));
    if (!all.summary)
        return failure(ErrorKind::Conflict, Tr::tr("Not everything is summarised yet."));
    return *all.summary;
}

Result<WordList> ListenerDesk::words(const ProcessId &id, const WordFilter &filter)
{
    WordList list;
    for (QByteArray cursor;;) {
        const qint64 left = filter.limit < 0 ? LargestWordPage : filter.limit - qint64(list.words.size());
        QUrlQuery query{
            {QStringLiteral("limit"), QString::number(std::clamp<qint64>(left, 1, LargestWordPage))}};
        if (!cursor.isEmpty())
            query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(cursor));
        GEMMARY_ASSIGN(reply, m_client.get(pathOf("words", id), query));
        WordList next = wordsFromJson(QJsonDocument::fromJson(reply.body).object());
        const bool isEmpty = next.words.empty();
        std::move(next.words.begin(), next.words.end(), std::back_inserter(list.words));
        list.matching = next.matching;
        list.forms = next.forms;
        const bool isEnough = filter.limit >= 0 && qint64(list.words.size()) >= filter.limit;
        if (isEmpty || isEnough || reply.nextCursor.isEmpty() || reply.nextCursor == cursor)
            return list;
        cursor = reply.nextCursor;
    }
}

Result<std::vector<DocumentRow>> ListenerDesk::documents(const ProcessId &id, const DocumentFilter &filter)
{
    QUrlQuery query = paged(filter.limit, cursorAfter(filter.after));
    query.addQueryItem(QStringLiteral("details"), QStringLiteral("true"));
    GEMMARY_ASSIGN(got, page(pathOf("documents", id), query));
    GEMMARY_ASSIGN(rows, understood(documentsFromJson(got.rows)));
    // Who asks for what is after the last of them would otherwise ask for ever.
    if (!rows.empty() && rows.back().number <= filter.after)
        return failure(notGemmary(m_client.url(), QStringLiteral("documents out of order")));
    return rows;
}

Result<std::vector<DocumentSummary>> ListenerDesk::summaries(const ProcessId &id, qint64 after, int limit)
{
    GEMMARY_ASSIGN(got, page(pathOf("summaries", id), paged(limit, cursorAfter(after))));
    GEMMARY_ASSIGN(rows, understood(summariesFromJson(got.rows)));
    if (!rows.empty() && rows.back().number <= after)
        return failure(notGemmary(m_client.url(), QStringLiteral("summaries out of order")));
    return rows;
}

Result<void> ListenerDesk::act(const char *verb, const ProcessId &id, const QUrlQuery &query)
{
    GEMMARY_TRY(m_client.act(pathOf(verb, id), query));
    return {};
}

Result<void> ListenerDesk::stop(const ProcessId &id)
{
    return act("stop", id);
}

Result<void> ListenerDesk::pause(const ProcessId &id)
{
    return act("pause", id);
}

Result<void> ListenerDesk::resume(const ProcessId &id)
{
    return act("resume", id);
}

Result<void> ListenerDesk::retry(const ProcessId &id)
{
    return act("retry", id);
}

Result<void> ListenerDesk::retryWithKeySentences(const ProcessId &id)
{
    return act("retry", id, {{QStringLiteral("key_sentences"), QStringLiteral("true")}});
}

Result<void> ListenerDesk::retryJob(const JobKey &)
{
    return notOffered(Tr::tr("try one batch again (--only)"));
}

Result<void> ListenerDesk::remove(const ProcessId &id)
{
    GEMMARY_TRY(m_client.remove(QStringLiteral("/process/%1").arg(id.toString())));
    return {};
}

Result<void> ListenerDesk::restore(const ProcessId &)
{
    return notOffered(Tr::tr("restore a process"));
}

Result<void> ListenerDesk::setTokenBudget(const ProcessId &, int)
{
    return notOffered(Tr::tr("set a budget of tokens (--token-budget)"));
}

FollowEnd ListenerDesk::follow(Terminal &terminal, const ProcessId &id, const FollowSettings &settings)
{
    return ListenerFollower(*this, terminal, id, settings).follow();
}

} // namespace Gemmary
