<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>AccessControl</name>
    <message>
        <source>Whoever reaches %1 would be let in. Make a token first: gemmary-cli token add NAME; or listen on 127.0.0.1, for this computer only.</source>
        <translation>Cualquiera que llegue a %1 podría entrar. Cree antes un token: gemmary-cli token add NOMBRE; o escuche en 127.0.0.1, solo para este equipo.</translation>
    </message>
    <message>
        <source>Beyond this computer tokens and documents would travel readable to others. Give a certificate (--tls-certificate, --tls-key), or --insecure where something in front of it encrypts.</source>
        <translation>Fuera de este equipo, los tokens y los documentos viajarían a la vista de otros. Indique un certificado (--tls-certificate, --tls-key), o --insecure si algo delante ya cifra.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Gemmary</source>
        <translation>Gemmary</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>Añadir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Start a process over a folder and everything in it</source>
        <translation>Iniciar un proceso con una carpeta y todo lo que contiene</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Añadir &amp;archivos…</translation>
    </message>
    <message>
        <source>Start a process over some files</source>
        <translation>Iniciar un proceso con algunos archivos</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Start a process over the files or the text in the clipboard</source>
        <translation>Iniciar un proceso con los archivos o el texto del portapapeles</translation>
    </message>
    <message>
        <source>Try the &amp;sample library</source>
        <translation>Probar la &amp;biblioteca de ejemplo</translation>
    </message>
    <message>
        <source>Start a process over the short texts that come with Gemmary</source>
        <translation>Iniciar un proceso con los textos breves que acompañan a Gemmary</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Save the results as a report or a table</source>
        <translation>Guardar los resultados como informe o tabla</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>Print a report or make a PDF of it</source>
        <translation>Imprimir un informe o convertirlo en PDF</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pre&amp;ferencias…</translation>
    </message>
    <message>
        <source>Change how Gemmary works</source>
        <translation>Cambiar cómo trabaja Gemmary</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Finish what is in hand and end</source>
        <translation>Terminar lo que está en curso y salir</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>I&amp;niciar</translation>
    </message>
    <message>
        <source>Go on with what is paused, stopped or failed</source>
        <translation>Continuar lo que está en pausa, detenido o fallido</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Begin nothing new; documents in hand are finished</source>
        <translation>No empezar nada nuevo; los documentos en curso se terminan</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>End now and keep what is done; Start goes on from there</source>
        <translation>Terminar ahora y conservar lo hecho; Iniciar continúa desde ahí</translation>
    </message>
    <message>
        <source>&amp;Retry failed</source>
        <translation>&amp;Reintentar fallidos</translation>
    </message>
    <message>
        <source>Try the documents again that failed</source>
        <translation>Volver a intentarlo con los documentos fallidos</translation>
    </message>
    <message>
        <source>Add a folder to this process…</source>
        <translation>Añadir una carpeta a este proceso…</translation>
    </message>
    <message>
        <source>Add files to this process…</source>
        <translation>Añadir archivos a este proceso…</translation>
    </message>
    <message>
        <source>&amp;Open source folder</source>
        <translation>&amp;Abrir la carpeta de origen</translation>
    </message>
    <message>
        <source>Show where the documents are</source>
        <translation>Mostrar dónde están los documentos</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Copiar filas</translation>
    </message>
    <message>
        <source>Copy &amp;id</source>
        <translation>Copiar &amp;id</translation>
    </message>
    <message>
        <source>Copy as co&amp;mmand</source>
        <translation>Copiar como &amp;orden</translation>
    </message>
    <message>
        <source>Copy the command that shows this process in a terminal</source>
        <translation>Copiar la orden que muestra este proceso en un terminal</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Ca&amp;mbiar nombre</translation>
    </message>
    <message>
        <source>Run a&amp;gain</source>
        <translation>Repe&amp;tir</translation>
    </message>
    <message>
        <source>Start a new process over the same folders, with today&apos;s settings</source>
        <translation>Iniciar un proceso nuevo con las mismas carpetas y los ajustes actuales</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Take it off the list; its results are kept for 30 days</source>
        <translation>Quitarlo de la lista; sus resultados se conservan 30 días</translation>
    </message>
    <message>
        <source>R&amp;estore</source>
        <translation>Re&amp;staurar</translation>
    </message>
    <message>
        <source>Put it back on the list</source>
        <translation>Volver a ponerlo en la lista</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Des&amp;hacer</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>Deshacer el último paso</translation>
    </message>
    <message>
        <source>&amp;Filter processes</source>
        <translation>&amp;Filtrar procesos</translation>
    </message>
    <message>
        <source>Type part of a name</source>
        <translation>Escribir parte de un nombre</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;Vista general</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Archivos</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Palabras</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>&amp;Resumen</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>Re&amp;gistro</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Act&amp;ualizar</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>Volver a leer la lista</translation>
    </message>
    <message>
        <source>Reset la&amp;yout</source>
        <translation>Restablecer &amp;disposición</translation>
    </message>
    <message>
        <source>Columns, panes and tabs as they came</source>
        <translation>Columnas, paneles y pestañas como al principio</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>Atajos de &amp;teclado</translation>
    </message>
    <message>
        <source>What leaves this &amp;computer?</source>
        <translation>¿Qué sale de este &amp;equipo?</translation>
    </message>
    <message>
        <source>&amp;About Gemmary</source>
        <translation>&amp;Acerca de Gemmary</translation>
    </message>
    <message>
        <source>&amp;Machines…</source>
        <translation>&amp;Equipos…</translation>
    </message>
    <message>
        <source>See who works on your processes, here and on other computers</source>
        <translation>Ver quién trabaja en sus procesos, aquí y en otros equipos</translation>
    </message>
    <message>
        <source>Par&amp;ked work…</source>
        <translation>Traba&amp;jo apartado…</translation>
    </message>
    <message>
        <source>See which batches were given up, and why; try them again</source>
        <translation>Ver qué lotes se abandonaron y por qué; reintentarlos</translation>
    </message>
    <message>
        <source>&amp;Key sentences for failed</source>
        <translation>Frases &amp;clave para los fallidos</translation>
    </message>
    <message>
        <source>Give documents key sentences that the model could not summarise; nothing is sent for them</source>
        <translation>Dar frases clave a los documentos que el modelo no pudo resumir; no se envía nada de ellos</translation>
    </message>
</context>
<context>
    <name>ConfiguredModels</name>
    <message>
        <source>The summariser %1 has no models.</source>
        <translation>El resumidor %1 no tiene modelos.</translation>
    </message>
    <message>
        <source>Google&apos;s models need a key. Make one at aistudio.google.com/apikey and keep it with gemmary-cli key set, or in GEMINI_API_KEY.</source>
        <translation>Los modelos de Google necesitan una clave. Créela en aistudio.google.com/apikey y guárdela con gemmary-cli key set o en GEMINI_API_KEY.</translation>
    </message>
    <message>
        <source>Everything stays on this computer, as GEMMARY_ONLY_HERE or Preferences ▸ Privacy says, and that model is elsewhere. Choose one on this computer, or key sentences.</source>
        <translation>Todo se queda en este equipo, como dice GEMMARY_ONLY_HERE o Preferencias ▸ Privacidad, y ese modelo está en otro sitio. Elija uno de este equipo, o frases clave.</translation>
    </message>
    <message>
        <source>No model is named. List those there are with: gemmary-cli models --summarizer %1</source>
        <translation>No se nombra ningún modelo. Vea cuáles hay con: gemmary-cli models --summarizer %1</translation>
    </message>
</context>
<context>
    <name>CsvReport</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>Tamaño en bytes</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Caracteres</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Frases</translation>
    </message>
    <message>
        <source>Distinct words</source>
        <translation>Palabras distintas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Encoding guessed</source>
        <translation>Codificación supuesta</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Key sentences or summary</source>
        <translation>Frases clave o resumen</translation>
    </message>
    <message>
        <source>MATTR-500</source>
        <translation>MATTR-500</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Recuento</translation>
    </message>
    <message>
        <source>Per 10,000 words</source>
        <translation>Por 10&#xa0;000 palabras</translation>
    </message>
</context>
<context>
    <name>DocumentColumns</name>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>The file&apos;s name</source>
        <translation>El nombre del archivo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Where it is, below what was added</source>
        <translation>Dónde está, dentro de lo que se añadió</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Qué ha sido de él</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Runs of characters without white space</source>
        <translation>Secuencias de caracteres sin espacios en blanco</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>The language it was found to be written in</source>
        <translation>El idioma en el que, según el análisis, está escrito</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>How its bytes were read as text; “guessed” where nothing in it says so</source>
        <translation>Cómo se leyeron sus bytes como texto; «supuesta» cuando nada en él lo indica</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Why it was not, or not wholly, read</source>
        <translation>Por qué no se leyó, o no por completo</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>What kind of document it is</source>
        <translation>Qué clase de documento es</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Lines that are not blank</source>
        <translation>Líneas que no están en blanco</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Caracteres</translation>
    </message>
    <message>
        <source>Unicode code points of its text</source>
        <translation>Puntos de código Unicode de su texto</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Frases</translation>
    </message>
    <message>
        <source>Sentences by the rules of its language</source>
        <translation>Frases según las reglas de su idioma</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Of the file, in bytes</source>
        <translation>Del archivo, en bytes</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>How long reading and counting it took</source>
        <translation>Cuánto se tardó en leerlo y contarlo</translation>
    </message>
    <message>
        <source>%1, guessed</source>
        <extracomment>%1 is an encoding such as Windows-1252 that nothing in the document named</extracomment>
        <translation>%1, supuesta</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>why a document was not read, and a detail such as an operating system&apos;s message or another file&apos;s name</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln palabra</numerusform>
            <numerusform>%Ln palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of a row that is read aloud</extracomment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>DroppedInputs</name>
    <message numerus="yes">
        <source>%1: %Ln item(s)</source>
        <extracomment>%1 is the folder they are in</extracomment>
        <translation>
            <numerusform>%1: %Ln elemento</numerusform>
            <numerusform>%1: %Ln elementos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportFiles</name>
    <message>
        <source>documents</source>
        <comment>ending of a file&apos;s name</comment>
        <translation>documentos</translation>
    </message>
    <message>
        <source>words</source>
        <comment>ending of a file&apos;s name</comment>
        <translation>palabras</translation>
    </message>
    <message>
        <source>problems</source>
        <comment>ending of a file&apos;s name</comment>
        <translation>problemas</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
</context>
<context>
    <name>ExportFormat</name>
    <message>
        <source>Report (HTML)</source>
        <translation>Informe (HTML)</translation>
    </message>
    <message>
        <source>One page for any browser, with charts; to read and to send</source>
        <translation>Una página para cualquier navegador, con gráficos; para leer y enviar</translation>
    </message>
    <message>
        <source>Report (PDF)</source>
        <translation>Informe (PDF)</translation>
    </message>
    <message>
        <source>The same on pages; to print and to keep</source>
        <translation>Lo mismo en páginas; para imprimir y conservar</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text with tables; for wikis, notes and issues</source>
        <translation>Texto con tablas; para wikis, notas e incidencias</translation>
    </message>
    <message>
        <source>Spreadsheet (CSV)</source>
        <translation>Hoja de cálculo (CSV)</translation>
    </message>
    <message>
        <source>Opens in LibreOffice and Excel as your language writes numbers</source>
        <translation>Se abre en LibreOffice y Excel con los números como en su idioma</translation>
    </message>
    <message>
        <source>Data (CSV)</source>
        <translation>Datos (CSV)</translation>
    </message>
    <message>
        <source>For programs: commas and points in every language</source>
        <translation>Para programas: comas y puntos en todos los idiomas</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>For programs: everything, as the REST interface answers it</source>
        <translation>Para programas: todo, tal como responde la interfaz REST</translation>
    </message>
</context>
<context>
    <name>FileTexts</name>
    <message>
        <source>%1 is set by %2, which wins. Change it there.</source>
        <translation>%1 está fijado por %2, que prevalece. Cámbielo allí.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Give yourself access to it.</source>
        <translation>No se puede leer %1. Concédase acceso.</translation>
    </message>
    <message>
        <source>There are no preferences in %1. Choose a file that Gemmary exported.</source>
        <translation>No hay preferencias en %1. Elija un archivo exportado por Gemmary.</translation>
    </message>
    <message>
        <source>the field</source>
        <translation>el campo</translation>
    </message>
    <message>
        <source>the environment</source>
        <translation>el entorno</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1%</source>
        <extracomment>%1 is a number; put the blank and the sign as your language does</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 docs/s</source>
        <translation>%1 docs/s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a date, %2 a time</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Gemmary::AboutDialog</name>
    <message>
        <source>About Gemmary</source>
        <translation>Acerca de Gemmary</translation>
    </message>
    <message>
        <source>Gemmary %1</source>
        <translation>Gemmary %1</translation>
    </message>
    <message>
        <source>Drop a folder: it is counted, analysed and summarised, and nothing leaves this computer.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.

Made with Qt %1, ICU, SQLite, zstd, simdjson, uchardet and OpenSSL.</source>
        <translation>Suelte una carpeta: se cuenta, se analiza y se resume, y nada sale de este equipo.

Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior. Se ofrece sin ninguna garantía.

Hecho con Qt %1, ICU, SQLite, zstd, simdjson, uchardet y OpenSSL.</translation>
    </message>
</context>
<context>
    <name>Gemmary::AddressRow</name>
    <message>
        <source>This computer only</source>
        <translation>Solo este equipo</translation>
    </message>
    <message>
        <source>Other computers too, at all addresses</source>
        <translation>También otros equipos, en todas las direcciones</translation>
    </message>
    <message>
        <source>Other computers too, at %1</source>
        <extracomment>%1 is an address such as 192.168.1.20</extracomment>
        <translation>También otros equipos, en %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is the sentence above, %2 the name of a network interface such as eth0</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Programs of whoever works on this computer. Nobody else, and no web page.</source>
        <translation>Los programas de quien trabaja en este equipo. Nadie más, y ninguna página web.</translation>
    </message>
    <message>
        <source>Let other computers in?</source>
        <translation>¿Dejar entrar a otros equipos?</translation>
    </message>
    <message>
        <source>Let other computers use this Gemmary?</source>
        <translation>¿Permitir que otros equipos usen este Gemmary?</translation>
    </message>
    <message>
        <source>Whoever reaches this computer and has one of your tokens can start processes, and read, stop and remove all of yours. A token and a certificate are required before anybody is let in.</source>
        <translation>Quien llegue a este equipo y tenga uno de sus tokens podrá iniciar procesos, y leer, detener y quitar todos los suyos. Hacen falta un token y un certificado antes de que entre nadie.</translation>
    </message>
    <message>
        <source>Let them in</source>
        <translation>Dejarlos entrar</translation>
    </message>
    <message>
        <source>Who can reach it</source>
        <translation>Quién puede acceder</translation>
    </message>
    <message>
        <source>Everybody needs a token, and all that travels is encrypted with the certificate below.</source>
        <translation>Todos necesitan un token, y todo lo que viaja se cifra con el certificado de abajo.</translation>
    </message>
</context>
<context>
    <name>Gemmary::Announcer</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln documento</numerusform>
            <numerusform>%Ln documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: it could not be finished.</source>
        <translation>%1: no se pudo terminar.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln problem(s)</source>
        <translation>
            <numerusform>%1, %Ln problema</numerusform>
            <numerusform>%1, %Ln problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>Documents are being processed</source>
        <translation>Se están procesando documentos</translation>
    </message>
</context>
<context>
    <name>Gemmary::AutomationDesk</name>
    <message>
        <source>Other computers are let in with a token only. Make one below.</source>
        <translation>Otros equipos solo entran con un token. Cree uno abajo.</translation>
    </message>
    <message>
        <source>Other computers are let in over TLS only. Name a certificate and its key below.</source>
        <translation>Otros equipos solo entran por TLS. Indique abajo un certificado y su clave.</translation>
    </message>
