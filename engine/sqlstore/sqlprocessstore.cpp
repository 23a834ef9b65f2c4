// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/sqlprocessstore.h"

#include "sqlstore/tree.h"

namespace Gemmary {

SqlProcessStore::SqlProcessStore(Session &session)
    : m_session(session)
    , m_processes(session)
    , m_plans(session)
    , m_jobs(session)
    , m_results(session)
    , m_questions(session)
{}

Result<qint64> SqlProcessStore::retry(const ProcessId &id)
{
    return m_session.write(
        [&](Transaction &transaction) { return retryProcess(transaction, id.toString()); });
}

Result<ProcessState> SqlProcessStore::sweep(const ProcessId &id)
{
    return m_session.write(
        [&](Transaction &transaction) { return sweepProcess(transaction, id.toString()); });
}

} // namespace Gemmary
