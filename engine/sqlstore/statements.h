// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sqlstore/dialect.h"

#include <QHash>
#include <QString>

#include <vector>

namespace Gemmary {

// The SQL of this room by name, from the files of sql/, translated for a dialect. Constant and thread-safe.
class Statements
{
public:
    explicit Statements(const Dialect &dialect);

    // The text called `name`; asking for one that is not there is a mistake of ours.
    [[nodiscard]] const QString &text(const char *name) const;

private:
    QHash<QByteArray, QString> m_texts;
};

// A step of the schema, by its number; forward only.
struct Migration
{
    int version;
    QString name;
    QByteArray checksum; // of the file, so that a changed one is noticed
    std::vector<QString> statements;
};

// All of sql/migrations, in order.
[[nodiscard]] std::vector<Migration> allMigrations(const Dialect &dialect);

} // namespace Gemmary
