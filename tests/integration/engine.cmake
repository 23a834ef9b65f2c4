gemmary_test(tst_engine SOURCES integration/tst_engine.cpp DEPENDS gemmary_composition gemmary_store PkgConfig::SQLITE LABELS integration)
