// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/folderscanner.h"

#include "intake/folderwalk.h"

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <sys/stat.h>

namespace Gemmary {

namespace {

// One input as the file system has it; a link given as an input is followed.
struct ResolvedInput
{
    Locator locator;
    QString name;
    struct stat status = {};
    int error = 0; // errno, when it is not there
};

ResolvedInput resolve(const Locator &input, const QString &givenName)
{
    ResolvedInput resolved{input, givenName, {}, 0};
    if (input.kind != Locator::Kind::File)
        return resolved;
    QByteArray path = input.value;
    while (path.size() > 1 && path.endsWith('/'))
        path.chop(1);
    if (resolved.name.isEmpty())
        resolved.name = QString::fromUtf8(path.sliced(path.lastIndexOf('/') + 1));
    char target[PATH_MAX];
    if (path.size() < PATH_MAX && ::realpath(path.constData(), target))
        path = target;
    resolved.locator.value = path;
    if (!statPath(path, resolved.status))
        resolved.error = errno;
    return resolved;
}

class InputScan : public DocumentScan
{
public:
    InputScan(std::vector<ResolvedInput> inputs, const ProcessSettings &settings, const QByteArray &after,
              CancelToken cancel)
        : m_inputs(std::move(inputs))
        , m_settings(settings)
        , m_rules(settings)
        , m_cancel(std::move(cancel))
    {
        // A cursor is "index NUL relative path"; without a path, all of the input is known.
        const auto separator = after.indexOf('\0');
        if (separator < 0)
            return;
        m_index = static_cast<std::size_t>(after.first(separator).toULongLong());
        m_after = after.sliced(separator + 1);
        if (m_after.isEmpty())
            ++m_index;
    }

    std::optional<FoundDocument> next() override
    {
        while (m_index < m_inputs.size() && !m_cancel.isCancelled()) {
            if (!m_walk) {
                if (auto single = begin(m_inputs[m_index]))
                    return single;
                continue;
            }
            if (auto entry = m_walk->next(m_cancel))
                return found(std::move(*entry));
            if (m_cancel.isCancelled())
                return std::nullopt;
            m_walk.reset();
            ++m_index;
        }
        return std::nullopt;
    }

private:
    // Begins a folder's walk, or answers an input that is a document itself.
    std::optional<FoundDocument> begin(const ResolvedInput &input)
    {
        if (input.error == 0 && S_ISDIR(input.status.st_mode) && !isRepeated(m_index)) {
            m_walk = std::make_unique<FolderWalk>(input.locator.value, m_rules, m_settings.largestDocument,
                                                  otherIdentities(), std::exchange(m_after, {}));
            return std::nullopt;
        }
        FoundDocument single{singleDocument(input), cursor(QByteArray())};
        ++m_index;
        return single;
    }

    PlannedDocument singleDocument(const ResolvedInput &input) const
    {
        PlannedDocument document;
        document.name = input.name;
        document.locator = input.locator;
        if (input.locator.kind == Locator::Kind::Blob) {
            document.sha256 = input.locator.value;
            return document;
        }
        if (input.error != 0)
            document.problem = problemOfErrno(input.error);
        else if (isRepeated(m_index))
            document.problem = Problem{Reason::Duplicate, QStringLiteral("named twice")};
        else if (!S_ISREG(input.status.st_mode))
            document.problem = Problem{Reason::SpecialFile, {}};
        else
            document = plannedFile(input.name, input.locator.value, input.status, m_settings.largestDocument);
        return document;
    }

    bool isRepeated(std::size_t index) const
    {
        for (std::size_t i = 0; i < index; ++i) {
            if (isFile(m_inputs[i]) && identity(m_inputs[i]) == identity(m_inputs[index]))
                return isFile(m_inputs[index]);
        }
        return false;
    }

    std::set<FileIdentity> otherIdentities() const
    {
        std::set<FileIdentity> identities;
        for (std::size_t i = 0; i < m_inputs.size(); ++i) {
            if (i != m_index && isFile(m_inputs[i]))
                identities.insert(identity(m_inputs[i]));
        }
        return identities;
    }

    FoundDocument found(FolderWalk::Entry entry) const
    {
        if (m_inputs.size() > 1)
            entry.document.name.prepend(m_inputs[m_index].name + QLatin1Char('/'));
        else if (entry.relativePath.isEmpty())
            entry.document.name = m_inputs[m_index].name + QLatin1Char('/');
        return {std::move(entry.document), cursor(entry.relativePath)};
    }

    QByteArray cursor(const QByteArray &relativePath) const
    {
        return QByteArray::number(static_cast<qulonglong>(m_index)) + '\0' + relativePath;
    }

    static bool isFile(const ResolvedInput &input)
    {
        return input.locator.kind == Locator::Kind::File && input.error == 0;
    }

    static FileIdentity identity(const ResolvedInput &input)
    {
        return {input.status.st_dev, input.status.st_ino};
    }

    std::vector<ResolvedInput> m_inputs;
    ProcessSettings m_settings;
    EntryRules m_rules;
    CancelToken m_cancel;
    std::size_t m_index = 0;
    QByteArray m_after;
    std::unique_ptr<FolderWalk> m_walk;
};

} // namespace

std::unique_ptr<DocumentScan> FolderScanner::scan(const std::vector<Locator> &inputs,
                                                  const QStringList &inputNames,
                                                  const ProcessSettings &settings, const QByteArray &after,
                                                  CancelToken cancel) const
{
    std::vector<ResolvedInput> resolved;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        resolved.push_back(resolve(inputs[i], inputNames.value(static_cast<qsizetype>(i))));
    return std::make_unique<InputScan>(std::move(resolved), settings, after, std::move(cancel));
}

} // namespace Gemmary
