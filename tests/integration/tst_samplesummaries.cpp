// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/summarizerregistry.h"
#include "text/icusentencesplitter.h"
#include "text/stopwordlanguagedetector.h"
#include "text/stopwordlists.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Gemmary;

// The sample library with the product's own languages and sentences.
class TestSampleSummaries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Q_INIT_RESOURCE(stopwords);
        m_words = std::make_unique<StopWordLists>();
        m_detector = std::make_unique<StopWordLanguageDetector>(*m_words);
    }

    void sample_anyText_isSummarisedInItsLanguage_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("language");
        const QDir samples(QStringLiteral(GEMMARY_SOURCE_DIR "/resources/samples"));
        for (const auto &[folder, language] : {std::pair{"english", "en"}, {"spanish", "es"}}) {
            const QDir texts(samples.filePath(QString::fromLatin1(folder)));
            const QStringList names = texts.entryList(QDir::Files, QDir::Name);
            for (const QString &name : names) {
                const bool special = name.endsWith(QStringLiteral(".png")) ||
                                     name.startsWith(QStringLiteral("empty")) ||
                                     name.startsWith(QStringLiteral("copy-of"));
                if (!special)
                    QTest::newRow(qPrintable(name)) << texts.filePath(name) << QString::fromLatin1(language);
            }
        }
    }
    void sample_anyText_isSummarisedInItsLanguage()
    {
        QFETCH(QString, path);
        QFETCH(QString, language);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        const bool latin1 = path.endsWith(QStringLiteral("carta-antigua.txt"));
        const std::string text =
            (latin1 ? QString::fromLatin1(content) : QString::fromUtf8(content)).toStdString();

        const SummarizerRegistry registry(*m_words, *m_detector,
                                          [] { return std::make_unique<IcuSentenceSplitter>(); });
        const auto summarizer = registry.create({}, {}).value();
        summarizer->beginDocument({}).text(text);
        const auto summary = summarizer->endDocument({}).value().front().summary;
        QVERIFY(summary);
        QCOMPARE(summary->language, language);
        QCOMPARE(summary->text.split(QLatin1Char('\n')).size(), 3);
        QVERIFY(summary->terms.size() == 10);
    }

private:
    std::unique_ptr<StopWordLists> m_words;
    std::unique_ptr<StopWordLanguageDetector> m_detector;
};

QTEST_GUILESS_MAIN(TestSampleSummaries)
#include "tst_samplesummaries.moc"
