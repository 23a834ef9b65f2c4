// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/language.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>

namespace Gemmary {

namespace {

// Makes every translated text longer by about 40 % and marks its ends, so that a screenshot shows texts that
// are not translated and places where a longer language does not fit.
class PseudoTranslator : public QTranslator
{
public:
    bool isEmpty() const override { return false; }

    QString translate(const char *, const char *source, const char *, int) const override
    {
        static const QString plain = QStringLiteral("aeiouAEIOUnN");
        static const QString marked = QStringLiteral("áéíóúÁÉÍÓÚñÑ");
        QString text = QString::fromUtf8(source);
        const auto padding = text.size() * 4 / 10;
        for (QChar &letter : text) {
            if (const auto place = plain.indexOf(letter); place >= 0 && !isPlaceholder(text, letter))
                letter = marked.at(place);
        }
        return QLatin1Char('[') + text + QString(padding, QLatin1Char('~')) + QLatin1Char(']');
    }

private:
    // "%n" and "%Ln" are replaced later and must stay as they are.
    static bool isPlaceholder(const QString &text, const QChar &letter)
    {
        const auto place = &letter - text.constData();
        return letter == QLatin1Char('n') && place > 0 &&
               (text.at(place - 1) == QLatin1Char('%') ||
                (place > 1 && text.at(place - 1) == QLatin1Char('L') &&
                 text.at(place - 2) == QLatin1Char('%')));
    }
};

} // namespace

Language::Language() = default;

Language::~Language()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
}

void Language::use(const QString &name)
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    const bool isPseudo = name == QLatin1StringView("pseudo");
    const QLocale locale =
        isPseudo || name == QLatin1StringView("system") || name.isEmpty() ? m_system : QLocale(name);
    QLocale::setDefault(locale);
    if (isPseudo)
        install(std::make_unique<PseudoTranslator>());
    else
        load(locale);
    QGuiApplication::setLayoutDirection(isPseudo ? Qt::LeftToRight : locale.textDirection());
}

void Language::load(const QLocale &locale)
{
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(std::move(qt));
    // English has a file too: its plurals.
    auto own = std::make_unique<QTranslator>();
    if (own->load(locale, QStringLiteral("gemmary"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        own->load(QStringLiteral(":/i18n/gemmary_en.qm")))
        install(std::move(own));
}

void Language::install(std::unique_ptr<QTranslator> translator)
{
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace Gemmary
