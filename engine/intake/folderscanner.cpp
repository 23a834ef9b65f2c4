// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/folderscanner.h"

#include "intake/folderwalk.h"

#include <QHash>

#include <algorithm>
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
    QByteArray givenPath; // without a slash at its end
    QString name;
    struct stat status = {};
    int error = 0;                // errno, when it is not there
    std::optional<QString> first; // the name of an earlier input that is the same file or folder

    [[nodiscard]] bool exists() const { return locator.kind == Locator::Kind::File && error == 0; }
    [[nodiscard]] FileIdentity identity() const { return {status.st_dev, status.st_ino}; }
};

// The last `parts` parts of a path.
QString endOf(const QByteArray &path, int parts)
{
    qsizetype begin = path.size();
    for (int i = 0; i < parts && begin > 0; ++i)
        begin = path.lastIndexOf('/', begin - 1);
    return QString::fromUtf8(path.sliced(std::max<qsizetype>(0, begin + 1)));
}

// Sets the locator to what is really there and fills in status or error.
void followLinks(ResolvedInput &input)
{
    char target[PATH_MAX];
    if (::realpath(input.locator.value.constData(), target)) {
        input.locator.value = target;
    } else if (errno != ENAMETOOLONG) { // which openPath() copes with
        input.error = errno;
        return;
    }
    if (!statPath(input.locator.value, input.status))
        input.error = errno;
}

ResolvedInput resolve(const Locator &given, const QString &name, std::size_t number, const PathMap &paths)
{
    ResolvedInput input;
    input.locator = given;
    input.name = name;
    if (given.kind != Locator::Kind::File) {
        if (name.isEmpty())
            input.name = QStringLiteral("document %1").arg(number);
        return input;
    }
    input.givenPath = given.value;
    while (input.givenPath.size() > 1 && input.givenPath.endsWith('/'))
        input.givenPath.chop(1);
    input.locator.value = paths.here(input.givenPath);
    followLinks(input);
    if (input.name.isEmpty())
        input.name = endOf(input.givenPath, 1);
    if (input.name == QLatin1StringView(".") || input.name == QLatin1StringView(".."))
        input.name = endOf(input.locator.value, 1);
    return input;
}

// Gives inputs that share a name as much of their paths as tells them apart: "2024/letters", "2025/letters".
void tellApart(std::vector<ResolvedInput> &inputs)
{
    bool changed = inputs.size() > 1;
    for (int parts = 2; changed; ++parts) {
        QHash<QString, int> uses;
        for (const ResolvedInput &input : inputs)
            ++uses[input.name];
        changed = false;
        for (ResolvedInput &input : inputs) {
            if (uses.value(input.name) < 2 || input.givenPath.isEmpty())
                continue;
            const QString longer = endOf(input.givenPath, parts);
            changed = changed || longer != input.name;
            input.name = longer;
        }
    }
}

class InputScan : public DocumentScan
{
public:
    InputScan(std::vector<ResolvedInput> inputs, PathMap paths, const ProcessSettings &settings,
              const QByteArray &after, CancelToken cancel)
        : m_inputs(std::move(inputs))
        , m_paths(std::move(paths))
        , m_settings(settings)
        , m_rules(settings)
        , m_cancel(std::move(cancel))
    {
        for (ResolvedInput &input : m_inputs) {
            if (!input.exists())
                continue;
            const auto [place, isFirst] = m_given.emplace(input.identity(), input.name);
            if (!isFirst)
                input.first = place->second;
        }
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
        auto found = nextHere();
        if (found && isFile(found->document.locator))
            found->document.locator.value = m_paths.stored(found->document.locator.value);
        return found;
    }

    QByteArray endCursor() const override
    {
        return m_inputs.empty() ? QByteArray() : cursor(m_inputs.size() - 1, {});
    }

private:
    std::optional<FoundDocument> nextHere()
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

    // Begins a folder's walk, or answers an input that is a document itself.
    std::optional<FoundDocument> begin(const ResolvedInput &input)
    {
        const QByteArray after = std::exchange(m_after, {});
        if (input.exists() && S_ISDIR(input.status.st_mode) && !input.first) {
            m_walk = std::make_unique<FolderWalk>(input.locator.value, m_rules, m_settings.largestDocument,
                                                  m_given, after);
            return std::nullopt;
        }
        FoundDocument single{singleDocument(input), cursor(m_index, {})};
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
        } else if (input.error != 0) {
            document.problem = problemOfErrno(input.error);
        } else if (input.first) {
            document.name += S_ISDIR(input.status.st_mode) ? QStringLiteral("/") : QString();
            document.problem = Problem{Reason::Duplicate, *input.first};
        } else if (!S_ISREG(input.status.st_mode)) {
            document.problem = Problem{Reason::SpecialFile, {}};
        } else {
            return plannedFile(input.name, input.locator.value, input.status, m_settings.largestDocument);
        }
        return document;
    }

    FoundDocument found(FolderWalk::Entry entry) const
    {
        const QString &inputName = m_inputs[m_index].name;
        if (entry.relativePath.isEmpty()) // the input itself
            entry.document.name = inputName + QLatin1Char('/');
        else if (m_inputs.size() > 1)
            entry.document.name.prepend(inputName + QLatin1Char('/'));
        return {std::move(entry.document), cursor(m_index, entry.relativePath)};
    }

    static QByteArray cursor(std::size_t index, const QByteArray &relativePath)
    {
        return QByteArray::number(static_cast<qulonglong>(index)) + '\0' + relativePath;
    }

    std::vector<ResolvedInput> m_inputs;
    PathMap m_paths;
    GivenInputs m_given;
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
        resolved.push_back(resolve(inputs[i], inputNames.value(static_cast<qsizetype>(i)), i + 1, m_paths));
    tellApart(resolved);
    return std::make_unique<InputScan>(std::move(resolved), m_paths, settings, after, std::move(cancel));
}

} // namespace Gemmary
