// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/exportdialog.h"

#include "export/exportrun.h"
#include "export/formatlist.h"
#include "export/includebox.h"
#include "widgets/format.h"
#include "widgets/theme.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace Gemmary {

namespace {

constexpr int ProgressSteps = 1000;
constexpr int TargetWidth = 56; // average characters

QString startFolder(const QString &folder)
{
    if (!folder.isEmpty() && QFileInfo(folder).isDir())
        return folder;
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString suffixOf(ExportFormat format)
{
    return QString::fromLatin1(rowOf(format).suffix);
}

} // namespace

ExportDialog::ExportDialog(Engine &engine, std::vector<ProcessSnapshot> processes, const QString &folder,
                           QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_processes(std::move(processes))
    , m_notice(new NoticeBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const int count = static_cast<int>(m_processes.size());
    //: %1 is a process's name
    setWindowTitle(isOne() ? tr("Export %1").arg(isolated(m_processes.front().name))
                           : tr("Export %Ln process(es)", nullptr, count));
    m_notice->hide();
    m_inputs = new QWidget(this);
    auto *inputs = new QVBoxLayout(m_inputs);
    inputs->setContentsMargins(0, 0, 0, 0);
    inputs->setSpacing(spacing(this, 3));
    inputs->addWidget(makeChoices());
    inputs->addWidget(makeTarget());
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing(this, 3));
    layout->addWidget(m_notice);
    layout->addWidget(m_inputs);
    layout->addWidget(makeButtons());
    const QString start = startFolder(folder);
    setTarget(isOne() ? start + QLatin1Char('/') + fileNameFor(m_processes.front().name) : start);
    connect(m_formats, &FormatList::formatChanged, this, &ExportDialog::onFormatChanged);
    connect(m_include, &IncludeBox::optionsChanged, this, &ExportDialog::updateState);
    connect(m_target, &QLineEdit::textChanged, this, &ExportDialog::updateState);
    onFormatChanged();
}

ExportDialog::~ExportDialog() = default;

QWidget *ExportDialog::makeChoices()
{
    auto *choices = new QWidget(this);
    m_formats = new FormatList(choices);
    m_include = new IncludeBox(choices);
    auto *layout = new QHBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(this, 4));
    layout->addWidget(m_formats, 3);
    layout->addWidget(m_include, 2, Qt::AlignTop);
    return choices;
}

QWidget *ExportDialog::makeTarget()
{
    auto *target = new QWidget(this);
    m_target = new QLineEdit(target);
    m_target->setMinimumWidth(fontMetrics().averageCharWidth() * TargetWidth);
    auto *label = new QLabel(isOne() ? tr("&Save as") : tr("&Save into"), target);
    label->setBuddy(m_target);
    auto *browse = new QPushButton(themedIcon(QStringLiteral("folder")), tr("Choose…"), target);
    browse->setAccessibleName(isOne() ? tr("Choose a file") : tr("Choose a folder"));
    m_files = new QLabel(target);
    m_files->setTextFormat(Qt::PlainText);
    m_files->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing(this, 2));
    line->addWidget(label);
    line->addWidget(m_target, 1);
    line->addWidget(browse);
    auto *layout = new QVBoxLayout(target);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_files);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    return target;
}

QWidget *ExportDialog::makeButtons()
{
    auto *row = new QWidget(this);
    m_progress = new QProgressBar(row);
    m_progress->setRange(0, ProgressSteps);
    m_progress->setAccessibleName(tr("How much is written"));
    QSizePolicy keepsPlace = m_progress->sizePolicy();
    keepsPlace.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsPlace);
    m_progress->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, row);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_close = buttons->button(QDialogButtonBox::Cancel);
    m_save->setDefault(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(this, 3));
    layout->addWidget(m_progress, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    return row;
}

void ExportDialog::setFormat(ExportFormat format)
{
    m_formats->setFormat(format);
}

void ExportDialog::setTarget(const QString &path)
{
    m_target->setText(QDir::toNativeSeparators(path));
}

QString ExportDialog::target() const
{
    return QDir::cleanPath(QDir::fromNativeSeparators(m_target->text().trimmed()));
}

ExportChoice ExportDialog::choice() const
{
    return {m_formats->format(), m_include->options(), m_include->guardsFormulas()};
}

std::vector<ExportFile> ExportDialog::files() const
{
    return m_target->text().trimmed().isEmpty() ? std::vector<ExportFile>()
                                                : exportFiles(m_processes, choice(), target());
}

