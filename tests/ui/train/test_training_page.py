from __future__ import annotations

import json
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from au_studio.analysis.verdict_words import told_of, verdict
from au_studio.controllers.train.state import Phase
from au_studio.jobs import process
from au_studio.jobs.job import load_job
from au_studio.jobs.training_results import AgreementRow, Judgement
from au_studio.stats.verdict import Told
from au_studio.ui.theme import DARK, LIGHT, ThemeMode, apply_theme
from au_studio.ui.train.agreement_table import EvaluationTable, figure_text
from au_studio.ui.train.training_page import TrainingPage


def click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def column(page, title: str) -> list[str]:
    table = page.view.results.table
    titles = [table.horizontalHeaderItem(c).text().strip() for c in range(table.columnCount())]
    return [table.item(row, titles.index(title)).text().strip() for row in range(table.rowCount())]


def learn(page, qtbot) -> None:
    click(page.view.start)
    qtbot.waitUntil(lambda: not page.controller.running, timeout=30_000)


def test_the_page_counts_the_ratings_and_warns_of_too_few(make_page):
    page = make_page("learn")
    assert "20 rated frames" in page.view.summary.text()
    assert "Only 20 frames are rated" in page.view.warnings.text()
    assert column(page, "rated")[0] == "20"
    assert column(page, "there (1–5)")[0] == "14"


def test_a_fine_tuned_model_is_registered_chosen_and_compared(make_page, rated_study, qtbot):
    page = make_page("learn")
    page.view.name.setText("Ours")
    notices = []
    rated_study.notice.connect(lambda text, level: notices.append((text, level)))
    with qtbot.waitSignal(page.controller.finished, timeout=30_000) as finished:
        click(page.view.start)
    model_id = finished.args[0]
    assert rated_study.study.model(model_id).name == "Ours"
    assert rated_study.study.model(model_id).parent == "untrained"
    assert rated_study.model.id == model_id
    assert ("“Ours” is ready. Open a recording to see its curves.", "good") in notices
    assert rated_study.compared_model.id == "untrained"
    assert notices[-1][1] == "good"
    assert "better than the model before" in page.view.outcome.text()


def test_figures_of_a_model_trained_further_on_the_same_ratings_are_not_told_as_held_out(
    make_page, rated_study, qtbot
):
    page = make_page("learn")
    page.controller.choose_base("untrained")
    assert "of these 20 frames" not in page.view.warnings.text()
    with qtbot.waitSignal(page.controller.finished, timeout=30_000) as first:
        click(page.view.start)
    page.controller.choose_base(first.args[0])
    caution = "Not held out from the start: the model that is trained further has learned from ratings of 20"
    assert caution in page.view.warnings.text()
    with qtbot.waitSignal(page.controller.finished, timeout=30_000) as second:
        click(page.view.start)
    job = load_job(rated_study.study.path / "jobs" / f"{second.args[0]}.json")
    assert job.caution.startswith(caution)
    page.controller.choose_base("untrained")
    assert caution not in page.view.warnings.text()


def test_an_undefined_icc_is_not_a_zero(make_page, qtbot):
    page = make_page("learn")
    learn(page, qtbot)
    aus = column(page, "AU")
    twelve = next(row for row, text in enumerate(aus) if text.startswith("AU12"))
    assert column(page, "ICC new")[twelve] == "n/a"
    assert column(page, "ICC new")[0] == "0.70"
    assert column(page, "MAE before")[0] == "0.60"
    assert column(page, "MAE constant")[twelve] == "0.00"
    assert "20 rated frames, 2 folds" in page.view.results.scheme.text()


def test_what_ratings_are_worth_for_the_persons_rated_is_shown_until_the_next_training(make_page, qtbot):
    page = make_page("learn of persons")
    learn(page, qtbot)
    assert column(page, "ICC new")[0] == "0.90"
    assert "18 rated frames, Stretches are held out." in page.view.results.scheme.text()
    assert page.view.results.judged_on.strangers.text() == "other recordings", "nobody said who is in them"
    click(page.view.results.judged_on.strangers)
    assert column(page, "ICC new")[0] == "0.70"
    click(page.view.start)
    assert page.controller.running
    assert page.controller.state.within.rows == ()
    qtbot.waitUntil(lambda: not page.controller.running, timeout=30_000)


