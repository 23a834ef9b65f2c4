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
    Absent,    // a table is not there: the store is older or not ours
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

    // Where the store is, for a person: no password.
    [[nodiscard]] virtual QString place() const = 0;

    // Whether there is something to connect to; what else can be wrong, connect() says.
    [[nodiscard]] virtual Result<void> checkStore() const = 0;

    // Makes what connect() needs, where this program is the one to make it.
    [[nodiscard]] virtual Result<void> prepareStore() const = 0;

    // A connection for the calling thread. `statements` outlive it.
    [[nodiscard]] virtual tl::expected<std::unique_ptr<Connection>, StatementError>
    connect(const Statements &statements) const = 0;

    // Keeps the state before a migration from `version`; called outside of transactions.
    [[nodiscard]] virtual Result<void> backUp(Connection &connection, int version) const = 0;

    // Copies the store as it is now to a file that is not there yet; outside of transactions.
    [[nodiscard]] virtual Result<void> copyTo(Connection &connection, const QString &target) const = 0;

    // Replaces {now}, {version}, {blob} and {clustered}.
    [[nodiscard]] virtual QString expand(QString sql) const = 0;
    [[nodiscard]] virtual QStringList beginStatements(Access access) const = 0;

    // Whether it is a server. Then its answers may be lost, that to COMMIT among them; and the statements of
    // a migration are each a transaction of their own, which does no harm when it runs again.
    [[nodiscard]] virtual bool isServer() const = 0;

    [[nodiscard]] virtual ErrorClass classify(const StatementError &error) const = 0;
    [[nodiscard]] virtual Error describe(const StatementError &error) const = 0; // for a person

protected:
    // The text of the error's class, or that it is a mistake of ours.
    [[nodiscard]] Error describeBy(std::span<const ErrorText> texts, const StatementError &error) const;
};

} // namespace Gemmary
