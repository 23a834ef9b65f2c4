// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summarizers/recipient.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Gemmary {

// Says who gets the documents' texts and what becomes of them, and asks. Cancel is the default; only the
// other button accepts.
class ConsentDialog : public QDialog
{
    Q_OBJECT

public:
    ConsentDialog(const Recipient &recipient, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addFact(const QString &icon, const QString &text);
    void addFacts(const Recipient &recipient);
    void addTerms();
    void updateLook();

    QVBoxLayout *m_facts;
    QLabel *m_icon;
    QList<std::pair<QLabel *, QString>> m_icons; // label and icon's name
};

} // namespace Gemmary