</context>
<context>
    <name>Gemmary::CertificateRow</name>
    <message>
        <source>PEM files, from whoever looks after your network or made by openssl. A renewed certificate is read when the listener starts again.</source>
        <translation>Archivos PEM, de quien lleva su red o hechos con openssl. Un certificado renovado se lee cuando se vuelve a activar la escucha.</translation>
    </message>
    <message>
        <source>Certificate:</source>
        <translation>Certificado:</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Elegir un certificado</translation>
    </message>
    <message>
        <source>Its key:</source>
        <translation>Su clave:</translation>
    </message>
    <message>
        <source>Choose the certificate&apos;s key</source>
        <translation>Elegir la clave del certificado</translation>
    </message>
    <message>
        <source>Names:</source>
        <translation>Nombres:</translation>
    </message>
    <message>
        <source>such as gemmary.example.org, if others call this computer so</source>
        <translation>como gemmary.example.org, si otros llaman así a este equipo</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.key)</source>
        <translation>Archivos PEM (*.pem *.crt *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Cifrado (TLS)</translation>
    </message>
</context>
<context>
    <name>Gemmary::ChartPanel</name>
    <message>
        <source>%1, as a table</source>
        <translation>%1, como tabla</translation>
    </message>
    <message>
        <source>More for this chart</source>
        <translation>Más sobre este gráfico</translation>
    </message>
    <message>
        <source>More for the chart “%1”</source>
        <translation>Más sobre el gráfico «%1»</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Mostrar como tabla</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>Copiar datos</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Guardar como PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Guardar como SVG…</translation>
    </message>
    <message>
        <source>What does this show?</source>
        <translation>¿Qué muestra esto?</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a chart&apos;s title and a way to look at it
----------
a name and its figure, in a line of their own beside a chart&apos;s point</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Save the chart “%1”</source>
        <translation>Guardar el gráfico «%1»</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>Imagen PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>Dibujo SVG (*.svg)</translation>
    </message>
    <message>
        <source>%1 was not saved: %2</source>
        <translation>No se guardó %1: %2</translation>
    </message>
</context>
<context>
    <name>Gemmary::ChartTable</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a column&apos;s name and its figure, read aloud</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Gemmary::Chip</name>
    <message numerus="yes">
        <source>%1, %Ln document(s)</source>
        <extracomment>a filter and how many documents it shows: read aloud</extracomment>
        <translation>
            <numerusform>%1, %Ln documento</numerusform>
            <numerusform>%1, %Ln documentos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::ConsentDialog</name>
    <message>
        <source>Texts leave this computer</source>
        <translation>Los textos salen de este equipo</translation>
    </message>
    <message>
        <source>Send the texts of your documents to %1?</source>
        <extracomment>%1 is who gets them: Google, or a host</extracomment>
        <translation>¿Enviar los textos de sus documentos a %1?</translation>
    </message>
    <message>
        <source>Send texts to %1</source>
        <translation>Enviar los textos a %1</translation>
    </message>
    <message>
        <source>With a free key, Google uses what is sent and answered to improve its products, and people may read it. Send nothing confidential, sensitive or personal.</source>
        <translation>Con una clave gratuita, Google usa lo enviado y lo respondido para mejorar sus productos, y puede haber personas que lo lean. No envíe nada confidencial, delicado ni personal.</translation>
    </message>
    <message>
        <source>In the European Economic Area, Switzerland and the United Kingdom only Google&apos;s paid service may be used.</source>
        <translation>En el Espacio Económico Europeo, Suiza y el Reino Unido solo puede usarse el servicio de pago de Google.</translation>
    </message>
    <message>
        <source>This model does not run on this computer: your Ollama passes the texts on to ollama.com.</source>
        <translation>Este modelo no funciona en este equipo: su Ollama pasa los textos a ollama.com.</translation>
    </message>
    <message>
        <source>The way there is not encrypted: everybody on it can read the texts.</source>
        <translation>El camino no va cifrado: cualquiera que esté en él puede leer los textos.</translation>
    </message>
    <message>
        <source>Who runs that computer can read the texts.</source>
        <translation>Quien lleva ese equipo puede leer los textos.</translation>
    </message>
    <message>
        <source>Your answer is remembered; Preferences ▸ Privacy takes it back. Key sentences need no network.</source>
        <translation>Su respuesta se recuerda; se retira en Preferencias ▸ Privacidad. Las frases clave no necesitan red.</translation>
    </message>
    <message>
        <source>Google&apos;s terms</source>
        <translation>Condiciones de Google</translation>
    </message>
    <message>
        <source>The whole text of each document is sent, with the request to summarise it. Words and figures are still counted on this computer.</source>
        <translation>Se envía todo el texto de cada documento, con la petición de resumirlo. Las palabras y las cifras se siguen contando en este equipo.</translation>
    </message>
</context>
<context>
    <name>Gemmary::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>Gemmary::DatabaseRow</name>
    <message>
        <source>The address is set by %1, which wins. Change it there.</source>
        <translation>La dirección la fija %1, que prevalece. Cámbiela allí.</translation>
    </message>
    <message>
        <source>The address of a CockroachDB or PostgreSQL database. All computers that use it see the same processes and share the work. It is used from the next start of Gemmary.</source>
        <translation>La dirección de una base de datos CockroachDB o PostgreSQL. Todos los equipos que la usan ven los mismos procesos y se reparten el trabajo. Se usa a partir del próximo inicio de Gemmary.</translation>
    </message>
    <message>
        <source>Share one database between computers</source>
        <translation>Compartir una base de datos entre equipos</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarla</translation>
    </message>
    <message>
        <source>Stop sharing</source>
        <translation>Dejar de compartir</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Consultando…</translation>
    </message>
    <message>
        <source>%1 at %2 answers in %3 ms.</source>
        <extracomment>%1 is a product with its version, %2 a host and a database</extracomment>
        <translation>%1 en %2 responde en %3 ms.</translation>
    </message>
    <message>
        <source>The link is not encrypted.</source>
        <translation>La conexión no está cifrada.</translation>
    </message>
    <message>
        <source>Gemmary will set up its tables there.</source>
        <translation>Gemmary creará allí sus tablas.</translation>
    </message>
    <message>
        <source>Address of the database</source>
        <translation>Dirección de la base de datos</translation>
    </message>
    <message>
        <source>postgresql://user@host:26257/database</source>
        <translation>postgresql://usuario@equipo:26257/base</translation>
    </message>
</context>
<context>
    <name>Gemmary::DesktopApplication</name>
    <message>
        <source>Gemmary</source>
        <translation>Gemmary</translation>
    </message>
    <message>
        <source>Show Gemmary</source>
        <translation>Mostrar Gemmary</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Close Gemmary?</source>
        <translation>¿Cerrar Gemmary?</translation>
    </message>
    <message>
        <source>Documents are still being processed.</source>
        <translation>Todavía se están procesando documentos.</translation>
    </message>
    <message>
        <source>What is done is kept either way. Your answer is remembered.</source>
        <translation>En ambos casos se conserva lo hecho. Su respuesta se recordará.</translation>
    </message>
    <message>
        <source>Keep working in the background</source>
        <translation>Seguir en segundo plano</translation>
    </message>
    <message>
        <source>Quit and continue next time</source>
        <translation>Salir y continuar la próxima vez</translation>
    </message>
</context>
<context>
    <name>Gemmary::DetailsPanel</name>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Details of the process</source>
        <translation>Detalles del proceso</translation>
    </message>
    <message>
        <source>Files %1</source>
        <translation>Archivos %1</translation>
    </message>
</context>
<context>
    <name>Gemmary::DocumentActions</name>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Leer</translation>
    </message>
    <message>
        <source>Shows its text with the key sentences marked</source>
        <translation>Muestra su texto con las frases clave marcadas</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Re&amp;intentar</translation>
    </message>
    <message>
        <source>Reads every document of this process that failed once more</source>
        <translation>Vuelve a leer todos los documentos fallidos de este proceso</translation>
    </message>
    <message>
        <source>Show the &amp;original</source>
        <translation>Mostrar el &amp;original</translation>
    </message>
    <message>
        <source>Goes to the document with the same content</source>
        <translation>Va al documento con el mismo contenido</translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation>&amp;Abrir archivo</translation>
    </message>
    <message>
        <source>Opens it with the program for its type</source>
        <translation>Lo abre con el programa para su tipo</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>Abrir &amp;carpeta</translation>
    </message>
    <message>
        <source>Opens the folder it is in</source>
        <translation>Abre la carpeta en la que está</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>Copiar &amp;ruta</translation>
    </message>
    <message>
        <source>Copies where the file is</source>
        <translation>Copia dónde está el archivo</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Copiar &amp;filas</translation>
    </message>
    <message>
        <source>Copies the selected rows for a spreadsheet</source>
        <translation>Copia las filas seleccionadas para una hoja de cálculo</translation>
    </message>
</context>
<context>
    <name>Gemmary::DocumentCard</name>
    <message>
        <source>%1. %2.</source>
        <extracomment>why a document was not read, and what helps</extracomment>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>Not read yet.</source>
        <translation>Aún sin leer.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln palabra</numerusform>
            <numerusform>%Ln palabras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln frase</numerusform>
            <numerusform>%Ln frases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln línea</numerusform>
            <numerusform>%Ln líneas</numerusform>
        </translation>
    </message>
    <message>
        <source>The current document</source>
        <translation>El documento actual</translation>
    </message>
</context>
<context>
    <name>Gemmary::DocumentFeed</name>
    <message>
        <source>This process is no longer there.</source>
        <translation>Este proceso ya no existe.</translation>
    </message>
</context>
<context>
    <name>Gemmary::DocumentLink</name>
    <message>
        <source>Opens the document</source>
        <translation>Abre el documento</translation>
    </message>
</context>
<context>
    <name>Gemmary::DocumentList</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Order as found</source>
        <translation>Orden de hallazgo</translation>
    </message>
    <message>
        <source>Default columns</source>
        <translation>Columnas predeterminadas</translation>
    </message>
</context>
<context>
    <name>Gemmary::DropOverlay</name>
    <message>
        <source>Drop area</source>
        <translation>Zona para soltar</translation>
    </message>
</context>
<context>
    <name>Gemmary::ExportDialog</name>
    <message>
        <source>Export %1</source>
        <extracomment>%1 is a process&apos;s name</extracomment>
        <translation>Exportar %1</translation>
    </message>
    <message numerus="yes">
        <source>Export %Ln process(es)</source>
        <translation>
            <numerusform>Exportar %Ln proceso</numerusform>
            <numerusform>Exportar %Ln procesos</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>&amp;Guardar como</translation>
    </message>
    <message>
        <source>&amp;Save into</source>
        <translation>&amp;Guardar en</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>How much is written</source>
        <translation>Cuánto se ha escrito</translation>
    </message>
    <message>
        <source>Say where to save it.</source>
        <translation>Indique dónde guardarlo.</translation>
    </message>
    <message>
        <source>Choose something to include.</source>
        <translation>Elija algo que incluir.</translation>
    </message>
    <message>
        <source>Files: %1</source>
        <translation>Archivos: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), the first is %1</source>
        <translation>
            <numerusform>%Ln archivo: %1</numerusform>
            <numerusform>%Ln archivos, el primero es %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 ya existe. ¿Reemplazarlo?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are there already, such as %1. Replace them?</source>
        <translation>
            <numerusform>Ya existe %Ln archivo: %1. ¿Reemplazarlo?</numerusform>
            <numerusform>Ya existen %Ln archivos, como %1. ¿Reemplazarlos?</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>Se guardó %1.</translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln file(s).</source>
        <translation>
            <numerusform>Se guardó %Ln archivo.</numerusform>
            <numerusform>Se guardaron %Ln archivos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
</context>
<context>
    <name>Gemmary::ExportRun</name>
    <message>
        <source>%1 could not be written. Check that the folder is yours and has room, or choose another.</source>
        <translation>No se pudo escribir %1. Compruebe que la carpeta es suya y tiene espacio, o elija otra.</translation>
    </message>
</context>
<context>
    <name>Gemmary::FigureCard</name>
    <message>
        <source>%1: %2</source>
        <extracomment>name of a number and the number: read aloud</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Gemmary::FigureGrid</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>everything found, read or not</source>
        <translation>todo lo encontrado, leído o no</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>documents that could not be read or summarised</source>
        <translation>documentos que no se pudieron leer o resumir</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>whatever stands between blanks, as wc counts</source>
        <translation>lo que hay entre espacios, como cuenta wc</translation>
    </message>
    <message>
        <source>Distinct words</source>
        <translation>Palabras distintas</translation>
    </message>
    <message>
        <source>different forms; capitals make no difference</source>
        <translation>formas diferentes; las mayúsculas no cuentan</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Frases</translation>
    </message>
    <message>
        <source>by the rules of Unicode, for the document&apos;s language</source>
        <translation>según las reglas de Unicode para el idioma del documento</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>lines with anything but blanks in them</source>
        <translation>líneas con algo más que espacios</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Caracteres</translation>
    </message>
    <message>
        <source>Unicode code points, blanks included</source>
        <translation>puntos de código Unicode, espacios incluidos</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>of the documents to be read</source>
        <translation>de los documentos que se han de leer</translation>
    </message>
    <message>
        <source>%1 read, %2 skipped, %3 waiting</source>
        <translation>%1 leídos, %2 omitidos, %3 en espera</translation>
    </message>
    <message>
        <source>found so far; still looking</source>
        <translation>encontrados hasta ahora; la búsqueda sigue</translation>
    </message>
    <message>
        <source>read in %1</source>
        <extracomment>how long a process took</extracomment>
        <translation>leídos en %1</translation>
    </message>
    <message>
        <source>known when everything is counted</source>
        <translation>se sabrá cuando todo esté contado</translation>
    </message>
    <message>
        <source>of every 500 words, %1 differ (MATTR-500)</source>
        <translation>de cada 500 palabras, %1 son distintas (MATTR-500)</translation>
    </message>
</context>
<context>
    <name>Gemmary::FilesPage</name>
    <message>
        <source>No document fits the filter</source>
        <translation>Ningún documento coincide con el filtro</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Borrar filtro</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No program opened %1. It may be gone, or its type has no program.</source>
        <translation>Ningún programa abrió %1. Puede que ya no exista o que no haya un programa para su tipo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found so far</source>
        <translation>
            <numerusform>%Ln encontrado hasta ahora</numerusform>
            <numerusform>%Ln encontrados hasta ahora</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for documents…</source>
        <translation>Buscando documentos…</translation>
    </message>
    <message>
        <source>No documents</source>
        <translation>No hay documentos</translation>
    </message>
    <message>
        <source>Nothing was found where this process looked.</source>
        <translation>No se encontró nada donde buscó este proceso.</translation>
    </message>
    <message>
        <source>This process is no longer there</source>
        <translation>Este proceso ya no existe</translation>
    </message>
    <message>
        <source>The documents cannot be listed</source>
        <translation>No se puede mostrar la lista de documentos</translation>
    </message>
    <message>
        <source>It may have been removed by another window or program.</source>
        <translation>Puede que otra ventana u otro programa lo haya quitado.</translation>
    </message>
</context>
<context>
    <name>Gemmary::FilterChips</name>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Every document found</source>
        <translation>Todos los documentos encontrados</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hechos</translation>
    </message>
    <message>
        <source>Read and counted</source>
        <translation>Leídos y contados</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Could not be read, or not wholly</source>
        <translation>No se pudieron leer, o no por completo</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitidos</translation>
    </message>
    <message>
        <source>Deliberately not read</source>
        <translation>No se leyeron a propósito</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplicados</translation>
    </message>
    <message>
        <source>Same content as another document</source>
        <translation>El mismo contenido que otro documento</translation>
    </message>
    <message>
        <source>Guessed encoding</source>
        <translation>Codificación supuesta</translation>
    </message>
    <message>
        <source>Nothing in them says how their bytes are to be read</source>
        <translation>Nada en ellos indica cómo se han de leer sus bytes</translation>
    </message>
    <message>
        <source>Filter by name or reason</source>
        <translation>Filtrar por nombre o motivo</translation>
    </message>
    <message>
        <source>Filter the documents by name or reason</source>
        <translation>Filtrar los documentos por nombre o motivo</translation>
    </message>
    <message>
        <source>%1 to %2 words</source>
        <translation>De %1 a %2 palabras</translation>
    </message>
    <message>
        <source>Remove the filter “%1”</source>
        <translation>Quitar el filtro «%1»</translation>
    </message>
    <message>
        <source>Shows documents of any length again</source>
        <translation>Vuelve a mostrar documentos de cualquier longitud</translation>
    </message>
</context>
<context>
    <name>Gemmary::FindBar</name>
    <message>
        <source>Find in the text</source>
        <translation>Buscar en el texto</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Cerrar la barra de búsqueda</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
</context>
<context>
    <name>Gemmary::FreedesktopServices</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>Gemmary::IncludeBox</name>
    <message>
        <source>Include</source>
        <translation>Incluir</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>&amp;Documentos</translation>
    </message>
    <message>
        <source>A line for each document, with its figures</source>
        <translation>Una línea por documento, con sus cifras</translation>
    </message>
    <message>
        <source>&amp;Key sentences or summary of each</source>
        <translation>Frases &amp;clave o resumen de cada uno</translation>
    </message>
    <message>
        <source>Below each document</source>
        <translation>Debajo de cada documento</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Problemas</translation>
    </message>
    <message>
        <source>Documents that could not be read, why, and what to do</source>
        <translation>Documentos que no se pudieron leer, por qué y qué hacer</translation>
    </message>
    <message>
        <source>&amp;Most frequent words:</source>
        <translation>Palabras &amp;más frecuentes:</translation>
    </message>
    <message>
        <source>With how often each occurs</source>
        <translation>Con las veces que aparece cada una</translation>
    </message>
    <message>
        <source>Make &amp;formulas harmless</source>
        <translation>Hacer inofensivas las &amp;fórmulas</translation>
    </message>
    <message>
        <source>Names that begin with = + - or @ get an apostrophe in front, so that a spreadsheet which opens the file does not run them</source>
        <translation>Los nombres que empiezan por = + - o @ llevan delante un apóstrofo, para que la hoja de cálculo que abra el archivo no los ejecute</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>How many of the most frequent words</source>
        <translation>Cuántas de las palabras más frecuentes</translation>
    </message>
</context>
<context>
    <name>Gemmary::Intake</name>
    <message>
        <source>Pasted text %1</source>
        <extracomment>%1 is a time</extracomment>
        <translation>Texto pegado %1</translation>
    </message>
    <message>
        <source>Links to the web are not fetched. Save the page as a file, then drop the file.</source>
        <translation>Los enlaces web no se descargan. Guarde la página como archivo y suelte el archivo.</translation>
    </message>
    <message>
        <source>There are no files and no text in it.</source>
        <translation>No contiene archivos ni texto.</translation>
    </message>
    <message>
        <source>Sample library</source>
        <translation>Biblioteca de ejemplo</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Elegir archivos</translation>
    </message>
    <message>
        <source>The text could not be written to the folder for temporary files: %1</source>
        <translation>No se pudo escribir el texto en la carpeta de archivos temporales: %1</translation>
    </message>
