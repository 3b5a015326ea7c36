"""Templates tell what they are told, refuse what they were not told, and keep names from being markup."""

from __future__ import annotations

import pytest

from au_studio import resources
from au_studio.errors import MissingResourceError
from au_studio.templates import as_markup, fill, folded


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """Return a function that lays a template where those that ship lie."""
    monkeypatch.setattr(resources, "root", lambda: tmp_path)

    def lay(text: str) -> str:
        (tmp_path / "texts").mkdir(exist_ok=True)
        (tmp_path / "texts" / "a.j2").write_text(text, encoding="utf-8")
        return "texts/a.j2"

    return lay


def test_a_name_that_a_template_was_not_told_is_an_error_and_no_empty_place(shipped):
    name = shipped("of {{ coder }}")
    assert fill(name, {}, {"coder": "AB & CD"}) == "of AB & CD"
    with pytest.raises(Exception, match="'coder' is undefined"):
        fill(name, {}, {})


def test_values_are_text_in_html_unless_they_are_markup(shipped):
    name = shipped("{{ note }}{{ drawing | draw }}")
    filters = {"draw": lambda text: as_markup(f"<svg>{text}</svg>")}
    assert fill(name, filters, {"note": "<b>", "drawing": "o"}, markup=True) == "&lt;b&gt;<svg>o</svg>"


def test_a_template_that_did_not_come_along_is_named(shipped):
    shipped("x")
    with pytest.raises(MissingResourceError, match=r"texts/b\.j2"):
        fill("texts/b.j2", {}, {})


def test_lines_become_one_paragraph_and_names_keep_their_spaces():
    assert folded("\n  One\n\n two  names \n.") == "One two  names ."
