// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/documentsender.h"

#include "base/counttext.h"
#include "cli/jsonmember.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <unistd.h>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(DocumentSender)
};

using Key = QLatin1StringView;

// Where a listener does not say what it takes, and at most where it does.
constexpr qint64 UsualBody = 32LL * 1024 * 1024;
constexpr qint64 LargestBody = 256LL * 1024 * 1024;
constexpr qint64 LargestPart = 16LL * 1024 * 1024; // so that memory and what is sent again stay small
constexpr qint64 LeastBody = 1024;
constexpr qint64 MostContents = 20'000;
constexpr qint64 MostFiles = 1'000'000; // their names are in memory
constexpr qint64 Around = 1024;         // of a part, beside its contents; and of one of them
constexpr int MostRounds = 5;

bool isDigest(const QByteArray &text)
{
    return text.size() == 64 && QByteArray::fromHex(text).toHex() == text;
}

} // namespace

Result<SentDocuments> DocumentSender::send(const NewProcess &process, const QJsonObject &fields)
{
    m_idempotencyKey = process.idempotencyKey.isEmpty()
                           ? QUuid::createUuid().toString(QUuid::WithoutBraces).toLatin1()
                           : process.idempotencyKey.toUtf8();
    GEMMARY_TRY(readLimits());
    GEMMARY_TRY(gather(process));
    QJsonObject all = fields;
    all.insert(Key("name"), process.name);
    QByteArray members = QJsonDocument(all).toJson(QJsonDocument::Compact);
    members.chop(1);
    GEMMARY_ASSIGN(id, start(members));
    m_done.process = id;
    m_done.sent = static_cast<qint64>(m_entries.size());
    m_context.terminal.progress({});
    return std::move(m_done);
}

// It answers without a token: a wrong address is said before anything is read or sent.
Result<void> DocumentSender::readLimits()
{
    GEMMARY_ASSIGN(reply, m_client.get(QStringLiteral("/health")));
    const QJsonObject health = QJsonDocument::fromJson(reply.body).object();
    if (!health.value(Key("status")).isString())
        return failure(notGemmary(m_client.url(), QStringLiteral("no /health")));
    const QJsonValue limits = health.value(Key("upload_limits"));
    m_largestBody = std::clamp(limits[Key("bytes")].toInteger(UsualBody), LeastBody, LargestBody);
    m_partBytes = std::min(m_largestBody, LargestPart);
    m_mostContents = static_cast<std::size_t>(
        std::clamp<qint64>(limits[Key("contents")].toInteger(MostContents), 1, MostContents));
    m_mostFiles =
        static_cast<std::size_t>(std::clamp<qint64>(limits[Key("files")].toInteger(MostFiles), 1, MostFiles));
    return {};
}

Result<void> DocumentSender::gather(const NewProcess &process)
{
    Result<void> gathered;
    m_context.backend.findDocuments(m_context.settings, process, [&](const PlannedDocument &document) {
        gathered = add(document);
        return gathered.has_value();
    });
    GEMMARY_TRY(gathered);
    if (m_entries.empty()) {
        for (const auto &[name, problem] : m_done.unread)
            m_context.terminal.error(
                QStringLiteral("%1: %2").arg(printable(name), printable(problem.detail)));
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("Nothing was found that could be sent. With -v the log says what was met."));
    }
    return {};
}

