"""One choice a study; what it means in each recording."""

import pytest

from au_studio.analysis.rest import RestError
from au_studio.analysis.rest_of_study import REST_SETTING, remember_rest, rest_kind, rest_of
from au_studio.study.study import Study


@pytest.fixture
def study(tmp_path):
    with Study.create(tmp_path / "s") as made:
        yield made


def test_a_study_measures_from_the_running_rest_until_somebody_chose(study):
    assert rest_kind(None) == rest_kind(study) == "running"
    assert str(rest_of(study, "any")) == "running"
    remember_rest(study, "none")
    assert str(rest_of(study, "any")) == "none"
    study.set_setting(REST_SETTING, "of tomorrow's version")
    assert rest_kind(study) == "running"


def test_a_second_of_one_recording_is_no_rest_of_a_study(study):
    with pytest.raises(RestError, match="everybody"):
        remember_rest(study, "neutral:3")
    assert rest_kind(study) == "running"
