"""Going back to what a study held earlier, and forth again."""

from __future__ import annotations

import pytest

from au_studio.controllers.study.backups import BackupsController


@pytest.fixture
def backups(sampled):
    made = BackupsController(sampled)
    yield made
    made.close()


def look(backups, qtbot):
    with qtbot.waitSignal(backups.state_changed, timeout=10_000) as heard:
        backups.refresh()
    return heard.args[0]


def test_a_backup_brings_back_what_it_holds_and_what_there_was_until_now_is_one(backups, sampled, qtbot):
    study, sample = sampled.study, sampled.study.samples()[0]
    coder = study.add_coder("AB").id
    study.rate(coder, sample.recording_id, sample.pts[0], 12, 3)
    study.backup()
    study.rate(coder, sample.recording_id, sample.pts[1], 12, 4)
    said = []
    sampled.notice.connect(lambda text, level: said.append(level))
    assert not backups.jobs_run()
    for wanted, other in ((1, 2), (2, 1)):
        state = look(backups, qtbot)
        assert state.now.ratings == other
        assert backups.go_back_to(next(one for one in state.backups if one.ratings == wanted))
        assert len(sampled.study.ratings(coder)) == wanted
    assert said.count("good") == 2


def test_without_a_study_nothing_is_looked_for(backups, sampled, qtbot):
    sampled.close_study()
    with qtbot.assertNotEmitted(backups.state_changed, wait=100):
        backups.refresh()
