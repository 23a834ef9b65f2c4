foreach(subject resthandler restcontents restcompat openapi)
    gemmary_test(tst_${subject} SOURCES unit/tst_${subject}.cpp DEPENDS gemmary_rest_api gemmary_composition LABELS unit)
endforeach()