Result<void> DocumentSender::add(const PlannedDocument &document)
{
    // What is empty is sent as well: it is one of the documents that were found.
    const bool isLeftOut = document.problem && document.problem->reason != Reason::Empty;
    Outcome<QByteArray> content =
        isLeftOut ? tl::unexpected<Problem>(*document.problem) : Outcome<QByteArray>();
    if (content && document.bytes > m_largestBody)
        content =
            problem(Reason::TooLarge, Tr::tr("the listener takes %1 bytes").arg(countText(m_largestBody)));
    if (content)
        content = contentOf(document.locator);
    QByteArray member = content ? contentMember(*content) : QByteArray();
    if (content && member.size() + 2 * Around > m_largestBody)
        content =
            problem(Reason::TooLarge, Tr::tr("the listener takes %1 bytes").arg(countText(m_largestBody)));
    if (!content) {
        if (isSkip(content.error().reason) && content.error().reason != Reason::TooLarge)
            ++m_done.leftOut[content.error().reason];
        else
            m_done.unread.emplace_back(document.name, content.error());
        return {};
    }
    if (m_entries.size() == m_mostFiles) {
        return failure(
            ErrorKind::InvalidInput,
            Tr::tr("The listener takes %1 documents in one process, and there are more. Start it where "
                   "its store is, with --db, or in parts.")
                .arg(countText(qint64(m_mostFiles))));
    }
    const qint64 size = member.size() + document.name.toUtf8().size() * 2 + Around / 8;
    if (!m_part.empty() && (m_partSize + size > m_partBytes || m_part.size() >= m_mostContents))
        GEMMARY_TRY(handOver(std::exchange(m_part, {})));
    if (m_part.empty())
        m_partSize = Around;
    m_partSize += size;
    m_part.push_back({m_entries.size(), std::move(member)});
    m_entries.push_back({document.name, document.locator});
    return {};
}

// What no file names is standard input.
Outcome<QByteArray> DocumentSender::contentOf(const Locator &locator) const
{
    if (isFile(locator))
        return m_context.backend.readDocument(m_context.settings, locator);
    QFile input;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly))
        return problem(Reason::ReadError, input.errorString());
    return input.read(m_largestBody);
}

// Contents alone: nothing is begun by it, and it may be repeated.
Result<void> DocumentSender::handOver(Part part)
{
    m_isHandedOver = true;
    QByteArray body = "{\"files\":[";
    for (const Pending &pending : part)
        body += (body.endsWith('[') ? "{" : ",{") + pending.member + '}';
    body += "]}";
    const auto reply = m_client.upload(QStringLiteral("/content"), body);
    if (!reply && reply.error().kind == ErrorKind::TooLong)
        return handOverHalves(std::move(part));
    if (!reply)
        return failure(reply.error());
    GEMMARY_TRY(takeDigests(part, reply->body));
    m_context.terminal.progress(Tr::tr("%1 documents sent").arg(countText(qint64(part.back().entry) + 1)));
    return {};
}

// Something between here and the listener takes less than that.
Result<void> DocumentSender::handOverHalves(Part part)
{
    m_partBytes = std::max(LeastBody, m_partBytes / 2);
    if (part.size() == 1) {
        forget(part.front());
        return {};
    }
    const auto middle = part.begin() + static_cast<std::ptrdiff_t>(part.size() / 2);
    Part second(std::make_move_iterator(middle), std::make_move_iterator(part.end()));
    part.erase(middle, part.end());
    GEMMARY_TRY(handOver(std::move(part)));
    return handOver(std::move(second));
}

// Its name goes; its place stays for the others' sake until all is sent.
void DocumentSender::forget(const Pending &pending)
{
    Entry &entry = m_entries[pending.entry];
    m_done.unread.emplace_back(entry.name, Problem{Reason::TooLarge, Tr::tr("it was refused on the way")});
    entry.name.clear();
}

Result<void> DocumentSender::takeDigests(const Part &part, const QByteArray &answer)
{
    const QJsonArray digests = QJsonDocument::fromJson(answer).object().value(Key("sha256")).toArray();
    if (digests.size() != static_cast<qsizetype>(part.size()))
        return failure(notGemmary(m_client.url(), QStringLiteral("not a digest a content")));
    for (std::size_t i = 0; i < part.size(); ++i) {
        const QByteArray digest = digests[static_cast<qsizetype>(i)].toString().toLatin1();
        if (!isDigest(digest))
            return failure(notGemmary(m_client.url(), QStringLiteral("no digest")));
        m_entries[part[i].entry].sha256 = digest;
    }
    return {};
}