def test_loss_and_held_out_agreement_arrive_while_it_trains(make_page, qtbot):
    page = make_page("wait")
    click(page.view.start)
    qtbot.waitUntil(lambda: page.controller.state.held_out != (), timeout=30_000)
    qtbot.waitUntil(lambda: page.controller.state.held_out == ((4, 0.61, 0.31),), timeout=5000)
    assert page.controller.state.losses == ((1, 2.0), (2, 1.0), (3, pytest.approx(2 / 3)), (4, 0.5))
    qtbot.waitUntil(lambda: column(page, "ICC new")[0] == "0.61", timeout=5000)
    assert column(page, "ICC before")[0] == ""
    assert page.view.bar.maximum() > 0, "a bar without an end looks full"
    assert page.view.bar.value() < page.view.bar.maximum()
    assert not page.view.start.isVisible()
    page.controller.cancel()
    qtbot.waitUntil(lambda: not page.controller.running, timeout=30_000)


def test_the_plots_can_be_saved_as_pictures_once_they_show_something(make_page, qtbot, tmp_path, monkeypatch):
    page = make_page("learn")
    icc, curve = page.menu_actions()[-2:]
    assert not icc.isEnabled()
    assert not curve.isEnabled()
    learn(page, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "icc.png"), ""))
    icc.trigger()
    assert QImage(str(tmp_path / "icc.png")).width() >= 2000
    points = [{"n": n, "icc": 0.5, "low": 0.4, "high": 0.6} for n in (20, 40)]
    done = json.dumps({"event": "done", "result": {"curve": {"points": points}}})
    code = f"print({done!r})"
    monkeypatch.setattr(process, "child_command", lambda _file: [sys.executable, "-c", code])
    page.curve_panel.start_requested.emit()
    qtbot.waitUntil(curve.isEnabled, timeout=30_000)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "curve.svg"), ""))
    curve.trigger()
    assert "Held-out" in (tmp_path / "curve.svg").read_text(encoding="utf-8")


def test_stop_keeps_the_best_and_cancel_keeps_nothing(make_page, rated_study, qtbot):
    page = make_page("wait")
    click(page.view.start)
    qtbot.waitUntil(lambda: page.controller.state.held_out != (), timeout=30_000)
    click(page.view.cancel)
    assert page.controller.state.phase is Phase.CANCELLING
    qtbot.waitUntil(lambda: not page.controller.running, timeout=30_000)
    assert page.controller.state.phase is Phase.CANCELLED
    assert rated_study.study.models() == []
    click(page.view.start)
    qtbot.waitUntil(page.view.stop.isEnabled, timeout=30_000)
    qtbot.waitUntil(lambda: page.controller.state.held_out != (), timeout=30_000)
    click(page.view.stop)
    qtbot.waitUntil(lambda: not page.controller.running, timeout=30_000)
    assert len(rated_study.study.models()) == 1
    assert "The best state so far was kept" in page.view.outcome.text()


def test_a_crash_shows_its_log_and_hurts_nothing(make_page, rated_study, qtbot):
    page = make_page("crash")
    with qtbot.waitSignal(rated_study.problem, timeout=30_000) as problem:
        click(page.view.start)
    assert "Segmentation something, in words" in problem.args[0].details
    assert page.controller.state.phase is Phase.FAILED
    assert page.view.start.isVisible()
    assert page.view.start.isEnabled()
    assert len(rated_study.study.ratings()) == 40


