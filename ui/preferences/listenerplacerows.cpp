// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/listenerplacerows.h"

#include "widgets/format.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimer>
#include <QWheelEvent>

namespace Gemmary {

namespace {

constexpr QLatin1StringView AllAddresses("0.0.0.0");
constexpr int LargestPort = 65535;

QString addressText(const ListenAddress &address)
{
    if (address.isHere)
        return AddressRow::tr("This computer only");
    if (address.host == AllAddresses)
        return AddressRow::tr("Other computers too, at all addresses");
    //: %1 is an address such as 192.168.1.20
    const QString text = AddressRow::tr("Other computers too, at %1").arg(address.host);
    //: %1 is the sentence above, %2 the name of a network interface such as eth0
    return address.network.isEmpty() ? text : AddressRow::tr("%1 (%2)").arg(text, address.network);
}

// The wheel scrolls the page: it moves no port on its way across.
class PortBox : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (hasFocus())
            QSpinBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace

ListenerPlaceRow::ListenerPlaceRow(AutomationSource &source, const QString &title, const QString &explanation,
                                   QWidget *parent)
    : CardRow(title, explanation, parent)
    , m_source(source)
{
    connect(&m_source, &AutomationSource::changed, this, [this] { showChoice(m_source.choice()); });
}

void ListenerPlaceRow::choose(const ListenerChoice &choice)
{
    if (choice == m_source.choice())
        return;
    if (const auto done = m_source.choose(choice); !done)
        Q_EMIT failed(done.error());
    showChoice(m_source.choice());
}

AddressRow::AddressRow(AutomationSource &source, QWidget *parent)
    : ListenerPlaceRow(source, tr("Who can reach it"), {}, parent)
    , m_box(new QComboBox(this))
    , m_needs(new QLabel(this))
{
    m_box->setObjectName(QStringLiteral("listenerAddress"));
    m_box->setAccessibleName(title());
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_needs->setObjectName(QStringLiteral("listenerNeeds"));
    m_needs->setWordWrap(true);
    m_needs->setTextFormat(Qt::PlainText);
    addFaint(m_needs);
    addAtEnd(m_box);
    setTitled(m_box);
    connect(m_box, &QComboBox::activated, this, &AddressRow::onActivated);
    showChoice(source.choice());
}

void AddressRow::showChoice(const ListenerChoice &choice)
{
    const QSignalBlocker quiet(m_box);
    fillBox(choice.host);
    m_box->setEnabled(source().setBy().isEmpty());
    m_needs->setText(
        source().isHere(choice.host)
            ? tr("Programs of whoever works on this computer. Nobody else, and no web page.")
            : tr("Everybody needs a token, and all that travels is encrypted with the certificate below."));
}

void AddressRow::fillBox(const QString &host)
{
    std::vector<ListenAddress> addresses = source().addresses();
    if (std::ranges::find(addresses, host, &ListenAddress::host) == addresses.end())
        addresses.push_back({host, {}, source().isHere(host)});
    m_box->clear();
    for (const ListenAddress &address : addresses)
        m_box->addItem(addressText(address), address.host);
    m_box->setCurrentIndex(m_box->findData(host));
}

void AddressRow::onActivated()
{
    const QString host = m_box->currentData().toString();
    if (source().isHere(host) || !source().isHere(source().choice().host))
        use(host);
    else
        askBeforeOpening(host);
}

void AddressRow::askBeforeOpening(const QString &host)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Let other computers in?"),
                                     tr("Let other computers use this Gemmary?"), QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("Whoever reaches this computer and has one of your tokens can start processes, and read, stop and "
           "remove all of yours. A token and a certificate are required before anybody is let in."));
    QPushButton *yes = question->addButton(tr("Let them in"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::finished, this, [this, question, yes, host] {
        use(question->clickedButton() == yes ? host : source().choice().host);
    });
    question->open();
}

void AddressRow::use(const QString &host)
{
    ListenerChoice choice = source().choice();
    choice.host = host;
    choose(choice);
    showChoice(source().choice());
}

PortRow::PortRow(AutomationSource &source, QWidget *parent)
    : ListenerPlaceRow(source, tr("Port"), tr("Programs find Gemmary at this number. Usually 8787."), parent)
    , m_box(new PortBox(this))
{
    m_box->setObjectName(QStringLiteral("listenerPort"));
    m_box->setAccessibleName(title());
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setRange(1, LargestPort);
    m_box->setKeyboardTracking(false); // a port is chosen when it is typed, not each of its digits
    addAtEnd(m_box);
    setTitled(m_box);
    connect(m_box, &QSpinBox::valueChanged, this, [this](int port) {
        ListenerChoice choice = this->source().choice();
        choice.port = port;
        choose(choice);
    });
    showChoice(source.choice());
}

void PortRow::showChoice(const ListenerChoice &choice)
{
    const QSignalBlocker quiet(m_box);
    m_box->setMinimum(choice.port == 0 ? 0 : 1); // a file may say: any free one
    m_box->setSpecialValueText(choice.port == 0 ? tr("any free one") : QString());
    m_box->setValue(choice.port);
    m_box->setEnabled(source().setBy().isEmpty());
}

CertificateRow::CertificateRow(AutomationSource &source, QWidget *parent)
    : ListenerPlaceRow(source, tr("Encryption (TLS)"),
                       tr("PEM files, from whoever looks after your network or made by openssl. A renewed "
                          "certificate is read when the listener starts again."),
                       parent)
{
    auto *fields = new QWidget(this);
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins(0, spacing(this, 1), 0, 0);
    grid->setHorizontalSpacing(spacing(this, 2));
    m_certificate = addField(grid, tr("Certificate:"), "listenerCertificate");
    addChooser(grid, m_certificate, tr("Choose a certificate"));
    m_key = addField(grid, tr("Its key:"), "listenerKey");
    addChooser(grid, m_key, tr("Choose the certificate's key"));
    m_names = addField(grid, tr("Names:"), "listenerNames");
    m_names->setPlaceholderText(tr("such as gemmary.example.org, if others call this computer so"));
    addFaint(fields);
    setTitled(m_certificate);
    showChoice(source.choice());
}

QLineEdit *CertificateRow::addField(QGridLayout *grid, const QString &name, const char *id)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(QString::fromLatin1(id));
    auto *label = new QLabel(name, this);
    label->setBuddy(field);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1);
    connect(field, &QLineEdit::editingFinished, this, &CertificateRow::use);
    return field;
}

