gemmary_test(tst_domain SOURCES unit/tst_domain.cpp DEPENDS gemmary_domain LABELS unit)
