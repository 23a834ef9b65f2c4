foreach(subject extractivesummarizer ranker summaryquality)
    gemmary_test(tst_${subject} SOURCES unit/tst_${subject}.cpp DEPENDS gemmary_summary LABELS unit)
endforeach()
