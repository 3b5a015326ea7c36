from __future__ import annotations

import csv
import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from au_studio.analysis.store import load_analysis
from au_studio.controllers.study.exporting import ExportController
from au_studio.jobs import process
from au_studio.ui.export_dialog import ExportDialog

FAKE = Path(__file__).parents[1] / "controllers" / "fake_child.py"


@pytest.fixture
def make_dialog(workspace, make_video, untrained_model, qtbot, tmp_path):
    workspace.add_videos([make_video("session.mp4", 12)])
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=10_000)
    study = workspace.study
    coder = study.add_coder("AB")
    study.rate(coder.id, workspace.current.id, int(workspace.index.pts[3]), 12, 4)
    for file in (untrained_model, untrained_model.with_suffix(".json")):
        shutil.copy(file, study.path / "models" / file.name)
    workspace.refresh_models()
    made = []

    def make(behaviour: str) -> ExportDialog:
        process.child_command = lambda file: [sys.executable, str(FAKE), str(file), behaviour]
        controller = ExportController(workspace)
        dialog = ExportDialog(workspace, controller)
        dialog.models.setCurrentIndex(dialog.models.findData("untrained"))
        dialog.folder.setText(str(tmp_path / "tables"))
        qtbot.addWidget(dialog)
        dialog.show()
        made.append((dialog, controller))
        return dialog

    yield make
    for dialog, controller in made:
        controller.close()
        dialog.close()


def press_export(dialog, qtbot) -> None:
    QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._controller.running, timeout=30_000)


def test_a_study_open_for_reading_only_is_analysed_beside_it_and_exported(
    make_dialog, workspace, qtbot, tmp_path
):
    root = workspace.study.path
    workspace.close_study()
    workspace.open_study(root, read_only=True)
    dialog = make_dialog("learn")
    press_export(dialog, qtbot)
    assert "2 files written" in dialog.doing.text()
    assert (tmp_path / "tables" / "session.csv").exists()
    assert not list((root / "analysis").rglob("*.h5"))