Result<ProcessId> DocumentSender::start(const QByteArray &fields)
{
    if (!m_isHandedOver) {
        auto id = ask(fields, filesWithContents());
        if (id || id.error().kind != ErrorKind::TooLong)
            return id;
    }
    if (!m_part.empty())
        GEMMARY_TRY(handOver(std::exchange(m_part, {})));
    std::erase_if(m_entries, [](const Entry &entry) { return entry.name.isEmpty(); });
    if (m_entries.empty())
        return failure(ErrorKind::InvalidInput, Tr::tr("Every document is too large for the listener."));
    return startReferring(fields);
}

// Contents are kept for an hour: what was handed over before is missing when it took longer, and goes again.
Result<ProcessId> DocumentSender::startReferring(const QByteArray &fields)
{
    for (int round = 1;; ++round) {
        auto id = ask(fields, filesByDigest());
        const QJsonObject refusal = m_client.lastError();
        const bool isMissing =
            !id && refusal.value(Key("code")).toString() == QLatin1StringView("content_missing");
        if (!id && id.error().kind == ErrorKind::TooLong) {
            return failure(
                ErrorKind::InvalidInput,
                Tr::tr("The names of %1 documents are more than the listener takes at once. Start it where "
                       "its store is, with --db, or in parts.")
                    .arg(countText(qint64(m_entries.size()))));
        }
        if (!isMissing || round == MostRounds)
            return id;
        GEMMARY_TRY(handOverAgain(refusal.value(Key("missing")).toArray()));
    }
}

Result<void> DocumentSender::handOverAgain(const QJsonArray &missing)
{
    Part part;
    qint64 size = Around;
    for (const QJsonValue &value : missing) {
        const auto place = static_cast<std::size_t>(std::max<qint64>(0, value.toInteger(0)));
        if (place >= m_entries.size())
            return failure(notGemmary(m_client.url(), QStringLiteral("a file that was not sent")));
        const auto content = contentOf(m_entries[place].locator);
        if (!content) {
            return failure(
                ErrorKind::Conflict,
                Tr::tr("%1 is not there any more. Start again.").arg(printable(m_entries[place].name)));
        }
        part.push_back({place, contentMember(*content)});
        size += part.back().member.size() + Around / 8;
        if (size > m_partBytes || part.size() >= m_mostContents) {
            GEMMARY_TRY(handOver(std::exchange(part, {})));
            size = Around;
        }
    }
    return part.empty() ? Result<void>() : handOver(std::move(part));
}

Result<ProcessId> DocumentSender::ask(const QByteArray &fields, const QByteArray &files)
{
    const QByteArray body = fields + ",\"files\":[" + files + "]}";
    GEMMARY_ASSIGN(reply, m_client.upload(QStringLiteral("/process/start"), body, m_idempotencyKey));
    const QJsonObject answer = QJsonDocument::fromJson(reply.body).object();
    const auto id = ProcessId::fromString(answer.value(Key("process_id")).toString());
    if (!id)
        return failure(notGemmary(m_client.url(), QStringLiteral("no id of the process")));
    return *id;
}

QByteArray DocumentSender::filesWithContents() const
{
    QByteArray files;
    for (const Pending &pending : m_part) {
        files += (files.isEmpty() ? "{" : ",{") + jsonMember("name", m_entries[pending.entry].name.toUtf8()) +
                 ',' + pending.member + '}';
    }
    return files;
}

QByteArray DocumentSender::filesByDigest() const
{
    QByteArray files;
    for (const Entry &entry : m_entries) {
        files += (files.isEmpty() ? "{" : ",{") + jsonMember("name", entry.name.toUtf8()) + ",\"sha256\":\"" +
                 entry.sha256 + "\"}";
    }
    return files;
}

} // namespace Gemmary
