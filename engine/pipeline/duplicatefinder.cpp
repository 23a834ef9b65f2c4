// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/duplicatefinder.h"

#include "pipeline/contentdigest.h"

#include <algorithm>

namespace Gemmary {

namespace {

constexpr int LoadPage = 1000;

} // namespace

DuplicateFinder::DuplicateFinder(ProcessStore &store, const ContentSource &content, const ProcessId &process)
    : m_store(store)
    , m_content(content)
    , m_process(process)
{}

Result<void> DuplicateFinder::loadPlanned(const CancelToken &cancel)
{
    qint64 after = -1;
    while (!cancel.isCancelled()) {
        GEMMARY_ASSIGN(page, m_store.plannedDocuments(m_process, after, LoadPage));
        if (page.empty())
            return {};
        for (const DocumentTask &task : page)
            remember(task);
        after = page.back().number;
    }
    return {};
}

Result<std::optional<QString>> DuplicateFinder::check(DocumentTask &task,
                                                      std::span<const DocumentTask> unpublished,
                                                      const CancelToken &cancel)
{
    PlannedDocument &document = task.document;
    const auto sameSize = m_bySize.find(document.bytes);
    if (sameSize == m_bySize.end()) {
        remember(task);
        return std::nullopt;
    }
    if (!sameSize->digested) {
        GEMMARY_ASSIGN(first, find(sameSize->first, unpublished));
        if (first) {
            if (const QByteArray digest = digestOf(first->document, cancel); !digest.isEmpty())
                m_byDigest.insert(digest, first->number);
        }
        sameSize->digested = true;
    }
    if (document.sha256.isEmpty())
        document.sha256 = digestOf(document, cancel);
    if (document.sha256.isEmpty()) // the leaf that reads it will say why
        return std::nullopt;
    const auto known = m_byDigest.constFind(document.sha256);
    if (known == m_byDigest.constEnd()) {
        m_byDigest.insert(document.sha256, task.number);
        return std::nullopt;
    }
    GEMMARY_ASSIGN(original, find(*known, unpublished));
    return original ? original->document.name : QString();
}

void DuplicateFinder::forget(const DocumentTask &task)
{
    const auto known = m_byDigest.constFind(task.document.sha256);
    if (known != m_byDigest.constEnd() && *known == task.number)
        m_byDigest.erase(known);
    const auto sameSize = m_bySize.constFind(task.document.bytes);
    if (sameSize != m_bySize.constEnd() && sameSize->first == task.number && !sameSize->digested)
        m_bySize.erase(sameSize);
}

Result<std::optional<DocumentTask>> DuplicateFinder::find(qint64 number,
                                                          std::span<const DocumentTask> unpublished)
{
    const auto pending = std::find_if(unpublished.begin(), unpublished.end(),
                                      [number](const DocumentTask &task) { return task.number == number; });
    if (pending != unpublished.end())
        return *pending;
    GEMMARY_ASSIGN(page, m_store.plannedDocuments(m_process, number - 1, 1));
    if (page.empty() || page.front().number != number)
        return std::nullopt;
    return page.front();
}

QByteArray DuplicateFinder::digestOf(const PlannedDocument &document, const CancelToken &cancel) const
{
    if (!document.sha256.isEmpty())
        return document.sha256;
    if (document.locator.kind == Locator::Kind::Blob)
        return document.locator.value;
    const auto reader = m_content.open(document.locator);
    if (!reader)
        return {};
    return Gemmary::digestOf(**reader, cancel);
}

void DuplicateFinder::remember(const DocumentTask &task)
{
    const bool digested = !task.document.sha256.isEmpty();
    const auto known = m_bySize.constFind(task.document.bytes);
    if (known == m_bySize.constEnd())
        m_bySize.insert(task.document.bytes, {task.number, digested});
    if (digested && !m_byDigest.contains(task.document.sha256))
        m_byDigest.insert(task.document.sha256, task.number);
}

} // namespace Gemmary
