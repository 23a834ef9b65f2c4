// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stopwordlists.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

static void loadResources()
{
    Q_INIT_RESOURCE(stopwords); // a static library's resources are not found without
}

namespace Gemmary {

StopWordLists::StopWordLists()
{
    loadResources();
    const QDir folder(QStringLiteral(":/stopwords"));
    const QStringList names = folder.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        Words words;
        for (const QString &line :
             QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            words.insert(line.trimmed().normalized(QString::NormalizationForm_C).toLower().toStdString());
        m_lists.emplace_back(QFileInfo(name).completeBaseName(), std::move(words));
    }
}

QStringList StopWordLists::languages() const
{
    QStringList languages;
    for (const auto &[language, words] : m_lists)
        languages.append(language);
    return languages;
}

bool StopWordLists::contains(QStringView language, std::string_view term) const
{
    const Words *words = wordsOf(language);
    return words && words->find(term) != words->end();
}

const StopWordLists::Words *StopWordLists::wordsOf(QStringView language) const
{
    for (const auto &[code, words] : m_lists) {
        if (code == language)
            return &words;
    }
    return nullptr;
}

} // namespace Gemmary
