// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlinstanceregistry.h"

#include "store/database.h"
#include "store/storedvalues.h"

#include <QJsonDocument>

namespace Gemmary {

namespace {

InstanceView instanceFrom(const Row &row)
{
    InstanceView view;
    Instance &instance = view.instance;
    instance.id = InstanceId::fromString(row.text(0)).value_or(InstanceId());
    instance.machine = row.text(1);
    instance.program = row.text(2);
    instance.version = row.text(3);
    instance.processNumber = row.integer(4);
    instance.workers = static_cast<int>(row.integer(5));
    instance.draining = row.flag(6);
    instance.activities = activitiesFromJson(QJsonDocument::fromJson(row.text(7).toUtf8()).array());
    instance.jobs = {row.integer(8), row.integer(9)};
    view.startedMs = row.integer(10);
    view.silent = std::chrono::milliseconds(row.integer(11));
    return view;
}

} // namespace

SqlInstanceRegistry::SqlInstanceRegistry(const Database &database)
    : m_database(database)
{}

Result<void> SqlInstanceRegistry::announce(const Instance &instance)
{
    const QJsonDocument activities(toJson(instance.activities));
    const QVariantList values{
        instance.id.toString(),      textValue(instance.machine),
        textValue(instance.program), textValue(instance.version),
        instance.processNumber,      instance.workers,
        instance.draining ? 1 : 0,   textValue(QString::fromUtf8(activities.toJson(QJsonDocument::Compact))),
        instance.jobs.done,          instance.jobs.takenOver};
    return m_database.write([&](Transaction &tx) -> Result<void> {
        GEMMARY_TRY(tx.change("announce_instance", values));
        return {};
    });
}

Result<void> SqlInstanceRegistry::withdraw(const InstanceId &id)
{
    return m_database.write([&](Transaction &tx) -> Result<void> {
        GEMMARY_TRY(tx.change("withdraw_instance", {id.toString()}));
        return {};
    });
}

Result<std::vector<InstanceView>> SqlInstanceRegistry::instances()
{
    return m_database.read([&](Transaction &tx) -> Result<std::vector<InstanceView>> {
        std::vector<InstanceView> instances;
        GEMMARY_TRY(
            tx.read("list_instances", {}, [&](const Row &row) { instances.push_back(instanceFrom(row)); }));
        return instances;
    });
}

} // namespace Gemmary
