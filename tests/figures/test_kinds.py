"""Every kind of figure from a study: what it shows is what was counted."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from made_study import RATE, STRESS, curve

from au_studio.conditions.errors import ConditionsError
from au_studio.conditions.parts import Division
from au_studio.conditions.readings import ReadingRequest
from au_studio.errors import AUStudioError
from au_studio.figures.canvas import COLOURS, DASHES, WIDTH, Drawn
from au_studio.figures.curves import thinned
from au_studio.figures.kinds import KINDS, FigureRequest, compared, draw
from au_studio.study.ratings import RatingInput
from au_studio.study.schema import LEARNING_CURVE
from au_studio.study.study import Study


def asked(kind: str, folder, **options) -> FigureRequest:
    return FigureRequest(kind, ReadingRequest(folder), **options)


def texts(drawn: Drawn) -> str:
    from matplotlib.text import Text

    return " | ".join(t.get_text() for t in drawn.figure.findobj(Text) if t.get_text())


def lines(plot) -> dict[str, object]:
    return {line.get_label(): line for line in plot.lines}


def test_curves_show_the_intensities_and_the_markers(folder):
    with Study.open(folder) as study:
        (recording,) = [r for r in study.recordings() if r.name == "P1-stress.mp4"]
        kind = study.add_marker_kind("question")
        study.add_marker(recording.id, kind.id, RATE, 2 * RATE - 1)
        study.add_marker(recording.id, study.add_marker_kind("answer").id, 3 * RATE)
    drawn = draw(asked("curves", folder, recording="P1-stress.mp4", aus=(12,)))
    (plot,) = drawn.figure.axes
    assert plot.lines[0].get_ydata().tolist() == curve(0.5, bursts=2).tolist()
    assert {line.get_xdata()[0] for line in plot.lines[1:] if len(line.get_xdata())} == {1.0, 3.0}
    assert "question" in texts(drawn)
    assert "Lines and bands: answer, question" in drawn.caption
    assert drawn.how["recordings"].keys() == {"P1-stress.mp4"}


def test_curves_of_a_span_and_what_is_not_there(folder):
    drawn = draw(asked("curves", folder, span=(1.0, 2.0)))
    assert drawn.figure.axes[0].get_xlim() == (1.0, 2.0)
    with pytest.raises(AUStudioError, match="no frame between 50 and 60"):
        draw(asked("curves", folder, span=(50.0, 60.0)))
    with pytest.raises(ConditionsError, match="“nowhere"):
        draw(asked("curves", folder, recording="nowhere.mp4"))


def test_mean_curves_differ_in_dash_and_have_bands_over_persons(folder):
    drawn = draw(asked("mean-curves", folder, aus=(12,)))
    (plot,) = drawn.figure.axes
    calm, stress = (lines(plot)[name] for name in ("calm", STRESS))
    assert (calm.get_color(), stress.get_color()) == COLOURS[:2]
    assert calm.get_linestyle() != stress.get_linestyle()
    expected = np.mean([curve(0.1 * (n % 3) + 0.5 + 0.1 * n, bursts=2)[:2].mean() for n in range(6)])
    assert stress.get_ydata()[0] == pytest.approx(expected, abs=1e-5)
    assert len(plot.collections) == 2
    assert "Bands: 95 % bootstrap intervals over whole persons" in drawn.caption
    assert "6 persons" in drawn.caption


def test_mean_curves_of_markers_are_aligned_at_them(folder):
    with Study.open(folder) as study:
        kinds = [study.add_marker_kind(name) for name in ("a", "b")]
        for recording in study.recordings():
            if recording.condition == STRESS:
                study.add_marker(recording.id, kinds[0].id, RATE - RATE // 4, RATE + RATE)
                study.add_marker(recording.id, kinds[1].id, 2 * RATE, 2 * RATE + RATE // 4)
    division = Division("marker")
    drawn = draw(asked("mean-curves", folder, aus=(12,), division=division, before=0.5, seconds=1.0))
    (plot,) = drawn.figure.axes
    first = lines(plot)["a"]
    x, y = first.get_xdata(), first.get_ydata()
    assert y[(x > 0) & (x < 0.4)].tolist() == pytest.approx([3.0] * 4), "the burst begins at the marker"
    assert y[x < -0.1].max() < 1.5


def test_effects_are_filled_where_the_interval_is_clear_of_zero(folder):
    request = asked("effects", folder)
    drawn = draw(request)
    effect = next(e for e in compared(request).effects_of("mean") if e.au == 12).contrast.effect
    (plot,) = drawn.figure.axes
    marks = [line for line in plot.lines if line.get_marker() == "o" and len(line.get_xdata()) == 1]
    assert [line.get_xdata()[0] for line in marks] == [effect.value]
    assert marks[0].get_markerfacecolor() == COLOURS[0]
    assert "n/a" in texts(drawn), "AU06 does not vary"
    assert "6 pairs; the unit of analysis is the person" in drawn.caption


def test_values_show_every_person(folder):
    drawn = draw(asked("values", folder, aus=(12,), measure="episodes_per_min"))
    (plot,) = drawn.figure.axes
    dots = [
        line for line in plot.lines if len(line.get_xdata()) == 6 and line.get_marker() not in ("", "None")
    ]
    assert [set(line.get_ydata()) for line in dots] == [{0.0}, {30.0, 15.0}]


def test_long_names_of_conditions_stand_in_a_legend_and_not_over_each_other(folder):
    with Study.open(folder) as study:
        for recording in study.recordings():
            study.set_condition(recording.id, f"{recording.condition} in a room with a stranger")
    drawn = draw(asked("values", folder))
    assert all(not plot.xaxis.get_tick_params()["labelbottom"] for plot in drawn.figure.axes)
    names = [text.get_text() for legend in drawn.figure.legends for text in legend.get_texts()]
    assert names == ["calm in a room with a stranger", "stress in a room with a stranger"]
    assert not draw(asked("values", folder, aus=(12,))).figure.get_size_inches()[0] > WIDTH / 2


@pytest.fixture
def rated(folder):
    with Study.open(folder) as study:
        for name, off in (("AB", 0), ("CD", 1)):
            coder = study.add_coder(name)
            ratings = [
                RatingInput(r.id, n * 5, 12, min(n % 4 + off * (n % 2), 5))
                for r in study.recordings()[:6]
                for n in range(8)
            ]
            study.rate_many(coder.id, ratings)
    return folder


def test_bland_altman_shows_mean_difference_and_limits(rated):
    drawn = draw(asked("bland-altman", rated, raters=("AB", "CD")))
    (plot,) = drawn.figure.axes
    differences = np.array([n % 2 for n in range(8)] * 6)
    heights = sorted(line.get_ydata()[0] for line in plot.lines)
    spread = 1.96 * differences.std(ddof=1)
    assert heights == pytest.approx(sorted([0, 0.5, 0.5 - spread, 0.5 + spread]))
    assert "48 frames" in drawn.caption


def test_limits_that_lie_close_are_named_apart_from_each_other(rated):
    with Study.open(rated) as study:
        for coder in study.coders():
            given = [RatingInput(study.recordings()[0].id, n * 5, 6, n % 3) for n in range(8)]
            study.rate_many(coder.id, given)
    drawn = draw(asked("bland-altman", rated, raters=("AB", "CD"), aus=(6,)))
    (plot,) = drawn.figure.axes
    heights = {line.get_ydata()[0] for line in plot.lines}
    assert heights == {0}, "both rate the same, so the limits are one line"
    drawn.figure.draw_without_rendering()
    boxes = sorted((text.get_window_extent() for text in plot.texts), key=lambda box: box.y0)
    assert len(boxes) == 3
    assert all(below.y1 <= above.y0 for below, above in pairwise(boxes))


def test_what_is_not_defined_is_said_once(rated):
    with Study.open(rated) as study:
        for coder in study.coders():
            given = [RatingInput(study.recordings()[0].id, n * 5, 6, 0) for n in range(8)]
            study.rate_many(coder.id, given)
    drawn = draw(asked("icc", rated, raters=("AB", "CD"), aus=(6,)))
    assert texts(drawn).split(" | ").count("n/a") == 1


def test_iccs_stand_with_their_intervals(rated):
    drawn = draw(asked("icc", rated, raters=("AB", "CD")))
    assert "ICC(3,1)" in texts(drawn)
    assert "lip corner puller  AU12  (48)" in texts(drawn)
    (plot,) = drawn.figure.axes
    assert sum(len(line.get_xdata()) == 2 for line in plot.lines) >= 3, "0, and an interval of each ICC"
    assert "mean  (48 frames)" in texts(drawn)


def test_the_mean_of_all_units_is_not_shown_beside_some_of_them(rated):
    with Study.open(rated) as study:
        for coder in study.coders():
            given = [RatingInput(study.recordings()[0].id, n * 5, 6, n % 3) for n in range(8)]
            study.rate_many(coder.id, given)
    drawn = draw(asked("icc", rated, raters=("AB", "CD"), aus=(12,)))
    assert "lip corner puller" in texts(drawn)
    assert "mean  (" not in texts(drawn)
    assert "mean is drawn" not in drawn.caption
    assert "mean  (" in texts(draw(asked("icc", rated, raters=("AB", "CD"))))


def test_raters_that_are_not_there_are_named(rated):
    with pytest.raises(AUStudioError, match="“EF”"):
        draw(asked("icc", rated, raters=("AB", "EF")))
    with pytest.raises(AUStudioError, match="One coder and somebody else"):
        draw(asked("icc", rated, raters=("AB", "AB")))


def test_the_learning_curve_is_the_one_that_the_study_keeps(folder):
    with pytest.raises(AUStudioError, match="No learning curve was computed"):
        draw(asked("learning-curve", folder))
    points = [{"n": n, "icc": icc, "low": icc - 0.1, "high": None} for n, icc in ((10, 0.3), (20, 0.5))]
    ahead = [{"n": 40, "icc": 0.6, "low": 0.5, "high": 0.7}]
    with Study.open(folder) as study:
        study.set_setting(
            LEARNING_CURVE, {"points": points, "ahead": ahead, "words": "More help.", "about": "AB"}
        )
    drawn = draw(asked("learning-curve", folder))
    (plot,) = drawn.figure.axes
    assert plot.lines[0].get_ydata().tolist() == [0.3, 0.5]
    assert plot.lines[1].get_markevery() == slice(1, None), (
        "what is estimated does not hide what was measured"
    )
    assert drawn.caption.endswith("AB More help.")


def test_a_figure_that_does_not_exist_is_refused(folder):
    with pytest.raises(AUStudioError, match="pie"):
        draw(asked("pie", folder))
    assert len(KINDS) == 7


def test_long_curves_keep_their_peaks_and_gaps():
    times = np.arange(200_000) / 25
    values = np.zeros(200_000)
    values[123_456] = 4.0
    values[50_000:60_000] = np.nan
    x, y = thinned(times, values, 1000)
    assert len(x) <= 1000
    assert np.nanmax(y) == 4.0
    assert np.isnan(y[(x > 2010) & (x < 2390)]).all()
    assert (np.diff(x) > 0).all()


def test_conditions_can_be_told_apart_without_colour():
    assert len(set(map(str, DASHES[:6]))) == 6
