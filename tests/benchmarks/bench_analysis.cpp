// SPDX-License-Identifier: GPL-3.0-or-later
// bench_analysis FILE…: megabytes a second of processor time, one thread, everything on. Each file is read
// into memory, counted as a document of its own at least 40 MB worth, in pieces of 64 KiB, and the best of
// seven rounds is told: of counting alone, and with the batch's word table written.
#include "analysis/termanalyzer.h"
#include "support/analysisfakes.h"

#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <ctime>

using namespace Gemmary;

namespace {

double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Seconds
{
    double counting = 1e9;
    double whole = 1e9;
};

Seconds measure(const Analyzer &analyzer, const QByteArray &text, int documents)
{
    constexpr qsizetype Piece = 64 * 1024;
    Seconds best;
    for (int round = 0; round < 7; ++round) {
        const auto batch = analyzer.newBatch({});
        const double start = processorSeconds();
        for (int i = 0; i < documents; ++i) {
            TextSink &sink = batch->beginDocument();
            for (qsizetype at = 0; at < text.size();) {
                qsizetype end = std::min(at + Piece, text.size());
                while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
                    ++end;
                sink.text({text.constData() + at, static_cast<std::size_t>(end - at)});
                at = end;
            }
            static_cast<void>(batch->endDocument(text.size()));
        }
        const double counted = processorSeconds();
        ChunkList chunks;
        if (!batch->finish(chunks))
            qFatal("finish failed");
        best.counting = std::min(best.counting, counted - start);
        best.whole = std::min(best.whole, processorSeconds() - start);
    }
    return best;
}

} // namespace

int main(int argc, char **argv)
{
    QTextStream out(stdout);
    const FakeStopWords stopWords;
    const FakeLanguageDetector detector;
    const TermAnalyzer analyzer(stopWords, detector);
    for (int i = 1; i < argc; ++i) {
        QFile file(QFile::decodeName(argv[i]));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", argv[i]);
        const QByteArray text = file.readAll();
        const int documents = std::max(1, static_cast<int>(40'000'000 / std::max<qsizetype>(text.size(), 1)));
        const double megabytes = static_cast<double>(text.size()) * documents / 1e6;
        const Seconds best = measure(analyzer, text, documents);
        out << QStringLiteral("%1 MB/s counting, %2 MB/s with the table  %3\n")
                   .arg(megabytes / best.counting, 6, 'f', 0)
                   .arg(megabytes / best.whole, 6, 'f', 0)
                   .arg(file.fileName());
    }
}