void ExportDialog::onFormatChanged()
{
    const ExportFormat format = m_formats->format();
    m_include->setFormat(format);
    if (isOne()) {
        QString path = target();
        for (const ExportFormatRow &row : exportFormats()) {
            const QString suffix = QLatin1Char('.') + QString::fromLatin1(row.suffix);
            if (path.endsWith(suffix, Qt::CaseInsensitive)) {
                path.chop(suffix.size());
                break;
            }
        }
        setTarget(path + QLatin1Char('.') + suffixOf(format));
    }
    updateState();
}

void ExportDialog::updateState()
{
    const std::vector<ExportFile> planned = files();
    QStringList names;
    for (const ExportFile &file : planned)
        names += isolated(QFileInfo(file.path).fileName());
    m_save->setEnabled(!planned.empty() && !m_run);
    if (planned.empty())
        m_files->setText(m_target->text().trimmed().isEmpty() ? tr("Say where to save it.")
                                                              : tr("Choose something to include."));
    else if (planned.size() == 1)
        m_files->setText({});
    else if (planned.size() <= 4)
        m_files->setText(tr("Files: %1").arg(names.join(QStringLiteral(", "))));
    else
        m_files->setText(
            tr("%Ln file(s), the first is %1", nullptr, static_cast<int>(names.size())).arg(names.front()));
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, windowTitle(), QFileInfo(target()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (isOne()) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(suffixOf(m_formats->format()));
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // save() asks, for all files
        dialog->selectFile(QFileInfo(target()).fileName());
    } else {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        dialog->setDirectory(target());
    }
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::setTarget);
    dialog->open();
}

void ExportDialog::save()
{
    if (!m_save->isEnabled())
        return;
    QStringList existing;
    for (const ExportFile &file : files()) {
        if (QFileInfo::exists(file.path))
            existing += isolated(QFileInfo(file.path).fileName());
    }
    if (existing.isEmpty())
        write();
    else
        askToReplace(existing);
}

void ExportDialog::askToReplace(const QStringList &existing)
{
    const QString text = existing.size() == 1 ? tr("%1 is there already. Replace it?").arg(existing.front())
                                              : tr("%Ln file(s) are there already, such as %1. Replace them?",
                                                   nullptr, static_cast<int>(existing.size()))
                                                    .arg(existing.front());
    auto *box = new QMessageBox(QMessageBox::Question, windowTitle(), text, QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    const auto *replace = box->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, replace](const QAbstractButton *clicked) {
        if (clicked == replace)
            write();
    });
    box->open();
}

void ExportDialog::write()
{
    m_notice->hide();
    m_run = new ExportRun(m_engine, this);
    connect(m_run, &ExportRun::progressed, m_progress,
            [this](double share) { m_progress->setValue(qRound(share * ProgressSteps)); });
    connect(m_run, &ExportRun::finished, this, &ExportDialog::onFinished);
    connect(m_run, &ExportRun::failed, this, &ExportDialog::onFailed);
    m_inputs->setEnabled(false);
    m_save->setEnabled(false);
    m_progress->setValue(0);
    m_progress->show();
    m_close->setFocus();
    m_run->start(files(), choice());
}

void ExportDialog::onFinished(const QStringList &paths)
{
    endRun();
    Q_EMIT exported(paths);
    accept();
}

void ExportDialog::onFailed(const Error &error)
{
    endRun();
    Q_EMIT failed(error);
    if (error.kind != ErrorKind::Cancelled)
        m_notice->showNotice({NoticeBar::Tone::Failure, error.message, {}, {}});
}

void ExportDialog::endRun()
{
    m_run->deleteLater(); // it is telling this
    m_run = nullptr;
    m_progress->hide();
    m_inputs->setEnabled(true);
    updateState();
}

void ExportDialog::reject()
{
    if (m_run)
        m_run->cancel(); // the files are dropped; the choices stay
    else
        QDialog::reject();
}

NoticeBar::Notice exportNotice(const QStringList &paths)
{
    constexpr std::chrono::seconds Shown{20};
    const QFileInfo first(paths.value(0));
    const auto open = [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); };
    NoticeBar::Notice notice;
    notice.text = paths.size() == 1
                      ? ExportDialog::tr("Saved %1.").arg(isolated(first.fileName()))
                      : ExportDialog::tr("Saved %Ln file(s).", nullptr, static_cast<int>(paths.size()));
    if (paths.size() == 1)
        notice.choices.push_back({ExportDialog::tr("Open"), [=] { open(first.filePath()); }});
    notice.choices.push_back({ExportDialog::tr("Show in folder"), [=] { open(first.path()); }});
    notice.closesAfter = Shown;
    return notice;
}

} // namespace Gemmary
