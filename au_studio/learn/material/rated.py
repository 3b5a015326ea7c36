"""The rated frames of clips as plain arrays: ratings, of whom, when, and what the network sees there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from au_studio.learn.material.clips import Clip, centre
from au_studio.learn.material.known_codes import KnownCodes
from au_studio.nn.model import IntensityModel
from au_studio.nn.quick_frames import passing_frames

CHUNK = 64
"""Crops that go through the encoder at once."""
WORTH_A_GRAPH = 256
"""Crops from which on making a graph of the encoder costs less than it saves."""
_Chunk = tuple[npt.NDArray[np.uint8], npt.NDArray[np.bool_], npt.NDArray[np.bool_]]


@dataclass(frozen=True, eq=False)
class RatedFrames:
    """N rated frames, in the order of the clips and of time within each.

    Attributes
    ----------
    intensities : float32 [N, A]
        Ratings, 0 to 5; NaN where an action unit was not rated.
    times : float64 [N]
        Seconds in the recording.
    persons, sources : str [N]
        The person (once more the recording, when nobody said who it is of) and the recording of each frame.
    """

    intensities: npt.NDArray[np.float32]
    times: npt.NDArray[np.float64]
    persons: npt.NDArray[np.str_]
    sources: npt.NDArray[np.str_]

    def __len__(self) -> int:
        """Return N."""
        return len(self.intensities)

    @property
    def groups(self) -> str:
        """What `persons` tells apart, in words: persons, where nobody is unnamed, or recordings, or both."""
        unnamed = self.persons == self.sources
        if not unnamed.any():
            return "persons"
        return "recordings" if unnamed.all() else "persons or recordings"


def rated_frames(clips: Sequence[Clip]) -> RatedFrames:
    """Collect the rated frames of clips that have the same action units."""
    rows = [(clip, clip.labelled) for clip in clips if len(clip.labelled)]
    width = clips[0].intensities.shape[1] if clips else 0
    empty = np.empty((0, width), dtype=np.float32)
    return RatedFrames(
        np.concatenate([empty, *(clip.intensities[kept] for clip, kept in rows)]).astype(np.float32),
        np.concatenate([np.empty(0), *(clip.times[kept] for clip, kept in rows)]),
        np.array([clip.group for clip, kept in rows for _ in kept], dtype=np.str_),
        np.array([clip.source for clip, kept in rows for _ in kept], dtype=np.str_),
    )


def chosen_frames(frames: RatedFrames, chosen: npt.NDArray[np.bool_]) -> RatedFrames:
    """Return some of the frames, chosen by a mask [N]."""
    return RatedFrames(
        frames.intensities[chosen], frames.times[chosen], frames.persons[chosen], frames.sources[chosen]
    )


@torch.inference_mode()
def rated_features(
    model: IntensityModel,
    clips: Sequence[Clip],
    device: torch.device,
    known: KnownCodes | None = None,
    on_share: Callable[[float], None] = lambda share: None,
) -> npt.NDArray[np.float64]:
    """Return what the regressor sees at every rated frame.

    Clips are run from their own start, as one stream with restarts, so that batches are full. On a CPU the
    encoder runs in ONNX Runtime where that is there, and the geometry of the next crops is found meanwhile.

    Parameters
    ----------
    model : IntensityModel
    clips : sequence of Clip
    device : torch.device
        Where the model is run.
    known : KnownCodes, optional
        Geometry that was found before; what is found now is added.
    on_share : callable
        Told how much of the crops was looked at, 0 to 1.

    Returns
    -------
    float64 [N, D]
        In the order of `rated_frames`; D inputs of the regressor.
    """
    model = model.to(device).eval().channels_last()
    n_crops = sum(int(clip.labelled[-1]) + 1 for clip in clips if len(clip.labelled))
    frames = None
    if device.type == "cpu" and n_crops >= WORTH_A_GRAPH:
        frames = passing_frames(model, torch.get_num_threads())
    kept: list[npt.NDArray[np.float64]] = []
    state, done = None, 0
    with _Inputs(model) as inputs:
        for (crops, restart, wanted), code in _coded(model, clips, known or KnownCodes()):
            maps = None if frames is None else frames(crops)
            x = torch.from_numpy(crops).to(device).permute(0, 3, 1, 2)[None]
            marks = torch.from_numpy(restart)[None].to(device)
            _, state = model(x, state, marks, maps, None if code is None else code.to(device))
            seen = inputs.last[0].float().cpu().numpy()
            kept.append(seen[wanted].astype(np.float64))
            done += len(crops)
            on_share(min(done / max(n_crops, 1), 1.0))
    return np.concatenate(kept) if kept else np.empty((0, model.regressor.in_features))


def _coded(
    model: IntensityModel, clips: Sequence[Clip], known: KnownCodes
) -> Iterator[tuple[_Chunk, torch.Tensor | None]]:
    """Yield chunks with the codes of their crops, found in another thread while the chunk before is used."""
    geometry = model.geometry
    chunks = _stream(clips, model.config.crop_size)
    if geometry is None:
        yield from ((chunk, None) for chunk in chunks)
        return

    def find(chunk: _Chunk) -> torch.Tensor:
        return known.codes(geometry, chunk[0])

    with ThreadPoolExecutor(1, "geometry") as worker:
        before: tuple[_Chunk, Future[torch.Tensor]] | None = None
        for chunk in chunks:
            coming = chunk, worker.submit(find, chunk)
            if before is not None:
                yield before[0], before[1].result()
            before = coming
        if before is not None:
            yield before[0], before[1].result()


class _Inputs:
    """Listens to what the regressor is given."""

    def __init__(self, model: IntensityModel) -> None:
        self._regressor = model.regressor
        self.last = torch.empty(0)

    def __enter__(self) -> _Inputs:
        self._handle = self._regressor.register_forward_pre_hook(self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        self._handle.remove()

    def _hear(self, _module: torch.nn.Module, inputs: tuple[torch.Tensor, ...]) -> None:
        self.last = inputs[0].detach()


def _stream(clips: Sequence[Clip], size: int) -> Iterator[_Chunk]:
    """Cut the clips up to their last rated frame, end to end, into chunks: crops, restarts, rated or not."""
    parts: list[_Chunk] = []
    room = CHUNK
    for clip in clips:
        stop = int(clip.labelled[-1]) + 1 if len(clip.labelled) else 0
        marks = clip.restart[:stop].copy()
        marks[:1] = True
        rated = np.asarray(np.isfinite(clip.intensities[:stop]).any(axis=1), dtype=bool)
        start = 0
        while start < stop:
            end = min(stop, start + room)
            parts.append((centre(clip.crops[start:end], size), marks[start:end], rated[start:end]))
            room -= end - start
            start = end
            if room == 0:
                yield _joined(parts)
                parts, room = [], CHUNK
    if parts:
        yield _joined(parts)


def _joined(parts: Sequence[_Chunk]) -> _Chunk:
    return (
        np.concatenate([crops for crops, _, _ in parts]),
        np.concatenate([restart for _, restart, _ in parts]),
        np.concatenate([rated for _, _, rated in parts]),
    )
