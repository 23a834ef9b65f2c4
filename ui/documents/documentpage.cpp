// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/documentpage.h"

#include "widgets/collation.h"

#include <QSet>

#include <tuple>

namespace Gemmary {

namespace {

// One copy of each of the few words that thousands of rows repeat.
void share(QSet<QString> &words, QString &word)
{
    word = *words.insert(word);
}

auto shownOf(const DocumentLine &line)
{
    return std::tie(line.state, line.words, line.lines, line.characters, line.sentences, line.milliseconds,
                    line.bytes, line.encodingGuessed, line.format, line.encoding, line.language);
}

bool isSame(const std::optional<Problem> &a, const std::optional<Problem> &b)
{
    if (!a || !b)
        return !a && !b;
    return a->reason == b->reason && a->detail == b->detail;
}

} // namespace

DocumentPage::DocumentPage(std::vector<DocumentLine> lines, const DocumentPage *before)
    : m_lines(std::move(lines))
{
    QSet<QString> words;
    for (DocumentLine &line : m_lines) {
        share(words, line.format);
        share(words, line.encoding);
        share(words, line.language);
        m_waiting += line.state == DocumentState::Waiting ? 1 : 0;
        for (std::size_t kind = 0; kind < DocumentKindCount; ++kind)
            m_counts.at(kind) += isOf(static_cast<DocumentKind>(kind), line) ? 1 : 0;
    }
    if (!before || before->m_lines.size() != m_lines.size())
        return;
    const std::lock_guard lock(before->m_mutex); // a document keeps its name for life
    m_nameKeys = before->m_nameKeys;
}

std::vector<int> DocumentPage::changedSince(const DocumentPage &before) const
{
    std::vector<int> changed;
    const std::size_t common = std::min(m_lines.size(), before.m_lines.size());
    for (std::size_t i = 0; i < common; ++i) {
        const DocumentLine &now = m_lines[i];
        const DocumentLine &then = before.m_lines[i];
        if (shownOf(now) != shownOf(then) || !isSame(now.problem, then.problem))
            changed.push_back(static_cast<int>(i));
    }
    return changed;
}

std::shared_ptr<const DocumentPage::NameKeys> DocumentPage::nameKeys() const
{
    const std::lock_guard lock(m_mutex);
    if (m_nameKeys)
        return m_nameKeys;
    const QCollator collator = nameCollator();
    auto keys = std::make_shared<NameKeys>();
    keys->reserve(m_lines.size());
    for (const DocumentLine &line : m_lines)
        keys->push_back(collator.sortKey(fileNameOf(line)));
    m_nameKeys = std::move(keys);
    return m_nameKeys;
}

QString fileNameOf(const DocumentLine &line)
{
    return line.name.mid(line.name.lastIndexOf(QLatin1Char('/')) + 1);
}

QString folderOf(const DocumentLine &line)
{
    return line.name.left(std::max<qsizetype>(0, line.name.lastIndexOf(QLatin1Char('/'))));
}

} // namespace Gemmary
