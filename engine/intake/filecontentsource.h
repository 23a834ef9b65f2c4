// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/pathmap.h"
#include "ports/contentsource.h"

namespace Gemmary {

// Opens documents that are files. Only regular files: opening anything else could block for ever.
class FileContentSource : public ContentSource
{
public:
    explicit FileContentSource(PathMap paths = {})
        : m_paths(std::move(paths))
    {}

    [[nodiscard]] Outcome<std::unique_ptr<ContentReader>> open(const Locator &locator) const override;

private:
    PathMap m_paths;
};

} // namespace Gemmary
