// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "base/backoff.h"

#include <QUuid>

#include <chrono>
#include <map>
#include <thread>

namespace Gemmary {

namespace {

using namespace std::chrono_literals;

constexpr auto RetryLimit = 30s;
constexpr auto ClosingLimit = 5s;
constexpr Backoff RetryPause{2ms, 100ms};

} // namespace

// The connections of one thread, by database. Ends with the thread.
class ThreadConnections
{
public:
    static ThreadConnections &ofThisThread()
    {
        thread_local ThreadConnections connections;
        return connections;
    }

    Result<Connection *> connectionTo(const std::shared_ptr<Database::Shared> &shared)
    {
        const auto known = m_entries.find(shared.get());
        if (known != m_entries.end())
            return known->second.connection.get();
        dropClosed();
        const QString name = QUuid::createUuid().toString();
        auto connection = std::make_unique<Connection>(name, *shared->dialect, shared->statements);
        GEMMARY_TRY(connection->open());
        const auto entry = m_entries.try_emplace(shared.get(), shared, std::move(connection)).first;
        return entry->second.connection.get();
    }

    void dropClosed()
    {
        std::erase_if(m_entries, [](const auto &entry) { return entry.second.shared->closed.load(); });
    }

private:
    struct Entry
    {
        Entry(std::shared_ptr<Database::Shared> theShared, std::unique_ptr<Connection> theConnection)
            : shared(std::move(theShared))
            , connection(std::move(theConnection))
        {
            const std::scoped_lock lock(shared->mutex);
            ++shared->connections;
        }

        ~Entry()
        {
            connection.reset();
            const std::scoped_lock lock(shared->mutex);
            --shared->connections;
            shared->connectionClosed.notify_all();
        }

        Entry(const Entry &) = delete;
        Entry &operator=(const Entry &) = delete;

        std::shared_ptr<Database::Shared> shared;
        std::unique_ptr<Connection> connection;
    };
    std::map<const Database::Shared *, Entry> m_entries;
};

Database::Database(std::unique_ptr<Dialect> dialect)
    : m_shared(std::make_shared<Shared>(std::move(dialect)))
{}

Database::~Database()
{
    m_shared->closed = true;
    ThreadConnections::ofThisThread().dropClosed();
    // QThread::wait() comes back before the thread's own objects, its connection among them, are destroyed.
    std::unique_lock lock(m_shared->mutex);
    m_shared->connectionClosed.wait_for(lock, ClosingLimit, [this] { return m_shared->connections == 0; });
}

Result<Connection *> Database::connection() const
{
    return ThreadConnections::ofThisThread().connectionTo(m_shared);
}

Result<void> Database::runAgain(Access access, const VoidBody &body) const
{
    GEMMARY_ASSIGN(connection, this->connection());
    const auto begin = std::chrono::steady_clock::now();
    for (int attempt = 1;; ++attempt) {
        Transaction transaction(*connection, access);
        auto done = transaction.begin().and_then([&] { return body(transaction); }).and_then([&] {
            return transaction.commit();
        });
        const bool late = std::chrono::steady_clock::now() - begin > RetryLimit;
        if (done || !transaction.mayRetry() || late)
            return done;
        std::this_thread::sleep_for(RetryPause.delayAfter(attempt, transaction.random()));
    }
}

} // namespace Gemmary
