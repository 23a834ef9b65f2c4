// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/preferencetexts.h"

#include "preferences/sizes.h"
#include "widgets/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gemmary {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Preferences)
};

using Page = PreferencePage;

const PreferencePageText Pages[] = {
    {Page::General, "general", "settings", QT_TRANSLATE_NOOP("Preferences", "General"), nullptr},
    {Page::Input, "input", "folder", QT_TRANSLATE_NOOP("Preferences", "Input"),
     QT_TRANSLATE_NOOP(
         "Preferences",
         "What is read of the folders you add. These choices are for new processes; those in the list keep "
         "theirs.")},
    {Page::Statistics, "statistics", "words", QT_TRANSLATE_NOOP("Preferences", "Statistics"),
     QT_TRANSLATE_NOOP(
         "Preferences",
         "How new processes count. Those in the list keep their way, so that their figures stay "
         "comparable.")},
    {Page::Summaries, "summaries", "sentences", QT_TRANSLATE_NOOP("Preferences", "Summaries"),
     QT_TRANSLATE_NOOP("Preferences",
                       "What new processes are summarised by. Those in the list keep theirs.")},
    {Page::Processing, "processing", "processing", QT_TRANSLATE_NOOP("Preferences", "Processing"), nullptr},
    {Page::Storage, "storage", "storage", QT_TRANSLATE_NOOP("Preferences", "Storage"),
     QT_TRANSLATE_NOOP("Preferences", "Where results are kept. Your documents stay where they are.")},
    {Page::Automation, "automation", "automation", QT_TRANSLATE_NOOP("Preferences", "Automation"),
     QT_TRANSLATE_NOOP("Preferences",
                       "Other programs use Gemmary as you do. What they start is in the list with yours.")},
    {Page::Notifications, "notifications", "notification", QT_TRANSLATE_NOOP("Preferences", "Notifications"),
     nullptr},
    {Page::Appearance, "appearance", "appearance",
     QT_TRANSLATE_NOOP("Preferences", "Appearance and language"), nullptr},
    {Page::Privacy, "privacy", "privacy", QT_TRANSLATE_NOOP("Preferences", "Privacy"), nullptr},
    {Page::Advanced, "advanced", "log", QT_TRANSLATE_NOOP("Preferences", "Advanced"), nullptr},
};

