set(every_room gemmary_analysis gemmary_intake gemmary_pipeline gemmary_store gemmary_summary gemmary_text)
gemmary_test(tst_pipeline SOURCES integration/tst_pipeline.cpp DEPENDS ${every_room} LABELS integration)
gemmary_test(threadstorm SOURCES integration/threadstorm.cpp DEPENDS ${every_room} LABELS integration tsan)