</context>
<context>
    <name>Gemmary::KeyRow</name>
    <message>
        <source>Key for Google</source>
        <translation>Clave de Google</translation>
    </message>
    <message>
        <source>Keep in the keyring</source>
        <translation>Guardar en el llavero</translation>
    </message>
    <message>
        <source>Only for this run</source>
        <translation>Solo esta vez</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Olvidarla</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Pegue aquí la clave</translation>
    </message>
    <message>
        <source>The keyring may ask for its password…</source>
        <translation>El llavero puede pedir su contraseña…</translation>
    </message>
    <message>
        <source>There is none yet. Make one at %1; it is free.</source>
        <translation>Aún no hay ninguna. Cree una en %1; es gratis.</translation>
    </message>
    <message>
        <source>There is one until Gemmary ends; it is written nowhere.</source>
        <translation>Hay una hasta que Gemmary termine; no se escribe en ningún sitio.</translation>
    </message>
    <message>
        <source>There is one in the system&apos;s keyring.</source>
        <translation>Hay una en el llavero del sistema.</translation>
    </message>
    <message>
        <source>There is one, set by %1. Change it there.</source>
        <translation>Hay una, fijada por %1. Cámbiela allí.</translation>
    </message>
    <message>
        <source>This desktop has no keyring.</source>
        <translation>Este escritorio no tiene llavero.</translation>
    </message>
</context>
<context>
    <name>Gemmary::KeywordChips</name>
    <message>
        <source>Keywords: %1</source>
        <translation>Palabras clave: %1</translation>
    </message>
</context>
<context>
    <name>Gemmary::LeavesRow</name>
    <message>
        <source>Texts for models</source>
        <translation>Textos para modelos</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>You are asked again before a new process sends texts. Those that run go on: stop them if they shall not.</source>
        <translation>Se le preguntará de nuevo antes de que un proceso nuevo envíe textos. Los que están en marcha siguen: deténgalos si no deben seguir.</translation>
    </message>
    <message>
        <source>With what makes summaries now, no text leaves this computer.</source>
        <translation>Con lo que ahora hace los resúmenes, ningún texto sale de este equipo.</translation>
    </message>
    <message>
        <source>New processes send the texts of their documents to %1, for summaries by %2.</source>
        <translation>Los procesos nuevos envían los textos de sus documentos a %1, para que %2 los resuma.</translation>
    </message>
    <message>
        <source>You agreed to send texts to: %1</source>
        <translation>Ha aceptado enviar textos a: %1</translation>
    </message>
    <message>
        <source>You have not agreed to send texts to anybody. Before the first one leaves, you are asked.</source>
        <translation>No ha aceptado enviar textos a nadie. Antes de que salga el primero se le pregunta.</translation>
    </message>
</context>
<context>
    <name>Gemmary::LengthsChart</name>
    <message>
        <source>Length of documents</source>
        <translation>Longitud de los documentos</translation>
    </message>
    <message>
        <source>How many documents have how many words. Each bar reaches about three times as far as the one before; empty documents have their own.</source>
        <translation>Cuántos documentos tienen cuántas palabras. Cada barra llega unas tres veces más lejos que la anterior; los documentos vacíos tienen la suya.</translation>
    </message>
    <message>
        <source>The lengths show here when documents have been read.</source>
        <translation>Las longitudes se muestran aquí cuando se han leído documentos.</translation>
    </message>
    <message>
        <source>Click to list them</source>
        <translation>Haga clic para ver la lista</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s); %1 have %2 words</source>
        <extracomment>%1 is a percentage, %2 a range like 100–299</extracomment>
        <translation>
            <numerusform>%Ln documento; el %1 tiene %2 palabras</numerusform>
            <numerusform>%Ln documentos; el %1 tiene %2 palabras</numerusform>
        </translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
</context>
<context>
    <name>Gemmary::ListenerRow</name>
    <message>
        <source>Let other programs on this computer use Gemmary</source>
        <translation>Permitir que otros programas de este equipo usen Gemmary</translation>
    </message>
    <message>
        <source>Scripts and tools start processes, follow them and read their results over HTTP (REST), as long as Gemmary runs.</source>
        <translation>Scripts y herramientas inician procesos, los siguen y leen sus resultados por HTTP (REST), mientras Gemmary está abierto.</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copiar dirección</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Set by %1. Change it there.</source>
        <translation>Lo fija %1. Cámbielo allí.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Listening at %1</source>
        <translation>Escuchando en %1</translation>
    </message>
</context>
<context>
    <name>Gemmary::LogPage</name>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Information and worse</source>
        <translation>Desde información</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>Desde advertencias</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Log of this process</source>
        <translation>Registro de este proceso</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>The log says nothing of this process</source>
        <translation>El registro no dice nada de este proceso</translation>
    </message>
    <message>
        <source>Planning, trouble and the end of a process are written down here.</source>
        <translation>Aquí se anotan la planificación, los contratiempos y el final de un proceso.</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Mostrar:</translation>
    </message>
    <message>
        <source>Least important level shown</source>
        <translation>Nivel mínimo mostrado</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translation>Filtrar el registro</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>Copiar para un informe de error</translation>
    </message>
    <message>
        <source>Copies what is shown, with paths taken out</source>
        <translation>Copia lo que se muestra, sin las rutas</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>a row read aloud: a time, a level such as &quot;warning&quot;, and what happened</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>Gemmary::MachineModel</name>
    <message>
        <source>Machine</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Jobs done</source>
        <translation>Tareas hechas</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Relevadas</translation>
    </message>
    <message>
        <source>Version %1, process %2, since %3</source>
        <translation>Versión %1, proceso %2, desde %3</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Trabajando</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Terminando</translation>
    </message>
    <message>
        <source>Lost since %1</source>
        <translation>Perdido hace %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what a machine does, and with which document</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Gemmary::MachinesDialog</name>
    <message>
        <source>Machines</source>
        <translation>Equipos</translation>
    </message>
    <message>
        <source>Nobody works at present</source>
        <translation>Nadie trabaja en este momento</translation>
    </message>
    <message>
        <source>Start a process here, or gemmary-cli worker on any computer that shares the database.</source>
        <translation>Inicie aquí un proceso, o gemmary-cli worker en cualquier equipo que comparta la base de datos.</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) at work</source>
        <translation>
            <numerusform>%n programa trabajando</numerusform>
            <numerusform>%n programas trabajando</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n lost</source>
        <translation>
            <numerusform>, %n perdido</numerusform>
            <numerusform>, %n perdidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::MainWindow</name>
    <message>
        <source>&amp;Recent folders</source>
        <translation>Carpetas &amp;recientes</translation>
    </message>
    <message>
        <source>Gemmary</source>
        <translation>Gemmary</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Olvidarlas</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Its documents came from no folder.</source>
        <translation>Sus documentos no proceden de ninguna carpeta.</translation>
    </message>
    <message>
        <source>No program on this computer shows folders. It is %1.</source>
        <translation>Ningún programa de este equipo muestra carpetas. Es %1.</translation>
    </message>
    <message>
        <source>Links to the web are not fetched</source>
        <translation>Los enlaces web no se descargan</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Añadir a %1</translation>
    </message>
    <message>
        <source>Start a process over this text</source>
        <translation>Iniciar un proceso con este texto</translation>
    </message>
    <message>
        <source>Start a process over %1</source>
        <translation>Iniciar un proceso con %1</translation>
    </message>
    <message numerus="yes">
        <source>One process over all %Ln item(s)</source>
        <translation>
            <numerusform>Un proceso con %Ln elemento</numerusform>
            <numerusform>Un proceso con los %Ln elementos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One process for each of %Ln item(s)</source>
        <translation>
            <numerusform>Un proceso para %Ln elemento</numerusform>
            <numerusform>Un proceso para cada uno de %Ln elementos</numerusform>
        </translation>
    </message>
    <message>
        <source>Files are only read. Their texts are sent to %1 for the summaries.</source>
        <translation>Los archivos solo se leen. Sus textos se envían a %1 para los resúmenes.</translation>
    </message>
    <message>
        <source>Files are only read. Nothing leaves this computer.</source>
        <translation>Los archivos solo se leen. Nada sale de este equipo.</translation>
    </message>
    <message>
        <source>Use key sentences</source>
        <translation>Usar frases clave</translation>
    </message>
    <message>
        <source>Open preferences</source>
        <translation>Abrir preferencias</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>what makes summaries, and what of its quota is used</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Gemmary::ModelRow</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Buscar de nuevo</translation>
    </message>
    <message>
        <source>Asks the model for one word. No document is sent.</source>
        <translation>Pide una palabra al modelo. No se envía ningún documento.</translation>
    </message>
    <message>
        <source>%1 (leaves this computer)</source>
        <translation>%1 (sale de este equipo)</translation>
    </message>
    <message>
        <source>%1 (not offered)</source>
        <translation>%1 (no se ofrece)</translation>
    </message>
    <message>
        <source>Test the model</source>
        <translation>Probar el modelo</translation>
    </message>
</context>
<context>
    <name>Gemmary::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>Gemmary::OverviewCharts</name>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>reanudado</translation>
    </message>
</context>
<context>
    <name>Gemmary::OverviewPage</name>
    <message>
        <source>Slowest: %1, %2</source>
        <translation>El más lento: %1, %2</translation>
    </message>
    <message>
        <source>%1 · added %2</source>
        <translation>%1 · añadido: %2</translation>
    </message>
    <message>
        <source>results of many documents</source>
        <translation>resultados de muchos documentos</translation>
    </message>
    <message>
        <source>Now: %1 — %2</source>
        <extracomment>%1 is a step such as &quot;Reading&quot;, %2 a document</extracomment>
        <translation>Ahora: %1 — %2</translation>
    </message>
    <message>
        <source>word lists by blanks, as the original counted</source>
        <translation>listas de palabras por espacios, como contaba el original</translation>
    </message>
    <message>
        <source>word lists of letters and digits, capitals folded, apostrophes and hyphens inside</source>
        <translation>listas de palabras de letras y cifras, en minúsculas, con apóstrofos y guiones interiores</translation>
    </message>
    <message>
        <source>no summaries</source>
        <translation>sin resúmenes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key sentence(s) a document</source>
        <translation>
            <numerusform>%Ln frase clave por documento</numerusform>
            <numerusform>%Ln frases clave por documento</numerusform>
        </translation>
    </message>
    <message>
        <source>each copy counted</source>
        <translation>cada copia cuenta</translation>
    </message>
    <message>
        <source>copies counted once</source>
        <translation>las copias cuentan una vez</translation>
    </message>
    <message>
        <source>hidden files read</source>
        <translation>con archivos ocultos</translation>
    </message>
    <message>
        <source>hidden files skipped</source>
        <translation>sin archivos ocultos</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <comment>followed by a list</comment>
        <translation>Ajustes: %1</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
</context>
<context>
    <name>Gemmary::ParkedDialog</name>
    <message>
        <source>Combining, level %1, group %2</source>
        <translation>Combinar, nivel %1, grupo %2</translation>
    </message>
    <message>
        <source>Counting, batch %1</source>
        <translation>Contar, lote %1</translation>
    </message>
    <message>
        <source>Summarising, batch %1</source>
        <translation>Resumir, lote %1</translation>
    </message>
    <message>
        <source>Try &amp;selected again</source>
        <translation>Reintentar los &amp;seleccionados</translation>
    </message>
    <message>
        <source>Try &amp;all again</source>
        <translation>Reintentar &amp;todos</translation>
    </message>
    <message>
        <source>Parked work of %1</source>
        <extracomment>%1 is the name of a process</extracomment>
        <translation>Trabajo apartado de %1</translation>
    </message>
    <message>
        <source>A batch that cannot be finished is tried a few times and then parked, so that the others go on. Put right what its reason says, then try again.</source>
        <translation>Un lote que no se puede terminar se intenta varias veces y después se aparta, para que los demás sigan. Corrija lo que dice el motivo y reinténtelo.</translation>
    </message>
    <message>
        <source>Nothing is parked</source>
        <translation>No hay nada apartado</translation>
    </message>
    <message>
        <source>What was tried again is in the list of processes.</source>
        <translation>Lo que se reintenta está en la lista de procesos.</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Apartado</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Parked work</source>
        <translation>Trabajo apartado</translation>
    </message>
    <message numerus="yes">
        <source>%Ln batch(es) parked</source>
        <translation>
            <numerusform>%Ln lote apartado</numerusform>
            <numerusform>%Ln lotes apartados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::PortRow</name>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Programs find Gemmary at this number. Usually 8787.</source>
        <translation>Los programas encuentran Gemmary en este número. Normalmente, 8787.</translation>
    </message>
    <message>
        <source>any free one</source>
        <translation>cualquiera libre</translation>
    </message>
</context>
<context>
    <name>Gemmary::PreferenceActions</name>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>All processes with their figures, word tables and summaries: %1</source>
        <translation>Todos los procesos con sus cifras, tablas de palabras y resúmenes: %1</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>No program on this computer shows folders. It is %1.</source>
        <translation>Ningún programa de este equipo muestra carpetas. Es %1.</translation>
    </message>
    <message>
        <source>Keep them elsewhere</source>
        <translation>Guardarlos en otro lugar</translation>
    </message>
    <message>
        <source>Your documents are only read</source>
        <translation>Sus documentos solo se leen</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Lo que se guarda</translation>
    </message>
    <message>
        <source>Removed processes</source>
        <translation>Procesos quitados</translation>
    </message>
    <message>
        <source>Stay under Recently removed for 30 days, so that a slip can be undone; then they are deleted for good.</source>
        <translation>Permanecen 30 días en Quitados recientemente, para poder deshacer un descuido; después se borran definitivamente.</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>Carpetas recientes</translation>
    </message>
    <message>
        <source>Remembered so that you can choose them again.</source>
        <translation>Se recuerdan para que pueda volver a elegirlas.</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Olvidarlas</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Abrir registro</translation>
    </message>
    <message>
        <source>No program on this computer shows the log. It is %1.</source>
        <translation>Ningún programa de este equipo muestra el registro. Es %1.</translation>
    </message>
    <message>
        <source>File of preferences</source>
        <translation>Archivo de preferencias</translation>
    </message>
    <message>
        <source>Lines that you write into it yourself, and comments, are kept.</source>
        <translation>Se conservan las líneas que usted escriba en él, y los comentarios.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Versions and settings for a report of trouble. No document, no address, no password.</source>
        <translation>Versiones y ajustes para informar de un problema. Ningún documento, dirección ni contraseña.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Take your preferences along</source>
        <translation>Llevarse las preferencias</translation>
    </message>
    <message>
        <source>To another computer, or as a copy to come back to. No folders and no passwords.</source>
        <translation>A otro equipo, o como copia a la que volver. Sin carpetas ni contraseñas.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Volver a empezar</translation>
    </message>
    <message>
        <source>Every preference gets its default. You can undo it.</source>
        <translation>Cada preferencia toma su valor predeterminado. Se puede deshacer.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>There is no %1 yet.</source>
        <translation>Todavía no existe %1.</translation>
    </message>
    <message>
        <source>Export preferences</source>
        <translation>Exportar preferencias</translation>
    </message>
    <message>
        <source>Preferences (*.%1)</source>
        <translation>Preferencias (*.%1)</translation>
    </message>
    <message>
        <source>Import preferences</source>
        <translation>Importar preferencias</translation>
    </message>
    <message>
        <source>Preferences (*.%1);;All files (*)</source>
        <translation>Preferencias (*.%1);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Your preferences are in %1.</source>
        <translation>Sus preferencias están en %1.</translation>
    </message>
    <message>
        <source>The preferences in %1 hold now.</source>
        <translation>Ahora valen las preferencias de %1.</translation>
    </message>
    <message>
        <source>Every preference has its default.</source>
        <translation>Todas las preferencias tienen su valor predeterminado.</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard. Paste them into your report.</source>
        <translation>El diagnóstico está en el portapapeles. Péguelo en su informe.</translation>
    </message>
    <message>
        <source>The recent folders are forgotten.</source>
        <translation>Las carpetas recientes se han olvidado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Names and places of documents, their figures, words and key sentences, and the content of those that other computers are to read. Nothing goes anywhere else: no telemetry, no account, no look for updates.</source>
        <translation>Nombres y ubicaciones de los documentos, sus cifras, palabras y frases clave, y el contenido de los que otros equipos han de leer. Nada va a ningún otro sitio: ni telemetría, ni cuenta, ni búsqueda de actualizaciones.</translation>
    </message>
    <message>
        <source>All processes with their figures, word tables and summaries, shared with every computer that uses this database.</source>
        <translation>Todos los procesos con sus cifras, tablas de palabras y resúmenes, compartidos con cada equipo que usa esta base de datos.</translation>
    </message>
    <message>
        <source>Set the environment variable GEMMARY_HOME to another folder before Gemmary starts.</source>
        <translation>Asigne otra carpeta a la variable de entorno GEMMARY_HOME antes de iniciar Gemmary.</translation>
    </message>
    <message>
        <source>From its next start on, Gemmary keeps results on this computer alone.</source>
        <translation>A partir de su próximo inicio, Gemmary guardará los resultados solo en este equipo.</translation>
    </message>
    <message>
        <source>From its next start on, Gemmary uses the shared database.</source>
        <translation>A partir de su próximo inicio, Gemmary usará la base de datos compartida.</translation>
    </message>
    <message>
        <source>They are never changed or moved. What you paste is kept with its process, because there is no file to read it from again; and so are documents that other computers are to read.</source>
        <translation>Nunca se modifican ni se mueven. Lo que pega se guarda con su proceso, porque no hay archivo del que volver a leerlo; también los documentos que otros equipos han de leer.</translation>
    </message>
    <message>
        <source>Names and places of documents, their figures and words, and their key sentences, where the results are.</source>
        <translation>Nombres y ubicaciones de los documentos, sus cifras y palabras, y sus frases clave, donde están los resultados.</translation>
    </message>
    <message>
        <source>What else leaves this computer: nothing</source>
        <translation>Qué más sale de este equipo: nada</translation>
    </message>
    <message>
        <source>Gemmary opens no network connection by itself: no telemetry, no account, no look for updates. Only processes that a model summarises ask that model, wherever it is; where that is not here, you are asked first, or told on the command line.</source>
        <translation>Gemmary no abre por sí mismo ninguna conexión de red: ni telemetría, ni cuenta, ni búsqueda de actualizaciones. Solo los procesos que resume un modelo preguntan a ese modelo, esté donde esté; si no es aquí, se le pregunta antes, o se avisa en la línea de órdenes.</translation>
    </message>
    <message>
        <source>What else leaves this computer: what the shared database keeps</source>
        <translation>Qué más sale de este equipo: lo que guarda la base de datos compartida</translation>
    </message>
