"""The methods text: true to what the study holds, plain about what is missing, right in number."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from au_studio import __version__
from au_studio.export import methods
from au_studio.export.methods import Methods
from au_studio.export.methods_facts import CoderFacts, ModelFacts, PairFacts, RecordingFacts, StudyFacts
from au_studio.export.words import coefficient, counted, length, percent
from au_studio.study.records import Sample

BASE = ModelFacts(
    "Base",
    {
        "sha256": "ab" * 32,
        "config": {"aus": [6, 12]},
        "training": {
            "kind": "base",
            "corpus": {"what": "rendered faces"},
            "stage2": {"labelled_frames": 1200, "labelled_persons": 40},
            "start": {"start": {"stage1": {"method": "predictive coding", "steps": 600}}},
        },
        "metrics": {
            "test": {
                "what": "unseen rendered persons",
                "all": {"mean": {"icc": 0.73, "mae": 0.27}, "au": {"12": {"icc": 0.95, "mae": 0.2}}},
            }
        },
    },
)
JUDGED = {
    "au": {
        "6": {"icc": None, "mae": 0.1, "lacking": "too few labels"},
        "12": {"icc": 0.8, "icc_low": 0.7, "icc_high": 0.9, "mae": 0.3},
    },
    "mean": {"icc": 0.8, "icc_low": 0.7, "icc_high": 0.9, "base_icc": 0.6, "mae": 0.2, "base_mae": 0.4}
    | {"constant_mae": 0.5, "gain": 0.2, "gain_low": 0.1, "gain_high": 0.3},
    "n_frames": 48,
    "scheme": "4 folds; whole persons are held out.",
    "interval": "95 % intervals by bootstrap over 6 persons.",
    "whole_groups": True,
}
TUNED = ModelFacts(
    "Mine",
    {
        "sha256": "cd" * 32,
        "parent": "ab" * 32,
        "config": {"aus": [6, 12]},
        "training": {
            "kind": "fine-tuned",
            "rated_frames": 48,
            "persons": 6,
            "recordings": 7,
            "seed": 5,
            "further_units": [6],
        },
        "metrics": {**JUDGED, "within": {**JUDGED, "scheme": "5 folds; a stretch is held out."}},
    },
)


def sample(recording_id: str = "r1", **changes: object) -> Sample:
    made = Sample(
        "s1",
        recording_id,
        seed=17,
        index_digest="",
        pts=(0, 9009),
        drawn_order=(9009, 0),
        requested=2,
        fraction=0.4,
        spacing=0,
        overlap=0.0,
        method="rule-1",
        created="",
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def coder(name: str, **changes: object) -> CoderFacts:
    made = CoderFacts(
        name, "human", (6, 12), frames=40, levels=75, not_codable=5, unsure=1, blind=80, unknown=0
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def everything(recording: RecordingFacts) -> Methods:
    """All that a methods text can tell, at once."""
    processing = {"smoothing": {"sd_seconds": 0.15}, "shift_to_ratings": {"coder": "AB"}}
    second = dataclasses.replace(
        recording,
        recording_id="r2",
        person="",
        analysis=dataclasses.replace(
            recording.analysis,
            provenance={**recording.analysis.provenance, "processing": processing, "complete": False},
        ),
    )
    coders = (coder("AB"), coder("CD", kind="imported", unknown=3), coder("Both", kind="consensus", frames=3))
    pairs = (PairFacts(("AB", "CD"), 10, 2, 0.714, 0.31, 0.85),)
    drawn = {"r1": sample(spacing=9000, double_pts=(0,)), "r2": sample("r2", seed=4, fraction=None)}
    adapted = ModelFacts(
        "Adapted", {"sha256": "ef" * 32, "training": {"kind": "stage 1 (contrastive)", "seed": 3}}
    )
    study = StudyFacts((TUNED, adapted, BASE), drawn, coders, pairs, ("s2.mp4",))
    return Methods(study, (recording, second), ("events", "openface"))


@pytest.mark.parametrize("name", ["everything", "little"])
def test_the_whole_text_is_word_for_word_what_it_was(recording, name):
    told = everything(recording) if name == "everything" else Methods(StudyFacts((BASE,)), (recording,))
    golden = (Path(__file__).parent / f"methods_{name}.txt").read_text(encoding="utf-8")
    assert "\n\n".join(methods.paragraphs(told)) + "\n" == golden


@pytest.fixture
def recording(analysis) -> RecordingFacts:
    video = {"duration": 0.25, "mean_rate": 29.97, "time_base": "1/90000"}
    provenance = {**analysis.provenance, "video": video, "backend": "mediapipe", "app_version": "9.8"}
    return RecordingFacts("r1", "P01", dataclasses.replace(analysis, provenance=provenance))


def told(*recordings: RecordingFacts, formats: tuple[str, ...] = (), **facts: object) -> dict[str, str]:
    """Return the paragraphs by their headings."""
    study = StudyFacts(**{"models": (BASE,), **facts})  # type: ignore[arg-type]
    parts = methods.paragraphs(Methods(study, recordings, formats))
    return {part.partition(". ")[0].partition("\n")[0]: part for part in parts}


def test_the_recordings_are_counted_and_the_versions_of_the_analyses_are_told(recording):
    text = told(recording)["Recordings and measurement"]
    assert "every frame of 1 recording of 1 person (0.25 s, 6 frames, 29.97 frames per second)" in text
    assert "with AU Studio 9.8" in text
    assert "MediaPipe's face detector" in text
    assert "found in 83.3 % of the frames. 1 frame without the face is a missing value, not 0." in text
    other = dataclasses.replace(recording, recording_id="r2", person="")
    text = told(recording, other)["Recordings and measurement"]
    assert "2 recordings of 1 person (nobody is named in 1 recording) (0.5 s in all, 12 frames" in text
    assert "2 frames without the face are missing values" in text


def test_what_provenance_does_not_say_is_left_out(analysis):
    bare = dataclasses.replace(analysis, provenance={})
    text = told(RecordingFacts("r1", "", bare))["Recordings and measurement"]
    assert f"every frame of 1 recording (6 frames) with AU Studio {__version__}" in text
    assert "found and aligned" not in text
    assert "per second" not in text


def test_a_recording_that_is_cut_short_is_told(recording):
    cut = dataclasses.replace(
        recording.analysis, provenance={**recording.analysis.provenance, "complete": False}
    )
    text = told(dataclasses.replace(recording, analysis=cut))["Recordings and measurement"]
    assert "1 recording is cut short; what could be read was used." in text


def test_without_sample_and_ratings_the_text_says_so_and_invents_nothing(recording):
    parts = told(recording)
    assert parts["Sampling"] == "Sampling. No frames were drawn at random to be rated."
    assert parts["Coding"] == "Coding. No frames were rated."
    assert "fine-tuned" not in "".join(parts.values())
    assert "neither calibrated to the person nor smoothed" in parts["Values"]


def test_the_draw_is_told_with_all_that_repeats_it(recording):
    text = told(recording, samples={"r1": sample(spacing=9000, double_pts=(0,))})["Sampling"]
    assert "Of 6 frames in 1 recording, 2 (33.3 %) were drawn at random to be rated" in text
    assert (
        "The draw: 40 % of the frames that could be rated, from each recording by itself, seed 17, frames at "
        "least 0.1 s apart, drawing rule “rule-1”." in text
    )
    assert "1 frame of these (50 %) was meant for a second coder, too." in text


def test_a_sample_that_was_extended_and_recordings_without_one_are_told(recording):
    other = dataclasses.replace(recording, recording_id="r2")
    text = told(recording, other, samples={"r1": sample(fraction=0.1)})["Sampling"]
    assert "The draw: at first 10 % of the frames that could be rated, more later, from each" in text
    assert "In 1 recording no frames were drawn." in text


def test_what_a_pooled_draw_gives_one_recording_more_is_no_extension(recording):
    # 24 % of 12 frames are 3, but of twice 6 frames they are 1 each.
    other = dataclasses.replace(recording, recording_id="r2")
    drawn = {
        "r1": sample(pooled=True, fraction=0.24, pts=(0, 3003, 9009)),
        "r2": sample("r2", pooled=True, fraction=0.24, pts=()),
    }
    text = told(recording, other, samples=drawn)["Sampling"]
    assert "The draw: 24 % of the frames that could be rated, from all recordings together" in text


def test_recordings_that_were_drawn_from_in_other_ways_are_told_apart(recording):
    other = dataclasses.replace(recording, recording_id="r2")
    drawn = {"r1": sample(), "r2": sample("r2", seed=4, fraction=None, pooled=True, requested=2)}
    text = told(recording, other, samples=drawn)["Sampling"]
    assert "The draw in 1 recording: 40 % of the frames that could be rated, from each" in text
    assert "The draw in 1 recording: 2 frames, from all recordings together, seed 4" in text


def test_coders_and_their_agreement_are_told(recording):
    pair = PairFacts(("AB", "CD"), 10, 2, 0.714, 0.31, 0.85)
    coders = (coder("AB"), coder("CD", frames=1, levels=1, not_codable=0, unsure=0, blind=1))
    parts = told(recording, coders=coders, pairs=(pair,))
    assert "2 coders rated AU6 and AU12 from 0 (absent) to 5" in parts["Coding"]
    assert "“AB” 40 frames (75 ratings of 0 to 5, 5 not codable, 1 marked as unsure)" in parts["Coding"]
    assert "“CD” 1 frame (1 rating of 0 to 5" in parts["Coding"]
    assert "All ratings were made with neither the model's values nor" in parts["Coding"]
    assert (
        "“AB” and “CD” both rated 10 frames: mean ICC(3,1) .71 over 2 action units, mean absolute difference "
        "0.31, mean exact agreement 85 %." in parts["Coding"]
    )
    assert "Shrout, P. E." in parts["References"]


def test_imported_ratings_a_consensus_and_ratings_of_others_are_told(recording):
    coders = (
        coder("AB", kind="imported", blind=0, unknown=80),
        coder("Both", kind="consensus", frames=3),
    )
    text = told(recording, coders=coders, of_others=("s2.mp4",))["Coding"]
    assert "1 coder rated" in text
    assert "What the coder could see is not on record for 80 ratings that were imported." in text
    assert "All ratings were made" not in text
    assert "A consensus was entered for 3 frames." in text
    assert "No frame was rated by two coders." in text
    assert "Ratings of another person than the one who was measured, in 1 recording, are left out." in text


def test_two_coders_without_an_icc_get_none(recording):
    coders = (coder("AB"), coder("CD"))
    text = told(recording, coders=coders, pairs=(PairFacts(("AB", "CD"), 1, 0, None, 0.0, 1.0),))["Coding"]
    assert "both rated 1 frame; too few, or too much alike, for an ICC." in text


def test_a_model_that_ships_is_told_by_its_card(recording):
    parts = told(recording)
    assert "the model “Base” (SHA-256 abababababababab)" in parts["Model"]
    assert "It reads 2 action units: AU6 (cheek raiser) and AU12 (lip corner puller)." in parts["Model"]
    assert "It learned from 1,200 labelled frames of 40 persons (rendered faces)." in parts["Model"]
    assert "it learned without labels (predictive coding, 600 steps)" in parts["Model"]
    agreement = parts["Agreement of the model"]
    assert "measured on: unseen rendered persons. Mean ICC .73; mean MAE 0.27." in agreement
    assert "AU12 ICC .95, MAE 0.20" in agreement
    assert "It was not measured on recordings of this study." in agreement


def test_a_model_that_was_trained_again_is_told_by_the_step_that_says_what_it_learned_from(recording):
    training = {"kind": "base", "corpus": {"name": "seed 8"}, "start": BASE.card["training"]}
    text = told(recording, models=(ModelFacts("Base", {**BASE.card, "training": training}),))["Model"]
    assert text.endswith(
        "It learned from 1,200 labelled frames of 40 persons (rendered faces). Before that, it learned "
        "without labels (predictive coding, 600 steps). Later training is told by its card."
    )
    training = {"kind": "base", "stage1": {"method": "movement"}}
    text = told(recording, models=(ModelFacts("Base", {"training": training}),))["Model"]
    assert text.endswith("“Base”. It learned without labels (movement).")


def test_a_fine_tuned_model_is_told_with_both_judgements_before_and_after(recording):
    parts = told(recording, models=(TUNED, BASE))
    model = parts["Model"]
    assert (
        "It was fine-tuned from the model “Base” (SHA-256 abababababababab) on 48 rated frames of 6 persons "
        "in 7 recordings (seed 5). AU6 was learned from these ratings alone. “Base” learned from" in model
    )
    text = parts["Agreement of the model"]
    figures = (
        "mean ICC .80, 95 % interval [.70, .90] (the model before .60, gain .20 [.10, .30]); mean MAE 0.20 "
        "(the model before 0.40, guessing the mean rating 0.50); 48 frames."
    )
    assert f"on other frames of the persons who were rated: {figures}" in text
    assert f"on persons whom it did not learn from: {figures}" in text
    assert "AU6 no ICC (too few labels), MAE 0.10; AU12 ICC .80 [.70, .90], MAE 0.30." in text
    assert "How it was found: 4 folds; whole persons are held out." in text
    assert "95 % intervals by bootstrap over 6 persons." in text
    assert "ICC is ICC(3,1)" in text


def test_a_parent_that_is_not_at_hand_is_named_by_its_hash(recording):
    card = {**TUNED.card, "training": {**TUNED.card["training"], "parent_name": "Gone"}}
    text = told(recording, models=(ModelFacts("Mine", card),))["Model"]
    assert "fine-tuned from the model “Gone” (SHA-256 abababababababab)" in text


def test_a_model_that_was_adapted_first_is_told(recording):
    training = {
        "kind": "stage 1 (contrastive, no labels)",
        "clips": 1,
        "frames": 90,
        "recordings": 1,
        "seed": 3,
    }
    adapted = ModelFacts("Adapted", {"sha256": "ef" * 32, "training": training})
    text = told(recording, models=(TUNED, adapted, BASE))["Model"]
    assert (
        "“Adapted” was adapted from the model “Base” (SHA-256 abababababababab) without ratings (contrastive "
        "learning) on 1 clip (90 frames) of 1 recording (seed 3)." in text
    )


@pytest.mark.parametrize(
    "card", [{}, {"training": None, "metrics": [], "config": "x"}, {"metrics": {"au": {}}}]
)
def test_a_card_that_says_nothing_makes_no_figures(recording, card):
    parts = told(recording, models=(ModelFacts("Odd", card),))
    assert parts["Model"] == "Model. Intensities were estimated by the model “Odd”."
    assert "ICC" not in "".join(parts.values())
    assert "Shrout" not in parts["References"]


def test_what_was_done_to_the_values_is_told_and_that_agreement_is_of_those_before(recording):
    def done(**processing: object) -> RecordingFacts:
        provenance = {**recording.analysis.provenance, "processing": processing}
        return dataclasses.replace(
            recording, analysis=dataclasses.replace(recording.analysis, provenance=provenance)
        )

    smooth = {"sd_seconds": 0.15}
    text = told(
        done(smoothing=smooth, shift_to_ratings={"coder": "AB"}),
        done(smoothing=smooth, neutral_baseline={"aus": [6]}),
        done(smoothing=smooth, not_calibrated="Only 6 frames"),
        formats=("events",),
    )["Values"]
    assert "smoothed over time with a Gaussian (standard deviation 0.15 s)" in text
    assert "In 1 recording intensities were calibrated to the person by rated frames" in text
    assert "rated by “AB”" in text
    assert "In 1 recording intensities were calibrated to the person's face at rest" in text
    assert "In 1 recording there was too little to calibrate intensities by." in text
    assert "is that of the values as the model gave them, before this." in text
    assert "frames at 0.75 or more that reaches 1 and lasts at least 0.1 s" in text


def test_it_says_which_resting_face_movement_was_measured_from(recording):
    def made(kind: str, words: str) -> RecordingFacts:
        model = {**recording.analysis.provenance["model"], "rest": words}
        provenance = {**recording.analysis.provenance, "model": model, "rest": kind}
        return dataclasses.replace(
            recording, analysis=dataclasses.replace(recording.analysis, provenance=provenance)
        )

    text = told(made("refined", "refined: …"), made("refined", "refined: …"), made("none", "none: nothing …"))
    assert "In 2 recordings movement was measured from the person's resting face" in text["Values"]
    assert "the calm frames of the whole recording" in text["Values"]
    assert "In 1 recording movement was measured from the resting face of people on average" in text["Values"]
    assert "in a span that was chosen as neutral" in told(made("neutral:3.0", "neutral: …"))["Values"]
    plain = told(made("refined", "none: intensities are absolute (…)"))
    assert "resting face" not in plain["Values"]


def test_the_file_is_utf_8_text_with_a_line_between_paragraphs(recording, tmp_path):
    path = tmp_path / "methods.txt"
    count = methods.write(path, Methods(StudyFacts((BASE,)), (recording,)))
    text = path.read_bytes().decode("utf-8")
    assert len(text.split("\n\n")) == count
    assert text.endswith("need.\n")


def test_figures_are_written_as_in_papers():
    values = (0.714, -0.05, 0.996, -0.001, 1.0, -1.0)
    assert [coefficient(v) for v in values] == [".71", "-.05", "1.00", ".00", "1.00", "-1.00"]
    assert [length(s) for s in (12.44, 65, 60, 7200, 11520)] == [
        "12.4 s",
        "1 min 5 s",
        "1 min",
        "2 h",
        "3 h 12 min",
    ]
    assert (percent(0.02), percent(0.9834), counted(1200, "frame")) == ("2 %", "98.3 %", "1,200 frames")


def test_expected_errors_are_told_where_a_table_has_them(recording):
    errors = np.full_like(recording.analysis.intensities, 0.5)
    given = dataclasses.replace(recording, analysis=dataclasses.replace(recording.analysis, errors=errors))
    assert "expected error of each intensity" in told(given, formats=("openface",))["Values"]
    assert "expected error" not in told(given, formats=("events",))["Values"]
