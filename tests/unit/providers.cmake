foreach(subject modelcodecs providertrouble streamparser)
    gemmary_test(tst_${subject} SOURCES unit/tst_${subject}.cpp DEPENDS gemmary_providers LABELS unit)
endforeach()
# Between threads, so under ThreadSanitizer as well.
foreach(subject httpexchange ratelimiter)
    gemmary_test(tst_${subject} SOURCES unit/tst_${subject}.cpp DEPENDS gemmary_providers LABELS unit tsan)
endforeach()
