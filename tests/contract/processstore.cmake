# The suites of the ports ProcessStore and ContentStore on SQLite. A backend joins with a file that defines
# openStoreUnderTest() and a line here.
foreach(suite processstore processretry processgrowth processquestions processstorethreads contentstore)
    gemmary_test(tst_${suite}
        SOURCES contract/tst_${suite}.cpp contract/storeundertest.cpp support/processdriver.cpp
            support/storeinvariants.cpp
        DEPENDS gemmary_store PkgConfig::SQLITE
        LABELS contract)
endforeach()
