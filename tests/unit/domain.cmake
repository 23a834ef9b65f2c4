gemmary_test(tst_domain SOURCES unit/tst_domain.cpp DEPENDS gemmary_domain LABELS unit)
gemmary_test(tst_logging SOURCES unit/tst_logging.cpp DEPENDS gemmary_base LABELS unit)
