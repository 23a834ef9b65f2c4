// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providertrouble.h"

#include <QCoreApplication>

#include <iterator>

namespace Gemmary {

namespace {

struct Row
{
    TroubleKind trouble;
    ErrorKind error;
    const char *message; // %1: the provider; %2: the model
};

constexpr Row Rows[] = {
    {TroubleKind::Auth, ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("Provider", "%1 does not accept the API key; check it in the preferences.")},
    {TroubleKind::Region, ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("Provider", "%1 is not offered free of charge in your country; use a paid plan or a "
                                   "model on this computer.")},
    {TroubleKind::PlanZero, ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("Provider", "Your plan at %1 does not include the model \"%2\", and waiting will not "
                                   "change that; choose another model.")},
    {TroubleKind::QuotaMinute, ErrorKind::RateLimited,
     QT_TRANSLATE_NOOP("Provider", "%1 takes no more requests for the moment; wait a little.")},
    {TroubleKind::QuotaDay, ErrorKind::RateLimited,
     QT_TRANSLATE_NOOP("Provider", "The day's requests to %1 are used up; go on tomorrow, or choose a model "
                                   "on this computer.")},
    {TroubleKind::ModelGone, ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("Provider", "%1 does not offer the model \"%2\", perhaps no longer; choose another "
                                   "model.")},
    {TroubleKind::WrongAddress, ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("Provider", "What answers at the address of %1 is not such a model server; check the "
                                   "address.")},
    {TroubleKind::BadRequest, ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("Provider", "%1 refused the request to the model \"%2\"; choose another model.")},
    {TroubleKind::Overflow, ErrorKind::TooLong,
     QT_TRANSLATE_NOOP("Provider", "The text is longer than the model \"%2\" takes at once; give the model "
                                   "more context or the text in smaller parts.")},
    {TroubleKind::Shortened, ErrorKind::TooLong,
     QT_TRANSLATE_NOOP("Provider", "%1 shortened the text before the model \"%2\" read it; give the model "
                                   "more context or the text in smaller parts.")},
    {TroubleKind::Loading, ErrorKind::Unavailable,
     QT_TRANSLATE_NOOP("Provider", "%1 is still loading its model; wait until it is ready.")},
    {TroubleKind::Transient, ErrorKind::Unavailable,
     QT_TRANSLATE_NOOP("Provider", "%1 is overloaded or out of order; try again later.")},
    {TroubleKind::BrokeOff, ErrorKind::Unavailable,
     QT_TRANSLATE_NOOP("Provider", "The answer of %1 broke off before its end; try again.")},
    {TroubleKind::Unreachable, ErrorKind::Unavailable,
     QT_TRANSLATE_NOOP("Provider", "%1 does not answer; check that it runs and that its address and your "
                                   "network are right.")},
    {TroubleKind::TimedOut, ErrorKind::Timeout,
     QT_TRANSLATE_NOOP("Provider", "%1 took too long to answer; try again later.")},
    {TroubleKind::Redirected, ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("Provider", "%1 sends us to another address, and key and text go only where you said; "
                                   "check the address.")},
    {TroubleKind::Insecure, ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("Provider", "There is no trustworthy encrypted connection to %1; use an https address "
                                   "with a valid certificate.")},
    {TroubleKind::BadReply, ErrorKind::BadReply,
     QT_TRANSLATE_NOOP("Provider", "%1 gave an answer that nobody can use; try again or choose another "
                                   "model.")},
    {TroubleKind::Cancelled, ErrorKind::Cancelled,
     QT_TRANSLATE_NOOP("Provider", "The request was cancelled.")},
};

constexpr bool everyKindHasItsRow()
{
    for (std::size_t i = 0; i < std::size(Rows); ++i) {
        if (static_cast<std::size_t>(Rows[i].trouble) != i)
            return false;
    }
    return std::size(Rows) == static_cast<std::size_t>(TroubleKind::Cancelled) + 1;
}
static_assert(everyKindHasItsRow());

} // namespace

Error errorOf(const ProviderTrouble &trouble, const QString &provider, const QString &model)
{
    const Row &row = Rows[static_cast<std::size_t>(trouble.kind)];
    QString message = QCoreApplication::translate("Provider", row.message);
    // No arg(): a name may itself hold "%2", and some sentences name neither.
    message.replace(QLatin1StringView("%2"), QChar(0x1));
    message.replace(QLatin1StringView("%1"), provider);
    message.replace(QChar(0x1), model);
    return {row.error, message, trouble.words};
}

} // namespace Gemmary
