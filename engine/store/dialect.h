// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>

#include <memory>

namespace Gemmary {

class Clock;

// What a failed statement means for the transaction around it.
enum class ErrorClass {
    Retry,     // another got in between; the whole transaction may be run again
    Duplicate, // a key exists already
    Full,      // no room
    Damaged,   // not a database, or a broken one
    Refused,   // read-only, no permission, cannot be opened
    Device,    // reading or writing failed
    Permanent  // a mistake of ours
};

enum class Access { Read, Write };

// Gives back at its end what an opened connection needs while it is open.
class ConnectionGuard
{
public:
    virtual ~ConnectionGuard() = default;
};

// All that differs from one database to another. Constant after it is made; thread-safe.
class Dialect
{
public:
    virtual ~Dialect() = default;

    // Keeps the state before a migration from `version`; called outside of transactions.
    [[nodiscard]] virtual Result<void> backUp(QSqlDatabase &database, int version) const = 0;

    [[nodiscard]] virtual QString driver() const = 0;
    virtual void configure(QSqlDatabase &database) const = 0; // before open()
    [[nodiscard]] virtual Result<std::unique_ptr<ConnectionGuard>>
    initialise(QSqlDatabase &database) const = 0; // after open()

    // Replaces {now}, {blob} and {clustered}.
    [[nodiscard]] virtual QString expand(QString sql) const = 0;
    [[nodiscard]] virtual QString beginStatement(Access access) const = 0;

    [[nodiscard]] virtual ErrorClass classify(const QSqlError &error) const = 0;
    [[nodiscard]] virtual Error describe(const QSqlError &error) const = 0; // for a person
};

} // namespace Gemmary