</context>
<context>
    <name>Gemmary::PreferenceControl</name>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
</context>
<context>
    <name>Gemmary::PreferenceField</name>
    <message>
        <source>Reset %1 to %2</source>
        <extracomment>%1 is a preference, %2 its default</extracomment>
        <translation>Restablecer «%1» a %2</translation>
    </message>
    <message>
        <source>Back to the default: %1</source>
        <translation>Volver al valor predeterminado: %1</translation>
    </message>
</context>
<context>
    <name>Gemmary::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Search in all preferences</source>
        <translation>Buscar en todas las preferencias</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>No preference is called %1</source>
        <translation>Ninguna preferencia se llama %1</translation>
    </message>
    <message>
        <source>Try one word, such as “language” or “summary”.</source>
        <translation>Pruebe con una palabra, como «idioma» o «resumen».</translation>
    </message>
</context>
<context>
    <name>Gemmary::ProcessCommands</name>
    <message>
        <source>%1 was started.</source>
        <translation>Se ha iniciado %1.</translation>
    </message>
    <message>
        <source>The documents were added to %1.</source>
        <translation>Los documentos se han añadido a %1.</translation>
    </message>
    <message>
        <source>%1 was stopped. What is done is kept.</source>
        <translation>Se ha detenido %1. Se conserva lo hecho.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) will be tried again.</source>
        <translation>
            <numerusform>Se reintentará %Ln documento.</numerusform>
            <numerusform>Se reintentarán %Ln documentos.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was removed. Its results are kept for 30 days.</source>
        <translation>Se ha quitado %1. Sus resultados se conservan 30 días.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln process(es) removed. Results are kept for 30 days.</source>
        <translation>
            <numerusform>Se ha quitado %Ln proceso. Los resultados se conservan 30 días.</numerusform>
            <numerusform>Se han quitado %Ln procesos. Los resultados se conservan 30 días.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was added; Start begins it.</source>
        <translation>Se ha añadido %1; comienza con Iniciar.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) will get key sentences. Nothing is sent for them.</source>
        <translation>
            <numerusform>%Ln documento recibirá frases clave. No se envía nada de él.</numerusform>
            <numerusform>%Ln documentos recibirán frases clave. No se envía nada de ellos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::ProcessList</name>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Default columns</source>
        <translation>Columnas predeterminadas</translation>
    </message>
</context>
<context>
    <name>Gemmary::ProcessStarter</name>
    <message>
        <source>Not started: nothing was sent to %1.</source>
        <translation>No iniciado: no se ha enviado nada a %1.</translation>
    </message>
</context>
<context>
    <name>Gemmary::ReaderFacts</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a word and how often it is there</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Runs of characters without white space</source>
        <translation>Secuencias de caracteres sin espacios en blanco</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Frases</translation>
    </message>
    <message>
        <source>By the rules of its language</source>
        <translation>Según las reglas de su idioma</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>That are not blank</source>
        <translation>Que no están en blanco</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Caracteres</translation>
    </message>
    <message>
        <source>Unicode code points</source>
        <translation>Puntos de código Unicode</translation>
    </message>
    <message>
        <source>Different words</source>
        <translation>Palabras distintas</translation>
    </message>
    <message>
        <source>Forms, capitals aside</source>
        <translation>Formas, sin distinguir mayúsculas</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>Variedad</translation>
    </message>
    <message>
        <source>Different words among 500 in a row, on average</source>
        <translation>Palabras distintas entre 500 seguidas, de media</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>As it was detected</source>
        <translation>Según se detectó</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>How its bytes were read as text</source>
        <translation>Cómo se leyeron sus bytes como texto</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Of the file</source>
        <translation>Del archivo</translation>
    </message>
    <message>
        <source>Frequent words</source>
        <translation>Palabras frecuentes</translation>
    </message>
    <message>
        <source>Without the language&apos;s most common ones, where those are known</source>
        <translation>Sin las más comunes del idioma, cuando se conocen</translation>
    </message>
    <message>
        <source>Fernández Huerta</source>
        <translation>Fernández Huerta</translation>
    </message>
    <message>
        <source>Flesch reading ease</source>
        <translation>Facilidad de lectura de Flesch</translation>
    </message>
    <message>
        <source>Key sentences</source>
        <translation>Frases clave</translation>
    </message>
    <message>
        <source>Key sentences of the document</source>
        <translation>Frases clave del documento</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <extracomment>why a document was not wholly read, and what helps</extracomment>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>Not within the text shown</source>
        <translation>Fuera del texto mostrado</translation>
    </message>
    <message>
        <source>Readability</source>
        <translation>Legibilidad</translation>
    </message>
    <message>
        <source>; higher is easier, 60 is plain</source>
        <translation>; más alto es más fácil, 60 es normal</translation>
    </message>
    <message>
        <source>Figures of the document</source>
        <translation>Cifras del documento</translation>
    </message>
</context>
<context>
    <name>Gemmary::ReaderText</name>
    <message>
        <source>Text of the document</source>
        <translation>Texto del documento</translation>
    </message>
</context>
<context>
    <name>Gemmary::ReaderWindow</name>
    <message>
        <source>Previous document</source>
        <translation>Documento anterior</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>Documento siguiente</translation>
    </message>
    <message>
        <source>Previous key sentence</source>
        <translation>Frase clave anterior</translation>
    </message>
    <message>
        <source>Next key sentence</source>
        <translation>Frase clave siguiente</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Buscar en el texto</translation>
    </message>
    <message>
        <source>Reading the document…</source>
        <translation>Leyendo el documento…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>an action and its key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Only the first %1 of the text are shown; the figures are of all of it.</source>
        <extracomment>%1 is a size such as 4 MB</extracomment>
        <translation>Solo se muestran los primeros %1 del texto; las cifras son de todo él.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>This document cannot be shown</source>
        <translation>No se puede mostrar este documento</translation>
    </message>
</context>
<context>
    <name>Gemmary::Recovery</name>
    <message>
        <source>Gemmary closed unexpectedly. %1 %2 finished documents are kept.</source>
        <extracomment>%1 is a sentence about processes, %2 a number of documents</extracomment>
        <translation>Gemmary se cerró de forma inesperada. %1 Documentos terminados que se conservan: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln process(es) were running.</source>
        <translation>
            <numerusform>%Ln proceso estaba en curso.</numerusform>
            <numerusform>%Ln procesos estaban en curso.</numerusform>
        </translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Leave stopped</source>
        <translation>No reanudar</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>Gemmary::RequestRow</name>
    <message>
        <source>Try it in a terminal</source>
        <translation>Probarlo en un terminal</translation>
    </message>
    <message>
        <source>$API_TOKEN stands for a token, which is never shown here: export API_TOKEN=… first.</source>
        <translation>$API_TOKEN representa un token, que aquí nunca se muestra: antes, export API_TOKEN=…</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Copiar como curl</translation>
    </message>
    <message>
        <source>What to ask for</source>
        <translation>Qué pedir</translation>
    </message>
    <message>
        <source>All requests are described, for people and programs, at %1</source>
        <translation>Todas las peticiones están descritas, para personas y programas, en %1</translation>
    </message>
    <message>
        <source>Start a process</source>
        <translation>Iniciar un proceso</translation>
    </message>
    <message>
        <source>List the processes</source>
        <translation>Ver los procesos</translation>
    </message>
    <message>
        <source>Follow what happens</source>
        <translation>Seguir lo que pasa</translation>
    </message>
    <message>
        <source>Save the description</source>
        <translation>Guardar la descripción</translation>
    </message>
</context>
<context>
    <name>Gemmary::ServerRow</name>
    <message>
        <source>Address of the server</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>Left empty, it is looked for at its usual place on this computer. It holds for running processes, too.</source>
        <translation>Si queda vacía, se busca en su lugar habitual de este equipo. Vale también para los procesos en marcha.</translation>
    </message>
    <message>
        <source>This is no address of a server. Give one such as http://127.0.0.1:11434.</source>
        <translation>Esto no es la dirección de un servidor. Dé una como http://127.0.0.1:11434.</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Usar este servidor</translation>
    </message>
</context>
<context>
    <name>Gemmary::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>Gemmary::Sidebar</name>
    <message>
        <source>All processes</source>
        <translation>Todos los procesos</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminados</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenidos</translation>
    </message>
    <message>
        <source>Recently removed</source>
        <translation>Quitados recientemente</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categorías</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln process(es)</source>
        <extracomment>a category of processes and how many it has: read aloud</extracomment>
        <translation>
            <numerusform>%1, %Ln proceso</numerusform>
            <numerusform>%1, %Ln procesos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::StartPage</name>
    <message>
        <source>Drop folders or documents here</source>
        <translation>Suelte aquí carpetas o documentos</translation>
    </message>
    <message>
        <source>Text in any encoding: plain text, Markdown, CSV, logs, subtitles, source code…</source>
        <translation>Texto en cualquier codificación: texto sin formato, Markdown, CSV, registros, subtítulos, código fuente…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Elegir carpeta…</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Elegir archivos…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>Carpetas recientes</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>¿Primera vez aquí?</translation>
    </message>
    <message>
        <source>Try the sample library</source>
        <translation>Probar la biblioteca de ejemplo</translation>
    </message>
    <message>
        <source>14 short texts, English and Spanish; done in a second</source>
        <translation>14 textos breves, en inglés y español; listos en un segundo</translation>
    </message>
</context>
<context>
    <name>Gemmary::StatesChart</name>
    <message>
        <source>Documents by state</source>
        <translation>Documentos por estado</translation>
    </message>
    <message>
        <source>How many documents wait, were read, failed or were skipped, at each moment of the run.</source>
        <translation>Cuántos documentos estaban en espera, leídos, fallidos u omitidos en cada momento del proceso.</translation>
    </message>
    <message>
        <source>The documents’ way shows here as soon as some are found.</source>
        <translation>El recorrido de los documentos se muestra aquí en cuanto se encuentran algunos.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln documento</numerusform>
            <numerusform>%Ln documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a number of documents and their state</extracomment>
        <translation>%2: %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
</context>
<context>
    <name>Gemmary::StatusLine</name>
    <message>
        <source>Show running processes</source>
        <translation>Mostrar los procesos en curso</translation>
    </message>
    <message>
        <source>Choose what makes summaries</source>
        <translation>Elegir cómo se hacen los resúmenes</translation>
    </message>
    <message>
        <source>Show where results are kept</source>
        <translation>Mostrar dónde se guardan los resultados</translation>
    </message>
    <message>
        <source>Show processes with problems</source>
        <translation>Mostrar los procesos con problemas</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln en curso</numerusform>
            <numerusform>%Ln en curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with problems</source>
        <comment>processes</comment>
        <translation>
            <numerusform>%Ln con problemas</numerusform>
            <numerusform>%Ln con problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Shared: %1</source>
        <translation>Compartido: %1</translation>
    </message>
</context>
<context>
    <name>Gemmary::StepsChart</name>
    <message>
        <source>Where time goes</source>
        <translation>En qué se va el tiempo</translation>
    </message>
    <message>
        <source>How long each step takes: the bar holds the middle half of all times, the mark in it is the median, the line reaches to the longest. The scale is logarithmic; times are exact to a factor of 1.4.</source>
        <translation>Cuánto dura cada paso: la barra abarca la mitad central de todos los tiempos, la marca interior es la mediana, la línea llega hasta el más largo. La escala es logarítmica; los tiempos son exactos salvo un factor de 1,4.</translation>
    </message>
    <message>
        <source>Times show here for work that this program does while it runs.</source>
        <translation>Aquí se muestran los tiempos del trabajo que este programa hace mientras está abierto.</translation>
    </message>
    <message>
        <source>%1 takes most of the time, %2 of it; typically %3 each</source>
        <extracomment>%1 is a step like &quot;Reading&quot;, %2 a percentage, %3 a duration</extracomment>
        <translation>%1: la mayor parte del tiempo, el %2; normalmente %3 cada vez</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Times done</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>Quarter below</source>
        <translation>Cuarto inferior</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Mediana</translation>
    </message>
    <message>
        <source>Quarter above</source>
        <translation>Cuarto superior</translation>
    </message>
    <message>
        <source>95 % below</source>
        <translation>95&#xa0;% por debajo</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Máximo</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>En total</translation>
    </message>
</context>
<context>
    <name>Gemmary::StopWordMenu</name>
    <message>
        <source>Stop words are words like “the” and “of” that say little about a text</source>
        <translation>Las palabras vacías son palabras como «el» y «de» que dicen poco de un texto</translation>
    </message>
    <message>
        <source>&amp;Count them too</source>
        <translation>&amp;Contarlas también</translation>
    </message>
    <message>
        <source>Leave out those of the &amp;languages found</source>
        <translation>Excluir las de los &amp;idiomas encontrados</translation>
    </message>
    <message>
        <source>Leave out those of the languages &amp;below</source>
        <translation>Excluir las de los idiomas de a&amp;bajo</translation>
    </message>
    <message>
        <source>Stop words: counted</source>
        <translation>Palabras vacías: contadas</translation>
    </message>
    <message>
        <source>Stop words: left out</source>
        <translation>Palabras vacías: excluidas</translation>
    </message>
    <message numerus="yes">
        <source>Stop words: %Ln language(s) left out</source>
        <translation>
            <numerusform>Palabras vacías: %Ln idioma excluido</numerusform>
            <numerusform>Palabras vacías: %Ln idiomas excluidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::SummarizerChooser</name>
    <message>
        <source>Summaries of new processes: %1</source>
        <translation>Resúmenes de los procesos nuevos: %1</translation>
    </message>
    <message>
        <source>What makes the summaries of new processes: %1</source>
        <translation>Qué hace los resúmenes de los procesos nuevos: %1</translation>
    </message>
    <message>
        <source>Model servers</source>
        <translation>Servidores de modelos</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>Preferences for summaries…</source>
        <translation>Preferencias de los resúmenes…</translation>
    </message>
    <message>
        <source>Looking for model servers…</source>
        <translation>Buscando servidores de modelos…</translation>
    </message>
    <message>
        <source>No model server answers here</source>
        <translation>Ningún servidor de modelos responde aquí</translation>
    </message>
    <message>
        <source>%1 is there, without a model</source>
        <translation>%1 está, pero sin modelos</translation>
    </message>
    <message>
        <source>Not offered: everything stays on this computer</source>
        <translation>No se ofrece: todo se queda en este equipo</translation>
    </message>
    <message>
        <source>Google Gemini: enter a key…</source>
        <translation>Google Gemini: introducir una clave…</translation>
    </message>
    <message>
        <source>Asking Google for its models…</source>
        <translation>Preguntando a Google por sus modelos…</translation>
    </message>
    <message>
        <source>Google&apos;s models: not available, see why…</source>
        <translation>Modelos de Google: no disponibles, ver por qué…</translation>
    </message>
    <message>
        <source>%1 is no longer offered: choose another…</source>
        <translation>%1 ya no se ofrece: elegir otro…</translation>
    </message>
</context>
<context>
    <name>Gemmary::SummarizerRow</name>
    <message>
        <source>What makes summaries</source>
        <translation>Qué hace los resúmenes</translation>
    </message>
    <message>
        <source>Key sentences are copied from the document, without AI or network. A model writes in its own words.</source>
        <translation>Las frases clave se copian del documento, sin IA ni red. Un modelo escribe con sus propias palabras.</translation>
    </message>
    <message>
        <source>Key sentences</source>
        <translation>Frases clave</translation>
    </message>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>llama-server, LM Studio, vLLM</source>
        <translation>llama-server, LM Studio, vLLM</translation>
    </message>
    <message>
        <source>Google Gemini</source>
        <translation>Google Gemini</translation>
    </message>
    <message>
        <source>No summaries</source>
        <translation>Sin resúmenes</translation>
    </message>
    <message>
        <source>Set by %1, which wins: %2</source>
        <translation>Fijado por %1, que prevalece: %2</translation>
    </message>
    <message>
        <source>New processes use: %1</source>
        <translation>Los procesos nuevos usan: %1</translation>
    </message>
</context>
<context>
    <name>Gemmary::SummarizerSetup</name>
    <message>
        <source>Enter a key first; then Google says which models there are.</source>
        <translation>Introduzca antes una clave; entonces Google dirá qué modelos hay.</translation>
    </message>
    <message>
        <source>Asking which models there are…</source>
        <translation>Preguntando qué modelos hay…</translation>
    </message>
    <message>
        <source>It answers, but has no model for text.</source>
        <translation>Responde, pero no tiene ningún modelo de texto.</translation>
    </message>
    <message>
        <source>%1 is no longer offered. Choose one of the others.</source>
        <translation>%1 ya no se ofrece. Elija uno de los otros.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Preguntando a %1…</translation>
    </message>
