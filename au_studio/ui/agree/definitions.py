"""What every figure of agreement means, in plain words, with its source."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from au_studio.agreement.tables import MIN_PERSONS, MIN_VARYING
from au_studio.stats.group_bootstrap import FEW_PRESENT
from au_studio.texts import mark, tr
from au_studio.ui.fitting import fit_on_screen


@dataclass(frozen=True)
class Definition:
    """A figure: its short title, its name, what it means, and where it comes from."""

    title: str
    name: str
    meaning: str
    source: str


DEFINITIONS: dict[str, Definition] = {
    "icc_absolute": Definition(
        "ICC(2,1)",
        mark("Intraclass correlation, absolute agreement"),
        mark(
            "How far two raters give the same values, measured against how much the frames differ. 1 is "
            "perfect, "
            "0 is no better than chance. A rater who is always one step higher lowers it. In brackets: 95 % "
            "interval, which takes the frames as independent; frames of one person are not quite, so the "
            "true "
            "interval is wider."
        ),
        mark(
            "Shrout & Fleiss (1979), Psychological Bulletin 86; McGraw & Wong (1996), Psychological Methods 1"
        ),
    ),
    "icc_consistency": Definition(
        "ICC(3,1)",
        mark("Intraclass correlation, consistency"),
        mark(
            "How far two raters put the frames into the same order and distance. 1 is perfect, 0 is no better"
            " than chance. A constant difference between them does not lower it, so read the MAE beside it."
        ),
        mark("Shrout & Fleiss (1979); McGraw & Wong (1996)"),
    ),
    "kappa": Definition(
        "κ",
        mark("Cohen's kappa with quadratic weights"),
        mark(
            "Agreement on the levels 0 to 5 beyond what chance would give; a miss by two steps weighs four "
            "times a miss by one. A model's values are rounded to the nearest level first."
        ),
        mark("Cohen (1968), Psychological Bulletin 70"),
    ),
    "exact": Definition(
        mark("exact"),
        mark("Exact agreement"),
        mark(
            "Share of frames on which both give the same level. High by itself when the action unit is rare: "
            "two "
            "raters who always say 0 agree on 100 %."
        ),
        mark("A plain count; a model's values are rounded to the nearest level"),
    ),
    "within_one": Definition(
        mark("within 1"),
        mark("Agreement within one step"),
        mark("Share of frames on which the levels differ by one step at most."),
        mark("A plain count; a model's values are rounded to the nearest level"),
    ),
    "mae": Definition(
        "MAE",
        mark("Mean absolute difference"),
        mark(
            "By how many steps of the 0–5 scale the two differ on average. 0 is perfect. Nothing is rounded."
        ),
        mark("A plain mean"),
    ),
    "facs_index": Definition(
        mark("FACS index"),
        mark("FACS agreement index"),
        mark(
            "For presence only (1 = A or more): twice the frames that both score, divided by the frames that "
            "the one scores plus the frames that the other scores. Frames on which neither scores it do not "
            "count. FACS asks for 0.70 or more of a coder who passes its test."
        ),
        mark("Wexler (1972); Ekman, Friesen & Hager (2002), FACS Investigator's Guide"),
    ),
    "base_first": Definition(
        mark("base 1"),
        mark("Base rate, first rater"),
        mark(
            "Share of these frames on which the first rater scores it at 1 or more. With a base rate near 0 "
            "or 100 % every coefficient is uncertain."
        ),
        mark("A plain count"),
    ),
    "base_second": Definition(
        mark("base 2"),
        mark("Base rate, second rater"),
        mark(
            "The same for the second rater. Very different base rates mean that one of the two has a lower "
            "threshold."
        ),
        mark("A plain count"),
    ),
}
"""By the names of :data:`au_studio.agreement.tables.FIGURES`, in the order of the table."""

_REST = mark("""
<h3>n/a, and ⚠</h3>
<p><b>n/a</b> means undefined, which is not 0. ICC and kappa compare the raters' differences with how much
the frames vary: when the ratings never vary there is nothing to compare with. The ratings are the coder's
when a model is judged, and both coders' between two: then one of the two must vary. A coder who leaves their
commonest level on fewer than {varying} frames varies too little for the figure to mean anything, so
it is not shown. Where the ratings vary and the other rater never does, ICC and kappa are 0, and count.
<b>⚠</b> marks figures of an action unit that was scored on fewer than {few} frames:
a few more frames may change them much. Point at a cell to read why.</p>
<h3>Frames that count</h3>
<p>Per action unit, the frames that both rated from 0 to 5. Not codable is missing, not 0, and so is a
frame without a face. The last row is the plain mean of the action units for which a figure is
defined. The intervals of the mean ICC come from drawing whole persons anew, 2000 times (bootstrap); they need
{persons} persons or more. A recording of which nobody has said who is in it counts as a person of its
own: the interval is too narrow if several are of one person. <i>Efron & Tibshirani (1993).</i></p>
<h3>Confusion matrix</h3>
<p>How many frames got which pair of levels. Agreement lies on the diagonal.</p>
<h3>Bland–Altman plot</h3>
<p>The difference of the two against their mean. The line is the mean difference (who is higher), the
dashed lines enclose about 95 % of the differences: mean ± 1.96 standard deviations. <i>Bland & Altman
(1986), Lancet 327.</i></p>
<h3>Held out</h3>
<p>A model that was trained on the ratings of a frame remembers it: agreement on that frame says nothing
about new ones. Those frames are left out, unless you take them in; then the page warns.</p>
<h3>Consensus</h3>
<p>What you settle on is kept as the ratings of one more coder, marked as made with both ratings in view.
Nobody's own ratings change.</p>
""")


def definitions_html() -> str:
    """Return all definitions as rich text."""
    figures = "".join(
        f"<h3>{tr(d.title)}: {tr(d.name)}</h3><p>{tr(d.meaning)}<br><i>{tr(d.source)}.</i></p>"
        for d in DEFINITIONS.values()
    )
    return figures + tr(_REST, varying=MIN_VARYING, few=FEW_PRESENT, persons=MIN_PERSONS)


class DefinitionsDialog(QDialog):
    """Shows the definitions; the page stays usable beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What the figures mean"))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(tr("Definitions of the figures"))
        self.text.setHtml(definitions_html())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        fit_on_screen(self, 620, 640)
