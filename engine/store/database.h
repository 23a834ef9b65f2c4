// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/transaction.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <type_traits>

namespace Gemmary {

// Runs transactions, each on a connection of the calling thread's own, opened at its first use and closed
// when the thread ends or, on the thread that ends the database, with it. Thread-safe. Its destructor waits a
// while for the connections of threads that are just ending, so that none is closed after QtSql is gone.
//
// The body of a transaction runs again from its beginning when another got in between, so its only effects
// are in the database and in what it answers.
class Database
{
public:
    explicit Database(std::unique_ptr<Dialect> dialect);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    template <typename Body>
    [[nodiscard]] auto read(const Body &body) const
    {
        return run(Access::Read, body);
    }

    template <typename Body>
    [[nodiscard]] auto write(const Body &body) const
    {
        return run(Access::Write, body);
    }

    // This thread's connection, for what cannot be in a transaction.
    [[nodiscard]] Result<Connection *> connection() const;

    [[nodiscard]] const Dialect &dialect() const { return *m_shared->dialect; }

private:
    friend class ThreadConnections;

    // Lives until the last thread has closed its connection.
    struct Shared
    {
        explicit Shared(std::unique_ptr<Dialect> theDialect)
            : dialect(std::move(theDialect))
            , statements(*dialect)
        {}
        std::unique_ptr<Dialect> dialect;
        Statements statements;
        std::atomic<bool> closed{false};

        std::mutex mutex; // guards what follows
        std::condition_variable connectionClosed;
        int connections = 0;
    };

    using VoidBody = std::function<Result<void>(Transaction &)>;
    [[nodiscard]] Result<void> runAgain(Access access, const VoidBody &body) const;

    template <typename Body>
    auto run(Access access, const Body &body) const -> std::invoke_result_t<Body, Transaction &>
    {
        using Answer = std::invoke_result_t<Body, Transaction &>;
        std::optional<Answer> answer;
        const auto done = runAgain(access, [&](Transaction &transaction) -> Result<void> {
            answer.emplace(body(transaction));
            if (!*answer)
                return failure(answer->error());
            return {};
        });
        if (!done)
            return failure(done.error());
        return std::move(*answer);
    }

    std::shared_ptr<Shared> m_shared;
};

} // namespace Gemmary
