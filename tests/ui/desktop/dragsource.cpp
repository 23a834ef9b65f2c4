// SPDX-License-Identifier: GPL-3.0-or-later
// Another program's window to drag from: files and folders given as arguments, or text after --text.
#include <QApplication>
#include <QDrag>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>

namespace {

class DragSource : public QLabel
{
public:
    explicit DragSource(const QStringList &arguments)
        : m_arguments(arguments)
    {
        setText(QStringLiteral("drag me"));
        setAlignment(Qt::AlignCenter);
        setWindowTitle(QStringLiteral("Drag source"));
        setWindowFlag(Qt::FramelessWindowHint);
        setGeometry(0, 0, 120, 60);
    }

protected:
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (!event->buttons().testFlag(Qt::LeftButton))
            return;
        auto *data = new QMimeData;
        if (m_arguments.value(0) == QLatin1StringView("--text")) {
            data->setText(m_arguments.value(1));
        } else {
            QList<QUrl> urls;
            for (const QString &path : m_arguments)
                urls.append(QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()));
            data->setUrls(urls);
        }
        auto *drag = new QDrag(this);
        drag->setMimeData(data);
        drag->exec(Qt::CopyAction | Qt::MoveAction, Qt::MoveAction);
    }

private:
    QStringList m_arguments;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    DragSource source(QApplication::arguments().mid(1));
    source.show();
    return QApplication::exec();
}
