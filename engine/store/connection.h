// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <random>
#include <span>
#include <tl/expected.hpp>
#include <vector>

namespace Gemmary {

// What a database says of a statement that failed.
struct StatementError
{
    QString code; // SQLite's extended code, or an SQLSTATE; empty: the connection is gone
    QString text;
};

// One row of an answer, by column number; only valid while it is visited. What it gives shares no data with
// the statement, which stays with its thread.
class Row
{
public:
    virtual ~Row() = default;

    [[nodiscard]] virtual qint64 integer(int column) const = 0; // 0 for NULL
    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual QByteArray bytes(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;

    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
};

using RowVisitor = std::function<void(const Row &)>;

// A statement to run, by its name.
struct Statement
{
    const char *name;
    QVariantList values;
    RowVisitor visit = {}; // of the rows it answers
};

// What follows the statements that are run together.
enum class Ending { GoOn, Commit };

// One thread's open connection and its prepared statements. Made, used and ended by that thread.
class Connection
{
public:
    using Answer = tl::expected<qint64, StatementError>;
    using Answers = tl::expected<std::vector<qint64>, StatementError>;

    virtual ~Connection() = default;
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    // Runs the statements in their order, sent together where a database is far away; stops at the first that
    // fails. Answers for each how many rows it answered or changed.
    [[nodiscard]] virtual Answers run(std::span<const Statement> statements, Ending ending) = 0;

    // Runs the statement called `name` once for each of `rows` of values; answers how many rows were changed
    // in all.
    [[nodiscard]] virtual Answer change(const char *name, const std::vector<QVariantList> &rows);

    // Runs SQL that answers nothing.
    [[nodiscard]] virtual tl::expected<void, StatementError> control(const QString &sql) = 0;

    // Whether nobody can read along between here and the database.
    [[nodiscard]] virtual bool isEncrypted() const = 0;

    // Begins a transaction by these statements, at once or together with the first statement in it.
    [[nodiscard]] virtual tl::expected<void, StatementError> begin(const QStringList &statements) = 0;

    [[nodiscard]] std::minstd_rand &random() { return m_random; }

protected:
    Connection() = default;

private:
    std::minstd_rand m_random{std::random_device{}()};
};

} // namespace Gemmary