const PreferenceText Texts[] = {
    {"GEMMARY_START_AT_ONCE", Page::General, QT_TRANSLATE_NOOP("Preferences", "Start at once"),
     QT_TRANSLATE_NOOP(
         "Preferences",
         "What you drop is worked on right away. Without it, a new process waits until you resume it.")},
    {"GEMMARY_TRAY", Page::General, QT_TRANSLATE_NOOP("Preferences", "Icon in the system tray"),
     QT_TRANSLATE_NOOP(
         "Preferences",
         "Lets Gemmary work on in the background with its window closed. Only on desktops that have a "
         "tray.")},
    {"GEMMARY_READ_HIDDEN", Page::Input, QT_TRANSLATE_NOOP("Preferences", "Read hidden files and folders"),
     QT_TRANSLATE_NOOP("Preferences", "Those whose name begins with a dot.")},
    {"GEMMARY_EXCLUDE", Page::Input, QT_TRANSLATE_NOOP("Preferences", "Leave out"),
     QT_TRANSLATE_NOOP(
         "Preferences",
         "Files and folders that match one of these patterns, separated by semicolons. * stands for "
         "anything."),
     nullptr, nullptr, QT_TRANSLATE_NOOP("Preferences", "*.log; drafts/**")},
    {"GEMMARY_LARGEST_DOCUMENT", Page::Input, QT_TRANSLATE_NOOP("Preferences", "Largest document"),
     QT_TRANSLATE_NOOP("Preferences", "Larger ones are skipped and listed as too large.")},
    {"GEMMARY_DUPLICATES", Page::Input, QT_TRANSLATE_NOOP("Preferences", "Documents with the same content"),
     QT_TRANSLATE_NOOP(
         "Preferences",
         "All copies are listed either way; the choice is whether each one counts in the figures.")},
    {"GEMMARY_WORDS", Page::Statistics, QT_TRANSLATE_NOOP("Preferences", "What a word is"),
     QT_TRANSLATE_NOOP(
         "Preferences",
         "For the word table. Letters and digits: capitals are folded, apostrophes and hyphens inside a "
         "word belong "
         "to it. Between blanks: exactly as first versions counted, punctuation included.")},
    {"GEMMARY_SEGMENT_CHINESE", Page::Statistics,
     QT_TRANSLATE_NOOP("Preferences", "Dictionary words for Chinese and Japanese"),
     QT_TRANSLATE_NOOP("Preferences",
                       "Counts words as a dictionary has them instead of single characters. Slower.")},
    {"GEMMARY_TOP_WORDS", Page::Statistics, QT_TRANSLATE_NOOP("Preferences", "Most frequent words"),
     QT_TRANSLATE_NOOP("Preferences",
                       "How many are named for each document. The whole table is kept anyhow."),
     QT_TRANSLATE_NOOP("Preferences", "words")},
    {"GEMMARY_DOCUMENT_LANGUAGE", Page::Statistics,
     QT_TRANSLATE_NOOP("Preferences", "Language of the documents"),
     QT_TRANSLATE_NOOP(
         "Preferences",
         "A code such as en or es, when all documents have the same. Left empty, each one's language is "
         "detected."),
     nullptr, nullptr, QT_TRANSLATE_NOOP("Preferences", "detected")},
    {"GEMMARY_SUMMARY_SENTENCES", Page::Summaries,
     QT_TRANSLATE_NOOP("Preferences", "Length of a document's summary"),
     QT_TRANSLATE_NOOP("Preferences", "At most so many key sentences; a whole process gets twice as many."),
     QT_TRANSLATE_NOOP("Preferences", "sentences")},
    {"GEMMARY_SUMMARY_LENGTH", Page::Summaries, QT_TRANSLATE_NOOP("Preferences", "Length"),
     QT_TRANSLATE_NOOP("Preferences", "Of a document's summary; a whole process gets more.")},
    {"GEMMARY_SUMMARY_STYLE", Page::Summaries, QT_TRANSLATE_NOOP("Preferences", "Style"), nullptr},
    {"GEMMARY_SUMMARY_LANGUAGE", Page::Summaries,
     QT_TRANSLATE_NOOP("Preferences", "Language of the summaries"),
     QT_TRANSLATE_NOOP("Preferences", "A code such as en or es. Left empty, each is in its document's own."),
     nullptr, nullptr, QT_TRANSLATE_NOOP("Preferences", "the document's")},
    {"GEMMARY_PROMPT", Page::Summaries, QT_TRANSLATE_NOOP("Preferences", "Your own request"),
     QT_TRANSLATE_NOOP("Preferences",
                       "What the model shall do with each document, instead of summarising it."),
     nullptr, nullptr, QT_TRANSLATE_NOOP("Preferences", "summarise it")},
    {"GEMINI_REQUESTS_PER_MINUTE", Page::Summaries,
     QT_TRANSLATE_NOOP("Preferences", "Requests to Google a minute"),
     QT_TRANSLATE_NOOP("Preferences", "What Google's AI Studio says that your plan allows."),
     QT_TRANSLATE_NOOP("Preferences", "requests"), QT_TRANSLATE_NOOP("Preferences", "no limit")},
    {"GEMINI_TOKENS_PER_MINUTE", Page::Summaries, QT_TRANSLATE_NOOP("Preferences", "Text to Google a minute"),
     QT_TRANSLATE_NOOP("Preferences", "A token is about four letters."),
     QT_TRANSLATE_NOOP("Preferences", "tokens"), QT_TRANSLATE_NOOP("Preferences", "no limit")},
    {"GEMINI_REQUESTS_PER_DAY", Page::Summaries, QT_TRANSLATE_NOOP("Preferences", "Requests to Google a day"),
     QT_TRANSLATE_NOOP("Preferences", "When they are used up, work waits for the next day."),
     QT_TRANSLATE_NOOP("Preferences", "requests"), QT_TRANSLATE_NOOP("Preferences", "no limit")},
    {"GEMMARY_ONLY_HERE", Page::Privacy, QT_TRANSLATE_NOOP("Preferences", "Keep everything on this computer"),
     QT_TRANSLATE_NOOP(
         "Preferences",
         "No text then goes to a model that runs elsewhere: not to Google's, not to Ollama's in "
         "the cloud, to no server on another computer, whoever asks for it.")},
    {"GEMMARY_WORKERS", Page::Processing, QT_TRANSLATE_NOOP("Preferences", "Work at the same time"),
     QT_TRANSLATE_NOOP(
         "Preferences",
         "Fewer leave more of the computer to you; more than it has cores helps only with slow disks."),
     nullptr, QT_TRANSLATE_NOOP("Preferences", "one a core")},
    {"GEMMARY_KEEP_AWAKE", Page::Processing, QT_TRANSLATE_NOOP("Preferences", "Stay awake while working"),
     QT_TRANSLATE_NOOP("Preferences",
                       "Keeps the computer from going to sleep by itself until the work is done.")},
    {"GEMMARY_BATCH_SIZE", Page::Processing, QT_TRANSLATE_NOOP("Preferences", "Documents in a batch"),
     QT_TRANSLATE_NOOP(
         "Preferences",
         "What one worker takes at a time. After a crash, at most the batches in hand are worked on again."),
     QT_TRANSLATE_NOOP("Preferences", "documents")},
    {"GEMMARY_MAX_DELIVERIES", Page::Processing, QT_TRANSLATE_NOOP("Preferences", "Tries"),
     QT_TRANSLATE_NOOP(
         "Preferences",
         "How often a batch that ends unexpectedly is tried before it is parked for you to look at."),
     QT_TRANSLATE_NOOP("Preferences", "tries")},
    {"GEMMARY_NOTIFICATIONS", Page::Notifications,
     QT_TRANSLATE_NOOP("Preferences", "Say when a process ends"),
     QT_TRANSLATE_NOOP("Preferences",
                       "One notification for each process, and only while you look at another window.")},
    {"GEMMARY_APPEARANCE", Page::Appearance, QT_TRANSLATE_NOOP("Preferences", "Colours"),
     QT_TRANSLATE_NOOP("Preferences", "As the desktop says, or always the same.")},
    {"GEMMARY_LANGUAGE", Page::Appearance, QT_TRANSLATE_NOOP("Preferences", "Language of the window"),
     QT_TRANSLATE_NOOP("Preferences",
                       "Numbers, dates and sizes follow it, too. The window is made anew when it changes.")},
    {"GEMMARY_LOG_LEVEL", Page::Advanced, QT_TRANSLATE_NOOP("Preferences", "What the log tells"),
     QT_TRANSLATE_NOOP("Preferences",
                       "More helps to find trouble. Never the text of a document. From the next start on.")},
};

