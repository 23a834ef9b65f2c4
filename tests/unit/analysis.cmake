foreach(test byteblock syllables tablecodec termanalyzer termsegmenter)
    gemmary_test(tst_${test} SOURCES unit/tst_${test}.cpp DEPENDS gemmary_analysis PkgConfig::ZSTD LABELS unit)
endforeach()

gemmary_test(tst_analysisreference
    SOURCES unit/tst_analysisreference.cpp DEPENDS gemmary_analysis LABELS unit)
target_compile_definitions(tst_analysisreference PRIVATE GEMMARY_PYTHON="${GEMMARY_PYTHON}")

# A measurement, not a test: built on demand, run by hand.
add_executable(bench_analysis EXCLUDE_FROM_ALL benchmarks/bench_analysis.cpp)
target_link_libraries(bench_analysis PRIVATE gemmary_options gemmary_analysis)
target_include_directories(bench_analysis PRIVATE ${CMAKE_SOURCE_DIR}/tests)
