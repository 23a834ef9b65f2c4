gemmary_test(tst_reportcsv SOURCES unit/tst_reportcsv.cpp DEPENDS gemmary_report LABELS unit)
gemmary_test(tst_reporthtml SOURCES unit/tst_reporthtml.cpp DEPENDS gemmary_report LABELS unit)
gemmary_test(tst_reportmarkdown SOURCES unit/tst_reportmarkdown.cpp DEPENDS gemmary_report LABELS unit)
gemmary_test(tst_reportjson SOURCES unit/tst_reportjson.cpp DEPENDS gemmary_report LABELS unit)
