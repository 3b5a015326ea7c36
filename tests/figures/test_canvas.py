"""Files of figures: sizes, letters, repeatability, and what is said without the library."""

from __future__ import annotations

import builtins
import json
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

from au_studio.conditions.readings import ReadingRequest
from au_studio.figures import canvas
from au_studio.figures.kinds import FigureRequest, draw


@pytest.fixture(scope="module")
def drawn(made):
    return draw(FigureRequest("effects", ReadingRequest(made)))


def test_a_png_has_300_dots_an_inch_and_is_light(drawn, tmp_path):
    path, beside = canvas.save(drawn, tmp_path / "effects.png")
    with Image.open(path) as picture:
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert picture.width == round(canvas.WIDTH * 0.75 * 300)
        assert picture.convert("RGB").getpixel((2, 2)) == (255, 255, 255)
    told = json.loads(beside.read_text())
    assert told["caption"] == drawn.caption
    assert told["unit_of_analysis"] == "person"


def test_letters_of_an_svg_stay_letters(drawn, tmp_path):
    path, _ = canvas.save(drawn, tmp_path / "effects.svg")
    found = {e.text for e in ET.parse(path).iter("{http://www.w3.org/2000/svg}text")}
    assert any("lip corner puller" in (text or "") for text in found)


def test_a_pdf_has_embedded_letters_and_one_page(drawn, tmp_path):
    path, _ = canvas.save(drawn, tmp_path / "effects.pdf")
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/FontFile2" in data, "TrueType, as journals ask for"


def test_the_same_figure_gives_the_same_file(made):
    request = FigureRequest("values", ReadingRequest(made))
    for kind in canvas.FORMATS:
        assert canvas.render(draw(request), kind, dpi=60) == canvas.render(draw(request), kind, dpi=60)


def test_another_ending_is_refused(drawn, tmp_path):
    with pytest.raises(canvas.FigureError, match="gif"):
        canvas.save(drawn, tmp_path / "effects.gif")
    assert not list(tmp_path.iterdir())


def test_without_the_library_the_extra_is_named(monkeypatch):
    real = builtins.__import__
    canvas.library.cache_clear()

    def refuse(name: str, *args, **kwargs):
        if name.startswith("matplotlib"):
            raise ModuleNotFoundError("No module named 'matplotlib'", name="matplotlib")
        return real(name, *args, **kwargs)

    monkeypatch.setattr("importlib.import_module", refuse)
    with pytest.raises(canvas.FigureError, match="matplotlib") as raised:
        canvas.library()
    assert "au-studio[figures]" in raised.value.next_step
