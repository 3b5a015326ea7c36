"""A look ahead where the playhead is, while the exact analysis has not come that far.

The exact analysis is one causal pass from the first frame. Where the user jumps ahead of it, the same model
starts a second before, to warm its memory up; these values are provisional and replaced later.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import numpy as np

from au_studio.analysis.analyzer import Analyzer
from au_studio.analysis.estimators import load_estimator
from au_studio.analysis.rest import RestChoice
from au_studio.analysis.results import FrameAnalysis
from au_studio.video.errors import VideoError
from au_studio.video.index import VideoIndex, index_video
from au_studio.video.reader import Frame, FrameReader

WARM_UP = 1.0
"""Seconds analysed before the place that is looked at, to fill the model's memory."""

LOOK_AHEAD = 8.0
"""Seconds after the playhead that are wanted soon."""


class Preview:
    """Analyses around the playhead, a batch at a time.

    Parameters
    ----------
    video, model : Path
        The recording and the checkpoint.
    device : str
        Where the network runs, as `au_studio.nn.device.choose_device` takes it.
    target_person : int or None
        Whose face is read; None for the largest.
    batch : int
        Frames per step.
    backend : str
        Face backend.
    rest : RestChoice or None
        What is taken for a person's rest; one that is known later is the running one here.
    index : VideoIndex, optional
        Of this very file, when it was made already.
    """

    def __init__(
        self,
        video: Path,
        model: Path,
        device: str,
        *,
        target_person: int | None,
        batch: int,
        backend: str,
        rest: RestChoice | None = None,
        index: VideoIndex | None = None,
    ) -> None:
        self._video = video
        self._model = model
        self._device = device
        self._target_person = target_person
        self._batch = batch
        self._backend = backend
        # Traces would wait for nobody.
        self._rest = RestChoice() if rest is None or rest.later else rest
        self._made = index
        self._index: VideoIndex | None = None
        self._reader: FrameReader | None = None
        self._analyzer: Analyzer | None = None
        self._frames: Iterator[Frame] | None = None
        self._next = 0
        self._known: np.ndarray[tuple[int], np.dtype[np.bool_]] = np.zeros(0, dtype=np.bool_)

    def advance(self, looking_at: int, exact: int) -> list[FrameAnalysis]:
        """Analyse the next wanted frames.

        Parameters
        ----------
        looking_at : int
            Frame at the playhead.
        exact : int
            Frames that the exact analysis has done already, from the first one.

        Returns
        -------
        list of FrameAnalysis
            In order, without those that cannot be decoded; empty when everything wanted soon is known.
        """
        if looking_at < exact - self._batch:
            return []
        if self._index is None:
            self._open()
        assert self._index is not None
        index = self._index
        looking_at = min(max(looking_at, 0), index.n_frames - 1)
        wanted_end = index.position_at(float(index.times[looking_at]) + LOOK_AHEAD) + 1
        missing = np.flatnonzero(~self._known[max(looking_at, exact) : wanted_end])
        if not len(missing):
            return []
        first = max(looking_at, exact) + int(missing[0])
        if first - exact < 2 * self._batch:
            # The exact analysis is about to get there by itself.
            return []
        if self._frames is None or first != self._next:
            self._restart(index, first)
        assert self._analyzer is not None
        results = self._analyzer.push(self._read(self._batch))
        if not results:
            self._known[first:] = True
            return []
        self._known[first : results[-1].position + 1] = True
        self._next = results[-1].position + 1
        return [result for result in results if result.position >= exact]

    def close(self) -> None:
        """Close the file."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _open(self) -> None:
        self._index = self._made or index_video(self._video)
        self._known = np.zeros(self._index.n_frames, dtype=np.bool_)
        self._reader = FrameReader(self._index, threads=1, planes=True)
        estimator, card = load_estimator(self._model, self._device)
        self._analyzer = Analyzer(
            estimator, card, self._backend, target_person=self._target_person, rest=self._rest
        )

    def _restart(self, index: VideoIndex, first: int) -> None:
        assert self._reader is not None
        assert self._analyzer is not None
        start = index.position_at(float(index.times[first]) - WARM_UP)
        self._analyzer.reset()
        self._frames = self._reader.frames(start)
        warming = True
        while warming and (frames := self._read(self._batch)):
            before = [frame for frame in frames if frame.position < first]
            self._analyzer.push(before)
            # Some frames may give no picture, so that counting does not tell where the first wanted one is.
            warming = len(before) == len(frames)
            self._frames = chain(frames[len(before) :], self._frames)

    def _read(self, most: int) -> list[Frame]:
        """Return the next frames; fewer, or none, where the recording ends, also where it is cut short."""
        assert self._frames is not None
        frames: list[Frame] = []
        # The exact analysis comes there, too, and tells of it.
        with contextlib.suppress(VideoError, StopIteration):
            while len(frames) < most:
                frames.append(next(self._frames))
        return frames
