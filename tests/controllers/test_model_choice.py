"""What changed about the models is said exactly, and nobody reads ratings for what does not concern them."""

from __future__ import annotations

import json
import shutil

import pytest

from au_studio.controllers.agree.agreement import AgreementController
from au_studio.controllers.guiding import GuideController, Step
from au_studio.controllers.model_choice import ModelsChange
from au_studio.controllers.train.training import TrainingController
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study


@pytest.fixture
def rated(workspace, tmp_path, untrained_model):
    """A study with two coders who rated is open; gives `add_model(id)`, which brings a model into it."""
    video = tmp_path / "one.mp4"
    video.write_bytes(b"not decoded here")
    with Study.create(tmp_path / "Smiles.austudio") as study:
        one = study.add_recording(video, duration=0.8, n_frames=20, content_hash="hash", person="P1")
        for name in ("AB", "CD"):
            coder = study.add_coder(name)
            study.rate_many(coder.id, [RatingInput(one.id, 40 * n, 12, n % 5) for n in range(20)])
        root = study.path
    video.unlink()
    assert workspace.open_study(root)

    def add_model(model_id: str, name: str = "Tuned") -> None:
        card = json.loads(untrained_model.with_suffix(".json").read_text("utf-8")) | {"name": name}
        shutil.copy(untrained_model, root / "models" / f"{model_id}.safetensors")
        (root / "models" / f"{model_id}.json").write_text(json.dumps(card), "utf-8")

    return add_model


@pytest.fixture
def changes(workspace, rated):
    heard = []
    workspace.models_changed.connect(heard.append)
    return heard


def test_a_change_says_which_models_came_went_and_were_altered(workspace, rated, changes):
    rated("tuned-1")
    workspace.refresh_models()
    rated("tuned-1", "Renamed")
    rated("tuned-2")
    workspace.refresh_models()
    (workspace.study.path / "models" / "tuned-1.json").unlink()
    workspace.refresh_models()
    workspace.refresh_models()
    assert changes == [
        ModelsChange(added=frozenset({"tuned-1"})),
        ModelsChange(added=frozenset({"tuned-2"}), altered=frozenset({"tuned-1"})),
        ModelsChange(removed=frozenset({"tuned-1"})),
        ModelsChange(),
    ]


def test_a_change_says_which_choice_is_another_one(workspace, rated, changes):
    rated("tuned-1")
    workspace.refresh_models()
    changes.clear()
    workspace.choose_model("tuned-1", compare_with="base")
    workspace.compare_with(None)
    workspace.choose_model("base")
    (workspace.study.path / "models" / "tuned-1.json").unlink()
    workspace.refresh_models()
    assert [(change.chosen, change.compared) for change in changes] == [
        (True, True),
        (False, True),
        (True, False),
        (False, False),
    ]
    workspace.choose_model("base", compare_with="base")
    assert workspace.compared_model is None


def test_a_model_that_is_chosen_and_goes_gives_way_to_the_usual_one(workspace, rated, changes):
    rated("tuned-1")
    workspace.refresh_models()
    workspace.choose_model("tuned-1")
    (workspace.study.path / "models" / "tuned-1.json").unlink()
    workspace.refresh_models()
    assert changes[-1] == ModelsChange(removed=frozenset({"tuned-1"}), chosen=True)
    assert workspace.model.id == "base"


def test_a_new_model_and_another_choice_make_no_page_read_ratings(workspace, rated, qtbot, monkeypatch):
    agreement, training, guide = (
        AgreementController(workspace),
        TrainingController(workspace),
        GuideController(workspace),
    )
    agreement.activate()
    qtbot.waitUntil(lambda: agreement.state.comparison is not None, timeout=10_000)
    ticked = guide.state.done
    reads: list[tuple[object, ...]] = []
    ratings = Study.ratings
    # Comparisons read in a thread of their own, so every study counts.
    monkeypatch.setattr(Study, "ratings", lambda self, *key: reads.append(key) or ratings(self, *key))
    rated("tuned-1")
    workspace.refresh_models()
    workspace.choose_model("tuned-1", compare_with="base")
    workspace.analysis_stored(workspace.recordings()[0].id, "tuned-1")
    assert not agreement.state.busy
    assert reads == []
    assert ("tuned-1", "Tuned") in training.state.models
    assert training.state.suggested_name.endswith(" 2")
    assert "Tuned" in [rater.name for rater in agreement.state.seconds]
    assert guide.state.done == ticked | {Step.TRAIN}
    agreement.choose_second("model:tuned-1")
    qtbot.waitUntil(lambda: not agreement.state.busy, timeout=10_000)
    assert reads  # what is chosen is read: the counter counts
    agreement.close()


def test_a_model_of_one_person_is_warned_of_where_a_study_has_others(workspace, rated, tmp_path):
    said = []
    workspace.notice.connect(lambda text, level: said.append((level, text)))
    for model_id, persons in (("of-one", 1), ("of-two", 2)):
        rated(model_id, model_id)
        path = workspace.study.path / "models" / f"{model_id}.json"
        card = json.loads(path.read_text("utf-8"))
        card["training"] = {"kind": "fine-tuned", "persons": persons, "unnamed_recordings": 0}
        path.write_text(json.dumps(card), "utf-8")
    workspace.refresh_models()
    workspace.choose_model("of-one")
    assert said == [], "all recordings are of one person"
    other = tmp_path / "two.mp4"
    other.write_bytes(b"not decoded here")
    workspace.study.add_recording(other, duration=1.0, n_frames=25, content_hash="h", person="P2")
    workspace.choose_model("of-two")
    assert said == []
    workspace.choose_model("of-one")
    ((level, text),) = said
    assert level == "warning"
    assert text.startswith("“of-one”: It learned from one person and is for that person alone")
    workspace.choose_model("of-one")
    workspace.choose_model("of-two")
    workspace.choose_model("of-one", told=True)
    assert len(said) == 1, "chosen already, and told elsewhere"
