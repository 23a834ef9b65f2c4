# Flags that every target of the project gets, by linking gemmary_options.
option(GEMMARY_WERROR "Treat warnings as errors" ON)
set(GEMMARY_SANITIZE "" CACHE STRING "Sanitizers for -fsanitize=, such as address,undefined or thread")
option(GEMMARY_COVERAGE "Instrument for coverage" OFF)
option(GEMMARY_GUI "Build the window" ON)
option(GEMMARY_FUZZ "Build the fuzz targets of tests/fuzz (clang)" OFF)

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# The usual linker takes seconds for each of the many programs; lld a fraction of one.
find_program(LLD ld.lld)
if(LLD)
    add_link_options(-fuse-ld=lld)
endif()

add_library(gemmary_options INTERFACE)
target_compile_features(gemmary_options INTERFACE cxx_std_20)
target_include_directories(gemmary_options INTERFACE ${CMAKE_SOURCE_DIR}/engine)
target_compile_options(gemmary_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    $<$<BOOL:${GEMMARY_WERROR}>:-Werror>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized> # g++ 12 reports std::optional's storage at -O2
    $<$<CXX_COMPILER_ID:Clang>:-Xclang -fno-pch-timestamp>)
target_compile_definitions(gemmary_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_CAST_FROM_BYTEARRAY QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_MESSAGELOGCONTEXT
    $<$<NOT:$<CONFIG:Release>>:_GLIBCXX_ASSERTIONS QT_FORCE_ASSERTS>)

if(GEMMARY_SANITIZE)
    target_compile_options(gemmary_options INTERFACE -fsanitize=${GEMMARY_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(gemmary_options INTERFACE -fsanitize=${GEMMARY_SANITIZE})
    # Undefined behaviour must stop a test, not print past it.
    target_compile_options(gemmary_options INTERFACE -fno-sanitize-recover=undefined)
endif()
if(GEMMARY_FUZZ)
    target_compile_options(gemmary_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(gemmary_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(GEMMARY_COVERAGE)
    target_compile_options(gemmary_options INTERFACE --coverage)
    target_link_options(gemmary_options INTERFACE --coverage)
endif()