def test_recordings_that_had_curves_are_analysed_again(make_page, rated_study, qtbot):
    import numpy as np

    from au_studio.analysis.results import RecordingAnalysis
    from au_studio.analysis.store import save_analysis

    page = make_page("learn")
    other = next(item for item in rated_study.recordings() if item.id != rated_study.current.id)
    empty = np.zeros(0, np.float32)
    save_analysis(
        rated_study.analysis_path(other.id, "untrained"),
        RecordingAnalysis(
            (1,),
            np.zeros(0, np.int64),
            np.zeros(0),
            np.zeros((0, 1), np.float32),
            empty,
            np.zeros(0, np.bool_),
            np.zeros(0, np.int16),
            np.zeros((0, 4), np.float32),
            {},
        ),
    )
    with qtbot.waitSignal(rated_study.analysis_changed, timeout=30_000) as changed:
        click(page.view.start)
    assert changed.args == [other.id, rated_study.model.id]
    assert rated_study.has_analysis(other.id)
    qtbot.waitUntil(lambda: page.controller.state.waiting_analyses == 0, timeout=5000)


def test_figures_are_shown_as_people_write_them():
    assert figure_text(None) == "n/a"
    assert figure_text(-0.004) == "0.00"
    assert figure_text(-0.25) == "−0.25"


GAINED = {"icc": 0.7, "base_icc": 0.5, "mae": 0.3, "base_mae": 0.5}
CLEAR = {
    "gain": 0.2,
    "gain_low": 0.1,
    "gain_high": 0.3,
    "mae_gain": -0.2,
    "mae_gain_low": -0.3,
    "mae_gain_high": -0.1,
}


def judged(n=80, **mean):
    return {"mean": {**GAINED, **mean}, "n_frames": n, "n_groups": 9}


def test_signs_in_the_table_need_an_interval_clear_of_zero():
    row = AgreementRow(12, 50, 0.7, 0.3, 0.5, 0.5, 0.4, gain=0.2, gain_low=-0.01, gain_high=0.3)
    assert row.signs == (0, 0)
    assert replace(row, gain_low=0.01, mae_gain_low=0.02, mae_gain_high=0.2).signs == (1, -1)


def test_random_ratings_of_a_handful_of_frames_are_not_praised():
    few = {
        "mean": {"icc": -0.08, "base_icc": 0.07, "mae": 1.85, "base_mae": 1.96},
        "n_frames": 2,
        "n_groups": 2,
    }
    told = verdict(few)
    assert "can’t be told yet" in told
    assert "only 2 rated frames are held out; at least 28 more are needed" in told
    assert told_of(few) is Told.OPEN


def test_better_and_worse_are_told_with_the_interval_of_the_difference():
    assert verdict(judged(**CLEAR)) == (
        "On held-out frames it is better than the model before: ICC 0.50 → 0.70 (+0.20 [0.10, 0.30]), "
        "MAE 0.50 → 0.30 (−0.20 [−0.30, −0.10])."
    )
    worse = judged(gain=-0.2, gain_low=-0.3, gain_high=-0.1)
    assert "it is worse than the model before" in verdict(worse)
    assert verdict(worse).endswith("Rate more, or keep the old one.")
    unnamed = {**worse, "whole_groups": True, "groups": "persons or recordings"}
    assert "On recordings that it did not learn from it is worse" in verdict(unnamed)
    assert "could not be measured" in verdict({"mean": {}})


def test_the_verdict_tells_what_the_ratings_are_worth_for_the_persons_who_were_rated():
    strangers = judged(gain=0.2, gain_low=-0.2, gain_high=0.6)
    told = verdict({**strangers, "whole_groups": True, "within": judged(**CLEAR)})
    assert told.startswith("On other frames of the persons that you rated it is better than the model before")
    assert "On persons whom it did not learn from it can’t be told yet" in told
    assert "about 240 more rated frames like these would tell" in told


