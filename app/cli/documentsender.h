// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "domain/process.h"
#include "restclient/restclient.h"

#include <QJsonObject>

#include <map>
#include <vector>

namespace Gemmary {

// What became of documents that were to be sent.
struct SentDocuments
{
    ProcessId process;
    qint64 sent = 0;
    std::map<Reason, qint64> leftOut; // as they would be skipped here
    std::vector<std::pair<QString, Problem>>
        unread; // by name: they could not be read, or are too large to send
};

// Starts a process at a listener from files here. What fits into one request is sent with it; of more, the
// contents are handed over first, and then one request refers to all of them: whatever ends this program
// before, there is no process, and after it there is the whole one.
//
// Contents arrive as they are: UTF-8 as text, everything else as bytes, so that what the listener counts is
// what would be counted here.
class DocumentSender
{
public:
    DocumentSender(CommandContext &context, RestClient &client)
        : m_context(context)
        , m_client(client)
    {}

    // `fields` are the process's settings, as the listener takes them. InvalidInput when nothing can be sent.
    [[nodiscard]] Result<SentDocuments> send(const NewProcess &process, const QJsonObject &fields);

private:
    struct Entry
    {
        QString name;
        Locator locator;
        QByteArray sha256 = {}; // in hexadecimal, once it is handed over
    };
    struct Pending
    {
        std::size_t entry; // whose content it is
        QByteArray member; // "content":"…"
    };
    using Part = std::vector<Pending>;

    [[nodiscard]] Result<void> readLimits();
    [[nodiscard]] Result<void> gather(const NewProcess &process);
    [[nodiscard]] Result<void> add(const PlannedDocument &document);
    [[nodiscard]] Outcome<QByteArray> contentOf(const Locator &locator) const;
    [[nodiscard]] Result<void> handOver(Part part);
    [[nodiscard]] Result<void> handOverHalves(Part part);
    [[nodiscard]] Result<void> handOverAgain(const QJsonArray &missing);
    [[nodiscard]] Result<void> takeDigests(const Part &part, const QByteArray &answer);
    [[nodiscard]] Result<ProcessId> start(const QByteArray &fields);
    [[nodiscard]] Result<ProcessId> startReferring(const QByteArray &fields);
    [[nodiscard]] Result<ProcessId> ask(const QByteArray &fields, const QByteArray &files);
    [[nodiscard]] QByteArray filesWithContents() const;
    [[nodiscard]] QByteArray filesByDigest() const;
    void forget(const Pending &pending);

    CommandContext &m_context;
    RestClient &m_client;
    SentDocuments m_done;
    QByteArray m_idempotencyKey;
    qint64 m_largestBody = 0; // that the listener takes
    qint64 m_partBytes = 0;
    std::size_t m_mostContents = 0; // in one request
    std::size_t m_mostFiles = 0;    // in one process
    std::vector<Entry> m_entries;
    Part m_part; // gathered, not yet sent
    qint64 m_partSize = 0;
    bool m_isHandedOver = false; // some is: it did not fit into one request
};

} // namespace Gemmary
