"""Models that are passed on and taken in as one file."""

from __future__ import annotations

import zipfile

import pytest

from au_studio.analysis.model_package import SUFFIX
from au_studio.controllers.models.transfer import ModelTransfer


@pytest.fixture
def transfer(study):
    made = ModelTransfer(study)
    yield made
    made.close()


def test_a_model_comes_back_as_it_was_passed_on(transfer, study, tmp_path, qtbot):
    file = tmp_path / f"child{SUFFIX}"
    child = next(model for model in study.models() if model.id == "child")
    transfer.export(child, file, "a note")
    qtbot.waitUntil(lambda: not transfer.state.text and file.is_file(), timeout=20_000)
    study.new_study(tmp_path / "Other")
    with qtbot.waitSignal(transfer.taken_in, timeout=20_000) as heard:
        transfer.take_in(file)
    (model_id,) = heard.args
    taken = study.study.model(model_id)
    assert (taken.name, taken.note) == ("Child", "a note")


def test_a_file_that_holds_no_model_is_refused_by_name(transfer, study, tmp_path, qtbot):
    file = tmp_path / f"odd{SUFFIX}"
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("readme.txt", "nothing")
    with qtbot.waitSignal(study.problem, timeout=20_000) as heard:
        transfer.take_in(file)
    assert file.name in heard.args[0].message
    assert transfer.state.text == ""
