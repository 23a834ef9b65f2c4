// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/automationpage.h"

#include "preferences/listenerplacerows.h"
#include "preferences/listenerrow.h"
#include "preferences/requestrow.h"
#include "preferences/tokensrow.h"

namespace Gemmary {

AutomationPage::AutomationPage(AutomationSource &source, QWidget *window)
    : QObject(window)
    , m_source(source)
{}

std::vector<CardRow *> AutomationPage::makeRows(QWidget *parent)
{
    auto *listener = new ListenerRow(m_source, parent);
    auto *tokens = new TokensRow(m_source, parent);
    connect(listener, &ListenerRow::failed, this, &AutomationPage::failed);
    connect(tokens, &TokensRow::failed, this, &AutomationPage::failed);
    auto *address = new AddressRow(m_source, parent);
    auto *certificate = new CertificateRow(m_source, parent);
    auto *port = new PortRow(m_source, parent);
    for (ListenerPlaceRow *place :
         {static_cast<ListenerPlaceRow *>(address), static_cast<ListenerPlaceRow *>(certificate),
          static_cast<ListenerPlaceRow *>(port)})
        connect(place, &ListenerPlaceRow::failed, this, &AutomationPage::failed);
    return {listener, address, port, certificate, tokens, new RequestRow(m_source, parent)};
}

} // namespace Gemmary
