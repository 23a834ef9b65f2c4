// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/pathmap.h"
#include "ports/documentscanner.h"

namespace Gemmary {

// Walks folders: depth first, the entries of each folder in the order of their names' bytes. Links met on the
// way are not followed; one given as an input is. Folders may be nested as deeply as the file system allows.
// Inputs and locators are paths as the store has them.
class FolderScanner : public DocumentScanner
{
public:
    explicit FolderScanner(PathMap paths = {})
        : m_paths(std::move(paths))
    {}

    [[nodiscard]] std::unique_ptr<DocumentScan> scan(const std::vector<Locator> &inputs,
                                                     const QStringList &inputNames,
                                                     const ProcessSettings &settings, const QByteArray &after,
                                                     CancelToken cancel) const override;

private:
    PathMap m_paths;
};

} // namespace Gemmary
