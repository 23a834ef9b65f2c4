# Measurements, not tests: built on demand, run by hand.
add_executable(bench_window EXCLUDE_FROM_ALL benchmarks/bench_window.cpp)
target_link_libraries(bench_window PRIVATE gemmary_options gemmary_desktop gemmary_composition)
target_include_directories(bench_window PRIVATE ${CMAKE_SOURCE_DIR}/tests)
