"""Every action of the program with its usual keys: one dictionary, shown and changed in the key map dialog.

A key is written down once, here; menus, tool buttons and views make their actions of it (`actions`).
"""

from __future__ import annotations

from au_studio.texts import mark, sentence
from au_studio.ui.bindings import Binding, Group

KEYMAP: dict[str, Binding] = {
    # Study
    "study.new": Binding("&New study…", ("Ctrl+N",), Group.STUDY, "Make an empty study in a new folder."),
    "study.open": Binding("&Open study…", ("Ctrl+Shift+O",), Group.STUDY),
    "study.save_as": Binding(
        "Save study &as…",
        ("Ctrl+Shift+S",),
        Group.STUDY,
        "Copy this study into a new folder and go on there.",
    ),
    "study.import_ratings": Binding(
        "&Import ratings…", (), Group.STUDY, "Read ratings from tables, or from text files as DISFA has them."
    ),
    "study.coders": Binding(
        "&Coders…", (), Group.STUDY, "Add, rename and remove coders; say what each of them rates."
    ),
    "study.compare_conditions": Binding(
        "Co&mpare conditions…",
        (),
        Group.STUDY,
        "Compare conditions, groups or marker spans over persons, with effect sizes; tables for R and SPSS.",
    ),
    "study.backups": Binding(
        "&Restore a backup…",
        (),
        Group.STUDY,
        "Go back to what the study held earlier; what it holds now is kept.",
    ),
    "study.demo": Binding("Open &demo study", (), Group.STUDY, "Try everything on rendered clips."),
    "study.close": Binding("&Close study", ("Ctrl+W",), Group.STUDY),
    "study.quit": Binding("&Quit", ("Ctrl+Q",), Group.STUDY),
    # Edit
    "edit.undo": Binding(
        "&Undo", ("Ctrl+Z",), Group.EDIT, "Take back the last change on this page or in the study."
    ),
    "edit.redo": Binding("&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), Group.EDIT),
    # Recording
    "recording.remove": Binding(
        "&Remove from the study…",
        (),
        Group.RECORDING,
        "Take the recording off the list; its video file is never deleted.",
    ),
    "recording.show_file": Binding("Show the file in its fo&lder", (), Group.RECORDING),
    "recording.add": Binding("&Open videos…", ("Ctrl+O",), Group.RECORDING, "Add video files to this study."),
    "recording.add_folder": Binding("Open &folder of videos…", ("Ctrl+Shift+D",), Group.RECORDING),
    "recording.details": Binding(
        "&Persons and conditions…",
        ("Ctrl+Shift+P",),
        Group.RECORDING,
        "Say who is in each recording, with group, condition and notes.",
    ),
    "recording.reading": Binding(
        "&How it is read…",
        (),
        Group.RECORDING,
        "Choose among several video streams of a file, and whether interlaced pictures are made whole.",
    ),
    "recording.find_missing": Binding(
        "Find &missing videos…", (), Group.RECORDING, "Search a folder for videos that were moved."
    ),
    "recording.faces_by_mediapipe": Binding(
        "&MediaPipe mesh (ships with AU Studio)",
        (),
        Group.RECORDING,
        "Find faces with the 468 points of the MediaPipe mesh: quick on every computer.",
        mark("Fa&ce finder"),
    ),
    "recording.faces_by_face_alignment": Binding(
        "&face-alignment (FAN, 68 points)",
        (),
        Group.RECORDING,
        "Find faces with the 68 points of face-alignment: needs its weight file, and slow without a GPU.",
        mark("Fa&ce finder"),
    ),
    "recording.rest_running": Binding(
        "The person's calm frames so &far",
        (),
        Group.RECORDING,
        "Known while a recording runs: what is read never depends on later frames. The first second is read "
        "with less certainty.",
        mark("&Measured from"),
    ),
    "recording.rest_refined": Binding(
        "All &calm frames of the recording",
        (),
        Group.RECORDING,
        "Known from the first frame on, because it looks ahead; curves settle when a recording is done.",
        mark("&Measured from"),
    ),
    "recording.rest_neutral": Binding(
        "The person's &neutral reference",
        (),
        Group.RECORDING,
        "The frame that you chose as the face at rest (N), where a recording has one; else its calm frames.",
        mark("&Measured from"),
    ),
    "recording.rest_none": Binding(
        "&Nothing of the person",
        (),
        Group.RECORDING,
        "The rest of people on average: faces are compared as they are, and shape may be read as movement.",
        mark("&Measured from"),
    ),
    "recording.analyse_all": Binding(
        "&Analyse all recordings",
        ("Ctrl+Shift+A",),
        Group.RECORDING,
        "Compute the chosen model's curves of every recording that has none yet, one after the other.",
    ),
    "recording.next": Binding("&Next recording", ("Ctrl+PgDown",), Group.RECORDING),
    "recording.previous": Binding("&Previous recording", ("Ctrl+PgUp",), Group.RECORDING),
    # View
    "view.watch": Binding("&Watch", ("Ctrl+1",), Group.VIEW, "Play a recording with its curves."),
    "view.code": Binding("&Code", ("Ctrl+2",), Group.VIEW, "Rate sampled frames, blind to the model."),
    "view.train": Binding("&Train", ("Ctrl+3",), Group.VIEW, "Fine-tune a model on your ratings."),
    "view.agree": Binding("&Agree", ("Ctrl+4",), Group.VIEW, "See how well two raters agree."),
    "view.models": Binding(
        "&Models", ("Ctrl+5",), Group.VIEW, "Look at all models, compare two, pass one on."
    ),
    "view.recordings": Binding("&Recording list", ("F9",), Group.VIEW),
    "view.full_screen": Binding("&Full screen", ("F11",), Group.VIEW),
    "view.jobs": Binding("&Jobs", ("Ctrl+J",), Group.VIEW, "What runs, what waits, what was interrupted."),
    "view.reset_layout": Binding(
        "Reset the la&yout", (), Group.VIEW, "Put the panels of this page where they are usually."
    ),
    "view.theme_system": Binding("Look: as the &system", (), Group.VIEW),
    "view.theme_light": Binding("Look: &light", (), Group.VIEW),
    "view.theme_dark": Binding("Look: &dark", (), Group.VIEW),
    # Watch
    "watch.play": Binding("&Play or pause", ("Space",), Group.WATCH),
    "watch.step_back": Binding("Back 1 frame", ("Left",), Group.WATCH),
    "watch.step_forward": Binding("Forward 1 frame", ("Right",), Group.WATCH),
    "watch.back_10": Binding("Back 10 frames", ("Shift+Left",), Group.WATCH),
    "watch.forward_10": Binding("Forward 10 frames", ("Shift+Right",), Group.WATCH),
    "watch.back_second": Binding("Back 1 second", ("Ctrl+Left",), Group.WATCH),
    "watch.forward_second": Binding("Forward 1 second", ("Ctrl+Right",), Group.WATCH),
    "watch.back_10_seconds": Binding("Back 10 seconds", ("Ctrl+Shift+Left",), Group.WATCH),
    "watch.forward_10_seconds": Binding("Forward 10 seconds", ("Ctrl+Shift+Right",), Group.WATCH),
    "watch.first": Binding("First frame", ("Home",), Group.WATCH),
    "watch.last": Binding("Last frame", ("End",), Group.WATCH),
    "watch.slower": Binding("Slower", ("[",), Group.WATCH),
    "watch.faster": Binding("Faster", ("]",), Group.WATCH),
    "watch.normal_speed": Binding("Normal speed", ("Backspace",), Group.WATCH),
    "watch.loop": Binding(
        "&Loop", ("L",), Group.WATCH, "Play the selected stretch over and over, or the part shown."
    ),
    "watch.mute": Binding("&Mute", ("M",), Group.WATCH),
    "watch.boxes": Binding("Face &boxes", ("B",), Group.WATCH),
    "watch.landmarks": Binding("Face &contours", ("K",), Group.WATCH),
    "watch.zoom_in": Binding("Zoom curves in", ("Up", "+", "="), Group.WATCH),
    "watch.zoom_out": Binding("Zoom curves out", ("Down", "-"), Group.WATCH),
    "watch.fit": Binding("&Fit curves", ("F",), Group.WATCH, "Show the whole recording."),
    "watch.all_units": Binding("&All action units", ("A",), Group.WATCH, "Show the curves of all of them."),
    "watch.next_person": Binding("Next &person", ("P",), Group.WATCH, "Read the next face in the picture."),
    **{
        f"watch.mark_{digit}": Binding(
            sentence("Mark with kind {digit}", digit=digit),
            (str(digit),),
            Group.WATCH,
            "Set an event marker of the kind that has this digit at this frame.",
        )
        for digit in range(1, 10)
    },
    "watch.end_marker": Binding(
        "&End the last marker here", ("E",), Group.WATCH, "Let it last from its frame to this one."
    ),
    "watch.stretch_begin": Binding(
        "Stretch &begins here", ("I",), Group.WATCH, "Select a stretch from this frame on: it is looped."
    ),
    "watch.stretch_end": Binding("Stretch ends &here", ("O",), Group.WATCH),
    "watch.stretch_none": Binding("Select no stretch", ("U",), Group.WATCH),
    "watch.stretch_figures": Binding(
        "Fi&gures of the stretch",
        ("S",),
        Group.WATCH,
        "Mean, peak and episodes of the stretch selected on the axis of time, or of what is shown.",
    ),
    "watch.export_stretch": Binding(
        "E&xport this stretch…",
        (),
        Group.WATCH,
        "Write a table of the frames of the selected stretch, or of what is shown.",
    ),
    "watch.legend": Binding("What the s&igns mean", (), Group.WATCH, "Show the legend of the timeline."),
    "watch.row_up": Binding("Choose the row above", ("Ctrl+Up",), Group.WATCH),
    "watch.row_down": Binding("Choose the row below", ("Ctrl+Down",), Group.WATCH),
    "watch.row_big": Binding(
        "Show the row &big", ("G",), Group.WATCH, "Show one curve alone, with its scale; again shows all."
    ),
    "watch.row_hide": Binding("&Hide the row", ("H",), Group.WATCH),
    "watch.row_move_up": Binding("Move the row &up", ("Alt+Up",), Group.WATCH),
    "watch.row_move_down": Binding("Move the row &down", ("Alt+Down",), Group.WATCH),
    "watch.row_taller": Binding("Make the row &taller", ("Alt+Shift+Down",), Group.WATCH),
    "watch.row_lower": Binding("Make the row &lower", ("Alt+Shift+Up",), Group.WATCH),
    "watch.rows_usual": Binding(
        "Usual ro&ws", (), Group.WATCH, "Show all rows in their usual order, equally high."
    ),
    "watch.save_picture": Binding(
        "&Save the curves as a picture…", (), Group.WATCH, "As they are shown, in light colours, for print."
    ),
    "watch.markers": Binding(
        "&List of markers", ("T",), Group.WATCH, "Show markers with their notes, and the kinds to set."
    ),
    "watch.neutral": Binding(
        "Use as &neutral reference",
        ("N",),
        Group.WATCH,
        "Remember this picture as this person's face at rest.",
    ),
    "watch.calibrated": Binding(
        "&Calibrate to the person",
        ("C",),
        Group.WATCH,
        "Take off what the model reads too much in this person: by rated frames, else by the face at rest.",
    ),
    "watch.bands": Binding(
        "Expected e&rrors",
        ("R",),
        Group.WATCH,
        "Shade around each curve where the true intensity lies in nine of ten frames.",
    ),
    # Code
    "code.draw_sample": Binding(
        "&Draw the random sample…", ("Ctrl+D",), Group.CODE, "Draw random frames to rate."
    ),
    "code.add_coder": Binding("Add a c&oder…", (), Group.CODE, "Every coder has ratings of their own."),
    "code.rate_0": Binding("Rate 0: absent", ("0",), Group.CODE),
    "code.rate_1": Binding("Rate 1 (A): trace", ("1",), Group.CODE),
    "code.rate_2": Binding("Rate 2 (B): slight", ("2",), Group.CODE),
    "code.rate_3": Binding("Rate 3 (C): marked or pronounced", ("3",), Group.CODE),
    "code.rate_4": Binding("Rate 4 (D): severe or extreme", ("4",), Group.CODE),
    "code.rate_5": Binding("Rate 5 (E): maximum", ("5",), Group.CODE),
    "code.not_codable": Binding(
        "Not codable", ("X",), Group.CODE, "It cannot be seen here; this is not a 0."
    ),
    "code.not_visible": Binding(
        "A part is not visible…", ("V",), Group.CODE, "Enter a FACS visibility code, 70 to 74."
    ),
    "code.not_visible_70": Binding("7&0: brows and forehead", (), Group.CODE),
    "code.not_visible_71": Binding("7&1: eyes", (), Group.CODE),
    "code.not_visible_72": Binding("7&2: lower face", (), Group.CODE),
    "code.not_visible_73": Binding("7&3: the entire face", (), Group.CODE),
    "code.not_visible_74": Binding("7&4: unscorable", (), Group.CODE, "Something else makes it unscorable."),
    "code.left": Binding("On the person's left side", ("Shift+L",), Group.CODE),
    "code.right": Binding("On the person's right side", ("Shift+R",), Group.CODE),
    "code.one_side": Binding("On one side", ("Shift+U",), Group.CODE, "Unilateral, without saying which."),
    "code.unsure": Binding("Unsure", ("U",), Group.CODE, "Mark the rating as unsure, or take the mark away."),
    "code.repeat": Binding("Repeat the last rating", (".",), Group.CODE),
    "code.copy_previous": Binding("Copy the previous frame's ratings", ("C",), Group.CODE),
    "code.zero_rest": Binding(
        "All that is left: 0", ("A",), Group.CODE, "Rate what is unrated in this frame as 0."
    ),
    "code.clear": Binding("Take the rating away", ("Del",), Group.CODE),
    "code.note": Binding("Note on this frame", ("T",), Group.CODE, "Write a text; Enter goes on coding."),
    "code.next_au": Binding("Next action unit", ("Down",), Group.CODE),
    "code.previous_au": Binding("Previous action unit", ("Up",), Group.CODE),
    "code.next_frame": Binding("Next frame", ("Space", "Right"), Group.CODE),
    "code.previous_frame": Binding("Previous frame", ("Backspace", "Left"), Group.CODE),
    "code.next_unrated": Binding("Next frame that is not finished", ("Ctrl+Right",), Group.CODE),
    "code.next_unsure": Binding("Next rating marked as unsure", ("Ctrl+U",), Group.CODE),
    "code.first_frame": Binding("First frame of the sample", ("Home",), Group.CODE),
    "code.last_frame": Binding("Last frame of the sample", ("End",), Group.CODE),
    "code.context": Binding(
        "Play the context", ("L",), Group.CODE, "Loop the second before and after; hold or press."
    ),
    "code.neutral": Binding(
        "Use as neutral reference", ("N",), Group.CODE, "Show this picture beside this person's frames."
    ),
    "code.choose_neutral": Binding(
        "Choose the neutral reference…", ("Shift+N",), Group.CODE, "Look for a face at rest in the recording."
    ),
    "code.compare": Binding(
        "Show the neutral face in its place", ("F",), Group.CODE, "Hold or press, to see what moved."
    ),
    "code.choose_aus": Binding(
        "Action units to &rate…", (), Group.CODE, "Choose which action units this study codes."
    ),
    # Train
    "train.start": Binding("&Fine-tune…", ("Ctrl+T",), Group.TRAIN),
    "train.stop": Binding("&Stop and keep the best", ("Ctrl+.",), Group.TRAIN),
    "train.cancel": Binding("&Cancel and discard", (), Group.TRAIN),
    "train.save_icc": Binding(
        "Save the held-out &ICC as a picture…", (), Group.TRAIN, "As it is shown, in light colours."
    ),
    "train.save_curve": Binding(
        "Save the &learning curve as a picture…", (), Group.TRAIN, "As it is shown, in light colours."
    ),
    # Agree
    "agree.consensus_0": Binding("Consensus 0: absent", ("0",), Group.AGREE),
    "agree.consensus_1": Binding("Consensus 1 (A): trace", ("1",), Group.AGREE),
    "agree.consensus_2": Binding("Consensus 2 (B): slight", ("2",), Group.AGREE),
    "agree.consensus_3": Binding("Consensus 3 (C): marked or pronounced", ("3",), Group.AGREE),
    "agree.consensus_4": Binding("Consensus 4 (D): severe or extreme", ("4",), Group.AGREE),
    "agree.consensus_5": Binding("Consensus 5 (E): maximum", ("5",), Group.AGREE),
    "agree.consensus_not_codable": Binding("Consensus: not codable", ("X",), Group.AGREE),
    "agree.context": Binding(
        "Play the context", ("L",), Group.AGREE, "Loop the second before and after; hold or press."
    ),
    "agree.adopt": Binding(
        "&Adopt what both agree on", (), Group.AGREE, "Enter ratings that are the same as consensus."
    ),
    "agree.definitions": Binding("What the figures &mean", (), Group.AGREE),
    "agree.save_confusion": Binding(
        "Save the &confusion matrix as a picture…", (), Group.AGREE, "As it is shown, in light colours."
    ),
    "agree.save_differences": Binding(
        "Save the &Bland–Altman plot as a picture…", (), Group.AGREE, "As it is shown, in light colours."
    ),
    "agree.export": Binding("&Export the agreement table…", ("Ctrl+Shift+E",), Group.AGREE),
    # Models
    "models.show": Binding(
        "&Show its curves",
        ("Ctrl+Return",),
        Group.MODELS,
        "Show this model's curves on the Watch page, the ones before dashed behind them.",
    ),
    "models.compare": Binding("&Compare…", ("Ctrl+K",), Group.MODELS, "See where two models differ."),
    "models.save_comparison": Binding(
        "Save the compared curves as a &picture…", (), Group.MODELS, "As they are shown, in light colours."
    ),
    "models.default": Binding(
        "Make it the &default", (), Group.MODELS, "Let the study start with this model."
    ),
    "models.import": Binding(
        "&Import a model…",
        ("Ctrl+I",),
        Group.MODELS,
        "Take a model file into this study; it is checked first.",
    ),
    "models.export": Binding(
        "&Export the model…", ("Ctrl+Shift+M",), Group.MODELS, "Write this model as one file to pass on."
    ),
    "models.rename": Binding("&Rename", ("F2",), Group.MODELS),
    "models.note": Binding("Write a &note", (), Group.MODELS),
    "models.delete": Binding("&Delete the model…", (), Group.MODELS),
    # Export
    "export.tables": Binding(
        "&Export tables…", ("Ctrl+E",), Group.EXPORT, "Write tables, files for ELAN, and a text for a paper."
    ),
    "export.video": Binding(
        "Annotated &video…",
        (),
        Group.EXPORT,
        "Make a video of the open recording with bars and curves; persons can be blurred.",
    ),
    "export.figure": Binding(
        "&Figure for a paper…",
        (),
        Group.EXPORT,
        "Curves, conditions or agreement as PNG, SVG or PDF, light and without need of colour.",
    ),
    "export.report": Binding(
        "&Report of a recording or person…",
        (),
        Group.EXPORT,
        "Pictures of peaks, curves, summary, episodes, model and cautions, as a web page or PDF.",
    ),
    "export.ratings": Binding(
        "Export &ratings…", (), Group.EXPORT, "Write coders' ratings so that they can be read back."
    ),
    # Help
    "help.manual": Binding("&Manual", ("F1",), Group.HELP, "How to work with AU Studio, chapter by chapter."),
    "help.keys": Binding("&Key map", ("?",), Group.HELP),
    "help.guide": Binding("&First steps", (), Group.HELP),
    "help.about": Binding("&About AU Studio", (), Group.HELP),
}
"""All actions by their id, in the order of the menus."""
