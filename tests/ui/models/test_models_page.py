"""The Models page as its users meet it: the list, the card, files that come and go, and the comparison."""

import json
import sys
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from written_models import write_child

from au_studio.analysis.model_lineage import facts_of
from au_studio.analysis.models import available_models
from au_studio.analysis.store import kept_folder
from au_studio.controllers.job_runner import Task
from au_studio.controllers.models import transfer as model_transfer
from au_studio.jobs import process
from au_studio.jobs.job import FinetuneJob
from au_studio.ui.theme import ThemeMode, apply_theme


def names(page) -> list[tuple[str, str]]:
    """Return (model, its parent in the tree)."""
    items = page.tree._items()
    return [
        (i.text(0).split("  (")[0], i.parent().text(0).split("  (")[0] if i.parent() else "") for i in items
    ]


def choose(page, model_id: str) -> None:
    for item in page.tree._items():
        if item.data(0, Qt.ItemDataRole.UserRole) == model_id:
            page.tree.setCurrentItem(item)


def test_the_card_shows_the_persons_rated_or_strangers_as_one_likes(page):
    choose(page, "child")
    table = page.card.table
    assert "0.90" in table.item(0, 1).text()
    page.card.judged_on.strangers.click()
    assert "0.80" in table.item(0, 1).text()
    assert table.item(1, 1).text().strip() == "too few"
    page.tree.setCurrentItem(page.tree._items()[0])
    assert not page.card.judged_on.isVisibleTo(page.card)


def notices(page) -> list[str]:
    said = []
    page._workspace.notice.connect(lambda text, _level: said.append(text))
    page._workspace.problem.connect(lambda error: said.append(str(error)))
    return said


def test_every_model_stands_below_its_parent_with_its_figures(page):
    assert names(page) == [("Untrained", ""), ("Child", "Untrained")]
    child = page.tree._items()[1]
    assert [child.text(k) for k in range(1, 5)] == ["0.80", "0.60", "0.20", "40"]
    assert "default" in page.tree._items()[0].text(0)


def test_the_card_says_where_a_model_comes_from_and_how_good_it_is(page):
    choose(page, "child")
    text = page.card.facts.text()
    for words in (
        "“Untrained”",
        "40 rated frames",
        "abababab",
        "AU Studio",
        "whole persons",
        "over 6 persons",
        "ICC 0.90, MAE 0.15 (the model before: ICC 0.65, MAE 0.35). 3 folds; a stretch of every recording",
    ):
        assert words in text
    page.card.judged_on.strangers.click()
    cells = [page.card.table.item(row, 1).text().strip() for row in range(3)]
    assert cells == ["▲ 0.80 [0.70, 0.90]", "too few", "0.80"]
    assert "in 2 of 40" in page.card.table.item(1, 1).toolTip()


def test_a_name_and_a_note_are_kept_with_the_model(page, study):
    choose(page, "child")
    page.card.name.selectAll()
    QTest.keyClicks(page.card.name, "After 40")
    QTest.keyClick(page.card.name, Qt.Key.Key_Return)
    QTest.keyClicks(page.card.note, "Vera's ratings")
    QTest.keyClick(page.card.note, Qt.Key.Key_Return)
    assert names(page)[1][0] == "After 40"
    assert study.study.model("child").name == "After 40"
    assert study.study.model("child").note == "Vera's ratings"
    assert [m.name for m in available_models(study.study.root)] == ["Untrained", "After 40"]


def test_a_shipped_model_can_be_neither_renamed_nor_deleted(page):
    choose(page, "base")
    assert page.card.name.isReadOnly()
    assert not page._delete.isEnabled()


def test_the_study_starts_with_its_default(page, study):
    choose(page, "child")
    page._default.trigger()
    assert "default" in page.tree._items()[1].text(0)
    path = study.study.root
    study.close_study()
    study.open_study(path)
    assert study.model.id == "child"


def copied(page, qtbot) -> None:
    qtbot.waitUntil(lambda: not page.library.transfer.state.text, timeout=20_000)