struct OptionText
{
    const char *key;
    const char *option;
    const char *text;
};

const OptionText Options[] = {
    {"GEMMARY_DUPLICATES", "skip", QT_TRANSLATE_NOOP("Preferences", "Count once")},
    {"GEMMARY_DUPLICATES", "count", QT_TRANSLATE_NOOP("Preferences", "Count each")},
    {"GEMMARY_WORDS", "terms", QT_TRANSLATE_NOOP("Preferences", "Letters and digits")},
    {"GEMMARY_WORDS", "original", QT_TRANSLATE_NOOP("Preferences", "Between blanks")},
    {"GEMMARY_SUMMARY_LENGTH", "short", QT_TRANSLATE_NOOP("Preferences", "Short")},
    {"GEMMARY_SUMMARY_LENGTH", "normal", QT_TRANSLATE_NOOP("Preferences", "Normal")},
    {"GEMMARY_SUMMARY_LENGTH", "detailed", QT_TRANSLATE_NOOP("Preferences", "Detailed")},
    {"GEMMARY_SUMMARY_STYLE", "paragraph", QT_TRANSLATE_NOOP("Preferences", "A paragraph")},
    {"GEMMARY_SUMMARY_STYLE", "bullets", QT_TRANSLATE_NOOP("Preferences", "A list of points")},
    {"GEMMARY_APPEARANCE", "system", QT_TRANSLATE_NOOP("Preferences", "As the desktop")},
    {"GEMMARY_APPEARANCE", "light", QT_TRANSLATE_NOOP("Preferences", "Light")},
    {"GEMMARY_APPEARANCE", "dark", QT_TRANSLATE_NOOP("Preferences", "Dark")},
    {"GEMMARY_APPEARANCE", "high-contrast", QT_TRANSLATE_NOOP("Preferences", "High contrast")},
    {"GEMMARY_LANGUAGE", "system", QT_TRANSLATE_NOOP("Preferences", "As the desktop")},
    // Languages name themselves, whatever the window's language.
    {"GEMMARY_LANGUAGE", "en", "English"},
    {"GEMMARY_LANGUAGE", "es", "Español"},
    {"GEMMARY_LOG_LEVEL", "debug", QT_TRANSLATE_NOOP("Preferences", "Everything")},
    {"GEMMARY_LOG_LEVEL", "info", QT_TRANSLATE_NOOP("Preferences", "What happens")},
    {"GEMMARY_LOG_LEVEL", "warning", QT_TRANSLATE_NOOP("Preferences", "Warnings")},
    {"GEMMARY_LOG_LEVEL", "error", QT_TRANSLATE_NOOP("Preferences", "Errors only")},
};

