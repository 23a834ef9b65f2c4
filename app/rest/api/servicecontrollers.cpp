// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/controllers.h"
#include "rest/api/httpmetrics.h"
#include "rest/api/metricstext.h"

#include <QCoreApplication>
#include <QFile>

static void loadResources()
{
    Q_INIT_RESOURCE(openapi); // a static library's resources are not found without
}

namespace Gemmary {

namespace {

constexpr std::chrono::seconds LongestProbe(3);

double seconds(qint64 milliseconds)
{
    return static_cast<double>(milliseconds) / 1000;
}

void addProcesses(MetricsText &text, const ProcessCounts &counts)
{
    text.begin("gemmary_processes", "gauge", "Processes by state; paused ones are counted as such only.");
    const std::pair<const char *, qint64> states[] = {
        {"pending", counts.waiting},    {"running", counts.running}, {"paused", counts.paused},
        {"completed", counts.finished}, {"failed", counts.failed},   {"stopped", counts.stopped}};
    for (const auto &[state, count] : states)
        text.add(static_cast<double>(count), {{"state", state}});
    text.begin("gemmary_processes_with_problems", "gauge",
               "Processes that failed, or with failed documents or parked work.");
    text.add(static_cast<double>(counts.problems));
    text.begin("gemmary_processes_removed", "gauge", "Processes removed and not purged.");
    text.add(static_cast<double>(counts.removed));
}

void addQueue(MetricsText &text, const WorkFigures &figures)
{
    const std::pair<const char *, const StageQueue &> stages[] = {{"analyse", figures.analyse},
                                                                  {"summarise", figures.summarise}};
    text.begin("gemmary_jobs", "gauge", "Open jobs of running processes.");
    for (const auto &[stage, queue] : stages) {
        text.add(static_cast<double>(queue.waiting), {{"stage", stage}, {"state", "waiting"}});
        text.add(static_cast<double>(queue.inWork), {{"stage", stage}, {"state", "in_work"}});
    }
    text.begin("gemmary_queue_lag_seconds", "gauge",
               "How long the job that has waited longest could have been taken.");
    for (const auto &[stage, queue] : stages)
        text.add(seconds(queue.oldestMs), {{"stage", stage}});
    text.begin("gemmary_oldest_pending_process_seconds", "gauge",
               "How long the oldest process waits to begin.");
    text.add(seconds(figures.oldestPendingMs));
    text.begin("gemmary_dead_letters", "gauge", "Jobs out of deliveries.");
    text.add(static_cast<double>(figures.deadLetters));
}

void addDocuments(MetricsText &text, const WorkFigures &figures)
{
    text.begin("gemmary_documents", "gauge", "Settled documents of all processes kept, by state.");
    const DocumentCounts &documents = figures.documents;
    const std::pair<const char *, qint64> states[] = {{"done", documents.done},
                                                      {"partial", documents.partial},
                                                      {"failed", documents.failed},
                                                      {"skipped", documents.skipped}};
    for (const auto &[state, count] : states)
        text.add(static_cast<double>(count), {{"state", state}});
    text.begin("gemmary_documents_summarised", "gauge", "Documents that the summarise stage has passed.");
    text.add(static_cast<double>(figures.summarised));
    text.begin("gemmary_words", "gauge", "Words counted in all processes kept.");
    text.add(static_cast<double>(figures.words));
    text.begin("gemmary_read_bytes", "gauge", "Bytes of documents read in all processes kept.");
    text.add(static_cast<double>(figures.bytes));
}

void addInstances(MetricsText &text, const std::vector<InstanceView> &instances)
{
    qint64 workers = 0;
    qint64 lost = 0;
    for (const InstanceView &view : instances) {
        lost += view.isLost() ? 1 : 0;
        workers += view.isLost() ? 0 : view.instance.workers;
    }
    text.begin("gemmary_instances", "gauge", "Engines that work on the store.");
    text.add(static_cast<double>(static_cast<qint64>(instances.size()) - lost), {{"state", "alive"}});
    text.add(static_cast<double>(lost), {{"state", "lost"}});
    text.begin("gemmary_workers", "gauge", "Workers of all engines alive.");
    text.add(static_cast<double>(workers));
}

// Without the store there are still the figures of the listener.
QByteArray storeText(const Call &call)
{
    MetricsText text;
    const auto counts = waitFor(call.engine().counts(), LongestProbe);
    const auto figures = counts ? waitFor(call.engine().workFigures(), LongestProbe)
                                : Result<WorkFigures>(tl::unexpect, counts.error());
    const auto instances = figures ? waitFor(call.engine().instances(), LongestProbe)
                                   : Result<std::vector<InstanceView>>(tl::unexpect, figures.error());
    text.begin("gemmary_database_up", "gauge", "Whether the store answers.");
    text.add(instances ? 1 : 0);
    if (instances) {
        addProcesses(text, *counts);
        addQueue(text, *figures);
        addDocuments(text, *figures);
        addInstances(text, *instances);
    }
    return text.text();
}

QByteArray buildText()
{
    MetricsText text;
    text.begin("gemmary_build_info", "gauge", "The program's version.");
    text.add(1, {{"version", QCoreApplication::applicationVersion().toUtf8()}});
    return text.text();
}

} // namespace

Answer showHealth(const Call &call)
{
    const RestSettings &settings = call.services.settings;
    return jsonResponse(
        {{QStringLiteral("status"), QStringLiteral("ok")},
         {QStringLiteral("version"), QCoreApplication::applicationVersion()},
         {QStringLiteral("upload_limits"), QJsonObject{{QStringLiteral("bytes"), settings.largestBody},
                                                       {QStringLiteral("contents"), settings.mostFiles},
                                                       {QStringLiteral("files"), settings.mostReferences}}}});
}

// A store that says it has no such process has answered.
Answer showReady(const Call &call)
{
    const auto probe = waitFor(call.engine().snapshot(ProcessId::create()), LongestProbe);
    if (!probe && probe.error().kind != ErrorKind::NotFound)
        return refusal(503, QStringLiteral("unavailable"), QStringLiteral("The store does not answer now."));
    return jsonResponse({{QStringLiteral("status"), QStringLiteral("ready")}});
}

Answer showMetrics(const Call &call)
{
    HttpResponse response;
    response.contentType = QByteArrayLiteral("text/plain; version=0.0.4; charset=utf-8");
    response.body = buildText() + storeText(call) + call.services.metrics.text();
    return response;
}

Answer showOpenApi(const Call &)
{
    loadResources();
    QFile file(QStringLiteral(":/openapi/openapi.json"));
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected<ApiError>(errorOfStatus(500));
    HttpResponse response;
    response.body = file.readAll();
    return response;
}

} // namespace Gemmary
