// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/httpexchange.h"

#include <QTest>

#include <thread>

using namespace Gemmary;
using namespace std::chrono_literals;

class TestHttpExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The thread of the network writes while the other one reads: nothing lost, nothing twice, order kept.
    void next_whileAnotherDelivers_takesEachByteOnce()
    {
        constexpr int Pieces = 2'000;
        const auto exchange = std::make_shared<HttpExchange>();
        std::jthread network([exchange] {
            for (int i = 0; i < Pieces; ++i)
                exchange->deliver(200, "7", QByteArray::number(i) + ' ');
            exchange->finish(ProviderTrouble{TroubleKind::BrokeOff, {}, {}, {}, {}, {}});
        });
        QByteArray all;
        HttpExchange::Piece piece;
        while (!piece.isLast) {
            piece = exchange->next(5s);
            all += piece.bytes;
        }
        QCOMPARE(piece.status, 200);
        QCOMPARE(piece.retryAfter, QByteArray("7"));
        QVERIFY(piece.trouble && piece.trouble->kind == TroubleKind::BrokeOff);
        const QByteArrayList numbers = all.trimmed().split(' ');
        QCOMPARE(numbers.size(), Pieces);
        for (int i = 0; i < Pieces; ++i)
            QCOMPARE(numbers[i].toInt(), i);
    }

    void next_nothingComes_answersAfterPatience()
    {
        HttpExchange exchange;
        const HttpExchange::Piece piece = exchange.next(1ms);
        QVERIFY(!piece.isLast && piece.bytes.isEmpty());
        QCOMPARE(piece.status, 0);
    }

    // The waiting side may leave first.
    void finish_nobodyWaits_isFine()
    {
        auto exchange = std::make_shared<HttpExchange>();
        std::jthread network([held = exchange] {
            held->deliver(200, {}, "late");
            held->finish({});
        });
        exchange.reset();
    }
};

QTEST_GUILESS_MAIN(TestHttpExchange)
#include "tst_httpexchange.moc"