</context>
<context>
    <name>Gemmary::SummaryCard</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the key sentences of %1</source>
        <translation>Copiar las frases clave de %1</translation>
    </message>
    <message>
        <source>Copies them with where they come from</source>
        <translation>Las copia con su procedencia</translation>
    </message>
    <message>
        <source>Key sentences of %1</source>
        <translation>Frases clave de %1</translation>
    </message>
    <message>
        <source>Copy the summary of %1</source>
        <translation>Copiar el resumen de %1</translation>
    </message>
    <message>
        <source>Summary of %1</source>
        <translation>Resumen de %1</translation>
    </message>
</context>
<context>
    <name>Gemmary::SummaryColumn</name>
    <message>
        <source>Key sentences</source>
        <translation>Frases clave</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Anterior</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>Previous documents</source>
        <translation>Documentos anteriores</translation>
    </message>
    <message>
        <source>Next documents</source>
        <translation>Documentos siguientes</translation>
    </message>
</context>
<context>
    <name>Gemmary::SummaryPage</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copiar todo</translation>
    </message>
    <message>
        <source>Copies all cards of this page with where they come from</source>
        <translation>Copia todas las tarjetas de esta página con su procedencia</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>the documents on a page, by their places</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>No name and no key sentence has this text</source>
        <translation>Ningún nombre ni frase clave contiene este texto</translation>
    </message>
    <message>
        <source>The key sentences could not be read</source>
        <translation>No se pudieron leer las frases clave</translation>
    </message>
    <message>
        <source>Find in names and summaries</source>
        <translation>Buscar en nombres y resúmenes</translation>
    </message>
</context>
<context>
    <name>Gemmary::SummaryTrouble</name>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Elegir otro modelo</translation>
    </message>
    <message>
        <source>Run again with key sentences</source>
        <translation>Repetir con frases clave</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) have no summary, or were done only in part. Files says why.</source>
        <translation>
            <numerusform>%Ln documento no tiene resumen o se hizo solo en parte. Archivos dice por qué.</numerusform>
            <numerusform>%Ln documentos no tienen resumen o se hicieron solo en parte. Archivos dice por qué.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use key sentences for these</source>
        <translation>Usar frases clave para estos</translation>
    </message>
</context>
<context>
    <name>Gemmary::ThroughputChart</name>
    <message>
        <source>Documents per second</source>
        <translation>Documentos por segundo</translation>
    </message>
    <message>
        <source>Documents that were read, failed or were skipped in each second, averaged over five seconds.</source>
        <translation>Documentos leídos, fallidos u omitidos en cada segundo, con la media de cinco segundos.</translation>
    </message>
    <message>
        <source>The pace shows here as soon as documents are read.</source>
        <translation>El ritmo se muestra aquí en cuanto se leen documentos.</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Todo el proceso</translation>
    </message>
    <message>
        <source>%1 documents a second now; most %2 at %3</source>
        <extracomment>%1 and %2 are figures, %3 a time of day</extracomment>
        <translation>%1 documentos por segundo ahora; máximo %2 a las %3</translation>
    </message>
    <message>
        <source>%1 documents a second on average; most %2 at %3</source>
        <extracomment>%1 and %2 are figures, %3 a time of day</extracomment>
        <translation>%1 documentos por segundo de media; máximo %2 a las %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Documents a second</source>
        <translation>Documentos por segundo</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
</context>
<context>
    <name>Gemmary::TokenDialog</name>
    <message>
        <source>New token</source>
        <translation>Nuevo token</translation>
    </message>
    <message>
        <source>What will use it? The name is only for you.</source>
        <translation>¿Qué lo va a usar? El nombre es solo para usted.</translation>
    </message>
    <message>
        <source>backup script</source>
        <translation>script de copias</translation>
    </message>
    <message>
        <source>Make token</source>
        <translation>Crear token</translation>
    </message>
    <message>
        <source>Copy it now: it is not shown again.</source>
        <translation>Cópielo ahora: no se vuelve a mostrar.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Programs send it with each request, as Authorization: Bearer TOKEN. The commands on the page take it from the variable API_TOKEN. Gemmary keeps only a digest, with which nobody gets in.</source>
        <translation>Los programas lo envían con cada petición, como Authorization: Bearer TOKEN. Los comandos de la página lo toman de la variable API_TOKEN. Gemmary solo guarda un resumen criptográfico, con el que no entra nadie.</translation>
    </message>
</context>
<context>
    <name>Gemmary::TokensRow</name>
    <message>
        <source>last used %1</source>
        <translation>último uso: %1</translation>
    </message>
    <message>
        <source>not used since Gemmary started</source>
        <translation>sin uso desde que se abrió Gemmary</translation>
    </message>
    <message>
        <source>made %1 · %2</source>
        <extracomment>of a token; %1 is a time such as &quot;today 14:02&quot;, %2 when it was used</extracomment>
        <translation>creado: %1 · %2</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>New token…</source>
        <translation>Nuevo token…</translation>
    </message>
    <message>
        <source>On this computer none is needed until you make one. From then on, every program needs one.</source>
        <translation>En este equipo no hace falta ninguno hasta que cree uno. Desde entonces, cada programa necesita uno.</translation>
    </message>
    <message>
        <source>Every program needs one. Whoever has it can start processes, and read, stop and remove all of yours.</source>
        <translation>Cada programa necesita uno. Quien lo tiene puede iniciar procesos, y leer, detener y quitar todos los suyos.</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Revocar…</translation>
    </message>
    <message>
        <source>Revoke %1</source>
        <translation>Revocar %1</translation>
    </message>
    <message>
        <source>Revoke a token?</source>
        <translation>¿Revocar un token?</translation>
    </message>
    <message>
        <source>Revoke the token %1?</source>
        <translation>¿Revocar el token %1?</translation>
    </message>
    <message>
        <source>Whoever uses it is not let in any more, from now on. This cannot be undone, but a new token is quickly made.</source>
        <translation>Quien lo usa deja de entrar desde este momento. No se puede deshacer, pero un token nuevo se crea enseguida.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revocar</translation>
    </message>
    <message>
        <source>There is none, so nobody is let in. Make one for each program: each can be revoked alone.</source>
        <translation>No hay ninguno, así que no entra nadie. Cree uno para cada programa: cada uno se revoca por separado.</translation>
    </message>
</context>
<context>
    <name>Gemmary::TopWordsChart</name>
    <message>
        <source>Most frequent words</source>
        <translation>Palabras más frecuentes</translation>
    </message>
    <message>
        <source>How often each word stands in all documents, as a number or per 10,000 words. Words that every text has (“the”, “and”) are left out where their language is known.</source>
        <translation>Cuántas veces aparece cada palabra en todos los documentos, como número o por 10&#xa0;000 palabras. Las palabras que tiene todo texto («el», «y») se excluyen cuando se conoce su idioma.</translation>
    </message>
    <message>
        <source>The words show here when documents have been counted.</source>
        <translation>Las palabras se muestran aquí cuando se han contado documentos.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Recuento</translation>
    </message>
    <message>
        <source>Per 10,000</source>
        <translation>Por 10&#xa0;000</translation>
    </message>
    <message>
        <source>Click to see where it stands</source>
        <translation>Haga clic para ver dónde aparece</translation>
    </message>
    <message numerus="yes">
        <source>“%1” %Ln time(s)</source>
        <translation>
            <numerusform>«%1» %Ln vez</numerusform>
            <numerusform>«%1» %Ln veces</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, then “%2” %3</source>
        <extracomment>%1 is a word and how often it is there, %2 another word, %3 how often</extracomment>
        <translation>%1, después «%2» %3</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Per 10,000 words</source>
        <translation>Por 10&#xa0;000 palabras</translation>
    </message>
</context>
<context>
    <name>Gemmary::UsesRow</name>
    <message>
        <source>Models that were used</source>
        <translation>Modelos que se han usado</translation>
    </message>
    <message>
        <source>By the processes in the list and those recently removed.</source>
        <translation>Por los procesos de la lista y los quitados hace poco.</translation>
    </message>
    <message>
        <source>%1: %2 in %3, last %4</source>
        <translation>%1: %2 en %3, la última vez %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln documento</numerusform>
            <numerusform>%Ln documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln process(es)</source>
        <translation>
            <numerusform>%Ln proceso</numerusform>
            <numerusform>%Ln procesos</numerusform>
        </translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ninguno.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s): %1 model tokens were sent, %2 came back</source>
        <translation>
            <numerusform>%Ln respuesta: se enviaron %1 tokens del modelo y volvieron %2</numerusform>
            <numerusform>%Ln respuestas: se enviaron %1 tokens del modelo y volvieron %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::WelcomePage</name>
    <message>
        <source>Welcome to Gemmary</source>
        <translation>Le damos la bienvenida a Gemmary</translation>
    </message>
    <message>
        <source>Drop folders of documents on it: they are counted, analysed and summarised.
How shall summaries be made?</source>
        <translation>Suelte aquí carpetas de documentos: se cuentan, se analizan y se resumen.
¿Cómo se deben hacer los resúmenes?</translation>
    </message>
    <message>
        <source>Key sentences</source>
        <translation>Frases clave</translation>
    </message>
    <message>
        <source>Works now</source>
        <translation>Disponible ya</translation>
    </message>
    <message>
        <source>The most telling sentences of each document, copied word for word. Works without a network; nothing is sent anywhere, nothing is made up.</source>
        <translation>Las frases más reveladoras de cada documento, copiadas palabra por palabra. Funciona sin red; no se envía nada a ningún sitio ni se inventa nada.</translation>
    </message>
    <message>
        <source>Google Gemini</source>
        <translation>Google Gemini</translation>
    </message>
    <message>
        <source>You can change this at any time, in the toolbar or in Preferences.</source>
        <translation>Se puede cambiar en cualquier momento, en la barra de herramientas o en Preferencias.</translation>
    </message>
    <message>
        <source>Try the sample library</source>
        <translation>Probar la biblioteca de ejemplo</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>A model such as Gemma in Ollama writes summaries in its own words, and no text leaves this computer. Ollama is at ollama.com; this window looks for it when it opens.</source>
        <translation>Un modelo como Gemma en Ollama escribe resúmenes con sus propias palabras, y ningún texto sale de este equipo. Ollama está en ollama.com; esta ventana lo busca al abrirse.</translation>
    </message>
    <message>
        <source>Model on this computer</source>
        <translation>Modelo en este equipo</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>&amp;Key for Google</source>
        <translation>&amp;Clave de Google</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Pegue aquí la clave</translation>
    </message>
    <message>
        <source>Keep it in the keyring</source>
        <translation>Guardarla en el llavero</translation>
    </message>
    <message>
        <source>Otherwise it is forgotten when Gemmary ends.</source>
        <translation>Si no, se olvida cuando Gemmary termina.</translation>
    </message>
    <message>
        <source>Make a key</source>
        <translation>Crear una clave</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>%1 with %2 writes summaries in its own words. No text leaves this computer.</source>
        <extracomment>%1 is a server such as Ollama, %2 a model</extracomment>
        <translation>%1 con %2 escribe resúmenes con sus propias palabras. Ningún texto sale de este equipo.</translation>
    </message>
    <message>
        <source>No server answers</source>
        <translation>Ningún servidor responde</translation>
    </message>
    <message>
        <source>There is a key</source>
        <translation>Hay una clave</translation>
    </message>
    <message>
        <source>Needs a key</source>
        <translation>Necesita una clave</translation>
    </message>
    <message>
        <source>A model at Google writes summaries, Gemma among them. Texts are sent to Google, so you are asked first.</source>
        <translation>Un modelo de Google, Gemma entre ellos, escribe los resúmenes. Los textos se envían a Google, así que antes se le pregunta.</translation>
    </message>
    <message>
        <source>Paste a key first, or choose key sentences.</source>
        <translation>Pegue antes una clave, o elija frases clave.</translation>
    </message>
</context>
<context>
    <name>Gemmary::WordCloud</name>
    <message>
        <source>Word cloud</source>
        <translation>Nube de palabras</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a word and how often it is there</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No words yet</source>
        <extracomment>%1 is a list of words with their counts</extracomment>
        <translation>Aún no hay palabras</translation>
    </message>
    <message>
        <source>The most frequent words: %1</source>
        <translation>Las palabras más frecuentes: %1</translation>
    </message>
    <message>
        <source>The words show here when documents have been counted.</source>
        <translation>Las palabras se muestran aquí cuando se han contado documentos.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Gemmary::WordContextModel</name>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>read aloud: the name of a document, and a line of it</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Gemmary::WordContextPage</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>&amp;Back to the words</source>
        <translation>&amp;Volver a las palabras</translation>
    </message>
    <message>
        <source>Esc goes back, too</source>
        <translation>Esc también vuelve</translation>
    </message>
    <message>
        <source>Reading the documents</source>
        <translation>Leyendo los documentos</translation>
    </message>
    <message>
        <source>%1 in context</source>
        <translation>%1 en contexto</translation>
    </message>
    <message>
        <source>Reading the documents…</source>
        <translation>Leyendo los documentos…</translation>
    </message>
    <message>
        <source>The documents could not be searched</source>
        <translation>No se pudo buscar en los documentos</translation>
    </message>
    <message>
        <source>The word was not found again</source>
        <translation>No se volvió a encontrar la palabra</translation>
    </message>
    <message>
        <source>Documents that were moved or changed since they were counted are passed over.</source>
        <translation>Se pasan por alto los documentos movidos o cambiados desde que se contaron.</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln document(s)</source>
        <extracomment>follows &quot;41 places&quot;: how many documents they are in</extracomment>
        <translation>
            <numerusform>en %Ln documento</numerusform>
            <numerusform>en %Ln documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln place(s) %1</source>
        <translation>
            <numerusform>la primera aparición (%Ln) %1</numerusform>
            <numerusform>las primeras %Ln apariciones %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln place(s) of %1, %2</source>
        <translation>
            <numerusform>la primera aparición (%Ln) de %1, %2</numerusform>
            <numerusform>las primeras %Ln apariciones de %1, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) %1; %2 were counted, but some documents have moved or changed since</source>
        <translation>
            <numerusform>%Ln aparición %1; se contaron %2, pero algunos documentos se han movido o cambiado desde entonces</numerusform>
            <numerusform>%Ln apariciones %1; se contaron %2, pero algunos documentos se han movido o cambiado desde entonces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) %1</source>
        <translation>
            <numerusform>%Ln aparición %1</numerusform>
            <numerusform>%Ln apariciones %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::WordContextView</name>
    <message>
        <source>Places of the word</source>
        <translation>Apariciones de la palabra</translation>
    </message>
    <message>
        <source>Enter opens the document</source>
        <translation>Intro abre el documento</translation>
    </message>
    <message>
        <source>&amp;Open the document</source>
        <translation>&amp;Abrir el documento</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Copiar filas</translation>
    </message>
</context>
<context>
    <name>Gemmary::WordControls</name>
    <message>
        <source>Bars</source>
        <translation>Barras</translation>
    </message>
    <message>
        <source>Words as a chart of bars</source>
        <translation>Palabras como gráfico de barras</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Words as a table with counts, rates and bars</source>
        <translation>Palabras como tabla con recuentos, tasas y barras</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Nube</translation>
    </message>
    <message>
        <source>Words as a cloud, larger when more frequent</source>
        <translation>Palabras como nube, más grandes cuanto más frecuentes</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>Buscar una palabra</translation>
    </message>
    <message>
        <source>At &amp;least</source>
        <translation>Mí&amp;nimo</translation>
    </message>
    <message>
        <source>Fewest characters of a word</source>
        <translation>Mínimo de caracteres de una palabra</translation>
    </message>
    <message>
        <source>Copy words</source>
        <translation>Copiar palabras</translation>
    </message>
    <message>
        <source>Copies the rows selected, or all that are listed</source>
        <translation>Copia las filas seleccionadas, o todas las de la lista</translation>
    </message>
    <message numerus="yes">
        <source> character(s)</source>
        <extracomment>follows a number in a field</extracomment>
        <translation>
            <numerusform> carácter</numerusform>
            <numerusform> caracteres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::WordModel</name>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Place among the words that fit, most frequent first</source>
        <translation>Lugar entre las palabras que coinciden, primero la más frecuente</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>As counted: capitals folded to small letters</source>
        <translation>Como se contó: con las mayúsculas pasadas a minúsculas</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Recuento</translation>
    </message>
    <message>
        <source>How often it occurs in all documents together</source>
        <translation>Cuántas veces aparece en todos los documentos juntos</translation>
    </message>
    <message>
        <source>Per 10,000</source>
        <translation>Por 10&#xa0;000</translation>
    </message>
    <message>
        <source>Occurrences in 10,000 words, stop words included</source>
        <translation>Apariciones en 10&#xa0;000 palabras, palabras vacías incluidas</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <source>Its count beside that of the most frequent word shown</source>
        <translation>Su recuento junto al de la palabra más frecuente mostrada</translation>
    </message>
    <message numerus="yes">
        <source>%1, rank %2, %Ln time(s), %3 per 10,000 words</source>
        <extracomment>a row of the word table, read aloud: word, rank, rate in 10,000 words</extracomment>
        <translation>
            <numerusform>%1, rango %2, %Ln vez, %3 por 10&#xa0;000 palabras</numerusform>
            <numerusform>%1, rango %2, %Ln veces, %3 por 10&#xa0;000 palabras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::WordTable</name>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Enter shows a word where it stands in the documents</source>
        <translation>Intro muestra dónde aparece una palabra en los documentos</translation>
    </message>
    <message>
        <source>Show in &amp;context</source>
        <translation>Mostrar en &amp;contexto</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Copiar &amp;filas</translation>
    </message>
