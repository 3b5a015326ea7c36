<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>au_studio</name>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>Held out: the {trained} rated frames that trained “{model}” are left out. The other {left} may show the same persons at other moments; for new persons, the cross-validated figures of the Train page are fairer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>It cannot be known which ratings “{model}” was trained on: the record of its training is not in this study. Do not report these figures as held out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>Not held out: “{model}” was trained on ratings of these very frames and remembers them, so these figures are better than on new frames. Those on the Train page are held out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>Not held out: “{model}” was trained on ratings of {trained} of these {common} frames and remembers them, so these figures are better than on new frames. Those on the Train page are held out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>Nothing is held out: all {common} rated frames trained “{model}”, so they are left out. Rate more frames (extend the sample on the Code page), read the cross-validated figures of the Train page, or tick “Also frames that trained it” to look at these all the same.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>The model “{second}” is no longer there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>{names} and {more} more</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>{n} times only one of the two could code an action unit that the other rated as not codable: these are not in the figures, but in the list below.</source>
            <extracomment>For 1: Once only one of the two could code an action unit that the other rated as not codable: these are not in the figures, but in the list below.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>“{model}” was trained on other frames of this study, perhaps of the same persons: for new persons, the cross-validated figures of the Train page are fairer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/comparison.py"></location>
            <source>“{second}” has not analysed {names} yet: these are not compared.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/consensus.py"></location>
            <source>Rename the coder called “{names}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/consensus.py"></location>
            <source>The coder of reconciled values cannot be added: its names are taken.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/judgement.py"></location>
            <source>No frame that {coder} rated is left to judge “{model}” by.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/judgement.py"></location>
            <source>No labelled frame of {material} shows a face.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/judgement.py"></location>
            <source>Rate more frames, or analyse the recordings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/judgement.py"></location>
            <source>Reading {material}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/judgement.py"></location>
            <source>“{card}” reads no action unit that {material} has labels of.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>It is undefined for every action unit.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>Mean of {counted} action units; {n} are undefined.</source>
            <extracomment>For 1: Mean of {counted} action units; {n} is undefined.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>Neither scores it on any of these frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>No frame was rated by both.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>No interval: it needs frames of {fewest} persons or more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>Only one frame was rated by both.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>Scored on {n} of these frames only: expect this figure to change with a few more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>The formula divides by 0 here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>{name} never varies here, and so follows nothing: {level:g} on all frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>{name} never varies here: {level:g} on all {n} frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>{name} varies too little: something other than {level:g} on {n} frames only, so the figure would hang on those.</source>
            <extracomment>For 1: {name} varies too little: something other than {level:g} on {n} frame only, so the figure would hang on those.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/agreement/tables.py"></location>
            <source>{why} (The formula gives {value:.2f}.)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/decoding.py"></location>
            <source>All pictures of {name} are decoded by software.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/decoding.py"></location>
            <source>The analysis was begun without the graphics card.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Action units</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Beside the one before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>File</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>For whom</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Held-out agreement</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Intervals</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Its curves of {names} are deleted, too; they cannot be made again without it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Learned from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Made</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Measured on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <location filename="../../au_studio/ui/watch/rows_paint.py"></location>
            <source>Ratings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Remarks</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Same persons, other frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Tables that were exported with it name a model that is no longer here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>The study starts with it: it will start with the shipped model.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>Trained from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>a model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>adapted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>fine-tuned</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>hash {digest}…, seed {seed}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>in {minutes:.1f} minutes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>of this study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>on {device}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>ships with AU Studio</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>with AU Studio {version}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>{frames} rated frames of {recordings} recordings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>{model} (SHA-256 {digest}…), which is not here</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>{names} were trained from it: they stay and go on working, but what they came from can no longer be looked at or compared.</source>
            <extracomment>For 1: {names} was trained from it: it stays and goes on working, but what it came from can no longer be looked at or compared.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>{now} (the model before: {before}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>{n} of them of persons not named</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_lineage.py"></location>
            <source>{persons} persons</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>A model is two files; copy both, or use “Export model”, which makes one of them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>Ask for the file again; it was changed or cut short on the way.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>Choose a file that “Export model” wrote (*.aumodel), or a .safetensors file with its card beside.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>Copy the model's two files back from a backup.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>The card in {name} describes a network that this version does not know.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>The card in {name} was changed after it was exported.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>The weights in {name} are far too large.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>The weights in {name} are not safetensors.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>The weights in {name} are not the ones that its card describes: the hash differs.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>The weights in {name} do not fit the network on its card.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>There is no file {path}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <location filename="../../au_studio/nn/config.py"></location>
            <source>Update AU Studio.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>nothing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} changed while it was read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} has no card ({name_2}) beside it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} has no model card of AU Studio.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} is no model of AU Studio.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} is no model of AU Studio: it holds {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} is no model of AU Studio: {part} is far too large.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} is no model of AU Studio: {part} is not readable.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} is no model of AU Studio: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} is not the file that its card describes: the hash differs.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} was written by another version of AU Studio (card schema {schema}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>{name} was written by another version of AU Studio ({version}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/model_package.py"></location>
            <source>“{name}” is damaged: {name_2} is not the file that its card describes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <source>A model is two files, .safetensors and .json, side by side.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <location filename="../../au_studio/resources.py"></location>
            <location filename="../../au_studio/study/demo.py"></location>
            <source>Install AU Studio again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <source>No model lies in {root}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <source>There are: {names}; or give the path of one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <source>There is no model called “{name}”.</source>
            <translation type="unfinished"></translation>
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
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/models.py"></location>
            <source>{name} is not a model of AU Studio, or its card ({stem}.json) is missing.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rated_shift.py"></location>
            <source>Fewer than {fewest_rated} frames of this person are rated.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rated_shift.py"></location>
            <source>Rate some, or choose a neutral reference.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/recording.py"></location>
            <source>Check that this is the right recording.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/recording.py"></location>
            <source>Choose one who was seen, or nobody: who fills most of the picture is analysed then.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/recording.py"></location>
            <source>Copy the recording again from its source, or leave those moments out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/recording.py"></location>
            <source>Nobody with the face_id {person} was seen in {name}; no face was seen at all.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/recording.py"></location>
            <source>Nobody with the face_id {person} was seen in {name}; seen were: {numbers}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/recording.py"></location>
            <source>{name} is damaged: {skipped} of its {n_frames} frames could not be decoded and have no row.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>Choose running, refined, none, or neutral with its second: neutral:12.4 (neutral:12.4-13 for a span).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>It is not said when the face is neutral.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>It lasts from {first:.3f} to {last:.3f} s: name a second in between.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>Name a second at which the face is seen, or take another rest.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>Name the second of a neutral frame, or a span: neutral:12.4, neutral:12.4-13.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>No face was found in {name} between {span:.2f} and {span_2:.2f} s, which is said to be neutral.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>{name} has no frame where its face is said to be neutral.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest.py"></location>
            <source>“{text}” is no rest.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest_calibration.py"></location>
            <source>Mark a frame in which the face is seen, or leave the calibration off.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest_calibration.py"></location>
            <source>Mark a neutral frame of this person, or leave the calibration off.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest_calibration.py"></location>
            <source>No face was found at {marked:.2f} s, where the neutral frame is marked.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest_calibration.py"></location>
            <source>Only {n_frames} frames show the face; calibrating to the face at rest needs {fewest_frames}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest_of_study.py"></location>
            <source>A study cannot take “{kind}” for the rest of everybody in it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/rest_of_study.py"></location>
            <source>Choose running, refined, none or neutral; neutral frames are chosen on the Code page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/store.py"></location>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <source>Analyse the recording again, or update AU Studio.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/store.py"></location>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <source>Delete the file and analyse the recording again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/store.py"></location>
            <source>The intensities {path} cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/store.py"></location>
            <source>The intensities {path} were written by a newer AU Studio.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/surroundings.py"></location>
            <source>Analyse the recording first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/surroundings.py"></location>
            <source>Check that the recording is the file that was rated.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/surroundings.py"></location>
            <source>Whose face is meant in {name} is unknown: its faces were never tracked.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/surroundings.py"></location>
            <source>{sum} rated frames do not exist in {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <location filename="../../au_studio/export/check.py"></location>
            <source>Analyse the recording again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <source>The face tracks {path} cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <source>The face tracks {path} were written by a newer AU Studio.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <source>The faces in {name} were found when the recording was read in another way.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/tracks.py"></location>
            <source>The faces of {video} were found before its oblong pixels were shown square.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>It learned from one person and is for that person alone: it reads other people far worse than the model before (in three sessions, ICC lower by .07 and MAE higher by .44).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>On {where} {told}: {figures}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>On {where} {told}: {figures}; {why}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>Rate more, or keep the old one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>Whether it is better could not be measured: too few ratings to hold some out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>held-out frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>it can’t be told yet whether it is better than the model before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>it is better in one figure and worse in the other than the model before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>it is better than the model before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>it is worse than the model before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>other frames of the persons that you rated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>persons whom it did not learn from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>recordings that it did not learn from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>{first} and on {second}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/analysis/verdict_words.py"></location>
            <source>{first}, and {second}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/calibrations.py"></location>
            <source>Open that recording once, or choose a neutral reference in this one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/calibrations.py"></location>
            <source>The neutral reference is in a recording that this model has not analysed yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/drawing.py"></location>
            <source>No draw of this command can be taken back in this study.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/drawing.py"></location>
            <source>Take the draw back where it was made: Undo on the Code page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/drawing.py"></location>
            <source>The sample has changed since the last draw of this command, so it cannot be taken back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/pace.py"></location>
            <source>About {time}, at your pace so far of {pace} s per frame.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/pace.py"></location>
            <source>No frames to code.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/coding/pace.py"></location>
            <source>Roughly {low} to {high}, if a frame takes a trained coder 20 to 45 s. Your own pace replaces this assumption once you have coded five frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/comparing.py"></location>
            <source>It reads {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/comparing.py"></location>
            <source>Nobody has said who is in {names}: each counts as a person of its own. Where one person is in several, say so under Recording &gt; Persons and conditions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/comparing.py"></location>
            <source>“{name}” does not read {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/measures.py"></location>
            <source>% of frames at {level} or more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/measures.py"></location>
            <source>episodes per minute</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/measures.py"></location>
            <source>mean intensity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/measures.py"></location>
            <source>peak intensity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>A marker cannot be taken to last {after} seconds.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>All markers {names} are at one frame, which lasts no time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Give more than 0.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Give persons a group under Recording &gt; Persons and conditions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Give recordings a condition under Recording &gt; Persons and conditions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Left out, because no condition is given: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Left out, because no group is given: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Left out: {n} markers at one frame, which last no time. Say for how many seconds such a marker counts to take them in.</source>
            <extracomment>For 1: Left out: {n} marker at one frame, which lasts no time. Say for how many seconds such a marker counts to take it in.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Nothing analysed has the {by} {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Say for how many seconds such a marker counts, or leave them out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Set markers that last for a while on the Watch page, or say how long a frame counts for.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <location filename="../../au_studio/figures/curves.py"></location>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>There are: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>There is none.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>Two {what} at least are needed to compare; there is {found}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>conditions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>groups</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>kinds of markers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/parts.py"></location>
            <source>only “{name}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>Add videos to it first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>Choose Recording &gt; Analyse all recordings in the window, or another model.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>Name one: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>The model “{model}” has not analysed {names} as the study has them now.</source>
            <extracomment>For 1: The model “{model}” has not analysed {names} as the study has it now.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>The study has no recording {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>The study has no recording.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/readings.py"></location>
            <source>“{name}” means {number} recordings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/time_courses.py"></location>
            <source>A mean curve needs some time to be shown.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/time_courses.py"></location>
            <source>Give more seconds.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/conditions/words.py"></location>
            <source>p: two-sided, whole persons permuted; Holm: for all action units and pairs of conditions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>Choose a disagreement first; then enter what you agree on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>Consensus {edit_text}. Undo takes it back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>Done again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>The agreement could not be computed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>The agreement table is in {table} ({name} says how it was made).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>Undone</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>agreed: the same rating by {name} and {name2}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>reconciled: saw {name} and {name2}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/agree/agreement.py"></location>
            <source>{n} ratings on which both agree are in the consensus now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/background.py"></location>
            <source>Something went wrong.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/batch.py"></location>
            <location filename="../../au_studio/jobs/analyze.py"></location>
            <source>Analysing {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/batch.py"></location>
            <source>Every recording has been analysed with “{name}” already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/batch.py"></location>
            <source>{n} recordings are going to be analysed.</source>
            <extracomment>For 1: 1 recording is going to be analysed.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/batch.py"></location>
            <source>{n} recordings are still being checked; each follows as soon as it has been.</source>
            <extracomment>For 1: 1 recording is still being checked; it follows as soon as it has been.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Every action unit of this frame is rated already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Every frame of the sample is rated.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>No rating of this sample is marked as unsure.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Note removed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Note saved.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Nothing changes: no action unit of the list is left that {name} hides.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Rate an action unit 1 to 5 first, then say that it shows {side_words}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>Rate an action unit first, then mark it as unsure.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>The frame before has nothing that would change this one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>The imported ratings of {told} are yours now: you go on with them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>There is no rating to repeat yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>This is the first frame.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>This is the first frame: there is none before it to copy.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>This is the last frame.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>on the {sides} side</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>{name}: {n} action units are not codable here. Undo takes it back.</source>
            <extracomment>For 1: {name}: 1 action unit is not codable here. Undo takes it back.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>{n} action units rated 0. Undo takes it back.</source>
            <extracomment>For 1: 1 action unit rated 0. Undo takes it back.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/code/coding.py"></location>
            <source>{n} ratings copied from the frame before. Undo takes it back.</source>
            <extracomment>For 1: 1 rating copied from the frame before. Undo takes it back.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/neutral_choice.py"></location>
            <source>There is no neutral reference of this person now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/neutral_choice.py"></location>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>This picture is now the neutral reference of this person.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/sample_extraction.py"></location>
            <source>A sampled frame was extracted again and its pixels are not those that were coded: another version of the video decoder gives other pictures.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/sample_extraction.py"></location>
            <source>The disk is nearly full: {total} sampled frames are not extracted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/code/sample_extraction.py"></location>
            <source>storing sampled frames: {done} of {total}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/exporting_video.py"></location>
            <source>Open a recording first; then a video of it can be made.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/exporting_video.py"></location>
            <source>The video could not be written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/exporting_video.py"></location>
            <source>{name} is not analysed to its end yet: wait, or choose Analyse all recordings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/face_finder.py"></location>
            <location filename="../../au_studio/controllers/models/comparing.py"></location>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source> and {n} more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/face_finder.py"></location>
            <source>Faces are found by {name} from now on; curves made with the other way are computed again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/face_finder.py"></location>
            <source>{text} Persons may be numbered differently: check whose face is read in {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/frame_loader.py"></location>
            <source>The file was changed since the sample was drawn: put the original file back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/frame_loader.py"></location>
            <source>The recording of this frame is no longer in the study.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/frame_loader.py"></location>
            <source>This frame cannot be shown.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/frame_loader.py"></location>
            <source>{name} has no frame with the timestamp that was sampled ({pts}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/guiding.py"></location>
            <source>{rated} of the first {wanted} are rated.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/indexing.py"></location>
            <source>{name} could not be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/interrupted.py"></location>
            <source>Interrupted last time: {names}. View &gt; Jobs goes on where it was.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/interrupted.py"></location>
            <source>the analysis of {n} recordings</source>
            <extracomment>For 1: the analysis of 1 recording</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Cancelling…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <source>Check the disk that the study is on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <source>Making way…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <source>Pausing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <source>Stopping: the best is being kept…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <source>{title} could not be started.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/job_runner.py"></location>
            <source>{title} ended without a result.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/model_choice.py"></location>
            <source>“{name}”: {for_whom}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/comparing.py"></location>
            <source>The models could not be compared.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/comparing.py"></location>
            <source>“{name}” has not analysed {shown}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/comparing.py"></location>
            <source>“{name}” was trained from “{name2}”. {told}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/library.py"></location>
            <source>Another model is called “{name}” already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/library.py"></location>
            <source>Close other programs that use the study, and delete it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/library.py"></location>
            <source>Some files of “{name}” could not be deleted: {strerror}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/library.py"></location>
            <source>“{name}” ships with AU Studio: it stays as it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/library.py"></location>
            <source>“{name}” was not deleted: it is needed by {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>Another model is being copied; wait until that is done.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>Cancelled: no file was written, no model taken in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>Checking and copying {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>Choose it in the list.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>Open a study first: a model is taken into a study.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>The copying was stopped.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>The model could not be copied.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>The model in {name} is here already: “{name2}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>Writing {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>“{name}” is in this study now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/models/transfer.py"></location>
            <source>“{name}” was written to {path}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/notices.py"></location>
            <source>Please copy the details into a report.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/notices.py"></location>
            <source>Something went wrong: {error}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/open_study.py"></location>
            <source>: {writer} has it open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/open_study.py"></location>
            <source>The copy is {copy}. The study that was open is open still.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/open_study.py"></location>
            <source>This study is open for reading only{who}. Nothing can be changed here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/open_study.py"></location>
            <source>{message} The videos go to “{name}” instead.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/open_study.py"></location>
            <source>{name} is in place again. The damaged file was kept in the study’s folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/recordings.py"></location>
            <source>Found {count} of the missing videos.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/recordings.py"></location>
            <source>None of the missing videos is in this folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/recordings.py"></location>
            <source>Who is read now has no name: “{name}” stays with the face that was rated. Say who it is under Recording &gt; Persons and conditions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/recordings.py"></location>
            <source>{message} What is stored of it is shown.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/rest_setting.py"></location>
            <source>Curves that were made otherwise are computed again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/rest_setting.py"></location>
            <source>Movement counts from each person's neutral reference from now on; where a recording has none, from its calm frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/rest_setting.py"></location>
            <source>Movement counts from the calm frames of the whole recording from now on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/rest_setting.py"></location>
            <source>Movement counts from the calm frames so far from now on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/rest_setting.py"></location>
            <source>Nothing is measured from the person's rest from now on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/same_videos.py"></location>
            <source>{names} are videos that are here already under other names.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/same_videos.py"></location>
            <source>{n} more</source>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/same_videos.py"></location>
            <source>“{name}” is the same video as “{name2}”, which is here already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/backups.py"></location>
            <source>The backups could not be listed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/backups.py"></location>
            <source>The study is as it was on {astimezone}. What it held until now is its newest backup: Study &gt; Restore a backup takes you back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/drawing_figures.py"></location>
            <source>Saved: {names} in {parent}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/drawing_figures.py"></location>
            <source>The figure could not be drawn.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/drawing_figures.py"></location>
            <source>The file could not be written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>It is not in the study any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>Its video is being checked.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>The export failed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>The export was stopped.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>There is nothing to export.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>{message} There are no stored values of this model either.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/exporting.py"></location>
            <source>{message} What could be read is exported.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/importing_ratings.py"></location>
            <source>This study is open for reading only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/importing_ratings.py"></location>
            <source>{count} imported ratings taken back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/importing_ratings.py"></location>
            <source>{name}, {coder}: {n} ratings, {date}</source>
            <extracomment>For 1: {name}, {coder}: {n} rating, {date}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/importing_ratings.py"></location>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} notes</source>
            <extracomment>For 1: {n} note</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/importing_ratings.py"></location>
            <source>{n} ratings and {notes} imported.</source>
            <extracomment>For 1: {n} rating and {notes} imported.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/importing_ratings.py"></location>
            <source>{n} ratings imported.</source>
            <extracomment>For 1: {n} rating imported.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>The recording could not be read so.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>The video streams could not be listed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>other reading of “{name}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>{bound} of “{name}” belong to the frames of the video stream that is read now, so another one cannot be chosen here. Make a study of its own for the other stream.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>{n} markers</source>
            <extracomment>For 1: {n} marker</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <location filename="../../au_studio/ui/code/progress_bar.py"></location>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} ratings</source>
            <extracomment>For 1: {n} rating</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>{n} sampled frames</source>
            <extracomment>For 1: {n} sampled frame</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>“{name}” is read in another way from now on. Its curves are computed again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>“{name}” is read in another way from now on: {told}. Its curves are computed again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reading_choice.py"></location>
            <source>“{name}” is read in another way …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <source>A recording needs a name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <source>Another recording is named “{name}” already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <source>Condition</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <source>Group</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <source>Person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Recording</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/recording_details.py"></location>
            <source>change of {field}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reporting.py"></location>
            <source>The report could not be made.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study/reporting.py"></location>
            <source>The report is saved as {files}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>The video file stays where it is. Undo, or adding the video again, brings everything back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>With it go {what}: models no longer learn from what leaves, and tables no longer hold it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>With it goes {what}: models no longer learn from what leaves, and tables no longer hold it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>draw of {n} frames</source>
            <extracomment>For 1: draw of 1 frame</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>removal of {names_of}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>{names_of} removed. Undo brings everything back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>{n} coders</source>
            <extracomment>For 1: 1 coder</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <source>{n} ratings by {coders}</source>
            <extracomment>For 1: 1 rating by {coders}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/study_edits.py"></location>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>{n} recordings</source>
            <extracomment>For 1: 1 recording</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source> (without the unsure ones)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source>A learning curve waits for its turn already: see View &gt; Jobs.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source>Learning curve</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source>Ratings by {name}{left_out}, learned by “{name2}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Starting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source>Stopped: there is no curve.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source>Stopping…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/learning_curve.py"></location>
            <source>Waiting for the jobs before it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Cancelled. Nothing was kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Ended before there was anything to keep.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Its curves are being computed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Open a recording to see its curves.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Stopped. The best state so far was kept. {outcome}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>The new model is {path}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>Waiting for the jobs before it (View &gt; Jobs)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>{title} failed. {message}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>“{name}” is ready and chosen now; the curves before stay dashed behind it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/train/training.py"></location>
            <source>“{name}” is ready. {curves}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/video_search.py"></location>
            <source>Looking for missing videos in {folder}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/video_search.py"></location>
            <source>The folder could not be searched.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Action units that nobody rated stay as they are.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Calibrated: curves are shifted so that they meet the ratings of up to {n} rated frames on average.</source>
            <extracomment>For 1: Calibrated: curves are shifted so that they meet the ratings of one rated frame on average.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Calibrated: curves are shifted so that this person's face at rest reads 0.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Movement counts from all calm frames of the person in this recording.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Movement counts from the frame that was chosen as the neutral reference.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Nobody has found out yet how far off “{name}” may be: no bands.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Not calibrated yet: {why}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Nothing is measured from the person's rest: shape may be read as movement.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>The band holds the true intensity in {band} of 100 frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>Those of action units that nobody rated are shifted: the face at rest reads 0.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>by {n} ratings</source>
            <extracomment>For 1: by {n} rating</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>by {n} ratings only</source>
            <extracomment>For 1: by {n} rating only</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>by {n} ratings, rest = 0</source>
            <extracomment>For 1: by {n} rating, rest = 0</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>calm frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>neutral frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>no own rest</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/curve_display.py"></location>
            <source>rest = 0</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/decoding.py"></location>
            <source>A frame of {name} could not be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/live_analysis.py"></location>
            <source>Choose the recording again to start it anew.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/live_analysis.py"></location>
            <source>The analysis in the background ended unexpectedly (exit code {code}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/marked_frames.py"></location>
            <source>Another recording's marks are wanted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/marked_frames.py"></location>
            <source>The ratings could not be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/markers.py"></location>
            <source>No kind of marker has the key {key} yet: make one in the list of markers.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/markers.py"></location>
            <source>Set a marker where it begins first (1 to 9), then end it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/markers.py"></location>
            <source>change of a marker</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/markers.py"></location>
            <source>removal of a marker</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/sound_outline.py"></location>
            <source>The sound could not be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/sound_outline.py"></location>
            <source>The sound of another recording is wanted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/stretch_export.py"></location>
            <source>Open a recording first; then a stretch of it can be exported.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/stretch_export.py"></location>
            <source>The stretch could not be written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/stretch_export.py"></location>
            <source>{name} is not analysed to its end yet: its stretches can be exported then.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/controllers/watch/stretch_export.py"></location>
            <source>{n} frames written to {path}, and beside it how they were made.</source>
            <extracomment>For 1: 1 frame written to {path}, and beside it how they were made.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>  ·  about {duration_text} left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source> at {rate} frames/s</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>Persons here are not numbered yet; try again when the analysis has come this far.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>Reading person {person} from now on; the curves are computed again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>The curves are of several people, one after the other (persons {persons}). Click a face, or press P, to read one person’s throughout.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>There is no model to read faces with: “au-studio doctor” says why.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>There is no other face in this frame. Go to one that shows it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>analysing {percent} %{speed}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/watch/watching.py"></location>
            <source>starting the analysis…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/controllers/workspace.py"></location>
            <source>There is no video file in this folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/annotated_picture.py"></location>
            <source>An annotated video has no faces “{faces}” and no hiding “{hide}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/annotated_picture.py"></location>
            <source>Faces: {names}; hiding: {names_2}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/annotated_video.py"></location>
            <source>Analyse the recording in its study first, or export with --faces none.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/annotated_video.py"></location>
            <source>The faces of {name} are not stored, so they can be neither marked nor hidden.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/annotated_video.py"></location>
            <source>The model reads {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/annotated_video.py"></location>
            <location filename="../../au_studio/figures/curves.py"></location>
            <source>{name} has no curve of {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/bids_dataset.py"></location>
            <source>Delete it with the tables beside it, and export that recording again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/bids_dataset.py"></location>
            <source>{path} cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>A frame with a face has no intensities.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>A frame without a face has intensities.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>Intensities reach from {min} to {max}; the scale is 0 to 5.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>The analysis has action units that AU Studio does not know: {unknown}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>The analysis is incomplete: {name} is {shape}, not {wanted}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>The timestamps of the analysis do not rise.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/check.py"></location>
            <source>{name} has {count} values of AU{au:02d} for {n_frames} frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/openface_csv.py"></location>
            <source>Analyse the recording again with that model.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/openface_csv.py"></location>
            <source>The analysis by {name} is of other frames; nothing was written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/parquet.py"></location>
            <source>Install it with: python -m pip install 'au-studio[tables]', or choose other tables.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/parquet.py"></location>
            <source>Parquet tables need the library pyarrow, which is not installed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/ratings.py"></location>
            <source>Rename one of them in the study.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/ratings.py"></location>
            <source>Show the original video, or leave this recording out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/ratings.py"></location>
            <source>Two recordings are named {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/ratings.py"></location>
            <source>{name} has no frame with the timestamp {pts} that was rated.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/stretch.py"></location>
            <source>Select a longer stretch on the axis of time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/stretch.py"></location>
            <source>There is no frame between {start:.3f} s and {stop:.3f} s; nothing was written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>A BIDS data set in the folder “bids”: samples and events of each recording, and who is in it. It is a Frictionless data package, too. No ratings, no expected errors.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>A file that ELAN opens with the video: a tier for each action unit and each kind of marker. The episodes are those of the event table.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>BIDS: samples and events, as a data set (bids)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>ELAN: episodes and markers as tiers (.eaf)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Episodes and markers as annotations for MNE-Python: mne.read_annotations reads them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Events: onset, apex, offset (.events.csv)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>HDF5: the values of every frame (.h5)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Long: a row per frame, source, unit (.tidy.csv)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>MNE: episodes and markers as annotations (.mne.txt)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Markers: a row per event marker (.markers.csv)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Methods: a text for a paper (methods.txt)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>One row per episode of an action unit: onset, apex, offset, duration and peak.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>One row per event marker, with person, group and condition.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>One row per frame, for scripts that read OpenFace's tables.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>One row per frame, source (model or coder) and action unit, for R and mixed models.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>One row per recording and action unit: mean, sd, median, peak, share of frames, episodes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Per frame, columns as in OpenFace (.csv)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Ratings of {name} that are in no table: {counts}. Their frames are not among those that were analysed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>Summary of each recording (summary.csv)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>What the study stores of each frame, as arrays for Python, R or MATLAB; calibrated and smoothed if you choose that. No ratings, no expected errors.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>What was measured and how, from what the study holds: recordings, model, sample, coders, agreement, and the references.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>{name} is left out: {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_files.py"></location>
            <source>{name}: no frame shows the face, so its values are empty.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_ratings.py"></location>
            <source>As DISFA: one text file per recording and action unit (folder)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_ratings.py"></location>
            <source>Long: one row per rating (.csv)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/study_ratings.py"></location>
            <source>Wide: one row per frame and coder (.csv)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/summary_parts.py"></location>
            <source>Delete it and run the same command again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/summary_parts.py"></location>
            <source>The summary {part} cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/table.py"></location>
            <source>Rename it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/table.py"></location>
            <source>Row {row} of {name} has {cells} cells, not {wanted}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/table.py"></location>
            <source>The name “{name}” cannot be part of a column name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/table.py"></location>
            <source>{name} would have two columns named {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/values.py"></location>
            <source>{name} is exported without calibration. {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/export/values.py"></location>
            <source>{name}: units that are not rated are exported as they are. {lacking}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>Copy it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>Copy it into {folder} (or {other}); AU Studio never downloads it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>Install face-alignment 1.5 or newer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>Install face-alignment 1.5, or use the embedded backend mediapipe.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>The backend face-alignment lacks its weight file {weights}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>The library face-alignment is not installed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>The weight file {file} was cut short or altered.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/fan.py"></location>
            <source>The weight file {weights} does not fit the installed face-alignment library.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>Install AU Studio again; the file was damaged or replaced.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>Install opencv-python 4.9 or newer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>LiteRT {version} cannot load the face network {file}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>OpenCV {version} cannot load the face network {file}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>Set AU Studio up again, or remove the package ai-edge-litert: OpenCV stands in then.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>The face network {file} cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/face/networks.py"></location>
            <source>The face network {file} is not the file that ships with AU Studio.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>Both eyes close and open again at once.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>One eye closes and opens again, on purpose.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The brows go down and together; upright lines between them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The cheeks lift and the skin gathers around the eyes; crow's feet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The chin boss wrinkles and pushes the lower lip up.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The eyes close, or the upper lids droop, for longer than a blink.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The inner ends of the brows go up; wrinkles in the middle of the forehead.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The jaw drops by relaxing; the teeth come apart.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lids tighten; the lower lids rise, straighten and narrow the eyes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lip corners are drawn inwards and tighten; a dimple beside them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lip corners are drawn straight sideways; the mouth looks longer and flatter.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lip corners go back and up, as in a smile; the cheek fold deepens.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lip corners go down; bulges or lines below them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lips part; teeth or the inside of the mouth may show.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lips press together, without the chin pushing them up.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The lips tighten and narrow; their red parts look thinner.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The mouth is pulled wide open downwards; the cheeks flatten.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The outer parts of the brows go up and arch; wrinkles above them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The upper lids go up: more of the eyeball shows above the iris.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>The upper lip lifts, most in its middle parts; the fold beside the nose deepens.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>Wrinkles along the sides of the nose; its wings lift, the brows come down.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>blink</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>brow lowerer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>cheek raiser</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>chin raiser</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>dimpler</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>eye closure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>inner brow raiser</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>jaw drop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lid tightener</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lip corner depressor</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lip corner puller</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lip presser</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lip stretcher</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lip tightener</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>lips part</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>mouth stretch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>nose wrinkler</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>outer brow raiser</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>upper lid raiser</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>upper lip raiser</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/action_units.py"></location>
            <source>wink</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>a blink (45) is of both eyes, a wink (46) of one</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>a mouth stretched open (27) has parted lips (25)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>closed eyes (43) are no blink (45): the time that they stay closed decides</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>closed eyes (43) are no wink (46): a wink is of one eye</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>the jaw either drops (26) or stretches the mouth open (27)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>the lips mostly part (25) when the jaw drops (26)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>the upper lids cannot rise (5) during a blink (45)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/incompatible.py"></location>
            <source>the upper lids cannot rise (5) while the eyes close (43)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/notation.py"></location>
            <source>“{part}” in “{text}” is not a FACS score such as 12, 12B or L12B.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/notation.py"></location>
            <source>“{part}” in “{text}” names no action unit that AU Studio knows.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/notation.py"></location>
            <source>“{part}” in “{text}”: a visibility code has neither side nor intensity.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/facs/notation.py"></location>
            <source>“{text}” scores {part} twice.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/agreement.py"></location>
            <source>Compute it again on the Train page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/agreement.py"></location>
            <source>Let both rate the same sample.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/agreement.py"></location>
            <source>The learning curve has no points.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/agreement.py"></location>
            <source>{one} and {other} have rated no frame in common with these action units.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/agreement.py"></location>
            <source>{one} and {other} have rated no frame in common.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/canvas.py"></location>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <location filename="../../au_studio/reports/peaks.py"></location>
            <source>Choose one of: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/canvas.py"></location>
            <source>Figures are not written as “{kind}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/canvas.py"></location>
            <source>Figures need the library matplotlib, which is not installed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/canvas.py"></location>
            <source>Install it with: {name} -m pip install 'au-studio[figures]'</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/curves.py"></location>
            <source>It lasts {duration:.1f} s.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/curves.py"></location>
            <source>{name} has no frame between {begin:g} and {end:g} s.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Agreement by the number of labels</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Bland–Altman plots of two raters</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Curves of one recording, with its markers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Effect sizes of conditions, with intervals</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Every person's value in each condition</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>ICC of each action unit, with intervals</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Mean curve of each condition, with bands</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Name two coders, or a coder and a model.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Name two of: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>No learning curve was computed in this study.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Nobody in this study, and no model, is called “{name}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>One coder and somebody else are compared.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>Press “Would more labels help?” on the Train page first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>There is no figure “{kind}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/figures/kinds.py"></location>
            <source>This figure compares two raters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <source>Choose a disk that takes files of this size.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <source>Choose a folder that can be written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <source>Choose a folder that you may write to, or close the program that has the file open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <location filename="../../au_studio/jobs/batch_lock.py"></location>
            <source>Choose a folder that you may write to.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <source>Choose another folder or try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <source>Free some of your space on that disk and try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <source>Free some space on that disk and try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/files.py"></location>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>{path} could not be written: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/analyze.py"></location>
            <source>Going on after frame {restored:,} of {name}, where it was interrupted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/analyze.py"></location>
            <source>Leave --expected-errors out, or fit them first: au-studio expected-error --help.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/analyze.py"></location>
            <source>Reading {video}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/analyze.py"></location>
            <source>The model {name} has no expected errors on its card.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/analyze.py"></location>
            <source>The values of {video} are of several people, one after the other (column face_id). To read one throughout, choose them: --person N here, a click on the face in the window.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/batch.py"></location>
            <source>Analyse it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/batch.py"></location>
            <source>Its results have been taken away.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/batch_lock.py"></location>
            <source>Another analysis writes into {folder}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/batch_lock.py"></location>
            <source>The folder {folder} cannot be written: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/batch_lock.py"></location>
            <source>Wait until it has ended, or choose another folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/crops.py"></location>
            <source>Cutting the faces of {video}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/earlier.py"></location>
            <source>Choose another folder, or replace it with --overwrite.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/earlier.py"></location>
            <source>by another model ({name})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/earlier.py"></location>
            <source>from a file of other content</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/earlier.py"></location>
            <source>with other settings ({which})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/earlier.py"></location>
            <source>{path} exists already, and was made from another recording, by another model or with other settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/earlier.py"></location>
            <source>{path} exists already, and was made {how}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/finetune.py"></location>
            <location filename="../../au_studio/jobs/learning_curve.py"></location>
            <source>None of the rated frames shows a face with a rating of 0 to 5.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/finetune.py"></location>
            <location filename="../../au_studio/jobs/learning_curve.py"></location>
            <source>Rate more frames, or check which person the recordings follow.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/finetune.py"></location>
            <source>{missing} of {count} rated frames of {name} show no face and are left out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>An analysis cannot work in {threads} threads.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <location filename="../../au_studio/video/options.py"></location>
            <location filename="../../au_studio/video/streams.py"></location>
            <source>Choose among {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>Give it 1 or more, or leave it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>It knows: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>Start the job again from AU Studio.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>The job file does not describe a job of the kind “{kind}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>The job file {path} cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>The job file {path} does not hold a JSON object.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>The job file {path} is not valid JSON.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>There is no table format “{unknown}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/job.py"></location>
            <source>This AU Studio knows no job of the kind “{kind}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/learning.py"></location>
            <source>The job names a training setting that does not exist.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/learning.py"></location>
            <source>The training cannot be done as it was asked for: {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/learning.py"></location>
            <source>There are: {known}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/learning_curve.py"></location>
            <source>Learning from parts of the ratings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/learning_curve.py"></location>
            <location filename="../../au_studio/learn/stage2/finetune.py"></location>
            <source>Looking at the rated frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>Add longer recordings with faces in them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>Add longer recordings with faces that move.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>No recording shows a face for {length} frames in a row.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>Reading {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>The recordings are no material to learn from: {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>There is no such network: {reason}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/pretrain.py"></location>
            <source>{video} is left out: {message}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/process.py"></location>
            <source>Start it again; if it happens again, report it together with the details.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/process.py"></location>
            <source>The background job ended without a result (exit code {code}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>Close other programs and try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>Free some space and start the job again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>Please report it together with the details.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>Something went wrong that AU Studio did not foresee ({kind}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>The computer has run out of memory.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>The disk is full.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/run.py"></location>
            <source>This AU Studio cannot run a job of the kind “{kind}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/stretch.py"></location>
            <source>Install the same version on all computers.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/stretch.py"></location>
            <source>This worker has AU Studio {version}, but {version_2} asks for the work.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>All ratings are of one person (or recording), so blocks of time are held out: the figures say how good the model is on this person, not on others.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>Choose person {rated} on the Watch page before training.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>Nobody has said who is in {unnamed} of the {n} rated recordings. If one person is in several, held-out figures are better than on new persons. Name the persons first: Recording &gt; Persons and conditions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>Only {frames} frames are rated. With fewer than {few}, expect little gain and uncertain figures.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>Open the recording on the Watch page and wait for its curves, or choose the earlier face finder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>Rate the sample on the Code page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>The ratings of {recording} are of person {rated}, and another one is read there now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>There are no ratings by this coder yet. Rate the sample first, on the Code page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>There are no ratings to train on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>Whose face is meant in {recording} is known only in faces found by {found_by}, and the study uses {backend} now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>{units}: not rated, so the model keeps what it knew.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>{units}: not read by the model to start from, and there (1 to 5) in fewer than {few} rated frames, so not learned.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>{units}: not read by the model to start from, so learned from these ratings alone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/jobs/training_data.py"></location>
            <source>{units}: there (1 to 5) in fewer than {few} rated frames, so agreement will be “n/a” or uncertain.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/distributed.py"></location>
            <source>Start it without torchrun. It is for “au-studio pretrain” and “au-studio train”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/distributed.py"></location>
            <source>“au-studio {command}” can't be shared by several processes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/clips.py"></location>
            <source>Extract the crops again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/clips.py"></location>
            <source>The face crops in {path} cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/clips.py"></location>
            <source>{path} is not a file of face crops.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/corpus.py"></location>
            <source>Choose other action units.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/corpus.py"></location>
            <source>Make a corpus first: au-studio corpus synthetic --help.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/corpus.py"></location>
            <source>{folder} is not a corpus: its manifest.json cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/material/corpus.py"></location>
            <source>{path} has no labels for AU {missing}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/movement.py"></location>
            <source>Nothing moves in the faces.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/movement_contrast.py"></location>
            <source>No clip shows a face in {moments} frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/pretrain.py"></location>
            <source>Learning from the recordings, without ratings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/pretrain.py"></location>
            <source>Looking at what moves in the faces</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/pretrain.py"></location>
            <source>Memory is short: stage 1 goes on with {rows} clips at a time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/pretrain.py"></location>
            <source>No clip is as long as {shortest} frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/pretrain.py"></location>
            <source>No clip shows a face in {blocks} frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage1/unlabelled.py"></location>
            <source>No clip is as long as {pattern} frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage2/finetune.py"></location>
            <source>Code some sampled frames first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage2/finetune.py"></location>
            <source>There are no ratings to fine-tune on: no coded frame shows the face of the chosen person.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage2/kept_run.py"></location>
            <source>Going on after step {step}, where it was interrupted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage2/regression.py"></location>
            <source>Learning intensities from the ratings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/learn/stage2/regression.py"></location>
            <source>Memory is short: {rows} windows at a time now. It takes longer, and what is learned may differ a little.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/live/child.py"></location>
            <source>The analysis stopped unexpectedly.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/card.py"></location>
            <source>Choose another model, or copy the model's two files (.safetensors and .json) here again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/card.py"></location>
            <source>The card {file} is not a model card of AU Studio.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/card.py"></location>
            <source>The model file {path} is damaged or was changed: its hash is not the one on its card.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/card.py"></location>
            <source>The model {name} was written by another version of AU Studio (card schema {schema}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/card.py"></location>
            <source>The model {path} has no card ({name}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/card.py"></location>
            <source>The model “{stem}” is no longer there: {path} is missing.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/checkpoint.py"></location>
            <source>The weights in {path} do not fit the network on its card.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/config.py"></location>
            <source>Fine-tune again from a model of this version.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>Choose auto or cpu instead.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>PyTorch has CUDA, but no NVIDIA GPU or driver was found.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>Python runs as an Intel program on this Apple silicon Mac: install the arm64 Python.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>The device {name} cannot be used: {why_not_gpu}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>There is no device called {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>Use auto, cpu, cuda or mps.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/nn/device.py"></location>
            <source>cpu ({n} threads)</source>
            <extracomment>For 1: cpu ({n} thread)</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>macOS is too old for PyTorch's GPU support (12.3 or newer is needed).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>no NVIDIA GPU was found, and the installed PyTorch is the CPU build.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>the NVIDIA driver does not work with PyTorch, which needs CUDA {needed}: update the driver.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>the installed PyTorch was built without MPS.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>the installed PyTorch was not built for the {name} (compute capability {major}.{minor}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>the variable CUDA_VISIBLE_DEVICES={value} hides every GPU.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>there is an NVIDIA GPU, but the installed PyTorch is the CPU build.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/device.py"></location>
            <source>this Mac has no GPU that PyTorch can use (Apple silicon is needed).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/quick_model.py"></location>
            <source>another format</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/quick_model.py"></location>
            <source>it is another model's</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/nn/quick_model.py"></location>
            <source>it says something else than torch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/qt_versions.py"></location>
            <source>The window cannot open: the system lacks these libraries: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <location filename="../../au_studio/reports/peaks.py"></location>
            <source>A report has no pictures “{pictures}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>A report is of one recording or of one person.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>Episodes per minute rest on few moments in short recordings: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>Left out, because “{name}” has not analysed them: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>Name one of the two.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>No recording of the study is of “{person}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/gathering.py"></location>
            <source>Say who is in the recordings under Recording &gt; Persons and conditions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/libraries.py"></location>
            <source>Install it with: {name} -m pip install 'au-studio[report]'</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/libraries.py"></location>
            <source>Reports need the library {library}, which is not installed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/peaks.py"></location>
            <source>faces as they are: shows who it is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/peaks.py"></location>
            <source>faces blurred</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/peaks.py"></location>
            <source>no pictures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/peaks.py"></location>
            <source>the mesh of the face only</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/words.py"></location>
            <source>This report shows the person's face. Pass it on only as the person has agreed to, and keep it as safe as the video.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/writing.py"></location>
            <source>Let it end in {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/reports/writing.py"></location>
            <source>{path} does not say how the report is to be written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/resources.py"></location>
            <source>The folder of shipped models is missing beside {package}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/resources.py"></location>
            <source>The shipped file {name} is missing in {root}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/stats/verdict.py"></location>
            <source>There are too few ratings to hold some out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/stats/verdict.py"></location>
            <source>about {more:,} more rated frames like these would tell</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/stats/verdict.py"></location>
            <source>only {n} rated frames are held out; at least {more} more are needed</source>
            <extracomment>For 1: only {n} rated frame is held out; at least {more} more are needed</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/stats/verdict.py"></location>
            <source>the difference is too small to be told by rating more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/stats/verdict.py"></location>
            <source>the held-out frames are of fewer than {fewest} persons, recordings or stretches of time ({groups} now), too few for an interval</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/stats/verdict.py"></location>
            <source>the held-out frames are of fewer than {fewest} persons, recordings or stretches of time, too few for an interval</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>Check the drive and the network.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>Choose another one; nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>Close other windows that show this study, and try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>Free some space on that disk.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>Look for a copy of the study elsewhere; the damaged file was left as it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>The backup {name} cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>The last good backup is {backup}; restore it. The damaged file will be kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>There is no good backup; keep the file and ask for help before anything else is tried.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>{database} could not be replaced: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{path} could not be written: the disk is full.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>{path} is damaged and cannot be used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/backup.py"></location>
            <source>{root} has no backup that can be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/coders.py"></location>
            <source>Choose that coder, or another name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/coders.py"></location>
            <source>There is a coder named {name} already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/coders.py"></location>
            <source>Type your own name or initials.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/coders.py"></location>
            <source>“{coder}” holds what coders have settled on, and nobody rates under that name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>Check the drive and the network, close other programs that use it, retry.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>Close it where it is open for writing, then open it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>Free some space; everything up to the last change is saved.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>Open it for reading only, or copy the study to a folder you may write to.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>Open it with the newest AU Studio. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <location filename="../../au_studio/study/core.py"></location>
            <source>Open the study again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{name} has no such recording, coder or sample.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{parent} is open for reading only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{parent} was written by a newer AU Studio (schema {found}; this one knows {count}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{path} cannot be read where it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{path} cannot be written where it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/connection.py"></location>
            <source>{path} could not be used: the disk or another program stands in the way.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/copying.py"></location>
            <location filename="../../au_studio/study/study.py"></location>
            <source>Choose a folder with enough space that you may write to.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/copying.py"></location>
            <source>Choose another name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/copying.py"></location>
            <source>The study could not be copied to {target}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/copying.py"></location>
            <source>{target} exists already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/core.py"></location>
            <source>{name} has {missing}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/demo.py"></location>
            <source>There are no demo films in {resources_dir}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/demo.py"></location>
            <source>{name} holds no intensities.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/demo.py"></location>
            <source>{name} is no table of intensities.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/study/draws.py"></location>
            <source>The draw cannot be taken back: {n} of its frames are rated or noted already.</source>
            <extracomment>For 1: The draw cannot be taken back: {n} of its frames is rated or noted already.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/study/draws.py"></location>
            <source>Undo these ratings first, or keep the draw.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/folder.py"></location>
            <source>Check name and folder; a drive may not be connected.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/folder.py"></location>
            <source>Choose a folder whose name ends with {suffix}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/folder.py"></location>
            <source>There is no study at {root}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/folder.py"></location>
            <source>{root} is not a study.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>Close it there (or take over when that computer is off), or open it for reading only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>Close it there, or open it for reading only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>Open it for reading only, or copy the study to a folder that you may write to.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>Open it for reading only, or make room on that disk.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>{root} cannot be written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>{root} cannot be written: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>{root} is open by {holder}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/lock.py"></location>
            <source>{root} is open in another window or program.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/markers.py"></location>
            <source>Another kind of marker has the key {key} already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/markers.py"></location>
            <source>Choose another.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/markers.py"></location>
            <source>There is a kind of marker named {name} already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/models.py"></location>
            <source>Copy the model again from where it came.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/models.py"></location>
            <source>Rename the file first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/models.py"></location>
            <source>The model {path} does not exist.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/models.py"></location>
            <source>The study has another model named {model_id}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/models.py"></location>
            <source>Train or import it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/models.py"></location>
            <source>{path} is not the model that its card describes: the SHA-256 differs.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_boris.py"></location>
            <source>Write seconds as 12.0, or make a row for every frame.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_boris.py"></location>
            <source>{name}: its spans may be frames or seconds, for they are whole numbers alone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>Add a row above them with their names: frame, AU01, AU02, …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>Choose the files of intensities (AU_INT/AU06/F001_T1_AU06.csv), or their folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>Choose the files of intensities.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>Name the file after it, such as F001_T1_AU06.csv, or add a row of names: frame,AU06.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>{name} holds two columns of numbers, and nothing says which action unit they are of.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>{name} holds {width} columns of numbers, and no row that names them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>{name} is a table of occurrence as BP4D and FERA have it: it says whether an action unit shows (0, 1, 9 = not known), not how strongly.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_corpora.py"></location>
            <source>{name} says by its name that it holds occurrence: whether an action unit shows, not how strongly.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>Choose another file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>It has no tiers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>Name tiers AU12, AU4, …, and write the level (0 to 5, A to E) into their annotations.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>Open it in ELAN and save it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>{name} has no tier of ratings of an action unit. {ignored}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>{name} is damaged: line {line} is no whole XML.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <source>{name} is no file of ELAN.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_eaf.py"></location>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>{path} cannot be read: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_facereader.py"></location>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>Choose a table of ratings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_facereader.py"></location>
            <source>Export the detailed log with action units, or choose a table of ratings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_facereader.py"></location>
            <source>{name} is a log of FaceReader with emotions and no action units.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_facereader.py"></location>
            <source>{name} is a log of FaceReader, whose action units are numbers from 0 to 1: a program's estimates, and no levels.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source> Not read: {columns}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>Choose a CSV table, or a folder of files such as SN001_au12.txt.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>Choose the file again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>Export ratings from a study to see how such a table looks.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>Make a row for every frame, or give the spans in seconds: start, end, AU, level.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>Save it as .xlsx or .csv, and choose that.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>There are no ratings in {folder}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a Feather table</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a JSON file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a Numbers table</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a PDF</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a Parquet table</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a Word document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a column “frame”, “timestamp” or “pts”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a file of R</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a file of SAS</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a file of SPSS</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a file of Stata</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>a project of BORIS (its events can be exported as a table)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>an Excel 97 workbook</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>an OpenDocument spreadsheet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>columns “au” and “value”, or AU01, AU02, …</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>holds a summary</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>holds episodes (onset, apex, offset) that a model's curves show</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>holds event markers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>settings of ELAN (the annotations are in the .eaf beside it)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{name} holds spans of frames (first and last), which are not read: they may count from 0 or 1, with the last frame or without.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{name} holds the estimates of a model (AU01_r …), not ratings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{name} is empty.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{name} is no table of ratings: it lacks {lacks}.{not_read}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{name} is {what}, which AU Studio does not read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{name} {what}, not ratings of frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_table.py"></location>
            <source>{source} does not exist.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>Close the quotation mark (or delete it), and choose the file again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>Open it in Excel and save it again, or save the table as CSV.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>Save the table as CSV in Excel, and choose that; or install AU Studio with “pip install au-studio[spreadsheets]”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>Save the table as CSV, and choose that.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>{name} cannot be read as an Excel workbook.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>{name} is an Excel workbook, and the package that reads it (openpyxl) is not installed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>{name} is no text: it holds zero bytes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/rating_text.py"></location>
            <source>{name}, line {line}: a quotation mark (") is opened there and not closed, or text follows where it is closed. The rows below would be lost with it, so nothing was read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/recordings.py"></location>
            <source>Choose the video again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/recordings.py"></location>
            <source>Show where it is now, or the folder to search.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/recordings.py"></location>
            <source>The video of {recording} is no longer at {absolute_path}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/recordings.py"></location>
            <source>{video_path} does not exist.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/samples.py"></location>
            <source>Show the original video, or draw a new sample.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/samples.py"></location>
            <source>The video does not have the timestamps that this sample was drawn from.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/scratch.py"></location>
            <source>All {most} scratch studies in {home} are open in other windows or damaged.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/scratch.py"></location>
            <source>Close the other windows, or make a study of your own (New study).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/study.py"></location>
            <source>Open it, or choose another name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/study.py"></location>
            <source>{root} could not be made: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/study/study.py"></location>
            <source>{root} exists already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/texts.py"></location>
            <source>{others} and {last}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/about.py"></location>
            <source>&lt;b&gt;AU Studio {version}&lt;/b&gt;</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/about.py"></location>
            <source>About AU Studio</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/about.py"></location>
            <source>Facial action unit intensity from video: watch, code 2 % of the frames, fine-tune, export.

Everything happens on this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_page.py"></location>
            <source>Export the agreement table</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_page.py"></location>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>Tables (*.csv)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_page.py"></location>
            <source>There is nothing to export yet: no frame was rated by both.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>&amp;Compare</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>&amp;with</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>A model remembers the frames that it has learned from: with them, the figures are too good.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Adopt what &amp;both agree on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Also frames that &amp;trained it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <location filename="../../au_studio/ui/agree/bland_altman_plot.py"></location>
            <source>Bland–Altman plot</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Coder or model to compare with</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Coder to compare</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <location filename="../../au_studio/ui/agree/confusion_view.py"></location>
            <source>Confusion matrix</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <location filename="../../au_studio/ui/agree/reconcile_panel.py"></location>
            <source>Consensus</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Disagreements</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>E&amp;xport table…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Enter every rating on which both coders agree exactly as consensus, so that only the differences are left to settle.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Figures per action unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <source>Largest disagreements</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Let a second coder rate the same frames on the Code page, or analyse the recordings with a model on the Watch page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Nobody has rated yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Nothing to compare yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Open a study first. When two coders have rated the same frames, this page says how well they agree.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>Rate some frames on the Code page. A coder can then be compared with another coder, or with a model.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>There is nobody to compare with</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>What do these &amp;mean?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>computing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>model: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>the largest {most} listed</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{n} codable to one only</source>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{n} differ by one step or more</source>
            <extracomment>For 1: {n} differs by one step or more</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{n} frames compared, of {whose}</source>
            <extracomment>For 1: {n} frame compared, of {whose}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{n} frames rated by both, of {whose}</source>
            <extracomment>For 1: {n} frame rated by both, of {whose}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{n} persons</source>
            <extracomment>For 1: {n} person</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{n} recordings without a person’s name</source>
            <extracomment>For 1: {n} recording without a person’s name</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{settled} settled</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>{text}  ·  computing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/agreement_view.py"></location>
            <source>“{name}” and “{name2}” have no frame in common. Both must rate the same frames of the sample.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/bland_altman_plot.py"></location>
            <source>Bland–Altman</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/bland_altman_plot.py"></location>
            <source>Mean difference {value}, limits {low} to {high}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/bland_altman_plot.py"></location>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>difference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/bland_altman_plot.py"></location>
            <source>mean of the two</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/confusion_view.py"></location>
            <source>{agreed} of {int} frames on the diagonal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/confusion_view.py"></location>
            <source>{label}  {name}: frames by level</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/confusion_view.py"></location>
            <source>{text}
{counts} frames</source>
            <translation type="unfinished"></translation>
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
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>A plain count</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>A plain count; a model's values are rounded to the nearest level</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>A plain mean</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Agreement on the levels 0 to 5 beyond what chance would give; a miss by two steps weighs four times a miss by one. A model's values are rounded to the nearest level first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Agreement within one step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Base rate, first rater</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Base rate, second rater</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>By how many steps of the 0–5 scale the two differ on average. 0 is perfect. Nothing is rounded.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Cohen (1968), Psychological Bulletin 70</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Cohen's kappa with quadratic weights</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Definitions of the figures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Exact agreement</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>FACS agreement index</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>FACS index</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>For presence only (1 = A or more): twice the frames that both score, divided by the frames that the one scores plus the frames that the other scores. Frames on which neither scores it do not count. FACS asks for 0.70 or more of a coder who passes its test.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>How far two raters give the same values, measured against how much the frames differ. 1 is perfect, 0 is no better than chance. A rater who is always one step higher lowers it. In brackets: 95 % interval, which takes the frames as independent; frames of one person are not quite, so the true interval is wider.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>How far two raters put the frames into the same order and distance. 1 is perfect, 0 is no better than chance. A constant difference between them does not lower it, so read the MAE beside it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Intraclass correlation, absolute agreement</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Intraclass correlation, consistency</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Mean absolute difference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Share of frames on which both give the same level. High by itself when the action unit is rare: two raters who always say 0 agree on 100 %.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Share of frames on which the levels differ by one step at most.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Share of these frames on which the first rater scores it at 1 or more. With a base rate near 0 or 100 % every coefficient is uncertain.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Shrout &amp; Fleiss (1979), Psychological Bulletin 86; McGraw &amp; Wong (1996), Psychological Methods 1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Shrout &amp; Fleiss (1979); McGraw &amp; Wong (1996)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>The same for the second rater. Very different base rates mean that one of the two has a lower threshold.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>Wexler (1972); Ekman, Friesen &amp; Hager (2002), FACS Investigator's Guide</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>What the figures mean</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>base 1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>base 2</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>exact</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/definitions.py"></location>
            <source>within 1</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>consensus</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>recording</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>second</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/disagreement_list.py"></location>
            <source>✓ not codable</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Action unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>Agreement per action unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>Frames that both rated from 0 to 5</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Mean</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>Share of these frames that {rater} scores at 1 or more.

{meaning}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>Unweighted mean of the action units</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>base {shortened}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/figures_table.py"></location>
            <source>{note}
Over all action units together: {pooled}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/reconcile_panel.py"></location>
            <source>Choose a disagreement in the list to see its frame.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/reconcile_panel.py"></location>
            <source>Consensus {words}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/reconcile_panel.py"></location>
            <source>Frame of the disagreement</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/reconcile_panel.py"></location>
            <source>You settle on: {words} (key {text})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/agree/reconcile_panel.py"></location>
            <location filename="../../au_studio/ui/code/au_model.py"></location>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>not codable</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <source>Agree</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Code</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <source>Edit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <source>Help</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <source>Models</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <location filename="../../au_studio/ui/look.py"></location>
            <source>Study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <source>Train</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <source>View</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/bindings.py"></location>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Watch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>Action units to rate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>All &amp;marked *</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>Choose at least one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>Every coder of this study rates these in every frame. Ratings of action units that you take out are kept, and come back when you add them again. The chosen model reads those marked *; it can learn others from ratings alone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>The &amp;usual twelve</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>Those of DISFA, which most models are compared on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_choice_dialog.py"></location>
            <source>{number} of {n} chosen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_list.py"></location>
            <source>Action units of this frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_model.py"></location>
            <source>FACS name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_model.py"></location>
            <source>Intensity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_model.py"></location>
            <source>not rated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/au_model.py"></location>
            <source>{text}, unsure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>  ·  {int}:{seconds}  ·  frame {position}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>&lt;b&gt;{place} of {frames}&lt;/b&gt;  ·  {recording_name}{moment}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>Add a coder…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>C&amp;oder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Coder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Draw the random sample…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>Extend the sample…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>Frames in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>Order of the frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>Random order keeps neighbouring frames from influencing each other.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>order of time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_bar.py"></location>
            <source>random order</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>&amp;Go to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>&amp;Rate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>&amp;Say more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>Add a coder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>Name or initials of the coder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>Open a video first; then draw the sample.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>There is no neutral reference of this person to compare with yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>What is not visible?</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/code/coding_page.py"></location>
            <source>{n} frames drawn. Rate them one after the other.</source>
            <extracomment>For 1: 1 frame drawn.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>&lt;span style='color:{color}'&gt;⚠&lt;/span&gt; Look again? {text}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Action units: {n} of the {n2} that the model reads</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Choose…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Coding: {label} {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <location filename="../../au_studio/ui/code/face_stage.py"></location>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>Decoding…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Every frame of the sample is rated. You can fine-tune a model now, or extend the sample.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Face, upright and enlarged</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Frame to rate: digits rate the action unit in focus</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Look for such a moment with “Choose…”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Neutral reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Neutral reference of this person, from {where}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>No neutral reference of this person yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Press {key} where the face is at rest, or look for such a moment with “Choose…”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>This frame is complete.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>This study does not rate {names}, though the model reads them. Code &gt; Action units to rate… chooses which are rated.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>Whole frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>absent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>marked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>maximum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>severe</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>slight</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>trace</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/coding_view.py"></location>
            <source>{key} goes on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>A small random part of the frames, 2 % by default, is what you rate by hand. The seed of the draw is stored, so that it can be reported and repeated. Which frames are drawn has nothing to do with what is in them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Coder's name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Draw more frames…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Draw the random sample</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Every coder has ratings of their own, and sees neither those of others nor what the model estimates.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Name or initials, e.g. AB</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>No frames for you yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Nothing to code yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Open one or more videos first. They stay where they are, and nothing leaves this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Open videos…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Start rating</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>Who is rating?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/empty_states.py"></location>
            <source>You rate the double-coded part of the sample, and it has no frames yet. Draw more with a share for the second coder, or let yourself rate the whole sample (Study &gt; Coders).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/face_stage.py"></location>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>Face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/face_stage.py"></location>
            <source>No face found: the whole frame is shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/face_stage.py"></location>
            <source>context {offsets} s</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/face_stage.py"></location>
            <source>context…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/face_stage.py"></location>
            <source>neutral reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>all keys</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>all that is left 0</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>context</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>copy previous frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>flip to neutral</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>next frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>rate and go on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>repeat</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>undo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/key_hints.py"></location>
            <source>unsure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>&amp;No reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>&amp;Use as neutral reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>Choose the neutral reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>Look for a moment at which the face rests: no movement, eyes open, looking towards the camera. It is shown beside every frame of this person. Arrow keys go frame by frame, Page keys a second. Nothing that a model or another coder says is shown.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>No face found here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <location filename="../../au_studio/ui/watch/timeline.py"></location>
            <source>Place in the recording</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/neutral_dialog.py"></location>
            <source>{int}:{seconds} · frame {position}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/note_line.py"></location>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Note on this frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/progress_bar.py"></location>
            <source>Frames that are completely rated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/progress_bar.py"></location>
            <source>about {duration_text} left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/progress_bar.py"></location>
            <source>{frames_done} of {frames} frames done</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/progress_bar.py"></location>
            <source>{pace} s per frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&amp;Draw</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&amp;From</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&amp;Least distance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&amp;Number of frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&amp;Share of the frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>, beside the {before} frames drawn before, which stay as they are</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&lt;b&gt;about {n} new frames&lt;/b&gt; from {recordings}</source>
            <extracomment>For 1: &lt;b&gt;about {n} new frame&lt;/b&gt; from {recordings}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>&lt;b&gt;{n} new frames&lt;/b&gt; from {recordings}</source>
            <extracomment>For 1: &lt;b&gt;{n} new frame&lt;/b&gt; from {recordings}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>A share that two coders rate shows how well they agree.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>About {overlap} frames for coders who rate the double-coded part.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Can be drawn</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Draw</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Draw the sample</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Drawn before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Drawn before with seed {seeds}; the draw goes on where it ended.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Each gives its own share or number.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Extend the sample</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Faces have not been tracked in {names} yet (watch or analyse first), so any frame may be drawn, also one without a face: rate such a frame as not codable.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Frames close to each other look alike; fewer may be drawn than asked for.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Least distance of two frames in seconds</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>New</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Number of frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>One draw: every frame has the same chance, so long recordings give more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Reading the timestamps of recording {done} of {total}…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>S&amp;eed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Se&amp;cond coder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Share for a second coder in percent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Share of the frames in percent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Stored without loss, the frames take about {room} in the study’s folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>The same seed and video give the same frames on every computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>What can be drawn, per recording</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>Where faces have been tracked, only frames with the target person's face are drawn.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>all recordings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>from all recordings together</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>from each recording by itself</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/code/sample_dialog.py"></location>
            <source>the open recording only</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/companions.py"></location>
            <source>Open a video first; then its curves can be exported.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/edit_menu.py"></location>
            <source>&amp;Edit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/edit_menu.py"></location>
            <source>Redo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/edit_menu.py"></location>
            <source>Undo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/empty_state.py"></location>
            <source>Choose a recording at the left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/empty_state.py"></location>
            <source>Drop videos here, or press Ctrl+O</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/empty_state.py"></location>
            <source>Folders and studies can be dropped too. Nothing ever leaves this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/empty_state.py"></location>
            <source>Studies opened lately</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/empty_state.py"></location>
            <source>They are added to the study “{name}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/empty_state.py"></location>
            <source>“{name}” has {n} recordings.</source>
            <extracomment>For 1: “{name}” has {n} recording.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>
Left out: {text}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>&amp;All recordings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>&amp;Folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <source>&amp;Model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>&lt;b&gt;{n} files&lt;/b&gt; will be written: {note}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>&lt;b&gt;{n} of {n2} recordings have no analysis with this model yet.&lt;/b&gt; That is done first; it takes about as long as watching them, or less.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Analyse and export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Choose at least one recording, one file, a model and a folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Done: {n} files written to {text}.{left_out}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Files</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Folder for the files</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Intensities</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Left out of the export: {text}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Left out, because the video cannot be read and nothing is stored: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <source>Model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>Ratings of</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Recordings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Recordings to export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>S&amp;mooth over</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Show the folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Smooth over time, seconds</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Standard deviation of a Gaussian over time; it blunts short movements.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Starting…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>Stop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Stopped. Files that were written are whole and stay.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>They stand beside the model's values in the per-frame and the long table.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>This model's card does not say how far off it may be.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>Values</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>calibrated to the person (by rated frames, else their face at rest reads 0)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>half of them are JSON files that say how the others were made: versions, model, video, settings. Frames without a face have empty cells, never 0.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>nobody has rated yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>not smoothed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>with expected errors (columns AU12_sd in the table per frame)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>{n} files exported to {text}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/export_dialog.py"></location>
            <source>{there} of them exist there already and will be replaced.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Folder with the missing videos</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>New study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Open a folder of videos</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Open a study (a folder that ends in {ending})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Open videos</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Save study as</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Studies (*{ending})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/file_questions.py"></location>
            <source>Videos ({endings});;All files (*)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Draw a small random part of the frames, to be rated by hand.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Draw the sample…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Export tables…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Fine-tune</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>First steps</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Hide the first steps</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Hide the first steps; Help → First steps brings them back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Let the model learn from the ratings, and see how much better it got.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Open demo study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Open videos, or the demo study to try everything on rendered faces.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Play the recording: a curve grows for every action unit.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Rate the sampled frames with the keys 0 to 5, blind to the model.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>That was the whole way. The same works with your own videos.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>The study “STUDY” is empty still: open videos, or drop them here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/guide/guide_panel.py"></location>
            <source>Write the curves as tables for R, SPSS or Python.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Close and discard the jobs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Close now, go on next time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Close when the jobs are done</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Do not close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Jobs are running</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Leave this study and discard the jobs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Leave this study now, go on when it is open again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Not done yet: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Stay in this study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Stop the training, keep the best, then close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>The best state so far becomes the new model. Jobs that wait go on next time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>The window gets out of the way and closes by itself.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>What has been reached is kept with it. View &gt; Jobs goes on with it when you say so.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>What has been reached is kept. View &gt; Jobs goes on with it when you say so.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>Your ratings, earlier models and finished analyses stay.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/closing_dialog.py"></location>
            <source>{n} more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source> No GPU: {why}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source>Analyse and train there; remembered on this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source>Computing &amp;device</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source>No GPU: {why_not_gpu}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source>The fastest{fastest}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source>The models run on {text}.{reason} Recording &gt; Computing device changes it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/device_menu.py"></location>
            <source>starting…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>Analyse all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>Ending the jobs…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Jobs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>Jobs: </source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>Show the jobs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>The window closes when the jobs are done.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>{n} recordings are not analysed yet. Only the one on the screen is, by itself.</source>
            <extracomment>For 1: {n} recording is not analysed yet. Only the one on the screen is, by itself.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>{others} waiting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_corner.py"></location>
            <source>{unfinished} interrupted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source> ({done} of {total})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>About {duration_text} left until all recordings are analysed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <location filename="../../au_studio/ui/models/transfer_bar.py"></location>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Discard</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Go on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Interrupted. It goes on where it was.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Move up</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Nothing is running. Fine-tuning is started on the Train page; Recording &gt; Analyse all recordings fills the curves of those that have none. Jobs run one after the other in the background, and the window stays usable.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Progress of {title}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <location filename="../../au_studio/ui/study/recording_actions.py"></location>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Stop, keep the best</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Waits for its turn.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>Waits: this recording is on the screen and is analysed there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>{interrupted} more were interrupted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/jobs/jobs_dialog.py"></location>
            <source>{waiting} more wait for their turn.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source> or </source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>&amp;No key</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>&amp;Use this key</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>&amp;Usual keys for everything</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Actions and their keys</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Changed. </source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Choose a key</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Click a key to change it. Your keys are kept for you on this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Find an action or a key</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Key map</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Key of {label}: {keys}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>New key of {label}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Press the key for “{label}” ({group})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>Usual &amp;keys</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/key_dialog.py"></location>
            <source>{part}Click to choose another key.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;About AU Studio</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Adopt what both agree on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Agree</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;All action units</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Analyse all recordings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Calibrate to the person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Cancel and discard</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Close study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Code</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Coders…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Compare…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Delete the model…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Draw the random sample…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;End the last marker here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Export tables…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Export the agreement table…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Export the model…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Figure for a paper…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Fine-tune…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;First steps</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Fit curves</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Full screen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Hide the row</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;How it is read…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Import a model…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Import ratings…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Jobs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Key map</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;List of markers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Loop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Manual</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <location filename="../../au_studio/ui/study_choice_menu.py"></location>
            <source>&amp;Measured from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;MediaPipe mesh (ships with AU Studio)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Models</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Mute</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;New study…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Next recording</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Nothing of the person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Open study…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Open videos…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Persons and conditions…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Play or pause</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Previous recording</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Quit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Recording list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Redo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Remove from the study…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Rename</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Report of a recording or person…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Restore a backup…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Save the curves as a picture…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Show its curves</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Stop and keep the best</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Train</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;Undo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <location filename="../../au_studio/ui/study/recording_actions.py"></location>
            <source>&amp;Watch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>&amp;face-alignment (FAN, 68 points)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>7&amp;0: brows and forehead</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>7&amp;1: eyes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>7&amp;2: lower face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>7&amp;3: the entire face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>7&amp;4: unscorable</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>A part is not visible…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Action units to &amp;rate…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Add a c&amp;oder…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Add video files to this study.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Add, rename and remove coders; say what each of them rates.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>All &amp;calm frames of the recording</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>All that is left: 0</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Annotated &amp;video…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>As it is shown, in light colours.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>As they are shown, in light colours, for print.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>As they are shown, in light colours.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Back 1 frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Back 1 second</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Back 10 frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Back 10 seconds</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Choose among several video streams of a file, and whether interlaced pictures are made whole.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Choose the neutral reference…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Choose the row above</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Choose the row below</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Choose which action units this study codes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Co&amp;mpare conditions…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Compare conditions, groups or marker spans over persons, with effect sizes; tables for R and SPSS.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Compute the chosen model's curves of every recording that has none yet, one after the other.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus 0: absent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus 1 (A): trace</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus 2 (B): slight</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus 3 (C): marked or pronounced</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus 4 (D): severe or extreme</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus 5 (E): maximum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Consensus: not codable</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Copy the previous frame's ratings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Copy this study into a new folder and go on there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Curves, conditions or agreement as PNG, SVG or PDF, light and without need of colour.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Draw random frames to rate.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>E&amp;xport this stretch…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Enter a FACS visibility code, 70 to 74.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Enter ratings that are the same as consensus.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Every coder has ratings of their own.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Expected e&amp;rrors</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Export &amp;ratings…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <location filename="../../au_studio/ui/study_choice_menu.py"></location>
            <source>Fa&amp;ce finder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Face &amp;boxes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Face &amp;contours</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Faster</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Fi&amp;gures of the stretch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Find &amp;missing videos…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Find faces with the 468 points of the MediaPipe mesh: quick on every computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Find faces with the 68 points of face-alignment: needs its weight file, and slow without a GPU.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Fine-tune a model on your ratings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>First frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>First frame of the sample</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Forward 1 frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Forward 1 second</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Forward 10 frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Forward 10 seconds</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Go back to what the study held earlier; what it holds now is kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Hold or press, to see what moved.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>How to work with AU Studio, chapter by chapter.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>It cannot be seen here; this is not a 0.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Known from the first frame on, because it looks ahead; curves settle when a recording is done.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Known while a recording runs: what is read never depends on later frames. The first second is read with less certainty.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Last frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Last frame of the sample</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Let it last from its frame to this one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Let the study start with this model.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Look at all models, compare two, pass one on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Look for a face at rest in the recording.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Look: &amp;dark</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Look: &amp;light</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Look: as the &amp;system</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Loop the second before and after; hold or press.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Make a video of the open recording with bars and curves; persons can be blurred.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Make an empty study in a new folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Make it the &amp;default</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Make the row &amp;lower</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Make the row &amp;taller</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Mark the rating as unsure, or take the mark away.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <location filename="../../au_studio/ui/watch/marker_menu.py"></location>
            <source>Mark with kind {digit}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Mean, peak and episodes of the stretch selected on the axis of time, or of what is shown.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Move the row &amp;down</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Move the row &amp;up</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Next &amp;person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Next action unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Next frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Next frame that is not finished</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Next rating marked as unsure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Normal speed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Not codable</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>On one side</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>On the person's left side</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>On the person's right side</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Open &amp;demo study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Open &amp;folder of videos…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Pictures of peaks, curves, summary, episodes, model and cautions, as a web page or PDF.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Play a recording with its curves.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Play the context</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Play the selected stretch over and over, or the part shown.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Previous action unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Previous frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Put the panels of this page where they are usually.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate 0: absent</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate 1 (A): trace</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate 2 (B): slight</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate 3 (C): marked or pronounced</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate 4 (D): severe or extreme</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate 5 (E): maximum</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate sampled frames, blind to the model.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Rate what is unrated in this frame as 0.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Read ratings from tables, or from text files as DISFA has them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Read the next face in the picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Remember this picture as this person's face at rest.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Repeat the last rating</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Reset the la&amp;yout</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Save study &amp;as…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Save the &amp;Bland–Altman plot as a picture…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Save the &amp;confusion matrix as a picture…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Save the &amp;learning curve as a picture…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Save the compared curves as a &amp;picture…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Save the held-out &amp;ICC as a picture…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Say who is in each recording, with group, condition and notes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Search a folder for videos that were moved.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>See how well two raters agree.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>See where two models differ.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Select a stretch from this frame on: it is looped.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Select no stretch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Set an event marker of the kind that has this digit at this frame.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Shade around each curve where the true intensity lies in nine of ten frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show all rows in their usual order, equally high.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show markers with their notes, and the kinds to set.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show one curve alone, with its scale; again shows all.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show the curves of all of them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show the file in its fo&amp;lder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show the legend of the timeline.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show the neutral face in its place</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show the row &amp;big</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show the whole recording.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show this model's curves on the Watch page, the ones before dashed behind them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Show this picture beside this person's frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Slower</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Something else makes it unscorable.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Stretch &amp;begins here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Stretch ends &amp;here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Take a model file into this study; it is checked first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Take back the last change on this page or in the study.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Take off what the model reads too much in this person: by rated frames, else by the face at rest.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Take the rating away</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Take the recording off the list; its video file is never deleted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>The frame that you chose as the face at rest (N), where a recording has one; else its calm frames.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>The person's &amp;neutral reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>The person's calm frames so &amp;far</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>The rest of people on average: faces are compared as they are, and shape may be read as movement.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Try everything on rendered clips.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Unilateral, without saying which.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Unsure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Use as &amp;neutral reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Use as neutral reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Usual ro&amp;ws</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>What runs, what waits, what was interrupted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>What the figures &amp;mean</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>What the s&amp;igns mean</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Write a &amp;note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Write a table of the frames of the selected stretch, or of what is shown.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Write a text; Enter goes on coding.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Write coders' ratings so that they can be read back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Write tables, files for ELAN, and a text for a paper.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Write this model as one file to pass on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Zoom curves in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/keymap.py"></location>
            <source>Zoom curves out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/language_menu.py"></location>
            <source>As the &amp;system</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/language_menu.py"></location>
            <source>La&amp;nguage</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/language_menu.py"></location>
            <source>Remembered. But {variable} is set to {language} on this computer, and comes first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/language_menu.py"></location>
            <source>The window speaks {language} when AU Studio starts again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/language_menu.py"></location>
            <source>What the window says from its next start on; files stay English.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/language_menu.py"></location>
            <source>{language} (in part)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_menus.py"></location>
            <source>Open &amp;recent study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_menus.py"></location>
            <location filename="../../au_studio/ui/recent_videos.py"></location>
            <source>none yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_window.py"></location>
            <source>Open for writing by {writer}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_window.py"></location>
            <source>Scratch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_window.py"></location>
            <source>Study: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_window.py"></location>
            <source>no study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_window.py"></location>
            <source>not saved as a study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/main_window.py"></location>
            <source>{name} (reading only)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/manual/manual_window.py"></location>
            <source>AU Studio manual</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/manual/manual_window.py"></location>
            <source>Chapters</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/manual/manual_window.py"></location>
            <source>Manual</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/manual/manual_window.py"></location>
            <source>Search the manual</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/card_view.py"></location>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>&amp;Name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/card_view.py"></location>
            <source>Its card holds no held-out agreement.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/card_view.py"></location>
            <source>Name of the model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/card_view.py"></location>
            <source>No&amp;te</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/card_view.py"></location>
            <source>Note on the model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/card_view.py"></location>
            <source>What you want to remember of it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>&amp;in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Agreement of the two models per action unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Agreement with coders is on the Agree page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Comparing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>First model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>How much higher the first model is on average</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>ICC(3,1) between the two: how consistently they order the frames, whatever a constant difference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Mean absolute difference in steps of the 0–5 scale</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Moments at which the models differ most</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Open a study with recordings that both models have analysed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Open on the Watch page to analyse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Recording whose curves are shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>Second model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>There is no recording yet that both have analysed. {names}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>There is one model only. Fine-tune it on the Train page, or import another; then compare.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>higher</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/models/compare_view.py"></location>
            <source>{frames} frames of {n} recordings.</source>
            <extracomment>For 1: {frames} frames of {n} recording.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/difference_plot.py"></location>
            <source>Click to go there on the Watch page; drag or turn the wheel to look closer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/difference_plot.py"></location>
            <source>Curves of both models and their difference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/difference_plot.py"></location>
            <source>seconds</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/difference_plot.py"></location>
            <source>{first} minus {second}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Date</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Every model stands below the one that it was trained from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Its curves are dashed on the Watch page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Mean ICC(3,1) on frames that did not train it: of other persons (or recordings), where several were rated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Mean absolute error on the same frames, in steps of the 0–5 scale</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Models, each below the one that it was trained from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>Rated frames that it learned from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>The Watch page shows its curves.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>The same of the model that it was trained from, on the same frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>The study starts with this model.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>compared</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>default</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>made</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>rated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/model_tree.py"></location>
            <source>shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>About the model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Card</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Card and comparison</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Compare</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Delete this model?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Export the model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Import a model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>List of models</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Models (*{suffix} *.safetensors);;All files (*)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>Models (*{suffix})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>This model is needed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>“{name}” cannot be deleted as long as a job needs it:

{jobs}

Let it end, or remove it from the list under View &gt; Jobs. Then delete the model.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/models_page.py"></location>
            <source>“{name}” will be deleted for good. Export it first if you may want it again.

{depends}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/models/transfer_bar.py"></location>
            <source>Progress</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/notices.py"></location>
            <source>Copy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/notices.py"></location>
            <source>Copy the notice with its details</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/notices.py"></location>
            <source>Details</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/notices.py"></location>
            <source>Details of the notice</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/notices.py"></location>
            <source>Dismiss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/notices.py"></location>
            <source>Next ({more} more)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/panels.py"></location>
            <source>Drag the name to move the panel, onto another one to lay it over that, or out of the window. A double click takes it out and puts it back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/panels.py"></location>
            <source>Panels laid over each other</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/panels.py"></location>
            <source>Show or hide the panel “{title}” of this page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/panels.py"></location>
            <source>{title} (panel)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/panels_menu.py"></location>
            <source>&amp;Panels</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/panels_menu.py"></location>
            <source>none on this page</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/plot_picture.py"></location>
            <location filename="../../au_studio/ui/study/figure_saving.py"></location>
            <source>PNG picture, 300 dpi (*.png)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/plot_picture.py"></location>
            <source>SVG drawing (*.svg)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/plot_picture.py"></location>
            <source>Save the picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/plot_picture.py"></location>
            <source>The picture is saved as {path}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recent_videos.py"></location>
            <source>Open re&amp;cent video</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recordings_list.py"></location>
            <source>Recordings of this study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recordings_list.py"></location>
            <source>analysed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recordings_list.py"></location>
            <source>analysing {int} %</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recordings_list.py"></location>
            <source>cannot be used</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recordings_list.py"></location>
            <source>checking…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/recordings_list.py"></location>
            <location filename="../../au_studio/ui/watch/bars_view.py"></location>
            <source>not analysed yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source> There is no backup yet: one is taken on opening and every hour.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>&amp;Restore</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>A backup holds what was entered in the study: ratings, notes, markers, samples, the list of recordings and models. Videos, curves and model files are not touched. &lt;b&gt;What the study holds now is kept as a backup first&lt;/b&gt;, so that you can come back to it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>Backups of this study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>Jobs are running: they are interrupted, and can go on afterwards (View &gt; Jobs).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>Looking at the backups…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>Now: &lt;b&gt;{ratings}&lt;/b&gt; by {coders}, {recordings}, {models}.{none_}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>Restore a backup</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>models</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>nobody</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>ratings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>ratings by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>recordings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>taken on</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/study/backups_dialog.py"></location>
            <source>{n} models</source>
            <extracomment>For 1: {n} model</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>&amp;Add</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Bring back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Coders</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Coders of this study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Every coder has ratings of their own and sees no others’. The double-coded part is the share of the sample for the second coder, chosen when the sample is drawn. Double-click a name to change it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Last</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Name of a new coder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Name or initials of a new coder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Part of the sample to rate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>Rates</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>The ratings stay.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>imported</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>the double-coded part</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>the whole sample</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/coders_dialog.py"></location>
            <source>{frames_done} of {frames}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>&amp;Effect sizes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Compare conditions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Effect sizes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Every person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>F&amp;igure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Fi&amp;gure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Folder for the tables</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Long tables for R or SPSS, one value a row, and the effect sizes (CSV).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Mea&amp;sure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Mean curves</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Mean over persons in the first condition.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Mean over persons in the second condition.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Measure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Save &amp;figure…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Save &amp;tables…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Second minus first, with its 95 % interval over persons.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>To &amp;beware of</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>To beware of</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>Unit of analysis: {unit}. {p_explained}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>What came of it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>What is compared</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>action unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>d_z of paired differences, or Hedges’ g of independent persons, with its interval.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>effect size</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/conditions_dialog.py"></location>
            <source>p (Holm)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/details_dialog.py"></location>
            <source>&amp;Remove from the study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/details_dialog.py"></location>
            <source>Ctrl+Z, or adding the same video again, brings everything back. No file is deleted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/details_dialog.py"></location>
            <source>Length</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/details_dialog.py"></location>
            <source>Persons and conditions</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/details_dialog.py"></location>
            <source>Recordings of the same person stay together when a model is tested on persons it has not seen, and share one neutral reference. Select several cells of a column and type once to fill them all. Group and condition go into the tables. What you enter is saved at once; Ctrl+Z takes it back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/details_dialog.py"></location>
            <source>Recordings with persons, groups, conditions and notes</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>&amp;By</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>Conditions of recordings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>Conditions that are compared</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>Groups of persons</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>How long a marker at one frame counts for</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>How persons are compared</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>Markers at &amp;one frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>No person has a group yet: Recording &gt; Persons and conditions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>No recording has a condition yet: Recording &gt; Persons and conditions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>The first one is compared with the others; drag lines into another order.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>There are no markers yet: set them on the Watch page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>Time in markers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>What tells conditions apart</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>as most persons allow</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>left out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>persons with other persons</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>persons with themselves</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/division_box.py"></location>
            <source>with the time in no marker</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>&amp;Before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>&amp;Figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>&amp;Recording</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>&amp;Save the figure…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>&amp;To</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>F&amp;rom</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Figure for a paper</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Figures are light, can be told apart without colour, and are saved as PNG (300 dpi), SVG or PDF, with a file beside them that holds the caption and says how they were made.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>First r&amp;ater</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>First rater</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>From second</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>S&amp;hown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Second rat&amp;er</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Second rater</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Seconds before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>Seconds shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>To second</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>What is drawn</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>also frames that trained the model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>as the shortest</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_dialog.py"></location>
            <source>end</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_preview.py"></location>
            <source>Drawing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_preview.py"></location>
            <source>Preview of the figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_saving.py"></location>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>PDF (*.pdf)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_saving.py"></location>
            <source>SVG drawing, letters can be edited (*.svg)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/figure_saving.py"></location>
            <source>Save the figure</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&amp;Earlier imports</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&amp;How the file counts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&amp;Import {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&amp;Replace the {changed} that differ (what is in the study stays in its history)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&amp;Take back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>(the file does not say)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&lt;b&gt;{n} new ratings&lt;/b&gt;</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>&lt;b&gt;{n} rows read&lt;/b&gt;</source>
            <extracomment>For 1: &lt;b&gt;{n} row read&lt;/b&gt;</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Choose a &amp;file…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Choose a coder, or type the name of a new one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Choose a fol&amp;der…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Choose: several ways fit, and they mean different frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Coder in the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Coder in the study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Coder that {name} become</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Copy the list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Earlier imports</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Folder of ratings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>How the file counts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Import</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Import ratings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Not read: {names}{more}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Nothing is chosen yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Ratings ({names});;All files (*)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Reading and comparing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Recording in the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Recording of the study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Recording that {name} means</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Replace ratings that differ</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>Tables (.csv, .xlsx): one row per rating (columns au, value) or one per frame (columns AU01, AU02, …), each with frame, timestamp or pts, and with recording and coder if there are several. ELAN files (.eaf) with tiers AU01, AU02, …; tables of BORIS; files as in DISFA and BP4D (SN001_au12.txt, F001_T1_AU06.csv), or their folder. Nothing changes before you press Import.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>What cannot be imported</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>What was read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>leave out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>the ratings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{left} and {right}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} cannot be imported:</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} new notes on frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} ratings found</source>
            <extracomment>For 1: {n} rating found</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} rows in which nothing is rated</source>
            <extracomment>For 1: {n} row in which nothing is rated</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} rows or cells refused, with the reason below</source>
            <extracomment>For 1: {n} row or cell refused, with the reason below</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{n} that differ from those of the same coder in the study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{repeated} that stand in the file more than once</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{same} that the study has already</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>{text} &lt;b&gt;Choose above how the file counts.&lt;/b&gt;</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/import_dialog.py"></location>
            <source>… and {n} more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>&amp;Export…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>Export ratings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>Folder for the text files</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>Form</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>Such tables can be imported again, here or in another study. They name frames by number (from 1), seconds and pts. A cell holds 0 to 5; X or a visibility code where it was not codable; L, R or U before the level of one side; and ? behind an unsure rating. DISFA’s files hold the levels alone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>There are no coders yet: rate the sample, or import ratings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Writing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>{name}  ({count} ratings)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/rating_export_dialog.py"></location>
            <source>✓ Written to {path}. {remark}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>: read unless you choose another one</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>How “{name}” is read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>Interlacing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>Its pictures are not interlaced: they are read as they are stored.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>Make the two half pictures of a frame &amp;one whole picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>Off, moving edges look like combs, as they are stored. One frame stays one frame, on or off.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>The choice is kept in the study. Faces, curves and sampled pictures that were made in another way are made again; ratings stay where they are. Undo takes it back.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>There is one video stream in this file, and it is read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>Video stream</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/reading_dialog.py"></location>
            <source>{bound_to} belong to the frames of the stream that is read now, so another one cannot be chosen. Make a study of its own for the other stream.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <location filename="../../au_studio/ui/watch/unit_menu.py"></location>
            <source>Action &amp;units</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <source>Numbers with commas between: 1, 2, 12. Empty: all that the model reads.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <source>all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/readings_box.py"></location>
            <source>calibrated to the person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/recording_actions.py"></location>
            <source>Remove from the study</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/recording_actions.py"></location>
            <source>Remove “{name}” from the study?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/recording_actions.py"></location>
            <source>The folder {parent} is not there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Open for reading only</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Restore the last good backup</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Take it over only if AU Studio no longer runs there. Two programs that write the same study can damage it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Take over</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Take over…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Take the study over?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>Try again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/remedies.py"></location>
            <source>{root} was opened by {holder}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>&amp;Of</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>&amp;Open it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>&amp;Pictures</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>&amp;Save the report…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>A report holds pictures of the strongest moments, the curves, a summary, the episodes and markers, what is known of the model and its agreement, and what to beware of.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Person: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Pictures of the strongest moments</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Progress of the report</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Reading…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Recording or person that the report is of</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Recording: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Report</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Save the report</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Saved as {files}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Stopped: there is no report.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/study/report_dialog.py"></location>
            <source>Web page, all in one file (*.html)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <source>Model to compare with: dashed curves</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <source>Model whose curves are shown</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <source>Page {text}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <source>c&amp;ompared with</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/top_bar.py"></location>
            <source>no model found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Always guessing the median of the training ratings, the best guess without looking: mostly 0. {mae}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Frames in which it could not be coded; they do not train</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Frames rated 0 to 5 by this coder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Held-out agreement per action unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>ICC before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>ICC coders</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>ICC new</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>ICC new minus ICC before. {interval} An interval above 0 means: better, and not by chance.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>ICC(3,1), Shrout &amp; Fleiss (1979): how consistently model and coder order the frames. 1 is perfect, 0 is no better than chance. It ignores a constant bias, so the mean absolute error stands beside it. It is undefined, “n/a”, where the ratings never change; a model that never does has 0 where they do.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>In brackets the 95 % interval: with other persons (or moments) the figure might be anywhere in it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>MAE before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>MAE constant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>MAE new</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Mean absolute error in steps of the 0–5 scale: 0 is perfect. Lower is better.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Mean of the action units</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Mean of the action units: none has an ICC</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Mean of the {n} with an ICC</source>
            <extracomment>For 1: Mean of the 1 with an ICC</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>New model on held-out frames. {interval}

{icc}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>New model on held-out frames. {interval}

{mae}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Of these, frames in which the action unit is there</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Ratings and held-out agreement per action unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>The model it started from, on the same frames. {icc}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>The model it started from, on the same frames. {mae}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>Two coders on the frames that both have rated: what a model can hope for. {icc}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>gain</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>there (1–5)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/agreement_table.py"></location>
            <source>too few</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>&lt;b&gt;Judged on&lt;/b&gt;</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>Persons whom it did not learn from: what to expect for somebody new.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>Recordings that it did not learn from. Nobody has said who is in some of them: if one person is in several, expect less for somebody new.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>Their other frames: what you get for the recordings that you rated.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>other persons</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>other recordings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/judgement_choice.py"></location>
            <source>the persons you rated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>End the computation; there is no curve then.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>Held-out ICC by labels (dashed: estimate)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>Held-out mean ICC by number of labels</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>Progress of the learning curve</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>The model learns from an eighth, a quarter, half … of your labels; each time the same held-out frames judge it. The curve is continued to all of your labels (held-out ones do not train), one and a half times and twice as many.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>Would more labels help?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/learning_curve_panel.py"></location>
            <source>rated frames learned from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/metric_plot.py"></location>
            <source>training step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>&lt;b&gt;Held out&lt;/b&gt; means: these figures come from frames that did not train the model that is judged on them. The ratings are split, by person (or recording) or into stretches of time; each part is judged by a model that learned from the others. The model you get learns from all of them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>&lt;b&gt;ICC&lt;/b&gt;: how consistently model and coder order the frames, 1 is best. &lt;b&gt;MAE&lt;/b&gt;: mean error in steps of the 0–5 scale, 0 is best. &lt;b&gt;n/a&lt;/b&gt;: undefined, because the ratings never change. ▲ better than before, ▼ worse: the interval of the difference is clear of 0.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>&lt;b&gt;This evaluation:&lt;/b&gt; {text}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>In the curve above, of {others}, the dashed level is the model before.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>In the curve above, the dashed level is the model before.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>Mean held-out ICC</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>Training loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/results_view.py"></location>
            <source>{n_frames} rated frames, {scheme}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>&amp;Ratings by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>&lt;b&gt;{frames} rated frames&lt;/b&gt;, {ratings} ratings, {of_whom}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Cancel, discard</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Coder whose ratings train</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Ends now. Nothing is kept; your ratings are not touched.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Finishes now. The best state so far becomes the new model.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Model to start from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Name of the new model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Nobody has rated anything yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Open a study or a video first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Part {number} of {parts}: {text}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Progress of the fine-tuning</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Results</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Start</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Start &amp;from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Stopping: the best state is being kept…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>The chosen model learns from this coder's ratings. It takes minutes; you can watch and code meanwhile. Nothing leaves this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Train a model</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Training</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>Use ratings marked as unsure, too</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>about {time} left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>about {time} left in all</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>{n} recordings are waiting to be analysed: View &gt; Jobs.</source>
            <extracomment>For 1: {n} recording is waiting to be analysed: View &gt; Jobs.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>{recordings} of {n} persons</source>
            <extracomment>For 1: {recordings} of {n} person</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/train/training_view.py"></location>
            <source>{recordings}, {unnamed} of them of persons not named</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/user_keys.py"></location>
            <source>Choose a single key, alone or with Ctrl, Shift or Alt; not Tab or Esc.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/user_keys.py"></location>
            <source>Give that one another key first, or choose a free key here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/user_keys.py"></location>
            <source>This</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/user_keys.py"></location>
            <source>{tostring} can't be chosen.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/user_keys.py"></location>
            <source>{tostring} is the key of “{label}” ({group}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>&amp;Persons</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>&amp;bars beside the picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>&amp;curves below it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Action units to show</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Annotated video</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Blur every face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Choose at least one action unit.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Look through the result before you show it: a face that was never found beside one that was is not hidden. Voices tell who speaks, so the sound stays away unless you tick it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Make the video…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Mark &amp;faces with</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Progress of the video</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Show</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Show the mesh only, nothing of the picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Show the picture as it is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>The video {name} is written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Videos (*.mp4)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>Written: {target}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>a box</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>the mesh</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/video_dialog.py"></location>
            <source>with the &amp;sound</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/bars_view.py"></location>
            <source>Intensities of this frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/bars_view.py"></location>
            <source>no face</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/curves_view.py"></location>
            <source>Curves of the action units over time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>Legend</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>Legend of the timeline</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>What the signs of the timeline mean</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>analysed (pale: preliminary)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>analysed; no face was found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>curve of the model compared with</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>event marker, in the colour of its kind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>frame drawn and rated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>frame drawn, not rated yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>frame rated, but not drawn</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>selected stretch: drag on the axis of time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>the recording has no frames here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>two coders differ by one step</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/legend.py"></location>
            <source>two coders differ by two steps or more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_menu.py"></location>
            <source>&amp;New kind…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_menu.py"></location>
            <source>Mar&amp;kers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_menu.py"></location>
            <source>Mark “{names}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_menu.py"></location>
            <source>New kind of marker</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_menu.py"></location>
            <source>What happens there, e.g. question asked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_paint.py"></location>
            <source>blue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_paint.py"></location>
            <source>green</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_paint.py"></location>
            <source>light blue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_paint.py"></location>
            <source>orange</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_paint.py"></location>
            <source>pink</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_paint.py"></location>
            <source>yellow</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>&amp;Colour</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>&amp;Edit the kind…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>&amp;Key</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>&lt;b&gt;Markers&lt;/b&gt;</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Its markers stay.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Kind of marker</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Kinds of markers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Lasts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Marker</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Markers of this recording</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Name of a new kind of marker</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>New kind, e.g. question asked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Offer no more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Play to the frame where something happens, then press the digit of a kind, or double-click it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/marker_panel.py"></location>
            <source>Time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>Drag to move the row, its lower border to resize it; double-click to show it big.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>Frames that were drawn, rated, or that coders rate differently; the legend is at the right</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>The model reads it; this study does not code it (pale name). See Code &gt; Action units to rate.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>The sound, as loud as it is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>drawn and rated</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>drawn, not rated yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>rated, not drawn</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/ui/watch/row_hints.py"></location>
            <source>two coders differ by {n} steps at most, in {units}</source>
            <extracomment>For 1: two coders differ by {n} step at most, in {units}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_menu.py"></location>
            <source>&amp;Rows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/row_menu.py"></location>
            <source>&amp;Rows ({name_of})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/rows_paint.py"></location>
            <source>Sound</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/rows_view.py"></location>
            <source>More action units</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>&amp;Copy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>&amp;Mark…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Copy the figures for a table program</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>E&amp;xport…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Episodes: appearances of the action unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Export this stretch: a table of its frames</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Figures of the selected stretch per action unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Highest intensity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Mean intensity, 0 to 5</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Select a stretch on the axis of time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Set an event marker over this stretch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>Share of the frames at {level} or more, in %</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>ep.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>mean</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_panel.py"></location>
            <source>peak</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_tools.py"></location>
            <source> (what is shown)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_tools.py"></location>
            <source>Export this stretch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_tools.py"></location>
            <source>Nothing of this recording is analysed yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_tools.py"></location>
            <source>Table (*.csv)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/stretch_tools.py"></location>
            <source>{start} to {stop}{shown}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/transport.py"></location>
            <source>Speed; sound is played at 1× only ([ slower, ] faster)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/transport.py"></location>
            <source>Time and frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/transport.py"></location>
            <source>{clock_text} / {clock_text2}   frame {n_frames} of {n_frames}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/transport.py"></location>
            <source>{clock_text} / {clock_text2}   frame {position} of {n_frames}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/video_view.py"></location>
            <source> · read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/video_view.py"></location>
            <source>Person {person}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/video_view.py"></location>
            <source>Picture of the recording</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Add &amp;marker here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Curves</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Intensities of the frame</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Mark the stretch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Markers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Picture</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>Stretch</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/ui/watch/watch_page.py"></location>
            <source>The video is missing. The curves are those that are stored.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/audio.py"></location>
            <source>Play it without.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/audio.py"></location>
            <source>“{name}” holds no sound.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>Frame {number} ({seconds:.3f} s) as the graphics card decodes it is not the software's: {how}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>Frame {number} could not be compared with the software's.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>The graphics card cannot open the recording.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <location filename="../../au_studio/video/graphics_devices.py"></location>
            <source>The graphics card could not decode all of the recording.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>The graphics card does not decode {codec}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>The graphics card gives pictures as {given}, the software as {wanted}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>brightness differs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>colour differs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>it comes as {given}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/card_source.py"></location>
            <source>its {what} is {given}, not {wanted}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/errors.py"></location>
            <source>Frame {position} of “{name}” ({seconds:.3f} s) gives no picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/errors.py"></location>
            <source>“{name}” is cut short: {frames} frames ({seconds:.2f} s) could be read, then the file ends.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/gaps.py"></location>
            <source>{length} s after {start} s</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/video/gaps.py"></location>
            <source>{n} gaps without frames: {where}</source>
            <extracomment>For 1: {n} gap without frames: {where}</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>No picture of the graphics card could be compared with the software's.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>The frames of the recording cannot be told apart by their timestamps alone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>The graphics card left out a picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>The pictures of {name} were decoded by the graphics card ({device}); {compared:,} of them were compared with the software's and are the same.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>The recording does not begin with a key frame.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>The recording is damaged, and what is shown of damage differs between decoders.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_card.py"></location>
            <source>The recording is too short for the graphics card, or has too few key frames: {twice:,} of its {frames:,} pictures would be decoded twice to compare them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_devices.py"></location>
            <source>No graphics card can be opened ({why}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/graphics_devices.py"></location>
            <source>The video library here decodes {codec} on no graphics card.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/hashing.py"></location>
            <source>Check that the file is still there and that you may read it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/hashing.py"></location>
            <source>“{name}” cannot be read: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>Copy the file again from its source, or convert it to H.264 in an .mp4 file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>HDR ({kind}), shown in the colours of an ordinary screen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>Let the phone export it for other devices, or convert it to HDR10, HLG or SDR.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/video/index.py"></location>
            <source>cut short after {n} frames ({reason})</source>
            <extracomment>For 1: cut short after {n} frame ({reason})</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>interlaced: read as it is stored</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>interlaced: the two half pictures of a frame are made one</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>stored {stored} pixels wide, shown {shown} wide, as the recording asks</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>the header announces {missing} s more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>the last picture is damaged</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>variable frame rate</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/video/index.py"></location>
            <source>{n} damaged pieces without a picture</source>
            <extracomment>For 1: {n} damaged piece without a picture</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/video/index.py"></location>
            <source>{n} frames are lost where the picture changes</source>
            <extracomment>For 1: {n} frame is lost where the picture changes</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>“{name}” cannot be read: it is cut short before its first whole picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>“{name}” cannot be read: no picture in it can be decoded.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/index.py"></location>
            <source>“{name}” is recorded in Dolby Vision without ordinary colours (profile 5), which AU Studio cannot show: faces would be green and violet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/options.py"></location>
            <source>There is no decoder “{name}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/orientation.py"></location>
            <source>mirrored</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/orientation.py"></location>
            <source>mirrored and {turned}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/orientation.py"></location>
            <source>turned {angle}° clockwise</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/pictures.py"></location>
            <source>The picture {path} cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>no clock of its own in the file: {rate}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>the file has none</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>timestamps repaired: the clock jumps back at {when}; it goes on where it was</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>timestamps repaired: they contradict each other</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>timestamps repaired: {which}; {rate}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>{number} frames a second are assumed, because nothing states a rate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>{number} frames a second, as the file states</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/rates.py"></location>
            <source>{number} frames a second, as the stream states</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/video/rates.py"></location>
            <source>{n} frames have none</source>
            <extracomment>For 1: {n} frame has none</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/video/reader.py"></location>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Copy the file again from its source.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/reader.py"></location>
            <source>Copy the file again from its source; what was read so far can be used as it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/reader.py"></location>
            <source>Go on with the next frame, or copy the file again from its source.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/reader.py"></location>
            <source>“{name}” ends before frame {position}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../au_studio/video/shapes.py"></location>
            <source>and {n} more changes</source>
            <extracomment>For 1: and {n} more change</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../au_studio/video/shapes.py"></location>
            <source>not turned any more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/shapes.py"></location>
            <source>the picture changes on the way: {first} first, {changes}; everything is fitted into {size}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/shapes.py"></location>
            <source>{done}, as the camera noted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/shapes.py"></location>
            <source>{one} and {other}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/shapes.py"></location>
            <source>{what} from {seconds} s on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Ask the file's owner for the right to read it, or copy it to a folder of yours.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Check the folder {parent}; a drive may not be connected.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Choose a video file (for example .mp4, .mov, .mkv, .avi or .mpg).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Choose the file that holds the video.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Choose the files inside it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Convert it to H.264 in an .mp4 file first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>Copy the file again from its source; if it is short there too, a repair program that rebuilds the index from an intact recording of the same camera may help.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” cannot be opened: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” cannot be read as a video: it holds only zeros where a video begins.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” cannot be read as a video: its table of contents is missing or damaged (the recording or the copy was cut short).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” cannot be read as a video: no known video format was recognised in it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” holds no moving pictures.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” holds pictures in a format that AU Studio cannot decode.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” holds sound but no moving pictures.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” is a folder, not a video.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” is cut short before its first picture.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” is empty (0 bytes).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” is not a video.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/source.py"></location>
            <source>“{name}” is not there any more (or never was).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/streams.py"></location>
            <source>Stream {number} of “{name}” holds no pictures that can be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/streams.py"></location>
            <source>number {number} ({coding}, {width} × {height})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../au_studio/video/streams.py"></location>
            <source>of {count} video streams {chosen} is read, not {others}</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
</TS>