def test_an_exported_model_comes_back_as_the_same_after_it_was_deleted(
    page, study, tmp_path, monkeypatch, qtbot
):
    said = notices(page)
    file = tmp_path / "child.aumodel"
    digest = study.study.model("child").sha256
    choose(page, "child")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    page._export.trigger()
    copied(page, qtbot)
    assert zipfile.is_zipfile(file)
    asked = []

    def yes(_parent, _title, text, *_):
        asked.append(text)
        return QMessageBox.StandardButton.Yes

    monkeypatch.setattr(QMessageBox, "warning", yes)
    half_done = [kept_folder(study.study.analysis_path(r.id, "child")) for r in study.study.recordings()]
    half_done[-1].mkdir(parents=True)
    page._delete.trigger()
    assert not half_done[-1].exists()
    assert "Its curves of one.mp4 are deleted" in asked[0]
    assert names(page) == [("Untrained", "")]
    assert not study.study.model_path("child").exists()
    assert not list((study.study.root / "analysis").rglob("child.h5"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    page._import.trigger()
    copied(page, qtbot)
    assert names(page) == [("Untrained", ""), ("Child", "Untrained")]
    (again,) = study.study.models()
    assert again.sha256 == digest
    assert "is in this study now" in said[-1]


@pytest.fixture
def queue(study):
    """The queue, with children that wait until they are told to end."""
    paused = json.dumps({"event": "done", "result": {"paused": True}})
    wait = f"import sys; sys.stdin.readline(); print({paused!r})"
    process.child_command = lambda _file: [sys.executable, "-c", wait]
    yield study.jobs
    study.jobs.close(discard=True)


def fine_tuning(study, name: str, **models: str) -> Task:
    job = FinetuneJob(
        output=str(study.study.model_path(name)), name=name, recordings=(), device="cpu",
        **{key: str(study.study.model_path(value)) for key, value in models.items()},
    )  # fmt: skip
    return Task(job, study.study.path / "jobs" / f"{name}.json", f"Fine-tuning “{name}”")


def refuse(page, monkeypatch) -> list[str]:
    """Ask to delete the chosen model; return what is said instead of the question."""
    said = []
    monkeypatch.setattr(QMessageBox, "information", lambda _p, _t, text, *_: said.append(text))
    monkeypatch.setattr(QMessageBox, "warning", lambda *_: pytest.fail("it was offered for deletion"))
    page._delete.trigger()
    return said


def test_a_model_that_a_job_needs_cannot_be_deleted_and_the_job_is_named(page, study, queue, monkeypatch):
    queue.add(fine_tuning(study, "first", model="child"))
    queue.add(fine_tuning(study, "second", model="first", before="child"))
    choose(page, "child")
    (text,) = refuse(page, monkeypatch)
    assert "Fine-tuning “first” (running)" in text
    assert "Fine-tuning “second” (waiting)" in text
    said = notices(page)
    page.library.delete("child")
    assert "Fine-tuning “first”" in said[-1]
    assert study.study.model_path("child").exists()
    assert names(page)[1] == ("Child", "Untrained")


def test_a_model_that_an_interrupted_job_needs_stays_until_the_job_is_discarded(
    page, study, queue, monkeypatch
):
    queue.add(fine_tuning(study, "first", model="child"))
    path = study.study.path
    study.close_study()
    study.open_study(path)
    choose(page, "child")
    (text,) = refuse(page, monkeypatch)
    assert "Fine-tuning “first” (interrupted)" in text
    study.interrupted.discard()
    monkeypatch.setattr(QMessageBox, "warning", lambda *_: QMessageBox.StandardButton.Yes)
    page._delete.trigger()
    assert names(page) == [("Untrained", "")]


def test_deleting_the_default_says_what_the_study_starts_with_then(page, study):
    study.study.set_default_model("child")
    page.library.refresh()
    assert any("will start with the shipped model" in text for text in page.library.what_depends_on("child"))


def test_no_is_no(page, study, monkeypatch):
    choose(page, "child")
    asked = []

    def no(_parent, _title, text, *_buttons):
        asked.append(text)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "warning", no)
    page._delete.trigger()
    assert len(asked) == 1
    assert "Child" in asked[0]
    assert study.study.model_path("child").exists()


def test_deleting_a_parent_names_its_children(page, study, shipped):
    digest = study.study.model("child").sha256
    path = write_child(shipped, study.study.model_path("grandchild"), "Grandchild", parent=digest)
    study.study.add_model(path, json.loads(path.with_suffix(".json").read_text()), parent="child")
    study.refresh_models()
    assert names(page)[2] == ("Grandchild", "Child")
    assert any("“Grandchild” was trained from it" in text for text in page.library.what_depends_on("child"))


@pytest.mark.parametrize("kind", ["foreign", "tampered", "known"])
def test_a_file_that_is_not_a_new_model_is_refused_with_its_reason(page, study, tmp_path, kind, qtbot):
    said = notices(page)
    file = tmp_path / "x.aumodel"
    if kind == "foreign":
        file.write_text("holiday pictures")
    else:
        page.library.export("child", file)
        copied(page, qtbot)
    if kind == "tampered":
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(bytes(data))
    page.library.take_in(file)
    copied(page, qtbot)
    reason = {"foreign": "it is not an archive", "tampered": "x.aumodel", "known": "is here already: “Child”"}
    assert reason[kind] in said[-1]
    assert len(study.study.models()) == 1
    assert len(list((study.study.root / "models").glob("*.safetensors"))) == 1


@pytest.fixture
def other(shipped, tmp_path):
    """A model that the study does not have."""
    return write_child(shipped, tmp_path / "other.safetensors", "Other")


@pytest.fixture
def slow_reading(monkeypatch):
    """Reading a model's file takes until the event is set."""
    may_go_on = threading.Event()
    real = model_transfer.read_package

    def slow(path, *, on_bytes):
        on_bytes(path.stat().st_size)
        may_go_on.wait(20)
        return real(path, on_bytes=on_bytes)

    monkeypatch.setattr(model_transfer, "read_package", slow)
    yield may_go_on
    may_go_on.set()


def test_a_model_that_takes_long_to_read_shows_how_far_it_is_and_the_window_goes_on(
    page, study, other, slow_reading, qtbot
):
    said = notices(page)
    page.library.take_in(other)
    qtbot.waitUntil(page.copying.isVisible, timeout=10_000)
    assert page.copying.text.text() == "Checking and copying other.safetensors"
    assert page.copying.bar.value() == 50
    choose(page, "child")
    assert page.card.name.text() == "Child"
    page.library.take_in(other.with_name("third.aumodel"))
    assert "Another model is being copied" in said[-1]
    slow_reading.set()
    copied(page, qtbot)
    assert page.copying.isHidden()
    assert "“Other” is in this study now." in said


def test_cancelled_copying_leaves_nothing(page, study, other, slow_reading, qtbot):
    before = sorted((study.study.root / "models").iterdir())
    page.library.take_in(other)
    qtbot.waitUntil(page.copying.isVisible, timeout=10_000)
    QTest.mouseClick(page.copying.button, Qt.MouseButton.LeftButton)
    slow_reading.set()
    page.library.transfer.close()
    assert sorted((study.study.root / "models").iterdir()) == before
    assert len(study.models()) == 2


def test_the_comparison_lists_where_the_models_differ_most(page):
    page._compare.trigger()
    table, moments = page.compare.table, page.compare.moments
    assert table.rowCount() == 13
    assert moments.rowCount() == 1
    cells = [moments.item(0, k).text().strip() for k in range(6)]
    assert (cells[0], cells[1], cells[5].lstrip("+−")) == ("AU12", "one.mp4", "3.00")
    assert "300 frames of 1 recording." in page.compare.message.text()


def test_compared_curves_can_be_saved_as_a_picture(page, tmp_path, monkeypatch):
    save = next(action for action in page.menu_actions() if action and "picture" in action.text())
    assert not save.isEnabled(), "the plot is not shown yet"
    page._compare.trigger()
    assert save.isEnabled()
    assert save in page.compare.plot.actions()
    asked = []

    def choose(_parent, _title, proposed, _filters):
        asked.append(Path(proposed).name)
        return str(tmp_path / "compared.png"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    save.trigger()
    assert QImage(str(tmp_path / "compared.png")).width() >= 2000
    assert all(name in asked[0] for name in page.compare.plot.names)


def test_card_and_comparison_fit_a_small_screen_at_one_and_a_half_times_its_size(page):
    page.show_comparison()
    page.resize(910, 400)
    assert page.minimumSizeHint().width() <= 910
    assert page.layout().minimumSize().width() <= page.minimumSizeHint().width()
    assert page.layout().minimumSize().height() <= page.minimumSizeHint().height()


def test_a_click_on_a_moment_asks_to_go_there_with_both_curves(page, study, qtbot):
    page._compare.trigger()
    with qtbot.waitSignal(page.seek_requested) as asked:
        page.compare.moments.cellClicked.emit(0, 0)
    recording_id, seconds = asked.args
    assert study.item(recording_id).name == "one.mp4"
    assert 7.9 < seconds < 8.5
    assert {study.model.id, study.compared_model.id} == {"base", "child"}


def test_choosing_an_action_unit_shows_its_curves(page):
    page._compare.trigger()
    page.compare.table.selectRow(0)
    assert page.comparing.state.au == 1
    assert page.compare.plot._shown[1] == 0


def test_both_looks_can_be_painted(page):
    for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
        apply_theme(QApplication.instance(), mode)
        page._compare.trigger()
        assert not page.grab().isNull()


def test_the_card_does_not_call_unnamed_recordings_persons(page):
    model = next(model for model in page._workspace.models() if model.id == "child")

    def learned_from(**training):
        card = {**model.card, "training": {**model.card["training"], **training}}
        return dict(facts_of(replace(model, card=card), ()))["Learned from"]

    assert learned_from() == "40 rated frames of 1 recordings, 1 persons"
    told = learned_from(recordings=4, persons=0, unnamed_recordings=4)
    assert told == "40 rated frames of 4 recordings, 4 of them of persons not named"
    told = learned_from(recordings=4, persons=1, unnamed_recordings=2)
    assert told == "40 rated frames of 4 recordings, 1 persons, 2 of them of persons not named"
    page.card.set_state(
        replace(page.card._state, evaluation={**page.card._state.evaluation, "groups": "recordings"})
    )
    assert page.card.judged_on.strangers.text() == "other recordings"
