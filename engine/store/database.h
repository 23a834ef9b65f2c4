// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/statements.h"
#include "store/transaction.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>

namespace Gemmary {

// Runs transactions, each on a connection of the calling thread's own, opened at its first use and closed
// when the thread ends or, on the thread that ends the database, with it. Thread-safe. Its destructor waits a
// while for the connections of threads that are just ending, so that nobody has the store open after it.
//
// The body of a transaction runs again from its beginning when another got in between or the connection was
// lost, so its only effects are in the database and in what it answers. When the answer to COMMIT is lost,
// write() runs the body again all the same: it has to find out by itself that it was done. writeOnce() asks
// the database first.
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
        return run(Access::Read, Repeats::Harmless, body);
    }

    template <typename Body>
    [[nodiscard]] auto write(const Body &body) const
    {
        return run(Access::Write, Repeats::Harmless, body);
    }

    template <typename Body>
    [[nodiscard]] auto writeOnce(const Body &body) const
    {
        return run(Access::Write, Repeats::Harmful, body);
    }

    // This thread's connection, for what cannot be in a transaction. Does not try for long.
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
        std::condition_variable turnEnded;
        bool isTurnTaken = false;
    };

    using VoidBody = std::function<Result<void>(Transaction &)>;
    enum class Repeats { Harmless, Harmful };
    class Turn;
    struct Attempt;

    [[nodiscard]] Result<void> runAgain(Access access, Repeats repeats, const VoidBody &body) const;
    [[nodiscard]] Attempt attempt(Access access, const VoidBody &body) const;
    [[nodiscard]] Attempt attemptMarked(Access access, const VoidBody &body) const;
    [[nodiscard]] Result<bool> wasCommitted(const QString &mark) const;

    template <typename Body>
    auto run(Access access, Repeats repeats, const Body &body) const
        -> std::invoke_result_t<Body, Transaction &>
    {
        using Answer = std::invoke_result_t<Body, Transaction &>;
        std::optional<Answer> answer;
        const auto done = runAgain(access, repeats, [&](Transaction &transaction) -> Result<void> {
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
