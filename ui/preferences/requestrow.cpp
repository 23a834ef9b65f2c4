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
    return command + QLatin1Char(' ') + url + QString::fromLatin1(request.path) +
           QString::fromLatin1(request.options);
}

} // namespace

RequestRow::RequestRow(AutomationSource &source, QWidget *parent)
    : CardRow(tr("Try it in a terminal"), {}, parent)
    , m_source(source)
    , m_token(new QLabel(
          tr("$API_TOKEN stands for a token, which is never shown here: export API_TOKEN=… first."), this))
    , m_description(new QLabel(this))
{
    m_token->setWordWrap(true);
    m_token->setTextFormat(Qt::PlainText);
    m_description->setObjectName(QStringLiteral("description"));
    m_description->setOpenExternalLinks(true);
    m_description->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_description->setContentsMargins(0, spacing(this, 1), 0, 0);
    addFaint(makeChoiceLine());
    addFaint(makeCommand());
    addFaint(m_token);
    addFaint(m_description);
    setTitled(m_request);
    connect(m_request, &QComboBox::currentIndexChanged, this, &RequestRow::showCommand);
    connect(&m_source, &AutomationSource::changed, this, &RequestRow::showCommand);
    showCommand();
}

QWidget *RequestRow::makeChoiceLine()
{
    auto *line = new QWidget(this);
    m_request = new QComboBox(line);
    m_copy = new CopyButton(tr("Copy as curl"), line);
    for (const Request &request : Requests)
        m_request->addItem(tr(request.name));
    m_request->setObjectName(QStringLiteral("request"));
    m_request->setAccessibleName(tr("What to ask for"));
    m_request->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, spacing(this, 1), 0, spacing(this, 1));
    layout->addWidget(m_request);
    layout->addWidget(m_copy);
    layout->addStretch();
    return line;
}

// On a surface of its own, as a terminal has it.
QWidget *RequestRow::makeCommand()
{
    m_command = new QLabel(this);
    m_command->setObjectName(QStringLiteral("curl"));
    m_command->setWordWrap(true);
    m_command->setTextFormat(Qt::PlainText);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setFrameShape(QFrame::StyledPanel);
    m_command->setMargin(spacing(this, 1.5));
    m_command->setBackgroundRole(QPalette::Base);
    m_command->setForegroundRole(QPalette::Text);
    m_command->setAutoFillBackground(true);
    return m_command;
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
