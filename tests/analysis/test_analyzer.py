import numpy as np
import pytest
import torch
from drawn import drawn_face, empty_picture, moving_face, picture

from au_studio.analysis.analyzer import Analyzer
from au_studio.nn.checkpoint import load_checkpoint
from au_studio.video.reader import Frame

CPU = torch.device("cpu")


def frames_of(pictures):
    return [Frame(t, t * 10, t / 30, np.ascontiguousarray(image)) for t, image in enumerate(pictures)]


@pytest.fixture(scope="module")
def model(model_path):
    return load_checkpoint(model_path)[0]


def values(results):
    n = len(results[0].intensities) if results[0].intensities is not None else 12
    return np.array([np.full(n, np.nan) if r.intensities is None else r.intensities for r in results])


@pytest.fixture(scope="module")
def frames():
    return frames_of(moving_face(40, absent=range(15, 22)))


@pytest.fixture(scope="module")
def whole(model, frames):
    return Analyzer(model, device=CPU).push(frames)


def test_every_frame_has_its_result_in_order(whole, frames):
    assert [(r.position, r.pts, r.time) for r in whole] == [(f.position, f.pts, f.time) for f in frames]


def test_intensities_are_on_the_scale_and_missing_without_a_face(whole):
    found = [r.intensities is not None for r in whole]
    assert found == [t not in range(15, 22) for t in range(40)]
    shown = values(whole)[found]
    assert shown.min() >= 0
    assert shown.max() <= 5
    assert shown.std(axis=0).max() > 0.05
    assert all(r.confidence == 0 for r in whole[15:22])
    assert all(r.confidence > 0.5 for r in whole[:15])


@pytest.mark.parametrize("chunks", [[1] * 40, [7, 13, 3, 17], [16, 16, 8]])
def test_results_do_not_depend_on_how_frames_are_chunked(model, frames, whole, chunks):
    analyzer = Analyzer(model, device=CPU)
    results, start = [], 0
    for length in chunks:
        results += analyzer.push(frames[start : start + length])
        start += length
    np.testing.assert_allclose(values(results), values(whole), atol=2e-3)


def test_a_result_never_depends_on_later_frames(model, frames, whole):
    first = Analyzer(model, device=CPU).push(frames[:25])
    np.testing.assert_allclose(values(first), values(whole)[:25], atol=2e-3)


def test_temporal_state_starts_anew_after_the_face_was_away(model, frames, whole):
    later = Analyzer(model, device=CPU).push(frames[22:])
    np.testing.assert_allclose(values(later), values(whole)[22:], atol=2e-2)


def test_temporal_state_does_carry_over_while_the_face_stays(model, frames, whole):
    later = Analyzer(model, device=CPU).push(frames[8:12])
    assert np.abs(values(later) - values(whole)[8:12]).max() > 0.02


def test_reset_forgets_the_past(model, frames, whole):
    analyzer = Analyzer(model, device=CPU)
    analyzer.push(frames[5:30])
    analyzer.reset()
    np.testing.assert_allclose(values(analyzer.push(frames)), values(whole), atol=2e-3)


def test_unrelated_photographs_are_each_judged_alone(model):
    """Every picture of such a video is a scene cut: no state may leak from one face to the next."""
    looks = [(214, 170, 145), (120, 80, 60), (235, 200, 180), (160, 120, 95)]
    pictures = [picture(x=5 + 17 * (t % 3), y=3 + 7 * (t % 2), skin=skin) for t, skin in enumerate(looks)]
    backgrounds = [0, 90, 180, 255]
    for image, shade in zip(pictures, backgrounds, strict=True):
        image[:, :5] = shade
        image[150:] = shade
    noise = np.random.default_rng(0).integers(0, 255, (8, 10, 3), dtype=np.uint8)
    for t, image in enumerate(pictures):
        image[:, 170:] = np.kron(np.roll(noise, t, axis=0), np.ones((20, 3, 1), np.uint8))[:, :30]
    together = values(Analyzer(model, device=CPU).push(frames_of(pictures)))
    alone = [values(Analyzer(model, device=CPU).push(frames_of([image])))[0] for image in pictures]
    np.testing.assert_allclose(together, np.array(alone), atol=2e-3)


def test_of_two_persons_the_one_who_fills_more_of_the_picture_is_analysed(model):
    canvas = np.tile(empty_picture(), (1, 2, 1))
    canvas[5:145, 10:150] = drawn_face(140)
    canvas[40:130, 250:340] = drawn_face(90, skin=(120, 80, 60))
    results = Analyzer(model, device=CPU).push(frames_of([canvas] * 20))
    assert len(results[-1].faces) == 2
    large = max(results[-1].faces, key=lambda f: f.face.area).person
    small = next(f.person for f in results[-1].faces if f.person != large)
    other = Analyzer(model, device=CPU, target_person=small).push(frames_of([canvas] * 20))
    chosen = Analyzer(model, device=CPU, target_person=large).push(frames_of([canvas] * 20))
    np.testing.assert_allclose(values(results)[-3:], values(chosen)[-3:], atol=0.05)
    assert np.abs(values(other)[-1] - values(results)[-1]).max() > 0.05
