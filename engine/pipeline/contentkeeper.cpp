// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/contentkeeper.h"

#include "pipeline/contentdigest.h"

#include <QLocale>

namespace Gemmary {

namespace {

Problem tooLarge(qint64 bytes, qint64 largest)
{
    const QLocale c = QLocale::c();
    return {Reason::TooLarge, QStringLiteral("%1; GEMMARY_LARGEST_STORED is %2")
                                  .arg(c.formattedDataSize(bytes), c.formattedDataSize(largest))};
}

// A file on its way into the store: remembers what went wrong with it, which put() answers in its own words.
class WatchedFile : public ContentReader
{
public:
    WatchedFile(ContentReader &file, qint64 largest, const ContentKeeper::GoOn &goOn)
        : m_file(file)
        , m_largest(largest)
        , m_goOn(goOn)
    {}

    Outcome<qint64> read(std::span<char> buffer) override
    {
        if (auto goOn = m_goOn(); !goOn || !*goOn) {
            m_stopped = goOn ? Error{ErrorKind::Cancelled, QStringLiteral("stopped"), {}} : goOn.error();
            return problem(Reason::ReadError);
        }
        auto count = m_file.read(buffer);
        m_read += count.value_or(0);
        if (m_read > m_largest) // it grows
            count = tl::unexpected(tooLarge(m_read, m_largest));
        if (!count)
            m_problem = count.error();
        return count;
    }

    Outcome<void> rewind() override
    {
        m_read = 0;
        return m_file.rewind();
    }

    Outcome<void> verifyUnchanged() override { return m_file.verifyUnchanged(); }
    qint64 bytes() const override { return m_file.bytes(); }
    qint64 modifiedNs() const override { return m_file.modifiedNs(); }

    [[nodiscard]] qint64 bytesRead() const { return m_read; } // since the beginning
    [[nodiscard]] const std::optional<Error> &stopped() const { return m_stopped; }
    [[nodiscard]] const std::optional<Problem> &trouble() const { return m_problem; }

private:
    ContentReader &m_file;
    qint64 m_largest;
    const ContentKeeper::GoOn &m_goOn;
    qint64 m_read = 0;
    std::optional<Error> m_stopped;
    std::optional<Problem> m_problem;
};

} // namespace

ContentKeeper::ContentKeeper(const ContentSource &files, ContentStore &store, qint64 largest, GoOn goOn)
    : m_files(files)
    , m_store(store)
    , m_largest(largest)
    , m_goOn(std::move(goOn))
{}

void ContentKeeper::checkSize(PlannedDocument &document) const
{
    if (!document.problem && isFile(document.locator) && document.bytes > m_largest)
        document.problem = tooLarge(document.bytes, m_largest);
}

Result<void> ContentKeeper::keep(PlannedDocument &document) const
{
    if (document.problem || !isFile(document.locator))
        return {};
    GEMMARY_ASSIGN(trouble, keepFile(document));
    if (trouble && trouble->reason == Reason::ChangedWhileRead) { // as it is now, it may be whole
        document.sha256.clear();
        GEMMARY_ASSIGN(again, keepFile(document));
        trouble = again;
    }
    document.problem = trouble;
    return {};
}

Result<std::optional<Problem>> ContentKeeper::keepFile(PlannedDocument &document) const
{
    const auto file = m_files.open(document.locator);
    if (!file)
        return file.error();
    WatchedFile watched(**file, m_largest, m_goOn);
    const auto trouble = [&]() -> Result<std::optional<Problem>> {
        if (watched.stopped())
            return failure(*watched.stopped());
        return watched.trouble();
    };
    QByteArray sha256 = document.sha256;
    if (sha256.isEmpty()) {
        sha256 = digestOf(watched); // from the disk twice is cheaper than once more over the network
        if (sha256.isEmpty())
            return trouble();
        document.bytes = watched.bytesRead();
    }
    GEMMARY_ASSIGN(isKept, m_store.keeps(sha256));
    if (!isKept) {
        if (const auto rewound = watched.rewind(); !rewound)
            return rewound.error();
        const auto put = m_store.put(watched);
        if (!put)
            return watched.stopped() || watched.trouble() ? trouble() : failure(put.error());
        if (put->value != sha256) { // what was put counts, if it is one version of the file
            if (const auto unchanged = watched.verifyUnchanged(); !unchanged)
                return unchanged.error();
        }
        sha256 = put->value;
        document.bytes = watched.bytesRead();
    }
    document.locator = {Locator::Kind::Blob, sha256};
    document.sha256 = sha256;
    return std::nullopt;
}

} // namespace Gemmary
