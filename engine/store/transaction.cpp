// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/transaction.h"

namespace Gemmary {

Transaction::Transaction(Connection &connection, const Dialect &dialect, Access access)
    : m_connection(connection)
    , m_dialect(dialect)
    , m_access(access)
{}

Transaction::~Transaction()
{
    if (m_open && m_failedAs != ErrorClass::Lost)
        (void)m_connection.control(QStringLiteral("ROLLBACK")); // it may have rolled back by itself
}

Result<void> Transaction::begin()
{
    if (const auto begun = m_connection.begin(m_dialect.beginStatements(m_access)); !begun)
        return failed(begun.error());
    m_open = true;
    return {};
}

Result<void> Transaction::commit()
{
    if (!m_open) // by finish()
        return {};
    m_commitSent = true;
    GEMMARY_TRY(control(QStringLiteral("COMMIT")));
    m_open = false;
    return {};
}

Result<std::vector<qint64>> Transaction::run(const std::vector<Statement> &statements)
{
    return run(statements, Ending::GoOn);
}

Result<std::vector<qint64>> Transaction::finish(const std::vector<Statement> &statements)
{
    m_commitSent = true;
    GEMMARY_ASSIGN(rows, run(statements, Ending::Commit));
    m_open = false;
    return rows;
}

Result<std::vector<qint64>> Transaction::run(const std::vector<Statement> &statements, Ending ending)
{
    Q_ASSERT(m_open);
    auto rows = m_connection.run(statements, ending);
    if (!rows)
        return failed(rows.error());
    return std::move(*rows);
}

Result<qint64> Transaction::read(const char *name, const QVariantList &values, const RowVisitor &visit)
{
    return run({{name, values, visit}}).map([](const std::vector<qint64> &rows) { return rows.front(); });
}

Result<qint64> Transaction::change(const char *name, const QVariantList &values)
{
    return read(name, values);
}

Result<qint64> Transaction::changeAll(const char *name, const std::vector<QVariantList> &rows)
{
    const auto changed = m_connection.change(name, rows);
    if (!changed)
        return failed(changed.error());
    return *changed;
}

Result<void> Transaction::define(const QString &sql)
{
    return control(m_dialect.expand(sql));
}

Result<void> Transaction::control(const QString &sql)
{
    if (const auto done = m_connection.control(sql); !done)
        return failed(done.error());
    return {};
}

tl::unexpected<Error> Transaction::failed(const StatementError &error)
{
    if (!m_failedAs) {
        m_failedAs = m_dialect.classify(error);
        m_firstError = m_dialect.describe(error);
    } else if (m_dialect.classify(error) == ErrorClass::Lost) {
        m_failedAs = ErrorClass::Lost;
    }
    return failure(m_firstError);
}

} // namespace Gemmary
