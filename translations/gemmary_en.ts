<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>DocumentColumns</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DroppedInputs</name>
    <message numerus="yes">
        <source>%1: %Ln item(s)</source>
        <extracomment>%1 is the folder they are in</extracomment>
        <translation>
            <numerusform>%1: %Ln item</numerusform>
            <numerusform>%1: %Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::Announcer</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln problem(s)</source>
        <translation>
            <numerusform>%1, %Ln problem</numerusform>
            <numerusform>%1, %Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::Chip</name>
    <message numerus="yes">
        <source>%1, %Ln document(s)</source>
        <extracomment>a filter and how many documents it shows: read aloud</extracomment>
        <translation>
            <numerusform>%1, %Ln document</numerusform>
            <numerusform>%1, %Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::DocumentCard</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s)</source>
        <translation>
            <numerusform>%Ln sentence</numerusform>
            <numerusform>%Ln sentences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::ExportDialog</name>
    <message numerus="yes">
        <source>Export %Ln process(es)</source>
        <translation>
            <numerusform>Export %Ln process</numerusform>
            <numerusform>Export %Ln processes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s), the first is %1</source>
        <translation>
            <numerusform>%Ln file: %1</numerusform>
            <numerusform>%Ln files, the first is %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are there already, such as %1. Replace them?</source>
        <translation>
            <numerusform>%Ln file is there already: %1. Replace it?</numerusform>
            <numerusform>%Ln files are there already, such as %1. Replace them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %Ln file(s).</source>
        <translation>
            <numerusform>Saved %Ln file.</numerusform>
            <numerusform>Saved %Ln files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::FilesPage</name>
    <message numerus="yes">
        <source>%Ln found so far</source>
        <translation>
            <numerusform>%Ln found so far</numerusform>
            <numerusform>%Ln found so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::LengthsChart</name>
    <message numerus="yes">
        <source>%Ln document(s); %1 have %2 words</source>
        <extracomment>%1 is a percentage, %2 a range like 100–299</extracomment>
        <translation>
            <numerusform>%Ln document; %1 has %2 words</numerusform>
            <numerusform>%Ln documents; %1 have %2 words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::MachinesDialog</name>
    <message numerus="yes">
        <source>%n program(s) at work</source>
        <translation>
            <numerusform>%n program at work</numerusform>
            <numerusform>%n programs at work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n lost</source>
        <translation>
            <numerusform>, %n lost</numerusform>
            <numerusform>, %n lost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::MainWindow</name>
    <message numerus="yes">
        <source>One process over all %Ln item(s)</source>
        <translation>
            <numerusform>One process over %Ln item</numerusform>
            <numerusform>One process over all %Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One process for each of %Ln item(s)</source>
        <translation>
            <numerusform>One process for %Ln item</numerusform>
            <numerusform>One process for each of %Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::OverviewPage</name>
    <message numerus="yes">
        <source>%Ln key sentence(s) a document</source>
        <translation>
            <numerusform>%Ln key sentence a document</numerusform>
            <numerusform>%Ln key sentences a document</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::ParkedDialog</name>
    <message numerus="yes">
        <source>%Ln batch(es) parked</source>
        <translation>
            <numerusform>%Ln batch parked</numerusform>
            <numerusform>%Ln batches parked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::ProcessCommands</name>
    <message numerus="yes">
        <source>%Ln document(s) will be tried again.</source>
        <translation>
            <numerusform>%Ln document will be tried again.</numerusform>
            <numerusform>%Ln documents will be tried again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln process(es) removed. Results are kept for 30 days.</source>
        <translation>
            <numerusform>%Ln process removed. Results are kept for 30 days.</numerusform>
            <numerusform>%Ln processes removed. Results are kept for 30 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) will get key sentences. Nothing is sent for them.</source>
        <translation>
            <numerusform>%Ln document will get key sentences. Nothing is sent for it.</numerusform>
            <numerusform>%Ln documents will get key sentences. Nothing is sent for them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::Recovery</name>
    <message numerus="yes">
        <source>%Ln process(es) were running.</source>
        <translation>
            <numerusform>%Ln process was running.</numerusform>
            <numerusform>%Ln processes were running.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::Sidebar</name>
    <message numerus="yes">
        <source>%1, %Ln process(es)</source>
        <extracomment>a category of processes and how many it has: read aloud</extracomment>
        <translation>
            <numerusform>%1, %Ln process</numerusform>
            <numerusform>%1, %Ln processes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::StatesChart</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::StatusLine</name>
    <message numerus="yes">
        <source>%Ln running</source>
        <translation>
            <numerusform>%Ln running</numerusform>
            <numerusform>%Ln running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with problems</source>
        <comment>processes</comment>
        <translation>
            <numerusform>%Ln with problems</numerusform>
            <numerusform>%Ln with problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::StopWordMenu</name>
    <message numerus="yes">
        <source>Stop words: %Ln language(s) left out</source>
        <translation>
            <numerusform>Stop words: %Ln language left out</numerusform>
            <numerusform>Stop words: %Ln languages left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::SummaryTrouble</name>
    <message numerus="yes">
        <source>%Ln document(s) have no summary, or were done only in part. Files says why.</source>
        <translation>
            <numerusform>%Ln document has no summary, or was done only in part. Files says why.</numerusform>
            <numerusform>%Ln documents have no summary, or were done only in part. Files says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::TopWordsChart</name>
    <message numerus="yes">
        <source>“%1” %Ln time(s)</source>
        <translation>
            <numerusform>“%1” %Ln time</numerusform>
            <numerusform>“%1” %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::UsesRow</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln process(es)</source>
        <translation>
            <numerusform>%Ln process</numerusform>
            <numerusform>%Ln processes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s): %1 model tokens were sent, %2 came back</source>
        <translation>
            <numerusform>%Ln answer: %1 model tokens were sent, %2 came back</numerusform>
            <numerusform>%Ln answers: %1 model tokens were sent, %2 came back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::WordContextPage</name>
    <message numerus="yes">
        <source>in %Ln document(s)</source>
        <extracomment>follows &quot;41 places&quot;: how many documents they are in</extracomment>
        <translation>
            <numerusform>in %Ln document</numerusform>
            <numerusform>in %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln place(s) %1</source>
        <translation>
            <numerusform>the first %Ln place %1</numerusform>
            <numerusform>the first %Ln places %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln place(s) of %1, %2</source>
        <translation>
            <numerusform>the first %Ln place of %1, %2</numerusform>
            <numerusform>the first %Ln places of %1, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) %1; %2 were counted, but some documents have moved or changed since</source>
        <translation>
            <numerusform>%Ln place %1; %2 were counted, but some documents have moved or changed since</numerusform>
            <numerusform>%Ln places %1; %2 were counted, but some documents have moved or changed since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) %1</source>
        <translation>
            <numerusform>%Ln place %1</numerusform>
            <numerusform>%Ln places %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::WordControls</name>
    <message numerus="yes">
        <source> character(s)</source>
        <extracomment>follows a number in a field</extracomment>
        <translation>
            <numerusform> character</numerusform>
            <numerusform> characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gemmary::WordModel</name>
    <message numerus="yes">
        <source>%1, rank %2, %Ln time(s), %3 per 10,000 words</source>
        <extracomment>a row of the word table, read aloud: word, rank, rate in 10,000 words</extracomment>
        <translation>
            <numerusform>%1, rank %2, %Ln time, %3 per 10,000 words</numerusform>
            <numerusform>%1, rank %2, %Ln times, %3 per 10,000 words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HtmlTexts</name>
    <message numerus="yes">
        <source>%Ln document(s) could not be summarised.</source>
        <translation>
            <numerusform>%Ln document could not be summarised.</numerusform>
            <numerusform>%Ln documents could not be summarised.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln most frequent word(s)</source>
        <translation>
            <numerusform>The %Ln most frequent word</numerusform>
            <numerusform>The %Ln most frequent words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProcessTexts</name>
    <message numerus="yes">
        <source>%1, %Ln problem(s)</source>
        <extracomment>%1 is a state such as &quot;Completed&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln problem</numerusform>
            <numerusform>%1, %Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln found so far</source>
        <translation>
            <numerusform>%Ln found so far</numerusform>
            <numerusform>%Ln found so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) found so far.</source>
        <translation>
            <numerusform>%Ln document found so far.</numerusform>
            <numerusform>%Ln documents found so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln percent</source>
        <translation>
            <numerusform>%Ln percent</numerusform>
            <numerusform>%Ln percent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summarizers</name>
    <message numerus="yes">
        <source>%Ln request(s) today</source>
        <translation>
            <numerusform>%Ln request today</numerusform>
            <numerusform>%Ln requests today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln request(s) a minute are sent.</source>
        <translation>
            <numerusform>At most %Ln request a minute is sent.</numerusform>
            <numerusform>At most %Ln requests a minute are sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryContent</name>
    <message numerus="yes">
        <source>From %Ln document(s)</source>
        <translation>
            <numerusform>From %Ln document</numerusform>
            <numerusform>From %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln could not be summarised</source>
        <extracomment>%1 is &quot;From 812 documents&quot;</extracomment>
        <translation>
            <numerusform>%1; %Ln could not be summarised</numerusform>
            <numerusform>%1; %Ln could not be summarised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) summarised</source>
        <translation>
            <numerusform>%Ln document summarised</numerusform>
            <numerusform>%Ln documents summarised</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordTexts</name>
    <message numerus="yes">
        <source>%Ln form(s)</source>
        <comment>different words</comment>
        <translation>
            <numerusform>%Ln form</numerusform>
            <numerusform>%Ln forms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <comment>different words</comment>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 words in %Ln document(s)</source>
        <extracomment>%1 is a number of words, with repetitions</extracomment>
        <translation>
            <numerusform>%1 words in %Ln document</numerusform>
            <numerusform>%1 words in %Ln documents</numerusform>
        </translation>
    </message>
</context>
</TS>