void CertificateRow::addChooser(QGridLayout *grid, QLineEdit *field, const QString &question)
{
    auto *chooser = new QPushButton(tr("Choose…"), this);
    chooser->setAutoDefault(false);
    chooser->setAccessibleName(question);
    grid->addWidget(chooser, grid->rowCount() - 1, 2);
    m_choosers.append(chooser);
    connect(chooser, &QPushButton::clicked, this, [this, field, question] {
        auto *dialog = new QFileDialog(this, question);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({tr("PEM files (*.pem *.crt *.key)"), tr("All files (*)")});
        connect(dialog, &QFileDialog::fileSelected, this, [this, field](const QString &path) {
            field->setText(path);
            use();
        });
        dialog->open();
    });
}

void CertificateRow::showChoice(const ListenerChoice &choice)
{
    setOffered(!source().isHere(choice.host));
    const bool isOurs = source().setBy().isEmpty();
    const std::pair<QLineEdit *, QString> fields[] = {{m_certificate, choice.certificate},
                                                      {m_key, choice.key},
                                                      {m_names, choice.names.join(QStringLiteral("; "))}};
    for (const auto &[field, text] : fields) {
        field->setEnabled(isOurs);
        if (!field->hasFocus() || !isOurs) // what is being typed is the user's
            field->setText(text);
    }
    for (QPushButton *chooser : std::as_const(m_choosers))
        chooser->setEnabled(isOurs);
}

void CertificateRow::use()
{
    ListenerChoice choice = source().choice();
    choice.certificate = m_certificate->text().trimmed();
    choice.key = m_key->text().trimmed();
    choice.names.clear();
    for (const QString &name : m_names->text().split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty())
            choice.names.append(name.trimmed());
    }
    choose(choice);
}

} // namespace Gemmary
