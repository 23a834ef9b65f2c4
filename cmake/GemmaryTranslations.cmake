# Translations of the whole program, one .ts a language in translations/, embedded below :/i18n.
# English is a translation too: of plural forms only.
#
#   cmake --build build/dev --target update_translations    reads the sources into the .ts files
set(gemmary_translations
    ${CMAKE_SOURCE_DIR}/translations/gemmary_en.ts
    ${CMAKE_SOURCE_DIR}/translations/gemmary_es.ts)

set(gemmary_lupdate Qt6::lupdate -silent -locations none -no-ui-lines -no-obsolete -I . -I app -I engine -I ui)
set(gemmary_translated app/configuredmodels.cpp app/desktop app/rest/access app/rest/http app/restservice.cpp app/settings app/wire engine report ui)

add_custom_target(update_translations
    COMMAND ${gemmary_lupdate} -pluralonly ${gemmary_translated} -ts translations/gemmary_en.ts
    COMMAND ${gemmary_lupdate} ${gemmary_translated} -ts translations/gemmary_es.ts
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    VERBATIM)

# gemmary_translate(TARGET): the program speaks every language that there is.
function(gemmary_translate target)
    qt_add_lrelease(${target} TS_FILES ${gemmary_translations} QM_FILES_OUTPUT_VARIABLE compiled OPTIONS -silent)
    qt_add_resources(${target} "${target}_translations" PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled})
endfunction()
