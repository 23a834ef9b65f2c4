// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/requestrow.h"

#include "preferences/copybutton.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>

namespace Gemmary {

namespace {

struct Request
{
    const char *name;
    const char *path;
    const char *options; // of curl
};

constexpr Request Requests[] = {
    {QT_TRANSLATE_NOOP("Gemmary::RequestRow", "Start a process"), "/process/start",
     R"( -H 'Content-Type: application/json' -d '{"files":[{"name":"hello.txt","content":"Hello, Gemmary!"}]}')"},
    {QT_TRANSLATE_NOOP("Gemmary::RequestRow", "List the processes"), "/process/list", ""},
    {QT_TRANSLATE_NOOP("Gemmary::RequestRow", "Follow what happens"), "/process/events", " -N"},
    {QT_TRANSLATE_NOOP("Gemmary::RequestRow", "Save the description"), "/openapi.json",
     " -o gemmary-openapi.json"},
};

// As one word of a shell.
QString quoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

QString curlOf(const Request &request, const QString &url, const ListenerChoice &choice, bool needsToken)
{
    QString command = QStringLiteral("curl -sS");
    if (url.startsWith(QLatin1StringView("https:")))
        command += QStringLiteral(" --cacert ") + quoted(choice.certificate);
    if (needsToken)
        command += QStringLiteral(" -H \"Authorization: Bearer $API_TOKEN\"");
    return command + QString::fromLatin1(request.options) + QLatin1Char(' ') + url +
           QString::fromLatin1(request.path);
}

} // namespace

RequestRow::RequestRow(AutomationSource &source, QWidget *parent)
    : CardRow(tr("Try it in a terminal"), {}, parent)
    , m_source(source)
    , m_request(new QComboBox(this))
    , m_command(new QLabel(this))
    , m_token(new QLabel(
          tr("$API_TOKEN stands for a token, which is never shown here: export API_TOKEN=… first."), this))
    , m_description(new QLabel(this))
    , m_copy(new CopyButton(tr("Copy as curl"), this))
{
    for (const Request &request : Requests)
        m_request->addItem(tr(request.name));
    m_request->setObjectName(QStringLiteral("request"));
    m_request->setAccessibleName(tr("What to ask for"));
    m_request->setFocusPolicy(Qt::StrongFocus);
    m_command->setObjectName(QStringLiteral("curl"));
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_description->setObjectName(QStringLiteral("description"));
    m_description->setOpenExternalLinks(true);
    m_description->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    for (QLabel *label : {m_command, m_token}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *choice = new QWidget(this);
    auto *layout = new QHBoxLayout(choice);
    layout->setContentsMargins(0, spacing(this, 1), 0, spacing(this, 1));
    layout->addWidget(m_request);
    layout->addWidget(m_copy);
    layout->addStretch();
    for (QWidget *part : {choice, static_cast<QWidget *>(m_command), static_cast<QWidget *>(m_token),
                          static_cast<QWidget *>(m_description)})
        addFaint(part);
    setTitled(m_request);
    connect(m_request, &QComboBox::currentIndexChanged, this, &RequestRow::showCommand);
    connect(&m_source, &AutomationSource::changed, this, &RequestRow::showCommand);
    showCommand();
}

void RequestRow::showCommand()
{
    const ListenerState state = m_source.state();
    setOffered(state.kind == ListenerState::Kind::Listening);
    if (!isOffered())
        return;
    const bool needsToken = m_source.needsToken();
    const QString command =
        curlOf(Requests[m_request->currentIndex()], state.url, m_source.choice(), needsToken);
    m_command->setText(command);
    m_copy->setContent(command);
    m_token->setVisible(needsToken);
    showDescription(state);
}

// A browser shows no token: the link is for those who need none.
void RequestRow::showDescription(const ListenerState &state)
{
    const QString address = state.url + QStringLiteral("/openapi.json");
    const QString shown = m_source.needsToken()
                              ? address.toHtmlEscaped()
                              : QStringLiteral("<a href=\"%1\">%1</a>").arg(address.toHtmlEscaped());
    m_description->setText(tr("All requests are described, for people and programs, at %1").arg(shown));
}

} // namespace Gemmary
