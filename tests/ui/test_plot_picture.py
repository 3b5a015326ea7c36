"""Pictures of plots for print: fine enough, in light colours, and what is on the screen stays as it is."""

from __future__ import annotations

from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog

from au_studio.agreement.model_differences import PairedCurves
from au_studio.agreement.tables import Figure
from au_studio.controllers.agree.state import UnitDetail
from au_studio.live.series import Series
from au_studio.ui.agree.bland_altman_plot import BlandAltmanPlot
from au_studio.ui.agree.confusion_view import ConfusionView
from au_studio.ui.models.difference_plot import DifferencePlot
from au_studio.ui.plot_picture import ask_and_save, write_picture
from au_studio.ui.theme import DARK, LIGHT, palette_of, series_style
from au_studio.ui.train.learning_curve_panel import CurvePlot
from au_studio.ui.train.metric_plot import MetricPlot
from au_studio.ui.watch.curves_view import CurvesView

LEVELS = np.array([0, 1, 2, 3, 4, 5, 5, 0], dtype=float)


def curves() -> CurvesView:
    made = CurvesView()
    times = np.arange(500) / 25.0
    made.set_recording(times, (1, 12))
    series = Series(500, 2)
    series.put(0, np.full((500, 2), 2.5, np.float32))
    made.set_series(series, None, None)
    made.set_cursor(10.0)
    return made


def detail() -> UnitDetail:
    other = np.minimum(LEVELS + 1, 5)
    counts = np.zeros((6, 6), dtype=np.int64)
    np.add.at(counts, (LEVELS.astype(int), other.astype(int)), 1)
    return UnitDetail(12, LEVELS, other, counts, Figure(0.75, -0.16, 1.66))


def confusion() -> ConfusionView:
    made = ConfusionView()
    made.set_detail(detail(), ("AB", "CD"))
    return made


def differences() -> BlandAltmanPlot:
    made = BlandAltmanPlot()
    made.set_detail(detail(), ("AB", "CD"))
    return made


def held_out() -> MetricPlot:
    made = MetricPlot("Mean held-out ICC", floor=0.0, top=1.0)
    made.set_points([(0, 0.5), (10, 0.7), (20, 0.72)], marks=True)
    made.set_reference(0.6)
    return made


def by_labels() -> CurvePlot:
    made = CurvePlot()
    made.set_points([(20, 0.5, 0.4, 0.6), (40, 0.6, 0.5, 0.7)], [(80, 0.66, 0.5, 0.8)])
    return made


def compared() -> DifferencePlot:
    made = DifferencePlot()
    times = np.arange(200) / 25.0
    first = np.full((200, 1), 2.0, np.float32)
    made.set_curves(PairedCurves(times, first, first - 1), 0, ("base", "mine"))
    return made


@pytest.fixture(params=[curves, confusion, differences, held_out, by_labels, compared])
def plot(request, qtbot):
    made = request.param()
    made.setPalette(palette_of(DARK))
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


@pytest.fixture
def shown(qtbot) -> CurvesView:
    made = curves()
    qtbot.addWidget(made)
    made.resize(500, 400)
    return made


def colours(image: QImage) -> set[str]:
    """Return the colours of every third pixel."""
    places = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return {image.pixelColor(x, y).name() for x, y in places}


def test_a_png_is_fine_enough_for_print_and_light(plot, tmp_path):
    write_picture(plot, tmp_path / "plot.png")
    image = QImage(str(tmp_path / "plot.png"))
    assert (image.width(), image.height()) == (2000, 1600)
    assert image.dotsPerMeterX() == pytest.approx(300 / 0.0254, abs=1)
    assert image.pixelColor(3, 1597) == LIGHT.color("plot")
    assert not {DARK.plot, DARK.accent} & colours(image)
    assert LIGHT.text in colours(image)


def test_an_svg_holds_text_and_lines_and_the_size_on_the_screen(plot, tmp_path):
    write_picture(plot, tmp_path / "plot.svg")
    root = ElementTree.parse(tmp_path / "plot.svg").getroot()
    assert root.get("viewBox") == "0 0 500 400"
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert {"text", "path"} & names
    # Areas under many curves are shaded pixel by pixel; whatever else is a picture could not be edited.
    assert "image" not in names or isinstance(plot, CurvesView)
    assert DARK.text not in (tmp_path / "plot.svg").read_text(encoding="utf-8")


def test_what_is_on_the_screen_stays_as_it_was(plot, tmp_path):
    before = plot.grab().toImage()
    write_picture(plot, tmp_path / "plot.png")
    write_picture(plot, tmp_path / "plot.svg")
    assert plot.grab().toImage() == before


def test_curves_have_a_width_in_print_and_no_cursor(shown, tmp_path):
    write_picture(shown, tmp_path / "curves.png")
    image = QImage(str(tmp_path / "curves.png"))
    assert LIGHT.cursor not in colours(image)
    wanted = series_style(12, LIGHT).color
    x = round(4 * shown.x_of(10.3))
    inked = [y for y in range(image.height()) if _near(image.pixelColor(x, y), wanted)]
    assert 3 <= len(inked) <= 6, "about four pixels: one of the screen"


def test_lines_of_plots_made_with_pyqtgraph_have_a_width_in_print(qtbot, tmp_path):
    made = held_out()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    write_picture(made, tmp_path / "plot.png")
    image = QImage(str(tmp_path / "plot.png"))
    x = round(4 * made.mapFromScene(made.plotItem.vb.mapViewToScene(QPointF(15, 0.71))).x())
    inked = [y for y in range(image.height()) if _near(image.pixelColor(x, y), LIGHT.color("accent"))]
    assert 4 <= len(inked) <= 9, "about six pixels: one and a half of the screen"


def _near(one: QColor, other: QColor) -> bool:
    return max(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)) < 40


@pytest.mark.parametrize(
    "chosen",
    [
        ("a.png", "", "a.png"),
        ("a.SVG", "", "a.SVG"),
        ("a", "SVG drawing (*.svg)", "a.svg"),
        ("trial 1.5", "PNG picture, 300 dpi (*.png)", "trial 1.5.png"),
    ],
)
def test_the_ending_says_which_kind_is_saved(workspace, shown, tmp_path, monkeypatch, chosen):
    said = []
    workspace.notice.connect(lambda text, level: said.append((text, level)))
    name, kind, written = chosen
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name), kind))
    ask_and_save(shown, "S1: rest", workspace, shown)
    assert said == [(f"The picture is saved as {tmp_path / written}.", "good")]
    assert (b"<svg" in (tmp_path / written).read_bytes()) == written.lower().endswith(".svg")


def test_a_picture_that_cannot_be_written_is_told(workspace, shown, qtbot, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "file" / "a.png"), ""))
    with qtbot.waitSignal(workspace.problem):
        ask_and_save(shown, "x", workspace, shown)


def test_nothing_is_saved_without_a_file(workspace, shown, tmp_path, monkeypatch):
    proposed = []

    def ask(*asked):
        proposed.append(asked[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    ask_and_save(shown, "S1: rest/2", workspace, shown)
    assert proposed[0].endswith("S1_ rest_2.png")
    assert not list(tmp_path.glob("*.png"))
