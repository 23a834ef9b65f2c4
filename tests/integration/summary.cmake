gemmary_test(tst_samplesummaries SOURCES integration/tst_samplesummaries.cpp
             DEPENDS gemmary_summary gemmary_text LABELS integration)
