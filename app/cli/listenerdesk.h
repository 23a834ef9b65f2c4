// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/processdesk.h"
#include "restclient/restclient.h"
#include "wire/statisticsjson.h"

#include <QJsonArray>

namespace Gemmary {

// The desk of a listener of Gemmary, wherever it runs. What it answers may be anything: Unavailable where it
// makes no sense.
class ListenerDesk : public ProcessDesk
{
public:
    explicit ListenerDesk(const ListenerAddress &address)
        : m_client(address)
    {}

    [[nodiscard]] RestClient &client() { return m_client; }
    [[nodiscard]] bool canWork() const override { return false; }

    [[nodiscard]] Result<void> list(const ProcessFilter &filter, const TakePage &take) override;
    [[nodiscard]] Result<ProcessSnapshot> snapshot(const ProcessId &id) override;
    [[nodiscard]] Result<ProcessStatus> status(const ProcessId &id) override;
    [[nodiscard]] Result<ProcessResults> results(const ProcessId &id) override;
    [[nodiscard]] Result<SetStatistics> statistics(const ProcessId &id) override;
    [[nodiscard]] Result<SetSummary> summary(const ProcessId &id) override;
    [[nodiscard]] Result<WordList> words(const ProcessId &id, const WordFilter &filter) override;
    [[nodiscard]] Result<std::vector<DocumentRow>> documents(const ProcessId &id,
                                                             const DocumentFilter &filter) override;
    [[nodiscard]] Result<std::vector<DocumentSummary>> summaries(const ProcessId &id, qint64 after,
                                                                 int limit) override;

    [[nodiscard]] Result<void> stop(const ProcessId &id) override;
    [[nodiscard]] Result<void> pause(const ProcessId &id) override;
    [[nodiscard]] Result<void> resume(const ProcessId &id) override;
    [[nodiscard]] Result<void> retry(const ProcessId &id) override;
    [[nodiscard]] Result<void> retryWithKeySentences(const ProcessId &id) override;
    [[nodiscard]] Result<void> retryJob(const JobKey &job) override;
    [[nodiscard]] Result<void> remove(const ProcessId &id) override;
    [[nodiscard]] Result<void> restore(const ProcessId &id) override;
    [[nodiscard]] Result<void> setTokenBudget(const ProcessId &id, int tokens) override;

    [[nodiscard]] FollowEnd follow(Terminal &terminal, const ProcessId &id,
                                   const FollowSettings &settings) override;

    // As status(), when it is not what the answer with `etag` said, which then is the new one.
    [[nodiscard]] Result<std::optional<ProcessStatus>> changedStatus(const ProcessId &id, QByteArray &etag);

private:
    struct Page
    {
        QJsonArray rows;
        QByteArray nextCursor;
    };
    [[nodiscard]] Result<ProcessStatistics> everything(const ProcessId &id);
    [[nodiscard]] Result<Page> page(const QString &path, const QUrlQuery &query);
    [[nodiscard]] Result<void> act(const char *verb, const ProcessId &id, const QUrlQuery &query = {});
    template <typename T>
    [[nodiscard]] Result<T> understood(Result<T> value) const;

    RestClient m_client;
};

} // namespace Gemmary
