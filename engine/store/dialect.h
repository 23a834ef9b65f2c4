// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/connection.h"

#include <QString>

#include <memory>
#include <span>

namespace Gemmary {

class Statements;

// What a failed statement means for the transaction around it.
enum class ErrorClass {
    Retry,     // another got in between; the whole transaction may be run again
    Lost,      // the connection is gone: so may it, on a new one; what COMMIT did is unknown
    Duplicate, // a key exists already
    Full,      // no room
    Damaged,   // not a database, or a broken one
    Refused,   // read-only, no permission, cannot be opened
    Device,    // reading or writing failed
    Permanent  // a mistake of ours
};

enum class Access { Read, Write };

// What a person is told of a class of errors; %1 stands for the place of the store.
struct ErrorText
{
    ErrorClass errorClass;
    ErrorKind kind;
    const char *message;
};

// All that differs from one database to another. Constant after it is made; thread-safe.
class Dialect
{
public:
    virtual ~Dialect() = default;

    // A connection for the calling thread. `statements` outlive it.
    [[nodiscard]] virtual tl::expected<std::unique_ptr<Connection>, StatementError>
    connect(const Statements &statements) const = 0;

    // Keeps the state before a migration from `version`; called outside of transactions.
    [[nodiscard]] virtual Result<void> backUp(Connection &connection, int version) const = 0;

    // Replaces {now}, {blob} and {clustered}.
    [[nodiscard]] virtual QString expand(QString sql) const = 0;
    [[nodiscard]] virtual QStringList beginStatements(Access access) const = 0;

    // Whether it is a server. Then its answers may be lost, that to COMMIT among them; and the statements of
    // a migration are each a transaction of their own, which does no harm when it runs again.
    [[nodiscard]] virtual bool isServer() const = 0;

    [[nodiscard]] virtual ErrorClass classify(const StatementError &error) const = 0;
    [[nodiscard]] virtual Error describe(const StatementError &error) const = 0; // for a person

protected:
    // The text of the error's class, or that it is a mistake of ours.
    [[nodiscard]] Error describeBy(std::span<const ErrorText> texts, const QString &place,
                                   const StatementError &error) const;
};

} // namespace Gemmary
