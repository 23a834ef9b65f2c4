// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/document.h"
#include "domain/job.h"
#include "domain/process.h"
#include "domain/views.h"
#include "store/transaction.h"

#include <QJsonObject>
#include <QVariantList>

namespace Gemmary {

// How values are written to columns and read back.

// Text as every database takes it: U+FFFD for U+0000 and lone surrogates, which some refuse; never NULL.
[[nodiscard]] QVariant textValue(const QString &text);
[[nodiscard]] QVariant bytesValue(const QByteArray &bytes); // never NULL
[[nodiscard]] QVariant jsonValue(const QJsonObject &object);
[[nodiscard]] QJsonObject jsonFrom(const QString &text);

[[nodiscard]] QVariant reasonValue(const std::optional<Problem> &problem); // NULL for none
[[nodiscard]] QVariant detailValue(const std::optional<Problem> &problem);
[[nodiscard]] std::optional<Problem> problemFrom(const Row &row, int reasonColumn); // and the next column
[[nodiscard]] DocumentState stateAfter(const std::optional<Problem> &problem);

[[nodiscard]] Locator locatorFrom(const Row &row, int kindColumn); // and the next column
[[nodiscard]] QString nameOf(Locator::Kind kind);

[[nodiscard]] QString inputsJson(const NewProcess &process);
void readInputs(const QString &json, NewProcess &process);

[[nodiscard]] QVariant factsValue(const TextFacts &facts);
[[nodiscard]] TextFacts factsFrom(const QString &json);

[[nodiscard]] DocumentTask taskFrom(const Row &row);     // columns of select_planned_documents
[[nodiscard]] DocumentTask leafTaskFrom(const Row &row); // and of select_unanalysed_documents
[[nodiscard]] DocumentRow documentRowFrom(const Row &row);
[[nodiscard]] DocumentLine documentLineFrom(const Row &row);
[[nodiscard]] ProcessSnapshot snapshotFrom(const Row &row);

// The columns process_id, level, stage, node_no that begin most statements on jobs and results.
[[nodiscard]] QVariantList keyValues(const JobKey &key);
[[nodiscard]] QVariantList claimValues(const JobClaim &claim); // and epoch

} // namespace Gemmary
