// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stopwordlists.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <limits>

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
    Q_ASSERT(names.size() <= std::numeric_limits<LanguageSet>::digits);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const LanguageSet bit = LanguageSet(1) << m_languages.size();
        m_languages.append(QFileInfo(name).completeBaseName());
        const QString text = QString::fromUtf8(file.readAll()).normalized(QString::NormalizationForm_C);
        for (const QString &line : text.toLower().split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            m_words[line.trimmed().toStdString()] |= bit;
    }
}

bool StopWordLists::contains(QStringView language, std::string_view term) const
{
    const auto index = m_languages.indexOf(language);
    return index >= 0 && (languagesOf(term) >> index & 1) != 0;
}

StopWordLists::LanguageSet StopWordLists::languagesOf(std::string_view term) const
{
    const auto found = m_words.find(term);
    return found == m_words.end() ? 0 : found->second;
}

} // namespace Gemmary
