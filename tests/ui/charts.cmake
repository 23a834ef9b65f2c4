gemmary_ui_test(tst_chartsdata SOURCES ui/tst_chartsdata.cpp DEPENDS gemmary_ui_charts)
gemmary_ui_test(tst_charts SOURCES ui/tst_charts.cpp DEPENDS gemmary_ui_charts Qt6::Svg)
