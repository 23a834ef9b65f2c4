# Every outside library, and why it is here. All come from Debian 12; nothing is vendored.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Concurrent DBus Network) # strings, threads, keyrings, HTTP
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(tl-expected REQUIRED)                            # errors as values; std::expected is C++23
find_package(Qt6Keychain REQUIRED)                            # keys in the keyring of the system
find_package(CLI11 REQUIRED)                                  # command lines with help and suggestions
find_package(simdjson REQUIRED)                               # UTF-8 validation and uploads at memory speed
find_package(Boost 1.81 REQUIRED)                               # Beast's parser of HTTP; headers only
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n) # Unicode data, converters, boundaries
pkg_check_modules(UCHARDET REQUIRED IMPORTED_TARGET uchardet)   # encoding detection
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)        # word tables and stored content
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto)    # SHA-256 with the processor's instructions
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)      # the local store
pkg_check_modules(PQ REQUIRED IMPORTED_TARGET libpq)            # the shared store: bytes, time limits, pipelines

if(GEMMARY_GUI)
    # The window, its drawings, its charts, its one-instance rule and the desktop's services.
    find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Svg Charts Network DBus PrintSupport LinguistTools)
endif()
if(BUILD_TESTING)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()