const PreferenceText *textOf(const QString &key)
{
    const auto *const text = std::ranges::find_if(
        Texts, [&](const PreferenceText &one) { return key == QLatin1StringView(one.key); });
    return text == std::end(Texts) ? nullptr : text;
}

QString numberText(const PreferenceRow &row, const QString &value)
{
    const PreferenceText *text = textOf(row.key);
    const int number = value.toInt();
    if (text && text->leastWord && number == row.least)
        return preferenceText(text->leastWord);
    const QString figure = formatCount(number);
    //: %1 is a number, %2 its unit
    return text && text->unit ? Tr::tr("%1 %2").arg(figure, preferenceText(text->unit)) : figure;
}

} // namespace

std::span<const PreferencePageText> preferencePages()
{
    return Pages;
}

std::span<const PreferenceText> preferenceTexts()
{
    return Texts;
}

QString preferenceText(const char *text)
{
    return text ? QCoreApplication::translate("Preferences", text) : QString();
}

QString optionText(const QString &key, const QString &option)
{
    for (const OptionText &row : Options) {
        if (key == QLatin1StringView(row.key) && option == QLatin1StringView(row.option))
            return preferenceText(row.text);
    }
    return option;
}

QString valueText(const PreferenceRow &row, const QString &value)
{
    switch (row.kind) {
    case PreferenceRow::Kind::Bool:
        //: of a preference
        return value == QLatin1StringView("true") ? Tr::tr("On") : Tr::tr("Off");
    case PreferenceRow::Kind::Number:
        return numberText(row, value);
    case PreferenceRow::Kind::Size:
        return Tr::tr("%1 MiB").arg(formatCount(mebibytes(value)));
    case PreferenceRow::Kind::Choice:
        return optionText(row.key, value);
    case PreferenceRow::Kind::Text:
    case PreferenceRow::Kind::List:
        break;
    }
    if (!value.isEmpty())
        return isolated(value);
    const PreferenceText *text = textOf(row.key);
    return row.kind == PreferenceRow::Kind::Text && text && text->placeholder
               ? preferenceText(text->placeholder)
               //: an empty list
               : Tr::tr("nothing");
}

QString originText(const PreferenceRow &row)
{
    const QString normal = Tr::tr("Default: %1").arg(valueText(row, row.defaultValue));
    if (row.origin == PreferenceRow::Origin::Environment)
        return Tr::tr("Set by the environment variable %1").arg(isolated(row.key));
    if (row.origin == PreferenceRow::Origin::FolderFile) {
        return Tr::tr("Set by %1 in the file %2 of the folder that Gemmary was started in")
            .arg(isolated(row.key), isolated(row.sourceName));
    }
    return normal;
}

} // namespace Gemmary