def test_what_holds_for_those_rated_and_for_strangers_alike_is_said_once():
    open_yet = judged(gain=0.0, gain_low=-0.2, gain_high=0.2)
    told = verdict({**open_yet, "whole_groups": True, "within": open_yet})
    assert told.startswith(
        "On other frames of the persons that you rated and on persons whom it did not learn from it can’t be "
        "told yet whether it is better than the model before: ICC 0.50 → "
    )
    assert told.count("can’t be told yet") == 1
    assert told.count("ICC") == 1
    other = {**open_yet, "mean": {**open_yet["mean"], "mae": 0.44}}
    told = verdict({**open_yet, "whole_groups": True, "within": other})
    assert told.count("ICC") == 2, "figures that differ are both said"


def test_before_any_training_the_table_has_the_room_of_the_plots(make_page, qtbot):
    view = make_page("learn").view
    view.resize(1200, 800)
    view.show()
    qtbot.waitExposed(view)
    view.set_state(replace(view._state, losses=()))
    qtbot.waitUntil(lambda: view.results.table.mapTo(view, QPoint()).y() < 30)
    view.set_state(replace(view._state, losses=((1, 0.5), (2, 0.4))))
    qtbot.waitUntil(lambda: view.results.table.mapTo(view, QPoint()).y() > 100)


def test_the_table_shows_the_persons_rated_or_strangers_as_one_likes(make_page):
    view = make_page("learn").view
    strangers = AgreementRow(None, n=20, icc=0.5, mae=0.8, base_icc=0.6, base_mae=0.7, constant_mae=0.9)
    own = Judgement((replace(strangers, icc=0.9, mae=0.2),), "Stretches are held out.", 18)
    done = replace(view._state, phase=Phase.DONE, rows=(strangers,), scheme="Persons are.", n_held_out=20)
    view.set_state(done)
    assert not view.results.judged_on.strangers.isVisibleTo(view)
    assert "0.50" in view.results.table.item(view.results.table.rowCount() - 1, 4).text()
    view.set_state(replace(done, within=own))
    assert "0.90" in view.results.table.item(view.results.table.rowCount() - 1, 4).text()
    assert "18 rated frames, Stretches are held out." in view.results.scheme.text()
    click(view.results.judged_on.strangers)
    assert "0.50" in view.results.table.item(view.results.table.rowCount() - 1, 4).text()
    assert "20 rated frames, Persons are." in view.results.scheme.text()
    click(view.results.judged_on.within)
    assert "0.90" in view.results.table.item(view.results.table.rowCount() - 1, 4).text()
    view.set_state(replace(done, within=own, phase=Phase.RUNNING))
    assert not view.results.judged_on.strangers.isVisibleTo(view), (
        "what is measured while it runs is of strangers"
    )


def test_recordings_that_nobody_named_are_not_called_persons(make_page, rated_study):
    study = rated_study.study
    page = make_page("learn")
    assert "2 recordings, 2 of them of persons not named" in page.view.summary.text()
    assert "Nobody has said who is in 2 of the 2 rated recordings." in page.view.warnings.text()
    assert "Nobody has said" in page.controller.state.caution, "it goes on the card with the figures"
    row = AgreementRow(None, n=20, icc=0.5, mae=0.8, base_icc=0.6, base_mae=0.7, constant_mae=0.9)
    done = replace(page.view._state, phase=Phase.DONE, rows=(row,), within=Judgement((row,), "", 18))
    page.view.set_state(replace(done, persons_known=False))
    assert page.view.results.judged_on.strangers.text() == "other recordings"
    page.view.set_state(done)
    assert page.view.results.judged_on.strangers.text() == "other persons"
    for recording in study.recordings():
        study.set_person(recording.id, "P1")
    page.controller.refresh()
    assert "2 recordings of 1 person" in page.view.summary.text()


def test_rows_without_figures_are_undefined():
    row = AgreementRow(4, None, None, None, None, None, None)
    assert figure_text(row.icc) == "n/a"


def test_warnings_take_the_colour_of_the_look_at_once(make_page, qapp):
    page = make_page("wait")
    try:
        for mode, theme in ((ThemeMode.DARK, DARK), (ThemeMode.LIGHT, LIGHT)):
            apply_theme(qapp, mode)
            qapp.processEvents()
            assert theme.warning in page.view.warnings.text()
    finally:
        apply_theme(qapp, ThemeMode.LIGHT)


