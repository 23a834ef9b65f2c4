foreach(subject modelcodecs providertrouble ratelimiter streamparser)
    gemmary_test(tst_${subject} SOURCES unit/tst_${subject}.cpp DEPENDS gemmary_providers LABELS unit)
endforeach()
# Between threads, so under ThreadSanitizer as well.
gemmary_test(tst_httpexchange SOURCES unit/tst_httpexchange.cpp DEPENDS gemmary_providers LABELS unit)
gemmary_test(limiterstorm SOURCES unit/limiterstorm.cpp DEPENDS gemmary_providers LABELS unit tsan)
