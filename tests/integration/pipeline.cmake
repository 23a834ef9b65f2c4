gemmary_test(tst_pipeline
    SOURCES integration/tst_pipeline.cpp
    DEPENDS gemmary_analysis gemmary_intake gemmary_pipeline gemmary_store gemmary_summary gemmary_text
    LABELS integration tsan)
