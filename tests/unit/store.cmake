gemmary_test(tst_sqlitestore SOURCES unit/tst_sqlitestore.cpp DEPENDS gemmary_store PkgConfig::SQLITE LABELS unit)
gemmary_test(tst_postgresdialect SOURCES unit/tst_postgresdialect.cpp DEPENDS gemmary_store LABELS unit)

add_executable(bench_queue EXCLUDE_FROM_ALL benchmarks/queue/bench_queue.cpp support/processdriver.cpp)
target_include_directories(bench_queue PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(bench_queue PRIVATE gemmary_options gemmary_analysis gemmary_intake gemmary_pipeline gemmary_store
                      gemmary_summary gemmary_text)
