// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preferences/automationsource.h"
#include "preferences/cardrow.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
QT_END_NAMESPACE

namespace Gemmary {

// A row that changes something of where the listener is. Locked where something else sets it.
class ListenerPlaceRow : public CardRow
{
    Q_OBJECT

public:
    ListenerPlaceRow(AutomationSource &source, const QString &title, const QString &explanation,
                     QWidget *parent);

Q_SIGNALS:
    void failed(const Gemmary::Error &error);

protected:
    void choose(const ListenerChoice &choice);
    virtual void showChoice(const ListenerChoice &choice) = 0;

    AutomationSource &source() const { return m_source; }

private:
    AutomationSource &m_source;
};

// Who reaches it: programs of this computer, or others too, which the user confirms.
class AddressRow final : public ListenerPlaceRow
{
    Q_OBJECT

public:
    AddressRow(AutomationSource &source, QWidget *parent);

private:
    void showChoice(const ListenerChoice &choice) override;
    void fillBox(const QString &host);
    void onActivated();
    void askBeforeOpening(const QString &host);
    void use(const QString &host);

    QComboBox *m_box;
    QLabel *m_needs;
};

class PortRow final : public ListenerPlaceRow
{
    Q_OBJECT

public:
    PortRow(AutomationSource &source, QWidget *parent);

private:
    void showChoice(const ListenerChoice &choice) override;

    QSpinBox *m_box;
};

// What encrypts the way from other computers; only where they are let in.
class CertificateRow final : public ListenerPlaceRow
{
    Q_OBJECT

public:
    CertificateRow(AutomationSource &source, QWidget *parent);

private:
    QLineEdit *addField(QGridLayout *grid, const QString &name, const char *id);
    void addChooser(QGridLayout *grid, QLineEdit *field, const QString &question);
    void showChoice(const ListenerChoice &choice) override;
    void use();

    QLineEdit *m_certificate;
    QLineEdit *m_key;
    QLineEdit *m_names;
    QList<QPushButton *> m_choosers;
};

} // namespace Gemmary
