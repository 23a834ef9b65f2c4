// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/processoptions.h"

#include "cli/command.h"
#include "cli/startfields.h"
#include "engine.h"
#include "settings/settingstable.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <filesystem>
#include <unistd.h>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ProcessOptions)
};

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString defaultName(const std::vector<std::string> &paths)
{
    if (paths.front() == "-")
        return Tr::tr("Standard input");
    const auto path = std::filesystem::absolute(paths.front()).lexically_normal();
    auto base = path.filename().empty() ? path.parent_path().filename() : path.filename();
    const QString first = QString::fromStdString(base.empty() ? path.string() : base.string());
    return paths.size() == 1 ? first : Tr::tr("%1 and %2 more").arg(first).arg(paths.size() - 1);
}

// --name and --no-name; neither leaves `choice` empty, which a flag of CLI11 would not.
void addSwitch(CLI::App &app, const std::string &name, std::optional<bool> &choice, const std::string &help)
{
    app.add_flag_callback(
        "--" + name, [&choice] { choice = true; }, help);
    app.add_flag_callback(
        "--no-" + name, [&choice] { choice = false; },
        Tr::tr("The opposite of --%1").arg(QString::fromStdString(name)).toStdString());
}

} // namespace

void ProcessOptions::describe(CLI::App &app)
{
    const auto say = [](const char *sentence) { return Tr::tr(sentence).toStdString(); };
    app.add_option("PATH", m_paths, say(QT_TR_NOOP("Folders and files to read; - reads standard input")))
        ->required();
    app.add_option("--name", m_name,
                   say(QT_TR_NOOP("What to call the process; the first path's name otherwise")));
    m_summary.describe(app);
    app.add_option("--language", m_language,
                   say(QT_TR_NOOP("Language of all documents (en, es …); detected otherwise")));
    app.add_option("--top", m_top, say(QT_TR_NOOP("How many most frequent words to name")))
        ->check(CLI::Range(1, 1000));
    app.add_option("--sentences", m_sentences, say(QT_TR_NOOP("Key sentences of each document, at most")))
        ->check(CLI::Range(1, 50));
    app.add_option("--batch-size", m_batchSize, say(QT_TR_NOOP("Documents a batch, at most")))
        ->check(CLI::Range(1, 100'000));
    app.add_option("--words", m_words, say(QT_TR_NOOP("What a word of the word table is: terms or original")))
        ->check(CLI::IsMember({"terms", "original"}));
    app.add_option("--duplicates", m_duplicates,
                   say(QT_TR_NOOP("Documents with equal content: skip (read once, all listed) or count")))
        ->check(CLI::IsMember({"skip", "count"}));
    app.add_option("--content", m_content,
                   say(QT_TR_NOOP("Read files where they are (path) or keep their content in the store, for "
                                  "other machines (stored)")))
        ->check(CLI::IsMember({"path", "stored"}));
    app.add_option("--exclude", m_exclude,
                   say(QT_TR_NOOP("Leave out what matches, such as '*.log' or 'drafts/**'")))
        ->allow_extra_args(false);
    app.add_option("--max-size", m_largest,
                   say(QT_TR_NOOP("Skip larger documents, such as 64M; 2G otherwise")));
    addSwitch(app, "hidden", m_hidden, say(QT_TR_NOOP("Read hidden files and folders, too")));
    addSwitch(app, "segment-chinese", m_segment,
              say(QT_TR_NOOP("Dictionary words for Chinese and Japanese instead of characters")));
}

Result<NewProcess> ProcessOptions::build(CommandContext &context) const
{
    NewProcess process;
    if (context.listener && !m_content.empty()) {
        return failure(ErrorKind::InvalidInput,
                       Tr::tr("--content is for work that is done here; a listener is sent the content."));
    }
    GEMMARY_ASSIGN(chosen, settings(context.settings.processDefaults));
    GEMMARY_TRY(m_summary.apply(chosen, context));
    process.settings = std::move(chosen);
    process.name = m_name.empty() ? defaultName(m_paths) : text(m_name);
    GEMMARY_TRY(addInputs(process, context));
    return process;
}

QJsonObject ProcessOptions::fieldsOf(const NewProcess &process) const
{
    const std::pair<bool, const char *> options[] = {{!m_language.empty(), "language"},
                                                     {m_top.has_value(), "top_words"},
                                                     {!m_words.empty(), "words"},
                                                     {m_sentences.has_value(), "summary_sentences"},
                                                     {m_batchSize.has_value(), "batch_size"},
                                                     {m_segment.has_value(), "segment_chinese"},
                                                     {!m_duplicates.empty(), "count_duplicates"}};
    QSet<QString> given = m_summary.given();
    for (const auto &[isGiven, key] : options) {
        if (isGiven)
            given.insert(QLatin1StringView(key));
    }
    return startFields(process.settings, given);
}

Result<void> ProcessOptions::addInputs(NewProcess &process, CommandContext &context) const
{
    for (const std::string &path : m_paths) {
        std::error_code error;
        if (path != "-" && !std::filesystem::exists(std::filesystem::symlink_status(path, error))) {
            return failure(
                ErrorKind::InvalidInput,
                Tr::tr("There is no file or folder \"%1\". Check the path.").arg(printable(text(path))));
        }
    }
    for (const std::string &path : m_paths) {
        if (path == "-" && context.listener) { // it is read when it is sent
            process.inputs.push_back({Locator::Kind::Blob, {}});
            process.inputNames.append(Tr::tr("standard input"));
            continue;
        }
        if (path == "-") {
            GEMMARY_ASSIGN(engine, context.engine());
            GEMMARY_ASSIGN(locator, engine->keepContent(STDIN_FILENO).result());
            process.inputs.push_back(locator);
            process.inputNames.append(Tr::tr("standard input"));
            continue;
        }
        const std::string absolute = std::filesystem::absolute(path).lexically_normal().string();
        process.inputs.push_back({Locator::Kind::File, QByteArray::fromStdString(absolute)});
        process.inputNames.append(QString());
    }
    return {};
}

// The options that are texts, each with what may stand there.
Result<void> ProcessOptions::applyTexts(ProcessSettings &settings) const
{
    GEMMARY_TRY(checkLanguage(settings.language));
    if (!m_largest.empty()) {
        const auto size = parseSize(text(m_largest));
        if (!size) {
            return failure(
                ErrorKind::InvalidInput,
                Tr::tr("\"%1\" is no size. Give one such as 500K, 64M or 2G.").arg(text(m_largest)));
        }
        settings.largestDocument = *size;
    }
    return {};
}

Result<ProcessSettings> ProcessOptions::settings(const ProcessSettings &defaults) const
{
    const auto given = [](const std::string &option, const QString &otherwise) {
        return option.empty() ? otherwise : text(option);
    };
    ProcessSettings settings = defaults;
    settings.language = given(m_language, defaults.language).toLower();
    settings.words = given(m_words, defaults.words);
    settings.content = given(m_content, defaults.content);
    GEMMARY_TRY(applyTexts(settings));
    if (!m_exclude.empty())
        settings.exclude.clear();
    for (const std::string &pattern : m_exclude)
        settings.exclude.append(text(pattern));
    if (!m_duplicates.empty())
        settings.countDuplicates = m_duplicates == "count";
    settings.topWords = m_top.value_or(defaults.topWords);
    settings.summarySentences = m_sentences.value_or(defaults.summarySentences);
    settings.batchSize = m_batchSize.value_or(defaults.batchSize);
    settings.readHidden = m_hidden.value_or(defaults.readHidden);
    settings.segmentChinese = m_segment.value_or(defaults.segmentChinese);
    return settings;
}

} // namespace Gemmary
