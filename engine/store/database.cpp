// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "base/backoff.h"

#include <QUuid>

#include <chrono>
#include <map>
#include <random>
#include <thread>

namespace Gemmary {

namespace {

using namespace std::chrono_literals;

constexpr auto RetryLimit = 30s;
constexpr auto ClosingLimit = 5s;
constexpr Backoff RetryPause{2ms, 100ms};
constexpr Backoff ReconnectPause{50ms, 2s};
constexpr int ConnectTries = 4;

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

    tl::expected<Connection *, StatementError> connectionTo(const std::shared_ptr<Database::Shared> &shared)
    {
        const auto known = m_entries.find(shared.get());
        if (known != m_entries.end())
            return known->second.connection.get();
        dropClosed();
        auto connection = shared->dialect->connect(shared->statements);
        if (!connection)
            return tl::unexpected(std::move(connection).error());
        const auto entry = m_entries.try_emplace(shared.get(), shared, std::move(*connection)).first;
        return entry->second.connection.get();
    }

    void drop(const Database::Shared *shared) { m_entries.erase(shared); }

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

// A first connection that breaks is tried again a few times: more would keep someone waiting for a typing
// error.
Result<Connection *> Database::connection() const
{
    std::minstd_rand random(std::random_device{}());
    for (int number = 1;; ++number) {
        const auto connection = ThreadConnections::ofThisThread().connectionTo(m_shared);
        if (connection)
            return *connection;
        if (number == ConnectTries || dialect().classify(connection.error()) != ErrorClass::Lost)
            return failure(dialect().describe(connection.error()));
        std::this_thread::sleep_for(ReconnectPause.delayAfter(number, random));
    }
}

// Threads of this program write to SQLite one after another, for it only lets them poll. Who has waited too
// long goes on without a turn: SQLite says no then.
class Database::Turn
{
public:
    explicit Turn(Shared &shared)
        : m_shared(shared)
    {
        std::unique_lock lock(m_shared.mutex);
        m_hasIt = m_shared.turnEnded.wait_for(lock, RetryLimit, [this] { return !m_shared.isTurnTaken; });
        m_shared.isTurnTaken = true;
    }

    ~Turn()
    {
        if (!m_hasIt)
            return;
        {
            const std::scoped_lock lock(m_shared.mutex);
            m_shared.isTurnTaken = false;
        }
        m_shared.turnEnded.notify_one();
    }

    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;

private:
    Shared &m_shared;
    bool m_hasIt = false;
};

// What came of running a transaction.
struct Database::Attempt
{
    Result<void> done;
    std::optional<ErrorClass> failedAs;
    bool isUnknown = false; // the answer to COMMIT was lost
};

Database::Attempt Database::attempt(Access access, const VoidBody &body) const
{
    ThreadConnections &connections = ThreadConnections::ofThisThread();
    const auto connection = connections.connectionTo(m_shared);
    if (!connection) {
        const StatementError &error = connection.error();
        return {failure(dialect().describe(error)), dialect().classify(error)};
    }
    Attempt attempt;
    std::optional<Turn> turn;
    if (access == Access::Write && !dialect().isServer())
        turn.emplace(*m_shared);
    {
        Transaction transaction(**connection, dialect(), access);
        attempt.done = transaction.begin().and_then([&] { return body(transaction); }).and_then([&] {
            return transaction.commit();
        });
        attempt.failedAs = transaction.failedAs();
        attempt.isUnknown = attempt.failedAs == ErrorClass::Lost && transaction.wasCommitSent();
    }
    // Whoever refuses may change its mind, but a session that began read-only stays so.
    if (attempt.failedAs == ErrorClass::Lost || attempt.failedAs == ErrorClass::Refused)
        connections.drop(m_shared.get());
    return attempt;
}

// An attempt that leaves a mark with what it does, by which a lost answer is found out.
Database::Attempt Database::attemptMarked(Access access, const VoidBody &body) const
{
    const QString mark = QUuid::createUuid().toString(QUuid::WithoutBraces);
    Attempt marked = attempt(access, [&](Transaction &tx) -> Result<void> {
        GEMMARY_TRY(body(tx));
        GEMMARY_TRY(tx.change("insert_commit", {mark, QStringLiteral("done")}));
        return {};
    });
    if (!marked.isUnknown)
        return marked;
    const auto committed = wasCommitted(mark);
    if (!committed)
        return {failure(committed.error()), ErrorClass::Permanent}; // it stays unknown
    if (*committed)
        return {};
    return marked;
}

// Sets the mark itself unless it is there: a COMMIT that is still on its way then fails.
Result<bool> Database::wasCommitted(const QString &mark) const
{
    return write([&](Transaction &tx) -> Result<bool> {
        GEMMARY_TRY(tx.change("insert_commit", {mark, QStringLiteral("void")}));
        bool done = false;
        GEMMARY_TRY(tx.read("select_commit", {mark},
                            [&](const Row &row) { done = row.text(0) == QLatin1String("done"); }));
        return done;
    });
}

Result<void> Database::runAgain(Access access, Repeats repeats, const VoidBody &body) const
{
    const bool marked = repeats == Repeats::Harmful && dialect().isServer();
    const auto begin = std::chrono::steady_clock::now();
    std::optional<std::minstd_rand> random; // a system's random number costs more than a question
    for (int number = 1;; ++number) {
        const Attempt tried = marked ? attemptMarked(access, body) : attempt(access, body);
        const bool late = std::chrono::steady_clock::now() - begin > RetryLimit;
        const bool lost = tried.failedAs == ErrorClass::Lost;
        if (tried.done || late || !(lost || tried.failedAs == ErrorClass::Retry))
            return tried.done;
        if (!random)
            random.emplace(std::random_device{}());
        std::this_thread::sleep_for((lost ? ReconnectPause : RetryPause).delayAfter(number, *random));
    }
}

} // namespace Gemmary