</context>
<context>
    <name>Gemmary::WordsPage</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Show all words</source>
        <translation>Mostrar todas</translation>
    </message>
    <message>
        <source>The words could not be read</source>
        <translation>No se pudieron leer las palabras</translation>
    </message>
    <message>
        <source>There are no words in these documents</source>
        <translation>No hay palabras en estos documentos</translation>
    </message>
    <message>
        <source>No word fits</source>
        <translation>Ninguna palabra coincide</translation>
    </message>
    <message>
        <source>Search for less, or take shorter words in.</source>
        <translation>Busque con menos letras o admita palabras más cortas.</translation>
    </message>
    <message>
        <source>Only stop words are left</source>
        <translation>Solo quedan palabras vacías</translation>
    </message>
    <message>
        <source>Count them too to see them.</source>
        <translation>Cuéntelas también para verlas.</translation>
    </message>
</context>
<context>
    <name>Gemmary::Workspace</name>
    <message>
        <source>Clear filter</source>
        <translation>Borrar filtro</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Aquí no hay nada</translation>
    </message>
    <message>
        <source>No process is in this category.</source>
        <translation>No hay ningún proceso en esta categoría.</translation>
    </message>
    <message>
        <source>No process matches “%1”</source>
        <translation>Ningún proceso coincide con «%1»</translation>
    </message>
</context>
<context>
    <name>HtmlTexts</name>
    <message>
        <source>Gemmary report</source>
        <translation>Informe de Gemmary</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>De un vistazo</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Documents by state</source>
        <translation>Documentos por estado</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Readability</source>
        <translation>Legibilidad</translation>
    </message>
    <message>
        <source>Telling words:</source>
        <translation>Palabras distintivas:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) could not be summarised.</source>
        <translation>
            <numerusform>No se pudo resumir %Ln documento.</numerusform>
            <numerusform>No se pudieron resumir %Ln documentos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without stop words:</source>
        <translation>Sin palabras vacías:</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln most frequent word(s)</source>
        <translation>
            <numerusform>La palabra más frecuente (%Ln)</numerusform>
            <numerusform>Las %Ln palabras más frecuentes</numerusform>
        </translation>
    </message>
    <message>
        <source>Document lengths</source>
        <translation>Longitud de los documentos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln documento</numerusform>
            <numerusform>%Ln documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>… and %1 more; CSV and JSON list them all</source>
        <translation>… y %1 más; CSV y JSON los enumeran todos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Frases</translation>
    </message>
    <message>
        <source>Distinct words</source>
        <translation>Palabras distintas</translation>
    </message>
    <message>
        <source>The first %1 of %2 documents are listed; HTML and CSV files list them all.</source>
        <translation>Se enumeran los primeros %1 de %2 documentos; los archivos HTML y CSV los enumeran todos.</translation>
    </message>
</context>
<context>
    <name>HttpListener</name>
    <message>
        <source>Port %1 of %2 is taken, perhaps by another Gemmary. End that, or choose another port.</source>
        <translation>El puerto %1 de %2 está ocupado, quizá por otro Gemmary. Ciérrelo o elija otro puerto.</translation>
    </message>
    <message>
        <source>Port %1 is kept for the system&apos;s own services. Choose one from 1024 on.</source>
        <translation>El puerto %1 está reservado para los servicios del sistema. Elija uno a partir del 1024.</translation>
    </message>
    <message>
        <source>%1 is no address of this computer. 127.0.0.1 serves this computer alone, 0.0.0.0 all others too.</source>
        <translation>%1 no es una dirección de este equipo. 127.0.0.1 atiende solo a este equipo; 0.0.0.0, también a los demás.</translation>
    </message>
    <message>
        <source>Nothing can listen on %1, port %2.</source>
        <translation>No se puede escuchar en %1, puerto %2.</translation>
    </message>
    <message>
        <source>There are too many open files.</source>
        <translation>Hay demasiados archivos abiertos.</translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>Google&apos;s models</source>
        <translation>los modelos de Google</translation>
    </message>
    <message>
        <source>the model server</source>
        <translation>el servidor de modelos</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it and try again.</source>
        <translation>El llavero está bloqueado. Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The keyring keeps no such key.</source>
        <translation>El llavero no guarda esa clave.</translation>
    </message>
    <message>
        <source>The keyring is locked, or it refused. Unlock it and try again.</source>
        <translation>El llavero está bloqueado, o se negó. Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The keyring did not answer in time. Unlock it and try again.</source>
        <translation>El llavero no respondió a tiempo. Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There is no key: it is empty.</source>
        <translation>No hay ninguna clave: está vacía.</translation>
    </message>
    <message>
        <source>That is no key: it has blanks or other characters that none has, or is too long.</source>
        <translation>Eso no es una clave: tiene espacios u otros caracteres que ninguna tiene, o es demasiado larga.</translation>
    </message>
    <message>
        <source>There is no keyring here that answers. A key can also be in the environment, in .env or, for gemmary-cli, in a file (--key-file).</source>
        <translation>Aquí no hay ningún llavero que responda. Una clave también puede estar en el entorno, en .env o, para gemmary-cli, en un archivo (--key-file).</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Drop folders of documents on it: they are counted, analysed and summarised.</source>
        <translation>Suelte carpetas de documentos: se cuentan, se analizan y se resumen.</translation>
    </message>
    <message>
        <source>Folders and files to begin with</source>
        <translation>Carpetas y archivos con los que empezar</translation>
    </message>
    <message>
        <source>Gemmary cannot start</source>
        <translation>Gemmary no puede iniciarse</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Set GEMMARY_HOME to one that can.</source>
        <translation>No se puede crear la carpeta %1. Asigne a GEMMARY_HOME una que se pueda crear.</translation>
    </message>
    <message>
        <source>Gemmary is running already, but does not answer.</source>
        <translation>Gemmary ya está abierto, pero no responde.</translation>
    </message>
    <message>
        <source>The shared database cannot be used</source>
        <translation>La base de datos compartida no se puede usar</translation>
    </message>
    <message>
        <source>Nothing is lost: its processes go on where they stopped. Meanwhile you can work with the results that are kept on this computer.</source>
        <translation>No se ha perdido nada: sus procesos siguen donde se detuvieron. Mientras tanto puede trabajar con los resultados que se guardan en este equipo.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Work on this computer</source>
        <translation>Trabajar en este equipo</translation>
    </message>
</context>
<context>
    <name>MarkdownReport</name>
    <message>
        <source>At a glance</source>
        <translation>De un vistazo</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cifra</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definición</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Readability</source>
        <translation>Legibilidad</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Palabra</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Recuento</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>… and %1 more; CSV and JSON list them all</source>
        <translation>… y %1 más; CSV y JSON los enumeran todos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Key sentences, summary or problem</source>
        <translation>Frases clave, resumen o problema</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
