"""A study is read in Python: recordings, ratings and analyses, and nothing in it changes."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

import au_studio
from au_studio.study.errors import StudyNotFoundError
from au_studio.study.study import Study


def digest(folder):
    return {
        path.relative_to(folder): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_study_tells_what_it_holds_also_while_somebody_codes_and_stays_as_it_is(study_path, levels):
    with Study.open(study_path), au_studio.open_study(study_path) as study:
        before = digest(study_path)
        assert (study.name, study.path) == ("Smiles", study_path)
        assert [(one.name, one.person, one.group) for one in study.recordings] == [
            ("face.mp4", "P1", "patients"),
            ("gone.mp4", "P1", None),
        ]
        assert [one.name for one in study.coders] == ["AB", "CD"]
        assert study.models[0].id == study.model().id == "base"
        assert study.samples == ()
        assert len(study.ratings()) == 18
        assert [r.value for r in study.ratings("AB", "face")] == levels
        assert study.recording("face").id == study.recording("face.mp4").id
        assert digest(study_path) == before


def test_ratings_as_a_data_frame_meet_the_models_values_frame_by_frame(study_path, levels):
    with au_studio.open_study(study_path) as study:
        ratings = study.ratings_to_dataframe(coder="AB", recording="face")
        values = study.analysis("face").to_dataframe()
    both = ratings.merge(values, on="pts")
    assert both.value.tolist() == pytest.approx(
        [np.nan if level is None else level for level in levels], nan_ok=True
    )
    assert both.status.tolist() == ["not_codable" if level is None else "scored" for level in levels]
    assert both.frame_x.tolist() == both.frame_y.tolist() == [1 + 5 * n for n in range(len(levels))]
    assert both.timestamp_x.tolist() == pytest.approx(both.timestamp_y.tolist(), abs=1e-3)
    assert both.note[0] == "laughs"
    assert set(ratings.coder) == {"AB"}
    assert ratings.value.dtype == "float64"


def test_where_no_video_tells_it_frame_and_time_are_missing(study_path):
    with au_studio.open_study(study_path) as study:
        ratings = study.ratings_to_dataframe(recording="gone.mp4")
    assert ratings.frame.isna().all()
    assert ratings.timestamp.isna().all()
    assert ratings.pts.tolist() == [512, 512]
    assert ratings[["au", "value", "side"]].values.tolist() == [["AU04", 2.0, "L"]] * 2
    assert ratings.unsure.tolist() == [True, True]


def test_the_analyses_of_a_study_are_one_table_and_what_is_left_out_is_named(study_path, shipped_h5):
    with au_studio.open_study(study_path) as study:
        with pytest.warns(UserWarning, match=r"gone\.mp4"):
            table = study.to_dataframe()
        ((recording, analysis),) = study.analyses()
    assert recording.name == "face.mp4"
    assert list(table.columns[:5]) == ["recording", "person", "group", "condition", "frame"]
    assert table[["recording", "person", "group", "condition"]].drop_duplicates().values.tolist() == [
        ["face.mp4", "P1", "patients", ""]
    ]
    stored = au_studio.load_analysis(shipped_h5)
    assert np.array_equal(table.AU12_r, stored.intensity(12), equal_nan=True)
    assert np.array_equal(analysis.intensities, stored.intensities, equal_nan=True)


def test_an_analysis_of_another_person_is_not_given_for_this_one(study_path):
    with Study.open(study_path) as study:
        study.set_target_person(study.recordings()[0].id, 3)
    with au_studio.open_study(study_path) as study:
        with pytest.raises(au_studio.AUStudioError, match="person was changed"):
            study.analysis("face")
        with pytest.raises(au_studio.AUStudioError, match="No recording of Smiles"):
            study.to_dataframe()


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        (lambda study: study.recording("smile"), "face.mp4, gone.mp4"),
        (lambda study: study.ratings(coder="EF"), "AB, CD"),
        (lambda study: study.analysis("face", model="tuned"), "“tuned”"),
        (lambda study: study.analysis("gone"), "has not been analysed"),
    ],
)
def test_what_a_study_does_not_hold_is_said_with_what_it_holds(study_path, ask, told):
    with au_studio.open_study(study_path) as study, pytest.raises(au_studio.AUStudioError, match=told):
        ask(study)


def test_what_is_no_study_is_refused(tmp_path):
    with pytest.raises(StudyNotFoundError):
        au_studio.open_study(tmp_path)
