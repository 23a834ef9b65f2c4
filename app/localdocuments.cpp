// SPDX-License-Identifier: GPL-3.0-or-later
#include "localdocuments.h"

#include "base/cancel.h"
#include "intake/filecontentsource.h"
#include "intake/folderscanner.h"

namespace Gemmary {

namespace {

constexpr qint64 Longest = 256LL * 1024 * 1024;
constexpr qint64 Piece = 1024 * 1024;

} // namespace

void findDocuments(const Settings &settings, const NewProcess &process,
                   const std::function<bool(const PlannedDocument &)> &take)
{
    const FolderScanner scanner{PathMap(settings.pathMap)};
    CancelSource cancel;
    const auto scan = scanner.scan(process.inputs, process.inputNames, process.settings, {}, cancel.token());
    while (const auto found = scan->next()) {
        if (!take(found->document))
            return;
    }
}

Outcome<QByteArray> readDocument(const Settings &settings, const Locator &file)
{
    const auto opened = FileContentSource(PathMap(settings.pathMap)).open(file);
    if (!opened)
        return tl::unexpected<Problem>(opened.error());
    ContentReader &reader = **opened;
    QByteArray content;
    for (;;) {
        const qsizetype before = content.size();
        content.resize(before + Piece);
        const auto got = reader.read({content.data() + before, static_cast<std::size_t>(Piece)});
        if (!got)
            return tl::unexpected<Problem>(got.error());
        content.resize(before + *got);
        if (content.size() > Longest)
            return problem(Reason::TooLarge);
        if (*got < Piece)
            break;
    }
    if (const auto unchanged = reader.verifyUnchanged(); !unchanged)
        return tl::unexpected<Problem>(unchanged.error());
    return content;
}

} // namespace Gemmary
