// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/dialect.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace Gemmary {

// The SQL of sql/*.sql by name, in the words of one dialect. Constant; thread-safe.
class Statements
{
public:
    explicit Statements(const Dialect &dialect);

    [[nodiscard]] QString text(const char *name) const; // empty: no such statement

private:
    QHash<QByteArray, QString> m_texts;
};

// One step of the schema, forward only.
struct Migration
{
    int version = 0;
    QString name;
    QString sql; // statements end with ';' at the end of a line
};

[[nodiscard]] std::vector<Migration> shippedMigrations(); // by version, from 1

// Splits a script into its statements, without comments.
[[nodiscard]] QStringList splitScript(const QString &sql);

} // namespace Gemmary
