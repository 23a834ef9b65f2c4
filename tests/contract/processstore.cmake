# The suites of the ports ProcessStore, ContentStore, InstanceRegistry, SummaryCache, QuotaLedger and UsageLedger: on SQLite, and on a server (`…_server`).
foreach(suite processstore processretry processgrowth processquestions processstorethreads contentstore storedcontent
    instanceregistry summarycache quotaledger usageledger)
    gemmary_test(tst_${suite}
        SOURCES contract/tst_${suite}.cpp contract/storeundertest.cpp support/processdriver.cpp
            support/storeinvariants.cpp support/testserver.cpp
        DEPENDS gemmary_store PkgConfig::PQ PkgConfig::SQLITE
        LABELS contract)
    add_test(NAME tst_${suite}_server COMMAND tst_${suite})
    set_tests_properties(tst_${suite}_server PROPERTIES
        LABELS contract TIMEOUT 600 FIXTURES_REQUIRED server RESOURCE_LOCK server
        ENVIRONMENT "GEMMARY_TEST_SERVER=${server}/url")
endforeach()
