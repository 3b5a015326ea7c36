"""Curves are calibrated to the person and shaded by their expected errors as the study wants it."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.coding.neutral_references import neutral_reference
from au_studio.coding.session import SampleFrame
from au_studio.controllers.watch.curve_display import DisplayController
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.live.series import Series
from au_studio.nn.expected_error import KNOTS, LEVELS, ExpectedErrors
from au_studio.study.recording_list import Status

AUS = (1, 12)
ERRORS = ExpectedErrors(AUS, ((0.4,) * len(KNOTS),) * 2, ((1.0,) * len(LEVELS),) * 2)


@pytest.fixture
def shown(workspace, make_video, qtbot, tmp_path):
    """A display, what is live, and whatever the workspace says; two recordings, of 100 and 50 frames."""
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([make_video("one.mp4", 100), make_video("two.mp4", 50)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY] * 2, timeout=10_000)
    live = LiveAnalysis()
    display = DisplayController(workspace, live)
    said = []
    workspace.notice.connect(lambda text, _level: said.append(text))
    live.aus, live.exact = AUS, Series(100, 2)
    live.provisional, live.covered = Series(100, 2), np.zeros(100, np.uint8)
    live.began.emit()
    return display, live, said


def grow(live, values, complete=True):
    live.exact.put(0, np.asarray(values, np.float32))
    live.covered[: len(values)] = 2
    live.complete = complete
    live.grown.emit(0, len(values))


def smiling(rest=0.8):
    values = np.full((100, 2), rest, np.float32)
    values[60:, 1] = 3.0
    return values


def test_values_are_shown_as_the_model_gives_them_until_somebody_asks(shown):
    display, live, _ = shown
    grow(live, smiling())
    assert display.display.curves(live.exact) is live.exact
    np.testing.assert_array_equal(display.display.values(live.exact.values[3]), live.exact.values[3])
    assert display.note == ""


def test_calibration_takes_the_persons_lowest_values_off_and_is_remembered(shown, workspace, qtbot):
    display, live, _ = shown
    grow(live, smiling())
    with qtbot.waitSignal(display.changed):
        display.set_calibrated(True)
    np.testing.assert_allclose(display.display.values(live.exact.values)[:60], 0, atol=1e-6)
    assert display.display.values(live.exact.values[80])[1] == pytest.approx(2.2 * 5 / 4.2, abs=1e-5)
    np.testing.assert_allclose(live.exact.values[:60], 0.8, rtol=1e-6)
    assert display.note == "rest = 0"
    assert DisplayController(workspace, live).calibrated
    with qtbot.waitSignal(display.changed):
        display.set_calibrated(False)
    assert display.note == ""


def test_another_rest_than_the_running_one_stands_beside_the_curves(shown, workspace):
    display, live, _ = shown
    grow(live, smiling())
    assert workspace.model.card["config"]["geometry"]
    workspace.rest.choose("refined")
    assert display.note == "calm frames"
    assert "all calm frames of the person" in display.explanation
    workspace.rest.choose("neutral")  # nobody chose a frame: the calm ones stand in
    assert display.note == "calm frames"
    workspace.rest.choose("running")
    assert display.note == display.explanation == ""


def test_too_few_frames_are_told_and_the_calibration_comes_as_soon_as_there_are_enough(shown, qtbot):
    display, live, said = shown
    grow(live, smiling()[:20], complete=False)
    display.set_calibrated(True)
    assert "Not calibrated yet: Only 20 frames" in said[-1]
    with qtbot.waitSignal(display.changed):
        grow(live, smiling())
    assert display.note == "rest = 0"


def test_a_neutral_reference_counts_before_the_lowest_values(shown, workspace):
    display, live, _ = shown
    grow(live, smiling())
    display.set_calibrated(True)
    item, index = workspace.current, workspace.index
    display.mark_neutral(int(index.pts[80]))
    assert neutral_reference(workspace.study, item.id) == SampleFrame(item.id, int(index.pts[80]))
    assert display.display.calibration.values == pytest.approx((0.8, 3.0), abs=1e-5)
    assert "marked" in display.display.calibration.method


def test_a_reference_in_a_recording_that_was_never_analysed_is_told(shown, workspace):
    display, live, said = shown
    other = next(item for item in workspace.recordings() if item.id != workspace.current.id)
    for item in workspace.recordings():
        workspace.study.set_person(item.id, "Ann")
    key = "neutral.person.Ann"
    workspace.study.set_setting(key, {"recording": other.id, "pts": 0})
    grow(live, smiling())
    display.set_calibrated(True)
    assert "has not analysed yet" in said[-1]
    assert display.display.calibration is None


def rate(study, recording_id, frames, coder="Ann", **changes):
    """Rate frames {pts: {au: level}} of a recording."""
    coder_id = next((c.id for c in study.coders() if c.name == coder), None) or study.add_coder(coder).id
    for pts, levels in frames.items():
        for au, level in levels.items():
            study.rate(coder_id, recording_id, int(pts), au, level, **changes)
    return coder_id


def test_rated_frames_say_what_the_model_reads_too_much(shown, workspace, qtbot):
    display, live, _ = shown
    item, pts = workspace.current, workspace.index.pts
    grow(live, smiling())
    display.set_calibrated(True)
    # Of AU12 the model says .8 at two frames and 3 at one, the coder 0 and 1: (.8 + .8 + 2) / (3 + 1).
    rate(workspace.study, item.id, {pts[3]: {12: 0}, pts[9]: {12: 0}, pts[80]: {12: 1}})
    rate(workspace.study, item.id, {pts[5]: {12: 5}}, unsure=True)
    rate(workspace.study, item.id, {pts[6]: {1: 4}})
    with qtbot.waitSignal(display.changed):
        display.refresh()
    assert display.display.calibration.values == pytest.approx((0.0, 0.9), abs=1e-5)
    assert display.display.calibration.frames == (0, 3)
    assert display.display.calibration.coder == "Ann"
    shown_now = display.display.values(live.exact.values)
    assert shown_now[80] == pytest.approx((0, 2.1), abs=1e-5), "AU1, rated once, is calibrated to rest"
    assert display.note == "by 3 ratings, rest = 0"


def test_ratings_of_a_coder_who_is_not_at_work_or_of_another_face_do_not_count(shown, workspace):
    display, live, _ = shown
    item, pts, study = workspace.current, workspace.index.pts, workspace.study
    grow(live, smiling())
    display.set_calibrated(True)
    first = rate(study, item.id, {pts[3]: {12: 0}})
    rate(study, item.id, {pts[k]: {12: 5} for k in (3, 9)}, coder="Bea")
    study.set_setting("coding.coder", first)
    display.refresh()
    assert display.note == "rest = 0"
    rate(study, item.id, {pts[9]: {12: 0}})
    display.refresh()
    assert display.note == "by 2 ratings, rest = 0"
    study.set_setting(f"rated.person.{item.id}", 1)
    study.set_target_person(item.id, 0)
    display.refresh()
    assert display.note == "rest = 0"


def store_analysis(workspace, item, value=1.5, aus=AUS, **provenance):
    """Store what the chosen model is to say of a recording: the same value in every frame."""
    n = 50
    analysis = RecordingAnalysis(
        aus=aus,
        pts=np.arange(n) * 40,
        times=np.arange(n) / 25,
        intensities=np.full((n, len(aus)), value, np.float32),
        confidence=np.ones(n, np.float32),
        success=np.ones(n, bool),
        person=np.zeros(n, np.int16),
        boxes=np.zeros((n, 4), np.float32),
        provenance=provenance,
    )
    path = workspace.analysis_path(item.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_analysis(path, analysis)


@pytest.fixture
def both_of_ann(shown, workspace):
    """Another recording of the same person, with two rated frames; curves are calibrated."""
    display, live, _ = shown
    here = workspace.current
    other = next(item for item in workspace.recordings() if item.id != here.id)
    for item in (here, other):
        workspace.study.set_person(item.id, "Ann")
    pts = workspace.index.pts  # both films have the same time base
    rate(workspace.study, other.id, {int(pts[1]): {12: 0}, int(pts[2]): {12: 0}})
    grow(live, smiling())
    display.set_calibrated(True)
    return other


def test_ratings_in_other_recordings_of_the_person_count_where_the_model_has_read_them(
    shown, both_of_ann, workspace
):
    display, live, _ = shown
    assert display.note == "rest = 0"
    store_analysis(workspace, both_of_ann, aus=(4, 12))
    live.exact.put(0, smiling().astype(np.float32))
    display.refresh()
    assert display.display.calibration.values == pytest.approx((0.0, 1.0), abs=1e-5)
    assert display.display.calibration.frames == (0, 2)


def test_an_analysis_of_another_face_says_nothing_of_this_person(shown, both_of_ann, workspace):
    display, _, _ = shown
    store_analysis(workspace, both_of_ann, target_person=1)
    display.refresh()
    assert display.note == "rest = 0"


def test_units_that_are_not_rated_stay_as_they_are_while_nothing_says_what_rest_is(shown, workspace):
    display, live, _ = shown
    item, pts = workspace.current, workspace.index.pts
    rate(workspace.study, item.id, {int(pts[3]): {12: 0}, int(pts[9]): {12: 0}})
    grow(live, smiling()[:20], complete=False)
    display.set_calibrated(True)
    assert display.note == "by 2 ratings only"
    assert "Only 20 frames" in display.display.calibration.lacking
    assert "Only 20 frames" in display.display.calibration.to_json()["units_not_rated"]


def test_when_nothing_can_be_calibrated_the_true_reason_is_told(shown, both_of_ann, workspace):
    display, live, said = shown
    display.set_calibrated(False)
    live.exact, live.covered = Series(100, 2), np.zeros(100, np.uint8)
    grow(live, smiling()[:20], complete=False)
    store_analysis(workspace, both_of_ann, value=np.nan)
    display.set_calibrated(True)
    assert "Only 20 frames show the face" in said[-1]


def test_bands_lie_around_the_values_and_follow_the_calibration(shown, workspace, qtbot):
    display, live, said = shown
    grow(live, smiling())
    workspace.model.card.pop("error_model", None)
    display.set_bands(True)
    assert "Nobody has found out yet" in said[-1]
    display.set_bands(False)
    workspace.model.card["error_model"] = {"model": ERRORS.to_json()}
    display.set_bands(True)
    assert display.note == "± 90 %"
    low, high = display.display.band(live.exact)
    np.testing.assert_allclose(low.window(80, 81), [[0.4, 2.6]], rtol=1e-5)
    np.testing.assert_allclose(high.window(80, 81), [[1.2, 3.4]], rtol=1e-5)
    display.set_calibrated(True)
    low, high = display.display.band(live.exact)
    np.testing.assert_allclose(low.window(10, 11), 0)
    np.testing.assert_allclose(high.window(10, 11), 0.4 * 5 / 4.2, rtol=1e-4)
    assert display.note == "rest = 0, ± 90 %"


def test_the_model_that_is_compared_with_is_calibrated_by_its_own_values(shown, workspace, untrained_model):
    display, live, _ = shown
    grow(live, smiling())
    display.set_calibrated(True)
    for file in (untrained_model, untrained_model.with_suffix(".json")):
        shutil.copy(file, workspace.study.path / "models" / file.name)
    workspace.refresh_models()
    workspace.choose_model(workspace.model.id, compare_with="untrained")
    live.compared = Series(100, 2)
    live.compared.put(0, smiling(rest=0.3).astype(np.float32))
    live.compared_changed.emit()
    np.testing.assert_allclose(display.compared.curves(live.compared).window(0, 60), 0, atol=1e-6)
    assert display.display.calibration.values == pytest.approx((0.8, 0.8))
    live.compared = None
    live.compared_changed.emit()
    assert display.compared.calibration is None


def test_a_study_that_is_only_looked_at_is_calibrated_for_now_and_gets_no_reference(shown, workspace, qtbot):
    display, live, said = shown
    root, item = workspace.study.path, workspace.current.id
    workspace.close_study()
    workspace.open_study(root, read_only=True)
    with qtbot.waitSignal(workspace.recording_changed, timeout=10_000):
        workspace.open_recording(item)
    grow(live, smiling())
    display.set_calibrated(True)
    display.set_bands(True)
    assert (display.calibrated, display.bands, display.note) == (True, True, "rest = 0")
    display.mark_neutral(int(workspace.index.pts[80]))
    assert "Nothing can be changed here" in said[-1]
    assert neutral_reference(workspace.study, item) is None
    display.set_bands(False)
    assert not display.bands
    workspace.close_study()
    workspace.open_study(root)
    assert not display.calibrated
