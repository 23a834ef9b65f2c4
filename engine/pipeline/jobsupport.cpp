// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/jobsupport.h"

#include <algorithm>

namespace Gemmary {

Children childrenOf(const ClaimedJob &job)
{
    const int fanIn = job.settings.fanIn;
    JobKey first = job.claim.key;
    first.level -= 1;
    first.node *= fanIn;
    const qint64 beneath = nodesAtLevel(job.leaves, fanIn, first.level);
    return {first, std::min<qint64>(fanIn, beneath - first.node)};
}

Outcome<TextFacts> readText(const PipelineParts &parts, const DocumentTask &task, TextSink &sink,
                            const CancelToken &cancel)
{
    GEMMARY_ASSIGN(reader, parts.content.open(task.document.locator));
    GEMMARY_ASSIGN(facts, parts.extractor.extract(*reader, sink, cancel));
    // A digest from the plan made other documents its duplicates; different content now would be theirs, too.
    if (!task.document.sha256.isEmpty() && facts.sha256 != task.document.sha256)
        return problem(Reason::ChangedWhileRead);
    return facts;
}

Result<void> applyHooks(const TestHooks &hooks, const CancelToken &cancel)
{
    if (hooks.delayAfterDocument.count() > 0)
        cancel.waitFor(hooks.delayAfterDocument);
    if (hooks.failAfterFirstDocument)
        return failure(ErrorKind::Internal, QStringLiteral("failure forced by TEST_WORKER_FORCE_FAILURE"));
    return {};
}

tl::unexpected<Error> cancelled()
{
    return failure(ErrorKind::Cancelled, QStringLiteral("stopped"));
}

} // namespace Gemmary
