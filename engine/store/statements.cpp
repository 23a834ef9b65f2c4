// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statements.h"

#include <QDir>
#include <QFile>

static void initialiseResources() // outside of any namespace, as the macro asks
{
    Q_INIT_RESOURCE(store);
}

namespace Gemmary {

namespace {

QString readResource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Comments go, because drivers look for placeholders in them.
QString withoutComments(const QString &sql)
{
    QStringList lines = sql.split(QLatin1Char('\n'));
    lines.removeIf([](const QString &line) { return line.trimmed().startsWith(QLatin1String("--")); });
    return lines.join(QLatin1Char('\n')).trimmed();
}

} // namespace

Statements::Statements(const Dialect &dialect)
{
    initialiseResources();
    const QDir folder(QStringLiteral(":/store/sql"));
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.sql")}, QDir::Files)) {
        m_texts.insert(file.completeBaseName().toLatin1(),
                       dialect.expand(withoutComments(readResource(file.filePath()))));
    }
}

QString Statements::text(const char *name) const
{
    return m_texts.value(QByteArray::fromRawData(name, static_cast<qsizetype>(qstrlen(name))));
}

std::vector<Migration> shippedMigrations()
{
    initialiseResources();
    std::vector<Migration> migrations;
    const QDir folder(QStringLiteral(":/store/sql/migrations"));
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        const QString name = file.completeBaseName();
        migrations.push_back(
            {name.section(QLatin1Char('_'), 0, 0).toInt(), name, readResource(file.filePath())});
    }
    return migrations;
}

QStringList splitScript(const QString &sql)
{
    QStringList statements;
    for (const QString &part : withoutComments(sql).split(QLatin1String(";\n"))) {
        QString statement = part.trimmed();
        if (statement.endsWith(QLatin1Char(';')))
            statement.chop(1);
        if (!statement.isEmpty())
            statements.push_back(statement);
    }
    return statements;
}

} // namespace Gemmary
