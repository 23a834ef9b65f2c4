// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/offers.h"

#include "store/storedvalues.h"

#include <QUuid>

#include <algorithm>

namespace Gemmary {

namespace {

constexpr qint64 Spare = 31; // offers beyond those asked for, as others may take some first
constexpr int Block = 32;    // of leaves that one look offers, as in the statement
constexpr int Blocks = 8;    // among which workers spread
constexpr int TakeTurns = 4; // processes that one look offers jobs of, if there are
constexpr auto Freshness =
    std::chrono::milliseconds(100); // how much later than others a shelf sees better work

// A RUNNING process that has claimable jobs.
struct Candidate
{
    ProcessId process;
    int maxDeliveries = 0;
};

// Looks at the processes from a random id on, then at those before it, so that every process has its turn
// however many there are.
Result<std::vector<Candidate>> readCandidates(Transaction &tx, const std::optional<ProcessId> &only)
{
    std::vector<Candidate> candidates;
    const auto visit = [&](const Row &row) {
        candidates.push_back(
            {ProcessId::fromString(row.text(0)).value_or(ProcessId()), static_cast<int>(row.integer(1))});
    };
    const QString wanted = only ? only->toString() : QStringLiteral("");
    const QString middle = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString lowest = QStringLiteral("");
    const QString highest = QStringLiteral("g"); // above every id
    GEMMARY_TRY(tx.read("select_claimable_processes", {wanted, wanted, middle, highest}, visit));
    GEMMARY_TRY(tx.read("select_claimable_processes", {wanted, wanted, lowest, middle}, visit));
    std::shuffle(candidates.begin(), candidates.end(), tx.random());
    return candidates;
}

// Adds what one statement offers, in random order, so that workers do not run into each other.
Result<qint64> addOffers(Transaction &tx, const Candidate &candidate, const char *statement,
                         const QVariantList &values, Offers &offers)
{
    const auto before = std::ssize(offers);
    GEMMARY_ASSIGN(found, tx.read(statement, values, [&](const Row &row) {
        const Stage stage = stageFrom(row.text(1)).value_or(Stage::Analyse);
        const JobKey key{candidate.process, stage, static_cast<int>(row.integer(0)), row.integer(2)};
        offers.push_back({key, row.flag(3), row.flag(4)});
    }));
    std::shuffle(offers.begin() + before, offers.end(), tx.random());
    return found;
}

// Leaves of that block, of the first where there are not so many.
Result<void> addLeaves(Transaction &tx, const Candidate &candidate, Stage stage, int block, Offers &offers)
{
    const auto addFrom = [&](int first) {
        return addOffers(tx, candidate, "select_claimable_leaves",
                         {candidate.process.toString(), nameOf(stage), candidate.maxDeliveries, first},
                         offers);
    };
    GEMMARY_ASSIGN(found, addFrom(block * Block));
    if (found == 0 && block > 0)
        GEMMARY_TRY(addFrom(0));
    return {};
}

// Nodes first; leaves of the second stage only where the first has not enough.
Result<Offers> offersOf(Transaction &tx, const Candidate &candidate, qint64 enough, int block)
{
    Offers offers;
    GEMMARY_TRY(addOffers(tx, candidate, "select_claimable_nodes",
                          {candidate.process.toString(), candidate.maxDeliveries}, offers));
    for (const Stage stage : {Stage::Analyse, Stage::Summarise}) {
        if (std::ssize(offers) < enough)
            GEMMARY_TRY(addLeaves(tx, candidate, stage, block, offers));
    }
    return offers;
}

} // namespace

Result<std::vector<Offers>> readOffers(Transaction &tx, const ClaimRequest &request, bool isCrowded)
{
    const int block = isCrowded ? std::uniform_int_distribution<int>(0, Blocks - 1)(tx.random()) : 0;
    GEMMARY_ASSIGN(candidates, readCandidates(tx, request.process));
    const auto enough = request.limit + Spare;
    std::vector<Offers> all;
    qsizetype count = 0;
    for (const Candidate &candidate : candidates) {
        GEMMARY_ASSIGN(offers, offersOf(tx, candidate, enough, block));
        count += std::ssize(offers);
        if (!offers.empty())
            all.push_back(std::move(offers));
        if (count >= enough && std::ssize(all) >= TakeTurns)
            break;
    }
    return all;
}

Offers OfferShelf::take(const std::optional<ProcessId> &only, std::size_t most)
{
    const std::scoped_lock lock(m_mutex);
    if (only != m_only || std::chrono::steady_clock::now() - m_lookedAt > Freshness)
        m_offers.clear();
    Offers taken;
    while (taken.size() < most && !m_offers.empty()) {
        // Processes take turns.
        const auto which = std::uniform_int_distribution<std::size_t>(0, m_offers.size() - 1)(m_random);
        Offers &offers = m_offers[which];
        taken.push_back(offers.front());
        offers.pop_front();
        if (offers.empty())
            m_offers.erase(m_offers.begin() + static_cast<std::ptrdiff_t>(which));
    }
    return taken;
}

void OfferShelf::fill(const std::optional<ProcessId> &only, std::vector<Offers> offers)
{
    const std::scoped_lock lock(m_mutex);
    m_offers = std::move(offers);
    m_isCrowded = false;
    m_only = only;
    m_lookedAt = std::chrono::steady_clock::now();
}

void OfferShelf::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_offers.clear();
}

} // namespace Gemmary
