foreach(subject chunker controltokens extractivesummarizer meteredmodel modelsets modelsummarizer packing prompts ranker requestforecast summaryquality tokenestimate)
    gemmary_test(tst_${subject} SOURCES unit/tst_${subject}.cpp DEPENDS gemmary_summary LABELS unit)
endforeach()
target_compile_definitions(tst_tokenestimate PRIVATE SAMPLES="${CMAKE_SOURCE_DIR}/resources/samples")
