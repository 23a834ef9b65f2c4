# libFuzzer on what reads bytes of strangers, under sanitizers: preset `fuzz`. ctest gives each 20 seconds.
foreach(subject request upload)
    add_executable(fuzz_${subject} fuzz/fuzz_${subject}.cpp)
    target_link_libraries(fuzz_${subject} PRIVATE gemmary_options gemmary_rest_api gemmary_rest_http)
    target_link_options(fuzz_${subject} PRIVATE -fsanitize=fuzzer)
    gemmary_precompile(fuzz_${subject} core)
    set(folder ${CMAKE_CURRENT_SOURCE_DIR}/fuzz)
    set(found ${CMAKE_CURRENT_BINARY_DIR}/corpus_${subject})
    file(MAKE_DIRECTORY ${found})
    add_test(NAME fuzz_${subject}
             COMMAND fuzz_${subject} -max_total_time=20 -max_len=4096 -timeout=10 -dict=${folder}/${subject}.dict
                     ${found} ${folder}/corpus/${subject})
    set_tests_properties(fuzz_${subject} PROPERTIES TIMEOUT 120 LABELS "fuzz;long")
endforeach()
