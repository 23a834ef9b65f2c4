// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/filecontentsource.h"

namespace Gemmary {

// Opens each kind of locator where its content is: files in the file system, blobs in the store.
class AllContents : public ContentSource
{
public:
    AllContents(const ContentSource &stored, PathMap paths)
        : m_files(std::move(paths))
        , m_stored(stored)
    {}

    [[nodiscard]] Outcome<std::unique_ptr<ContentReader>> open(const Locator &locator) const override
    {
        return isFile(locator) ? m_files.open(locator) : m_stored.open(locator);
    }

private:
    FileContentSource m_files;
    const ContentSource &m_stored;
};

} // namespace Gemmary