def test_a_training_waits_for_the_jobs_before_it(make_page, rated_study, qtbot):
    page = make_page("wait")
    click(page.view.start)
    qtbot.waitUntil(lambda: page.controller.state.losses != (), timeout=30_000)
    first = page.controller.state
    rated_study.batch.analyse([rated_study.recordings()[1].id], rated_study.model)
    assert rated_study.jobs.waiting == 1
    assert first.running
    page.controller.cancel()
    qtbot.waitUntil(lambda: rated_study.jobs.lines() == (), timeout=30_000)


def test_a_training_whose_model_has_vanished_says_so_by_name(rated_study, qtbot):
    page = TrainingPage(rated_study)
    qtbot.addWidget(page)
    page.page_shown()
    page.controller.choose_base("untrained")
    page.view.name.setText("Ours")
    for file in (rated_study.study.path / "models").iterdir():
        file.unlink()
    click(page.view.start)
    qtbot.waitUntil(lambda: not page.controller.running, timeout=60_000)
    assert "Fine-tuning “Ours” failed. The model “untrained” is no longer there" in page.view.outcome.text()
    assert "Choose another model" in page.view.outcome.text()
    page.close_page()
    page.close()


def row_of(au, icc):
    """Return a row of the table with intervals."""
    row = AgreementRow(au, n=20, icc=icc, mae=0.6, base_icc=0.4, base_mae=0.5, constant_mae=0.7)
    return replace(row, icc_low=0.1, icc_high=0.8, mae_low=0.4, mae_high=0.9, gain=0.1, gain_low=-0.1,
                   gain_high=0.3)  # fmt: skip


def test_action_units_keep_their_names_in_a_narrow_window(qtbot):
    table = EvaluationTable(counts=True)
    qtbot.addWidget(table)
    table.resize(1600, 300)
    table.show()
    table.set_rows([row_of(au, 0.5) for au in (1, 2, 25, None)])
    wide = table.columnWidth(0)
    table.resize(500, 300)
    assert table.fontMetrics().horizontalAdvance("AU25  lips") < table.columnWidth(0) < wide
    assert table.horizontalScrollBar().maximum() > 0


def test_the_mean_says_of_how_many_action_units_it_is(qtbot):
    table = EvaluationTable()
    qtbot.addWidget(table)
    for second, name in ((None, "Mean of the 1 with an ICC"), (0.3, "Mean of the action units")):
        table.set_rows([row_of(1, 0.5), row_of(2, second), row_of(None, 0.5)])
        assert table.item(2, 0).text().strip() == name


def test_a_model_that_got_worse_is_not_praised_in_green(make_page):
    view = make_page("learn").view
    worse = AgreementRow(None, n=20, icc=0.5, mae=0.8, base_icc=0.6, base_mae=0.7, constant_mae=0.9)
    state = replace(view._state, phase=Phase.DONE, outcome="It is worse.", rows=(worse,), told=Told.WORSE)
    view._set_outcome(state)
    assert LIGHT.warning in view.outcome.text() or DARK.warning in view.outcome.text()
    view._set_outcome(replace(state, told=Told.OPEN))
    assert LIGHT.text in view.outcome.text() or DARK.text in view.outcome.text()
    view._set_outcome(replace(state, told=Told.BETTER))
    assert LIGHT.good in view.outcome.text() or DARK.good in view.outcome.text()


def test_after_a_run_the_next_name_is_suggested_unless_the_user_wrote_one(make_page):
    view = make_page("learn").view
    ready, first = view._state, view._state.suggested_name
    running = replace(ready, phase=Phase.RUNNING, suggested_name="Second")  # the new model is listed already
    for state in (running, replace(running, phase=Phase.DONE)):
        view.set_state(state)
        assert view.name.text() == (first if state.running else "Second")
    view.name.setText("Ours")
    view.set_state(replace(ready, suggested_name="Third"))
    assert view.name.text() == "Ours"
