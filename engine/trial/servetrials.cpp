// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial/servetrials.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <iostream>
#include <string>

namespace Gemmary {

namespace {

class NoSink : public TextSink
{
public:
    void text(std::string_view) override {}
};

class Trial
{
public:
    Trial(const TrialParts &parts, const QJsonObject &greeting)
        : m_parts(parts)
    {
        const ProcessSettings settings =
            processSettingsFromJson(greeting.value(QStringLiteral("settings")).toObject());
        if (stageFrom(greeting.value(QStringLiteral("stage")).toString()) != Stage::Summarise)
            m_analyzer = parts.analyzer.newBatch(settings);
        else if (auto summarizer = parts.summarizers.create(settings, {}))
            m_summarizer = std::move(*summarizer);
    }

    // Only that it comes back matters.
    void read(const QByteArray &path)
    {
        const auto content = m_parts.files.open({Locator::Kind::File, path});
        if (!content)
            return;
        const auto facts = m_parts.extractor.extract(**content, begin(), {});
        if (m_analyzer && facts)
            (void)m_analyzer->endDocument(facts->bytes);
        else if (m_analyzer)
            m_analyzer->abandonDocument();
        else if (m_summarizer && facts)
            (void)m_summarizer->endDocument({});
        else if (m_summarizer)
            m_summarizer->abandonDocument();
    }

private:
    TextSink &begin()
    {
        if (m_analyzer)
            return m_analyzer->beginDocument();
        return m_summarizer ? m_summarizer->beginDocument({}) : m_nothing;
    }

    TrialParts m_parts;
    NoSink m_nothing;
    std::unique_ptr<BatchAnalyzer> m_analyzer;
    std::unique_ptr<Summarizer> m_summarizer;
};

// False at the end of the input.
bool readLine(std::istream &in, QJsonObject &object)
{
    std::string line;
    if (!std::getline(in, line))
        return false;
    object = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    return true;
}

} // namespace

void serveTrials(const TrialParts &parts, std::istream &in, std::ostream &out)
{
    QJsonObject line;
    if (!readLine(in, line))
        return;
    Trial trial(parts, line);
    out << "ready" << std::endl;
    while (readLine(in, line)) {
        trial.read(QFile::encodeName(line.value(QStringLiteral("path")).toString()));
        out << "done" << std::endl;
    }
}

} // namespace Gemmary
