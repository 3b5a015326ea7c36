<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>au_studio</name>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>Held out: the {trained} rated frames that trained “{model}” are left out. The other {left} may show the same persons at other moments; for new persons, the cross-validated figures of the Train page are fairer.</source>
            <translation>Zurückgehalten: die {trained} bewerteten Bilder, an denen „{model}“ trainiert wurde, sind ausgelassen. Die übrigen {left} können dieselben Personen in anderen Augenblicken zeigen; für neue Personen sind die kreuzvalidierten Zahlen der Seite Trainieren aussagekräftiger.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>It cannot be known which ratings “{model}” was trained on: the record of its training is not in this study. Do not report these figures as held out.</source>
            <translation>Es ist nicht festzustellen, an welchen Ratings „{model}“ trainiert wurde: Die Aufzeichnung des Trainings ist nicht in dieser Studie. Diese Zahlen nicht als zurückgehalten berichten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>Not held out: “{model}” was trained on ratings of these very frames and remembers them, so these figures are better than on new frames. Those on the Train page are held out.</source>
            <translation>Nicht zurückgehalten: „{model}“ wurde an Ratings genau dieser Bilder trainiert und erinnert sich an sie; die Zahlen sind deshalb besser als an neuen Bildern. Die auf der Seite Trainieren sind zurückgehalten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>Not held out: “{model}” was trained on ratings of {trained} of these {common} frames and remembers them, so these figures are better than on new frames. Those on the Train page are held out.</source>
            <translation>Nicht zurückgehalten: „{model}“ wurde an Ratings von {trained} dieser {common} Bilder trainiert und erinnert sich an sie; die Zahlen sind deshalb besser als an neuen Bildern. Die auf der Seite Trainieren sind zurückgehalten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>Nothing is held out: all {common} rated frames trained “{model}”, so they are left out. Rate more frames (extend the sample on the Code page), read the cross-validated figures of the Train page, or tick “Also frames that trained it” to look at these all the same.</source>
            <translation>Nichts ist zurückgehalten: An allen {common} bewerteten Bildern wurde „{model}“ trainiert, deshalb sind sie ausgelassen. Mehr Bilder bewerten (Stichprobe auf der Seite Codieren erweitern), die kreuzvalidierten Zahlen der Seite Trainieren lesen oder „Auch Bilder, an denen es trainiert wurde“ ankreuzen, um diese trotzdem zu sehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>The model “{second}” is no longer there.</source>
            <translation>Das Modell „{second}“ ist nicht mehr da.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>{names} and {more} more</source>
            <translation>{names} und {more} weitere</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>{n} times only one of the two could code an action unit that the other rated as not codable: these are not in the figures, but in the list below.</source>
            <extracomment>For 1: Once only one of the two could code an action unit that the other rated as not codable: these are not in the figures, but in the list below.</extracomment>
            <translation>
                <numerusform>Einmal konnte nur eine der beiden Seiten eine Action Unit codieren, die für die andere nicht codierbar war: Sie ist nicht in den Zahlen, aber in der Liste darunter.</numerusform>
                <numerusform>{n}-mal konnte nur eine der beiden Seiten eine Action Unit codieren, die für die andere nicht codierbar war: Sie sind nicht in den Zahlen, aber in der Liste darunter.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>“{model}” was trained on other frames of this study, perhaps of the same persons: for new persons, the cross-validated figures of the Train page are fairer.</source>
            <translation>„{model}“ wurde an anderen Bildern dieser Studie trainiert, vielleicht derselben Personen: Für neue Personen sind die kreuzvalidierten Zahlen der Seite Trainieren aussagekräftiger.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>“{second}” has not analysed {names} yet: these are not compared.</source>
            <translation>„{second}“ hat {names} noch nicht analysiert: Sie werden nicht verglichen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/consensus.py"></location>
            <source>Rename the coder called “{names}”.</source>
            <translation>Die Person umbenennen, die als „{names}“ codiert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/consensus.py"></location>
            <source>The coder of reconciled values cannot be added: its names are taken.</source>
            <translation>Die Person für die Konsenswerte kann nicht hinzugefügt werden: Ihre Namen sind vergeben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/judgement.py"></location>
            <source>No frame that {coder} rated is left to judge “{model}” by.</source>
            <translation>Kein von {coder} bewertetes Bild ist übrig, um „{model}“ danach zu beurteilen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/judgement.py"></location>
            <source>No labelled frame of {material} shows a face.</source>
            <translation>Kein bewertetes Bild von {material} zeigt ein Gesicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/judgement.py"></location>
            <source>Rate more frames, or analyse the recordings.</source>
            <translation>Mehr Bilder bewerten oder die Aufnahmen analysieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/judgement.py"></location>
            <source>Reading {material}</source>
            <translation>{material} wird gelesen</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/judgement.py"></location>
            <source>“{card}” reads no action unit that {material} has labels of.</source>
            <translation>„{card}“ liest keine Action Unit, für die {material} Bewertungen hat.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>It is undefined for every action unit.</source>
            <translation>Für keine Action Unit definiert.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>Mean of {counted} action units; {n} are undefined.</source>
            <extracomment>For 1: Mean of {counted} action units; {n} is undefined.</extracomment>
            <translation>
                <numerusform>Mittel von {counted} Action Units; {n} ist nicht definiert.</numerusform>
                <numerusform>Mittel von {counted} Action Units; {n} sind nicht definiert.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>Neither scores it on any of these frames.</source>
            <translation>Keine Seite bewertet sie auf einem dieser Bilder.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>No frame was rated by both.</source>
            <translation>Kein Bild wurde von beiden bewertet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>No interval: it needs frames of {fewest} persons or more.</source>
            <translation>Kein Intervall: Es braucht Bilder von mindestens {fewest} Personen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>Only one frame was rated by both.</source>
            <translation>Nur ein Bild wurde von beiden bewertet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>Scored on {n} of these frames only: expect this figure to change with a few more.</source>
            <translation>Nur auf {n} dieser Bilder bewertet: Diese Zahl kann sich mit einigen mehr ändern.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>The formula divides by 0 here.</source>
            <translation>Die Formel teilt hier durch 0.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>{name} never varies here, and so follows nothing: {level:g} on all frames.</source>
            <translation>{name} variiert hier nie und folgt deshalb nichts: {level:g} auf allen Bildern.</translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>{name} never varies here: {level:g} on all {n} frames.</source>
            <translation>{name} variiert hier nie: {level:g} auf allen {n} Bildern.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>{name} varies too little: something other than {level:g} on {n} frames only, so the figure would hang on those.</source>
            <extracomment>For 1: {name} varies too little: something other than {level:g} on {n} frame only, so the figure would hang on those.</extracomment>
            <translation>
                <numerusform>{name} variiert zu wenig: nur auf {n} Bild etwas anderes als {level:g}; daran hinge die ganze Zahl.</numerusform>
                <numerusform>{name} variiert zu wenig: nur auf {n} Bildern etwas anderes als {level:g}; daran hinge die ganze Zahl.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>{why} (The formula gives {value:.2f}.)</source>
            <translation>{why} (Die Formel ergibt {value:.2f}.)</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/decoding.py"></location>
            <source>All pictures of {name} are decoded by software.</source>
            <translation>Alle Bilder von {name} werden von der Software dekodiert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/decoding.py"></location>
            <source>The analysis was begun without the graphics card.</source>
            <translation>Die Analyse wurde ohne die Grafikkarte begonnen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Action units</source>
            <translation>Action Units</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Beside the one before</source>
            <translation>Gegenüber dem vorigen</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>For whom</source>
            <translation>Für wen</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Held-out agreement</source>
            <translation>Zurückgehaltene Übereinstimmung</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Intervals</source>
            <translation>Intervalle</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Its curves of {names} are deleted, too; they cannot be made again without it.</source>
            <translation>Die Kurven von {names} werden mitgelöscht; ohne das Modell können sie nicht neu entstehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Learned from</source>
            <translation>Gelernt aus</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Made</source>
            <translation>Entstanden</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Measured on</source>
            <translation>Gemessen an</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <location filename="../../au_studio/ui/watch/rows_paint.py"></location>
            <source>Ratings</source>
            <translation>Ratings</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Remarks</source>
            <translation>Anmerkungen</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Same persons, other frames</source>
            <translation>Dieselben Personen, andere Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Tables that were exported with it name a model that is no longer here.</source>
            <translation>Damit exportierte Tabellen nennen dann ein Modell, das nicht mehr hier ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>The study starts with it: it will start with the shipped model.</source>
            <translation>Die Studie beginnt mit ihm: Sie wird dann mit dem mitgelieferten Modell beginnen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Trained from</source>
            <translation>Trainiert aus</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>a model</source>
            <translation>einem Modell</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>adapted</source>
            <translation>angepasst</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>fine-tuned</source>
            <translation>nachtrainiert</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>hash {digest}…, seed {seed}</source>
            <translation>Prüfsumme {digest}…, Startwert {seed}</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>in {minutes:.1f} minutes</source>
            <translation>in {minutes:.1f} Minuten</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>of this study</source>
            <translation>aus dieser Studie</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>on {device}</source>
            <translation>auf {device}</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>ships with AU Studio</source>
            <translation>gehört zu AU Studio</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>with AU Studio {version}</source>
            <translation>mit AU Studio {version}</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>{frames} rated frames of {recordings} recordings</source>
            <translation>{frames} bewertete Bilder aus {recordings} Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>{model} (SHA-256 {digest}…), which is not here</source>
            <translation>{model} (SHA-256 {digest}…), das nicht hier ist</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>{names} were trained from it: they stay and go on working, but what they came from can no longer be looked at or compared.</source>
            <extracomment>For 1: {names} was trained from it: it stays and goes on working, but what it came from can no longer be looked at or compared.</extracomment>
            <translation>
                <numerusform>{names} wurde daraus trainiert: Es bleibt und funktioniert weiter, aber woraus es entstand, kann nicht mehr angesehen oder verglichen werden.</numerusform>
                <numerusform>{names} wurden daraus trainiert: Sie bleiben und funktionieren weiter, aber woraus sie entstanden, kann nicht mehr angesehen oder verglichen werden.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>{now} (the model before: {before}).</source>
            <translation>{now} (das Modell vorher: {before}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>{n} of them of persons not named</source>
            <translation>{n} davon von nicht benannten Personen</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>{persons} persons</source>
            <translation>{persons} Personen</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>A model is two files; copy both, or use “Export model”, which makes one of them.</source>
            <translation>Ein Modell besteht aus zwei Dateien; beide kopieren, oder „Modell exportieren“ benutzen, das eine daraus macht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>Ask for the file again; it was changed or cut short on the way.</source>
            <translation>Die Datei noch einmal anfordern; sie wurde unterwegs verändert oder abgeschnitten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>Choose a file that “Export model” wrote (*.aumodel), or a .safetensors file with its card beside.</source>
            <translation>Eine Datei wählen, die „Modell exportieren“ geschrieben hat (*.aumodel), oder eine .safetensors-Datei mit ihrer Modellkarte daneben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>Copy the model's two files back from a backup.</source>
            <translation>Die beiden Dateien des Modells aus einer Sicherung zurückkopieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>The card in {name} describes a network that this version does not know.</source>
            <translation>Die Modellkarte in {name} beschreibt ein Netz, das diese Version nicht kennt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>The card in {name} was changed after it was exported.</source>
            <translation>Die Modellkarte in {name} wurde nach dem Export verändert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>The weights in {name} are far too large.</source>
            <translation>Die Gewichte in {name} sind viel zu groß.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>The weights in {name} are not safetensors.</source>
            <translation>Die Gewichte in {name} sind keine safetensors.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>The weights in {name} are not the ones that its card describes: the hash differs.</source>
            <translation>Die Gewichte in {name} sind nicht die, die ihre Modellkarte beschreibt: Die Prüfsumme weicht ab.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>The weights in {name} do not fit the network on its card.</source>
            <translation>Die Gewichte in {name} passen nicht zu dem Netz auf ihrer Modellkarte.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>There is no file {path}.</source>
            <translation>Es gibt keine Datei {path}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <location filename="../../au_studio/nn/config.py"></location>
            <source>Update AU Studio.</source>
            <translation>AU Studio aktualisieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} cannot be read.</source>
            <translation>{name} kann nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} changed while it was read.</source>
            <translation>{name} hat sich beim Lesen verändert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} has no card ({name_2}) beside it.</source>
            <translation>Neben {name} liegt keine Modellkarte ({name_2}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} has no model card of AU Studio.</source>
            <translation>{name} hat keine Modellkarte von AU Studio.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} is no model of AU Studio.</source>
            <translation>{name} ist kein Modell von AU Studio.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} is no model of AU Studio: it holds {names}.</source>
            <translation>{name} ist kein Modell von AU Studio: Es enthält {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} is no model of AU Studio: {part} is far too large.</source>
            <translation>{name} ist kein Modell von AU Studio: {part} ist viel zu groß.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} is no model of AU Studio: {part} is not readable.</source>
            <translation>{name} ist kein Modell von AU Studio: {part} ist nicht lesbar.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} is no model of AU Studio: {reason}.</source>
            <translation>{name} ist kein Modell von AU Studio: {reason}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} is not the file that its card describes: the hash differs.</source>
            <translation>{name} ist nicht die Datei, die ihre Modellkarte beschreibt: Die Prüfsumme weicht ab.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} was written by another version of AU Studio (card schema {schema}).</source>
            <translation>{name} wurde von einer anderen Version von AU Studio geschrieben (Schema der Modellkarte: {schema}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} was written by another version of AU Studio ({version}).</source>
            <translation>{name} wurde von einer anderen Version von AU Studio geschrieben ({version}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>“{name}” is damaged: {name_2} is not the file that its card describes.</source>
            <translation>„{name}“ ist beschädigt: {name_2} ist nicht die Datei, die die Modellkarte beschreibt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <source>A model is two files, .safetensors and .json, side by side.</source>
            <translation>Ein Modell besteht aus zwei Dateien, .safetensors und .json, nebeneinander.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <location filename="../../au_studio/resources.py"></location>
            <location filename="../../au_studio/study/demo.py"></location>
            <source>Install AU Studio again.</source>
            <translation>AU Studio noch einmal installieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <source>No model lies in {root}.</source>
            <translation>In {root} liegt kein Modell.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <source>There are: {names}; or give the path of one.</source>
            <translation>Es gibt: {names}; oder den Pfad eines Modells angeben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <source>There is no model called “{name}”.</source>
            <translation>Es gibt kein Modell namens „{name}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <source>{name} is not a model of AU Studio, or its card ({stem}.json) is missing.</source>
            <translation>{name} ist kein Modell von AU Studio, oder die Modellkarte ({stem}.json) fehlt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rated_shift.py"></location>
            <source>Fewer than {fewest_rated} frames of this person are rated.</source>
            <translation>Weniger als {fewest_rated} Bilder dieser Person sind bewertet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rated_shift.py"></location>
            <source>Rate some, or choose a neutral reference.</source>
            <translation>Einige bewerten oder eine neutrale Referenz wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/recording.py"></location>
            <source>Check that this is the right recording.</source>
            <translation>Prüfen, ob das die richtige Aufnahme ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/recording.py"></location>
            <source>Choose one who was seen, or nobody: who fills most of the picture is analysed then.</source>
            <translation>Eine Person wählen, die gesehen wurde, oder keine: Dann wird die analysiert, die den größten Teil des Bildes füllt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/recording.py"></location>
            <source>Copy the recording again from its source, or leave those moments out.</source>
            <translation>Die Aufnahme noch einmal von der Quelle kopieren oder diese Augenblicke auslassen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/recording.py"></location>
            <source>Nobody with the face_id {person} was seen in {name}; no face was seen at all.</source>
            <translation>Niemand mit der face_id {person} wurde in {name} gesehen; es wurde überhaupt kein Gesicht gesehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/recording.py"></location>
            <source>Nobody with the face_id {person} was seen in {name}; seen were: {numbers}.</source>
            <translation>Niemand mit der face_id {person} wurde in {name} gesehen; gesehen wurden: {numbers}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/recording.py"></location>
            <source>{name} is damaged: {skipped} of its {n_frames} frames could not be decoded and have no row.</source>
            <translation>{name} ist beschädigt: {skipped} der {n_frames} Bilder konnten nicht decodiert werden und haben keine Zeile.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>Choose running, refined, none, or neutral with its second: neutral:12.4 (neutral:12.4-13 for a span).</source>
            <translation>running, refined, none oder neutral mit der Sekunde wählen: neutral:12.4 (neutral:12.4-13 für eine Spanne).</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>It is not said when the face is neutral.</source>
            <translation>Es ist nicht gesagt, wann das Gesicht neutral ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>It lasts from {first:.3f} to {last:.3f} s: name a second in between.</source>
            <translation>Sie dauert von {first:.3f} bis {last:.3f} s: eine Sekunde dazwischen angeben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>Name a second at which the face is seen, or take another rest.</source>
            <translation>Eine Sekunde angeben, in der das Gesicht zu sehen ist, oder eine andere Ruhe wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>Name the second of a neutral frame, or a span: neutral:12.4, neutral:12.4-13.</source>
            <translation>Die Sekunde eines neutralen Bildes oder eine Spanne angeben: neutral:12.4, neutral:12.4-13.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>No face was found in {name} between {span:.2f} and {span_2:.2f} s, which is said to be neutral.</source>
            <translation>In {name} wurde zwischen {span:.2f} und {span_2:.2f} s, wo das Gesicht neutral sein soll, kein Gesicht gefunden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>{name} has no frame where its face is said to be neutral.</source>
            <translation>{name} hat dort kein Bild, wo das Gesicht neutral sein soll.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>“{text}” is no rest.</source>
            <translation>„{text}“ ist keine Angabe für die Ruhe.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest_calibration.py"></location>
            <source>Mark a frame in which the face is seen, or leave the calibration off.</source>
            <translation>Ein Bild markieren, in dem das Gesicht zu sehen ist, oder nicht kalibrieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest_calibration.py"></location>
            <source>Mark a neutral frame of this person, or leave the calibration off.</source>
            <translation>Ein neutrales Bild dieser Person markieren oder nicht kalibrieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest_calibration.py"></location>
            <source>No face was found at {marked:.2f} s, where the neutral frame is marked.</source>
            <translation>Bei {marked:.2f} s, wo das neutrale Bild markiert ist, wurde kein Gesicht gefunden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest_calibration.py"></location>
            <source>Only {n_frames} frames show the face; calibrating to the face at rest needs {fewest_frames}.</source>
            <translation>Nur {n_frames} Bilder zeigen das Gesicht; um auf das Ruhegesicht zu kalibrieren, braucht es {fewest_frames}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest_of_study.py"></location>
            <source>A study cannot take “{kind}” for the rest of everybody in it.</source>
            <translation>Eine Studie kann „{kind}“ nicht als Ruhe aller Personen nehmen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest_of_study.py"></location>
            <source>Choose running, refined, none or neutral; neutral frames are chosen on the Code page.</source>
            <translation>running, refined, none oder neutral wählen; neutrale Bilder werden auf der Seite Codieren gewählt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/store.py"></location>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <source>Analyse the recording again, or update AU Studio.</source>
            <translation>Die Aufnahme noch einmal analysieren oder AU Studio aktualisieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/store.py"></location>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <source>Delete the file and analyse the recording again.</source>
            <translation>Die Datei löschen und die Aufnahme noch einmal analysieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/store.py"></location>
            <source>The intensities {path} cannot be read.</source>
            <translation>Die Intensitäten {path} können nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/store.py"></location>
            <source>The intensities {path} were written by a newer AU Studio.</source>
            <translation>Die Intensitäten {path} wurden von einem neueren AU Studio geschrieben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/surroundings.py"></location>
            <source>Analyse the recording first.</source>
            <translation>Zuerst die Aufnahme analysieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/surroundings.py"></location>
            <source>Check that the recording is the file that was rated.</source>
            <translation>Prüfen, ob die Aufnahme die Datei ist, die bewertet wurde.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/surroundings.py"></location>
            <source>Whose face is meant in {name} is unknown: its faces were never tracked.</source>
            <translation>Wessen Gesicht in {name} gemeint ist, ist unbekannt: Die Gesichter wurden nie verfolgt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/surroundings.py"></location>
            <source>{sum} rated frames do not exist in {name}.</source>
            <translation>{sum} bewertete Bilder gibt es in {name} nicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <location filename="../../au_studio/export/check.py"></location>
            <source>Analyse the recording again.</source>
            <translation>Die Aufnahme noch einmal analysieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <source>The face tracks {path} cannot be read.</source>
            <translation>Die Gesichtsspuren {path} können nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <source>The face tracks {path} were written by a newer AU Studio.</source>
            <translation>Die Gesichtsspuren {path} wurden von einem neueren AU Studio geschrieben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <source>The faces in {name} were found when the recording was read in another way.</source>
            <translation>Die Gesichter in {name} wurden gefunden, als die Aufnahme anders gelesen wurde.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <source>The faces of {video} were found before its oblong pixels were shown square.</source>
            <translation>Die Gesichter in {video} wurden gefunden, bevor die länglichen Bildpunkte quadratisch gezeigt wurden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>It learned from one person and is for that person alone: it reads other people far worse than the model before (in three sessions, ICC lower by .07 and MAE higher by .44).</source>
            <translation>Es hat aus einer Person gelernt und gilt nur für sie: Andere liest es viel schlechter als das Modell vorher (in drei Sitzungen ICC um .07 kleiner, MAE um .44 größer).</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>On {where} {told}: {figures}.</source>
            <translation>Auf {where} ist es {told}: {figures}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>On {where} {told}: {figures}; {why}.</source>
            <translation>Auf {where} ist es {told}: {figures}; {why}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>Rate more, or keep the old one.</source>
            <translation>Mehr bewerten oder das alte behalten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>Whether it is better could not be measured: too few ratings to hold some out.</source>
            <translation>Ob es besser ist, konnte nicht gemessen werden: zu wenige Ratings, um einige zurückzuhalten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>held-out frames</source>
            <translation>zurückgehaltenen Bildern</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>it can’t be told yet whether it is better than the model before</source>
            <translation>noch nicht erkennbar besser oder schlechter als das Modell vorher</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>it is better in one figure and worse in the other than the model before</source>
            <translation>in einer Zahl besser und in der anderen schlechter als das Modell vorher</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>it is better than the model before</source>
            <translation>besser als das Modell vorher</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>it is worse than the model before</source>
            <translation>schlechter als das Modell vorher</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>other frames of the persons that you rated</source>
            <translation>anderen Bildern der bewerteten Personen</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>persons whom it did not learn from</source>
            <translation>Personen, aus denen es nicht gelernt hat,</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>recordings that it did not learn from</source>
            <translation>Aufnahmen, aus denen es nicht gelernt hat,</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>{first} and on {second}</source>
            <translation>{first} und auf {second}</translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>{first}, and {second}</source>
            <translation>{first}, und {second}</translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/calibrations.py"></location>
            <source>Open that recording once, or choose a neutral reference in this one.</source>
            <translation>Jene Aufnahme einmal öffnen oder in dieser eine neutrale Referenz wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/calibrations.py"></location>
            <source>The neutral reference is in a recording that this model has not analysed yet.</source>
            <translation>Die neutrale Referenz liegt in einer Aufnahme, die dieses Modell noch nicht analysiert hat.</translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/drawing.py"></location>
            <source>No draw of this command can be taken back in this study.</source>
            <translation>In dieser Studie kann keine Ziehung dieses Befehls zurückgenommen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/drawing.py"></location>
            <source>Take the draw back where it was made: Undo on the Code page.</source>
            <translation>Die Ziehung dort zurücknehmen, wo sie gemacht wurde: Rückgängig auf der Seite Codieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/drawing.py"></location>
            <source>The sample has changed since the last draw of this command, so it cannot be taken back.</source>
            <translation>Die Stichprobe hat sich seit der letzten Ziehung dieses Befehls verändert, deshalb kann sie nicht zurückgenommen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/pace.py"></location>
            <source>About {time}, at your pace so far of {pace} s per frame.</source>
            <translation>Etwa {time} beim bisherigen Tempo von {pace} s je Bild.</translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/pace.py"></location>
            <source>No frames to code.</source>
            <translation>Keine Bilder zu codieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/pace.py"></location>
            <source>Roughly {low} to {high}, if a frame takes a trained coder 20 to 45 s. Your own pace replaces this assumption once you have coded five frames.</source>
            <translation>Ungefähr {low} bis {high}, wenn ein Bild geübte Codierende 20 bis 45 s kostet. Das eigene Tempo ersetzt diese Annahme, sobald fünf Bilder codiert sind.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/comparing.py"></location>
            <source>It reads {names}.</source>
            <translation>Es liest {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/comparing.py"></location>
            <source>Nobody has said who is in {names}: each counts as a person of its own. Where one person is in several, say so under Recording &gt; Persons and conditions.</source>
            <translation>Bei {names} ist nicht gesagt, wer zu sehen ist: Jede dieser Aufnahmen zählt als eine eigene Person. Wenn jemand in mehreren vorkommt, bitte unter Aufnahme &gt; Personen und Bedingungen angeben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/comparing.py"></location>
            <source>“{name}” does not read {names}.</source>
            <translation>„{name}“ liest {names} nicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/measures.py"></location>
            <source>% of frames at {level} or more</source>
            <translation>% der Bilder mit {level} oder mehr</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/measures.py"></location>
            <source>episodes per minute</source>
            <translation>Episoden je Minute</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/measures.py"></location>
            <source>mean intensity</source>
            <translation>mittlere Intensität</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/measures.py"></location>
            <source>peak intensity</source>
            <translation>höchste Intensität</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>A marker cannot be taken to last {after} seconds.</source>
            <translation>Eine Marke kann nicht {after} Sekunden dauern.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>All markers {names} are at one frame, which lasts no time.</source>
            <translation>Alle Marken {names} liegen auf einem Bild und haben keine Dauer.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Give more than 0.</source>
            <translation>Mehr als 0 angeben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Give persons a group under Recording &gt; Persons and conditions.</source>
            <translation>Personen unter Aufnahme &gt; Personen und Bedingungen eine Gruppe geben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Give recordings a condition under Recording &gt; Persons and conditions.</source>
            <translation>Aufnahmen unter Aufnahme &gt; Personen und Bedingungen eine Bedingung geben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Left out, because no condition is given: {names}.</source>
            <translation>Ausgelassen, weil keine Bedingung angegeben ist: {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Left out, because no group is given: {names}.</source>
            <translation>Ausgelassen, weil keine Gruppe angegeben ist: {names}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Left out: {n} markers at one frame, which last no time. Say for how many seconds such a marker counts to take them in.</source>
            <extracomment>For 1: Left out: {n} marker at one frame, which lasts no time. Say for how many seconds such a marker counts to take it in.</extracomment>
            <translation>
                <numerusform>Ausgelassen: {n} Marke auf einem Bild, die keine Dauer hat. Angeben, für wie viele Sekunden eine solche Marke zählt, um sie aufzunehmen.</numerusform>
                <numerusform>Ausgelassen: {n} Marken auf einem Bild, die keine Dauer haben. Angeben, für wie viele Sekunden eine solche Marke zählt, um sie aufzunehmen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Nothing analysed has the {by} {names}.</source>
            <translation>Nichts Analysiertes hat {by} {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Say for how many seconds such a marker counts, or leave them out.</source>
            <translation>Angeben, für wie viele Sekunden eine solche Marke zählt, oder sie auslassen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Set markers that last for a while on the Watch page, or say how long a frame counts for.</source>
            <translation>Auf der Seite Ansehen Marken setzen, die eine Weile dauern, oder angeben, wie lange ein Bild zählt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <location filename="../../au_studio/figures/curves.py"></location>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>There are: {names}.</source>
            <translation>Es gibt: {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>There is none.</source>
            <translation>Es gibt keine.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Two {what} at least are needed to compare; there is {found}.</source>
            <translation>Zum Vergleichen braucht es mindestens zwei ({what}); da ist {found}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>conditions</source>
            <translation>Bedingungen</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>groups</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>kinds of markers</source>
            <translation>Arten von Marken</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>only “{name}”</source>
            <translation>nur „{name}“</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>Add videos to it first.</source>
            <translation>Zuerst Videos hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>Choose Recording &gt; Analyse all recordings in the window, or another model.</source>
            <translation>Im Fenster Aufnahme &gt; Alle Aufnahmen analysieren wählen, oder ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>Name one: {names}.</source>
            <translation>Eine davon nennen: {names}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>The model “{model}” has not analysed {names} as the study has them now.</source>
            <extracomment>For 1: The model “{model}” has not analysed {names} as the study has it now.</extracomment>
            <translation>
                <numerusform>Das Modell „{model}“ hat {names} nicht so analysiert, wie die Studie sie jetzt enthält.</numerusform>
                <numerusform>Das Modell „{model}“ hat {names} nicht so analysiert, wie die Studie sie jetzt enthält.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>The study has no recording {names}.</source>
            <translation>Die Studie hat keine Aufnahme {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>The study has no recording.</source>
            <translation>Die Studie hat keine Aufnahme.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>“{name}” means {number} recordings.</source>
            <translation>„{name}“ kann {number} Aufnahmen meinen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/time_courses.py"></location>
            <source>A mean curve needs some time to be shown.</source>
            <translation>Eine mittlere Kurve braucht etwas Zeit, die sie zeigt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/time_courses.py"></location>
            <source>Give more seconds.</source>
            <translation>Mehr Sekunden angeben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/words.py"></location>
            <source>p: two-sided, whole persons permuted; Holm: for all action units and pairs of conditions.</source>
            <translation>p: zweiseitig, ganze Personen permutiert; Holm: für alle Action Units und Bedingungspaare.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>Choose a disagreement first; then enter what you agree on.</source>
            <translation>Zuerst eine Abweichung wählen; dann eingeben, worauf man sich einigt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>Consensus {edit_text}. Undo takes it back.</source>
            <translation>Konsens {edit_text}. Rückgängig nimmt es zurück.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>Done again</source>
            <translation>Wiederholt</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>The agreement could not be computed.</source>
            <translation>Die Übereinstimmung konnte nicht berechnet werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>The agreement table is in {table} ({name} says how it was made).</source>
            <translation>Die Tabelle der Übereinstimmung liegt in {table} ({name} sagt, wie sie entstanden ist).</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>Undone</source>
            <translation>Rückgängig gemacht</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>agreed: the same rating by {name} and {name2}</source>
            <translation>einig: dasselbe Rating von {name} und {name2}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>reconciled: saw {name} and {name2}</source>
            <translation>geklärt: {name} und {name2} gesehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>{n} ratings on which both agree are in the consensus now.</source>
            <translation>{n} Ratings, bei denen sich beide einig sind, sind jetzt im Konsens.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/background.py"></location>
            <source>Something went wrong.</source>
            <translation>Etwas ist schiefgegangen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/batch.py"></location>
            <location filename="../../au_studio/jobs/analyze.py"></location>
            <source>Analysing {name}</source>
            <translation>{name} wird analysiert</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/batch.py"></location>
            <source>Every recording has been analysed with “{name}” already.</source>
            <translation>Alle Aufnahmen sind schon mit „{name}“ analysiert.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/batch.py"></location>
            <source>{n} recordings are going to be analysed.</source>
            <extracomment>For 1: 1 recording is going to be analysed.</extracomment>
            <translation>
                <numerusform>1 Aufnahme wird analysiert.</numerusform>
                <numerusform>{n} Aufnahmen werden analysiert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/batch.py"></location>
            <source>{n} recordings are still being checked; each follows as soon as it has been.</source>
            <extracomment>For 1: 1 recording is still being checked; it follows as soon as it has been.</extracomment>
            <translation>
                <numerusform>1 Aufnahme wird noch geprüft; sie folgt, sobald das getan ist.</numerusform>
                <numerusform>{n} Aufnahmen werden noch geprüft; jede folgt, sobald das getan ist.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Every action unit of this frame is rated already.</source>
            <translation>Alle Action Units dieses Bildes sind schon bewertet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Every frame of the sample is rated.</source>
            <translation>Alle Bilder der Stichprobe sind bewertet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>No rating of this sample is marked as unsure.</source>
            <translation>Kein Rating dieser Stichprobe ist als unsicher gekennzeichnet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Note removed.</source>
            <translation>Notiz entfernt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Note saved.</source>
            <translation>Notiz gespeichert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Nothing changes: no action unit of the list is left that {name} hides.</source>
            <translation>Nichts ändert sich: Von der Liste ist keine Action Unit übrig, die {name} verdeckt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Rate an action unit 1 to 5 first, then say that it shows {side_words}.</source>
            <translation>Zuerst eine Action Unit mit 1 bis 5 bewerten, dann sagen, dass sie {side_words} zu sehen ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Rate an action unit first, then mark it as unsure.</source>
            <translation>Zuerst eine Action Unit bewerten, dann als unsicher kennzeichnen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>The frame before has nothing that would change this one.</source>
            <translation>Das vorige Bild hat nichts, was dieses ändern würde.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>The imported ratings of {told} are yours now: you go on with them.</source>
            <translation>Die importierten Ratings von {told} gehören jetzt Ihnen: Sie machen damit weiter.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>There is no rating to repeat yet.</source>
            <translation>Es gibt noch kein Rating zum Wiederholen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>This is the first frame.</source>
            <translation>Das ist das erste Bild.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>This is the first frame: there is none before it to copy.</source>
            <translation>Das ist das erste Bild: Es gibt keines davor, das übernommen werden könnte.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>This is the last frame.</source>
            <translation>Das ist das letzte Bild.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>on the {sides} side</source>
            <translation>auf der Seite {sides}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>{name}: {n} action units are not codable here. Undo takes it back.</source>
            <extracomment>For 1: {name}: 1 action unit is not codable here. Undo takes it back.</extracomment>
            <translation>
                <numerusform>{name}: 1 Action Unit ist hier nicht codierbar. Rückgängig nimmt es zurück.</numerusform>
                <numerusform>{name}: {n} Action Units sind hier nicht codierbar. Rückgängig nimmt es zurück.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>{n} action units rated 0. Undo takes it back.</source>
            <extracomment>For 1: 1 action unit rated 0. Undo takes it back.</extracomment>
            <translation>
                <numerusform>1 Action Unit mit 0 bewertet. Rückgängig nimmt es zurück.</numerusform>
                <numerusform>{n} Action Units mit 0 bewertet. Rückgängig nimmt es zurück.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>{n} ratings copied from the frame before. Undo takes it back.</source>
            <extracomment>For 1: 1 rating copied from the frame before. Undo takes it back.</extracomment>
            <translation>
                <numerusform>1 Rating vom vorigen Bild übernommen. Rückgängig nimmt es zurück.</numerusform>
                <numerusform>{n} Ratings vom vorigen Bild übernommen. Rückgängig nimmt es zurück.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/neutral_choice.py"></location>
            <source>There is no neutral reference of this person now.</source>
            <translation>Von dieser Person gibt es jetzt keine neutrale Referenz.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/neutral_choice.py"></location>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>This picture is now the neutral reference of this person.</source>
            <translation>Dieses Bild ist jetzt die neutrale Referenz dieser Person.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/sample_extraction.py"></location>
            <source>A sampled frame was extracted again and its pixels are not those that were coded: another version of the video decoder gives other pictures.</source>
            <translation>Ein Bild der Stichprobe wurde noch einmal entnommen, und seine Bildpunkte sind nicht die, die codiert wurden: Eine andere Version des Decoders gibt andere Bilder.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/sample_extraction.py"></location>
            <source>The disk is nearly full: {total} sampled frames are not extracted.</source>
            <translation>Die Festplatte ist fast voll: {total} Bilder der Stichprobe werden nicht entnommen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/sample_extraction.py"></location>
            <source>storing sampled frames: {done} of {total}</source>
            <translation>Bilder der Stichprobe werden gespeichert: {done} von {total}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/exporting_video.py"></location>
            <source>Open a recording first; then a video of it can be made.</source>
            <translation>Zuerst eine Aufnahme öffnen; dann kann ein Video davon entstehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/exporting_video.py"></location>
            <source>The video could not be written.</source>
            <translation>Das Video konnte nicht geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/exporting_video.py"></location>
            <source>{name} is not analysed to its end yet: wait, or choose Analyse all recordings.</source>
            <translation>{name} ist noch nicht bis zum Ende analysiert: warten oder Alle Aufnahmen analysieren wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/face_finder.py"></location>
            <location filename="../../au_studio/controllers/models/comparing.py"></location>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source> and {n} more</source>
            <translation> und {n} weitere</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/face_finder.py"></location>
            <source>Faces are found by {name} from now on; curves made with the other way are computed again.</source>
            <translation>Gesichter werden ab jetzt mit {name} gesucht; Kurven, die anders entstanden sind, werden neu berechnet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/face_finder.py"></location>
            <source>{text} Persons may be numbered differently: check whose face is read in {names}.</source>
            <translation>{text} Personen können anders nummeriert sein: prüfen, wessen Gesicht in {names} gelesen wird.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/frame_loader.py"></location>
            <source>The file was changed since the sample was drawn: put the original file back.</source>
            <translation>Die Datei wurde verändert, seit die Stichprobe gezogen wurde: die ursprüngliche Datei zurücklegen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/frame_loader.py"></location>
            <source>The recording of this frame is no longer in the study.</source>
            <translation>Die Aufnahme dieses Bildes ist nicht mehr in der Studie.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/frame_loader.py"></location>
            <source>This frame cannot be shown.</source>
            <translation>Dieses Bild kann nicht gezeigt werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/frame_loader.py"></location>
            <source>{name} has no frame with the timestamp that was sampled ({pts}).</source>
            <translation>{name} hat kein Bild mit dem gezogenen Zeitstempel ({pts}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/guiding.py"></location>
            <source>{rated} of the first {wanted} are rated.</source>
            <translation>{rated} der ersten {wanted} sind bewertet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/indexing.py"></location>
            <source>{name} could not be read.</source>
            <translation>{name} konnte nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/interrupted.py"></location>
            <source>Interrupted last time: {names}. View &gt; Jobs goes on where it was.</source>
            <translation>Beim letzten Mal unterbrochen: {names}. Ansicht &gt; Aufträge macht dort weiter.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/interrupted.py"></location>
            <source>the analysis of {n} recordings</source>
            <extracomment>For 1: the analysis of 1 recording</extracomment>
            <translation>
                <numerusform>die Analyse von 1 Aufnahme</numerusform>
                <numerusform>die Analyse von {n} Aufnahmen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Cancelling…</source>
            <translation>Wird abgebrochen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <source>Check the disk that the study is on.</source>
            <translation>Die Festplatte prüfen, auf der die Studie liegt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <source>Making way…</source>
            <translation>Macht Platz …</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <source>Pausing…</source>
            <translation>Wird angehalten …</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <source>Stopping: the best is being kept…</source>
            <translation>Wird beendet: Das Beste wird behalten …</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <source>{title} could not be started.</source>
            <translation>{title} konnte nicht gestartet werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <source>{title} ended without a result.</source>
            <translation>{title} endete ohne Ergebnis.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/model_choice.py"></location>
            <source>“{name}”: {for_whom}</source>
            <translation>„{name}“: {for_whom}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/comparing.py"></location>
            <source>The models could not be compared.</source>
            <translation>Die Modelle konnten nicht verglichen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/comparing.py"></location>
            <source>“{name}” has not analysed {shown}.</source>
            <translation>„{name}“ hat {shown} nicht analysiert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/comparing.py"></location>
            <source>“{name}” was trained from “{name2}”. {told}</source>
            <translation>„{name}“ wurde aus „{name2}“ trainiert. {told}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/library.py"></location>
            <source>Another model is called “{name}” already.</source>
            <translation>Ein anderes Modell heißt schon „{name}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/library.py"></location>
            <source>Close other programs that use the study, and delete it again.</source>
            <translation>Andere Programme schließen, die die Studie benutzen, und noch einmal löschen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/library.py"></location>
            <source>Some files of “{name}” could not be deleted: {strerror}.</source>
            <translation>Einige Dateien von „{name}“ konnten nicht gelöscht werden: {strerror}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/library.py"></location>
            <source>“{name}” ships with AU Studio: it stays as it is.</source>
            <translation>„{name}“ gehört zu AU Studio: Es bleibt, wie es ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/library.py"></location>
            <source>“{name}” was not deleted: it is needed by {names}.</source>
            <translation>„{name}“ wurde nicht gelöscht: {names} brauchen es.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>Another model is being copied; wait until that is done.</source>
            <translation>Ein anderes Modell wird gerade kopiert; warten, bis das getan ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>Cancelled: no file was written, no model taken in.</source>
            <translation>Abgebrochen: keine Datei geschrieben, kein Modell aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>Checking and copying {name}</source>
            <translation>{name} wird geprüft und kopiert</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>Choose it in the list.</source>
            <translation>Es in der Liste wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>Open a study first: a model is taken into a study.</source>
            <translation>Zuerst eine Studie öffnen: Ein Modell wird in eine Studie aufgenommen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>The copying was stopped.</source>
            <translation>Das Kopieren wurde beendet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>The model could not be copied.</source>
            <translation>Das Modell konnte nicht kopiert werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>The model in {name} is here already: “{name2}”.</source>
            <translation>Das Modell in {name} ist schon hier: „{name2}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>Writing {name}</source>
            <translation>{name} wird geschrieben</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>“{name}” is in this study now.</source>
            <translation>„{name}“ ist jetzt in dieser Studie.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>“{name}” was written to {path}.</source>
            <translation>„{name}“ wurde nach {path} geschrieben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/notices.py"></location>
            <source>Please copy the details into a report.</source>
            <translation>Bitte die Einzelheiten in eine Meldung kopieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/notices.py"></location>
            <source>Something went wrong: {error}</source>
            <translation>Etwas ist schiefgegangen: {error}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/open_study.py"></location>
            <source>: {writer} has it open</source>
            <translation>: {writer} hat sie geöffnet</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/open_study.py"></location>
            <source>The copy is {copy}. The study that was open is open still.</source>
            <translation>Die Kopie ist {copy}. Die Studie, die offen war, ist weiter offen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/open_study.py"></location>
            <source>This study is open for reading only{who}. Nothing can be changed here.</source>
            <translation>Diese Studie ist nur zum Lesen geöffnet{who}. Hier kann nichts geändert werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/open_study.py"></location>
            <source>{message} The videos go to “{name}” instead.</source>
            <translation>{message} Die Videos kommen stattdessen in „{name}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/open_study.py"></location>
            <source>{name} is in place again. The damaged file was kept in the study’s folder.</source>
            <translation>{name} ist wieder an seinem Platz. Die beschädigte Datei wurde im Ordner der Studie behalten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/recordings.py"></location>
            <source>Found {count} of the missing videos.</source>
            <translation>{count} der fehlenden Videos gefunden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/recordings.py"></location>
            <source>None of the missing videos is in this folder.</source>
            <translation>Keines der fehlenden Videos ist in diesem Ordner.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/recordings.py"></location>
            <source>Who is read now has no name: “{name}” stays with the face that was rated. Say who it is under Recording &gt; Persons and conditions.</source>
            <translation>Wer jetzt gelesen wird, hat keinen Namen: „{name}“ bleibt bei dem Gesicht, das bewertet wurde. Unter Aufnahme &gt; Personen und Bedingungen sagen, wer es ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/recordings.py"></location>
            <source>{message} What is stored of it is shown.</source>
            <translation>{message} Was davon gespeichert ist, wird gezeigt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/rest_setting.py"></location>
            <source>Curves that were made otherwise are computed again.</source>
            <translation>Kurven, die anders entstanden sind, werden neu berechnet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/rest_setting.py"></location>
            <source>Movement counts from each person's neutral reference from now on; where a recording has none, from its calm frames.</source>
            <translation>Bewegung zählt ab jetzt von der neutralen Referenz jeder Person; wo eine Aufnahme keine hat, von ihren ruhigen Bildern.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/rest_setting.py"></location>
            <source>Movement counts from the calm frames of the whole recording from now on.</source>
            <translation>Bewegung zählt ab jetzt von den ruhigen Bildern der ganzen Aufnahme.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/rest_setting.py"></location>
            <source>Movement counts from the calm frames so far from now on.</source>
            <translation>Bewegung zählt ab jetzt von den bisherigen ruhigen Bildern.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/rest_setting.py"></location>
            <source>Nothing is measured from the person's rest from now on.</source>
            <translation>Ab jetzt wird nichts vom Ruhegesicht der Person aus gemessen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/same_videos.py"></location>
            <source>{names} are videos that are here already under other names.</source>
            <translation>{names} sind Videos, die unter anderen Namen schon hier sind.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/same_videos.py"></location>
            <source>{n} more</source>
            <translation>
                <numerusform>{n} weitere</numerusform>
                <numerusform>{n} weitere</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/same_videos.py"></location>
            <source>“{name}” is the same video as “{name2}”, which is here already.</source>
            <translation>„{name}“ ist dasselbe Video wie „{name2}“, das schon hier ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/backups.py"></location>
            <source>The backups could not be listed.</source>
            <translation>Die Sicherungen konnten nicht aufgelistet werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/backups.py"></location>
            <source>The study is as it was on {astimezone}. What it held until now is its newest backup: Study &gt; Restore a backup takes you back.</source>
            <translation>Die Studie ist, wie sie am {astimezone} war. Was sie bis jetzt enthielt, ist ihre neueste Sicherung: Studie &gt; Sicherung wiederherstellen führt zurück.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/drawing_figures.py"></location>
            <source>Saved: {names} in {parent}.</source>
            <translation>Gespeichert: {names} in {parent}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/drawing_figures.py"></location>
            <source>The figure could not be drawn.</source>
            <translation>Die Abbildung konnte nicht gezeichnet werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/drawing_figures.py"></location>
            <source>The file could not be written.</source>
            <translation>Die Datei konnte nicht geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>It is not in the study any more.</source>
            <translation>Sie ist nicht mehr in der Studie.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>Its video is being checked.</source>
            <translation>Ihr Video wird geprüft.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>The export failed.</source>
            <translation>Der Export ist fehlgeschlagen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>The export was stopped.</source>
            <translation>Der Export wurde beendet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>There is nothing to export.</source>
            <translation>Es gibt nichts zu exportieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>{message} There are no stored values of this model either.</source>
            <translation>{message} Auch gespeicherte Werte dieses Modells gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>{message} What could be read is exported.</source>
            <translation>{message} Was gelesen werden konnte, ist exportiert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/importing_ratings.py"></location>
            <source>This study is open for reading only.</source>
            <translation>Diese Studie ist nur zum Lesen geöffnet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/importing_ratings.py"></location>
            <source>{count} imported ratings taken back.</source>
            <translation>{count} importierte Ratings zurückgenommen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/importing_ratings.py"></location>
            <source>{name}, {coder}: {n} ratings, {date}</source>
            <extracomment>For 1: {name}, {coder}: {n} rating, {date}</extracomment>
            <translation>
                <numerusform>{name}, {coder}: {n} Rating, {date}</numerusform>
                <numerusform>{name}, {coder}: {n} Ratings, {date}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/importing_ratings.py"></location>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} notes</source>
            <extracomment>For 1: {n} note</extracomment>
            <translation>
                <numerusform>{n} Notiz</numerusform>
                <numerusform>{n} Notizen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/importing_ratings.py"></location>
            <source>{n} ratings and {notes} imported.</source>
            <extracomment>For 1: {n} rating and {notes} imported.</extracomment>
            <translation>
                <numerusform>{n} Rating und {notes} importiert.</numerusform>
                <numerusform>{n} Ratings und {notes} importiert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/importing_ratings.py"></location>
            <source>{n} ratings imported.</source>
            <extracomment>For 1: {n} rating imported.</extracomment>
            <translation>
                <numerusform>{n} Rating importiert.</numerusform>
                <numerusform>{n} Ratings importiert.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>The recording could not be read so.</source>
            <translation>Die Aufnahme konnte so nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>The video streams could not be listed.</source>
            <translation>Die Videospuren konnten nicht aufgelistet werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>other reading of “{name}”</source>
            <translation>andere Lesart von „{name}“</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>{bound} of “{name}” belong to the frames of the video stream that is read now, so another one cannot be chosen here. Make a study of its own for the other stream.</source>
            <translation>{bound} von „{name}“ gehören zu den Bildern der Videospur, die jetzt gelesen wird; deshalb kann hier keine andere gewählt werden. Für die andere Spur eine eigene Studie anlegen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>{n} markers</source>
            <extracomment>For 1: {n} marker</extracomment>
            <translation>
                <numerusform>{n} Marke</numerusform>
                <numerusform>{n} Marken</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <location filename="../../au_studio/ui/code/progress_bar.py"></location>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} ratings</source>
            <extracomment>For 1: {n} rating</extracomment>
            <translation>
                <numerusform>{n} Rating</numerusform>
                <numerusform>{n} Ratings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>{n} sampled frames</source>
            <extracomment>For 1: {n} sampled frame</extracomment>
            <translation>
                <numerusform>{n} gezogenes Bild</numerusform>
                <numerusform>{n} gezogene Bilder</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>“{name}” is read in another way from now on. Its curves are computed again.</source>
            <translation>„{name}“ wird ab jetzt anders gelesen. Die Kurven werden neu berechnet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>“{name}” is read in another way from now on: {told}. Its curves are computed again.</source>
            <translation>„{name}“ wird ab jetzt anders gelesen: {told}. Die Kurven werden neu berechnet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>“{name}” is read in another way …</source>
            <translation>„{name}“ wird anders gelesen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <source>A recording needs a name.</source>
            <translation>Eine Aufnahme braucht einen Namen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <source>Another recording is named “{name}” already.</source>
            <translation>Eine andere Aufnahme heißt schon „{name}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <source>Condition</source>
            <translation>Bedingung</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Recording</source>
            <translation>Aufnahme</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <source>change of {field}</source>
            <translation>Änderung: {field}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reporting.py"></location>
            <source>The report could not be made.</source>
            <translation>Der Bericht konnte nicht erstellt werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reporting.py"></location>
            <source>The report is saved as {files}.</source>
            <translation>Der Bericht ist gespeichert als {files}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>The video file stays where it is. Undo, or adding the video again, brings everything back.</source>
            <translation>Die Videodatei bleibt, wo sie ist. Rückgängig, oder das Video noch einmal hinzufügen, bringt alles zurück.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>With it go {what}: models no longer learn from what leaves, and tables no longer hold it.</source>
            <translation>Mit weg gehen {what}: Modelle lernen nicht mehr aus dem, was geht, und Tabellen enthalten es nicht mehr.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>With it goes {what}: models no longer learn from what leaves, and tables no longer hold it.</source>
            <translation>Mit weg geht {what}: Modelle lernen nicht mehr aus dem, was geht, und Tabellen enthalten es nicht mehr.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>draw of {n} frames</source>
            <extracomment>For 1: draw of 1 frame</extracomment>
            <translation>
                <numerusform>Ziehung von 1 Bild</numerusform>
                <numerusform>Ziehung von {n} Bildern</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>removal of {names_of}</source>
            <translation>Entfernen von {names_of}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>{names_of} removed. Undo brings everything back.</source>
            <translation>{names_of} entfernt. Rückgängig bringt alles zurück.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>{n} coders</source>
            <extracomment>For 1: 1 coder</extracomment>
            <translation>
                <numerusform>1 codierende Person</numerusform>
                <numerusform>{n} codierende Personen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>{n} ratings by {coders}</source>
            <extracomment>For 1: 1 rating by {coders}</extracomment>
            <translation>
                <numerusform>1 Rating von {coders}</numerusform>
                <numerusform>{n} Ratings von {coders}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>{n} recordings</source>
            <extracomment>For 1: 1 recording</extracomment>
            <translation>
                <numerusform>{n} Aufnahme</numerusform>
                <numerusform>{n} Aufnahmen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source> (without the unsure ones)</source>
            <translation> (ohne die unsicheren)</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source>A learning curve waits for its turn already: see View &gt; Jobs.</source>
            <translation>Eine Lernkurve wartet schon: siehe Ansicht &gt; Aufträge.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source>Learning curve</source>
            <translation>Lernkurve</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source>Ratings by {name}{left_out}, learned by “{name2}”.</source>
            <translation>Ratings von {name}{left_out}, gelernt von „{name2}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Starting</source>
            <translation>Startet</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source>Stopped: there is no curve.</source>
            <translation>Beendet: Es gibt keine Kurve.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source>Stopping…</source>
            <translation>Wird beendet …</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source>Waiting for the jobs before it</source>
            <translation>Wartet auf die Aufträge davor</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Cancelled. Nothing was kept.</source>
            <translation>Abgebrochen. Nichts wurde behalten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Ended before there was anything to keep.</source>
            <translation>Beendet, bevor es etwas zu behalten gab.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Its curves are being computed.</source>
            <translation>Die Kurven werden berechnet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Open a recording to see its curves.</source>
            <translation>Eine Aufnahme öffnen, um die Kurven zu sehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Stopped. The best state so far was kept. {outcome}</source>
            <translation>Beendet. Der beste Stand bis dahin wurde behalten. {outcome}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>The new model is {path}.</source>
            <translation>Das neue Modell ist {path}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Waiting for the jobs before it (View &gt; Jobs)</source>
            <translation>Wartet auf die Aufträge davor (Ansicht &gt; Aufträge)</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>{title} failed. {message}</source>
            <translation>{title} ist fehlgeschlagen. {message}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>“{name}” is ready and chosen now; the curves before stay dashed behind it.</source>
            <translation>„{name}“ ist fertig und jetzt gewählt; die Kurven davor bleiben gestrichelt dahinter.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>“{name}” is ready. {curves}</source>
            <translation>„{name}“ ist fertig. {curves}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/video_search.py"></location>
            <source>Looking for missing videos in {folder}</source>
            <translation>Fehlende Videos werden in {folder} gesucht</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/video_search.py"></location>
            <source>The folder could not be searched.</source>
            <translation>Der Ordner konnte nicht durchsucht werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Action units that nobody rated stay as they are.</source>
            <translation>Action Units, die niemand bewertet hat, bleiben, wie sie sind.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Calibrated: curves are shifted so that they meet the ratings of up to {n} rated frames on average.</source>
            <extracomment>For 1: Calibrated: curves are shifted so that they meet the ratings of one rated frame on average.</extracomment>
            <translation>
                <numerusform>Kalibriert: Die Kurven sind so verschoben, dass sie im Mittel die Ratings eines bewerteten Bildes treffen.</numerusform>
                <numerusform>Kalibriert: Die Kurven sind so verschoben, dass sie im Mittel die Ratings von bis zu {n} bewerteten Bildern treffen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Calibrated: curves are shifted so that this person's face at rest reads 0.</source>
            <translation>Kalibriert: Die Kurven sind so verschoben, dass das Ruhegesicht dieser Person 0 ergibt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Movement counts from all calm frames of the person in this recording.</source>
            <translation>Bewegung zählt von allen ruhigen Bildern der Person in dieser Aufnahme.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Movement counts from the frame that was chosen as the neutral reference.</source>
            <translation>Bewegung zählt von dem Bild, das als neutrale Referenz gewählt wurde.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Nobody has found out yet how far off “{name}” may be: no bands.</source>
            <translation>Noch hat niemand ermittelt, wie weit „{name}“ danebenliegen kann: keine Bänder.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Not calibrated yet: {why}</source>
            <translation>Noch nicht kalibriert: {why}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Nothing is measured from the person's rest: shape may be read as movement.</source>
            <translation>Nichts wird vom Ruhegesicht der Person aus gemessen: Form kann als Bewegung gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>The band holds the true intensity in {band} of 100 frames.</source>
            <translation>Das Band enthält in {band} von 100 Bildern die wahre Intensität.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Those of action units that nobody rated are shifted: the face at rest reads 0.</source>
            <translation>Die von Action Units, die niemand bewertet hat, sind verschoben: Das Ruhegesicht ergibt 0.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>by {n} ratings</source>
            <extracomment>For 1: by {n} rating</extracomment>
            <translation>
                <numerusform>nach {n} Rating</numerusform>
                <numerusform>nach {n} Ratings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>by {n} ratings only</source>
            <extracomment>For 1: by {n} rating only</extracomment>
            <translation>
                <numerusform>nur nach {n} Rating</numerusform>
                <numerusform>nur nach {n} Ratings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>by {n} ratings, rest = 0</source>
            <extracomment>For 1: by {n} rating, rest = 0</extracomment>
            <translation>
                <numerusform>nach {n} Rating, Ruhe = 0</numerusform>
                <numerusform>nach {n} Ratings, Ruhe = 0</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>calm frames</source>
            <translation>ruhige Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>neutral frame</source>
            <translation>neutrales Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>no own rest</source>
            <translation>keine eigene Ruhe</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>rest = 0</source>
            <translation>Ruhe = 0</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/decoding.py"></location>
            <source>A frame of {name} could not be read.</source>
            <translation>Ein Bild von {name} konnte nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/live_analysis.py"></location>
            <source>Choose the recording again to start it anew.</source>
            <translation>Die Aufnahme noch einmal wählen, um neu zu beginnen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/live_analysis.py"></location>
            <source>The analysis in the background ended unexpectedly (exit code {code}).</source>
            <translation>Die Analyse im Hintergrund endete unerwartet (Exitcode {code}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/marked_frames.py"></location>
            <source>Another recording's marks are wanted.</source>
            <translation>Die Marken einer anderen Aufnahme werden gebraucht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/marked_frames.py"></location>
            <source>The ratings could not be read.</source>
            <translation>Die Ratings konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/markers.py"></location>
            <source>No kind of marker has the key {key} yet: make one in the list of markers.</source>
            <translation>Noch hat keine Art von Marke die Taste {key}: in der Liste der Marken eine anlegen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/markers.py"></location>
            <source>Set a marker where it begins first (1 to 9), then end it here.</source>
            <translation>Zuerst eine Marke setzen, wo es beginnt (1 bis 9), dann hier beenden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/markers.py"></location>
            <source>change of a marker</source>
            <translation>Änderung einer Marke</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/markers.py"></location>
            <source>removal of a marker</source>
            <translation>Entfernen einer Marke</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/sound_outline.py"></location>
            <source>The sound could not be read.</source>
            <translation>Der Ton konnte nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/sound_outline.py"></location>
            <source>The sound of another recording is wanted.</source>
            <translation>Der Ton einer anderen Aufnahme wird gebraucht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/stretch_export.py"></location>
            <source>Open a recording first; then a stretch of it can be exported.</source>
            <translation>Zuerst eine Aufnahme öffnen; dann kann ein Abschnitt daraus exportiert werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/stretch_export.py"></location>
            <source>The stretch could not be written.</source>
            <translation>Der Abschnitt konnte nicht geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/stretch_export.py"></location>
            <source>{name} is not analysed to its end yet: its stretches can be exported then.</source>
            <translation>{name} ist noch nicht bis zum Ende analysiert: Danach können Abschnitte exportiert werden.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/watch/stretch_export.py"></location>
            <source>{n} frames written to {path}, and beside it how they were made.</source>
            <extracomment>For 1: 1 frame written to {path}, and beside it how they were made.</extracomment>
            <translation>
                <numerusform>1 Bild nach {path} geschrieben, und daneben, wie es entstanden ist.</numerusform>
                <numerusform>{n} Bilder nach {path} geschrieben, und daneben, wie sie entstanden sind.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>  ·  about {duration_text} left</source>
            <translation>  ·  noch etwa {duration_text}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source> at {rate} frames/s</source>
            <translation> mit {rate} Bildern/s</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>Persons here are not numbered yet; try again when the analysis has come this far.</source>
            <translation>Hier sind Personen noch nicht nummeriert; noch einmal versuchen, wenn die Analyse so weit ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>Reading person {person} from now on; the curves are computed again.</source>
            <translation>Ab jetzt wird Person {person} gelesen; die Kurven werden neu berechnet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>The curves are of several people, one after the other (persons {persons}). Click a face, or press P, to read one person’s throughout.</source>
            <translation>Die Kurven gehören zu mehreren Personen nacheinander (Personen {persons}). Ein Gesicht anklicken oder P drücken, um durchgehend eine Person zu lesen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>There is no model to read faces with: “au-studio doctor” says why.</source>
            <translation>Es gibt kein Modell, um Gesichter zu lesen: „au-studio doctor“ sagt, warum.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>There is no other face in this frame. Go to one that shows it.</source>
            <translation>In diesem Bild ist kein anderes Gesicht. Zu einem gehen, das es zeigt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>analysing {percent} %{speed}</source>
            <translation>Analyse {percent} %{speed}</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>starting the analysis…</source>
            <translation>Analyse startet …</translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/workspace.py"></location>
            <source>There is no video file in this folder.</source>
            <translation>In diesem Ordner ist keine Videodatei.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/annotated_picture.py"></location>
            <source>An annotated video has no faces “{faces}” and no hiding “{hide}”.</source>
            <translation>Ein Video mit Kurven kennt keine Gesichter „{faces}“ und kein Verbergen „{hide}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/annotated_picture.py"></location>
            <source>Faces: {names}; hiding: {names_2}.</source>
            <translation>Gesichter: {names}; Verbergen: {names_2}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/annotated_video.py"></location>
            <source>Analyse the recording in its study first, or export with --faces none.</source>
            <translation>Zuerst die Aufnahme in ihrer Studie analysieren, oder mit --faces none exportieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/annotated_video.py"></location>
            <source>The faces of {name} are not stored, so they can be neither marked nor hidden.</source>
            <translation>Die Gesichter von {name} sind nicht gespeichert; deshalb können sie weder gekennzeichnet noch verborgen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/annotated_video.py"></location>
            <source>The model reads {names}.</source>
            <translation>Das Modell liest {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/annotated_video.py"></location>
            <location filename="../../au_studio/figures/curves.py"></location>
            <source>{name} has no curve of {names}.</source>
            <translation>{name} hat keine Kurve für {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/bids_dataset.py"></location>
            <source>Delete it with the tables beside it, and export that recording again.</source>
            <translation>Sie mit den Tabellen daneben löschen und diese Aufnahme noch einmal exportieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/bids_dataset.py"></location>
            <source>{path} cannot be read.</source>
            <translation>{path} kann nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>A frame with a face has no intensities.</source>
            <translation>Ein Bild mit Gesicht hat keine Intensitäten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>A frame without a face has intensities.</source>
            <translation>Ein Bild ohne Gesicht hat Intensitäten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>Intensities reach from {min} to {max}; the scale is 0 to 5.</source>
            <translation>Die Intensitäten reichen von {min} bis {max}; die Skala ist 0 bis 5.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>The analysis has action units that AU Studio does not know: {unknown}.</source>
            <translation>Die Analyse hat Action Units, die AU Studio nicht kennt: {unknown}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>The analysis is incomplete: {name} is {shape}, not {wanted}.</source>
            <translation>Die Analyse ist unvollständig: {name} ist {shape}, nicht {wanted}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>The timestamps of the analysis do not rise.</source>
            <translation>Die Zeitstempel der Analyse steigen nicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>{name} has {count} values of AU{au:02d} for {n_frames} frames.</source>
            <translation>{name} hat {count} Werte von AU{au:02d} für {n_frames} Bilder.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/openface_csv.py"></location>
            <source>Analyse the recording again with that model.</source>
            <translation>Die Aufnahme noch einmal mit diesem Modell analysieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/openface_csv.py"></location>
            <source>The analysis by {name} is of other frames; nothing was written.</source>
            <translation>Die Analyse von {name} gehört zu anderen Bildern; es wurde nichts geschrieben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/parquet.py"></location>
            <source>Install it with: python -m pip install 'au-studio[tables]', or choose other tables.</source>
            <translation>Installieren mit: python -m pip install 'au-studio[tables]', oder andere Tabellen wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/parquet.py"></location>
            <source>Parquet tables need the library pyarrow, which is not installed.</source>
            <translation>Parquet-Tabellen brauchen die Bibliothek pyarrow, die nicht installiert ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/ratings.py"></location>
            <source>Rename one of them in the study.</source>
            <translation>Eine davon in der Studie umbenennen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/ratings.py"></location>
            <source>Show the original video, or leave this recording out.</source>
            <translation>Das ursprüngliche Video zeigen oder diese Aufnahme auslassen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/ratings.py"></location>
            <source>Two recordings are named {name}.</source>
            <translation>Zwei Aufnahmen heißen {name}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/ratings.py"></location>
            <source>{name} has no frame with the timestamp {pts} that was rated.</source>
            <translation>{name} hat kein Bild mit dem bewerteten Zeitstempel {pts}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/stretch.py"></location>
            <source>Select a longer stretch on the axis of time.</source>
            <translation>Auf der Zeitachse einen längeren Abschnitt wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/stretch.py"></location>
            <source>There is no frame between {start:.3f} s and {stop:.3f} s; nothing was written.</source>
            <translation>Zwischen {start:.3f} s und {stop:.3f} s liegt kein Bild; es wurde nichts geschrieben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>A BIDS data set in the folder “bids”: samples and events of each recording, and who is in it. It is a Frictionless data package, too. No ratings, no expected errors.</source>
            <translation>Ein BIDS-Datensatz im Ordner „bids“: Werte und Ereignisse jeder Aufnahme und wer darin ist. Er ist auch ein Frictionless-Datenpaket. Keine Ratings, keine erwarteten Fehler.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>A file that ELAN opens with the video: a tier for each action unit and each kind of marker. The episodes are those of the event table.</source>
            <translation>Eine Datei, die ELAN mit dem Video öffnet: eine Spur für jede Action Unit und jede Art von Marke. Die Episoden sind die der Ereignistabelle.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>BIDS: samples and events, as a data set (bids)</source>
            <translation>BIDS: Werte und Ereignisse als Datensatz (bids)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>ELAN: episodes and markers as tiers (.eaf)</source>
            <translation>ELAN: Episoden und Marken als Spuren (.eaf)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Episodes and markers as annotations for MNE-Python: mne.read_annotations reads them.</source>
            <translation>Episoden und Marken als Annotationen für MNE-Python: mne.read_annotations liest sie.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Events: onset, apex, offset (.events.csv)</source>
            <translation>Ereignisse: Onset, Apex, Offset (.events.csv)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>HDF5: the values of every frame (.h5)</source>
            <translation>HDF5: die Werte jedes Bildes (.h5)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Long: a row per frame, source, unit (.tidy.csv)</source>
            <translation>Lang: eine Zeile je Bild, Quelle, Action Unit (.tidy.csv)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>MNE: episodes and markers as annotations (.mne.txt)</source>
            <translation>MNE: Episoden und Marken als Annotationen (.mne.txt)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Markers: a row per event marker (.markers.csv)</source>
            <translation>Marken: eine Zeile je Marke (.markers.csv)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Methods: a text for a paper (methods.txt)</source>
            <translation>Methoden: ein Text für eine Arbeit (methods.txt)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>One row per episode of an action unit: onset, apex, offset, duration and peak.</source>
            <translation>Eine Zeile je Episode einer Action Unit: Onset, Apex, Offset, Dauer und Höchstwert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>One row per event marker, with person, group and condition.</source>
            <translation>Eine Zeile je Marke, mit Person, Gruppe und Bedingung.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>One row per frame, for scripts that read OpenFace's tables.</source>
            <translation>Eine Zeile je Bild, für Skripte, die Tabellen von OpenFace lesen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>One row per frame, source (model or coder) and action unit, for R and mixed models.</source>
            <translation>Eine Zeile je Bild, Quelle (Modell oder codierende Person) und Action Unit, für R und gemischte Modelle.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>One row per recording and action unit: mean, sd, median, peak, share of frames, episodes.</source>
            <translation>Eine Zeile je Aufnahme und Action Unit: Mittelwert, SD, Median, Höchstwert, Anteil der Bilder, Episoden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Per frame, columns as in OpenFace (.csv)</source>
            <translation>Je Bild, Spalten wie bei OpenFace (.csv)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Ratings of {name} that are in no table: {counts}. Their frames are not among those that were analysed.</source>
            <translation>Ratings von {name}, die in keiner Tabelle stehen: {counts}. Ihre Bilder sind nicht unter den analysierten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Summary of each recording (summary.csv)</source>
            <translation>Zusammenfassung jeder Aufnahme (summary.csv)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>What the study stores of each frame, as arrays for Python, R or MATLAB; calibrated and smoothed if you choose that. No ratings, no expected errors.</source>
            <translation>Was die Studie von jedem Bild speichert, als Arrays für Python, R oder MATLAB; kalibriert und geglättet, wenn so gewählt. Keine Ratings, keine erwarteten Fehler.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>What was measured and how, from what the study holds: recordings, model, sample, coders, agreement, and the references.</source>
            <translation>Was wie gemessen wurde, aus dem, was die Studie enthält: Aufnahmen, Modell, Stichprobe, Codierende, Übereinstimmung und die Literatur.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>{name} is left out: {reason}</source>
            <translation>{name} ist ausgelassen: {reason}</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>{name}: no frame shows the face, so its values are empty.</source>
            <translation>{name}: Kein Bild zeigt das Gesicht, die Werte sind leer.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_ratings.py"></location>
            <source>As DISFA: one text file per recording and action unit (folder)</source>
            <translation>Wie DISFA: eine Textdatei je Aufnahme und Action Unit (Ordner)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_ratings.py"></location>
            <source>Long: one row per rating (.csv)</source>
            <translation>Lang: eine Zeile je Rating (.csv)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_ratings.py"></location>
            <source>Wide: one row per frame and coder (.csv)</source>
            <translation>Breit: eine Zeile je Bild und codierender Person (.csv)</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/summary_parts.py"></location>
            <source>Delete it and run the same command again.</source>
            <translation>Sie löschen und denselben Befehl noch einmal ausführen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/summary_parts.py"></location>
            <source>The summary {part} cannot be read.</source>
            <translation>Die Zusammenfassung {part} kann nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/table.py"></location>
            <source>Rename it.</source>
            <translation>Umbenennen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/table.py"></location>
            <source>Row {row} of {name} has {cells} cells, not {wanted}.</source>
            <translation>Zeile {row} von {name} hat {cells} Zellen, nicht {wanted}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/table.py"></location>
            <source>The name “{name}” cannot be part of a column name.</source>
            <translation>Der Name „{name}“ kann nicht Teil eines Spaltennamens sein.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/table.py"></location>
            <source>{name} would have two columns named {names}.</source>
            <translation>{name} hätte zwei Spalten namens {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/values.py"></location>
            <source>{name} is exported without calibration. {reason}</source>
            <translation>{name} wird ohne Kalibrierung exportiert. {reason}</translation>
        </message>
        <message>
            <location filename="../../au_studio/export/values.py"></location>
            <source>{name}: units that are not rated are exported as they are. {lacking}</source>
            <translation>{name}: Nicht bewertete Action Units werden exportiert, wie sie sind. {lacking}</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>Copy it again.</source>
            <translation>Noch einmal kopieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>Copy it into {folder} (or {other}); AU Studio never downloads it.</source>
            <translation>Sie nach {folder} (oder {other}) kopieren; AU Studio lädt sie nie herunter.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>Install face-alignment 1.5 or newer.</source>
            <translation>face-alignment 1.5 oder neuer installieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>Install face-alignment 1.5, or use the embedded backend mediapipe.</source>
            <translation>face-alignment 1.5 installieren oder das eingebaute Verfahren mediapipe benutzen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>The backend face-alignment lacks its weight file {weights}.</source>
            <translation>Dem Verfahren face-alignment fehlt seine Gewichtsdatei {weights}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>The library face-alignment is not installed.</source>
            <translation>Die Bibliothek face-alignment ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>The weight file {file} was cut short or altered.</source>
            <translation>Die Gewichtsdatei {file} wurde abgeschnitten oder verändert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>The weight file {weights} does not fit the installed face-alignment library.</source>
            <translation>Die Gewichtsdatei {weights} passt nicht zur installierten Bibliothek face-alignment.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>Install AU Studio again; the file was damaged or replaced.</source>
            <translation>AU Studio noch einmal installieren; die Datei wurde beschädigt oder ersetzt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>Install opencv-python 4.9 or newer.</source>
            <translation>opencv-python 4.9 oder neuer installieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>LiteRT {version} cannot load the face network {file}.</source>
            <translation>LiteRT {version} kann das Gesichtsnetz {file} nicht laden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>OpenCV {version} cannot load the face network {file}.</source>
            <translation>OpenCV {version} kann das Gesichtsnetz {file} nicht laden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>Set AU Studio up again, or remove the package ai-edge-litert: OpenCV stands in then.</source>
            <translation>AU Studio noch einmal einrichten oder das Paket ai-edge-litert entfernen: Dann springt OpenCV ein.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>The face network {file} cannot be read.</source>
            <translation>Das Gesichtsnetz {file} kann nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>The face network {file} is not the file that ships with AU Studio.</source>
            <translation>Das Gesichtsnetz {file} ist nicht die Datei, die zu AU Studio gehört.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>Both eyes close and open again at once.</source>
            <translation>Beide Augen schließen und öffnen sich sofort wieder.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>One eye closes and opens again, on purpose.</source>
            <translation>Ein Auge schließt und öffnet sich wieder, absichtlich.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The brows go down and together; upright lines between them.</source>
            <translation>Die Brauen gehen nach unten und zusammen; senkrechte Falten dazwischen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The cheeks lift and the skin gathers around the eyes; crow's feet.</source>
            <translation>Die Wangen heben sich, die Haut um die Augen schiebt sich zusammen; Krähenfüße.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The chin boss wrinkles and pushes the lower lip up.</source>
            <translation>Der Kinnbuckel runzelt sich und schiebt die Unterlippe nach oben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The eyes close, or the upper lids droop, for longer than a blink.</source>
            <translation>Die Augen schließen sich, oder die Oberlider hängen, länger als beim Blinzeln.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The inner ends of the brows go up; wrinkles in the middle of the forehead.</source>
            <translation>Die inneren Enden der Brauen gehen nach oben; Falten in der Mitte der Stirn.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The jaw drops by relaxing; the teeth come apart.</source>
            <translation>Der Kiefer fällt durch Entspannen; die Zähne gehen auseinander.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lids tighten; the lower lids rise, straighten and narrow the eyes.</source>
            <translation>Die Lider spannen sich; die Unterlider steigen, werden gerade und verengen die Augen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lip corners are drawn inwards and tighten; a dimple beside them.</source>
            <translation>Die Mundwinkel werden nach innen gezogen und gespannt; ein Grübchen daneben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lip corners are drawn straight sideways; the mouth looks longer and flatter.</source>
            <translation>Die Mundwinkel werden gerade zur Seite gezogen; der Mund wirkt länger und flacher.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lip corners go back and up, as in a smile; the cheek fold deepens.</source>
            <translation>Die Mundwinkel gehen nach hinten und oben, wie beim Lächeln; die Wangenfalte vertieft sich.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lip corners go down; bulges or lines below them.</source>
            <translation>Die Mundwinkel gehen nach unten; Wülste oder Falten darunter.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lips part; teeth or the inside of the mouth may show.</source>
            <translation>Die Lippen öffnen sich; Zähne oder das Innere des Mundes können zu sehen sein.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lips press together, without the chin pushing them up.</source>
            <translation>Die Lippen pressen sich aufeinander, ohne dass das Kinn sie hochschiebt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lips tighten and narrow; their red parts look thinner.</source>
            <translation>Die Lippen spannen und verengen sich; das Lippenrot wirkt schmaler.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The mouth is pulled wide open downwards; the cheeks flatten.</source>
            <translation>Der Mund wird weit nach unten aufgezogen; die Wangen werden flach.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The outer parts of the brows go up and arch; wrinkles above them.</source>
            <translation>Die äußeren Teile der Brauen gehen bogenförmig nach oben; Falten darüber.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The upper lids go up: more of the eyeball shows above the iris.</source>
            <translation>Die Oberlider gehen nach oben: Über der Iris ist mehr vom Augapfel zu sehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The upper lip lifts, most in its middle parts; the fold beside the nose deepens.</source>
            <translation>Die Oberlippe hebt sich, am meisten neben der Mitte; die Falte neben der Nase vertieft sich.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>Wrinkles along the sides of the nose; its wings lift, the brows come down.</source>
            <translation>Falten an den Seiten der Nase; die Nasenflügel heben sich, die Brauen gehen nach unten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>blink</source>
            <translation>Blinzeln</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>brow lowerer</source>
            <translation>Brauen senken</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>cheek raiser</source>
            <translation>Wangen heben</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>chin raiser</source>
            <translation>Kinn heben</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>dimpler</source>
            <translation>Grübchen</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>eye closure</source>
            <translation>Augen schließen</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>inner brow raiser</source>
            <translation>innere Brauen heben</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>jaw drop</source>
            <translation>Kiefer fallen lassen</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lid tightener</source>
            <translation>Lider spannen</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lip corner depressor</source>
            <translation>Mundwinkel senken</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lip corner puller</source>
            <translation>Mundwinkel hochziehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lip presser</source>
            <translation>Lippen pressen</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lip stretcher</source>
            <translation>Lippen breit ziehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lip tightener</source>
            <translation>Lippen spannen</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lips part</source>
            <translation>Lippen öffnen</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>mouth stretch</source>
            <translation>Mund aufsperren</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>nose wrinkler</source>
            <translation>Nase rümpfen</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>outer brow raiser</source>
            <translation>äußere Brauen heben</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>upper lid raiser</source>
            <translation>Oberlider heben</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>upper lip raiser</source>
            <translation>Oberlippe heben</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>wink</source>
            <translation>Zwinkern</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>a blink (45) is of both eyes, a wink (46) of one</source>
            <translation>ein Blinzeln (45) betrifft beide Augen, ein Zwinkern (46) eines</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>a mouth stretched open (27) has parted lips (25)</source>
            <translation>ein aufgesperrter Mund (27) hat geöffnete Lippen (25)</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>closed eyes (43) are no blink (45): the time that they stay closed decides</source>
            <translation>geschlossene Augen (43) sind kein Blinzeln (45): Es entscheidet, wie lange sie geschlossen bleiben</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>closed eyes (43) are no wink (46): a wink is of one eye</source>
            <translation>geschlossene Augen (43) sind kein Zwinkern (46): Ein Zwinkern betrifft ein Auge</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>the jaw either drops (26) or stretches the mouth open (27)</source>
            <translation>der Kiefer fällt (26), oder er sperrt den Mund auf (27)</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>the lips mostly part (25) when the jaw drops (26)</source>
            <translation>die Lippen öffnen sich meist (25), wenn der Kiefer fällt (26)</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>the upper lids cannot rise (5) during a blink (45)</source>
            <translation>die Oberlider können sich während eines Blinzelns (45) nicht heben (5)</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>the upper lids cannot rise (5) while the eyes close (43)</source>
            <translation>die Oberlider können sich nicht heben (5), während die Augen sich schließen (43)</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/notation.py"></location>
            <source>“{part}” in “{text}” is not a FACS score such as 12, 12B or L12B.</source>
            <translation>„{part}“ in „{text}“ ist kein FACS-Score wie 12, 12B oder L12B.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/notation.py"></location>
            <source>“{part}” in “{text}” names no action unit that AU Studio knows.</source>
            <translation>„{part}“ in „{text}“ nennt keine Action Unit, die AU Studio kennt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/notation.py"></location>
            <source>“{part}” in “{text}”: a visibility code has neither side nor intensity.</source>
            <translation>„{part}“ in „{text}“: Ein Code für die Sichtbarkeit hat weder Seite noch Intensität.</translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/notation.py"></location>
            <source>“{text}” scores {part} twice.</source>
            <translation>„{text}“ bewertet {part} zweimal.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/agreement.py"></location>
            <source>Compute it again on the Train page.</source>
            <translation>Auf der Seite Trainieren noch einmal berechnen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/agreement.py"></location>
            <source>Let both rate the same sample.</source>
            <translation>Beide dieselbe Stichprobe bewerten lassen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/agreement.py"></location>
            <source>The learning curve has no points.</source>
            <translation>Die Lernkurve hat keine Punkte.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/agreement.py"></location>
            <source>{one} and {other} have rated no frame in common with these action units.</source>
            <translation>{one} und {other} haben kein gemeinsames Bild mit diesen Action Units bewertet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/agreement.py"></location>
            <source>{one} and {other} have rated no frame in common.</source>
            <translation>{one} und {other} haben kein gemeinsames Bild bewertet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/canvas.py"></location>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <location filename="../../au_studio/reports/peaks.py"></location>
            <source>Choose one of: {names}.</source>
            <translation>Eines davon wählen: {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/canvas.py"></location>
            <source>Figures are not written as “{kind}”.</source>
            <translation>Abbildungen werden nicht als „{kind}“ geschrieben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/canvas.py"></location>
            <source>Figures need the library matplotlib, which is not installed.</source>
            <translation>Abbildungen brauchen die Bibliothek matplotlib, die nicht installiert ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/canvas.py"></location>
            <source>Install it with: {name} -m pip install 'au-studio[figures]'</source>
            <translation>Installieren mit: {name} -m pip install 'au-studio[figures]'</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/curves.py"></location>
            <source>It lasts {duration:.1f} s.</source>
            <translation>Sie dauert {duration:.1f} s.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/curves.py"></location>
            <source>{name} has no frame between {begin:g} and {end:g} s.</source>
            <translation>{name} hat kein Bild zwischen {begin:g} und {end:g} s.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Agreement by the number of labels</source>
            <translation>Übereinstimmung nach Zahl der Ratings</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Bland–Altman plots of two raters</source>
            <translation>Bland-Altman-Diagramme zweier Seiten</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Curves of one recording, with its markers</source>
            <translation>Kurven einer Aufnahme mit ihren Marken</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Effect sizes of conditions, with intervals</source>
            <translation>Effektstärken der Bedingungen mit Intervallen</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Every person's value in each condition</source>
            <translation>Wert jeder Person in jeder Bedingung</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>ICC of each action unit, with intervals</source>
            <translation>ICC jeder Action Unit mit Intervallen</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Mean curve of each condition, with bands</source>
            <translation>Mittlere Kurve jeder Bedingung mit Bändern</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Name two coders, or a coder and a model.</source>
            <translation>Zwei Codierende nennen, oder eine codierende Person und ein Modell.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Name two of: {names}.</source>
            <translation>Zwei davon nennen: {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>No learning curve was computed in this study.</source>
            <translation>In dieser Studie wurde keine Lernkurve berechnet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Nobody in this study, and no model, is called “{name}”.</source>
            <translation>Niemand in dieser Studie und kein Modell heißt „{name}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>One coder and somebody else are compared.</source>
            <translation>Verglichen werden eine codierende Person und jemand anderes.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Press “Would more labels help?” on the Train page first.</source>
            <translation>Zuerst auf der Seite Trainieren „Würden mehr Ratings helfen?“ drücken.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>There is no figure “{kind}”.</source>
            <translation>Es gibt keine Abbildung „{kind}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>This figure compares two raters.</source>
            <translation>Diese Abbildung vergleicht zwei Seiten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <source>Choose a disk that takes files of this size.</source>
            <translation>Ein Laufwerk wählen, das Dateien dieser Größe aufnimmt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <source>Choose a folder that can be written.</source>
            <translation>Einen beschreibbaren Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <source>Choose a folder that you may write to, or close the program that has the file open.</source>
            <translation>Einen Ordner wählen, in den Sie schreiben dürfen, oder das Programm schließen, das die Datei geöffnet hat.</translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <location filename="../../au_studio/jobs/batch_lock.py"></location>
            <source>Choose a folder that you may write to.</source>
            <translation>Einen Ordner wählen, in den Sie schreiben dürfen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <source>Choose another folder or try again.</source>
            <translation>Einen anderen Ordner wählen oder es noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <source>Free some of your space on that disk and try again.</source>
            <translation>Eigenen Platz auf diesem Laufwerk schaffen und es noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <source>Free some space on that disk and try again.</source>
            <translation>Platz auf diesem Laufwerk schaffen und es noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>{path} could not be written: {reason}.</source>
            <translation>{path} konnte nicht geschrieben werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/analyze.py"></location>
            <source>Going on after frame {restored:,} of {name}, where it was interrupted.</source>
            <translation>Weiter nach Bild {restored:,} von {name}, wo unterbrochen wurde.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/analyze.py"></location>
            <source>Leave --expected-errors out, or fit them first: au-studio expected-error --help.</source>
            <translation>--expected-errors weglassen oder sie zuerst ermitteln: au-studio expected-error --help.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/analyze.py"></location>
            <source>Reading {video}</source>
            <translation>{video} wird gelesen</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/analyze.py"></location>
            <source>The model {name} has no expected errors on its card.</source>
            <translation>Auf der Modellkarte von {name} stehen keine erwarteten Fehler.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/analyze.py"></location>
            <source>The values of {video} are of several people, one after the other (column face_id). To read one throughout, choose them: --person N here, a click on the face in the window.</source>
            <translation>Die Werte von {video} gehören zu mehreren Personen nacheinander (Spalte face_id). Um durchgehend eine zu lesen, sie wählen: hier --person N, im Fenster ein Klick auf das Gesicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/batch.py"></location>
            <source>Analyse it again.</source>
            <translation>Noch einmal analysieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/batch.py"></location>
            <source>Its results have been taken away.</source>
            <translation>Die Ergebnisse wurden weggenommen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/batch_lock.py"></location>
            <source>Another analysis writes into {folder}.</source>
            <translation>Eine andere Analyse schreibt in {folder}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/batch_lock.py"></location>
            <source>The folder {folder} cannot be written: {reason}.</source>
            <translation>In den Ordner {folder} kann nicht geschrieben werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/batch_lock.py"></location>
            <source>Wait until it has ended, or choose another folder.</source>
            <translation>Warten, bis sie zu Ende ist, oder einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/crops.py"></location>
            <source>Cutting the faces of {video}</source>
            <translation>Gesichter aus {video} werden ausgeschnitten</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/earlier.py"></location>
            <source>Choose another folder, or replace it with --overwrite.</source>
            <translation>Einen anderen Ordner wählen oder mit --overwrite ersetzen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/earlier.py"></location>
            <source>by another model ({name})</source>
            <translation>von einem anderen Modell ({name})</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/earlier.py"></location>
            <source>from a file of other content</source>
            <translation>aus einer Datei mit anderem Inhalt</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/earlier.py"></location>
            <source>with other settings ({which})</source>
            <translation>mit anderen Einstellungen ({which})</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/earlier.py"></location>
            <source>{path} exists already, and was made from another recording, by another model or with other settings.</source>
            <translation>{path} gibt es schon, und es stammt von einer anderen Aufnahme, einem anderen Modell oder anderen Einstellungen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/earlier.py"></location>
            <source>{path} exists already, and was made {how}.</source>
            <translation>{path} gibt es schon, gemacht {how}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/finetune.py"></location>
            <location filename="../../au_studio/jobs/learning_curve.py"></location>
            <source>None of the rated frames shows a face with a rating of 0 to 5.</source>
            <translation>Keines der bewerteten Bilder zeigt ein Gesicht mit einem Rating von 0 bis 5.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/finetune.py"></location>
            <location filename="../../au_studio/jobs/learning_curve.py"></location>
            <source>Rate more frames, or check which person the recordings follow.</source>
            <translation>Mehr Bilder bewerten oder prüfen, welcher Person die Aufnahmen folgen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/finetune.py"></location>
            <source>{missing} of {count} rated frames of {name} show no face and are left out.</source>
            <translation>{missing} von {count} bewerteten Bildern in {name} zeigen kein Gesicht und sind ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>An analysis cannot work in {threads} threads.</source>
            <translation>Eine Analyse kann nicht in {threads} Threads arbeiten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <location filename="../../au_studio/video/options.py"></location>
            <location filename="../../au_studio/video/streams.py"></location>
            <source>Choose among {names}.</source>
            <translation>Daraus wählen: {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>Give it 1 or more, or leave it.</source>
            <translation>1 oder mehr angeben, oder weglassen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>It knows: {names}.</source>
            <translation>Bekannt sind: {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>Start the job again from AU Studio.</source>
            <translation>Den Auftrag noch einmal aus AU Studio starten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>The job file does not describe a job of the kind “{kind}”.</source>
            <translation>Die Auftragsdatei beschreibt keinen Auftrag der Art „{kind}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>The job file {path} cannot be read.</source>
            <translation>Die Auftragsdatei {path} kann nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>The job file {path} does not hold a JSON object.</source>
            <translation>Die Auftragsdatei {path} enthält kein JSON-Objekt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>The job file {path} is not valid JSON.</source>
            <translation>Die Auftragsdatei {path} ist kein gültiges JSON.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>There is no table format “{unknown}”.</source>
            <translation>Es gibt kein Tabellenformat „{unknown}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>This AU Studio knows no job of the kind “{kind}”.</source>
            <translation>Dieses AU Studio kennt keinen Auftrag der Art „{kind}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/learning.py"></location>
            <source>The job names a training setting that does not exist.</source>
            <translation>Der Auftrag nennt eine Trainingseinstellung, die es nicht gibt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/learning.py"></location>
            <source>The training cannot be done as it was asked for: {reason}</source>
            <translation>Das Training ist nicht so möglich, wie es verlangt wurde: {reason}</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/learning.py"></location>
            <source>There are: {known}.</source>
            <translation>Es gibt: {known}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/learning_curve.py"></location>
            <source>Learning from parts of the ratings</source>
            <translation>Lernt aus Teilen der Ratings</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/learning_curve.py"></location>
            <location filename="../../au_studio/learn/stage2/finetune.py"></location>
            <source>Looking at the rated frames</source>
            <translation>Bewertete Bilder werden angesehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>Add longer recordings with faces in them.</source>
            <translation>Längere Aufnahmen mit Gesichtern hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>Add longer recordings with faces that move.</source>
            <translation>Längere Aufnahmen mit bewegten Gesichtern hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>No recording shows a face for {length} frames in a row.</source>
            <translation>Keine Aufnahme zeigt {length} Bilder hintereinander ein Gesicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>Reading {name}</source>
            <translation>{name} wird gelesen</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>The recordings are no material to learn from: {reason}</source>
            <translation>Aus den Aufnahmen lässt sich nichts lernen: {reason}</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>There is no such network: {reason}</source>
            <translation>Ein solches Netz gibt es nicht: {reason}</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>{video} is left out: {message}</source>
            <translation>{video} ist ausgelassen: {message}</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/process.py"></location>
            <source>Start it again; if it happens again, report it together with the details.</source>
            <translation>Noch einmal starten; geschieht es wieder, mit den Einzelheiten melden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/process.py"></location>
            <source>The background job ended without a result (exit code {code}).</source>
            <translation>Der Auftrag im Hintergrund endete ohne Ergebnis (Exitcode {code}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>Close other programs and try again.</source>
            <translation>Andere Programme schließen und es noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>Free some space and start the job again.</source>
            <translation>Platz schaffen und den Auftrag noch einmal starten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>Please report it together with the details.</source>
            <translation>Bitte mit den Einzelheiten melden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>Something went wrong that AU Studio did not foresee ({kind}).</source>
            <translation>Etwas ist schiefgegangen, womit AU Studio nicht gerechnet hat ({kind}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>The computer has run out of memory.</source>
            <translation>Der Computer hat keinen Arbeitsspeicher mehr.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>The disk is full.</source>
            <translation>Die Festplatte ist voll.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>This AU Studio cannot run a job of the kind “{kind}”.</source>
            <translation>Dieses AU Studio kann keinen Auftrag der Art „{kind}“ ausführen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/stretch.py"></location>
            <source>Install the same version on all computers.</source>
            <translation>Auf allen Computern dieselbe Version installieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/stretch.py"></location>
            <source>This worker has AU Studio {version}, but {version_2} asks for the work.</source>
            <translation>Dieser Rechner hat AU Studio {version}, aber {version_2} verlangt die Arbeit.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>All ratings are of one person (or recording), so blocks of time are held out: the figures say how good the model is on this person, not on others.</source>
            <translation>Alle Ratings sind von einer Person (oder Aufnahme); deshalb werden Zeitblöcke zurückgehalten: Die Zahlen sagen, wie gut das Modell bei dieser Person ist, nicht bei anderen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>Choose person {rated} on the Watch page before training.</source>
            <translation>Vor dem Training auf der Seite Ansehen Person {rated} wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>Nobody has said who is in {unnamed} of the {n} rated recordings. If one person is in several, held-out figures are better than on new persons. Name the persons first: Recording &gt; Persons and conditions.</source>
            <translation>Bei {unnamed} von {n} bewerteten Aufnahmen ist nicht gesagt, wer zu sehen ist. Wenn jemand in mehreren vorkommt, sind die zurückgehaltenen Werte besser als bei neuen Personen. Bitte zuerst die Personen benennen: Aufnahme &gt; Personen und Bedingungen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>Only {frames} frames are rated. With fewer than {few}, expect little gain and uncertain figures.</source>
            <translation>Nur {frames} Bilder sind bewertet. Bei weniger als {few} ist wenig Gewinn zu erwarten, und die Zahlen sind unsicher.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>Open the recording on the Watch page and wait for its curves, or choose the earlier face finder.</source>
            <translation>Die Aufnahme auf der Seite Ansehen öffnen und auf ihre Kurven warten, oder die frühere Gesichtssuche wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>Rate the sample on the Code page.</source>
            <translation>Die Stichprobe auf der Seite Codieren bewerten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>The ratings of {recording} are of person {rated}, and another one is read there now.</source>
            <translation>Die Ratings von {recording} gelten Person {rated}, dort wird jetzt aber eine andere gelesen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>There are no ratings by this coder yet. Rate the sample first, on the Code page.</source>
            <translation>Von dieser Person gibt es noch keine Ratings. Zuerst die Stichprobe auf der Seite Codieren bewerten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>There are no ratings to train on.</source>
            <translation>Es gibt keine Ratings, an denen trainiert werden könnte.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>Whose face is meant in {recording} is known only in faces found by {found_by}, and the study uses {backend} now.</source>
            <translation>Wessen Gesicht in {recording} gemeint ist, ist nur für Gesichter bekannt, die {found_by} gefunden hat, und die Studie benutzt jetzt {backend}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>{units}: not rated, so the model keeps what it knew.</source>
            <translation>{units}: nicht bewertet, deshalb behält das Modell, was es wusste.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>{units}: not read by the model to start from, and there (1 to 5) in fewer than {few} rated frames, so not learned.</source>
            <translation>{units}: vom Ausgangsmodell nicht gelesen und in weniger als {few} bewerteten Bildern vorhanden (1 bis 5), deshalb nicht gelernt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>{units}: not read by the model to start from, so learned from these ratings alone.</source>
            <translation>{units}: vom Ausgangsmodell nicht gelesen, deshalb allein aus diesen Ratings gelernt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>{units}: there (1 to 5) in fewer than {few} rated frames, so agreement will be “n/a” or uncertain.</source>
            <translation>{units}: in weniger als {few} bewerteten Bildern vorhanden (1 bis 5), deshalb ist die Übereinstimmung „n/a“ oder unsicher.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/distributed.py"></location>
            <source>Start it without torchrun. It is for “au-studio pretrain” and “au-studio train”.</source>
            <translation>Ohne torchrun starten. Das ist für „au-studio pretrain“ und „au-studio train“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/distributed.py"></location>
            <source>“au-studio {command}” can't be shared by several processes.</source>
            <translation>„au-studio {command}“ kann nicht auf mehrere Prozesse verteilt werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/clips.py"></location>
            <source>Extract the crops again.</source>
            <translation>Die Ausschnitte noch einmal entnehmen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/clips.py"></location>
            <source>The face crops in {path} cannot be read.</source>
            <translation>Die Gesichtsausschnitte in {path} können nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/clips.py"></location>
            <source>{path} is not a file of face crops.</source>
            <translation>{path} ist keine Datei mit Gesichtsausschnitten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/corpus.py"></location>
            <source>Choose other action units.</source>
            <translation>Andere Action Units wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/corpus.py"></location>
            <source>Make a corpus first: au-studio corpus synthetic --help.</source>
            <translation>Zuerst einen Korpus anlegen: au-studio corpus synthetic --help.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/corpus.py"></location>
            <source>{folder} is not a corpus: its manifest.json cannot be read.</source>
            <translation>{folder} ist kein Korpus: Die manifest.json kann nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/corpus.py"></location>
            <source>{path} has no labels for AU {missing}.</source>
            <translation>{path} hat keine Werte für AU {missing}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/movement.py"></location>
            <source>Nothing moves in the faces.</source>
            <translation>In den Gesichtern bewegt sich nichts.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/movement_contrast.py"></location>
            <source>No clip shows a face in {moments} frames.</source>
            <translation>Kein Clip zeigt in {moments} Bildern ein Gesicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/pretrain.py"></location>
            <source>Learning from the recordings, without ratings</source>
            <translation>Lernt aus den Aufnahmen, ohne Ratings</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/pretrain.py"></location>
            <source>Looking at what moves in the faces</source>
            <translation>Bewegungen in den Gesichtern werden angesehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/pretrain.py"></location>
            <source>Memory is short: stage 1 goes on with {rows} clips at a time.</source>
            <translation>Der Arbeitsspeicher ist knapp: Stufe 1 macht mit {rows} Clips auf einmal weiter.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/pretrain.py"></location>
            <source>No clip is as long as {shortest} frames.</source>
            <translation>Kein Clip ist {shortest} Bilder lang.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/pretrain.py"></location>
            <source>No clip shows a face in {blocks} frames.</source>
            <translation>Kein Clip zeigt in {blocks} Bildern ein Gesicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/unlabelled.py"></location>
            <source>No clip is as long as {pattern} frames.</source>
            <translation>Kein Clip ist {pattern} Bilder lang.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage2/finetune.py"></location>
            <source>Code some sampled frames first.</source>
            <translation>Zuerst einige gezogene Bilder codieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage2/finetune.py"></location>
            <source>There are no ratings to fine-tune on: no coded frame shows the face of the chosen person.</source>
            <translation>Es gibt keine Ratings zum Nachtrainieren: Kein codiertes Bild zeigt das Gesicht der gewählten Person.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage2/kept_run.py"></location>
            <source>Going on after step {step}, where it was interrupted.</source>
            <translation>Weiter nach Schritt {step}, wo unterbrochen wurde.</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage2/regression.py"></location>
            <source>Learning intensities from the ratings</source>
            <translation>Lernt Intensitäten aus den Ratings</translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage2/regression.py"></location>
            <source>Memory is short: {rows} windows at a time now. It takes longer, and what is learned may differ a little.</source>
            <translation>Der Arbeitsspeicher ist knapp: jetzt {rows} Fenster auf einmal. Es dauert länger, und was gelernt wird, kann etwas abweichen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/live/child.py"></location>
            <source>The analysis stopped unexpectedly.</source>
            <translation>Die Analyse endete unerwartet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/card.py"></location>
            <source>Choose another model, or copy the model's two files (.safetensors and .json) here again.</source>
            <translation>Ein anderes Modell wählen oder die beiden Dateien des Modells (.safetensors und .json) noch einmal hierher kopieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/card.py"></location>
            <source>The card {file} is not a model card of AU Studio.</source>
            <translation>Die Karte {file} ist keine Modellkarte von AU Studio.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/card.py"></location>
            <source>The model file {path} is damaged or was changed: its hash is not the one on its card.</source>
            <translation>Die Modelldatei {path} ist beschädigt oder wurde verändert: Ihre Prüfsumme ist nicht die auf der Modellkarte.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/card.py"></location>
            <source>The model {name} was written by another version of AU Studio (card schema {schema}).</source>
            <translation>Das Modell {name} wurde von einer anderen Version von AU Studio geschrieben (Schema der Modellkarte: {schema}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/card.py"></location>
            <source>The model {path} has no card ({name}).</source>
            <translation>Das Modell {path} hat keine Modellkarte ({name}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/card.py"></location>
            <source>The model “{stem}” is no longer there: {path} is missing.</source>
            <translation>Das Modell „{stem}“ ist nicht mehr da: {path} fehlt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/checkpoint.py"></location>
            <source>The weights in {path} do not fit the network on its card.</source>
            <translation>Die Gewichte in {path} passen nicht zu dem Netz auf ihrer Modellkarte.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/config.py"></location>
            <source>Fine-tune again from a model of this version.</source>
            <translation>Noch einmal von einem Modell dieser Version aus nachtrainieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>Choose auto or cpu instead.</source>
            <translation>Stattdessen auto oder cpu wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>PyTorch has CUDA, but no NVIDIA GPU or driver was found.</source>
            <translation>PyTorch hat CUDA, aber keine NVIDIA-GPU und kein Treiber wurde gefunden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>Python runs as an Intel program on this Apple silicon Mac: install the arm64 Python.</source>
            <translation>Python läuft als Intel-Programm auf diesem Mac mit Apple-Prozessor: das Python für arm64 installieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>The device {name} cannot be used: {why_not_gpu}</source>
            <translation>Das Gerät {name} kann nicht benutzt werden: {why_not_gpu}</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>There is no device called {name}.</source>
            <translation>Es gibt kein Gerät namens {name}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>Use auto, cpu, cuda or mps.</source>
            <translation>auto, cpu, cuda oder mps benutzen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/nn/device.py"></location>
            <source>cpu ({n} threads)</source>
            <extracomment>For 1: cpu ({n} thread)</extracomment>
            <translation>
                <numerusform>CPU ({n} Thread)</numerusform>
                <numerusform>CPU ({n} Threads)</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>macOS is too old for PyTorch's GPU support (12.3 or newer is needed).</source>
            <translation>macOS ist zu alt, als dass PyTorch die GPU nutzen könnte (12.3 oder neuer wird gebraucht).</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>no NVIDIA GPU was found, and the installed PyTorch is the CPU build.</source>
            <translation>keine NVIDIA-GPU wurde gefunden, und das installierte PyTorch ist nur für Prozessoren gebaut.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>the NVIDIA driver does not work with PyTorch, which needs CUDA {needed}: update the driver.</source>
            <translation>der NVIDIA-Treiber arbeitet nicht mit PyTorch zusammen, das CUDA {needed} braucht: den Treiber aktualisieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>the installed PyTorch was built without MPS.</source>
            <translation>das installierte PyTorch wurde ohne MPS gebaut.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>the installed PyTorch was not built for the {name} (compute capability {major}.{minor}).</source>
            <translation>das installierte PyTorch wurde nicht für die {name} gebaut (Compute Capability {major}.{minor}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>the variable CUDA_VISIBLE_DEVICES={value} hides every GPU.</source>
            <translation>die Variable CUDA_VISIBLE_DEVICES={value} verbirgt jede GPU.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>there is an NVIDIA GPU, but the installed PyTorch is the CPU build.</source>
            <translation>es gibt eine NVIDIA-GPU, aber das installierte PyTorch ist nur für Prozessoren gebaut.</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>this Mac has no GPU that PyTorch can use (Apple silicon is needed).</source>
            <translation>dieser Mac hat keine GPU, die PyTorch benutzen kann (ein Apple-Prozessor wird gebraucht).</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/quick_model.py"></location>
            <source>another format</source>
            <translation>ein anderes Format</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/quick_model.py"></location>
            <source>it is another model's</source>
            <translation>gehört zu einem anderen Modell</translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/quick_model.py"></location>
            <source>it says something else than torch</source>
            <translation>sagt etwas anderes als torch</translation>
        </message>
        <message>
            <location filename="../../au_studio/qt_versions.py"></location>
            <source>The window cannot open: the system lacks these libraries: {names}.</source>
            <translation>Das Fenster lässt sich nicht öffnen: Dem System fehlen diese Bibliotheken: {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <location filename="../../au_studio/reports/peaks.py"></location>
            <source>A report has no pictures “{pictures}”.</source>
            <translation>Ein Bericht kennt keine Bilder „{pictures}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>A report is of one recording or of one person.</source>
            <translation>Ein Bericht handelt von einer Aufnahme oder einer Person.</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>Episodes per minute rest on few moments in short recordings: {names}.</source>
            <translation>In kurzen Aufnahmen beruhen Episoden pro Minute auf wenigen Augenblicken: {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>Left out, because “{name}” has not analysed them: {names}.</source>
            <translation>Ausgelassen, weil „{name}“ sie nicht analysiert hat: {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>Name one of the two.</source>
            <translation>Eines von beiden angeben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>No recording of the study is of “{person}”.</source>
            <translation>Keine Aufnahme der Studie zeigt „{person}“.</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>Say who is in the recordings under Recording &gt; Persons and conditions.</source>
            <translation>Unter Aufnahme &gt; Personen und Bedingungen sagen, wer in den Aufnahmen ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/libraries.py"></location>
            <source>Install it with: {name} -m pip install 'au-studio[report]'</source>
            <translation>Installieren mit: {name} -m pip install 'au-studio[report]'</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/libraries.py"></location>
            <source>Reports need the library {library}, which is not installed.</source>
            <translation>Berichte brauchen die Bibliothek {library}, die nicht installiert ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/peaks.py"></location>
            <source>faces as they are: shows who it is</source>
            <translation>Gesichter, wie sie sind: zeigt, wer es ist</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/peaks.py"></location>
            <source>faces blurred</source>
            <translation>verwischte Gesichter</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/peaks.py"></location>
            <source>no pictures</source>
            <translation>keine Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/peaks.py"></location>
            <source>the mesh of the face only</source>
            <translation>nur das Gitter des Gesichts</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/words.py"></location>
            <source>This report shows the person's face. Pass it on only as the person has agreed to, and keep it as safe as the video.</source>
            <translation>Dieser Bericht zeigt das Gesicht der Person. Nur so weitergeben, wie die Person zugestimmt hat, und so sicher aufbewahren wie das Video.</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/writing.py"></location>
            <source>Let it end in {names}.</source>
            <translation>Den Namen auf {names} enden lassen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/writing.py"></location>
            <source>{path} does not say how the report is to be written.</source>
            <translation>{path} sagt nicht, wie der Bericht geschrieben werden soll.</translation>
        </message>
        <message>
            <location filename="../../au_studio/resources.py"></location>
            <source>The folder of shipped models is missing beside {package}.</source>
            <translation>Neben {package} fehlt der Ordner der mitgelieferten Modelle.</translation>
        </message>
        <message>
            <location filename="../../au_studio/resources.py"></location>
            <source>The shipped file {name} is missing in {root}.</source>
            <translation>Die mitgelieferte Datei {name} fehlt in {root}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/stats/verdict.py"></location>
            <source>There are too few ratings to hold some out.</source>
            <translation>Es gibt zu wenige Ratings, um einige zurückzuhalten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/stats/verdict.py"></location>
            <source>about {more:,} more rated frames like these would tell</source>
            <translation>etwa {more:,} weitere bewertete Bilder wie diese würden es zeigen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/stats/verdict.py"></location>
            <source>only {n} rated frames are held out; at least {more} more are needed</source>
            <extracomment>For 1: only {n} rated frame is held out; at least {more} more are needed</extracomment>
            <translation>
                <numerusform>nur {n} bewertetes Bild ist zurückgehalten; mindestens {more} mehr werden gebraucht</numerusform>
                <numerusform>nur {n} bewertete Bilder sind zurückgehalten; mindestens {more} mehr werden gebraucht</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/stats/verdict.py"></location>
            <source>the difference is too small to be told by rating more</source>
            <translation>der Unterschied ist zu klein, als dass mehr Ratings ihn zeigen könnten</translation>
        </message>
        <message>
            <location filename="../../au_studio/stats/verdict.py"></location>
            <source>the held-out frames are of fewer than {fewest} persons, recordings or stretches of time ({groups} now), too few for an interval</source>
            <translation>die zurückgehaltenen Bilder stammen von weniger als {fewest} Personen, Aufnahmen oder Zeitabschnitten (jetzt {groups}), zu wenigen für ein Intervall</translation>
        </message>
        <message>
            <location filename="../../au_studio/stats/verdict.py"></location>
            <source>the held-out frames are of fewer than {fewest} persons, recordings or stretches of time, too few for an interval</source>
            <translation>die zurückgehaltenen Bilder stammen von weniger als {fewest} Personen, Aufnahmen oder Zeitabschnitten, zu wenigen für ein Intervall</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>Check the drive and the network.</source>
            <translation>Laufwerk und Netzwerk prüfen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>Choose another one; nothing was changed.</source>
            <translation>Eine andere wählen; es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>Close other windows that show this study, and try again.</source>
            <translation>Andere Fenster schließen, die diese Studie zeigen, und es noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>Free some space on that disk.</source>
            <translation>Platz auf diesem Laufwerk schaffen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>Look for a copy of the study elsewhere; the damaged file was left as it is.</source>
            <translation>Anderswo nach einer Kopie der Studie suchen; die beschädigte Datei wurde gelassen, wie sie ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>The backup {name} cannot be read.</source>
            <translation>Die Sicherung {name} kann nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>The last good backup is {backup}; restore it. The damaged file will be kept.</source>
            <translation>Die letzte gute Sicherung ist {backup}; sie wiederherstellen. Die beschädigte Datei bleibt erhalten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>There is no good backup; keep the file and ask for help before anything else is tried.</source>
            <translation>Es gibt keine gute Sicherung; die Datei behalten und um Hilfe bitten, bevor etwas anderes versucht wird.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>{database} could not be replaced: {reason}.</source>
            <translation>{database} konnte nicht ersetzt werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{path} could not be written: the disk is full.</source>
            <translation>{path} konnte nicht geschrieben werden: Die Festplatte ist voll.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>{path} is damaged and cannot be used.</source>
            <translation>{path} ist beschädigt und kann nicht benutzt werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>{root} has no backup that can be read.</source>
            <translation>{root} hat keine lesbare Sicherung.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/coders.py"></location>
            <source>Choose that coder, or another name.</source>
            <translation>Diese Person wählen oder einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/coders.py"></location>
            <source>There is a coder named {name} already.</source>
            <translation>Jemand codiert schon unter dem Namen {name}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/coders.py"></location>
            <source>Type your own name or initials.</source>
            <translation>Den eigenen Namen oder das eigene Kürzel eingeben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/coders.py"></location>
            <source>“{coder}” holds what coders have settled on, and nobody rates under that name.</source>
            <translation>„{coder}“ enthält, worauf sich Codierende geeinigt haben; unter diesem Namen bewertet niemand.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>Check the drive and the network, close other programs that use it, retry.</source>
            <translation>Laufwerk und Netzwerk prüfen, andere Programme schließen, die es benutzen, und es noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>Close it where it is open for writing, then open it again.</source>
            <translation>Sie dort schließen, wo sie zum Schreiben geöffnet ist, dann noch einmal öffnen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>Free some space; everything up to the last change is saved.</source>
            <translation>Platz schaffen; alles bis zur letzten Änderung ist gespeichert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>Open it for reading only, or copy the study to a folder you may write to.</source>
            <translation>Nur zum Lesen öffnen oder die Studie in einen Ordner kopieren, in den Sie schreiben dürfen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>Open it with the newest AU Studio. Nothing was changed.</source>
            <translation>Mit dem neuesten AU Studio öffnen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <location filename="../../au_studio/study/core.py"></location>
            <source>Open the study again.</source>
            <translation>Die Studie noch einmal öffnen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{name} has no such recording, coder or sample.</source>
            <translation>{name} hat keine solche Aufnahme, codierende Person oder Stichprobe.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{parent} is open for reading only.</source>
            <translation>{parent} ist nur zum Lesen geöffnet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{parent} was written by a newer AU Studio (schema {found}; this one knows {count}).</source>
            <translation>{parent} wurde von einem neueren AU Studio geschrieben (Schema {found}; dieses kennt {count}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{path} cannot be read where it is.</source>
            <translation>{path} kann dort, wo es liegt, nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{path} cannot be written where it is.</source>
            <translation>{path} kann dort, wo es liegt, nicht geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{path} could not be used: the disk or another program stands in the way.</source>
            <translation>{path} konnte nicht benutzt werden: Die Festplatte oder ein anderes Programm steht im Weg.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/copying.py"></location>
            <location filename="../../au_studio/study/study.py"></location>
            <source>Choose a folder with enough space that you may write to.</source>
            <translation>Einen Ordner mit genug Platz wählen, in den Sie schreiben dürfen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/copying.py"></location>
            <source>Choose another name.</source>
            <translation>Einen anderen Namen wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/copying.py"></location>
            <source>The study could not be copied to {target}.</source>
            <translation>Die Studie konnte nicht nach {target} kopiert werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/copying.py"></location>
            <source>{target} exists already.</source>
            <translation>{target} gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/core.py"></location>
            <source>{name} has {missing}.</source>
            <translation>{name} enthält nicht: {missing}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/demo.py"></location>
            <source>There are no demo films in {resources_dir}.</source>
            <translation>In {resources_dir} sind keine Demofilme.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/demo.py"></location>
            <source>{name} holds no intensities.</source>
            <translation>{name} enthält keine Intensitäten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/demo.py"></location>
            <source>{name} is no table of intensities.</source>
            <translation>{name} ist keine Tabelle mit Intensitäten.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/study/draws.py"></location>
            <source>The draw cannot be taken back: {n} of its frames are rated or noted already.</source>
            <extracomment>For 1: The draw cannot be taken back: {n} of its frames is rated or noted already.</extracomment>
            <translation>
                <numerusform>Die Ziehung kann nicht zurückgenommen werden: {n} ihrer Bilder hat schon ein Rating oder eine Notiz.</numerusform>
                <numerusform>Die Ziehung kann nicht zurückgenommen werden: {n} ihrer Bilder haben schon Ratings oder Notizen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/study/draws.py"></location>
            <source>Undo these ratings first, or keep the draw.</source>
            <translation>Zuerst diese Ratings rückgängig machen, oder die Ziehung behalten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/folder.py"></location>
            <source>Check name and folder; a drive may not be connected.</source>
            <translation>Namen und Ordner prüfen; vielleicht ist ein Laufwerk nicht verbunden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/folder.py"></location>
            <source>Choose a folder whose name ends with {suffix}.</source>
            <translation>Einen Ordner wählen, dessen Name auf {suffix} endet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/folder.py"></location>
            <source>There is no study at {root}.</source>
            <translation>Unter {root} liegt keine Studie.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/folder.py"></location>
            <source>{root} is not a study.</source>
            <translation>{root} ist keine Studie.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>Close it there (or take over when that computer is off), or open it for reading only.</source>
            <translation>Dort schließen (oder übernehmen, wenn jener Computer aus ist), oder nur zum Lesen öffnen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>Close it there, or open it for reading only.</source>
            <translation>Dort schließen, oder nur zum Lesen öffnen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>Open it for reading only, or copy the study to a folder that you may write to.</source>
            <translation>Nur zum Lesen öffnen oder die Studie in einen Ordner kopieren, in den Sie schreiben dürfen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>Open it for reading only, or make room on that disk.</source>
            <translation>Nur zum Lesen öffnen oder Platz auf diesem Laufwerk schaffen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>{root} cannot be written.</source>
            <translation>In {root} kann nicht geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>{root} cannot be written: {reason}.</source>
            <translation>In {root} kann nicht geschrieben werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>{root} is open by {holder}.</source>
            <translation>{root} ist geöffnet von {holder}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>{root} is open in another window or program.</source>
            <translation>{root} ist in einem anderen Fenster oder Programm geöffnet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/markers.py"></location>
            <source>Another kind of marker has the key {key} already.</source>
            <translation>Eine andere Art von Marke hat schon die Taste {key}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/markers.py"></location>
            <source>Choose another.</source>
            <translation>Etwas anderes wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/markers.py"></location>
            <source>There is a kind of marker named {name} already.</source>
            <translation>Eine Art von Marke heißt schon {name}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/models.py"></location>
            <source>Copy the model again from where it came.</source>
            <translation>Das Modell noch einmal von dort kopieren, woher es kam.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/models.py"></location>
            <source>Rename the file first.</source>
            <translation>Zuerst die Datei umbenennen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/models.py"></location>
            <source>The model {path} does not exist.</source>
            <translation>Das Modell {path} gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/models.py"></location>
            <source>The study has another model named {model_id}.</source>
            <translation>Die Studie hat ein anderes Modell namens {model_id}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/models.py"></location>
            <source>Train or import it again.</source>
            <translation>Es noch einmal trainieren oder importieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/models.py"></location>
            <source>{path} is not the model that its card describes: the SHA-256 differs.</source>
            <translation>{path} ist nicht das Modell, das die Modellkarte beschreibt: Der SHA-256 weicht ab.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_boris.py"></location>
            <source>Write seconds as 12.0, or make a row for every frame.</source>
            <translation>Sekunden als 12.0 schreiben, oder eine Zeile je Bild.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_boris.py"></location>
            <source>{name}: its spans may be frames or seconds, for they are whole numbers alone.</source>
            <translation>{name}: Die Spannen können Bilder oder Sekunden sein, denn es sind nur ganze Zahlen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>Add a row above them with their names: frame, AU01, AU02, …</source>
            <translation>Darüber eine Zeile mit ihren Namen einfügen: frame, AU01, AU02, …</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>Choose the files of intensities (AU_INT/AU06/F001_T1_AU06.csv), or their folder.</source>
            <translation>Die Dateien der Intensitäten wählen (AU_INT/AU06/F001_T1_AU06.csv) oder ihren Ordner.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>Choose the files of intensities.</source>
            <translation>Die Dateien der Intensitäten wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>Name the file after it, such as F001_T1_AU06.csv, or add a row of names: frame,AU06.</source>
            <translation>Die Datei danach benennen, etwa F001_T1_AU06.csv, oder eine Zeile mit Namen einfügen: frame,AU06.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>{name} holds two columns of numbers, and nothing says which action unit they are of.</source>
            <translation>{name} enthält zwei Zahlenspalten, und nichts sagt, zu welcher Action Unit sie gehören.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>{name} holds {width} columns of numbers, and no row that names them.</source>
            <translation>{name} enthält {width} Zahlenspalten und keine Zeile, die sie benennt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>{name} is a table of occurrence as BP4D and FERA have it: it says whether an action unit shows (0, 1, 9 = not known), not how strongly.</source>
            <translation>{name} ist eine Tabelle des Auftretens wie bei BP4D und FERA: Sie sagt, ob eine Action Unit zu sehen ist (0, 1, 9 = unbekannt), nicht wie stark.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>{name} says by its name that it holds occurrence: whether an action unit shows, not how strongly.</source>
            <translation>{name} enthält dem Namen nach das Auftreten: ob eine Action Unit zu sehen ist, nicht wie stark.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>Choose another file.</source>
            <translation>Eine andere Datei wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>It has no tiers</source>
            <translation>Sie hat keine Spuren</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>Name tiers AU12, AU4, …, and write the level (0 to 5, A to E) into their annotations.</source>
            <translation>Die Spuren AU12, AU4, … nennen und die Stufe (0 bis 5, A bis E) in ihre Annotationen schreiben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>Open it in ELAN and save it again.</source>
            <translation>In ELAN öffnen und noch einmal speichern.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>{name} has no tier of ratings of an action unit. {ignored}.</source>
            <translation>{name} hat keine Spur mit Ratings einer Action Unit. {ignored}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>{name} is damaged: line {line} is no whole XML.</source>
            <translation>{name} ist beschädigt: Zeile {line} ist kein vollständiges XML.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>{name} is no file of ELAN.</source>
            <translation>{name} ist keine Datei von ELAN.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>{path} cannot be read: {reason}.</source>
            <translation>{path} kann nicht gelesen werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_facereader.py"></location>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>Choose a table of ratings.</source>
            <translation>Eine Tabelle mit Ratings wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_facereader.py"></location>
            <source>Export the detailed log with action units, or choose a table of ratings.</source>
            <translation>Das ausführliche Protokoll mit Action Units exportieren, oder eine Tabelle mit Ratings wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_facereader.py"></location>
            <source>{name} is a log of FaceReader with emotions and no action units.</source>
            <translation>{name} ist ein Protokoll von FaceReader mit Emotionen und ohne Action Units.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_facereader.py"></location>
            <source>{name} is a log of FaceReader, whose action units are numbers from 0 to 1: a program's estimates, and no levels.</source>
            <translation>{name} ist ein Protokoll von FaceReader, dessen Action Units Zahlen von 0 bis 1 sind: Schätzungen eines Programms und keine Stufen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source> Not read: {columns}.</source>
            <translation> Nicht gelesen: {columns}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>Choose a CSV table, or a folder of files such as SN001_au12.txt.</source>
            <translation>Eine CSV-Tabelle wählen, oder einen Ordner mit Dateien wie SN001_au12.txt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>Choose the file again.</source>
            <translation>Die Datei noch einmal wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>Export ratings from a study to see how such a table looks.</source>
            <translation>Ratings aus einer Studie exportieren, um zu sehen, wie eine solche Tabelle aussieht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>Make a row for every frame, or give the spans in seconds: start, end, AU, level.</source>
            <translation>Eine Zeile je Bild schreiben, oder die Spannen in Sekunden angeben: start, end, AU, level.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>Save it as .xlsx or .csv, and choose that.</source>
            <translation>Sie als .xlsx oder .csv speichern und diese wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>There are no ratings in {folder}.</source>
            <translation>In {folder} sind keine Ratings.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a Feather table</source>
            <translation>eine Feather-Tabelle</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a JSON file</source>
            <translation>eine JSON-Datei</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a Numbers table</source>
            <translation>eine Numbers-Tabelle</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a PDF</source>
            <translation>ein PDF</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a Parquet table</source>
            <translation>eine Parquet-Tabelle</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a Word document</source>
            <translation>ein Word-Dokument</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a column “frame”, “timestamp” or “pts”</source>
            <translation>eine Spalte „frame“, „timestamp“ oder „pts“</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a file of R</source>
            <translation>eine Datei von R</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a file of SAS</source>
            <translation>eine Datei von SAS</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a file of SPSS</source>
            <translation>eine Datei von SPSS</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a file of Stata</source>
            <translation>eine Datei von Stata</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a project of BORIS (its events can be exported as a table)</source>
            <translation>ein Projekt von BORIS (seine Ereignisse können als Tabelle exportiert werden)</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>an Excel 97 workbook</source>
            <translation>eine Excel-97-Arbeitsmappe</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>an OpenDocument spreadsheet</source>
            <translation>ein OpenDocument-Tabellenblatt</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>columns “au” and “value”, or AU01, AU02, …</source>
            <translation>die Spalten „au“ und „value“, oder AU01, AU02, …</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>holds a summary</source>
            <translation>enthält eine Zusammenfassung</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>holds episodes (onset, apex, offset) that a model's curves show</source>
            <translation>enthält Episoden (Onset, Apex, Offset), die die Kurven eines Modells zeigen</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>holds event markers</source>
            <translation>enthält Marken</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>settings of ELAN (the annotations are in the .eaf beside it)</source>
            <translation>Einstellungen von ELAN (die Annotationen sind in der .eaf daneben)</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{name} holds spans of frames (first and last), which are not read: they may count from 0 or 1, with the last frame or without.</source>
            <translation>{name} enthält Spannen von Bildern (erstes und letztes), die nicht gelesen werden: Sie können ab 0 oder 1 zählen, mit dem letzten Bild oder ohne.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{name} holds the estimates of a model (AU01_r …), not ratings.</source>
            <translation>{name} enthält die Schätzungen eines Modells (AU01_r …), keine Ratings.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{name} is empty.</source>
            <translation>{name} ist leer.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{name} is no table of ratings: it lacks {lacks}.{not_read}</source>
            <translation>{name} ist keine Tabelle mit Ratings: Es fehlt: {lacks}.{not_read}</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{name} is {what}, which AU Studio does not read.</source>
            <translation>{name} ist {what}; das liest AU Studio nicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{name} {what}, not ratings of frames.</source>
            <translation>{name} {what}, keine Ratings von Bildern.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{source} does not exist.</source>
            <translation>{source} gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>Close the quotation mark (or delete it), and choose the file again.</source>
            <translation>Das Anführungszeichen schließen (oder löschen) und die Datei noch einmal wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>Open it in Excel and save it again, or save the table as CSV.</source>
            <translation>In Excel öffnen und noch einmal speichern, oder die Tabelle als CSV speichern.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>Save the table as CSV in Excel, and choose that; or install AU Studio with “pip install au-studio[spreadsheets]”.</source>
            <translation>Die Tabelle in Excel als CSV speichern und diese wählen; oder AU Studio mit „pip install au-studio[spreadsheets]“ installieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>Save the table as CSV, and choose that.</source>
            <translation>Die Tabelle als CSV speichern und diese wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>{name} cannot be read as an Excel workbook.</source>
            <translation>{name} kann nicht als Excel-Arbeitsmappe gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>{name} is an Excel workbook, and the package that reads it (openpyxl) is not installed.</source>
            <translation>{name} ist eine Excel-Arbeitsmappe, und das Paket, das sie liest (openpyxl), ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>{name} is no text: it holds zero bytes.</source>
            <translation>{name} ist kein Text: Die Datei enthält Nullbytes.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>{name}, line {line}: a quotation mark (") is opened there and not closed, or text follows where it is closed. The rows below would be lost with it, so nothing was read.</source>
            <translation>{name}, Zeile {line}: Dort wird ein Anführungszeichen (") geöffnet und nicht geschlossen, oder nach dem Schließen folgt Text. Die Zeilen darunter gingen damit verloren, deshalb wurde nichts gelesen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/recordings.py"></location>
            <source>Choose the video again.</source>
            <translation>Das Video noch einmal wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/recordings.py"></location>
            <source>Show where it is now, or the folder to search.</source>
            <translation>Zeigen, wo es jetzt ist, oder den Ordner, der durchsucht werden soll.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/recordings.py"></location>
            <source>The video of {recording} is no longer at {absolute_path}.</source>
            <translation>Das Video von {recording} ist nicht mehr unter {absolute_path}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/recordings.py"></location>
            <source>{video_path} does not exist.</source>
            <translation>{video_path} gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/samples.py"></location>
            <source>Show the original video, or draw a new sample.</source>
            <translation>Das ursprüngliche Video zeigen oder eine neue Stichprobe ziehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/samples.py"></location>
            <source>The video does not have the timestamps that this sample was drawn from.</source>
            <translation>Das Video hat nicht die Zeitstempel, aus denen diese Stichprobe gezogen wurde.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/scratch.py"></location>
            <source>All {most} scratch studies in {home} are open in other windows or damaged.</source>
            <translation>Alle {most} Entwurfsstudien in {home} sind in anderen Fenstern geöffnet oder beschädigt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/scratch.py"></location>
            <source>Close the other windows, or make a study of your own (New study).</source>
            <translation>Die anderen Fenster schließen oder eine eigene Studie anlegen (Neue Studie).</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/study.py"></location>
            <source>Open it, or choose another name.</source>
            <translation>Sie öffnen oder einen anderen Namen wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/study.py"></location>
            <source>{root} could not be made: {reason}.</source>
            <translation>{root} konnte nicht angelegt werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/study/study.py"></location>
            <source>{root} exists already.</source>
            <translation>{root} gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../au_studio/texts.py"></location>
            <source>{others} and {last}</source>
            <translation>{others} und {last}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/about.py"></location>
            <source>&lt;b&gt;AU Studio {version}&lt;/b&gt;</source>
            <translation>&lt;b&gt;AU Studio {version}&lt;/b&gt;</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/about.py"></location>
            <source>About AU Studio</source>
            <translation>Über AU Studio</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/about.py"></location>
            <source>Facial action unit intensity from video: watch, code 2 % of the frames, fine-tune, export.

Everything happens on this computer.</source>
            <translation>Intensität mimischer Action Units aus Video: ansehen, 2 % der Bilder codieren, nachtrainieren, exportieren.

Alles geschieht auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_page.py"></location>
            <source>Export the agreement table</source>
            <translation>Tabelle der Übereinstimmung exportieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_page.py"></location>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>Tables (*.csv)</source>
            <translation>Tabellen (*.csv)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_page.py"></location>
            <source>There is nothing to export yet: no frame was rated by both.</source>
            <translation>Noch gibt es nichts zu exportieren: Kein Bild wurde von beiden bewertet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>&amp;Compare</source>
            <translation>&amp;Vergleiche</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>&amp;with</source>
            <translation>&amp;mit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>A model remembers the frames that it has learned from: with them, the figures are too good.</source>
            <translation>Ein Modell erinnert sich an die Bilder, aus denen es gelernt hat: Mit ihnen sind die Zahlen zu gut.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Adopt what &amp;both agree on</source>
            <translation>Ü&amp;bereinstimmendes übernehmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Also frames that &amp;trained it</source>
            <translation>Auch Bilder, an denen es &amp;trainiert wurde</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <location filename="../../au_studio/ui/agree/bland_altman_plot.py"></location>
            <source>Bland–Altman plot</source>
            <translation>Bland-Altman-Diagramm</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Coder or model to compare with</source>
            <translation>Codierende Person oder Modell, womit verglichen wird</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Coder to compare</source>
            <translation>Codierende Person, die verglichen wird</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <location filename="../../au_studio/ui/agree/confusion_view.py"></location>
            <source>Confusion matrix</source>
            <translation>Konfusionsmatrix</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <location filename="../../au_studio/ui/agree/reconcile_panel.py"></location>
            <source>Consensus</source>
            <translation>Konsens</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Disagreements</source>
            <translation>Abweichungen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>E&amp;xport table…</source>
            <translation>Tabelle e&amp;xportieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Enter every rating on which both coders agree exactly as consensus, so that only the differences are left to settle.</source>
            <translation>Jedes Rating, in dem beide Codierenden genau übereinstimmen, als Konsens eintragen, sodass nur die Unterschiede zu klären bleiben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Figures per action unit</source>
            <translation>Zahlen je Action Unit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <source>Largest disagreements</source>
            <translation>Größte Abweichungen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Let a second coder rate the same frames on the Code page, or analyse the recordings with a model on the Watch page.</source>
            <translation>Eine zweite Person auf der Seite Codieren dieselben Bilder bewerten lassen, oder die Aufnahmen auf der Seite Ansehen mit einem Modell analysieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Nobody has rated yet</source>
            <translation>Noch hat niemand bewertet</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Nothing to compare yet</source>
            <translation>Noch nichts zu vergleichen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Open a study first. When two coders have rated the same frames, this page says how well they agree.</source>
            <translation>Zuerst eine Studie öffnen. Wenn zwei Personen dieselben Bilder bewertet haben, sagt diese Seite, wie gut sie übereinstimmen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Rate some frames on the Code page. A coder can then be compared with another coder, or with a model.</source>
            <translation>Auf der Seite Codieren einige Bilder bewerten. Dann kann mit einer anderen codierenden Person oder einem Modell verglichen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>There is nobody to compare with</source>
            <translation>Niemand ist zum Vergleichen da</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>What do these &amp;mean?</source>
            <translation>Was &amp;bedeuten diese?</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>computing…</source>
            <translation>wird berechnet …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>model: {name}</source>
            <translation>Modell: {name}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>the largest {most} listed</source>
            <translation>die größten {most} aufgeführt</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{n} codable to one only</source>
            <translation>
                <numerusform>{n} nur für eine Seite codierbar</numerusform>
                <numerusform>{n} nur für eine Seite codierbar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{n} differ by one step or more</source>
            <extracomment>For 1: {n} differs by one step or more</extracomment>
            <translation>
                <numerusform>{n} weicht um eine Stufe oder mehr ab</numerusform>
                <numerusform>{n} weichen um eine Stufe oder mehr ab</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{n} frames compared, of {whose}</source>
            <extracomment>For 1: {n} frame compared, of {whose}</extracomment>
            <translation>
                <numerusform>{n} Bild verglichen, von {whose}</numerusform>
                <numerusform>{n} Bilder verglichen, von {whose}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{n} frames rated by both, of {whose}</source>
            <extracomment>For 1: {n} frame rated by both, of {whose}</extracomment>
            <translation>
                <numerusform>{n} Bild von beiden bewertet, von {whose}</numerusform>
                <numerusform>{n} Bilder von beiden bewertet, von {whose}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{n} persons</source>
            <extracomment>For 1: {n} person</extracomment>
            <translation>
                <numerusform>{n} Person</numerusform>
                <numerusform>{n} Personen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{n} recordings without a person’s name</source>
            <extracomment>For 1: {n} recording without a person’s name</extracomment>
            <translation>
                <numerusform>{n} Aufnahme ohne Namen einer Person</numerusform>
                <numerusform>{n} Aufnahmen ohne Namen einer Person</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{settled} settled</source>
            <translation>{settled} geklärt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{text}  ·  computing…</source>
            <translation>{text}  ·  wird berechnet …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>“{name}” and “{name2}” have no frame in common. Both must rate the same frames of the sample.</source>
            <translation>„{name}“ und „{name2}“ haben kein Bild gemeinsam. Beide müssen dieselben Bilder der Stichprobe bewerten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/bland_altman_plot.py"></location>
            <source>Bland–Altman</source>
            <translation>Bland-Altman</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/bland_altman_plot.py"></location>
            <source>Mean difference {value}, limits {low} to {high}</source>
            <translation>Mittlere Differenz {value}, Grenzen {low} bis {high}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/bland_altman_plot.py"></location>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>difference</source>
            <translation>Differenz</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/bland_altman_plot.py"></location>
            <source>mean of the two</source>
            <translation>Mittel der beiden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/confusion_view.py"></location>
            <source>{agreed} of {int} frames on the diagonal</source>
            <translation>{agreed} von {int} Bildern auf der Diagonale</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/confusion_view.py"></location>
            <source>{label}  {name}: frames by level</source>
            <translation>{label}  {name}: Bilder nach Stufe</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/confusion_view.py"></location>
            <source>{text}
{counts} frames</source>
            <translation>{text}
{counts} Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>
&lt;h3&gt;n/a, and ⚠&lt;/h3&gt;
&lt;p&gt;&lt;b&gt;n/a&lt;/b&gt; means undefined, which is not 0. ICC and kappa compare the raters' differences with how much
the frames vary: when the ratings never vary there is nothing to compare with. The ratings are the coder's
when a model is judged, and both coders' between two: then one of the two must vary. A coder who leaves their
commonest level on fewer than {varying} frames varies too little for the figure to mean anything, so
it is not shown. Where the ratings vary and the other rater never does, ICC and kappa are 0, and count.
&lt;b&gt;⚠&lt;/b&gt; marks figures of an action unit that was scored on fewer than {few} frames:
a few more frames may change them much. Point at a cell to read why.&lt;/p&gt;
&lt;h3&gt;Frames that count&lt;/h3&gt;
&lt;p&gt;Per action unit, the frames that both rated from 0 to 5. Not codable is missing, not 0, and so is a
frame without a face. The last row is the plain mean of the action units for which a figure is
defined. The intervals of the mean ICC come from drawing whole persons anew, 2000 times (bootstrap); they need
{persons} persons or more. A recording of which nobody has said who is in it counts as a person of its
own: the interval is too narrow if several are of one person. &lt;i&gt;Efron &amp; Tibshirani (1993).&lt;/i&gt;&lt;/p&gt;
&lt;h3&gt;Confusion matrix&lt;/h3&gt;
&lt;p&gt;How many frames got which pair of levels. Agreement lies on the diagonal.&lt;/p&gt;
&lt;h3&gt;Bland–Altman plot&lt;/h3&gt;
&lt;p&gt;The difference of the two against their mean. The line is the mean difference (who is higher), the
dashed lines enclose about 95 % of the differences: mean ± 1.96 standard deviations. &lt;i&gt;Bland &amp; Altman
(1986), Lancet 327.&lt;/i&gt;&lt;/p&gt;
&lt;h3&gt;Held out&lt;/h3&gt;
&lt;p&gt;A model that was trained on the ratings of a frame remembers it: agreement on that frame says nothing
about new ones. Those frames are left out, unless you take them in; then the page warns.&lt;/p&gt;
&lt;h3&gt;Consensus&lt;/h3&gt;
&lt;p&gt;What you settle on is kept as the ratings of one more coder, marked as made with both ratings in view.
Nobody's own ratings change.&lt;/p&gt;
</source>
            <translation>
&lt;h3&gt;n/a und ⚠&lt;/h3&gt;
&lt;p&gt;&lt;b&gt;n/a&lt;/b&gt; heißt nicht definiert, und das ist nicht 0. ICC und Kappa vergleichen die Unterschiede der Bewertungen damit, wie sehr
die Bilder variieren: Wenn die Ratings nie variieren, gibt es nichts, womit verglichen werden könnte. Gemeint sind die Ratings der codierenden Person,
wenn ein Modell beurteilt wird, und die von beiden zwischen zwei Codierenden: Dann muss eine Seite variieren. Wer auf weniger als {varying} Bildern von der eigenen
häufigsten Stufe abweicht, variiert zu wenig, als dass die Zahl etwas bedeuten könnte; deshalb
wird sie nicht gezeigt. Wo die Ratings variieren und die andere Seite nie, sind ICC und Kappa 0, und das zählt.
&lt;b&gt;⚠&lt;/b&gt; kennzeichnet Zahlen einer Action Unit, die auf weniger als {few} Bildern bewertet wurde:
Einige Bilder mehr können sie stark ändern. Auf eine Zelle zeigen, um zu lesen, warum.&lt;/p&gt;
&lt;h3&gt;Bilder, die zählen&lt;/h3&gt;
&lt;p&gt;Je Action Unit die Bilder, die beide mit 0 bis 5 bewertet haben. Nicht codierbar ist fehlend, nicht 0, und ebenso ein
Bild ohne Gesicht. Die letzte Zeile ist das einfache Mittel der Action Units, für die eine Zahl
definiert ist. Die Intervalle der mittleren ICC entstehen durch 2000-maliges neues Ziehen ganzer Personen (Bootstrap); sie brauchen
mindestens {persons} Personen. Eine Aufnahme, von der niemand gesagt hat, wer darin ist, zählt als eigene
Person: Das Intervall ist zu eng, wenn mehrere von einer Person sind. &lt;i&gt;Efron &amp; Tibshirani (1993).&lt;/i&gt;&lt;/p&gt;
&lt;h3&gt;Konfusionsmatrix&lt;/h3&gt;
&lt;p&gt;Wie viele Bilder welches Paar von Stufen bekamen. Übereinstimmung liegt auf der Diagonale.&lt;/p&gt;
&lt;h3&gt;Bland-Altman-Diagramm&lt;/h3&gt;
&lt;p&gt;Der Unterschied der beiden gegen ihr Mittel. Die Linie ist die mittlere Differenz (wer höher liegt), die
gestrichelten Linien umschließen etwa 95 % der Differenzen: Mittel ± 1,96 Standardabweichungen. &lt;i&gt;Bland &amp; Altman
(1986), Lancet 327.&lt;/i&gt;&lt;/p&gt;
&lt;h3&gt;Zurückgehalten&lt;/h3&gt;
&lt;p&gt;Ein Modell, das an den Ratings eines Bildes trainiert wurde, erinnert sich daran: Die Übereinstimmung auf diesem Bild sagt nichts
über neue. Solche Bilder sind ausgelassen, wenn sie nicht eigens hinzugenommen werden; dann warnt die Seite.&lt;/p&gt;
&lt;h3&gt;Konsens&lt;/h3&gt;
&lt;p&gt;Worauf man sich einigt, wird als Ratings einer weiteren codierenden Person gespeichert, gekennzeichnet als in Kenntnis beider Ratings entstanden.
Niemandes eigene Ratings ändern sich.&lt;/p&gt;
</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>A plain count</source>
            <translation>Eine einfache Zählung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>A plain count; a model's values are rounded to the nearest level</source>
            <translation>Eine einfache Zählung; die Werte eines Modells werden auf die nächste Stufe gerundet</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>A plain mean</source>
            <translation>Ein einfacher Mittelwert</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Agreement on the levels 0 to 5 beyond what chance would give; a miss by two steps weighs four times a miss by one. A model's values are rounded to the nearest level first.</source>
            <translation>Übereinstimmung auf den Stufen 0 bis 5 über das hinaus, was der Zufall ergäbe; ein Fehler um zwei Stufen wiegt viermal so viel wie einer um eine. Die Werte eines Modells werden zuerst auf die nächste Stufe gerundet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Agreement within one step</source>
            <translation>Übereinstimmung innerhalb einer Stufe</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Base rate, first rater</source>
            <translation>Basisrate, erste Seite</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Base rate, second rater</source>
            <translation>Basisrate, zweite Seite</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>By how many steps of the 0–5 scale the two differ on average. 0 is perfect. Nothing is rounded.</source>
            <translation>Um wie viele Stufen der Skala 0–5 die beiden im Mittel abweichen. 0 ist vollkommen. Nichts wird gerundet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Cohen (1968), Psychological Bulletin 70</source>
            <translation>Cohen (1968), Psychological Bulletin 70</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Cohen's kappa with quadratic weights</source>
            <translation>Cohens Kappa mit quadratischen Gewichten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Definitions of the figures</source>
            <translation>Definitionen der Zahlen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Exact agreement</source>
            <translation>Genaue Übereinstimmung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>FACS agreement index</source>
            <translation>FACS-Übereinstimmungsindex</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>FACS index</source>
            <translation>FACS-Index</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>For presence only (1 = A or more): twice the frames that both score, divided by the frames that the one scores plus the frames that the other scores. Frames on which neither scores it do not count. FACS asks for 0.70 or more of a coder who passes its test.</source>
            <translation>Nur für das Auftreten (1 = A oder mehr): zweimal die Bilder, die beide bewerten, geteilt durch die Bilder, die die eine Seite bewertet, plus die Bilder, die die andere bewertet. Bilder, auf denen keine Seite sie bewertet, zählen nicht. FACS verlangt 0.70 oder mehr, um den Test zu bestehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>How far two raters give the same values, measured against how much the frames differ. 1 is perfect, 0 is no better than chance. A rater who is always one step higher lowers it. In brackets: 95 % interval, which takes the frames as independent; frames of one person are not quite, so the true interval is wider.</source>
            <translation>Wie weit zwei Seiten dieselben Werte geben, gemessen daran, wie sehr sich die Bilder unterscheiden. 1 ist vollkommen, 0 ist nicht besser als der Zufall. Wer immer eine Stufe höher bewertet, senkt sie. In Klammern: 95-%-Intervall, das die Bilder als unabhängig nimmt; Bilder einer Person sind das nicht ganz, deshalb ist das wahre Intervall breiter.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>How far two raters put the frames into the same order and distance. 1 is perfect, 0 is no better than chance. A constant difference between them does not lower it, so read the MAE beside it.</source>
            <translation>Wie weit zwei Seiten die Bilder in dieselbe Reihenfolge und dieselben Abstände bringen. 1 ist vollkommen, 0 ist nicht besser als der Zufall. Ein gleichbleibender Unterschied senkt sie nicht; deshalb den MAE daneben lesen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Intraclass correlation, absolute agreement</source>
            <translation>Intraklassenkorrelation, absolute Übereinstimmung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Intraclass correlation, consistency</source>
            <translation>Intraklassenkorrelation, Konsistenz</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Mean absolute difference</source>
            <translation>Mittlerer absoluter Unterschied</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Share of frames on which both give the same level. High by itself when the action unit is rare: two raters who always say 0 agree on 100 %.</source>
            <translation>Anteil der Bilder, auf denen beide dieselbe Stufe geben. Von selbst hoch, wenn die Action Unit selten ist: Zwei, die immer 0 sagen, stimmen zu 100 % überein.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Share of frames on which the levels differ by one step at most.</source>
            <translation>Anteil der Bilder, auf denen die Stufen um höchstens eine abweichen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Share of these frames on which the first rater scores it at 1 or more. With a base rate near 0 or 100 % every coefficient is uncertain.</source>
            <translation>Anteil dieser Bilder, auf denen die erste Seite sie mit 1 oder mehr bewertet. Bei einer Basisrate nahe 0 oder 100 % ist jeder Koeffizient unsicher.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Shrout &amp; Fleiss (1979), Psychological Bulletin 86; McGraw &amp; Wong (1996), Psychological Methods 1</source>
            <translation>Shrout &amp; Fleiss (1979), Psychological Bulletin 86; McGraw &amp; Wong (1996), Psychological Methods 1</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Shrout &amp; Fleiss (1979); McGraw &amp; Wong (1996)</source>
            <translation>Shrout &amp; Fleiss (1979); McGraw &amp; Wong (1996)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>The same for the second rater. Very different base rates mean that one of the two has a lower threshold.</source>
            <translation>Dasselbe für die zweite Seite. Sehr verschiedene Basisraten bedeuten, dass eine der beiden eine niedrigere Schwelle hat.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Wexler (1972); Ekman, Friesen &amp; Hager (2002), FACS Investigator's Guide</source>
            <translation>Wexler (1972); Ekman, Friesen &amp; Hager (2002), FACS Investigator's Guide</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>What the figures mean</source>
            <translation>Was die Zahlen bedeuten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>base 1</source>
            <translation>Basis 1</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>base 2</source>
            <translation>Basis 2</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>exact</source>
            <translation>genau</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>within 1</source>
            <translation>± 1</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>consensus</source>
            <translation>Konsens</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>first</source>
            <translation>erste</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>recording</source>
            <translation>Aufnahme</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>second</source>
            <translation>zweite</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <source>✓ not codable</source>
            <translation>✓ nicht codierbar</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Action unit</source>
            <translation>Action Unit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>Agreement per action unit</source>
            <translation>Übereinstimmung je Action Unit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>Frames that both rated from 0 to 5</source>
            <translation>Bilder, die beide mit 0 bis 5 bewertet haben</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Mean</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>Share of these frames that {rater} scores at 1 or more.

{meaning}</source>
            <translation>Anteil dieser Bilder, die {rater} mit 1 oder mehr bewertet.

{meaning}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>Unweighted mean of the action units</source>
            <translation>Ungewichtetes Mittel der Action Units</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>base {shortened}</source>
            <translation>Basis {shortened}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>frames</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>{note}
Over all action units together: {pooled}</source>
            <translation>{note}
Über alle Action Units zusammen: {pooled}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/reconcile_panel.py"></location>
            <source>Choose a disagreement in the list to see its frame.</source>
            <translation>In der Liste eine Abweichung wählen, um ihr Bild zu sehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/reconcile_panel.py"></location>
            <source>Consensus {words}</source>
            <translation>Konsens {words}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/reconcile_panel.py"></location>
            <source>Frame of the disagreement</source>
            <translation>Bild der Abweichung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/reconcile_panel.py"></location>
            <source>You settle on: {words} (key {text})</source>
            <translation>Einigung: {words} (Taste {text})</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/reconcile_panel.py"></location>
            <location filename="../../au_studio/ui/code/au_model.py"></location>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>not codable</source>
            <translation>nicht codierbar</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <source>Agree</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Code</source>
            <translation>Codieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <location filename="../../au_studio/ui/look.py"></location>
            <source>Study</source>
            <translation>Studie</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <source>Train</source>
            <translation>Trainieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Watch</source>
            <translation>Ansehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>Action units to rate</source>
            <translation>Zu bewertende Action Units</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>All &amp;marked *</source>
            <translation>Alle &amp;gekennzeichneten *</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>Choose at least one.</source>
            <translation>Mindestens eine wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>Every coder of this study rates these in every frame. Ratings of action units that you take out are kept, and come back when you add them again. The chosen model reads those marked *; it can learn others from ratings alone.</source>
            <translation>Alle Codierenden dieser Studie bewerten diese in jedem Bild. Ratings von Action Units, die herausgenommen werden, bleiben erhalten und sind wieder da, wenn sie wieder hinzukommen. Das gewählte Modell liest die mit * gekennzeichneten; andere kann es allein aus Ratings lernen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>The &amp;usual twelve</source>
            <translation>Die &amp;üblichen zwölf</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>Those of DISFA, which most models are compared on.</source>
            <translation>Die von DISFA, an denen die meisten Modelle verglichen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>{number} of {n} chosen</source>
            <translation>{number} von {n} gewählt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_list.py"></location>
            <source>Action units of this frame</source>
            <translation>Action Units dieses Bildes</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_model.py"></location>
            <source>FACS name</source>
            <translation>FACS-Name</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_model.py"></location>
            <source>Intensity</source>
            <translation>Intensität</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_model.py"></location>
            <source>not rated</source>
            <translation>nicht bewertet</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_model.py"></location>
            <source>{text}, unsure</source>
            <translation>{text}, unsicher</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>  ·  {int}:{seconds}  ·  frame {position}</source>
            <translation>  ·  {int}:{seconds}  ·  Bild {position}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>&lt;b&gt;{place} of {frames}&lt;/b&gt;  ·  {recording_name}{moment}</source>
            <translation>&lt;b&gt;{place} von {frames}&lt;/b&gt;  ·  {recording_name}{moment}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>Add a coder…</source>
            <translation>Codierende Person hinzufügen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>C&amp;oder</source>
            <translation>C&amp;odierer/in</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Coder</source>
            <translation>Codierer/in</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Draw the random sample…</source>
            <translation>Zufallsstichprobe ziehen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>Extend the sample…</source>
            <translation>Stichprobe erweitern …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>Frames in</source>
            <translation>Bilder in</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>Order of the frames</source>
            <translation>Reihenfolge der Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>Random order keeps neighbouring frames from influencing each other.</source>
            <translation>Zufällige Reihenfolge verhindert, dass benachbarte Bilder einander beeinflussen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>order of time</source>
            <translation>zeitlicher Folge</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>random order</source>
            <translation>zufälliger Folge</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>&amp;Go to</source>
            <translation>&amp;Gehe zu</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>&amp;Rate</source>
            <translation>&amp;Bewerten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>&amp;Say more</source>
            <translation>&amp;Mehr sagen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>Add a coder</source>
            <translation>Codierende Person hinzufügen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>Name or initials of the coder</source>
            <translation>Name oder Kürzel der codierenden Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>Open a video first; then draw the sample.</source>
            <translation>Zuerst ein Video öffnen; dann die Stichprobe ziehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>There is no neutral reference of this person to compare with yet.</source>
            <translation>Von dieser Person gibt es noch keine neutrale Referenz zum Vergleichen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>What is not visible?</source>
            <translation>Was ist nicht zu sehen?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>{n} frames drawn. Rate them one after the other.</source>
            <extracomment>For 1: 1 frame drawn.</extracomment>
            <translation>
                <numerusform>1 Bild gezogen.</numerusform>
                <numerusform>{n} Bilder gezogen. Eines nach dem anderen bewerten.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>&lt;span style='color:{color}'&gt;⚠&lt;/span&gt; Look again? {text}.</source>
            <translation>&lt;span style='color:{color}'&gt;⚠&lt;/span&gt; Noch einmal ansehen? {text}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Action units: {n} of the {n2} that the model reads</source>
            <translation>Action Units: {n} der {n2}, die das Modell liest</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Choose…</source>
            <translation>Wählen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Coding: {label} {name}</source>
            <translation>Codieren: {label} {name}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <location filename="../../au_studio/ui/code/face_stage.py"></location>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>Decoding…</source>
            <translation>Wird decodiert …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Every frame of the sample is rated. You can fine-tune a model now, or extend the sample.</source>
            <translation>Alle Bilder der Stichprobe sind bewertet. Jetzt lässt sich ein Modell nachtrainieren oder die Stichprobe erweitern.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Face, upright and enlarged</source>
            <translation>Gesicht, aufrecht und vergrößert</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Frame to rate: digits rate the action unit in focus</source>
            <translation>Zu bewertendes Bild: Ziffern bewerten die aktuelle Action Unit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Look for such a moment with “Choose…”.</source>
            <translation>Einen solchen Augenblick mit „Wählen …“ suchen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Neutral reference</source>
            <translation>Neutrale Referenz</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Neutral reference of this person, from {where}</source>
            <translation>Neutrale Referenz dieser Person, aus {where}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>No neutral reference of this person yet.</source>
            <translation>Noch keine neutrale Referenz dieser Person.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Press {key} where the face is at rest, or look for such a moment with “Choose…”.</source>
            <translation>{key} drücken, wo das Gesicht ruht, oder mit „Wählen …“ einen solchen Augenblick suchen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>This frame is complete.</source>
            <translation>Dieses Bild ist vollständig.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>This study does not rate {names}, though the model reads them. Code &gt; Action units to rate… chooses which are rated.</source>
            <translation>Diese Studie bewertet {names} nicht, obwohl das Modell sie liest. Codieren &gt; Action Units zum Bewerten … legt fest, welche bewertet werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Whole frame</source>
            <translation>Ganzes Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>absent</source>
            <translation>nicht da</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>marked</source>
            <translation>deutlich</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>maximum</source>
            <translation>maximal</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>severe</source>
            <translation>stark</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>slight</source>
            <translation>leicht</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>trace</source>
            <translation>Spur</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>{key} goes on.</source>
            <translation>{key} geht weiter.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>A small random part of the frames, 2 % by default, is what you rate by hand. The seed of the draw is stored, so that it can be reported and repeated. Which frames are drawn has nothing to do with what is in them.</source>
            <translation>Von Hand bewertet wird ein kleiner zufälliger Teil der Bilder, üblicherweise 2 %. Der Startwert (Seed) der Ziehung wird gespeichert, sodass sie berichtet und wiederholt werden kann. Welche Bilder gezogen werden, hat nichts damit zu tun, was darauf ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Coder's name</source>
            <translation>Name der codierenden Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Draw more frames…</source>
            <translation>Mehr Bilder ziehen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Draw the random sample</source>
            <translation>Zufallsstichprobe ziehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Every coder has ratings of their own, and sees neither those of others nor what the model estimates.</source>
            <translation>Jede codierende Person hat eigene Ratings und sieht weder die der anderen noch die Schätzungen des Modells.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Name or initials, e.g. AB</source>
            <translation>Name oder Kürzel, z. B. AB</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>No frames for you yet</source>
            <translation>Noch keine Bilder für Sie</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Nothing to code yet</source>
            <translation>Noch nichts zu codieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Open one or more videos first. They stay where they are, and nothing leaves this computer.</source>
            <translation>Zuerst ein oder mehrere Videos öffnen. Sie bleiben, wo sie sind, und nichts verlässt diesen Computer.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Open videos…</source>
            <translation>Videos öffnen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Start rating</source>
            <translation>Mit dem Bewerten beginnen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Who is rating?</source>
            <translation>Wer codiert?</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>You rate the double-coded part of the sample, and it has no frames yet. Draw more with a share for the second coder, or let yourself rate the whole sample (Study &gt; Coders).</source>
            <translation>Sie bewerten den doppelt codierten Teil der Stichprobe, und der hat noch keine Bilder. Mehr Bilder mit einem Anteil für die zweite codierende Person ziehen, oder die ganze Stichprobe bewerten (Studie &gt; Codierende).</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/face_stage.py"></location>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>Face</source>
            <translation>Gesicht</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/face_stage.py"></location>
            <source>No face found: the whole frame is shown</source>
            <translation>Kein Gesicht gefunden: Das ganze Bild wird gezeigt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/face_stage.py"></location>
            <source>context {offsets} s</source>
            <translation>Umgebung {offsets} s</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/face_stage.py"></location>
            <source>context…</source>
            <translation>Umgebung …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/face_stage.py"></location>
            <source>neutral reference</source>
            <translation>neutrale Referenz</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>all keys</source>
            <translation>alle Tasten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>all that is left 0</source>
            <translation>alles Übrige 0</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>context</source>
            <translation>Umgebung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>copy previous frame</source>
            <translation>voriges Bild übernehmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>flip to neutral</source>
            <translation>zu Neutral wechseln</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>next frame</source>
            <translation>nächstes Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>rate and go on</source>
            <translation>bewerten und weiter</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>repeat</source>
            <translation>wiederholen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>undo</source>
            <translation>rückgängig</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>unsure</source>
            <translation>unsicher</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>&amp;No reference</source>
            <translation>&amp;Keine Referenz</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>&amp;Use as neutral reference</source>
            <translation>Als neutrale Referenz &amp;verwenden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>Choose the neutral reference</source>
            <translation>Neutrale Referenz wählen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>Look for a moment at which the face rests: no movement, eyes open, looking towards the camera. It is shown beside every frame of this person. Arrow keys go frame by frame, Page keys a second. Nothing that a model or another coder says is shown.</source>
            <translation>Einen Augenblick suchen, in dem das Gesicht ruht: keine Bewegung, Augen offen, Blick zur Kamera. Er wird neben jedem Bild dieser Person gezeigt. Pfeiltasten gehen bildweise, Bildtasten sekundenweise. Nichts, was ein Modell oder eine andere codierende Person sagt, wird gezeigt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>No face found here</source>
            <translation>Hier kein Gesicht gefunden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <location filename="../../au_studio/ui/watch/timeline.py"></location>
            <source>Place in the recording</source>
            <translation>Stelle in der Aufnahme</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>{int}:{seconds} · frame {position}</source>
            <translation>{int}:{seconds} · Bild {position}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/note_line.py"></location>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Note on this frame</source>
            <translation>Notiz zu diesem Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/progress_bar.py"></location>
            <source>Frames that are completely rated</source>
            <translation>Vollständig bewertete Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/progress_bar.py"></location>
            <source>about {duration_text} left</source>
            <translation>noch etwa {duration_text}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/progress_bar.py"></location>
            <source>{frames_done} of {frames} frames done</source>
            <translation>{frames_done} von {frames} Bildern fertig</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/progress_bar.py"></location>
            <source>{pace} s per frame</source>
            <translation>{pace} s je Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&amp;Draw</source>
            <translation>&amp;Ziehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&amp;From</source>
            <translation>&amp;Aus</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&amp;Least distance</source>
            <translation>&amp;Mindestabstand</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&amp;Number of frames</source>
            <translation>Zahl der &amp;Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&amp;Share of the frames</source>
            <translation>A&amp;nteil der Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>, beside the {before} frames drawn before, which stay as they are</source>
            <translation>, neben den {before} früher gezogenen Bildern, die bleiben, wie sie sind</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&lt;b&gt;about {n} new frames&lt;/b&gt; from {recordings}</source>
            <extracomment>For 1: &lt;b&gt;about {n} new frame&lt;/b&gt; from {recordings}</extracomment>
            <translation>
                <numerusform>&lt;b&gt;etwa {n} neues Bild&lt;/b&gt; aus {recordings}</numerusform>
                <numerusform>&lt;b&gt;etwa {n} neue Bilder&lt;/b&gt; aus {recordings}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&lt;b&gt;{n} new frames&lt;/b&gt; from {recordings}</source>
            <extracomment>For 1: &lt;b&gt;{n} new frame&lt;/b&gt; from {recordings}</extracomment>
            <translation>
                <numerusform>&lt;b&gt;{n} neues Bild&lt;/b&gt; aus {recordings}</numerusform>
                <numerusform>&lt;b&gt;{n} neue Bilder&lt;/b&gt; aus {recordings}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>A share that two coders rate shows how well they agree.</source>
            <translation>Ein Anteil, den zwei Personen bewerten, zeigt, wie gut sie übereinstimmen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>About {overlap} frames for coders who rate the double-coded part.</source>
            <translation>Etwa {overlap} Bilder für Codierende, die den doppelt codierten Teil bewerten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Can be drawn</source>
            <translation>Ziehbar</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Draw</source>
            <translation>Ziehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Draw the sample</source>
            <translation>Stichprobe ziehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Drawn before</source>
            <translation>Schon gezogen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Drawn before with seed {seeds}; the draw goes on where it ended.</source>
            <translation>Früher mit dem Startwert {seeds} gezogen; die Ziehung geht dort weiter, wo sie endete.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Each gives its own share or number.</source>
            <translation>Jede gibt ihren eigenen Anteil oder ihre eigene Zahl.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Extend the sample</source>
            <translation>Stichprobe erweitern</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Faces have not been tracked in {names} yet (watch or analyse first), so any frame may be drawn, also one without a face: rate such a frame as not codable.</source>
            <translation>In {names} wurden noch keine Gesichter verfolgt (zuerst ansehen oder analysieren), deshalb kann jedes Bild gezogen werden, auch eines ohne Gesicht: ein solches Bild als nicht codierbar bewerten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Frames</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Frames close to each other look alike; fewer may be drawn than asked for.</source>
            <translation>Bilder nahe beieinander sehen gleich aus; es können weniger gezogen werden als verlangt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Least distance of two frames in seconds</source>
            <translation>Mindestabstand zweier Bilder in Sekunden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Number of frames</source>
            <translation>Zahl der Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>One draw: every frame has the same chance, so long recordings give more.</source>
            <translation>Eine Ziehung: Jedes Bild hat dieselbe Chance, deshalb geben lange Aufnahmen mehr.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Reading the timestamps of recording {done} of {total}…</source>
            <translation>Die Zeitstempel von Aufnahme {done} von {total} werden gelesen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>S&amp;eed</source>
            <translation>&amp;Startwert</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Se&amp;cond coder</source>
            <translation>&amp;Zweite codierende Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Share for a second coder in percent</source>
            <translation>Anteil für eine zweite codierende Person in Prozent</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Share of the frames in percent</source>
            <translation>Anteil der Bilder in Prozent</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Stored without loss, the frames take about {room} in the study’s folder.</source>
            <translation>Verlustfrei gespeichert, brauchen die Bilder etwa {room} im Ordner der Studie.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>The same seed and video give the same frames on every computer.</source>
            <translation>Derselbe Startwert und dasselbe Video ergeben auf jedem Computer dieselben Bilder.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>What can be drawn, per recording</source>
            <translation>Was je Aufnahme gezogen werden kann</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Where faces have been tracked, only frames with the target person's face are drawn.</source>
            <translation>Wo Gesichter verfolgt sind, werden nur Bilder mit dem Gesicht der Zielperson gezogen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>all recordings</source>
            <translation>allen Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>from all recordings together</source>
            <translation>aus allen Aufnahmen zusammen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>from each recording by itself</source>
            <translation>aus jeder Aufnahme für sich</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>the open recording only</source>
            <translation>nur der geöffneten Aufnahme</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/companions.py"></location>
            <source>Open a video first; then its curves can be exported.</source>
            <translation>Zuerst ein Video öffnen; dann können seine Kurven exportiert werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/edit_menu.py"></location>
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/edit_menu.py"></location>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/edit_menu.py"></location>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/empty_state.py"></location>
            <source>Choose a recording at the left</source>
            <translation>Links eine Aufnahme wählen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/empty_state.py"></location>
            <source>Drop videos here, or press Ctrl+O</source>
            <translation>Videos hierher ziehen oder Strg+O drücken</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/empty_state.py"></location>
            <source>Folders and studies can be dropped too. Nothing ever leaves this computer.</source>
            <translation>Auch Ordner und Studien lassen sich hierher ziehen. Nichts verlässt diesen Computer.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/empty_state.py"></location>
            <source>Studies opened lately</source>
            <translation>Zuletzt geöffnete Studien</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/empty_state.py"></location>
            <source>They are added to the study “{name}”.</source>
            <translation>Sie kommen in die Studie „{name}“.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/empty_state.py"></location>
            <source>“{name}” has {n} recordings.</source>
            <extracomment>For 1: “{name}” has {n} recording.</extracomment>
            <translation>
                <numerusform>„{name}“ hat {n} Aufnahme.</numerusform>
                <numerusform>„{name}“ hat {n} Aufnahmen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>
Left out: {text}</source>
            <translation>
Ausgelassen: {text}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>&amp;All recordings</source>
            <translation>&amp;Alle Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>&amp;Folder</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <source>&amp;Model</source>
            <translation>&amp;Modell</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>&lt;b&gt;{n} files&lt;/b&gt; will be written: {note}</source>
            <translation>&lt;b&gt;{n} Dateien&lt;/b&gt; werden geschrieben: {note}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>&lt;b&gt;{n} of {n2} recordings have no analysis with this model yet.&lt;/b&gt; That is done first; it takes about as long as watching them, or less.</source>
            <translation>&lt;b&gt;{n} von {n2} Aufnahmen haben mit diesem Modell noch keine Analyse.&lt;/b&gt; Das geschieht zuerst; es dauert etwa so lange, wie sie anzusehen, oder weniger.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Analyse and export</source>
            <translation>Analysieren und exportieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Choose at least one recording, one file, a model and a folder.</source>
            <translation>Mindestens eine Aufnahme, eine Datei, ein Modell und einen Ordner wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Done: {n} files written to {text}.{left_out}</source>
            <translation>Fertig: {n} Dateien nach {text} geschrieben.{left_out}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Folder for the files</source>
            <translation>Ordner für die Dateien</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Intensities</source>
            <translation>Intensitäten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Left out of the export: {text}</source>
            <translation>Aus dem Export ausgelassen: {text}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Left out, because the video cannot be read and nothing is stored: {names}.</source>
            <translation>Ausgelassen, weil das Video nicht gelesen werden kann und nichts gespeichert ist: {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>Ratings of</source>
            <translation>Ratings von</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Recordings</source>
            <translation>Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Recordings to export</source>
            <translation>Zu exportierende Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>S&amp;mooth over</source>
            <translation>&amp;Glätten über</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Show the folder</source>
            <translation>Ordner zeigen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Smooth over time, seconds</source>
            <translation>Über die Zeit glätten, Sekunden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Standard deviation of a Gaussian over time; it blunts short movements.</source>
            <translation>Standardabweichung einer Gauß-Kurve über die Zeit; sie stumpft kurze Bewegungen ab.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Starting…</source>
            <translation>Startet …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>Stop</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Stopped. Files that were written are whole and stay.</source>
            <translation>Beendet. Geschriebene Dateien sind vollständig und bleiben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>They stand beside the model's values in the per-frame and the long table.</source>
            <translation>Sie stehen neben den Werten des Modells in der Tabelle je Bild und in der langen Tabelle.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>This model's card does not say how far off it may be.</source>
            <translation>Die Modellkarte sagt nicht, wie weit dieses Modell danebenliegen kann.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Values</source>
            <translation>Werte</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>calibrated to the person (by rated frames, else their face at rest reads 0)</source>
            <translation>auf die Person kalibriert (nach bewerteten Bildern, sonst ergibt das Ruhegesicht 0)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>half of them are JSON files that say how the others were made: versions, model, video, settings. Frames without a face have empty cells, never 0.</source>
            <translation>die Hälfte davon sind JSON-Dateien, die sagen, wie die anderen entstanden sind: Versionen, Modell, Video, Einstellungen. Bilder ohne Gesicht haben leere Zellen, nie 0.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>nobody has rated yet</source>
            <translation>noch hat niemand bewertet</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>not smoothed</source>
            <translation>nicht geglättet</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>with expected errors (columns AU12_sd in the table per frame)</source>
            <translation>mit erwarteten Fehlern (Spalten AU12_sd in der Tabelle je Bild)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>{n} files exported to {text}.</source>
            <translation>{n} Dateien nach {text} exportiert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>{there} of them exist there already and will be replaced.</source>
            <translation>{there} davon gibt es dort schon; sie werden ersetzt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Folder with the missing videos</source>
            <translation>Ordner mit den fehlenden Videos</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>New study</source>
            <translation>Neue Studie</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Open a folder of videos</source>
            <translation>Einen Ordner mit Videos öffnen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Open a study (a folder that ends in {ending})</source>
            <translation>Eine Studie öffnen (ein Ordner, der auf {ending} endet)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Open videos</source>
            <translation>Videos öffnen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Save study as</source>
            <translation>Studie speichern als</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Studies (*{ending})</source>
            <translation>Studien (*{ending})</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Videos ({endings});;All files (*)</source>
            <translation>Videos ({endings});;Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Draw a small random part of the frames, to be rated by hand.</source>
            <translation>Einen kleinen zufälligen Teil der Bilder ziehen, die von Hand bewertet werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Draw the sample…</source>
            <translation>Stichprobe ziehen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Export tables…</source>
            <translation>Tabellen exportieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Fine-tune</source>
            <translation>Nachtrainieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>First steps</source>
            <translation>Erste Schritte</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Hide the first steps</source>
            <translation>Erste Schritte ausblenden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Hide the first steps; Help → First steps brings them back</source>
            <translation>Erste Schritte ausblenden; Hilfe → Erste Schritte bringt sie zurück</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Let the model learn from the ratings, and see how much better it got.</source>
            <translation>Das Modell aus den Ratings lernen lassen und sehen, wie viel besser es wurde.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Open demo study</source>
            <translation>Demostudie öffnen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Open videos, or the demo study to try everything on rendered faces.</source>
            <translation>Videos öffnen, oder die Demostudie, um alles an computererzeugten Gesichtern auszuprobieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Play the recording: a curve grows for every action unit.</source>
            <translation>Die Aufnahme abspielen: für jede Action Unit wächst eine Kurve.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Rate the sampled frames with the keys 0 to 5, blind to the model.</source>
            <translation>Die gezogenen Bilder mit den Tasten 0 bis 5 bewerten, ohne das Modell zu sehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>That was the whole way. The same works with your own videos.</source>
            <translation>Das war der ganze Weg. Mit eigenen Videos geht es genauso.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>The study “STUDY” is empty still: open videos, or drop them here.</source>
            <translation>Die Studie „STUDY“ ist noch leer: Videos öffnen oder hierher ziehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Write the curves as tables for R, SPSS or Python.</source>
            <translation>Die Kurven als Tabellen für R, SPSS oder Python schreiben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Close and discard the jobs</source>
            <translation>Schließen und die Aufträge verwerfen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Close now, go on next time</source>
            <translation>Jetzt schließen, nächstes Mal weitermachen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Close when the jobs are done</source>
            <translation>Schließen, wenn die Aufträge fertig sind</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Do not close</source>
            <translation>Nicht schließen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Jobs are running</source>
            <translation>Aufträge laufen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Leave this study and discard the jobs</source>
            <translation>Diese Studie verlassen und die Aufträge verwerfen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Leave this study now, go on when it is open again</source>
            <translation>Diese Studie jetzt verlassen, weitermachen, wenn sie wieder offen ist</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Not done yet: {names}.</source>
            <translation>Noch nicht fertig: {names}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Stay in this study</source>
            <translation>In dieser Studie bleiben</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Stop the training, keep the best, then close</source>
            <translation>Das Training beenden, das Beste behalten, dann schließen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>The best state so far becomes the new model. Jobs that wait go on next time.</source>
            <translation>Der beste Stand bis dahin wird das neue Modell. Wartende Aufträge gehen nächstes Mal weiter.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>The window gets out of the way and closes by itself.</source>
            <translation>Das Fenster macht Platz und schließt sich von selbst.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>What has been reached is kept with it. View &gt; Jobs goes on with it when you say so.</source>
            <translation>Was erreicht ist, bleibt bei ihr. Ansicht &gt; Aufträge macht damit weiter, wenn Sie es sagen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>What has been reached is kept. View &gt; Jobs goes on with it when you say so.</source>
            <translation>Was erreicht ist, bleibt. Ansicht &gt; Aufträge macht damit weiter, wenn Sie es sagen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Your ratings, earlier models and finished analyses stay.</source>
            <translation>Ratings, frühere Modelle und fertige Analysen bleiben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>{n} more</source>
            <translation>{n} weitere</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source> No GPU: {why}</source>
            <translation> Keine GPU: {why}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source>Analyse and train there; remembered on this computer.</source>
            <translation>Dort analysieren und trainieren; wird auf diesem Computer gemerkt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source>Computing &amp;device</source>
            <translation>&amp;Rechengerät</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source>No GPU: {why_not_gpu}</source>
            <translation>Keine GPU: {why_not_gpu}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source>The fastest{fastest}</source>
            <translation>Das schnellste{fastest}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source>The models run on {text}.{reason} Recording &gt; Computing device changes it.</source>
            <translation>Die Modelle laufen auf {text}.{reason} Aufnahme &gt; Rechengerät ändert es.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source>starting…</source>
            <translation>startet …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>Analyse all</source>
            <translation>Alle analysieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>Ending the jobs…</source>
            <translation>Aufträge werden beendet …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Jobs</source>
            <translation>Aufträge</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>Jobs: </source>
            <translation>Aufträge: </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>Show the jobs</source>
            <translation>Aufträge zeigen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>The window closes when the jobs are done.</source>
            <translation>Das Fenster schließt sich, wenn die Aufträge fertig sind.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>{n} recordings are not analysed yet. Only the one on the screen is, by itself.</source>
            <extracomment>For 1: {n} recording is not analysed yet. Only the one on the screen is, by itself.</extracomment>
            <translation>
                <numerusform>{n} Aufnahme ist noch nicht analysiert. Von selbst wird nur die gezeigte analysiert.</numerusform>
                <numerusform>{n} Aufnahmen sind noch nicht analysiert. Von selbst wird nur die gezeigte analysiert.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>{others} waiting</source>
            <translation>{others} warten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>{unfinished} interrupted</source>
            <translation>{unfinished} unterbrochen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source> ({done} of {total})</source>
            <translation> ({done} von {total})</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>About {duration_text} left until all recordings are analysed.</source>
            <translation>Noch etwa {duration_text}, bis alle Aufnahmen analysiert sind.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <location filename="../../au_studio/ui/models/transfer_bar.py"></location>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Interrupted. It goes on where it was.</source>
            <translation>Unterbrochen. Es geht dort weiter, wo es war.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Move up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Nothing is running. Fine-tuning is started on the Train page; Recording &gt; Analyse all recordings fills the curves of those that have none. Jobs run one after the other in the background, and the window stays usable.</source>
            <translation>Es läuft nichts. Nachtrainieren beginnt auf der Seite Trainieren; Aufnahme &gt; Alle Aufnahmen analysieren füllt die Kurven derer, die noch keine haben. Aufträge laufen nacheinander im Hintergrund, und das Fenster bleibt benutzbar.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Progress of {title}</source>
            <translation>Fortschritt von {title}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <location filename="../../au_studio/ui/study/recording_actions.py"></location>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Stop, keep the best</source>
            <translation>Beenden, das Beste behalten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Waits for its turn.</source>
            <translation>Wartet, bis es an der Reihe ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Waits: this recording is on the screen and is analysed there.</source>
            <translation>Wartet: Diese Aufnahme ist zu sehen und wird dort analysiert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>{interrupted} more were interrupted.</source>
            <translation>{interrupted} weitere wurden unterbrochen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>{waiting} more wait for their turn.</source>
            <translation>{waiting} weitere warten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source> or </source>
            <translation> oder </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>&amp;No key</source>
            <translation>&amp;Keine Taste</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>&amp;Use this key</source>
            <translation>Diese Taste &amp;verwenden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>&amp;Usual keys for everything</source>
            <translation>Für alles die ü&amp;blichen Tasten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Actions and their keys</source>
            <translation>Befehle und ihre Tasten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Changed. </source>
            <translation>Geändert. </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Choose a key</source>
            <translation>Taste wählen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Click a key to change it. Your keys are kept for you on this computer.</source>
            <translation>Eine Taste anklicken, um sie zu ändern. Ihre Tasten werden auf diesem Computer für Sie gemerkt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Find an action or a key</source>
            <translation>Einen Befehl oder eine Taste suchen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Key map</source>
            <translation>Tastenbelegung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Key of {label}: {keys}</source>
            <translation>Taste für {label}: {keys}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>New key of {label}</source>
            <translation>Neue Taste für {label}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Press the key for “{label}” ({group})</source>
            <translation>Die Taste für „{label}“ drücken ({group})</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Usual &amp;keys</source>
            <translation>Übliche &amp;Tasten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>{part}Click to choose another key.</source>
            <translation>{part}Anklicken, um eine andere Taste zu wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;About AU Studio</source>
            <translation>&amp;Über AU Studio</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Adopt what both agree on</source>
            <translation>Ü&amp;bereinstimmendes übernehmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Agree</source>
            <translation>&amp;Vergleichen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;All action units</source>
            <translation>&amp;Alle Action Units</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Analyse all recordings</source>
            <translation>&amp;Alle Aufnahmen analysieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Calibrate to the person</source>
            <translation>Auf die Person &amp;kalibrieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Cancel and discard</source>
            <translation>Ab&amp;brechen und verwerfen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Close study</source>
            <translation>Studie &amp;schließen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Code</source>
            <translation>&amp;Codieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Coders…</source>
            <translation>&amp;Codierende …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Compare…</source>
            <translation>&amp;Vergleichen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Delete the model…</source>
            <translation>Modell &amp;löschen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Draw the random sample…</source>
            <translation>Zufallsstichprobe &amp;ziehen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;End the last marker here</source>
            <translation>Letzte Marke hier be&amp;enden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Export tables…</source>
            <translation>Tabellen &amp;exportieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Export the agreement table…</source>
            <translation>Tabelle &amp;exportieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Export the model…</source>
            <translation>Modell e&amp;xportieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Figure for a paper…</source>
            <translation>&amp;Abbildung für eine Arbeit …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Fine-tune…</source>
            <translation>&amp;Nachtrainieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;First steps</source>
            <translation>&amp;Erste Schritte</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Fit curves</source>
            <translation>Kurven ein&amp;passen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Full screen</source>
            <translation>Voll&amp;bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Hide the row</source>
            <translation>Zeile &amp;ausblenden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;How it is read…</source>
            <translation>&amp;Wie sie gelesen wird …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Import a model…</source>
            <translation>Modell &amp;importieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Import ratings…</source>
            <translation>Ratings &amp;importieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Jobs</source>
            <translation>&amp;Aufträge</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Key map</source>
            <translation>&amp;Tastenbelegung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;List of markers</source>
            <translation>&amp;Liste der Marken</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Loop</source>
            <translation>&amp;Schleife</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Manual</source>
            <translation>&amp;Handbuch</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <location filename="../../au_studio/ui/study_choice_menu.py"></location>
            <source>&amp;Measured from</source>
            <translation>&amp;Gemessen von</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;MediaPipe mesh (ships with AU Studio)</source>
            <translation>&amp;MediaPipe-Gitter (gehört zu AU Studio)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Models</source>
            <translation>&amp;Modelle</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Mute</source>
            <translation>S&amp;tumm</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;New study…</source>
            <translation>&amp;Neue Studie …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Next recording</source>
            <translation>&amp;Nächste Aufnahme</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Nothing of the person</source>
            <translation>&amp;Nichts von der Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Open study…</source>
            <translation>Studie &amp;öffnen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Open videos…</source>
            <translation>Videos &amp;öffnen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Persons and conditions…</source>
            <translation>&amp;Personen und Bedingungen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Play or pause</source>
            <translation>Abs&amp;pielen oder anhalten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Previous recording</source>
            <translation>&amp;Vorherige Aufnahme</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Recording list</source>
            <translation>&amp;Liste der Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Remove from the study…</source>
            <translation>Aus der Studie &amp;entfernen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Rename</source>
            <translation>&amp;Umbenennen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Report of a recording or person…</source>
            <translation>&amp;Bericht über Aufnahme oder Person …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Restore a backup…</source>
            <translation>Sicherung &amp;wiederherstellen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Save the curves as a picture…</source>
            <translation>Kurven als Bild s&amp;peichern …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Show its curves</source>
            <translation>Seine Kurven &amp;zeigen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Stop and keep the best</source>
            <translation>&amp;Anhalten und das Beste behalten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Train</source>
            <translation>&amp;Trainieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <location filename="../../au_studio/ui/study/recording_actions.py"></location>
            <source>&amp;Watch</source>
            <translation>&amp;Ansehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;face-alignment (FAN, 68 points)</source>
            <translation>&amp;face-alignment (FAN, 68 Punkte)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>7&amp;0: brows and forehead</source>
            <translation>7&amp;0: Brauen und Stirn</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>7&amp;1: eyes</source>
            <translation>7&amp;1: Augen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>7&amp;2: lower face</source>
            <translation>7&amp;2: unteres Gesicht</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>7&amp;3: the entire face</source>
            <translation>7&amp;3: das ganze Gesicht</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>7&amp;4: unscorable</source>
            <translation>7&amp;4: nicht codierbar</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>A part is not visible…</source>
            <translation>Ein Teil ist nicht zu sehen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Action units to &amp;rate…</source>
            <translation>Action Units zum &amp;Bewerten …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Add a c&amp;oder…</source>
            <translation>C&amp;odierende Person hinzufügen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Add video files to this study.</source>
            <translation>Videodateien zu dieser Studie hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Add, rename and remove coders; say what each of them rates.</source>
            <translation>Codierende hinzufügen, umbenennen und entfernen; festlegen, was sie bewerten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>All &amp;calm frames of the recording</source>
            <translation>Alle &amp;ruhigen Bilder der Aufnahme</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>All that is left: 0</source>
            <translation>Alles Übrige: 0</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Annotated &amp;video…</source>
            <translation>&amp;Video mit Kurven …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>As it is shown, in light colours.</source>
            <translation>Wie es gezeigt wird, in hellen Farben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>As they are shown, in light colours, for print.</source>
            <translation>Wie sie gezeigt werden, in hellen Farben, für den Druck.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>As they are shown, in light colours.</source>
            <translation>Wie sie gezeigt werden, in hellen Farben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Back 1 frame</source>
            <translation>1 Bild zurück</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Back 1 second</source>
            <translation>1 Sekunde zurück</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Back 10 frames</source>
            <translation>10 Bilder zurück</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Back 10 seconds</source>
            <translation>10 Sekunden zurück</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Choose among several video streams of a file, and whether interlaced pictures are made whole.</source>
            <translation>Unter mehreren Videospuren einer Datei wählen, und ob Halbbilder zu ganzen Bildern gemacht werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Choose the neutral reference…</source>
            <translation>Neutrale Referenz wählen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Choose the row above</source>
            <translation>Zeile darüber wählen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Choose the row below</source>
            <translation>Zeile darunter wählen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Choose which action units this study codes.</source>
            <translation>Festlegen, welche Action Units diese Studie codiert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Co&amp;mpare conditions…</source>
            <translation>Bedin&amp;gungen vergleichen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Compare conditions, groups or marker spans over persons, with effect sizes; tables for R and SPSS.</source>
            <translation>Bedingungen, Gruppen oder Spannen von Marken über Personen vergleichen, mit Effektstärken; Tabellen für R und SPSS.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Compute the chosen model's curves of every recording that has none yet, one after the other.</source>
            <translation>Die Kurven des gewählten Modells für jede Aufnahme berechnen, die noch keine hat, eine nach der anderen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus 0: absent</source>
            <translation>Konsens 0: nicht da</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus 1 (A): trace</source>
            <translation>Konsens 1 (A): Spur</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus 2 (B): slight</source>
            <translation>Konsens 2 (B): leicht</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus 3 (C): marked or pronounced</source>
            <translation>Konsens 3 (C): deutlich oder ausgeprägt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus 4 (D): severe or extreme</source>
            <translation>Konsens 4 (D): stark oder extrem</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus 5 (E): maximum</source>
            <translation>Konsens 5 (E): maximal</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus: not codable</source>
            <translation>Konsens: nicht codierbar</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Copy the previous frame's ratings</source>
            <translation>Ratings des vorherigen Bildes übernehmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Copy this study into a new folder and go on there.</source>
            <translation>Diese Studie in einen neuen Ordner kopieren und dort weiterarbeiten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Curves, conditions or agreement as PNG, SVG or PDF, light and without need of colour.</source>
            <translation>Kurven, Bedingungen oder Übereinstimmung als PNG, SVG oder PDF, hell und auch ohne Farbe lesbar.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Draw random frames to rate.</source>
            <translation>Zufällige Bilder zum Bewerten ziehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>E&amp;xport this stretch…</source>
            <translation>Diesen Abschnitt e&amp;xportieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Enter a FACS visibility code, 70 to 74.</source>
            <translation>Einen FACS-Code für die Sichtbarkeit eingeben, 70 bis 74.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Enter ratings that are the same as consensus.</source>
            <translation>Ratings, die gleich sind, als Konsens eintragen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Every coder has ratings of their own.</source>
            <translation>Jede codierende Person hat eigene Ratings.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Expected e&amp;rrors</source>
            <translation>E&amp;rwartete Fehler</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Export &amp;ratings…</source>
            <translation>&amp;Ratings exportieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <location filename="../../au_studio/ui/study_choice_menu.py"></location>
            <source>Fa&amp;ce finder</source>
            <translation>&amp;Gesichtssuche</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Face &amp;boxes</source>
            <translation>Gesichts&amp;rahmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Face &amp;contours</source>
            <translation>Gesichts&amp;konturen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Faster</source>
            <translation>Schneller</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Fi&amp;gures of the stretch</source>
            <translation>&amp;Zahlen des Abschnitts</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Find &amp;missing videos…</source>
            <translation>&amp;Fehlende Videos suchen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Find faces with the 468 points of the MediaPipe mesh: quick on every computer.</source>
            <translation>Gesichter mit den 468 Punkten des MediaPipe-Gitters suchen: schnell auf jedem Computer.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Find faces with the 68 points of face-alignment: needs its weight file, and slow without a GPU.</source>
            <translation>Gesichter mit den 68 Punkten von face-alignment suchen: braucht dessen Gewichtsdatei und ist ohne GPU langsam.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Fine-tune a model on your ratings.</source>
            <translation>Ein Modell an den eigenen Ratings nachtrainieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>First frame</source>
            <translation>Erstes Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>First frame of the sample</source>
            <translation>Erstes Bild der Stichprobe</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Forward 1 frame</source>
            <translation>1 Bild vor</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Forward 1 second</source>
            <translation>1 Sekunde vor</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Forward 10 frames</source>
            <translation>10 Bilder vor</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Forward 10 seconds</source>
            <translation>10 Sekunden vor</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Go back to what the study held earlier; what it holds now is kept.</source>
            <translation>Zu dem zurückgehen, was die Studie früher enthielt; was sie jetzt enthält, bleibt erhalten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Hold or press, to see what moved.</source>
            <translation>Halten oder drücken, um zu sehen, was sich bewegt hat.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>How to work with AU Studio, chapter by chapter.</source>
            <translation>Wie mit AU Studio gearbeitet wird, Kapitel für Kapitel.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>It cannot be seen here; this is not a 0.</source>
            <translation>Es ist hier nicht zu sehen; das ist keine 0.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Known from the first frame on, because it looks ahead; curves settle when a recording is done.</source>
            <translation>Vom ersten Bild an bekannt, weil vorausgeschaut wird; die Kurven setzen sich, wenn eine Aufnahme fertig ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Known while a recording runs: what is read never depends on later frames. The first second is read with less certainty.</source>
            <translation>Bekannt, während eine Aufnahme läuft: Was gelesen wird, hängt nie von späteren Bildern ab. Die erste Sekunde wird weniger sicher gelesen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Last frame</source>
            <translation>Letztes Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Last frame of the sample</source>
            <translation>Letztes Bild der Stichprobe</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Let it last from its frame to this one.</source>
            <translation>Sie von ihrem Bild bis zu diesem dauern lassen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Let the study start with this model.</source>
            <translation>Die Studie mit diesem Modell beginnen lassen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Look at all models, compare two, pass one on.</source>
            <translation>Alle Modelle ansehen, zwei vergleichen, eines weitergeben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Look for a face at rest in the recording.</source>
            <translation>In der Aufnahme ein Ruhegesicht suchen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Look: &amp;dark</source>
            <translation>Aussehen: &amp;dunkel</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Look: &amp;light</source>
            <translation>Aussehen: &amp;hell</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Look: as the &amp;system</source>
            <translation>Aussehen: wie das &amp;System</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Loop the second before and after; hold or press.</source>
            <translation>Die Sekunde davor und danach wiederholen; halten oder drücken.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Make a video of the open recording with bars and curves; persons can be blurred.</source>
            <translation>Ein Video der geöffneten Aufnahme mit Balken und Kurven machen; Personen können verwischt werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Make an empty study in a new folder.</source>
            <translation>Eine leere Studie in einem neuen Ordner anlegen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Make it the &amp;default</source>
            <translation>Zum &amp;Standard machen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Make the row &amp;lower</source>
            <translation>Zeile &amp;niedriger machen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Make the row &amp;taller</source>
            <translation>Zeile &amp;höher machen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Mark the rating as unsure, or take the mark away.</source>
            <translation>Das Rating als unsicher kennzeichnen oder das Kennzeichen wegnehmen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <location filename="../../au_studio/ui/watch/marker_menu.py"></location>
            <source>Mark with kind {digit}</source>
            <translation>Mit Art {digit} markieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Mean, peak and episodes of the stretch selected on the axis of time, or of what is shown.</source>
            <translation>Mittel, Höchstwert und Episoden des auf der Zeitachse gewählten Abschnitts, oder dessen, was gezeigt wird.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Move the row &amp;down</source>
            <translation>Zeile nach &amp;unten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Move the row &amp;up</source>
            <translation>Zeile nach &amp;oben</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Next &amp;person</source>
            <translation>Nächste &amp;Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Next action unit</source>
            <translation>Nächste Action Unit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Next frame</source>
            <translation>Nächstes Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Next frame that is not finished</source>
            <translation>Nächstes unfertiges Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Next rating marked as unsure</source>
            <translation>Nächstes unsicheres Rating</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Normal speed</source>
            <translation>Normale Geschwindigkeit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Not codable</source>
            <translation>Nicht codierbar</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>On one side</source>
            <translation>Auf einer Seite</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>On the person's left side</source>
            <translation>Auf der linken Seite der Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>On the person's right side</source>
            <translation>Auf der rechten Seite der Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Open &amp;demo study</source>
            <translation>&amp;Demostudie öffnen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Open &amp;folder of videos…</source>
            <translation>Ordner mit &amp;Videos öffnen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Pictures of peaks, curves, summary, episodes, model and cautions, as a web page or PDF.</source>
            <translation>Bilder der Höchstwerte, Kurven, Zusammenfassung, Episoden, Modell und Vorbehalte, als Webseite oder PDF.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Play a recording with its curves.</source>
            <translation>Eine Aufnahme mit ihren Kurven abspielen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Play the context</source>
            <translation>Umgebung abspielen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Play the selected stretch over and over, or the part shown.</source>
            <translation>Den gewählten Abschnitt oder den gezeigten Teil immer wieder abspielen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Previous action unit</source>
            <translation>Vorherige Action Unit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Previous frame</source>
            <translation>Vorheriges Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Put the panels of this page where they are usually.</source>
            <translation>Die Felder dieser Seite an ihren üblichen Platz bringen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate 0: absent</source>
            <translation>0 geben: nicht da</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate 1 (A): trace</source>
            <translation>1 geben (A): Spur</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate 2 (B): slight</source>
            <translation>2 geben (B): leicht</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate 3 (C): marked or pronounced</source>
            <translation>3 geben (C): deutlich oder ausgeprägt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate 4 (D): severe or extreme</source>
            <translation>4 geben (D): stark oder extrem</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate 5 (E): maximum</source>
            <translation>5 geben (E): maximal</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate sampled frames, blind to the model.</source>
            <translation>Gezogene Bilder bewerten, ohne das Modell zu sehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate what is unrated in this frame as 0.</source>
            <translation>Was in diesem Bild nicht bewertet ist, mit 0 bewerten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Read ratings from tables, or from text files as DISFA has them.</source>
            <translation>Ratings aus Tabellen lesen, oder aus Textdateien wie bei DISFA.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Read the next face in the picture.</source>
            <translation>Das nächste Gesicht im Bild lesen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Remember this picture as this person's face at rest.</source>
            <translation>Dieses Bild als Ruhegesicht der Person merken.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Repeat the last rating</source>
            <translation>Letztes Rating wiederholen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Reset the la&amp;yout</source>
            <translation>Anordnung &amp;zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Save study &amp;as…</source>
            <translation>Studie speichern &amp;als …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Save the &amp;Bland–Altman plot as a picture…</source>
            <translation>&amp;Bland-Altman-Diagramm als Bild speichern …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Save the &amp;confusion matrix as a picture…</source>
            <translation>&amp;Konfusionsmatrix als Bild speichern …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Save the &amp;learning curve as a picture…</source>
            <translation>&amp;Lernkurve als Bild speichern …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Save the compared curves as a &amp;picture…</source>
            <translation>Verglichene Kurven als &amp;Bild speichern …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Save the held-out &amp;ICC as a picture…</source>
            <translation>Zurückgehaltene &amp;ICC als Bild speichern …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Say who is in each recording, with group, condition and notes.</source>
            <translation>Sagen, wer in jeder Aufnahme ist, mit Gruppe, Bedingung und Notizen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Search a folder for videos that were moved.</source>
            <translation>Einen Ordner nach verschobenen Videos durchsuchen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>See how well two raters agree.</source>
            <translation>Sehen, wie gut zwei übereinstimmen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>See where two models differ.</source>
            <translation>Sehen, wo zwei Modelle sich unterscheiden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Select a stretch from this frame on: it is looped.</source>
            <translation>Einen Abschnitt ab diesem Bild wählen: er läuft als Schleife.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Select no stretch</source>
            <translation>Keinen Abschnitt wählen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Set an event marker of the kind that has this digit at this frame.</source>
            <translation>Bei diesem Bild eine Marke der Art setzen, die diese Ziffer hat.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Shade around each curve where the true intensity lies in nine of ten frames.</source>
            <translation>Um jede Kurve schattieren, wo die wahre Intensität in neun von zehn Bildern liegt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show all rows in their usual order, equally high.</source>
            <translation>Alle Zeilen in üblicher Folge und gleich hoch zeigen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show markers with their notes, and the kinds to set.</source>
            <translation>Marken mit ihren Notizen zeigen, und die Arten, die gesetzt werden können.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show one curve alone, with its scale; again shows all.</source>
            <translation>Eine Kurve allein zeigen, mit ihrer Skala; noch einmal zeigt alle.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show the curves of all of them.</source>
            <translation>Die Kurven von allen zeigen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show the file in its fo&amp;lder</source>
            <translation>Datei im &amp;Ordner zeigen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show the legend of the timeline.</source>
            <translation>Die Legende der Zeitleiste zeigen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show the neutral face in its place</source>
            <translation>Neutrales Gesicht an seiner Stelle zeigen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show the row &amp;big</source>
            <translation>Zeile &amp;groß zeigen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show the whole recording.</source>
            <translation>Die ganze Aufnahme zeigen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show this model's curves on the Watch page, the ones before dashed behind them.</source>
            <translation>Die Kurven dieses Modells auf der Seite Ansehen zeigen, die bisherigen gestrichelt dahinter.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show this picture beside this person's frames.</source>
            <translation>Dieses Bild neben den Bildern dieser Person zeigen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Slower</source>
            <translation>Langsamer</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Something else makes it unscorable.</source>
            <translation>Etwas anderes macht es nicht codierbar.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Stretch &amp;begins here</source>
            <translation>Abschnitt &amp;beginnt hier</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Stretch ends &amp;here</source>
            <translation>Abschnitt endet &amp;hier</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Take a model file into this study; it is checked first.</source>
            <translation>Eine Modelldatei in diese Studie aufnehmen; sie wird zuerst geprüft.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Take back the last change on this page or in the study.</source>
            <translation>Die letzte Änderung auf dieser Seite oder in der Studie zurücknehmen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Take off what the model reads too much in this person: by rated frames, else by the face at rest.</source>
            <translation>Abziehen, was das Modell bei dieser Person zu viel liest: nach bewerteten Bildern, sonst nach dem Ruhegesicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Take the rating away</source>
            <translation>Rating wegnehmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Take the recording off the list; its video file is never deleted.</source>
            <translation>Die Aufnahme von der Liste nehmen; ihre Videodatei wird nie gelöscht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>The frame that you chose as the face at rest (N), where a recording has one; else its calm frames.</source>
            <translation>Das Bild, das als Ruhegesicht gewählt wurde (N), wo eine Aufnahme eines hat; sonst ihre ruhigen Bilder.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>The person's &amp;neutral reference</source>
            <translation>Der &amp;neutralen Referenz der Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>The person's calm frames so &amp;far</source>
            <translation>Den bis&amp;herigen ruhigen Bildern der Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>The rest of people on average: faces are compared as they are, and shape may be read as movement.</source>
            <translation>Der durchschnittlichen Ruhe aller Personen: Gesichter werden verglichen, wie sie sind, und Form kann als Bewegung gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Try everything on rendered clips.</source>
            <translation>Alles an computererzeugten Clips ausprobieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Unilateral, without saying which.</source>
            <translation>Einseitig, ohne zu sagen, welche Seite.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Unsure</source>
            <translation>Unsicher</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Use as &amp;neutral reference</source>
            <translation>Als &amp;neutrale Referenz verwenden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Use as neutral reference</source>
            <translation>Als neutrale Referenz verwenden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Usual ro&amp;ws</source>
            <translation>&amp;Übliche Zeilen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>What runs, what waits, what was interrupted.</source>
            <translation>Was läuft, was wartet, was unterbrochen wurde.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>What the figures &amp;mean</source>
            <translation>Was die Zahlen &amp;bedeuten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>What the s&amp;igns mean</source>
            <translation>Was die Ze&amp;ichen bedeuten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Write a &amp;note</source>
            <translation>&amp;Notiz schreiben</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Write a table of the frames of the selected stretch, or of what is shown.</source>
            <translation>Eine Tabelle der Bilder des gewählten Abschnitts schreiben, oder dessen, was gezeigt wird.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Write a text; Enter goes on coding.</source>
            <translation>Einen Text schreiben; Eingabe setzt das Codieren fort.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Write coders' ratings so that they can be read back.</source>
            <translation>Ratings der Codierenden so schreiben, dass sie wieder gelesen werden können.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Write tables, files for ELAN, and a text for a paper.</source>
            <translation>Tabellen, Dateien für ELAN und einen Text für eine Arbeit schreiben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Write this model as one file to pass on.</source>
            <translation>Dieses Modell als eine Datei zum Weitergeben schreiben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Zoom curves in</source>
            <translation>Kurven vergrößern</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Zoom curves out</source>
            <translation>Kurven verkleinern</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/language_menu.py"></location>
            <source>As the &amp;system</source>
            <translation>Wie das &amp;System</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/language_menu.py"></location>
            <source>La&amp;nguage</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/language_menu.py"></location>
            <source>Remembered. But {variable} is set to {language} on this computer, and comes first.</source>
            <translation>Gemerkt. Aber {variable} ist auf diesem Computer auf {language} gesetzt, und das geht vor.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/language_menu.py"></location>
            <source>The window speaks {language} when AU Studio starts again.</source>
            <translation>Das Fenster spricht {language}, wenn AU Studio wieder startet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/language_menu.py"></location>
            <source>What the window says from its next start on; files stay English.</source>
            <translation>Was das Fenster ab dem nächsten Start spricht; Dateien bleiben englisch.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/language_menu.py"></location>
            <source>{language} (in part)</source>
            <translation>{language} (teilweise)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_menus.py"></location>
            <source>Open &amp;recent study</source>
            <translation>Zu&amp;letzt geöffnete Studie</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_menus.py"></location>
            <location filename="../../au_studio/ui/recent_videos.py"></location>
            <source>none yet</source>
            <translation>noch keine</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_window.py"></location>
            <source>Open for writing by {writer}</source>
            <translation>Zum Schreiben geöffnet von {writer}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_window.py"></location>
            <source>Scratch</source>
            <translation>Entwurf</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_window.py"></location>
            <source>Study: {name}</source>
            <translation>Studie: {name}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_window.py"></location>
            <source>no study</source>
            <translation>keine Studie</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_window.py"></location>
            <source>not saved as a study</source>
            <translation>nicht als Studie gespeichert</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_window.py"></location>
            <source>{name} (reading only)</source>
            <translation>{name} (nur lesen)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/manual/manual_window.py"></location>
            <source>AU Studio manual</source>
            <translation>Handbuch von AU Studio</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/manual/manual_window.py"></location>
            <source>Chapters</source>
            <translation>Kapitel</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/manual/manual_window.py"></location>
            <source>Manual</source>
            <translation>Handbuch</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/manual/manual_window.py"></location>
            <source>Search the manual</source>
            <translation>Im Handbuch suchen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/card_view.py"></location>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/card_view.py"></location>
            <source>Its card holds no held-out agreement.</source>
            <translation>Auf der Modellkarte steht keine zurückgehaltene Übereinstimmung.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/card_view.py"></location>
            <source>Name of the model</source>
            <translation>Name des Modells</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/card_view.py"></location>
            <source>No&amp;te</source>
            <translation>No&amp;tiz</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/card_view.py"></location>
            <source>Note on the model</source>
            <translation>Notiz zum Modell</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/card_view.py"></location>
            <source>What you want to remember of it</source>
            <translation>Was Sie sich dazu merken wollen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>&amp;in</source>
            <translation>&amp;in</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Agreement of the two models per action unit</source>
            <translation>Übereinstimmung der beiden Modelle je Action Unit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Agreement with coders is on the Agree page.</source>
            <translation>Die Übereinstimmung mit Codierenden steht auf der Seite Vergleichen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Comparing…</source>
            <translation>Wird verglichen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>First model</source>
            <translation>Erstes Modell</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>How much higher the first model is on average</source>
            <translation>Um wie viel das erste Modell im Mittel höher liegt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>ICC(3,1) between the two: how consistently they order the frames, whatever a constant difference</source>
            <translation>ICC(3,1) zwischen den beiden: wie übereinstimmend sie die Bilder ordnen, unabhängig von einem gleichbleibenden Unterschied</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Mean absolute difference in steps of the 0–5 scale</source>
            <translation>Mittlerer absoluter Unterschied in Stufen der Skala 0–5</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Moments at which the models differ most</source>
            <translation>Augenblicke, in denen sich die Modelle am meisten unterscheiden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Open a study with recordings that both models have analysed.</source>
            <translation>Eine Studie mit Aufnahmen öffnen, die beide Modelle analysiert haben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Open on the Watch page to analyse</source>
            <translation>Zum Analysieren auf der Seite Ansehen öffnen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Recording whose curves are shown</source>
            <translation>Aufnahme, deren Kurven gezeigt werden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Second model</source>
            <translation>Zweites Modell</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>There is no recording yet that both have analysed. {names}</source>
            <translation>Noch gibt es keine Aufnahme, die beide analysiert haben. {names}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>There is one model only. Fine-tune it on the Train page, or import another; then compare.</source>
            <translation>Es gibt nur ein Modell. Auf der Seite Trainieren nachtrainieren oder ein anderes importieren; dann vergleichen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>higher</source>
            <translation>höher</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>{frames} frames of {n} recordings.</source>
            <extracomment>For 1: {frames} frames of {n} recording.</extracomment>
            <translation>
                <numerusform>{frames} Bilder aus {n} Aufnahme.</numerusform>
                <numerusform>{frames} Bilder aus {n} Aufnahmen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/difference_plot.py"></location>
            <source>Click to go there on the Watch page; drag or turn the wheel to look closer.</source>
            <translation>Klicken, um auf der Seite Ansehen dorthin zu gehen; ziehen oder das Rad drehen, um näher hinzusehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/difference_plot.py"></location>
            <source>Curves of both models and their difference</source>
            <translation>Kurven beider Modelle und ihr Unterschied</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/difference_plot.py"></location>
            <source>seconds</source>
            <translation>Sekunden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/difference_plot.py"></location>
            <source>{first} minus {second}</source>
            <translation>{first} minus {second}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Every model stands below the one that it was trained from</source>
            <translation>Jedes Modell steht unter dem, aus dem es trainiert wurde</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Its curves are dashed on the Watch page.</source>
            <translation>Seine Kurven sind auf der Seite Ansehen gestrichelt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Mean ICC(3,1) on frames that did not train it: of other persons (or recordings), where several were rated</source>
            <translation>Mittlere ICC(3,1) auf Bildern, an denen nicht trainiert wurde: von anderen Personen (oder Aufnahmen), wo mehrere bewertet wurden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Mean absolute error on the same frames, in steps of the 0–5 scale</source>
            <translation>Mittlerer absoluter Fehler auf denselben Bildern, in Stufen der Skala 0–5</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Models, each below the one that it was trained from</source>
            <translation>Modelle, jedes unter dem, aus dem es trainiert wurde</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Rated frames that it learned from</source>
            <translation>Bewertete Bilder, aus denen es gelernt hat</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>The Watch page shows its curves.</source>
            <translation>Die Seite Ansehen zeigt seine Kurven.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>The same of the model that it was trained from, on the same frames</source>
            <translation>Dasselbe für das Modell, aus dem es trainiert wurde, auf denselben Bildern</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>The study starts with this model.</source>
            <translation>Die Studie beginnt mit diesem Modell.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>before</source>
            <translation>vorher</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>compared</source>
            <translation>verglichen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>default</source>
            <translation>Standard</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>made</source>
            <translation>erstellt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>rated</source>
            <translation>bewertet</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>shown</source>
            <translation>gezeigt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>About the model</source>
            <translation>Über das Modell</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Card</source>
            <translation>Modellkarte</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Card and comparison</source>
            <translation>Modellkarte und Vergleich</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Compare</source>
            <translation>Vergleichen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Delete this model?</source>
            <translation>Dieses Modell löschen?</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Export the model</source>
            <translation>Modell exportieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Import a model</source>
            <translation>Modell importieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>List of models</source>
            <translation>Liste der Modelle</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Models (*{suffix} *.safetensors);;All files (*)</source>
            <translation>Modelle (*{suffix} *.safetensors);;Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Models (*{suffix})</source>
            <translation>Modelle (*{suffix})</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>This model is needed</source>
            <translation>Dieses Modell wird gebraucht</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>“{name}” cannot be deleted as long as a job needs it:

{jobs}

Let it end, or remove it from the list under View &gt; Jobs. Then delete the model.</source>
            <translation>„{name}“ kann nicht gelöscht werden, solange ein Auftrag es braucht:

{jobs}

Ihn zu Ende laufen lassen oder unter Ansicht &gt; Aufträge von der Liste nehmen. Dann das Modell löschen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>“{name}” will be deleted for good. Export it first if you may want it again.

{depends}</source>
            <translation>„{name}“ wird endgültig gelöscht. Vorher exportieren, wenn es vielleicht noch gebraucht wird.

{depends}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/transfer_bar.py"></location>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/notices.py"></location>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/notices.py"></location>
            <source>Copy the notice with its details</source>
            <translation>Die Meldung mit ihren Einzelheiten kopieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/notices.py"></location>
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/notices.py"></location>
            <source>Details of the notice</source>
            <translation>Einzelheiten der Meldung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/notices.py"></location>
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/notices.py"></location>
            <source>Next ({more} more)</source>
            <translation>Nächste (noch {more})</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/panels.py"></location>
            <source>Drag the name to move the panel, onto another one to lay it over that, or out of the window. A double click takes it out and puts it back.</source>
            <translation>Am Namen ziehen, um das Feld zu bewegen, auf ein anderes, um es darüberzulegen, oder aus dem Fenster heraus. Ein Doppelklick nimmt es heraus und setzt es zurück.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/panels.py"></location>
            <source>Panels laid over each other</source>
            <translation>Übereinanderliegende Felder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/panels.py"></location>
            <source>Show or hide the panel “{title}” of this page.</source>
            <translation>Das Feld „{title}“ dieser Seite zeigen oder ausblenden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/panels.py"></location>
            <source>{title} (panel)</source>
            <translation>{title} (Feld)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/panels_menu.py"></location>
            <source>&amp;Panels</source>
            <translation>&amp;Felder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/panels_menu.py"></location>
            <source>none on this page</source>
            <translation>keine auf dieser Seite</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/plot_picture.py"></location>
            <location filename="../../au_studio/ui/study/figure_saving.py"></location>
            <source>PNG picture, 300 dpi (*.png)</source>
            <translation>PNG-Bild, 300 dpi (*.png)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/plot_picture.py"></location>
            <source>SVG drawing (*.svg)</source>
            <translation>SVG-Zeichnung (*.svg)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/plot_picture.py"></location>
            <source>Save the picture</source>
            <translation>Bild speichern</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/plot_picture.py"></location>
            <source>The picture is saved as {path}.</source>
            <translation>Das Bild ist gespeichert als {path}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recent_videos.py"></location>
            <source>Open re&amp;cent video</source>
            <translation>Zul&amp;etzt geöffnetes Video</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recordings_list.py"></location>
            <source>Recordings of this study</source>
            <translation>Aufnahmen dieser Studie</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recordings_list.py"></location>
            <source>analysed</source>
            <translation>analysiert</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recordings_list.py"></location>
            <source>analysing {int} %</source>
            <translation>Analyse {int} %</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recordings_list.py"></location>
            <source>cannot be used</source>
            <translation>nicht verwendbar</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recordings_list.py"></location>
            <source>checking…</source>
            <translation>wird geprüft …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recordings_list.py"></location>
            <location filename="../../au_studio/ui/watch/bars_view.py"></location>
            <source>not analysed yet</source>
            <translation>noch nicht analysiert</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source> There is no backup yet: one is taken on opening and every hour.</source>
            <translation> Noch gibt es keine Sicherung: Beim Öffnen und jede Stunde entsteht eine.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>&amp;Restore</source>
            <translation>&amp;Wiederherstellen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>A backup holds what was entered in the study: ratings, notes, markers, samples, the list of recordings and models. Videos, curves and model files are not touched. &lt;b&gt;What the study holds now is kept as a backup first&lt;/b&gt;, so that you can come back to it here.</source>
            <translation>Eine Sicherung enthält, was in der Studie eingegeben wurde: Ratings, Notizen, Marken, Stichproben, die Liste der Aufnahmen und der Modelle. Videos, Kurven und Modelldateien bleiben unberührt. &lt;b&gt;Was die Studie jetzt enthält, wird zuerst selbst gesichert&lt;/b&gt;, sodass Sie hier dorthin zurückkönnen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>Backups of this study</source>
            <translation>Sicherungen dieser Studie</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>Jobs are running: they are interrupted, and can go on afterwards (View &gt; Jobs).</source>
            <translation>Aufträge laufen: Sie werden unterbrochen und können danach weitergehen (Ansicht &gt; Aufträge).</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>Looking at the backups…</source>
            <translation>Die Sicherungen werden angesehen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>Now: &lt;b&gt;{ratings}&lt;/b&gt; by {coders}, {recordings}, {models}.{none_}</source>
            <translation>Jetzt: &lt;b&gt;{ratings}&lt;/b&gt; von {coders}, {recordings}, {models}.{none_}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>Restore a backup</source>
            <translation>Sicherung wiederherstellen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>nobody</source>
            <translation>niemandem</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>ratings</source>
            <translation>Ratings</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>ratings by</source>
            <translation>Ratings von</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>recordings</source>
            <translation>Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>taken on</source>
            <translation>gesichert am</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>{n} models</source>
            <extracomment>For 1: {n} model</extracomment>
            <translation>
                <numerusform>{n} Modell</numerusform>
                <numerusform>{n} Modelle</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>&amp;Add</source>
            <translation>&amp;Hinzufügen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Bring back</source>
            <translation>Zurückholen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Coders</source>
            <translation>Codierende</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Coders of this study</source>
            <translation>Codierende dieser Studie</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Every coder has ratings of their own and sees no others’. The double-coded part is the share of the sample for the second coder, chosen when the sample is drawn. Double-click a name to change it.</source>
            <translation>Jede codierende Person hat eigene Ratings und sieht die der anderen nicht. Der doppelt codierte Teil ist der Anteil der Stichprobe für die zweite Person; er wird beim Ziehen gewählt. Ein Doppelklick auf einen Namen ändert ihn.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Last</source>
            <translation>Zuletzt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Name of a new coder</source>
            <translation>Name einer neuen codierenden Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Name or initials of a new coder</source>
            <translation>Name oder Kürzel einer neuen codierenden Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Part of the sample to rate</source>
            <translation>Zu bewertender Teil der Stichprobe</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Rates</source>
            <translation>Bewertet</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>The ratings stay.</source>
            <translation>Die Ratings bleiben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>imported</source>
            <translation>importiert</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>the double-coded part</source>
            <translation>den doppelt codierten Teil</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>the whole sample</source>
            <translation>die ganze Stichprobe</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>{frames_done} of {frames}</source>
            <translation>{frames_done} von {frames}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>&amp;Effect sizes</source>
            <translation>&amp;Effektstärken</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Compare conditions</source>
            <translation>Bedingungen vergleichen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Effect sizes</source>
            <translation>Effektstärken</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Every person</source>
            <translation>Jede Person</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>F&amp;igure</source>
            <translation>&amp;Abbildung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Fi&amp;gure</source>
            <translation>A&amp;bbildung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Figure</source>
            <translation>Abbildung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Folder for the tables</source>
            <translation>Ordner für die Tabellen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Long tables for R or SPSS, one value a row, and the effect sizes (CSV).</source>
            <translation>Lange Tabellen für R oder SPSS, ein Wert je Zeile, und die Effektstärken (CSV).</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Mea&amp;sure</source>
            <translation>&amp;Maß</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Mean curves</source>
            <translation>Mittlere Kurven</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Mean over persons in the first condition.</source>
            <translation>Mittel über Personen in der ersten Bedingung.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Mean over persons in the second condition.</source>
            <translation>Mittel über Personen in der zweiten Bedingung.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Measure</source>
            <translation>Maß</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Save &amp;figure…</source>
            <translation>A&amp;bbildung speichern …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Save &amp;tables…</source>
            <translation>&amp;Tabellen speichern …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Second minus first, with its 95 % interval over persons.</source>
            <translation>Zweite minus erste, mit dem 95-%-Intervall über Personen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>To &amp;beware of</source>
            <translation>Zu be&amp;achten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>To beware of</source>
            <translation>Zu beachten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Unit of analysis: {unit}. {p_explained}</source>
            <translation>Einheit der Analyse: {unit}. {p_explained}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>What came of it</source>
            <translation>Was herauskam</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>What is compared</source>
            <translation>Was verglichen wird</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>action unit</source>
            <translation>Action Unit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>d_z of paired differences, or Hedges’ g of independent persons, with its interval.</source>
            <translation>d_z gepaarter Differenzen oder Hedges’ g unabhängiger Personen, mit Intervall.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>effect size</source>
            <translation>Effektstärke</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>p (Holm)</source>
            <translation>p (Holm)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/details_dialog.py"></location>
            <source>&amp;Remove from the study</source>
            <translation>Aus der Studie ent&amp;fernen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/details_dialog.py"></location>
            <source>Ctrl+Z, or adding the same video again, brings everything back. No file is deleted.</source>
            <translation>Strg+Z, oder dasselbe Video noch einmal hinzufügen, bringt alles zurück. Keine Datei wird gelöscht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/details_dialog.py"></location>
            <source>Length</source>
            <translation>Länge</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/details_dialog.py"></location>
            <source>Persons and conditions</source>
            <translation>Personen und Bedingungen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/details_dialog.py"></location>
            <source>Recordings of the same person stay together when a model is tested on persons it has not seen, and share one neutral reference. Select several cells of a column and type once to fill them all. Group and condition go into the tables. What you enter is saved at once; Ctrl+Z takes it back.</source>
            <translation>Aufnahmen derselben Person bleiben zusammen, wenn ein Modell an Personen geprüft wird, die es nicht kennt, und teilen eine neutrale Referenz. Mehrere Zellen einer Spalte wählen und einmal tippen, um alle zu füllen. Gruppe und Bedingung kommen in die Tabellen. Eingaben werden sofort gespeichert; Strg+Z nimmt sie zurück.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/details_dialog.py"></location>
            <source>Recordings with persons, groups, conditions and notes</source>
            <translation>Aufnahmen mit Personen, Gruppen, Bedingungen und Notizen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>&amp;By</source>
            <translation>&amp;Nach</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>Conditions of recordings</source>
            <translation>Bedingungen der Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>Conditions that are compared</source>
            <translation>Bedingungen, die verglichen werden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>Groups of persons</source>
            <translation>Gruppen der Personen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>How long a marker at one frame counts for</source>
            <translation>Wie lange eine Marke auf einem Bild zählt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>How persons are compared</source>
            <translation>Wie Personen verglichen werden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>Markers at &amp;one frame</source>
            <translation>Marken auf &amp;einem Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>No person has a group yet: Recording &gt; Persons and conditions.</source>
            <translation>Noch hat keine Person eine Gruppe: Aufnahme &gt; Personen und Bedingungen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>No recording has a condition yet: Recording &gt; Persons and conditions.</source>
            <translation>Noch hat keine Aufnahme eine Bedingung: Aufnahme &gt; Personen und Bedingungen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>The first one is compared with the others; drag lines into another order.</source>
            <translation>Die erste wird mit den anderen verglichen; die Zeilen lassen sich in eine andere Folge ziehen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>There are no markers yet: set them on the Watch page.</source>
            <translation>Noch gibt es keine Marken: auf der Seite Ansehen setzen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>Time in markers</source>
            <translation>Zeit in Marken</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>What tells conditions apart</source>
            <translation>Was die Bedingungen unterscheidet</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>as most persons allow</source>
            <translation>wie es die meisten Personen erlauben</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>left out</source>
            <translation>ausgelassen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>persons with other persons</source>
            <translation>Personen mit anderen Personen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>persons with themselves</source>
            <translation>Personen mit sich selbst</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>with the time in no marker</source>
            <translation>mit der Zeit ohne Marke</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>&amp;Before</source>
            <translation>&amp;Davor</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>&amp;Figure</source>
            <translation>&amp;Abbildung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>&amp;Recording</source>
            <translation>A&amp;ufnahme</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>&amp;Save the figure…</source>
            <translation>Abbildung &amp;speichern …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>&amp;To</source>
            <translation>&amp;Bis</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>F&amp;rom</source>
            <translation>&amp;Von</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Figure for a paper</source>
            <translation>Abbildung für eine Arbeit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Figures are light, can be told apart without colour, and are saved as PNG (300 dpi), SVG or PDF, with a file beside them that holds the caption and says how they were made.</source>
            <translation>Abbildungen sind hell, ohne Farbe unterscheidbar und werden als PNG (300 dpi), SVG oder PDF gespeichert, mit einer Datei daneben, die die Bildunterschrift enthält und sagt, wie sie entstanden sind.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>First r&amp;ater</source>
            <translation>&amp;Erste Seite</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>First rater</source>
            <translation>Erste Seite</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>From second</source>
            <translation>Von Sekunde</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>S&amp;hown</source>
            <translation>&amp;Gezeigt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Second rat&amp;er</source>
            <translation>&amp;Zweite Seite</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Second rater</source>
            <translation>Zweite Seite</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Seconds before</source>
            <translation>Sekunden davor</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Seconds shown</source>
            <translation>Gezeigte Sekunden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>To second</source>
            <translation>Bis Sekunde</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>What is drawn</source>
            <translation>Was gezeichnet wird</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>also frames that trained the model</source>
            <translation>auch Bilder, an denen das Modell trainiert wurde</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>as the shortest</source>
            <translation>wie die kürzeste</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>end</source>
            <translation>Ende</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_preview.py"></location>
            <source>Drawing…</source>
            <translation>Wird gezeichnet …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_preview.py"></location>
            <source>Preview of the figure</source>
            <translation>Vorschau der Abbildung</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_saving.py"></location>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>PDF (*.pdf)</source>
            <translation>PDF (*.pdf)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_saving.py"></location>
            <source>SVG drawing, letters can be edited (*.svg)</source>
            <translation>SVG-Zeichnung, Buchstaben bleiben bearbeitbar (*.svg)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_saving.py"></location>
            <source>Save the figure</source>
            <translation>Abbildung speichern</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&amp;Earlier imports</source>
            <translation>&amp;Frühere Importe</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&amp;How the file counts</source>
            <translation>Wie die Datei &amp;zählt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&amp;Import {what}</source>
            <translation>&amp;Importieren {what}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&amp;Replace the {changed} that differ (what is in the study stays in its history)</source>
            <translation>Die {changed} abweichenden e&amp;rsetzen (was in der Studie ist, bleibt in ihrem Verlauf)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&amp;Take back</source>
            <translation>&amp;Zurücknehmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>(the file does not say)</source>
            <translation>(die Datei sagt es nicht)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&lt;b&gt;{n} new ratings&lt;/b&gt;</source>
            <translation>&lt;b&gt;{n} neue Ratings&lt;/b&gt;</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&lt;b&gt;{n} rows read&lt;/b&gt;</source>
            <extracomment>For 1: &lt;b&gt;{n} row read&lt;/b&gt;</extracomment>
            <translation>
                <numerusform>&lt;b&gt;{n} Zeile gelesen&lt;/b&gt;</numerusform>
                <numerusform>&lt;b&gt;{n} Zeilen gelesen&lt;/b&gt;</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Choose a &amp;file…</source>
            <translation>&amp;Datei wählen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Choose a coder, or type the name of a new one.</source>
            <translation>Eine codierende Person wählen oder den Namen einer neuen eingeben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Choose a fol&amp;der…</source>
            <translation>&amp;Ordner wählen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Choose: several ways fit, and they mean different frames</source>
            <translation>Wählen: Mehrere Zählweisen passen, und sie meinen verschiedene Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Coder in the file</source>
            <translation>Codiert (Datei)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Coder in the study</source>
            <translation>Codiert (Studie)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Coder that {name} become</source>
            <translation>Codierende Person, zu der {name} wird</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Copy the list</source>
            <translation>Liste kopieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Earlier imports</source>
            <translation>Frühere Importe</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Folder of ratings</source>
            <translation>Ordner mit Ratings</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>How the file counts</source>
            <translation>Wie die Datei zählt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Import</source>
            <translation>Importieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Import ratings</source>
            <translation>Ratings importieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Not read: {names}{more}.</source>
            <translation>Nicht gelesen: {names}{more}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Nothing is chosen yet.</source>
            <translation>Noch nichts gewählt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Ratings ({names});;All files (*)</source>
            <translation>Ratings ({names});;Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Reading and comparing…</source>
            <translation>Wird gelesen und verglichen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Recording in the file</source>
            <translation>Aufnahme in der Datei</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Recording of the study</source>
            <translation>Aufnahme der Studie</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Recording that {name} means</source>
            <translation>Aufnahme, die {name} meint</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Replace ratings that differ</source>
            <translation>Abweichende Ratings ersetzen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Tables (.csv, .xlsx): one row per rating (columns au, value) or one per frame (columns AU01, AU02, …), each with frame, timestamp or pts, and with recording and coder if there are several. ELAN files (.eaf) with tiers AU01, AU02, …; tables of BORIS; files as in DISFA and BP4D (SN001_au12.txt, F001_T1_AU06.csv), or their folder. Nothing changes before you press Import.</source>
            <translation>Tabellen (.csv, .xlsx): eine Zeile je Rating (Spalten au, value) oder je Bild (Spalten AU01, AU02, …), jeweils mit frame, timestamp oder pts, und mit recording und coder, wenn es mehrere gibt. Dateien von ELAN (.eaf) mit Spuren AU01, AU02, …; Tabellen von BORIS; Dateien wie bei DISFA und BP4D (SN001_au12.txt, F001_T1_AU06.csv), oder deren Ordner. Nichts ändert sich, bevor Importieren gedrückt wird.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>What cannot be imported</source>
            <translation>Was nicht importiert werden kann</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>What was read</source>
            <translation>Was gelesen wurde</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>leave out</source>
            <translation>auslassen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>the ratings</source>
            <translation>die Ratings</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{left} and {right}</source>
            <translation>{left} und {right}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} cannot be imported:</source>
            <translation>{n} können nicht importiert werden:</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} new notes on frames</source>
            <translation>{n} neue Notizen zu Bildern</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} ratings found</source>
            <extracomment>For 1: {n} rating found</extracomment>
            <translation>
                <numerusform>{n} Rating gefunden</numerusform>
                <numerusform>{n} Ratings gefunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} rows in which nothing is rated</source>
            <extracomment>For 1: {n} row in which nothing is rated</extracomment>
            <translation>
                <numerusform>{n} Zeile, in der nichts bewertet ist</numerusform>
                <numerusform>{n} Zeilen, in denen nichts bewertet ist</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} rows or cells refused, with the reason below</source>
            <extracomment>For 1: {n} row or cell refused, with the reason below</extracomment>
            <translation>
                <numerusform>{n} Zeile oder Zelle abgelehnt, mit dem Grund darunter</numerusform>
                <numerusform>{n} Zeilen oder Zellen abgelehnt, mit dem Grund darunter</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} that differ from those of the same coder in the study</source>
            <translation>{n}, die von denen derselben Person in der Studie abweichen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{repeated} that stand in the file more than once</source>
            <translation>{repeated}, die mehr als einmal in der Datei stehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{same} that the study has already</source>
            <translation>{same}, die die Studie schon hat</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{text} &lt;b&gt;Choose above how the file counts.&lt;/b&gt;</source>
            <translation>{text} &lt;b&gt;Oben wählen, wie die Datei zählt.&lt;/b&gt;</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>… and {n} more</source>
            <translation>… und {n} weitere</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>&amp;Export…</source>
            <translation>&amp;Exportieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>Export ratings</source>
            <translation>Ratings exportieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>Folder for the text files</source>
            <translation>Ordner für die Textdateien</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>Form</source>
            <translation>Form</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>Such tables can be imported again, here or in another study. They name frames by number (from 1), seconds and pts. A cell holds 0 to 5; X or a visibility code where it was not codable; L, R or U before the level of one side; and ? behind an unsure rating. DISFA’s files hold the levels alone.</source>
            <translation>Solche Tabellen können wieder importiert werden, hier oder in einer anderen Studie. Sie nennen Bilder nach Nummer (ab 1), Sekunden und pts. Eine Zelle enthält 0 bis 5; X oder einen Code für die Sichtbarkeit, wo es nicht codierbar war; L, R oder U vor der Stufe einer Seite; und ? hinter einem unsicheren Rating. Die Dateien von DISFA enthalten nur die Stufen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>There are no coders yet: rate the sample, or import ratings.</source>
            <translation>Noch codiert niemand: die Stichprobe bewerten oder Ratings importieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Writing…</source>
            <translation>Wird geschrieben …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>{name}  ({count} ratings)</source>
            <translation>{name}  ({count} Ratings)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>✓ Written to {path}. {remark}</source>
            <translation>✓ Nach {path} geschrieben. {remark}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>: read unless you choose another one</source>
            <translation>: wird gelesen, solange keine andere gewählt ist</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>How “{name}” is read</source>
            <translation>Wie „{name}“ gelesen wird</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>Interlacing</source>
            <translation>Halbbilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>Its pictures are not interlaced: they are read as they are stored.</source>
            <translation>Die Bilder bestehen nicht aus Halbbildern: Sie werden gelesen, wie sie gespeichert sind.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>Make the two half pictures of a frame &amp;one whole picture</source>
            <translation>Die beiden Halbbilder zu &amp;einem ganzen Bild machen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>Off, moving edges look like combs, as they are stored. One frame stays one frame, on or off.</source>
            <translation>Ohne das sehen bewegte Kanten wie Kämme aus, so wie sie gespeichert sind. Ein Bild bleibt ein Bild, so oder so.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>The choice is kept in the study. Faces, curves and sampled pictures that were made in another way are made again; ratings stay where they are. Undo takes it back.</source>
            <translation>Die Wahl bleibt in der Studie. Gesichter, Kurven und Bilder der Stichprobe, die anders entstanden sind, entstehen neu; Ratings bleiben, wo sie sind. Rückgängig nimmt es zurück.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>There is one video stream in this file, and it is read.</source>
            <translation>In dieser Datei ist eine Videospur, und sie wird gelesen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>Video stream</source>
            <translation>Videospur</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>{bound_to} belong to the frames of the stream that is read now, so another one cannot be chosen. Make a study of its own for the other stream.</source>
            <translation>{bound_to} gehören zu den Bildern der Spur, die jetzt gelesen wird; deshalb kann keine andere gewählt werden. Für die andere Spur eine eigene Studie anlegen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <location filename="../../au_studio/ui/watch/unit_menu.py"></location>
            <source>Action &amp;units</source>
            <translation>Action &amp;Units</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <source>Numbers with commas between: 1, 2, 12. Empty: all that the model reads.</source>
            <translation>Zahlen mit Kommas dazwischen: 1, 2, 12. Leer: alle, die das Modell liest.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <source>all</source>
            <translation>alle</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <source>calibrated to the person</source>
            <translation>auf die Person kalibriert</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/recording_actions.py"></location>
            <source>Remove from the study</source>
            <translation>Aus der Studie entfernen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/recording_actions.py"></location>
            <source>Remove “{name}” from the study?</source>
            <translation>„{name}“ aus der Studie entfernen?</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/recording_actions.py"></location>
            <source>The folder {parent} is not there.</source>
            <translation>Den Ordner {parent} gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Open for reading only</source>
            <translation>Nur zum Lesen öffnen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Restore the last good backup</source>
            <translation>Letzte gute Sicherung wiederherstellen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Take it over only if AU Studio no longer runs there. Two programs that write the same study can damage it.</source>
            <translation>Nur übernehmen, wenn AU Studio dort nicht mehr läuft. Zwei Programme, die dieselbe Studie schreiben, können sie beschädigen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Take over</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Take over…</source>
            <translation>Übernehmen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Take the study over?</source>
            <translation>Die Studie übernehmen?</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>{root} was opened by {holder}.</source>
            <translation>{root} wurde geöffnet von {holder}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>&amp;Of</source>
            <translation>&amp;Über</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>&amp;Open it</source>
            <translation>Ö&amp;ffnen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>&amp;Pictures</source>
            <translation>&amp;Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>&amp;Save the report…</source>
            <translation>Bericht &amp;speichern …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>A report holds pictures of the strongest moments, the curves, a summary, the episodes and markers, what is known of the model and its agreement, and what to beware of.</source>
            <translation>Ein Bericht enthält Bilder der stärksten Augenblicke, die Kurven, eine Zusammenfassung, die Episoden und Marken, was über das Modell und seine Übereinstimmung bekannt ist, und was zu beachten ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Person: {name}</source>
            <translation>Person: {name}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Pictures of the strongest moments</source>
            <translation>Bilder der stärksten Augenblicke</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Progress of the report</source>
            <translation>Fortschritt des Berichts</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Reading…</source>
            <translation>Wird gelesen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Recording or person that the report is of</source>
            <translation>Aufnahme oder Person, über die der Bericht ist</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Recording: {name}</source>
            <translation>Aufnahme: {name}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Save the report</source>
            <translation>Bericht speichern</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Saved as {files}.</source>
            <translation>Gespeichert als {files}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Stopped: there is no report.</source>
            <translation>Beendet: Es gibt keinen Bericht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Web page, all in one file (*.html)</source>
            <translation>Webseite, alles in einer Datei (*.html)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <source>Model to compare with: dashed curves</source>
            <translation>Modell, mit dem verglichen wird: gestrichelte Kurven</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <source>Model whose curves are shown</source>
            <translation>Modell, dessen Kurven gezeigt werden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <source>Page {text}</source>
            <translation>Seite {text}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <source>c&amp;ompared with</source>
            <translation>&amp;verglichen mit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <source>no model found</source>
            <translation>kein Modell gefunden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Always guessing the median of the training ratings, the best guess without looking: mostly 0. {mae}</source>
            <translation>Immer den Median der Trainingsratings zu raten, das Beste, was ohne Hinsehen möglich ist: meist 0. {mae}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Frames in which it could not be coded; they do not train</source>
            <translation>Bilder, in denen sie nicht codiert werden konnte; sie trainieren nicht</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Frames rated 0 to 5 by this coder</source>
            <translation>Bilder, die diese Person mit 0 bis 5 bewertet hat</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Held-out agreement per action unit</source>
            <translation>Zurückgehaltene Übereinstimmung je Action Unit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>ICC before</source>
            <translation>ICC vorher</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>ICC coders</source>
            <translation>ICC Codierende</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>ICC new</source>
            <translation>ICC neu</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>ICC new minus ICC before. {interval} An interval above 0 means: better, and not by chance.</source>
            <translation>ICC neu minus ICC vorher. {interval} Ein Intervall über 0 bedeutet: besser, und nicht zufällig.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>ICC(3,1), Shrout &amp; Fleiss (1979): how consistently model and coder order the frames. 1 is perfect, 0 is no better than chance. It ignores a constant bias, so the mean absolute error stands beside it. It is undefined, “n/a”, where the ratings never change; a model that never does has 0 where they do.</source>
            <translation>ICC(3,1), Shrout &amp; Fleiss (1979): wie übereinstimmend Modell und codierende Person die Bilder ordnen. 1 ist vollkommen, 0 ist nicht besser als der Zufall. Eine gleichbleibende Verschiebung übersieht sie, deshalb steht der mittlere absolute Fehler daneben. Sie ist nicht definiert, „n/a“, wo sich die Ratings nie ändern; ein Modell, das sich nie ändert, hat 0, wo sie es tun.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>In brackets the 95 % interval: with other persons (or moments) the figure might be anywhere in it.</source>
            <translation>In Klammern das 95-%-Intervall: Mit anderen Personen (oder Augenblicken) könnte die Zahl überall darin liegen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>MAE before</source>
            <translation>MAE vorher</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>MAE constant</source>
            <translation>MAE konstant</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>MAE new</source>
            <translation>MAE neu</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Mean absolute error in steps of the 0–5 scale: 0 is perfect. Lower is better.</source>
            <translation>Mittlerer absoluter Fehler in Stufen der Skala 0–5: 0 ist vollkommen. Kleiner ist besser.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Mean of the action units</source>
            <translation>Mittel der Action Units</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Mean of the action units: none has an ICC</source>
            <translation>Mittel der Action Units: keine hat eine ICC</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Mean of the {n} with an ICC</source>
            <extracomment>For 1: Mean of the 1 with an ICC</extracomment>
            <translation>
                <numerusform>Mittel der 1 mit ICC</numerusform>
                <numerusform>Mittel der {n} mit ICC</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>New model on held-out frames. {interval}

{icc}</source>
            <translation>Neues Modell auf zurückgehaltenen Bildern. {interval}

{icc}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>New model on held-out frames. {interval}

{mae}</source>
            <translation>Neues Modell auf zurückgehaltenen Bildern. {interval}

{mae}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Of these, frames in which the action unit is there</source>
            <translation>Davon Bilder, in denen die Action Unit da ist</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Ratings and held-out agreement per action unit</source>
            <translation>Ratings und zurückgehaltene Übereinstimmung je Action Unit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>The model it started from, on the same frames. {icc}</source>
            <translation>Das Ausgangsmodell auf denselben Bildern. {icc}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>The model it started from, on the same frames. {mae}</source>
            <translation>Das Ausgangsmodell auf denselben Bildern. {mae}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Two coders on the frames that both have rated: what a model can hope for. {icc}</source>
            <translation>Zwei Codierende auf den Bildern, die beide bewertet haben: was ein Modell erreichen kann. {icc}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>gain</source>
            <translation>Gewinn</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>there (1–5)</source>
            <translation>da (1–5)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>too few</source>
            <translation>zu wenige</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>&lt;b&gt;Judged on&lt;/b&gt;</source>
            <translation>&lt;b&gt;Beurteilt an&lt;/b&gt;</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>Persons whom it did not learn from: what to expect for somebody new.</source>
            <translation>Personen, aus denen es nicht gelernt hat: was bei einer neuen Person zu erwarten ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>Recordings that it did not learn from. Nobody has said who is in some of them: if one person is in several, expect less for somebody new.</source>
            <translation>Aufnahmen, aus denen es nicht gelernt hat. Bei einigen hat niemand gesagt, wer darin ist: Ist eine Person in mehreren, ist bei einer neuen Person weniger zu erwarten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>Their other frames: what you get for the recordings that you rated.</source>
            <translation>Ihre übrigen Bilder: was für die Aufnahmen gilt, die Sie bewertet haben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>other persons</source>
            <translation>anderen Personen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>other recordings</source>
            <translation>anderen Aufnahmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>the persons you rated</source>
            <translation>den bewerteten Personen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>End the computation; there is no curve then.</source>
            <translation>Die Berechnung beenden; dann gibt es keine Kurve.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>Held-out ICC by labels (dashed: estimate)</source>
            <translation>Zurückgehaltene ICC nach Ratings (gestrichelt: Schätzung)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>Held-out mean ICC by number of labels</source>
            <translation>Zurückgehaltene mittlere ICC nach Zahl der Ratings</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>Progress of the learning curve</source>
            <translation>Fortschritt der Lernkurve</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>The model learns from an eighth, a quarter, half … of your labels; each time the same held-out frames judge it. The curve is continued to all of your labels (held-out ones do not train), one and a half times and twice as many.</source>
            <translation>Das Modell lernt aus einem Achtel, einem Viertel, der Hälfte … Ihrer Ratings; jedes Mal beurteilen es dieselben zurückgehaltenen Bilder. Die Kurve wird fortgesetzt bis zu allen Ihren Ratings (zurückgehaltene trainieren nicht), eineinhalbmal und doppelt so vielen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>Would more labels help?</source>
            <translation>Würden mehr Ratings helfen?</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>rated frames learned from</source>
            <translation>bewertete Bilder, aus denen gelernt wird</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/metric_plot.py"></location>
            <source>training step</source>
            <translation>Trainingsschritt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>&lt;b&gt;Held out&lt;/b&gt; means: these figures come from frames that did not train the model that is judged on them. The ratings are split, by person (or recording) or into stretches of time; each part is judged by a model that learned from the others. The model you get learns from all of them.</source>
            <translation>&lt;b&gt;Zurückgehalten&lt;/b&gt; heißt: Diese Zahlen stammen von Bildern, an denen das Modell, das sie beurteilen, nicht trainiert wurde. Die Ratings werden aufgeteilt, nach Person (oder Aufnahme) oder in Zeitabschnitte; jeder Teil wird von einem Modell beurteilt, das aus den anderen gelernt hat. Das Modell, das Sie bekommen, lernt aus allen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>&lt;b&gt;ICC&lt;/b&gt;: how consistently model and coder order the frames, 1 is best. &lt;b&gt;MAE&lt;/b&gt;: mean error in steps of the 0–5 scale, 0 is best. &lt;b&gt;n/a&lt;/b&gt;: undefined, because the ratings never change. ▲ better than before, ▼ worse: the interval of the difference is clear of 0.</source>
            <translation>&lt;b&gt;ICC&lt;/b&gt;: wie übereinstimmend Modell und codierende Person die Bilder ordnen, 1 ist am besten. &lt;b&gt;MAE&lt;/b&gt;: mittlerer Fehler in Stufen der Skala 0–5, 0 ist am besten. &lt;b&gt;n/a&lt;/b&gt;: nicht definiert, weil sich die Ratings nie ändern. ▲ besser als vorher, ▼ schlechter: Das Intervall des Unterschieds enthält die 0 nicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>&lt;b&gt;This evaluation:&lt;/b&gt; {text}</source>
            <translation>&lt;b&gt;Diese Auswertung:&lt;/b&gt; {text}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>In the curve above, of {others}, the dashed level is the model before.</source>
            <translation>In der Kurve darüber, von {others}, ist die gestrichelte Höhe das Modell vorher.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>In the curve above, the dashed level is the model before.</source>
            <translation>In der Kurve darüber ist die gestrichelte Höhe das Modell vorher.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>Mean held-out ICC</source>
            <translation>Mittlere zurückgehaltene ICC</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>Training loss</source>
            <translation>Trainingsverlust</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>{n_frames} rated frames, {scheme}</source>
            <translation>{n_frames} bewertete Bilder, {scheme}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>&amp;Ratings by</source>
            <translation>&amp;Ratings von</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>&lt;b&gt;{frames} rated frames&lt;/b&gt;, {ratings} ratings, {of_whom}</source>
            <translation>&lt;b&gt;{frames} bewertete Bilder&lt;/b&gt;, {ratings} Ratings, {of_whom}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Cancel, discard</source>
            <translation>Abbrechen, verwerfen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Coder whose ratings train</source>
            <translation>Codierende Person, deren Ratings trainieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Ends now. Nothing is kept; your ratings are not touched.</source>
            <translation>Endet jetzt. Nichts bleibt; Ihre Ratings werden nicht angerührt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Finishes now. The best state so far becomes the new model.</source>
            <translation>Kommt jetzt zum Ende. Der beste Stand bis dahin wird das neue Modell.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Model to start from</source>
            <translation>Ausgangsmodell</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Name of the new model</source>
            <translation>Name des neuen Modells</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Nobody has rated anything yet.</source>
            <translation>Noch hat niemand etwas bewertet.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Open a study or a video first.</source>
            <translation>Zuerst eine Studie oder ein Video öffnen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Part {number} of {parts}: {text}</source>
            <translation>Teil {number} von {parts}: {text}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Progress of the fine-tuning</source>
            <translation>Fortschritt des Nachtrainierens</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Results</source>
            <translation>Ergebnisse</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Start</source>
            <translation>Start</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Start &amp;from</source>
            <translation>Beginnen &amp;mit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Stopping: the best state is being kept…</source>
            <translation>Wird beendet: Der beste Stand wird behalten …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>The chosen model learns from this coder's ratings. It takes minutes; you can watch and code meanwhile. Nothing leaves this computer.</source>
            <translation>Das gewählte Modell lernt aus den Ratings dieser Person. Das dauert Minuten; Ansehen und Codieren gehen unterdessen weiter. Nichts verlässt diesen Computer.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Train a model</source>
            <translation>Ein Modell trainieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Training</source>
            <translation>Training</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Use ratings marked as unsure, too</source>
            <translation>Auch unsichere Ratings verwenden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>about {time} left</source>
            <translation>noch etwa {time}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>about {time} left in all</source>
            <translation>insgesamt noch etwa {time}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>{n} recordings are waiting to be analysed: View &gt; Jobs.</source>
            <extracomment>For 1: {n} recording is waiting to be analysed: View &gt; Jobs.</extracomment>
            <translation>
                <numerusform>{n} Aufnahme wartet auf ihre Analyse: Ansicht &gt; Aufträge.</numerusform>
                <numerusform>{n} Aufnahmen warten auf ihre Analyse: Ansicht &gt; Aufträge.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>{recordings} of {n} persons</source>
            <extracomment>For 1: {recordings} of {n} person</extracomment>
            <translation>
                <numerusform>{recordings} von {n} Person</numerusform>
                <numerusform>{recordings} von {n} Personen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>{recordings}, {unnamed} of them of persons not named</source>
            <translation>{recordings}, davon {unnamed} von nicht benannten Personen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/user_keys.py"></location>
            <source>Choose a single key, alone or with Ctrl, Shift or Alt; not Tab or Esc.</source>
            <translation>Eine einzelne Taste wählen, allein oder mit Strg, Umschalt oder Alt; nicht Tab oder Esc.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/user_keys.py"></location>
            <source>Give that one another key first, or choose a free key here.</source>
            <translation>Zuerst jener eine andere Taste geben, oder hier eine freie Taste wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/user_keys.py"></location>
            <source>This</source>
            <translation>Diese Taste</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/user_keys.py"></location>
            <source>{tostring} can't be chosen.</source>
            <translation>{tostring} kann nicht gewählt werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/user_keys.py"></location>
            <source>{tostring} is the key of “{label}” ({group}).</source>
            <translation>{tostring} ist die Taste für „{label}“ ({group}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>&amp;Persons</source>
            <translation>&amp;Personen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>&amp;bars beside the picture</source>
            <translation>&amp;Balken neben dem Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>&amp;curves below it</source>
            <translation>&amp;Kurven darunter</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Action units to show</source>
            <translation>Gezeigte Action Units</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Annotated video</source>
            <translation>Video mit Kurven</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Blur every face</source>
            <translation>Jedes Gesicht verwischen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Choose at least one action unit.</source>
            <translation>Mindestens eine Action Unit wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Look through the result before you show it: a face that was never found beside one that was is not hidden. Voices tell who speaks, so the sound stays away unless you tick it.</source>
            <translation>Das Ergebnis durchsehen, bevor es gezeigt wird: Ein Gesicht, das neben einem gefundenen nie gefunden wurde, ist nicht verborgen. Stimmen verraten, wer spricht; deshalb bleibt der Ton weg, wenn er nicht angekreuzt wird.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Make the video…</source>
            <translation>Video machen …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Mark &amp;faces with</source>
            <translation>Gesichter &amp;kennzeichnen mit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Progress of the video</source>
            <translation>Fortschritt des Videos</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Show the mesh only, nothing of the picture</source>
            <translation>Nur das Gitter zeigen, nichts vom Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Show the picture as it is</source>
            <translation>Das Bild zeigen, wie es ist</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>The video {name} is written.</source>
            <translation>Das Video {name} ist geschrieben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Videos (*.mp4)</source>
            <translation>Videos (*.mp4)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Written: {target}</source>
            <translation>Geschrieben: {target}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>a box</source>
            <translation>einem Rahmen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>the mesh</source>
            <translation>dem Gitter</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>with the &amp;sound</source>
            <translation>mit &amp;Ton</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/bars_view.py"></location>
            <source>Intensities of this frame</source>
            <translation>Intensitäten dieses Bildes</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/bars_view.py"></location>
            <source>no face</source>
            <translation>kein Gesicht</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/curves_view.py"></location>
            <source>Curves of the action units over time</source>
            <translation>Kurven der Action Units über die Zeit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>Legend</source>
            <translation>Legende</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>Legend of the timeline</source>
            <translation>Legende der Zeitleiste</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>What the signs of the timeline mean</source>
            <translation>Was die Zeichen der Zeitleiste bedeuten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>analysed (pale: preliminary)</source>
            <translation>analysiert (blass: vorläufig)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>analysed; no face was found</source>
            <translation>analysiert; kein Gesicht gefunden</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>curve of the model compared with</source>
            <translation>Kurve des Vergleichsmodells</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>event marker, in the colour of its kind</source>
            <translation>Marke, in der Farbe ihrer Art</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>frame drawn and rated</source>
            <translation>Bild gezogen und bewertet</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>frame drawn, not rated yet</source>
            <translation>Bild gezogen, noch nicht bewertet</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>frame rated, but not drawn</source>
            <translation>Bild bewertet, aber nicht gezogen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>selected stretch: drag on the axis of time</source>
            <translation>gewählter Abschnitt: auf der Zeitachse ziehen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>the recording has no frames here</source>
            <translation>die Aufnahme hat hier keine Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>two coders differ by one step</source>
            <translation>zwei Codierende weichen um eine Stufe ab</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>two coders differ by two steps or more</source>
            <translation>zwei Codierende weichen um zwei Stufen oder mehr ab</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_menu.py"></location>
            <source>&amp;New kind…</source>
            <translation>&amp;Neue Art …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_menu.py"></location>
            <source>Mar&amp;kers</source>
            <translation>Mar&amp;ken</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_menu.py"></location>
            <source>Mark “{names}”</source>
            <translation>Mit „{names}“ markieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_menu.py"></location>
            <source>New kind of marker</source>
            <translation>Neue Art von Marke</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_menu.py"></location>
            <source>What happens there, e.g. question asked</source>
            <translation>Was dort geschieht, z. B. Frage gestellt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_paint.py"></location>
            <source>blue</source>
            <translation>blau</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_paint.py"></location>
            <source>green</source>
            <translation>grün</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_paint.py"></location>
            <source>light blue</source>
            <translation>hellblau</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_paint.py"></location>
            <source>orange</source>
            <translation>orange</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_paint.py"></location>
            <source>pink</source>
            <translation>rosa</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_paint.py"></location>
            <source>yellow</source>
            <translation>gelb</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>&amp;Colour</source>
            <translation>&amp;Farbe</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>&amp;Edit the kind…</source>
            <translation>Art b&amp;earbeiten …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>&amp;Key</source>
            <translation>&amp;Taste</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>&lt;b&gt;Markers&lt;/b&gt;</source>
            <translation>&lt;b&gt;Marken&lt;/b&gt;</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Its markers stay.</source>
            <translation>Ihre Marken bleiben.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Kind of marker</source>
            <translation>Art der Marke</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Kinds of markers</source>
            <translation>Arten von Marken</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Lasts</source>
            <translation>Dauert</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Marker</source>
            <translation>Marke</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Markers of this recording</source>
            <translation>Marken dieser Aufnahme</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Name of a new kind of marker</source>
            <translation>Name einer neuen Art von Marke</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>New kind, e.g. question asked</source>
            <translation>Neue Art, z. B. Frage gestellt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Offer no more</source>
            <translation>Nicht mehr anbieten</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Play to the frame where something happens, then press the digit of a kind, or double-click it.</source>
            <translation>Bis zu dem Bild abspielen, in dem etwas geschieht, dann die Ziffer einer Art drücken oder sie doppelklicken.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>Drag to move the row, its lower border to resize it; double-click to show it big.</source>
            <translation>Ziehen, um die Zeile zu verschieben, am unteren Rand, um ihre Höhe zu ändern; ein Doppelklick zeigt sie groß.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>Frames that were drawn, rated, or that coders rate differently; the legend is at the right</source>
            <translation>Bilder, die gezogen oder bewertet wurden oder die Codierende verschieden bewerten; die Legende ist rechts</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>The model reads it; this study does not code it (pale name). See Code &gt; Action units to rate.</source>
            <translation>Das Modell liest sie; diese Studie codiert sie nicht (blasser Name). Siehe Codieren &gt; Action Units zum Bewerten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>The sound, as loud as it is</source>
            <translation>Der Ton, so laut er ist</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>drawn and rated</source>
            <translation>gezogen und bewertet</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>drawn, not rated yet</source>
            <translation>gezogen, noch nicht bewertet</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>rated, not drawn</source>
            <translation>bewertet, nicht gezogen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>two coders differ by {n} steps at most, in {units}</source>
            <extracomment>For 1: two coders differ by {n} step at most, in {units}</extracomment>
            <translation>
                <numerusform>zwei Codierende weichen um höchstens {n} Stufe ab, bei {units}</numerusform>
                <numerusform>zwei Codierende weichen um höchstens {n} Stufen ab, bei {units}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_menu.py"></location>
            <source>&amp;Rows</source>
            <translation>&amp;Zeilen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_menu.py"></location>
            <source>&amp;Rows ({name_of})</source>
            <translation>&amp;Zeilen ({name_of})</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/rows_paint.py"></location>
            <source>Sound</source>
            <translation>Ton</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/rows_view.py"></location>
            <source>More action units</source>
            <translation>Weitere Action Units</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>&amp;Copy</source>
            <translation>&amp;Kopieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>&amp;Mark…</source>
            <translation>&amp;Markieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Copy the figures for a table program</source>
            <translation>Die Zahlen für eine Tabellenkalkulation kopieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>E&amp;xport…</source>
            <translation>E&amp;xportieren …</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Episodes: appearances of the action unit</source>
            <translation>Episoden: wie oft die Action Unit auftritt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Export this stretch: a table of its frames</source>
            <translation>Diesen Abschnitt exportieren: eine Tabelle seiner Bilder</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Figures of the selected stretch per action unit</source>
            <translation>Zahlen des gewählten Abschnitts je Action Unit</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Highest intensity</source>
            <translation>Höchste Intensität</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Mean intensity, 0 to 5</source>
            <translation>Mittlere Intensität, 0 bis 5</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Select a stretch on the axis of time.</source>
            <translation>Auf der Zeitachse einen Abschnitt wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Set an event marker over this stretch</source>
            <translation>Über diesen Abschnitt eine Marke setzen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Share of the frames at {level} or more, in %</source>
            <translation>Anteil der Bilder mit {level} oder mehr, in %</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>ep.</source>
            <translation>Ep.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>mean</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>peak</source>
            <translation>max.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_tools.py"></location>
            <source> (what is shown)</source>
            <translation> (was gezeigt wird)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_tools.py"></location>
            <source>Export this stretch</source>
            <translation>Diesen Abschnitt exportieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_tools.py"></location>
            <source>Nothing of this recording is analysed yet.</source>
            <translation>Von dieser Aufnahme ist noch nichts analysiert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_tools.py"></location>
            <source>Table (*.csv)</source>
            <translation>Tabelle (*.csv)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_tools.py"></location>
            <source>{start} to {stop}{shown}</source>
            <translation>{start} bis {stop}{shown}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/transport.py"></location>
            <source>Speed; sound is played at 1× only ([ slower, ] faster)</source>
            <translation>Geschwindigkeit; Ton gibt es nur bei 1× ([ langsamer, ] schneller)</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/transport.py"></location>
            <source>Time and frame</source>
            <translation>Zeit und Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/transport.py"></location>
            <source>{clock_text} / {clock_text2}   frame {n_frames} of {n_frames}</source>
            <translation>{clock_text} / {clock_text2}   Bild {n_frames} von {n_frames}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/transport.py"></location>
            <source>{clock_text} / {clock_text2}   frame {position} of {n_frames}</source>
            <translation>{clock_text} / {clock_text2}   Bild {position} von {n_frames}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/video_view.py"></location>
            <source> · read</source>
            <translation> · gelesen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/video_view.py"></location>
            <source>Person {person}</source>
            <translation>Person {person}</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/video_view.py"></location>
            <source>Picture of the recording</source>
            <translation>Bild der Aufnahme</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Add &amp;marker here</source>
            <translation>&amp;Marke hier setzen</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Curves</source>
            <translation>Kurven</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Intensities of the frame</source>
            <translation>Intensitäten des Bildes</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Mark the stretch</source>
            <translation>Abschnitt markieren</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Markers</source>
            <translation>Marken</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Picture</source>
            <translation>Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Stretch</source>
            <translation>Abschnitt</translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>The video is missing. The curves are those that are stored.</source>
            <translation>Das Video fehlt. Die Kurven sind die gespeicherten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/audio.py"></location>
            <source>Play it without.</source>
            <translation>Ohne Ton abspielen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/audio.py"></location>
            <source>“{name}” holds no sound.</source>
            <translation>„{name}“ enthält keinen Ton.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>Frame {number} ({seconds:.3f} s) as the graphics card decodes it is not the software's: {how}.</source>
            <translation>Bild {number} ({seconds:.3f} s) ist, wie die Grafikkarte es dekodiert, nicht das der Software: {how}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>Frame {number} could not be compared with the software's.</source>
            <translation>Bild {number} konnte nicht mit dem der Software verglichen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>The graphics card cannot open the recording.</source>
            <translation>Die Grafikkarte kann die Aufnahme nicht öffnen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <location filename="../../au_studio/video/graphics_devices.py"></location>
            <source>The graphics card could not decode all of the recording.</source>
            <translation>Die Grafikkarte konnte nicht die ganze Aufnahme dekodieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>The graphics card does not decode {codec}.</source>
            <translation>Die Grafikkarte dekodiert kein {codec}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>The graphics card gives pictures as {given}, the software as {wanted}.</source>
            <translation>Die Grafikkarte gibt Bilder als {given} aus, die Software als {wanted}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>brightness differs</source>
            <translation>die Helligkeit weicht ab</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>colour differs</source>
            <translation>die Farbe weicht ab</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>it comes as {given}</source>
            <translation>es kommt als {given}</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>its {what} is {given}, not {wanted}</source>
            <translation>sein Wert für {what} ist {given}, nicht {wanted}</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/errors.py"></location>
            <source>Frame {position} of “{name}” ({seconds:.3f} s) gives no picture.</source>
            <translation>Bild {position} von „{name}“ ({seconds:.3f} s) ist nicht lesbar.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/errors.py"></location>
            <source>“{name}” is cut short: {frames} frames ({seconds:.2f} s) could be read, then the file ends.</source>
            <translation>„{name}“ ist abgeschnitten: {frames} Bilder ({seconds:.2f} s) waren lesbar, dann endet die Datei.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/gaps.py"></location>
            <source>{length} s after {start} s</source>
            <translation>{length} s nach {start} s</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/video/gaps.py"></location>
            <source>{n} gaps without frames: {where}</source>
            <extracomment>For 1: {n} gap without frames: {where}</extracomment>
            <translation>
                <numerusform>{n} Lücke ohne Bilder: {where}</numerusform>
                <numerusform>{n} Lücken ohne Bilder: {where}</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>No picture of the graphics card could be compared with the software's.</source>
            <translation>Kein Bild der Grafikkarte konnte mit dem der Software verglichen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>The frames of the recording cannot be told apart by their timestamps alone.</source>
            <translation>Die Bilder der Aufnahme sind an ihren Zeitstempeln allein nicht zu unterscheiden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>The graphics card left out a picture.</source>
            <translation>Die Grafikkarte hat ein Bild ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>The pictures of {name} were decoded by the graphics card ({device}); {compared:,} of them were compared with the software's and are the same.</source>
            <translation>Die Bilder von {name} hat die Grafikkarte dekodiert ({device}); {compared:,} davon wurden mit denen der Software verglichen und sind gleich.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>The recording does not begin with a key frame.</source>
            <translation>Die Aufnahme beginnt nicht mit einem Schlüsselbild.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>The recording is damaged, and what is shown of damage differs between decoders.</source>
            <translation>Die Aufnahme ist beschädigt, und beschädigte Stellen zeigt jeder Dekodierer anders.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>The recording is too short for the graphics card, or has too few key frames: {twice:,} of its {frames:,} pictures would be decoded twice to compare them.</source>
            <translation>Die Aufnahme ist zu kurz für die Grafikkarte oder hat zu wenige Schlüsselbilder: {twice:,} ihrer {frames:,} Bilder würden zum Vergleich doppelt dekodiert.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_devices.py"></location>
            <source>No graphics card can be opened ({why}).</source>
            <translation>Keine Grafikkarte lässt sich öffnen ({why}).</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_devices.py"></location>
            <source>The video library here decodes {codec} on no graphics card.</source>
            <translation>Die Videobibliothek dekodiert {codec} hier auf keiner Grafikkarte.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/hashing.py"></location>
            <source>Check that the file is still there and that you may read it.</source>
            <translation>Prüfen, ob die Datei noch da ist und ob Sie sie lesen dürfen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/hashing.py"></location>
            <source>“{name}” cannot be read: {reason}.</source>
            <translation>„{name}“ kann nicht gelesen werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>Copy the file again from its source, or convert it to H.264 in an .mp4 file.</source>
            <translation>Die Datei noch einmal von der Quelle kopieren oder in H.264 in einer .mp4-Datei umwandeln.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>HDR ({kind}), shown in the colours of an ordinary screen</source>
            <translation>HDR ({kind}), gezeigt in den Farben eines gewöhnlichen Bildschirms</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>Let the phone export it for other devices, or convert it to HDR10, HLG or SDR.</source>
            <translation>Auf dem Telefon für andere Geräte exportieren, oder in HDR10, HLG oder SDR umwandeln.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/video/index.py"></location>
            <source>cut short after {n} frames ({reason})</source>
            <extracomment>For 1: cut short after {n} frame ({reason})</extracomment>
            <translation>
                <numerusform>abgeschnitten nach {n} Bild ({reason})</numerusform>
                <numerusform>abgeschnitten nach {n} Bildern ({reason})</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>interlaced: read as it is stored</source>
            <translation>Halbbilder: gelesen, wie sie gespeichert sind</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>interlaced: the two half pictures of a frame are made one</source>
            <translation>Halbbilder: aus je zweien wird ein ganzes Bild</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>stored {stored} pixels wide, shown {shown} wide, as the recording asks</source>
            <translation>{stored} Pixel breit gespeichert, {shown} breit gezeigt, wie es die Aufnahme verlangt</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>the header announces {missing} s more</source>
            <translation>der Dateikopf kündigt {missing} s mehr an</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>the last picture is damaged</source>
            <translation>das letzte Bild ist beschädigt</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>variable frame rate</source>
            <translation>wechselnde Bildrate</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/video/index.py"></location>
            <source>{n} damaged pieces without a picture</source>
            <extracomment>For 1: {n} damaged piece without a picture</extracomment>
            <translation>
                <numerusform>{n} beschädigtes Stück ohne Bild</numerusform>
                <numerusform>{n} beschädigte Stücke ohne Bild</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/video/index.py"></location>
            <source>{n} frames are lost where the picture changes</source>
            <extracomment>For 1: {n} frame is lost where the picture changes</extracomment>
            <translation>
                <numerusform>{n} Bild fehlt, wo das Bildformat wechselt</numerusform>
                <numerusform>{n} Bilder fehlen, wo das Bildformat wechselt</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>“{name}” cannot be read: it is cut short before its first whole picture.</source>
            <translation>„{name}“ kann nicht gelesen werden: Es ist vor dem ersten vollständigen Bild abgeschnitten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>“{name}” cannot be read: no picture in it can be decoded.</source>
            <translation>„{name}“ kann nicht gelesen werden: Kein Bild darin lässt sich decodieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>“{name}” is recorded in Dolby Vision without ordinary colours (profile 5), which AU Studio cannot show: faces would be green and violet.</source>
            <translation>„{name}“ ist in Dolby Vision ohne gewöhnliche Farben aufgenommen (Profil 5), was AU Studio nicht zeigen kann: Gesichter wären grün und violett.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/options.py"></location>
            <source>There is no decoder “{name}”.</source>
            <translation>Den Dekodierer „{name}“ gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/orientation.py"></location>
            <source>mirrored</source>
            <translation>gespiegelt</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/orientation.py"></location>
            <source>mirrored and {turned}</source>
            <translation>gespiegelt und {turned}</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/orientation.py"></location>
            <source>turned {angle}° clockwise</source>
            <translation>um {angle}° im Uhrzeigersinn gedreht</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/pictures.py"></location>
            <source>The picture {path} cannot be read.</source>
            <translation>Das Bild {path} kann nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>no clock of its own in the file: {rate}</source>
            <translation>keine eigene Zeit in der Datei: {rate}</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>the file has none</source>
            <translation>die Datei hat keine</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>timestamps repaired: the clock jumps back at {when}; it goes on where it was</source>
            <translation>Zeitstempel berichtigt: Die Uhr springt bei {when} zurück; sie geht weiter, wo sie war</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>timestamps repaired: they contradict each other</source>
            <translation>Zeitstempel berichtigt: Sie widersprechen einander</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>timestamps repaired: {which}; {rate}</source>
            <translation>Zeitstempel berichtigt: {which}; {rate}</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>{number} frames a second are assumed, because nothing states a rate</source>
            <translation>{number} Bilder je Sekunde sind angenommen, weil nirgends eine Rate steht</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>{number} frames a second, as the file states</source>
            <translation>{number} Bilder je Sekunde, wie die Datei angibt</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>{number} frames a second, as the stream states</source>
            <translation>{number} Bilder je Sekunde, wie der Datenstrom angibt</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/video/rates.py"></location>
            <source>{n} frames have none</source>
            <extracomment>For 1: {n} frame has none</extracomment>
            <translation>
                <numerusform>{n} Bild hat keinen</numerusform>
                <numerusform>{n} Bilder haben keinen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/video/reader.py"></location>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Copy the file again from its source.</source>
            <translation>Die Datei noch einmal von der Quelle kopieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/reader.py"></location>
            <source>Copy the file again from its source; what was read so far can be used as it is.</source>
            <translation>Die Datei noch einmal von der Quelle kopieren; was bis hierher gelesen wurde, ist benutzbar, wie es ist.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/reader.py"></location>
            <source>Go on with the next frame, or copy the file again from its source.</source>
            <translation>Beim nächsten Bild weitermachen oder die Datei noch einmal von der Quelle kopieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/reader.py"></location>
            <source>“{name}” ends before frame {position}.</source>
            <translation>„{name}“ endet vor Bild {position}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/video/shapes.py"></location>
            <source>and {n} more changes</source>
            <extracomment>For 1: and {n} more change</extracomment>
            <translation>
                <numerusform>und {n} weiterer Wechsel</numerusform>
                <numerusform>und {n} weitere Wechsel</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/video/shapes.py"></location>
            <source>not turned any more</source>
            <translation>nicht mehr gedreht</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/shapes.py"></location>
            <source>the picture changes on the way: {first} first, {changes}; everything is fitted into {size}</source>
            <translation>das Bildformat wechselt: zuerst {first}, {changes}; alles wird in {size} eingepasst</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/shapes.py"></location>
            <source>{done}, as the camera noted</source>
            <translation>{done}, wie die Kamera vermerkt hat</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/shapes.py"></location>
            <source>{one} and {other}</source>
            <translation>{one} und {other}</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/shapes.py"></location>
            <source>{what} from {seconds} s on</source>
            <translation>{what} ab {seconds} s</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Ask the file's owner for the right to read it, or copy it to a folder of yours.</source>
            <translation>Die Person, der die Datei gehört, um das Recht zum Lesen bitten, oder sie in einen eigenen Ordner kopieren.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Check the folder {parent}; a drive may not be connected.</source>
            <translation>Den Ordner {parent} prüfen; vielleicht ist ein Laufwerk nicht verbunden.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Choose a video file (for example .mp4, .mov, .mkv, .avi or .mpg).</source>
            <translation>Eine Videodatei wählen (zum Beispiel .mp4, .mov, .mkv, .avi oder .mpg).</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Choose the file that holds the video.</source>
            <translation>Die Datei wählen, die das Video enthält.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Choose the files inside it.</source>
            <translation>Die Dateien darin wählen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Convert it to H.264 in an .mp4 file first.</source>
            <translation>Zuerst in H.264 in einer .mp4-Datei umwandeln.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Copy the file again from its source; if it is short there too, a repair program that rebuilds the index from an intact recording of the same camera may help.</source>
            <translation>Die Datei noch einmal von der Quelle kopieren; ist sie auch dort zu kurz, kann ein Reparaturprogramm helfen, das das Inhaltsverzeichnis nach einer heilen Aufnahme derselben Kamera neu aufbaut.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” cannot be opened: {reason}.</source>
            <translation>„{name}“ kann nicht geöffnet werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” cannot be read as a video: it holds only zeros where a video begins.</source>
            <translation>„{name}“ kann nicht als Video gelesen werden: Wo ein Video beginnt, stehen nur Nullen.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” cannot be read as a video: its table of contents is missing or damaged (the recording or the copy was cut short).</source>
            <translation>„{name}“ kann nicht als Video gelesen werden: Das Inhaltsverzeichnis fehlt oder ist beschädigt (die Aufnahme oder die Kopie wurde abgeschnitten).</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” cannot be read as a video: no known video format was recognised in it.</source>
            <translation>„{name}“ kann nicht als Video gelesen werden: Darin wurde kein bekanntes Videoformat erkannt.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” holds no moving pictures.</source>
            <translation>„{name}“ enthält keine bewegten Bilder.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” holds pictures in a format that AU Studio cannot decode.</source>
            <translation>„{name}“ enthält Bilder in einem Format, das AU Studio nicht decodieren kann.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” holds sound but no moving pictures.</source>
            <translation>„{name}“ enthält Ton, aber keine bewegten Bilder.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” is a folder, not a video.</source>
            <translation>„{name}“ ist ein Ordner, kein Video.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” is cut short before its first picture.</source>
            <translation>„{name}“ ist vor dem ersten Bild abgeschnitten.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” is empty (0 bytes).</source>
            <translation>„{name}“ ist leer (0 Bytes).</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” is not a video.</source>
            <translation>„{name}“ ist kein Video.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” is not there any more (or never was).</source>
            <translation>„{name}“ ist nicht (mehr) da.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/streams.py"></location>
            <source>Stream {number} of “{name}” holds no pictures that can be read.</source>
            <translation>Die Spur {number} von „{name}“ enthält keine lesbaren Bilder.</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/streams.py"></location>
            <source>number {number} ({coding}, {width} × {height})</source>
            <translation>Nummer {number} ({coding}, {width} × {height})</translation>
        </message>
        <message>
            <location filename="../../au_studio/video/streams.py"></location>
            <source>of {count} video streams {chosen} is read, not {others}</source>
            <translation>von {count} Videospuren wird {chosen} gelesen, nicht {others}</translation>
        </message>
    </context>
</TS>
