// SPDX-License-Identifier: GPL-3.0-or-later
#include "summaries/summarytexts.h"

#include <QCoreApplication>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SummaryTexts)
};

} // namespace

PageTexts summariesNotReady(const std::optional<ProcessSnapshot> &process, bool asked)
{
    if (!process)
        return {Tr::tr("No process is chosen"), Tr::tr("Choose one to see its key sentences.")};
    if (process->settings.summarizer == QLatin1StringView("none"))
        return {Tr::tr("This process makes no summaries"),
                Tr::tr("It was started without them. Start it anew with key sentences to have them.")};
    const bool byModel = process->settings.summarizer != QLatin1StringView("extractive");
    const QString nothing = byModel ? Tr::tr("There are no summaries") : Tr::tr("There are no key sentences");
    if (!asked && isSettled(process->state))
        return {byModel ? Tr::tr("Reading the summaries…") : Tr::tr("Reading the key sentences…"), {}};
    switch (process->state) {
    case ProcessState::Stopped:
        return {byModel ? Tr::tr("There are no summaries yet") : Tr::tr("There are no key sentences yet"),
                Tr::tr("The process was stopped before that. Start it again to go on where it was.")};
    case ProcessState::Failed:
        return {nothing,
                process->error.isEmpty() ? Tr::tr("The process failed. Retry what failed.") : process->error};
    case ProcessState::Completed:
        return {nothing, Tr::tr("No document of this process could be read.")};
    case ProcessState::Pending:
    case ProcessState::Running:
        break;
    }
    if (byModel && process->planned && process->documents.waiting == 0)
        return {Tr::tr("There are no summaries yet"),
                Tr::tr("All documents are counted. Summaries come as the model answers.")};
    return {byModel ? Tr::tr("Summaries come as documents are read")
                    : Tr::tr("Key sentences come as documents are read"),
            countedSoFar(*process)};
}

} // namespace Gemmary
