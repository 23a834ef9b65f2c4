// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testserver.h"

#include <QCryptographicHash>
#include <QFile>

#include <libpq-fe.h>
#include <memory>

namespace Gemmary {

namespace {

constexpr const char *UrlFile = "GEMMARY_TEST_SERVER";

QString urlOf(const QString &database)
{
    QFile file(qEnvironmentVariable(UrlFile));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no server: %s", qPrintable(file.errorString()));
    const QStringList parts = QString::fromUtf8(file.readAll()).trimmed().split(QLatin1Char(' '));
    return parts.value(0) + database + parts.value(1);
}

} // namespace

bool isServerUnderTest()
{
    return qEnvironmentVariableIsSet(UrlFile);
}

QString databaseOnServer(const QString &name)
{
    const QByteArray digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString database = QStringLiteral("t") + QString::fromLatin1(digest.left(20));
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(
        PQconnectdb(qPrintable(urlOf(QStringLiteral("postgres")))), &PQfinish);
    const QString sql = QStringLiteral("CREATE DATABASE %1").arg(database);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), qPrintable(sql)),
                                                               &PQclear);
    const QByteArray code = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    const bool isThere = code == "42P04" || code == "23505"; // since long, or since now
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK && !isThere)
        qFatal("no database: %s", PQerrorMessage(connection.get()));
    return urlOf(database);
}

} // namespace Gemmary
