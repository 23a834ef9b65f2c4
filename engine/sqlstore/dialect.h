// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>

namespace Gemmary {

// What a failed statement means for the transaction it was part of.
enum class SqlFailure {
    Retry,    // rolled back for sure; the same transaction may well succeed now
    LostLink, // outcome unknown; connect again, then ask again by key and epoch
    Full,     // disk or quota
    Permanent
};

// All that differs between the databases. The SQL text and the code are one for all of them.
class Dialect
{
public:
    virtual ~Dialect() = default;

    [[nodiscard]] virtual QString driver() const = 0; // of QtSql

    // Sets a new connection up, before and after it is opened.
    virtual void prepare(QSqlDatabase &database) const = 0;
    [[nodiscard]] virtual Result<void> configure(QSqlDatabase &database) const = 0;

    // The tokens of the SQL files: @now and @clustered.
    [[nodiscard]] virtual QString translate(const QString &sql) const = 0;

    [[nodiscard]] virtual QString beginWriting() const = 0;
    [[nodiscard]] virtual SqlFailure classify(const QSqlError &error) const = 0;

    // One sentence for a person: what is wrong with the store and what to do.
    [[nodiscard]] virtual QString explain(const QSqlError &error) const = 0;
};

} // namespace Gemmary