</context>
<context>
    <name>PaperPrinter</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>What is read of the folders you add. These choices are for new processes; those in the list keep theirs.</source>
        <translation>Qué se lee de las carpetas que añade. Estas opciones son para los procesos nuevos; los de la lista conservan las suyas.</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Estadísticas</translation>
    </message>
    <message>
        <source>How new processes count. Those in the list keep their way, so that their figures stay comparable.</source>
        <translation>Cómo cuentan los procesos nuevos. Los de la lista conservan su modo, para que sus cifras sigan siendo comparables.</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Resúmenes</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Procesamiento</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>Aspecto e idioma</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Start at once</source>
        <translation>Iniciar de inmediato</translation>
    </message>
    <message>
        <source>What you drop is worked on right away. Without it, a new process waits until you resume it.</source>
        <translation>Lo que suelta se procesa enseguida. Sin esta opción, un proceso nuevo espera hasta que lo reanude.</translation>
    </message>
    <message>
        <source>Icon in the system tray</source>
        <translation>Icono en la bandeja del sistema</translation>
    </message>
    <message>
        <source>Lets Gemmary work on in the background with its window closed. Only on desktops that have a tray.</source>
        <translation>Permite que Gemmary siga trabajando en segundo plano con la ventana cerrada. Solo en escritorios que tienen bandeja.</translation>
    </message>
    <message>
        <source>Read hidden files and folders</source>
        <translation>Leer archivos y carpetas ocultos</translation>
    </message>
    <message>
        <source>Those whose name begins with a dot.</source>
        <translation>Aquellos cuyo nombre empieza por un punto.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Files and folders that match one of these patterns, separated by semicolons. * stands for anything.</source>
        <translation>Archivos y carpetas que coinciden con alguno de estos patrones, separados por punto y coma. * equivale a cualquier cosa.</translation>
    </message>
    <message>
        <source>*.log; drafts/**</source>
        <translation>*.log; borradores/**</translation>
    </message>
    <message>
        <source>Largest document</source>
        <translation>Documento más grande</translation>
    </message>
    <message>
        <source>Larger ones are skipped and listed as too large.</source>
        <translation>Los mayores se omiten y figuran como demasiado grandes.</translation>
    </message>
    <message>
        <source>Documents with the same content</source>
        <translation>Documentos con el mismo contenido</translation>
    </message>
    <message>
        <source>All copies are listed either way; the choice is whether each one counts in the figures.</source>
        <translation>Todas las copias aparecen en la lista; la opción es si cada una cuenta en las cifras.</translation>
    </message>
    <message>
        <source>What a word is</source>
        <translation>Qué es una palabra</translation>
    </message>
    <message>
        <source>For the word table. Letters and digits: capitals are folded, apostrophes and hyphens inside a word belong to it. Between blanks: exactly as first versions counted, punctuation included.</source>
        <translation>Para la tabla de palabras. Letras y cifras: las mayúsculas pasan a minúsculas, y los apóstrofos y guiones interiores forman parte de la palabra. Entre espacios: exactamente como contaban las primeras versiones, con la puntuación incluida.</translation>
    </message>
    <message>
        <source>Dictionary words for Chinese and Japanese</source>
        <translation>Palabras de diccionario para chino y japonés</translation>
    </message>
    <message>
        <source>Counts words as a dictionary has them instead of single characters. Slower.</source>
        <translation>Cuenta palabras tal como están en un diccionario en lugar de caracteres sueltos. Más lento.</translation>
    </message>
    <message>
        <source>Most frequent words</source>
        <translation>Palabras más frecuentes</translation>
    </message>
    <message>
        <source>How many are named for each document. The whole table is kept anyhow.</source>
        <translation>Cuántas se nombran por documento. La tabla completa se conserva de todos modos.</translation>
    </message>
    <message>
        <source>words</source>
        <translation>palabras</translation>
    </message>
    <message>
        <source>Language of the documents</source>
        <translation>Idioma de los documentos</translation>
    </message>
    <message>
        <source>A code such as en or es, when all documents have the same. Left empty, each one&apos;s language is detected.</source>
        <translation>Un código como en o es, cuando todos los documentos tienen el mismo. Si se deja vacío, se detecta el de cada uno.</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>detectado</translation>
    </message>
    <message>
        <source>Length of a document&apos;s summary</source>
        <translation>Longitud del resumen de un documento</translation>
    </message>
    <message>
        <source>At most so many key sentences; a whole process gets twice as many.</source>
        <translation>Como máximo este número de frases clave; un proceso entero tiene el doble.</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>frases</translation>
    </message>
    <message>
        <source>Work at the same time</source>
        <translation>Trabajo simultáneo</translation>
    </message>
    <message>
        <source>Fewer leave more of the computer to you; more than it has cores helps only with slow disks.</source>
        <translation>Con menos queda más equipo para usted; más que los núcleos que tiene solo ayuda con discos lentos.</translation>
    </message>
    <message>
        <source>one a core</source>
        <translation>uno por núcleo</translation>
    </message>
    <message>
        <source>Stay awake while working</source>
        <translation>No suspender durante el trabajo</translation>
    </message>
    <message>
        <source>Keeps the computer from going to sleep by itself until the work is done.</source>
        <translation>Evita que el equipo se suspenda solo hasta terminar el trabajo.</translation>
    </message>
    <message>
        <source>Documents in a batch</source>
        <translation>Documentos por lote</translation>
    </message>
    <message>
        <source>What one worker takes at a time. After a crash, at most the batches in hand are worked on again.</source>
        <translation>Lo que un trabajador toma de una vez. Tras un fallo grave, como mucho se repiten los lotes en curso.</translation>
    </message>
    <message>
        <source>documents</source>
        <translation>documentos</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>How often a batch that ends unexpectedly is tried before it is parked for you to look at.</source>
        <translation>Cuántas veces se intenta un lote que termina de forma inesperada antes de quedar apartado para que usted lo revise.</translation>
    </message>
    <message>
        <source>tries</source>
        <translation>intentos</translation>
    </message>
    <message>
        <source>Say when a process ends</source>
        <translation>Avisar al terminar un proceso</translation>
    </message>
    <message>
        <source>One notification for each process, and only while you look at another window.</source>
        <translation>Una notificación por proceso, y solo mientras mira otra ventana.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the desktop says, or always the same.</source>
        <translation>Como indica el escritorio, o siempre los mismos.</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Idioma de la ventana</translation>
    </message>
    <message>
        <source>Numbers, dates and sizes follow it, too. The window is made anew when it changes.</source>
        <translation>Los números, las fechas y los tamaños también lo siguen. Al cambiarlo, la ventana se crea de nuevo.</translation>
    </message>
    <message>
        <source>What the log tells</source>
        <translation>Qué cuenta el registro</translation>
    </message>
    <message>
        <source>More helps to find trouble. Never the text of a document. From the next start on.</source>
        <translation>Más detalle ayuda a encontrar fallos. Nunca el texto de un documento. A partir del próximo inicio.</translation>
    </message>
    <message>
        <source>Count once</source>
        <translation>Contar una vez</translation>
    </message>
    <message>
        <source>Count each</source>
        <translation>Contar cada una</translation>
    </message>
    <message>
        <source>Letters and digits</source>
        <translation>Letras y cifras</translation>
    </message>
    <message>
        <source>Between blanks</source>
        <translation>Entre espacios</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Lo que ocurre</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Advertencias</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Solo errores</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a number, %2 its unit</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>On</source>
        <extracomment>of a preference</extracomment>
        <translation>Activado</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>nothing</source>
        <extracomment>an empty list</extracomment>
        <translation>nada</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Predeterminado: %1</translation>
    </message>
    <message>
        <source>Set by the environment variable %1</source>
        <translation>Fijado por la variable de entorno %1</translation>
    </message>
    <message>
        <source>Set by %1 in the file %2 of the folder that Gemmary was started in</source>
        <translation>Fijado por %1 en el archivo %2 de la carpeta desde la que se abrió Gemmary</translation>
    </message>
    <message>
        <source>Where results are kept. Your documents stay where they are.</source>
        <translation>Dónde se guardan los resultados. Sus documentos se quedan donde están.</translation>
    </message>
    <message>
        <source>What new processes are summarised by. Those in the list keep theirs.</source>
        <translation>Con qué se resumen los procesos nuevos. Los de la lista conservan lo suyo.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <source>Of a document&apos;s summary; a whole process gets more.</source>
        <translation>Del resumen de un documento; un proceso entero recibe más.</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Estilo</translation>
    </message>
    <message>
        <source>Language of the summaries</source>
        <translation>Idioma de los resúmenes</translation>
    </message>
    <message>
        <source>A code such as en or es. Left empty, each is in its document&apos;s own.</source>
        <translation>Un código como en o es. Si queda vacío, cada uno va en el idioma de su documento.</translation>
    </message>
    <message>
        <source>the document&apos;s</source>
        <translation>el del documento</translation>
    </message>
    <message>
        <source>Your own request</source>
        <translation>Su propia petición</translation>
    </message>
    <message>
        <source>What the model shall do with each document, instead of summarising it.</source>
        <translation>Qué debe hacer el modelo con cada documento, en vez de resumirlo.</translation>
    </message>
    <message>
        <source>summarise it</source>
        <translation>resumirlo</translation>
    </message>
    <message>
        <source>Requests to Google a minute</source>
        <translation>Peticiones a Google por minuto</translation>
    </message>
    <message>
        <source>What Google&apos;s AI Studio says that your plan allows.</source>
        <translation>Lo que permite su plan, según AI Studio de Google.</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>peticiones</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>Text to Google a minute</source>
        <translation>Texto a Google por minuto</translation>
    </message>
    <message>
        <source>A token is about four letters.</source>
        <translation>Un token son unas cuatro letras.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Requests to Google a day</source>
        <translation>Peticiones a Google por día</translation>
    </message>
    <message>
        <source>When they are used up, work waits for the next day.</source>
        <translation>Cuando se agotan, el trabajo espera al día siguiente.</translation>
    </message>
    <message>
        <source>Keep everything on this computer</source>
        <translation>Que todo se quede en este equipo</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Breve</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Detailed</source>
        <translation>Detallada</translation>
    </message>
    <message>
        <source>A paragraph</source>
        <translation>Un párrafo</translation>
    </message>
    <message>
        <source>A list of points</source>
        <translation>Una lista de puntos</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>Automatización</translation>
    </message>
    <message>
        <source>Other programs use Gemmary as you do. What they start is in the list with yours.</source>
        <translation>Otros programas usan Gemmary como usted. Lo que inician está en la lista, junto a lo suyo.</translation>
    </message>
    <message>
        <source>No text then goes to a model that runs elsewhere: not to Google&apos;s, not to Ollama&apos;s in the cloud, to no server on another computer, whoever asks for it.</source>
        <translation>Ningún texto va entonces a un modelo que funcione en otro sitio: ni a los de Google, ni a los de Ollama en la nube, ni a un servidor de otro equipo, lo pida quien lo pida.</translation>
    </message>
</context>
<context>
    <name>PrintProcess</name>
    <message>
        <source>Print a report</source>
        <translation>Imprimir un informe</translation>
    </message>
    <message>
        <source>The report could not be made. %1</source>
        <translation>No se pudo hacer el informe. %1</translation>
    </message>
</context>
<context>
    <name>ProcessColumns</name>
    <message>
        <source>Key sentences</source>
        <translation>Frases clave</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What the process is called</source>
        <translation>Cómo se llama el proceso</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What it is doing</source>
        <translation>Qué está haciendo</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>How much of it is done, by bytes and summaries</source>
        <translation>Cuánto está hecho, por bytes y resúmenes</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Documents found, read or not</source>
        <translation>Documentos encontrados, leídos o no</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Words counted so far</source>
        <translation>Palabras contadas hasta ahora</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Tiempo restante</translation>
    </message>
    <message>
        <source>Until it is done at the present pace</source>
        <translation>Hasta terminar, al ritmo actual</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Documents that could not be read or summarised</source>
        <translation>Documentos que no se pudieron leer o resumir</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Añadido</translation>
    </message>
    <message>
        <source>When it was added</source>
        <translation>Cuándo se añadió</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>When work on it began</source>
        <translation>Cuándo empezó el trabajo</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>When it came to its end</source>
        <translation>Cuándo llegó a su fin</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>From its start to its end</source>
        <translation>Desde el inicio hasta el fin</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Ritmo</translation>
    </message>
    <message>
        <source>Documents settled a second, now</source>
        <translation>Documentos procesados por segundo, ahora</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitidos</translation>
    </message>
    <message>
        <source>Entries that were deliberately not read</source>
        <translation>Entradas que no se leyeron a propósito</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Of the documents to be read</source>
        <translation>De los documentos que se han de leer</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Resúmenes</translation>
    </message>
    <message>
        <source>What makes its summaries</source>
        <translation>Cómo se hacen sus resúmenes</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>The process&apos;s id in the command line</source>
        <translation>El identificador del proceso en la línea de órdenes</translation>
    </message>
    <message>
        <source>the model server</source>
        <extracomment>llama-server, LM Studio, vLLM</extracomment>
        <translation>el servidor de modelos</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>Esperando a %1</translation>
    </message>
</context>
<context>
    <name>ProcessTexts</name>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Explorando</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Analizando</translation>
    </message>
    <message>
        <source>Summarising</source>
        <translation>Resumiendo</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Pausando…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completado</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>Hecho en parte</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Preferences ▸ Input can have hidden files read; then run again</source>
        <translation>En Preferencias ▸ Entrada se pueden incluir los archivos ocultos; después, repita el proceso</translation>
    </message>
    <message>
        <source>Change the patterns in Preferences ▸ Input, then run again</source>
        <translation>Cambie los patrones en Preferencias ▸ Entrada y repita el proceso</translation>
    </message>
    <message>
        <source>Preferences ▸ Input can have each copy counted; then run again</source>
        <translation>En Preferencias ▸ Entrada se puede contar cada copia; después, repita el proceso</translation>
    </message>
    <message>
        <source>Raise the limit in Preferences ▸ Input, then run again</source>
        <translation>Suba el límite en Preferencias ▸ Entrada y repita el proceso</translation>
    </message>
    <message>
        <source>Drop the folder itself to read it</source>
        <translation>Suelte la propia carpeta para leerla</translation>
    </message>
    <message>
        <source>Drop the file itself to read it</source>
        <translation>Suelte el propio archivo para leerlo</translation>
    </message>
    <message>
        <source>Drop the link&apos;s target to read it</source>
        <translation>Suelte el destino del enlace para leerlo</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln problem(s)</source>
        <extracomment>%1 is a state such as &quot;Completed&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln problema</numerusform>
            <numerusform>%1, %Ln problemas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found so far</source>
        <translation>
            <numerusform>%Ln encontrado hasta ahora</numerusform>
            <numerusform>%Ln encontrados hasta ahora</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>documents settled of documents found</extracomment>
        <translation>%1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) found so far.</source>
        <translation>
            <numerusform>%Ln documento encontrado hasta ahora.</numerusform>
            <numerusform>%Ln documentos encontrados hasta ahora.</numerusform>
        </translation>
    </message>
    <message>
        <source>All documents are counted; their tables are being combined.</source>
        <translation>Todos los documentos están contados; se están combinando sus tablas.</translation>
    </message>
    <message>
        <source>%1 of %2 documents are counted.</source>
        <extracomment>documents settled of documents found</extracomment>
        <translation>%1 de %2 documentos están contados.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln percent</source>
        <translation>
            <numerusform>%Ln por ciento</numerusform>
            <numerusform>%Ln por ciento</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <extracomment>name of a process, its state, how far it is: read aloud</extracomment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problema</numerusform>
            <numerusform>%Ln problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>Key sentences — copied from the document, no AI</source>
        <translation>Frases clave: copiadas del documento, sin IA</translation>
    </message>
    <message>
        <source>%1 via %2 · %3 of the text read</source>
        <extracomment>model, engine, share of the text that was read</extracomment>
        <translation>%1 con %2 · leído el %3 del texto</translation>
    </message>
    <message>
        <source>a model server</source>
        <translation>un servidor de modelos</translation>
    </message>
</context>
<context>
    <name>Provider</name>
    <message>
        <source>The model server at %1</source>
        <translation>El servidor de modelos en %1</translation>
    </message>
    <message>
        <source>%1 does not accept the API key; check it in the preferences.</source>
        <translation>%1 no acepta la clave de API; compruébela en las preferencias.</translation>
    </message>
    <message>
        <source>%1 is not offered free of charge in your country; use a paid plan or a model on this computer.</source>
        <translation>%1 no se ofrece gratis en su país; use un plan de pago o un modelo en este equipo.</translation>
    </message>
    <message>
        <source>Your plan at %1 does not include the model &quot;%2&quot;, and waiting will not change that; choose another model.</source>
        <translation>Su plan de %1 no incluye el modelo «%2», y esperar no lo cambiará; elija otro modelo.</translation>
    </message>
    <message>
        <source>%1 takes no more requests for the moment; wait a little.</source>
        <translation>%1 no admite más peticiones por el momento; espere un poco.</translation>
    </message>
    <message>
        <source>The day&apos;s requests to %1 are used up; go on tomorrow, or choose a model on this computer.</source>
        <translation>Las peticiones del día a %1 están agotadas; siga mañana o elija un modelo en este equipo.</translation>
    </message>
    <message>
        <source>%1 does not offer the model &quot;%2&quot;, perhaps no longer; choose another model.</source>
        <translation>%1 no ofrece el modelo «%2», o ya no lo ofrece; elija otro modelo.</translation>
    </message>
    <message>
        <source>What answers at the address of %1 is not such a model server; check the address.</source>
        <translation>Lo que responde en la dirección de %1 no es un servidor de modelos de ese tipo; compruebe la dirección.</translation>
    </message>
    <message>
        <source>%1 refused the request to the model &quot;%2&quot;; choose another model.</source>
        <translation>%1 rechazó la petición al modelo «%2»; elija otro modelo.</translation>
    </message>
    <message>
        <source>The text is longer than the model &quot;%2&quot; takes at once; give the model more context or the text in smaller parts.</source>
        <translation>El texto es más largo de lo que el modelo «%2» admite de una vez; dé más contexto al modelo o el texto en partes más pequeñas.</translation>
    </message>
    <message>
        <source>%1 shortened the text before the model &quot;%2&quot; read it; give the model more context or the text in smaller parts.</source>
        <translation>%1 recortó el texto antes de que el modelo «%2» lo leyera; dé más contexto al modelo o el texto en partes más pequeñas.</translation>
    </message>
    <message>
        <source>%1 is still loading its model; wait until it is ready.</source>
        <translation>%1 aún está cargando su modelo; espere hasta que esté listo.</translation>
    </message>
    <message>
        <source>%1 is overloaded or out of order; try again later.</source>
        <translation>%1 está sobrecargado o averiado; inténtelo más tarde.</translation>
    </message>
    <message>
        <source>The answer of %1 broke off before its end; try again.</source>
        <translation>La respuesta de %1 se interrumpió antes de terminar; inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>%1 does not answer; check that it runs and that its address and your network are right.</source>
        <translation>%1 no responde; compruebe que está en marcha y que su dirección y la red son correctas.</translation>
    </message>
    <message>
        <source>%1 took too long to answer; try again later.</source>
        <translation>%1 tardó demasiado en responder; inténtelo más tarde.</translation>
    </message>
    <message>
        <source>%1 sends us to another address, and key and text go only where you said; check the address.</source>
        <translation>%1 remite a otra dirección, y la clave y el texto solo van adonde usted indicó; compruebe la dirección.</translation>
    </message>
    <message>
        <source>There is no trustworthy encrypted connection to %1; use an https address with a valid certificate.</source>
        <translation>No hay una conexión cifrada de confianza con %1; use una dirección https con un certificado válido.</translation>
    </message>
    <message>
        <source>%1 gave an answer that nobody can use; try again or choose another model.</source>
        <translation>%1 dio una respuesta que no sirve; inténtelo de nuevo o elija otro modelo.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>La petición se canceló.</translation>
    </message>
    <message>
        <source>The requests to %1 for this minute are used up; it goes on at %2.</source>
        <translation>Las peticiones a %1 de este minuto están agotadas; se sigue a las %2.</translation>
    </message>
    <message>
        <source>%1 takes no more text this minute; it goes on at %2.</source>
        <translation>%1 no admite más texto en este minuto; se sigue a las %2.</translation>
    </message>
    <message>
        <source>The day&apos;s requests to %1 are used up; it goes on at %2, or choose a model on this computer.</source>
        <translation>Las peticiones del día a %1 están agotadas; se sigue a las %2, o elija un modelo en este equipo.</translation>
    </message>
    <message>
        <source>%1 asked us to wait; it goes on at %2.</source>
        <translation>%1 ha pedido que se espere; se sigue a las %2.</translation>
    </message>
    <message>
        <source>%1 failed several times in a row; the next try is at %2.</source>
        <translation>%1 ha fallado varias veces seguidas; el próximo intento es a las %2.</translation>
    </message>
    <message>
        <source>%1 is busy with other requests; it goes on at %2 at the earliest.</source>
        <translation>%1 está ocupado con otras peticiones; se sigue a las %2 como muy pronto.</translation>
    </message>
    <message>
        <source>The database that keeps the limits of %1 does not answer, so nothing is sent; the next try is at %2.</source>
        <translation>La base de datos que guarda los límites de %1 no responde, así que no se envía nada; el próximo intento es a las %2.</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Hidden file or folder</source>
        <translation>Archivo o carpeta ocultos</translation>
    </message>
    <message>
        <source>Use --hidden to read hidden files too</source>
        <translation>Use --hidden para leer también los archivos ocultos</translation>
    </message>
    <message>
        <source>Version control data</source>
        <translation>Datos de control de versiones</translation>
    </message>
    <message>
        <source>Name the folder itself to read it</source>
        <translation>Indique la propia carpeta para leerla</translation>
    </message>
    <message>
        <source>Housekeeping file of an operating system</source>
        <translation>Archivo interno de un sistema operativo</translation>
    </message>
    <message>
        <source>Name the file itself to read it</source>
        <translation>Indique el propio archivo para leerlo</translation>
    </message>
    <message>
        <source>Excluded by your patterns</source>
        <translation>Excluido por sus patrones</translation>
    </message>
    <message>
        <source>Change --exclude to read it</source>
        <translation>Cambie --exclude para leerlo</translation>
    </message>
    <message>
        <source>Link, not followed</source>
        <translation>Enlace, no seguido</translation>
    </message>
    <message>
        <source>Name the link&apos;s target to read it</source>
        <translation>Indique el destino del enlace para leerlo</translation>
    </message>
    <message>
        <source>Not a regular file (device, pipe or socket)</source>
        <translation>No es un archivo normal (dispositivo, tubería o socket)</translation>
    </message>
    <message>
        <source>Only files can be read</source>
        <translation>Solo se pueden leer archivos</translation>
    </message>
    <message>
        <source>Same content as another document, counted once</source>
        <translation>El mismo contenido que otro documento, contado una vez</translation>
    </message>
    <message>
        <source>Use --duplicates count to count each copy</source>
        <translation>Use --duplicates count para contar cada copia</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vacío</translation>
    </message>
    <message>
        <source>Nothing to read; check that the file is complete</source>
        <translation>Nada que leer; compruebe que el archivo está completo</translation>
    </message>
    <message>
        <source>Not text</source>
        <translation>No es texto</translation>
    </message>
    <message>
        <source>Convert it to text, or leave it out</source>
        <translation>Conviértalo en texto o exclúyalo</translation>
    </message>
    <message>
        <source>Larger than the limit</source>
        <translation>Mayor que el límite</translation>
    </message>
    <message>
        <source>Raise --max-size to read it</source>
        <translation>Suba --max-size para leerlo</translation>
    </message>
    <message>
        <source>No permission to read it</source>
        <translation>Sin permiso para leerlo</translation>
    </message>
    <message>
        <source>Give yourself read access, then retry</source>
        <translation>Concédase permiso de lectura y reintente</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>Ya no existe</translation>
    </message>
    <message>
        <source>Put it back, then retry</source>
        <translation>Vuelva a ponerlo en su sitio y reintente</translation>
    </message>
    <message>
        <source>The disk or the network could not deliver it</source>
        <translation>El disco o la red no pudo entregarlo</translation>
    </message>
    <message>
        <source>Check the drive, then retry</source>
        <translation>Revise la unidad y reintente</translation>
    </message>
    <message>
        <source>It changed while it was being read</source>
        <translation>Cambió mientras se leía</translation>
    </message>
    <message>
        <source>Wait until nothing writes to it, then retry</source>
        <translation>Espere a que nada escriba en él y reintente</translation>
    </message>
    <message>
        <source>Reading it ended the reader, more than once</source>
        <translation>Su lectura hizo terminar al lector más de una vez</translation>
    </message>
    <message>
        <source>Please report the file&apos;s type; retry after an update</source>
        <translation>Informe del tipo de archivo; reintente tras una actualización</translation>
    </message>
    <message>
        <source>It could not be summarised</source>
        <translation>No se pudo resumir</translation>
    </message>
    <message>
        <source>Retry, or choose another summariser</source>
        <translation>Reintente o elija otra forma de resumir</translation>
    </message>
    <message>
        <source>A mistake in Gemmary</source>
        <translation>Un error de Gemmary</translation>
    </message>
    <message>
        <source>Please report it with the log</source>
        <translation>Informe de ello adjuntando el registro</translation>
    </message>
</context>
<context>
    <name>ReportCharts</name>
    <message>
        <source>%1 %</source>
        <extracomment>%1 is a number; put the blank and the sign as your language does</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Documents by state</source>
        <translation>Documentos por estado</translation>
    </message>
    <message>
        <source>Most frequent words</source>
        <translation>Palabras más frecuentes</translation>
    </message>
    <message>
        <source>Bars of %1 words; the most frequent is %2 with %3.</source>
        <translation>Barras de %1 palabras; la más frecuente es %2 con %3.</translation>
    </message>
    <message>
        <source>Document lengths</source>
        <translation>Longitud de los documentos</translation>
    </message>
    <message>
        <source>How many documents have how many words; the longest bar stands for %1 documents.</source>
        <translation>Cuántos documentos tienen cuántas palabras; la barra más larga representa %1 documentos.</translation>
    </message>
    <message>
        <source>%1 words or more: %2 documents</source>
        <translation>%1 palabras o más: %2 documentos</translation>
    </message>
    <message>
        <source>words in a document, from this many up to the next figure</source>
        <translation>palabras de un documento, desde esta cifra hasta la siguiente</translation>
    </message>
</context>
<context>
    <name>ReportTexts</name>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>whatever stands between blanks, as wc -w counts</source>
        <translation>lo que hay entre espacios, como cuenta wc -w</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Frases</translation>
    </message>
    <message>
        <source>by the rules of Unicode, for each document&apos;s language</source>
        <translation>según las reglas de Unicode para el idioma de cada documento</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>lines with anything but blanks in them</source>
        <translation>líneas con algo más que espacios</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Caracteres</translation>
    </message>
    <message>
        <source>Unicode code points, blanks included</source>
        <translation>puntos de código Unicode, espacios incluidos</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>Hecho en parte</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completado</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1:%2:%3 h</source>
        <extracomment>hours, minutes, seconds</extracomment>
        <translation>%1:%2:%3 h</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>found: %1 read, %2 skipped, %3 failed, %4 waiting</source>
        <translation>encontrados: %1 leídos, %2 omitidos, %3 fallidos, %4 en espera</translation>
    </message>
    <message>
        <source>Distinct words</source>
        <translation>Palabras distintas</translation>
    </message>
    <message>
        <source>different forms of %1 counted; capitals make no difference</source>
        <translation>formas diferentes de %1 contadas; las mayúsculas no cuentan</translation>
    </message>
    <message>
        <source>Variety (MATTR-500)</source>
        <translation>Variedad (MATTR-500)</translation>
    </message>
    <message>
        <source>distinct words to words, averaged over every 500 in a row</source>
        <translation>palabras distintas entre palabras, media de cada 500 seguidas</translation>
    </message>
    <message>
        <source>key sentences, no AI</source>
        <translation>frases clave, sin IA</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Interrupción</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>how long a process took</extracomment>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>Fecha del informe</translation>
    </message>
    <message>
        <source>Hidden files are read</source>
        <translation>Se leen los archivos ocultos</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Excluido</translation>
    </message>
    <message>
        <source>Largest document</source>
        <translation>Documento más grande</translation>
    </message>
    <message>
        <source>Equal copies are counted</source>
        <translation>Las copias iguales se cuentan</translation>
    </message>
    <message>
        <source>each</source>
        <translation>cada una</translation>
    </message>
    <message>
        <source>once</source>
        <translation>una vez</translation>
    </message>
    <message>
        <source>Words in lists</source>
        <translation>Palabras en las listas</translation>
    </message>
    <message>
        <source>by the original&apos;s definition</source>
        <translation>según la definición del original</translation>
    </message>
    <message>
        <source>runs of letters, marks and digits, in lower case</source>
        <translation>secuencias de letras, marcas y cifras, en minúsculas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>found out for each document</source>
        <translation>averiguado para cada documento</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Resúmenes</translation>
    </message>
    <message>
        <source>Sentences for a document</source>
        <translation>Frases por documento</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>Id del proceso</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>This report is not final. State: %1; %2 of %3 documents are settled.</source>
        <extracomment>%1 is a state such as &quot;Stopped&quot;, %2 and %3 are numbers of documents</extracomment>
        <translation>Este informe no es definitivo. Estado: %1; documentos procesados: %2 de %3.</translation>
    </message>
    <message>
        <source>This report is not final. State: %1; %2 of %3 documents found so far are settled.</source>
        <translation>Este informe no es definitivo. Estado: %1; documentos procesados: %2 de %3 encontrados hasta ahora.</translation>
    </message>
    <message>
        <source>Word lists are known when everything is counted.</source>
        <translation>Las listas de palabras se sabrán cuando todo esté contado.</translation>
    </message>
    <message>
        <source>not detected</source>
        <translation>no detectado</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Key sentences</source>
        <translation>Frases clave</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Copied from the documents as they stand there; no AI was used.</source>
        <translation>Copiadas de los documentos tal como están allí; no se usó IA.</translation>
    </message>
    <message>
        <source>Written by %1 (%2), which read %3 of the text. Method %4. It may contain mistakes.</source>
        <extracomment>model, engine, share of the text that was read, version of the prompt</extracomment>
        <translation>Escrito por %1 (%2), que leyó el %3 del texto. Método %4. Puede contener errores.</translation>
    </message>
    <message>
        <source>Made by %1 on %2</source>
        <extracomment>%1 is the program with its version, %2 a date</extracomment>
        <translation>Hecho por %1 el %2</translation>
    </message>
</context>
<context>
    <name>RestService</name>
    <message>
        <source>Listen on an address, not on %1: 127.0.0.1 serves this computer alone, 0.0.0.0 all others too.</source>
        <translation>Escuche en una dirección, no en %1: 127.0.0.1 atiende solo a este equipo; 0.0.0.0, también a los demás.</translation>
    </message>
    <message>
        <source>A certificate needs its key, and a key its certificate.</source>
        <translation>Un certificado necesita su clave, y una clave su certificado.</translation>
    </message>
</context>
<context>
    <name>SampleLibrary</name>
    <message>
        <source>The sample library could not be written to %1: %2</source>
        <translation>No se pudo escribir la biblioteca de ejemplo en %1: %2</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the field</source>
        <translation>Vaciar el campo</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>%1 is no file of settings. Move it away.</source>
        <translation>%1 no es un archivo de ajustes. Muévalo a otro lugar.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read. Give yourself access to it.</source>
        <translation>No se pueden leer los ajustes de %1. Concédase acceso.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be saved. Make room, or give yourself access to the folder.</source>
        <translation>No se pueden guardar los ajustes en %1. Haga espacio o concédase acceso a la carpeta.</translation>
    </message>
    <message>
        <source>%1, line %2 is not of the form KEY=VALUE.</source>
        <translation>%1, línea %2: no tiene la forma KEY=VALUE.</translation>
    </message>
    <message>
        <source>A setting is one line. Take the line break out.</source>
        <translation>Un ajuste ocupa una línea. Quite el salto de línea.</translation>
    </message>
    <message>
        <source>the environment</source>
        <translation>el entorno</translation>
    </message>
    <message>
        <source>%1 in %2 is &quot;%3&quot;, but must be %4.</source>
        <translation>%1 en %2 es «%3», pero debe ser %4.</translation>
    </message>
    <message>
        <source>There is no preference %1.</source>
        <translation>No existe la preferencia %1.</translation>
    </message>
    <message>
        <source>%1 cannot be &quot;%2&quot;: it must be %3.</source>
        <translation>%1 no puede ser «%2»: debe ser %3.</translation>
    </message>
    <message>
        <source>The file %1, which DATABASE_PASSWORD_FILE names, cannot be read.</source>
        <translation>No se puede leer el archivo %1, que indica DATABASE_PASSWORD_FILE.</translation>
    </message>
</context>
<context>
    <name>StepRows</name>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Recuento</translation>
    </message>
    <message>
        <source>Summarising</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Combining</source>
        <translation>Combinación</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardado</translation>
    </message>
</context>
<context>
    <name>Summarizers</name>
    <message>
        <source>Google (leaves this computer)</source>
        <translation>Google (sale de este equipo)</translation>
    </message>
    <message>
        <source>Ollama&apos;s cloud (leaves this computer)</source>
        <translation>la nube de Ollama (sale de este equipo)</translation>
    </message>
    <message>
        <source>%1 (leaves this computer)</source>
        <extracomment>%1 is a host</extracomment>
        <translation>%1 (sale de este equipo)</translation>
    </message>
    <message>
        <source>Ollama on this computer</source>
        <translation>Ollama en este equipo</translation>
    </message>
    <message>
        <source>a server on this computer</source>
        <translation>un servidor de este equipo</translation>
    </message>
    <message>
        <source>No summaries</source>
        <translation>Sin resúmenes</translation>
    </message>
    <message>
        <source>Key sentences · no AI</source>
        <translation>Frases clave · sin IA</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>a model, and where it runs</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Aún sin modelo</translation>
    </message>
    <message>
        <source>Key sentences</source>
        <translation>Frases clave</translation>
    </message>
    <message>
        <source>context %1 tokens</source>
        <translation>contexto %1 tokens</translation>
    </message>
    <message>
        <source>Asked: “%1” Answered after %2 by %3: “%4”</source>
        <translation>Pregunta: «%1» Respuesta tras %2 de %3: «%4»</translation>
    </message>
    <message>
        <source>(%1 tokens)</source>
        <translation>(%1 tokens)</translation>
    </message>
    <message>
        <source>Google&apos;s models need a key. Enter yours in Preferences ▸ Summaries.</source>
        <translation>Los modelos de Google necesitan una clave. Introduzca la suya en Preferencias ▸ Resúmenes.</translation>
    </message>
    <message>
        <source>No model is chosen. Choose one in Preferences ▸ Summaries.</source>
        <translation>No hay modelo elegido. Elija uno en Preferencias ▸ Resúmenes.</translation>
    </message>
    <message>
        <source>Everything stays on this computer: Preferences ▸ Privacy says so. %1 would get the texts.</source>
        <translation>Todo se queda en este equipo: así lo dice Preferencias ▸ Privacidad. %1 recibiría los textos.</translation>
    </message>
    <message>
        <source>%1 of %2 requests today</source>
        <translation>%1 de %2 peticiones hoy</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) today</source>
        <translation>
            <numerusform>%Ln petición hoy</numerusform>
            <numerusform>%Ln peticiones hoy</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, by all computers that share this database and key.</source>
        <translation>%1, entre todos los equipos que comparten esta base de datos y esta clave.</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln request(s) a minute are sent.</source>
        <translation>
            <numerusform>Se envía como mucho %Ln petición por minuto.</numerusform>
            <numerusform>Se envían como mucho %Ln peticiones por minuto.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>The budget of %1 tokens is used up (%2 taken), so no more summaries are made. Raise it with: gemmary-cli resume %3 --token-budget NUMBER</source>
        <translation>El presupuesto de %1 tokens está agotado (%2 gastados), así que no se hacen más resúmenes. Auméntelo con: gemmary-cli resume %3 --token-budget NÚMERO</translation>
    </message>
</context>
<context>
    <name>SummaryContent</name>
    <message numerus="yes">
        <source>From %Ln document(s)</source>
        <translation>
            <numerusform>De %Ln documento</numerusform>
            <numerusform>De %Ln documentos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln could not be summarised</source>
        <extracomment>%1 is &quot;From 812 documents&quot;</extracomment>
        <translation>
            <numerusform>%1; %Ln no se pudo resumir</numerusform>
            <numerusform>%1; %Ln no se pudieron resumir</numerusform>
        </translation>
    </message>
    <message>
        <source>The process was stopped before its own key sentences could be chosen. Start it again to go on where it was.</source>
        <translation>El proceso se detuvo antes de elegir sus propias frases clave. Inícielo de nuevo para continuar donde estaba.</translation>
    </message>
    <message>
        <source>The process failed before its own key sentences could be chosen. Retry what failed.</source>
        <translation>El proceso falló antes de elegir sus propias frases clave. Reintente lo fallido.</translation>
    </message>
    <message>
        <source>The key sentences of all documents together are chosen when each has its own.</source>
        <translation>Las frases clave de todos los documentos juntos se eligen cuando cada uno tiene las suyas.</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <extracomment>reason and remedy: &quot;It could not be summarised. Retry, or choose another summariser.&quot;</extracomment>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>No key sentences</source>
        <translation>Sin frases clave</translation>
    </message>
    <message>
        <source>It has no whole sentence to copy: it may be a list, a table or very short.</source>
        <translation>No tiene ninguna frase completa que copiar: puede ser una lista, una tabla o muy breve.</translation>
    </message>
    <message>
        <source>All documents together</source>
        <translation>Todos los documentos juntos</translation>
    </message>
    <message>
        <source>No document has a whole sentence to copy.</source>
        <translation>Ningún documento tiene una frase completa que copiar.</translation>
    </message>
    <message>
        <source>Keywords: %1</source>
        <translation>Palabras clave: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) summarised</source>
        <translation>
            <numerusform>%Ln documento resumido</numerusform>
            <numerusform>%Ln documentos resumidos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 summarised, %2 found so far</source>
        <translation>%1 resumidos, %2 encontrados hasta ahora</translation>
    </message>
    <message>
        <source>%1 of %2 summarised</source>
        <translation>%1 de %2 resumidos</translation>
    </message>
    <message>
        <source>No summary</source>
        <translation>Sin resumen</translation>
    </message>
    <message>
        <source>It ended before a summary of all documents was written.</source>
        <translation>Terminó antes de que se escribiera un resumen de todos los documentos.</translation>
    </message>
    <message>
        <source>The summary of all documents is written when each has its own.</source>
        <translation>El resumen de todos los documentos se escribe cuando cada uno tiene el suyo.</translation>
    </message>
    <message>
        <source>There is nothing to make a summary of.</source>
        <translation>No hay nada de lo que hacer un resumen.</translation>
    </message>
</context>
<context>
    <name>SummaryTexts</name>
    <message>
        <source>No process is chosen</source>
        <translation>Ningún proceso elegido</translation>
    </message>
    <message>
        <source>Choose one to see its key sentences.</source>
        <translation>Elija uno para ver sus frases clave.</translation>
    </message>
    <message>
        <source>This process makes no summaries</source>
        <translation>Este proceso no hace resúmenes</translation>
    </message>
    <message>
        <source>It was started without them. Start it anew with key sentences to have them.</source>
        <translation>Se inició sin ellos. Inícielo otra vez con frases clave para tenerlos.</translation>
    </message>
    <message>
        <source>Reading the key sentences…</source>
        <translation>Leyendo las frases clave…</translation>
    </message>
    <message>
        <source>There are no key sentences yet</source>
        <translation>Aún no hay frases clave</translation>
    </message>
    <message>
        <source>The process was stopped before that. Start it again to go on where it was.</source>
        <translation>El proceso se detuvo antes. Inícielo de nuevo para continuar donde estaba.</translation>
    </message>
    <message>
        <source>There are no key sentences</source>
        <translation>No hay frases clave</translation>
    </message>
    <message>
        <source>The process failed. Retry what failed.</source>
        <translation>El proceso falló. Reintente lo fallido.</translation>
    </message>
    <message>
        <source>No document of this process could be read.</source>
        <translation>No se pudo leer ningún documento de este proceso.</translation>
    </message>
    <message>
        <source>Key sentences come as documents are read</source>
        <translation>Las frases clave llegan a medida que se leen los documentos</translation>
    </message>
    <message>
        <source>There are no summaries</source>
        <translation>No hay resúmenes</translation>
    </message>
    <message>
        <source>Reading the summaries…</source>
        <translation>Leyendo los resúmenes…</translation>
    </message>
    <message>
        <source>There are no summaries yet</source>
        <translation>Aún no hay resúmenes</translation>
    </message>
    <message>
        <source>Summaries come as documents are read</source>
        <translation>Los resúmenes llegan según se leen los documentos</translation>
    </message>
    <message>
        <source>All documents are counted. Summaries come as the model answers.</source>
        <translation>Todos los documentos están contados. Los resúmenes llegan según responde el modelo.</translation>
    </message>
</context>
<context>
    <name>Ticks</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>TlsFiles</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>No se puede leer %1: %2.</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form.</source>
        <translation>%1 no contiene ningún certificado en formato PEM.</translation>
    </message>
    <message>
        <source>%1 holds no RSA or elliptic key in PEM form without a passphrase.</source>
        <translation>%1 no contiene ninguna clave RSA o elíptica en formato PEM sin contraseña.</translation>
    </message>
    <message>
        <source>The key in %1 is not that of the certificate in %2.</source>
        <translation>La clave de %1 no es la del certificado de %2.</translation>
    </message>
</context>
<context>
    <name>TokenFile</name>
    <message>
        <source>The tokens in %1 cannot be read: nobody is let in with one. Give yourself access to the file, or remove it and make new tokens.</source>
        <translation>No se pueden leer los tokens de %1: nadie puede entrar con uno. Dese acceso al archivo, o quítelo y cree tokens nuevos.</translation>
    </message>
    <message>
        <source>The tokens in %1 cannot be saved. Make room, or give yourself access to the folder.</source>
        <translation>No se pueden guardar los tokens en %1. Haga sitio o dese acceso a la carpeta.</translation>
    </message>
    <message>
        <source>Name the token after who will use it, in up to %1 characters.</source>
        <translation>Dé al token el nombre de quien lo usará, con un máximo de %1 caracteres.</translation>
    </message>
    <message>
        <source>There is a token %1. Revoke it first, or take another name.</source>
        <translation>Ya hay un token %1. Revóquelo antes o elija otro nombre.</translation>
    </message>
    <message>
        <source>There is no token %1.</source>
        <translation>No hay ningún token %1.</translation>
    </message>
    <message>
        <source>The tokens in %1 cannot be read: %2.</source>
        <translation>No se pueden leer los tokens de %1: %2.</translation>
    </message>
    <message>
        <source>The token in line %1 of %2 could be guessed: it must have %3 characters or more. A good one: openssl rand -hex 32</source>
        <translation>El token de la línea %1 de %2 se podría adivinar: debe tener %3 caracteres o más. Uno bueno: openssl rand -hex 32</translation>
    </message>
    <message>
        <source>There is no token in %1.</source>
        <translation>No hay ningún token en %1.</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Añadir documentos</translation>
    </message>
    <message>
        <source>Filter processes</source>
        <translation>Filtrar procesos</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Process</source>
        <translation>&amp;Proceso</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Más herramientas</translation>
    </message>
</context>
<context>
    <name>WordTexts</name>
    <message>
        <source>No process is chosen</source>
        <translation>Ningún proceso elegido</translation>
    </message>
    <message>
        <source>Choose one to see its words.</source>
        <translation>Elija uno para ver sus palabras.</translation>
    </message>
    <message>
        <source>The word table is ready when all documents are counted</source>
        <translation>La tabla de palabras está lista cuando se han contado todos los documentos</translation>
    </message>
    <message>
        <source>The process was stopped before that. Start it again to go on where it was.</source>
        <translation>El proceso se detuvo antes. Inícielo de nuevo para continuar donde estaba.</translation>
    </message>
    <message>
        <source>The process failed before that. Retry what failed.</source>
        <translation>El proceso falló antes. Reintente lo fallido.</translation>
    </message>
    <message>
        <source>Reading the word table…</source>
        <translation>Leyendo la tabla de palabras…</translation>
    </message>
    <message>
        <source>%1 The process is paused.</source>
        <translation>%1 El proceso está en pausa.</translation>
    </message>
    <message>
        <source>A word here is what stands between blanks, in small letters, with only a–z, 0–9, á, é, í, ó, ú and ñ kept, as the original counted. Rates are of all these words, stop words included.</source>
        <translation>Aquí una palabra es lo que hay entre espacios, en minúsculas, conservando solo a–z, 0–9, á, é, í, ó, ú y ñ, como contaba el original. Las tasas son sobre todas estas palabras, palabras vacías incluidas.</translation>
    </message>
    <message>
        <source>A word here is a run of letters, marks and digits, with ’ and - kept inside. Capitals are folded to small letters, so “The” and “the” are one. Rates are of all these words, stop words included.</source>
        <translation>Aquí una palabra es una secuencia de letras, marcas y cifras, con ’ y - en el interior. Las mayúsculas pasan a minúsculas, de modo que «El» y «el» son una sola. Las tasas son sobre todas estas palabras, palabras vacías incluidas.</translation>
    </message>
    <message>
        <source>Showing %1 of %2 forms</source>
        <comment>different words</comment>
        <translation>Se muestran %1 de %2 formas</translation>
    </message>
    <message numerus="yes">
        <source>%Ln form(s)</source>
        <comment>different words</comment>
        <translation>
            <numerusform>%Ln forma</numerusform>
            <numerusform>%Ln formas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <comment>different words</comment>
        <translation>
            <numerusform>%Ln excluida</numerusform>
            <numerusform>%Ln excluidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 words in %Ln document(s)</source>
        <extracomment>%1 is a number of words, with repetitions</extracomment>
        <translation>
            <numerusform>%1 palabras en %Ln documento</numerusform>
            <numerusform>%1 palabras en %Ln documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>more documents are being counted</source>
        <translation>se están contando más documentos</translation>
    </message>
</context>
</TS>
