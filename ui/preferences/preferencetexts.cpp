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

#define TEXT(text) QT_TRANSLATE_NOOP("Preferences", text)

using Page = PreferencePage;

const PreferencePageText Pages[] = {
    {Page::General, "general", "settings", TEXT("General"), nullptr},
    {Page::Input, "input", "folder", TEXT("Input"),
     TEXT("What is read of the folders you add. These choices are for new processes; those in the list keep "
          "theirs.")},
    {Page::Statistics, "statistics", "words", TEXT("Statistics"),
     TEXT("How new processes count. Those in the list keep their way, so that their figures stay "
          "comparable.")},
    {Page::Summaries, "summaries", "sentences", TEXT("Summaries"),
     TEXT("Key sentences are copied from the document: they work without a network and invent nothing. "
          "Models on "
          "this computer or at a provider come with a later version.")},
    {Page::Processing, "processing", "processing", TEXT("Processing"), nullptr},
    {Page::Storage, "storage", "storage", TEXT("Storage"),
     TEXT("Results are kept in one file on this computer. Your documents stay where they are.")},
    {Page::Notifications, "notifications", "notification", TEXT("Notifications"), nullptr},
    {Page::Appearance, "appearance", "appearance", TEXT("Appearance and language"), nullptr},
    {Page::Privacy, "privacy", "privacy", TEXT("Privacy"), nullptr},
    {Page::Advanced, "advanced", "log", TEXT("Advanced"), nullptr},
};

const PreferenceText Texts[] = {
    {"GEMMARY_START_AT_ONCE", Page::General, TEXT("Start at once"),
     TEXT("What you drop is worked on right away. Without it, a new process waits until you resume it.")},
    {"GEMMARY_TRAY", Page::General, TEXT("Icon in the system tray"),
     TEXT("Lets Gemmary work on in the background with its window closed. Only on desktops that have a "
          "tray.")},
    {"GEMMARY_READ_HIDDEN", Page::Input, TEXT("Read hidden files and folders"),
     TEXT("Those whose name begins with a dot.")},
    {"GEMMARY_EXCLUDE", Page::Input, TEXT("Leave out"),
     TEXT("Files and folders that match one of these patterns, separated by semicolons. * stands for "
          "anything."),
     nullptr, nullptr, TEXT("*.log; drafts/**")},
    {"GEMMARY_LARGEST_DOCUMENT", Page::Input, TEXT("Largest document"),
     TEXT("Larger ones are skipped and listed as too large.")},
    {"GEMMARY_DUPLICATES", Page::Input, TEXT("Documents with the same content"),
     TEXT("All copies are listed either way; the choice is whether each one counts in the figures.")},
    {"GEMMARY_WORDS", Page::Statistics, TEXT("What a word is"),
     TEXT("For the word table. Letters and digits: capitals are folded, apostrophes and hyphens inside a "
          "word belong "
          "to it. Between blanks: exactly as first versions counted, punctuation included.")},
    {"GEMMARY_SEGMENT_CHINESE", Page::Statistics, TEXT("Dictionary words for Chinese and Japanese"),
     TEXT("Counts words as a dictionary has them instead of single characters. Slower.")},
    {"GEMMARY_TOP_WORDS", Page::Statistics, TEXT("Most frequent words"),
     TEXT("How many are named for each document. The whole table is kept anyhow."), TEXT("words")},
    {"GEMMARY_DOCUMENT_LANGUAGE", Page::Statistics, TEXT("Language of the documents"),
     TEXT("A code such as en or es, when all documents have the same. Left empty, each one's language is "
          "detected."),
     nullptr, nullptr, TEXT("detected")},
    {"GEMMARY_SUMMARIZER", Page::Summaries, TEXT("How to summarise"),
     TEXT("Without summaries, documents are only counted, which is faster.")},
    {"GEMMARY_SUMMARY_SENTENCES", Page::Summaries, TEXT("Length of a document's summary"),
     TEXT("At most so many key sentences; a whole process gets twice as many."), TEXT("sentences")},
    {"GEMMARY_WORKERS", Page::Processing, TEXT("Work at the same time"),
     TEXT("Fewer leave more of the computer to you; more than it has cores helps only with slow disks."),
     nullptr, TEXT("one a core")},
    {"GEMMARY_KEEP_AWAKE", Page::Processing, TEXT("Stay awake while working"),
     TEXT("Keeps the computer from going to sleep by itself until the work is done.")},
    {"GEMMARY_BATCH_SIZE", Page::Processing, TEXT("Documents in a batch"),
     TEXT("What one worker takes at a time. After a crash, at most the batches in hand are worked on again."),
     TEXT("documents")},
    {"GEMMARY_MAX_DELIVERIES", Page::Processing, TEXT("Tries"),
     TEXT("How often a batch that ends unexpectedly is tried before it is parked for you to look at."),
     TEXT("tries")},
    {"GEMMARY_NOTIFICATIONS", Page::Notifications, TEXT("Say when a process ends"),
     TEXT("One notification for each process, and only while you look at another window.")},
    {"GEMMARY_APPEARANCE", Page::Appearance, TEXT("Colours"),
     TEXT("As the desktop says, or always the same.")},
    {"GEMMARY_LANGUAGE", Page::Appearance, TEXT("Language of the window"),
     TEXT("Numbers, dates and sizes follow it, too. The window is made anew when it changes.")},
    {"GEMMARY_LOG_LEVEL", Page::Advanced, TEXT("What the log tells"),
     TEXT("More helps to find trouble. Never the text of a document. From the next start on.")},
};

struct OptionText
{
    const char *key;
    const char *option;
    const char *text;
};

const OptionText Options[] = {
    {"GEMMARY_DUPLICATES", "skip", TEXT("Count once")},
    {"GEMMARY_DUPLICATES", "count", TEXT("Count each")},
    {"GEMMARY_WORDS", "terms", TEXT("Letters and digits")},
    {"GEMMARY_WORDS", "original", TEXT("Between blanks")},
    {"GEMMARY_SUMMARIZER", "extractive", TEXT("Key sentences")},
    {"GEMMARY_SUMMARIZER", "none", TEXT("No summaries")},
    {"GEMMARY_APPEARANCE", "system", TEXT("As the desktop")},
    {"GEMMARY_APPEARANCE", "light", TEXT("Light")},
    {"GEMMARY_APPEARANCE", "dark", TEXT("Dark")},
    {"GEMMARY_APPEARANCE", "high-contrast", TEXT("High contrast")},
    {"GEMMARY_LANGUAGE", "system", TEXT("As the desktop")},
    // Languages name themselves, whatever the window's language.
    {"GEMMARY_LANGUAGE", "en", "English"},
    {"GEMMARY_LANGUAGE", "es", "Español"},
    {"GEMMARY_LOG_LEVEL", "debug", TEXT("Everything")},
    {"GEMMARY_LOG_LEVEL", "info", TEXT("What happens")},
    {"GEMMARY_LOG_LEVEL", "warning", TEXT("Warnings")},
    {"GEMMARY_LOG_LEVEL", "error", TEXT("Errors only")},
};

#undef TEXT

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
