// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include <QFile>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QWidget>

// A static library's resources are only linked in when somebody names them, outside any namespace.
static void useIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace Gemmary {

namespace {

// Reads an icon's drawing once for each paint that the pixmap cache does not already know.
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(QString name, const QColor &color)
        : m_name(std::move(name))
        , m_color(color)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, 1));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QColor color = colorFor(mode);
        const QString key = QStringLiteral("gemmary-icon-%1-%2-%3x%4")
                                .arg(m_name, color.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = draw(size, color);
            QPixmapCache::insert(key, pixmap);
        }
        return pixmap;
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_color.isValid() ? m_color : palette.color(QPalette::WindowText);
    }

    QPixmap draw(const QSize &size, const QColor &color) const
    {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        if (!file.open(QIODevice::ReadOnly))
            return pixmap;
        QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
        QPainter painter(&pixmap);
        renderer.render(&painter);
        return pixmap;
    }

    QString m_name;
    QColor m_color; // invalid: the palette's text
};

QColor mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto mix = [shareOfB](float x, float y) {
        return static_cast<float>(x * (1 - shareOfB) + y * shareOfB);
    };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

bool isHighContrast(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    return std::abs(base.lightness() - text.lightness()) >= 254;
}

struct Shades
{
    QRgb window, base, alternate, text, faint, button, line, highlight, link;
};

constexpr Shades LightShades{0xfff6f7f9, 0xffffffff, 0xfff3f5f8, 0xff1b2029, 0xff5b6473,
                             0xffffffff, 0xffd5dae2, 0xff2f5fe0, 0xff2450c8};
constexpr Shades DarkShades{0xff1c1f26, 0xff15181e, 0xff1a1e25, 0xffe7eaf0, 0xffa3adbb,
                            0xff292e38, 0xff3a414e, 0xff4a79f5, 0xff8fb0ff};
constexpr Shades ContrastShades{0xff000000, 0xff000000, 0xff000000, 0xffffffff, 0xffffffff,
                                0xff000000, 0xffffffff, 0xffffff00, 0xffffff00};

QPalette paletteFrom(const Shades &shades)
{
    QPalette palette;
    const QColor text(shades.text);
    const QColor highlighted = QColor(shades.highlight).lightness() > 120 && shades.text == 0xffffffff
                                   ? QColor(Qt::black)
                                   : QColor(Qt::white);
    palette.setColor(QPalette::Window, QColor(shades.window));
    palette.setColor(QPalette::Base, QColor(shades.base));
    palette.setColor(QPalette::AlternateBase, QColor(shades.alternate));
    palette.setColor(QPalette::Button, QColor(shades.button));
    palette.setColor(QPalette::ToolTipBase, QColor(shades.button));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::BrightText})
        palette.setColor(role, text);
    palette.setColor(QPalette::PlaceholderText, QColor(shades.faint));
    palette.setColor(QPalette::Highlight, QColor(shades.highlight));
    palette.setColor(QPalette::HighlightedText, highlighted);
    palette.setColor(QPalette::Link, QColor(shades.link));
    palette.setColor(QPalette::LinkVisited, QColor(shades.link));
    palette.setColor(QPalette::Mid, QColor(shades.line));
    palette.setColor(QPalette::Midlight, mixed(QColor(shades.line), QColor(shades.window), 0.5));
    palette.setColor(QPalette::Light, mixed(QColor(shades.button), Qt::white, 0.1));
    palette.setColor(QPalette::Dark, mixed(QColor(shades.line), Qt::black, 0.2));
    palette.setColor(QPalette::Shadow, Qt::black);
    const QColor disabled = mixed(text, QColor(shades.window), 0.5);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.line));
    return palette;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

Colors colorsOf(const QPalette &palette)
{
    const bool dark = isDark(palette);
    const bool contrast = isHighContrast(palette);
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    Colors colors;
    colors.accent = palette.color(QPalette::Highlight);
    colors.done = dark ? QColor(0xff3fbf7f) : QColor(0xff1a7f4b);
    colors.running = dark ? QColor(0xff6c9bff) : QColor(0xff2f5fe0);
    colors.waiting = dark ? QColor(0xff97a3b6) : QColor(0xff66728a);
    colors.paused = dark ? QColor(0xffc79bff) : QColor(0xff7a45c9);
    colors.failed = dark ? QColor(0xffff7b72) : QColor(0xffc42b2b);
    colors.skipped = dark ? QColor(0xffd9a44a) : QColor(0xff94620a);
    colors.warning = dark ? QColor(0xfff0b54d) : QColor(0xff94620a);
    colors.faintText = contrast ? text : mixed(text, window, 0.32);
    colors.line = contrast ? text : mixed(text, window, 0.82);
    colors.card = contrast ? window : dark ? mixed(window, Qt::white, 0.045) : mixed(window, Qt::white, 0.85);
    colors.series = dark ? std::array<QColor, 6>{QColor(0xff6c9bff), QColor(0xfff0a24a), QColor(0xff3fbf9f),
                                                 QColor(0xffd98cc0), QColor(0xffe8d44d), QColor(0xff7fc6f2)}
                         : std::array<QColor, 6>{QColor(0xff2f5fe0), QColor(0xffc96a00), QColor(0xff00836a),
                                                 QColor(0xffa8498a), QColor(0xff8a7400), QColor(0xff2b86b8)};
    return colors;
}

QPalette paletteOf(Appearance appearance, const QPalette &systemPalette)
{
    switch (appearance) {
    case Appearance::Light:
        return paletteFrom(LightShades);
    case Appearance::Dark:
        return paletteFrom(DarkShades);
    case Appearance::HighContrast:
        return paletteFrom(ContrastShades);
    case Appearance::System:
        break;
    }
    // A desktop that says nothing gives Qt's grey: ours reads better.
    if (systemPalette.color(QPalette::Window) == QColor(0xffefefef))
        return paletteFrom(LightShades);
    return systemPalette;
}

QIcon themedIcon(const QString &name)
{
    return themedIcon(name, QColor());
}

QIcon themedIcon(const QString &name, const QColor &color)
{
    [[maybe_unused]] static const bool used = (useIcons(), true);
    return QIcon(new ThemedIconEngine(name, color));
}

void setFontScale(QWidget *widget, double scale, bool bold)
{
    QFont font = widget->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(bold);
    widget->setFont(font);
}

int spacing(const QWidget *widget, double quarters)
{
    return qRound(QFontMetrics(widget->font()).height() * quarters / 4);
}

} // namespace Gemmary