def test_a_recording_without_curves_is_analysed_first_and_then_exported(
    make_dialog, workspace, qtbot, tmp_path
):
    dialog = make_dialog("learn")
    assert "have no analysis with this model yet" in dialog.note.text()
    assert dialog.export_button.text() == "Analyse and export"
    next(iter(dialog.coders.values())).setChecked(True)
    press_export(dialog, qtbot)
    assert workspace.has_analysis(workspace.current.id, "untrained")
    with (tmp_path / "tables" / "session.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 12
    assert rows[3]["AU12_coder_ab"] == "4"
    assert (tmp_path / "tables" / "session.json").exists()
    assert "2 files written" in dialog.doing.text()
    assert "will be replaced" in dialog.note.text()
    assert dialog.export_button.text() == "Export"


def test_nothing_can_be_exported_without_a_table_or_a_recording(make_dialog):
    dialog = make_dialog("learn")
    assert dialog.export_button.isEnabled()
    dialog.formats["openface"].setChecked(False)
    assert not dialog.export_button.isEnabled()
    dialog.formats["summary"].setChecked(True)
    assert dialog.export_button.isEnabled()
    dialog.recordings.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.export_button.isEnabled()


def test_a_methods_text_is_written_from_what_the_study_holds(make_dialog, qtbot, tmp_path):
    dialog = make_dialog("learn")
    dialog.formats["openface"].setChecked(False)
    dialog.formats["methods"].setChecked(True)
    dialog.smooth.setValue(0.1)
    press_export(dialog, qtbot)
    text = (tmp_path / "tables" / "methods.txt").read_text(encoding="utf-8")
    assert "in every frame of 1 recording (12 frames) with AU Studio" in text
    assert "“AB” 1 frame (1 rating of 0 to 5, 0 not codable, 0 marked as unsure)" in text
    assert "No frames were drawn at random to be rated." in text
    assert "Gaussian (standard deviation 0.1 s)" in text


def test_a_file_for_elan_opens_the_video_of_the_study(make_dialog, workspace, qtbot, tmp_path):
    dialog = make_dialog("learn")
    dialog.formats["elan"].setChecked(True)
    press_export(dialog, qtbot)
    text = (tmp_path / "tables" / "session.eaf").read_text(encoding="utf-8")
    assert 'RELATIVE_MEDIA_URL="../session.mp4"' in text
    assert 'TIER_ID="AU12"' in text


def test_the_dialog_fits_a_small_screen_however_many_coders_there_are(make_dialog, workspace):
    for name in ("CD", "EF", "GH", "IJ", "KL"):
        workspace.study.add_coder(name)
    dialog = make_dialog("learn")
    assert dialog.minimumSizeHint().height() <= 480
    assert dialog.minimumSizeHint().width() <= 900
    assert all(check.toolTip() for check in dialog.formats.values())


def test_a_failed_analysis_is_told_and_writes_nothing(make_dialog, qtbot, tmp_path):
    dialog = make_dialog("crash")
    press_export(dialog, qtbot)
    assert "ended without a result" in dialog.doing.text()
    assert not (tmp_path / "tables").exists()
    assert dialog.export_button.isEnabled()


@pytest.fixture
def three_videos(make_dialog, workspace, make_video, qtbot):
    """A study of session.mp4, second.mp4 and third.mp4; returns the paths of the latter two."""
    more = [make_video("second.mp4", 6), make_video("third.mp4", 7)]
    workspace.add_videos(more, open_first=False)
    qtbot.waitUntil(lambda: len(workspace.study.recordings()) == 3, timeout=10_000)
    return more


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def said_number(text: str) -> int:
    return int(re.search(r"(\d+) files", text)[1])


def test_a_video_that_goes_missing_stops_none_of_the_others(
    make_dialog, three_videos, workspace, qtbot, tmp_path
):
    dialog = make_dialog("learn")
    three_videos[0].unlink()
    press_export(dialog, qtbot)
    assert files_in(tmp_path / "tables") == ["session.csv", "session.json", "third.csv", "third.json"]
    assert said_number(dialog.doing.text()) == 4
    assert "Left out: second.mp4:" in dialog.doing.text()


def test_a_missing_video_is_greyed_out_and_its_stored_curves_are_exported(
    make_dialog, three_videos, workspace, qtbot, tmp_path
):
    dialog = make_dialog("learn")
    row = dialog.recordings.item(2)
    row.setCheckState(Qt.CheckState.Unchecked)
    press_export(dialog, qtbot)  # the third has no stored curves
    root = workspace.study.path
    for video in three_videos:
        video.unlink()
    shutil.rmtree(tmp_path / "tables")
    workspace.close_study()
    workspace.open_study(root)
    workspace.refresh_models()
    again = make_dialog("learn")
    states = [
        bool(again.recordings.item(n).flags() & Qt.ItemFlag.ItemIsEnabled)
        for n in range(again.recordings.count())
    ]
    assert states == [True, True, False]
    assert "third.mp4" in again.note.text()
    press_export(again, qtbot)
    assert files_in(tmp_path / "tables") == ["second.csv", "second.json", "session.csv", "session.json"]


def test_the_number_of_files_said_is_the_number_written(make_dialog, three_videos, qtbot, tmp_path):
    dialog = make_dialog("learn")
    for check in dialog.formats.values():
        check.setChecked(True)
    said = said_number(dialog.note.text())
    press_export(dialog, qtbot)
    of_bids = 3 * 4 + 6
    written = len(files_in(tmp_path / "tables"))
    assert said == said_number(dialog.doing.text()) == written == 2 * (3 * 7 + 2) + of_bids
    assert f"{said} of them exist there already" in dialog.note.text()


def test_all_recordings_are_chosen_or_none_at_once(make_dialog, three_videos, qtbot):
    dialog = make_dialog("learn")
    assert dialog.all_recordings.checkState() == Qt.CheckState.Checked
    dialog.all_recordings.click()
    assert dialog.chosen_recordings() == []
    dialog.recordings.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.all_recordings.checkState() == Qt.CheckState.PartiallyChecked
    dialog.all_recordings.click()
    assert len(dialog.chosen_recordings()) == 3


def test_what_could_be_read_of_a_recording_that_is_cut_short_is_exported_and_told(
    make_dialog, workspace, qtbot, tmp_path
):
    dialog = make_dialog("cut short")
    notices = []
    workspace.notice.connect(lambda text, level: notices.append((text, level)))
    press_export(dialog, qtbot)
    assert ("session.mp4 is cut short. What could be read is exported.", "warning") in notices
    assert json.loads((tmp_path / "tables" / "session.json").read_text())["complete"] is False


def test_a_table_is_of_the_person_who_is_followed_now(make_dialog, workspace, qtbot, tmp_path):
    dialog = make_dialog("learn")
    press_export(dialog, qtbot)
    workspace.set_target_person(workspace.current.id, 1)
    press_export(dialog, qtbot)
    sidecar = json.loads((tmp_path / "tables" / "session.json").read_text())
    assert sidecar["provenance"]["target_person"] == 1


def test_ratings_of_another_person_do_not_stand_beside_the_values_of_the_one_who_is_read(
    make_dialog, workspace, qtbot, tmp_path
):
    study, recording = workspace.study, workspace.current.id
    workspace.set_target_person(recording, 0)
    study.rate(study.coders()[0].id, recording, 0, 12, 4)
    workspace.set_target_person(recording, 1)
    dialog = make_dialog("learn")
    next(iter(dialog.coders.values())).setChecked(True)
    notices = []
    workspace.notice.connect(lambda text, level: notices.append((text, level)))
    press_export(dialog, qtbot)
    assert "coder_ab" not in (tmp_path / "tables" / "session.csv").read_text().partition("\n")[0]
    assert [level for text, level in notices if "are of person 1, and another one is read" in text] == [
        "warning"
    ]
    workspace.set_target_person(recording, 0)
    press_export(dialog, qtbot)
    assert "AU12_coder_ab" in (tmp_path / "tables" / "session.csv").read_text().partition("\n")[0]


def test_a_rating_of_a_frame_that_was_not_analysed_is_told(make_dialog, workspace, qtbot):
    study = workspace.study
    study.rate(study.coders()[0].id, workspace.current.id, 10**9, 12, 4)
    dialog = make_dialog("learn")
    next(iter(dialog.coders.values())).setChecked(True)
    notices = []
    workspace.notice.connect(lambda text, level: notices.append((text, level)))
    press_export(dialog, qtbot)
    assert [level for text, level in notices if "in no table: 1 by AB" in text] == ["warning"]


def test_what_is_done_to_the_values_is_chosen_and_begins_as_the_curves_are_shown(make_dialog, workspace):
    workspace.study.set_setting("watch.calibrated", True)
    dialog = make_dialog("learn")
    assert dialog.calibrated.isChecked()
    assert not dialog.errors.isEnabled()
    assert "does not say how far off" in dialog.errors.toolTip()
    dialog.smooth.setValue(0.15)
    values = dialog.plan().values
    assert (values.calibrated, values.smooth, values.errors) == (True, 0.15, None)


def test_calibrated_tables_go_by_ratings_and_an_analysis_that_was_made_for_them(
    make_dialog, workspace, qtbot, tmp_path
):
    study, index = workspace.study, workspace.index
    study.rate(study.coders()[0].id, workspace.current.id, int(index.pts[8]), 12, 1)
    dialog = make_dialog("learn")
    dialog.calibrated.setChecked(True)
    press_export(dialog, qtbot)
    sidecar = json.loads((tmp_path / "tables" / "session.json").read_text())
    told = sidecar["provenance"]["processing"]["shift_to_ratings"]
    place = told["aus"].index(12)
    assert (told["coder"], told["rated_frames"][place]) == ("AB", 2)
    raw = load_analysis(study.analysis_path(workspace.current.id, "untrained"))
    read = raw.intensities[[3, 8], raw.aus.index(12)]
    assert told["values"][place] == pytest.approx(float((read - [4, 1]).sum()) / 3, abs=1e-3)
    with (tmp_path / "tables" / "session.csv").open(newline="") as stream:
        shown = float(list(csv.DictReader(stream))[3]["AU12_r"])
    assert shown == pytest.approx(min(5, max(0, read[0] - told["values"][place])), abs=1e-3)
