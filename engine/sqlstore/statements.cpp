// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlstore/statements.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

static void loadResources()
{
    Q_INIT_RESOURCE(sql); // a static library's resources are not found without
}

namespace Gemmary {

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString withoutComments(const QString &sql)
{
    QStringList lines = sql.split(QLatin1Char('\n'));
    lines.removeIf([](const QString &line) { return line.startsWith(QStringLiteral("--")); });
    return lines.join(QLatin1Char('\n')).trimmed();
}

} // namespace

Statements::Statements(const Dialect &dialect)
{
    loadResources();
    const QDir folder(QStringLiteral(":/sql"));
    const QStringList files = folder.entryList({QStringLiteral("*.sql")}, QDir::Files);
    for (const QString &file : files) {
        const QString text = QString::fromUtf8(readAll(folder.filePath(file)));
        const QStringList parts = text.split(QStringLiteral("-- name: "), Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            const auto end = part.indexOf(QLatin1Char('\n'));
            m_texts.insert(part.first(end).trimmed().toLatin1(),
                           dialect.translate(withoutComments(part.sliced(end))));
        }
    }
}

const QString &Statements::text(const char *name) const
{
    const auto text = m_texts.constFind(name);
    Q_ASSERT_X(text != m_texts.constEnd(), "Statements::text", name);
    return *text;
}

std::vector<Migration> allMigrations(const Dialect &dialect)
{
    loadResources();
    std::vector<Migration> migrations;
    const QDir folder(QStringLiteral(":/sql/migrations"));
    const QStringList files = folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QByteArray bytes = readAll(folder.filePath(file));
        Migration migration;
        migration.version = file.section(QLatin1Char('_'), 0, 0).toInt();
        migration.name = QFileInfo(file).completeBaseName().section(QLatin1Char('_'), 1);
        migration.checksum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        const QString sql = dialect.translate(withoutComments(QString::fromUtf8(bytes)));
        for (const QString &statement : sql.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            if (const QString trimmed = statement.trimmed(); !trimmed.isEmpty())
                migration.statements.push_back(trimmed);
        }
        migrations.push_back(std::move(migration));
    }
    return migrations;
}

} // namespace Gemmary
