// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summaries/summarycontent.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Gemmary {

// One summary: whose it is, its sentences or why there are none, keywords, and always where it comes from.
class SummaryCard : public QFrame
{
    Q_OBJECT

public:
    explicit SummaryCard(SummaryContent content, QWidget *parent = nullptr);

    [[nodiscard]] const SummaryContent &content() const { return m_content; }

Q_SIGNALS:
    void documentActivated(qint64 number);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QHBoxLayout *makeHead();
    [[nodiscard]] QHBoxLayout *makeNote();
    [[nodiscard]] QHBoxLayout *makeProvenance();
    void addBody(QVBoxLayout *layout);
    [[nodiscard]] QLabel *makeFaintLabel(const QString &text);
    void updateLook();
    void copy() const;

    SummaryContent m_content;
    std::vector<QLabel *> m_faint;
    QLabel *m_noteIcon = nullptr; // if there is a note
    QLabel *m_provenanceIcon = nullptr;
};

} // namespace Gemmary
