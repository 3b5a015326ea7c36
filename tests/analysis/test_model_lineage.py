"""What the list of models says of each is what its held-out figures bear."""

from pathlib import Path

import pytest

from au_studio.analysis.model_lineage import facts_of, line_of
from au_studio.analysis.models import ModelEntry
from au_studio.stats.verdict import Told


def card(gain_low: float, n: int) -> dict[str, object]:
    mean = {"icc": 0.7, "base_icc": 0.6, "mae": 0.3, "base_mae": 0.4}
    gains = {"gain": 0.1, "gain_low": gain_low, "gain_high": 0.2, "mae_gain": -0.1, "mae_gain_low": -0.15}
    found = {"mean": {**mean, **gains, "mae_gain_high": -0.05}, "n_frames": n, "n_groups": 8}
    return {"training": {}, "metrics": {"au": {}, **found}}


def told(gain_low: float, n: int) -> Told:
    entry = ModelEntry("m", "m", Path("m.safetensors"), card(gain_low, n))
    return line_of(entry, 0, own=True).told


def test_a_model_is_shown_as_better_only_where_that_is_clear():
    assert told(0.05, 200) is Told.BETTER
    assert told(0.05, 13) is Told.OPEN, "from 13 frames nothing can be told, however clear it looks"


@pytest.mark.parametrize(
    ("training", "warned"),
    [
        ({"kind": "fine-tuned", "persons": 1, "unnamed_recordings": 0}, True),
        ({"kind": "fine-tuned", "persons": 0, "unnamed_recordings": 1}, True),
        ({"kind": "fine-tuned", "persons": 1, "unnamed_recordings": 1}, False),
        ({"kind": "fine-tuned", "persons": 3}, False),
        ({"kind": "fine-tuned"}, False),
        ({"kind": "pre-trained", "persons": 1}, False),
        ({}, False),
    ],
)
def test_the_card_of_a_model_that_learned_from_one_person_says_whom_it_is_not_for(training, warned):
    entry = ModelEntry("m", "m", Path("m.safetensors"), {"training": training})
    facts = dict(facts_of(entry, [entry]))
    assert ("For whom" in facts) is warned
    assert not warned or "reads other people far worse" in facts["For whom"]
