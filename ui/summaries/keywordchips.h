// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace Gemmary {

// Keywords in small rounded frames, in as many lines as they need; read aloud as one list.
class KeywordChips : public QWidget
{
    Q_OBJECT

public:
    explicit KeywordChips(QWidget *parent = nullptr);

    void setKeywords(const std::vector<QString> &keywords);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Chip
    {
        QString text;
        QRect frame;
    };

    [[nodiscard]] int chipHeight() const;
    [[nodiscard]] std::vector<Chip> chipsIn(int width) const;

    std::vector<QString> m_keywords;
};

} // namespace Gemmary
