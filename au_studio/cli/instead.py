"""What the command line says where rooms send people to the window: which command does the same.

Rooms speak of menus and pages, because most people sit before the window. Each such text stands here once
more, by what it says in English, as somebody at a terminal can follow it.
"""

from __future__ import annotations

from au_studio.errors import AUStudioError
from au_studio.texts import Sentence

INSTEAD: dict[str, str] = {
    "Nobody has said who is in {unnamed} of the {n} rated recordings. If one person is in several, held-out "
    "figures are better than on new persons. Name the persons first: Recording > Persons and conditions.": (
        "Nobody has said who is in {unnamed} of the {n} rated recordings. If one person is in several, "
        "held-out figures are better than on new persons. Name the persons first: au-studio study set STUDY "
        "RECORDING --person NAME"
    ),
    "There are no ratings by this coder yet. Rate the sample first, on the Code page.": (
        "There are no ratings by this coder yet. Rate the sample in the window (au-studio open STUDY), or "
        "import ratings: au-studio import STUDY FILE"
    ),
    "Rate the sample on the Code page.": (
        "Rate the sample in the window (au-studio open STUDY), or import ratings: au-studio import STUDY FILE"
    ),
    "Choose person {rated} on the Watch page before training.": (
        "Choose that person before training: au-studio study set STUDY RECORDING --face {rated}"
    ),
    "Open the recording on the Watch page and wait for its curves, or choose the earlier face finder.": (
        "Analyse the study again: au-studio analyze STUDY"
    ),
    "Nobody has said who is in {names}: each counts as a person of its own. Where one person is in several, "
    "say so under Recording > Persons and conditions.": (
        "Nobody has said who is in {names}: each counts as a person of its own. Where one person is in "
        "several, say so: au-studio study set STUDY RECORDING --person NAME"
    ),
    "Give recordings a condition under Recording > Persons and conditions.": (
        "Give recordings a condition: au-studio study set STUDY RECORDING --condition NAME"
    ),
    "Give persons a group under Recording > Persons and conditions.": (
        "Give persons a group: au-studio study set STUDY RECORDING --group NAME"
    ),
    "Set markers that last for a while on the Watch page, or say how long a frame counts for.": (
        "Set markers that last for a while in the window (au-studio open STUDY), or say how long a frame "
        "counts for: --after SECONDS"
    ),
    "Choose Recording > Analyse all recordings in the window, or another model.": (
        "Analyse them first (au-studio analyze STUDY --model MODEL), or choose another model: --model MODEL"
    ),
    "Say who is in the recordings under Recording > Persons and conditions.": (
        "Say who is in the recordings: au-studio study set STUDY RECORDING --person NAME"
    ),
    "Held out: the {trained} rated frames that trained “{model}” are left out. The other {left} may show the "
    "same persons at other moments; for new persons, the cross-validated figures of the Train page are "
    "fairer.": (
        "Held out: the {trained} rated frames that trained “{model}” are left out. The other {left} may show "
        "the same persons at other moments; for new persons, the figures that `finetune` printed (they stand "
        "in the model's card) are fairer."
    ),
    "Nothing is held out: all {common} rated frames trained “{model}”, so they are left out. Rate more "
    "frames (extend the sample on the Code page), read the cross-validated figures of the Train page, or "
    "tick “Also frames that trained it” to look at these all the same.": (
        "Nothing is held out: all {common} rated frames trained “{model}”, so they are left out. Rate more "
        "frames (au-studio sample STUDY extends the sample), read the figures that `finetune` printed (they "
        "stand in the model's card), or look at these all the same: --with-trained"
    ),
    "Not held out: “{model}” was trained on ratings of these very frames and remembers them, so these "
    "figures are better than on new frames. Those on the Train page are held out.": (
        "Not held out: “{model}” was trained on ratings of these very frames and remembers them, so these "
        "figures are better than on new frames. Those that `finetune` printed are held out."
    ),
    "Not held out: “{model}” was trained on ratings of {trained} of these {common} frames and remembers "
    "them, so these figures are better than on new frames. Those on the Train page are held out.": (
        "Not held out: “{model}” was trained on ratings of {trained} of these {common} frames and remembers "
        "them, so these figures are better than on new frames. Those that `finetune` printed are held out."
    ),
    "“{model}” was trained on other frames of this study, perhaps of the same persons: for new persons, the "
    "cross-validated figures of the Train page are fairer.": (
        "“{model}” was trained on other frames of this study, perhaps of the same persons: for new persons, "
        "the figures that `finetune` printed (they stand in the model's card) are fairer."
    ),
    "Open it, or choose another name.": (
        "Add recordings to it (au-studio study add STUDY VIDEO), or choose another name."
    ),
    "Close it there, or open it for reading only.": "Close it there, and type this au-studio command again.",
    "Show where it is now, or the folder to search.": (
        "Say where it is now, or in which folder: au-studio study add STUDY FILE|FOLDER"
    ),
    "Compute it again on the Train page.": ("Compute it again: au-studio finetune STUDY --learning-curve"),
    "Press “Would more labels help?” on the Train page first.": (
        "Compute it first: au-studio finetune STUDY --learning-curve"
    ),
    "Take the draw back where it was made: Undo on the Code page.": (
        "Take the draw back where it was made: in the window (au-studio open STUDY), Undo on the Code page."
    ),
    "Choose running, refined, none or neutral; neutral frames are chosen on the Code page.": (
        "Choose running, refined, none or neutral; neutral frames are chosen in the window "
        "(au-studio open STUDY), on the Code page."
    ),
}
"""Texts that speak of the window, as rooms hold them (values in braces), and what is said instead."""


def said(text: str) -> str:
    """Return a text of a room as the command line says it.

    Parameters
    ----------
    text : str
        A sentence (:class:`au_studio.texts.Sentence`), or any other text.
    """
    if not isinstance(text, Sentence):
        return INSTEAD.get(text, text)
    form = text.forms[0 if text.n == 1 else -1]
    form = INSTEAD.get(form, form)
    values = {name: said(value) if isinstance(value, str) else value for name, value in text.values.items()}
    return form.format(**values) if values else form


def explained(error: AUStudioError) -> str:
    """Return what an error says, and what to do, as the command line says both."""
    return " ".join(part for part in (said(error.message), said(error.next_step)) if part)
