// SPDX-License-Identifier: GPL-3.0-or-later
#include "rest/api/uploadkeeping.h"

#include "rest/api/base64text.h"

namespace Gemmary {

namespace {

// The body lives as long as the source that reads from it.
template <typename Reader>
ByteSource sourceOf(const Call &call, std::string_view content)
{
    return [text = Reader(content), body = call.request.body](std::span<char> buffer) mutable {
        return text.read(buffer);
    };
}

} // namespace

Result<std::vector<Locator>> keepUpload(const Call &call, const Upload &upload)
{
    std::vector<ByteSource> sources;
    std::vector<std::size_t> places; // of the sources among the contents
    std::vector<Locator> locators(upload.contents.size());
    for (std::size_t i = 0; i < upload.contents.size(); ++i) {
        const UploadedContent &content = upload.contents[i];
        if (content.form == UploadedContent::Form::Digest) {
            locators[i] = {Locator::Kind::Blob, content.sha256};
            continue;
        }
        places.push_back(i);
        sources.push_back(content.form == UploadedContent::Form::Base64
                              ? sourceOf<Base64Text>(call, content.source)
                              : sourceOf<JsonText>(call, content.source));
    }
    if (sources.empty())
        return locators;
    GEMMARY_ASSIGN(kept, waitFor(call.engine().keepContents(std::move(sources)), LongestKeeping));
    for (std::size_t i = 0; i < places.size(); ++i)
        locators[places[i]] = std::move(kept[i]);
    return locators;
}

} // namespace Gemmary
