"""How faces move over time: expressions come and go, speech, blinks, gaze and the head.

What a face shows at any one time is in `expressions`. Everything follows from a seed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from au_studio.factory.synthetic.arrays import Floats, f32
from au_studio.factory.synthetic.controls import AUS, CONTROL_INDEX, CONTROLS
from au_studio.factory.synthetic.expressions import (
    COLUMN,
    draw_asymmetry,
    draw_combination,
    draw_level,
    lids_agree,
    lids_for_gaze,
    make_consistent,
)

_DURATIONS: dict[int, tuple[float, float]] = {
    1: (0.4, 3.0),
    2: (0.4, 3.0),
    4: (0.6, 4.0),
    5: (0.3, 1.8),
    6: (0.7, 4.0),
    9: (0.4, 2.0),
    12: (0.8, 4.0),
    15: (0.6, 3.0),
    17: (0.5, 2.5),
}


@dataclass(frozen=True, eq=False)
class Motion:
    """How a face moves, frame by frame.

    Attributes
    ----------
    times : float64 ndarray, shape (T,)
        Seconds.
    intensities : float32 ndarray, shape (T, len(AUS))
        In [0, 5], columns as in `AUS`.
    asymmetry : float32 ndarray, shape (len(AUS),)
        How much stronger the left side is, in [-1, 1].
    nuisance : float32 ndarray, shape (T, len(CONTROLS))
        Controls that no label names: gaze lids, jaw and mouth sideways, pucker, funnel, puffed cheeks.
    gaze, head : float32 ndarrays, shapes (T, 2) and (T, 3)
        Gaze (left, up) and head (yaw, pitch, roll) in radians.
    shift : float32 ndarray, shape (T, 2)
        Sway of the head in cm.
    """

    times: NDArray[np.float64]
    intensities: Floats
    asymmetry: Floats
    nuisance: Floats
    gaze: Floats
    head: Floats
    shift: Floats


def smooth_noise(rng: np.random.Generator, n: int, fps: float, seconds: float) -> NDArray[np.float64]:
    """Return a slow random curve of n frames with standard deviation 1 that turns about every `seconds`."""
    knots = int(np.ceil(n / fps / seconds)) + 4
    at = (np.arange(n) / fps / seconds) + rng.uniform(0.0, 1.0) + 1.0
    values = rng.normal(0.0, 1.0, knots + 2)
    whole = at.astype(int)
    t = at - whole
    t = t * t * (3.0 - 2.0 * t)
    curve = values[whole] * (1 - t) + values[np.minimum(whole + 1, len(values) - 1)] * t
    return np.asarray(curve * 1.15)


def _event(
    times: NDArray[np.float64], start: float, onset: float, apex: float, offset: float
) -> NDArray[np.float64]:
    """Return onset, apex and offset as a curve in [0, 1] (raised cosine flanks)."""
    rise = np.clip((times - start) / onset, 0.0, 1.0)
    fall = np.clip((start + onset + apex + offset - times) / offset, 0.0, 1.0)
    return np.asarray((0.5 - 0.5 * np.cos(np.pi * rise)) * (0.5 - 0.5 * np.cos(np.pi * fall)))


def add_event(
    rng: np.random.Generator,
    motion: Floats,
    times: NDArray[np.float64],
    *,
    start: float,
    units: dict[int, float],
    level: float,
    duration: float | None = None,
) -> float:
    """Add one facial event (onset, apex, offset) to intensities [T, len(AUS)]; return when it ends."""
    lead = max(units, key=lambda au: units[au])
    low, high = _DURATIONS.get(lead, (0.4, 2.5))
    if duration is None:
        duration = float(np.exp(rng.uniform(np.log(low), np.log(high))))
    onset = float(np.clip(duration * rng.uniform(0.12, 0.35), 0.1, 0.9))
    offset = float(np.clip(duration * rng.uniform(0.2, 0.45), 0.15, 1.6))
    apex = max(duration - onset - offset, 0.05)
    wobble = 1.0 + 0.12 * smooth_noise(rng, len(times), 1.0 / max(float(times[1] - times[0]), 1e-3), 0.5)
    for au, share in units.items():
        if len(units) > 1 and rng.random() < 0.08:
            continue
        delay = float(rng.normal(0.0, 0.06))
        curve = _event(
            times, start + delay, onset * rng.uniform(0.8, 1.25), apex, offset * rng.uniform(0.8, 1.25)
        )
        peak = level * share * float(np.exp(rng.normal(0.0, 0.2)))
        motion[:, COLUMN[au]] = np.maximum(motion[:, COLUMN[au]], curve * peak * wobble)
    return start + duration


def add_speech(
    rng: np.random.Generator,
    intensities: Floats,
    nuisance: Floats,
    times: NDArray[np.float64],
    *,
    start: float,
    stop: float,
) -> None:
    """Add a burst of speech in place: some four syllables a second open, round and stretch the mouth."""
    gain = float(rng.uniform(0.5, 1.0))
    at = start
    while at < stop:
        length = float(rng.uniform(0.13, 0.34))
        curve = np.exp(-(((times - at - length / 2) / (0.33 * length)) ** 2))
        kind = rng.random()
        opening = gain * float(rng.uniform(0.8, 4.2))
        for au, size in ((25, opening), (26, opening * float(rng.uniform(0.2, 0.8)))):
            column = intensities[:, COLUMN[au]]
            intensities[:, COLUMN[au]] = np.maximum(column, curve * size)
        if kind < 0.3:
            nuisance[:, CONTROL_INDEX["mouthPucker"]] += curve * rng.uniform(0.2, 0.7) * gain
        elif kind < 0.5:
            nuisance[:, CONTROL_INDEX["mouthFunnel"]] += curve * rng.uniform(0.1, 0.45) * gain
        elif kind < 0.7:
            column = intensities[:, COLUMN[20]]
            intensities[:, COLUMN[20]] = np.maximum(column, curve * rng.uniform(0.3, 2.0) * gain)
        elif kind < 0.8:
            nuisance[:, CONTROL_INDEX["mouthRollLower"]] += curve * rng.uniform(0.1, 0.5)
        at += length * float(rng.uniform(0.8, 1.2))


def _add_blinks(rng: np.random.Generator, nuisance: Floats, times: NDArray[np.float64]) -> None:
    at = float(rng.exponential(2.0))
    while at < times[-1]:
        length = float(rng.uniform(0.1, 0.3))
        curve = _event(times, at, 0.35 * length, 0.15 * length, 0.5 * length) * rng.uniform(0.75, 1.0)
        for side in "LR":
            column = CONTROL_INDEX[f"eyeBlink_{side}"]
            nuisance[:, column] = np.maximum(nuisance[:, column], curve)
        at += 0.4 + float(rng.exponential(2.6))


def _draw_gaze(rng: np.random.Generator, times: NDArray[np.float64], head: Floats) -> Floats:
    """Draw saccades: the eyes hold a place, mostly the camera, and jump."""
    gaze = np.zeros((len(times), 2))
    at = 0.0
    while at < times[-1]:
        until = at + float(rng.uniform(0.4, 2.5))
        away = rng.normal(0.0, [0.2, 0.1]) if rng.random() < 0.4 else rng.normal(0.0, 0.03, 2)
        gaze[(times >= at) & (times < until)] = away
        at = until
    kernel = np.ones(2) / 2
    gaze = np.stack([np.convolve(gaze[:, k], kernel, mode="same") for k in range(2)], axis=1)
    return np.clip(gaze - 0.6 * head[:, :2], [-0.5, -0.35], [0.5, 0.35]).astype(np.float32)


def draw_motion(seed: int, n_frames: int, fps: float, *, activity: float | None = None) -> Motion:
    """Draw how a face moves.

    Parameters
    ----------
    seed : int
        The same seed gives the same motion.
    n_frames : int
        Number of frames, at least 2.
    fps : float
        Frames per second.
    activity : float, optional
        Mean number of facial events per second, about 0.3–1.2; drawn if not given (one clip in twelve is
        neutral throughout).
    """
    rng = np.random.default_rng([seed, 61])
    times = np.arange(n_frames) / fps
    if activity is None:
        activity = 0.0 if rng.random() < 1 / 12 else float(rng.uniform(0.35, 1.1))
    intensities = np.zeros((n_frames, len(AUS)), np.float32)
    nuisance = np.zeros((n_frames, len(CONTROLS)), np.float32)
    at = float(rng.uniform(-1.0, 0.8))
    while activity > 0 and at < times[-1]:
        units = draw_combination(rng)
        end = add_event(rng, intensities, times, start=at, units=units, level=draw_level(rng))
        # Events may overlap a little; now and then the face rests.
        at = end + float(rng.exponential(0.7 / activity)) - 0.35
    if activity > 0 and rng.random() < 0.35:
        start = float(rng.uniform(0.0, times[-1] * 0.7))
        add_speech(rng, intensities, nuisance, times, start=start, stop=start + float(rng.uniform(0.6, 2.5)))
    _add_idle_movement(rng, nuisance, times)
    asymmetry = draw_asymmetry(rng)
    return _finish(rng, times, fps, intensities=intensities, nuisance=nuisance, asymmetry=asymmetry)


def draw_story(seed: int, n_frames: int, fps: float) -> Motion:
    """Draw a short session to show: a smile, raised brows, a frown and speech, with rest in between.

    Parameters
    ----------
    seed, n_frames, fps
        As in `draw_motion`; at least six seconds give every act its time.
    """
    rng = np.random.default_rng([seed, 62])
    times = np.arange(n_frames) / fps
    intensities = np.zeros((n_frames, len(AUS)), np.float32)
    nuisance = np.zeros((n_frames, len(CONTROLS)), np.float32)
    acts: list[dict[int, float] | None] = [
        {6: 0.8, 12: 1.0, 25: 0.7}, {1: 0.9, 2: 1.0, 5: 0.3}, {4: 1.0, 7: 0.3}, None, {15: 0.9, 17: 0.7},
    ]  # fmt: skip
    order = rng.permutation(len(acts))
    slot = (times[-1] - 0.8) / len(acts)
    for place, number in enumerate(order):
        start, units = 0.8 + slot * place, acts[int(number)]
        if units is None:
            add_speech(rng, intensities, nuisance, times, start=start, stop=start + 0.8 * slot)
        else:
            add_event(
                rng,
                intensities,
                times,
                start=start,
                units=units,
                level=float(rng.uniform(2.8, 4.6)),
                duration=0.85 * slot,
            )
    asymmetry = f32(rng.normal(0.0, 0.05, len(AUS)))
    return _finish(rng, times, fps, intensities=intensities, nuisance=nuisance, asymmetry=asymmetry)


def _add_idle_movement(rng: np.random.Generator, nuisance: Floats, times: NDArray[np.float64]) -> None:
    """Add movements of mouth and jaw that no unit names, in place."""
    for name, top in (
        ("mouthLeft", 0.4),
        ("jawRight", 0.35),
        ("jawForward", 0.5),
        ("mouthRollUpper", 0.5),
        ("cheekPuff", 0.7),
    ):
        if rng.random() < 0.12:
            curve = (
                _event(times, float(rng.uniform(0, times[-1])), 0.3, float(rng.uniform(0.1, 0.8)), 0.35) * top
            )
            for control in [name] if name in CONTROL_INDEX else [f"{name}_L", f"{name}_R"]:
                nuisance[:, CONTROL_INDEX[control]] += curve


def _finish(
    rng: np.random.Generator,
    times: NDArray[np.float64],
    fps: float,
    *,
    intensities: Floats,
    nuisance: Floats,
    asymmetry: Floats,
) -> Motion:
    """Add blinks, head motion, gaze and sway."""
    _add_blinks(rng, nuisance, times)
    n_frames = len(times)
    head = _draw_head(rng, n_frames, fps)
    gaze = _draw_gaze(rng, times, head)
    nuisance += lids_for_gaze(gaze)
    shift = np.stack([smooth_noise(rng, n_frames, fps, 1.5) * size for size in (0.6, 0.35)], axis=1)
    nuisance = np.clip(nuisance, 0.0, 1.0)
    intensities = lids_agree(make_consistent(intensities), nuisance)
    return Motion(times, intensities, asymmetry, nuisance, gaze, head, shift.astype(np.float32))


def _draw_head(rng: np.random.Generator, n_frames: int, fps: float) -> Floats:
    """Draw slow turns of the head: float32 (T, 3), yaw within 35°, pitch within 15°, roll within 10°."""
    limits = np.radians([35.0, 15.0, 10.0])
    centre = rng.normal(0.0, 0.35, 3) * limits
    liveliness = rng.uniform(0.05, 0.4)
    curves = [c + liveliness * limit * smooth_noise(rng, n_frames, fps, float(rng.uniform(0.5, 1.6)))
              for c, limit in zip(centre, limits, strict=True)]  # fmt: skip
    return f32(np.clip(np.stack(curves, axis=1), -limits, limits))
