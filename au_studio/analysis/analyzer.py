"""One recording, frame after frame: faces, the target person's crop, intensities. Causal and chunk-free."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.memory import Memory
from au_studio.analysis.rest import RUNNING, RestChoice, of_average
from au_studio.analysis.results import FrameAnalysis
from au_studio.analysis.target_crops import LocatedFrame, TargetCropper
from au_studio.analysis.tracks import FaceTracks
from au_studio.face.backends import create_backend
from au_studio.face.model import TrackedFace
from au_studio.face.tracker import FaceTracker
from au_studio.nn.estimator import Begin, Estimator, when_wanted
from au_studio.video.reader import Frame

if TYPE_CHECKING:
    import torch

    from au_studio.nn.card import ModelCard
    from au_studio.nn.model import IntensityModel


@dataclass(frozen=True, eq=False)
class Shown:
    """The faces of some frames, and what was begun of them.

    Attributes
    ----------
    crops : uint8[T, S, S, 3]
        RGB.
    restart : bool[T]
        Where time starts anew.
    begun
        Of `au_studio.nn.estimator.Estimator.ahead`.
    """

    crops: NDArray[np.uint8]
    restart: NDArray[np.bool_]
    begun: Any


class Analyzer:
    """Analyses the frames of one recording in the order of time.

    A frame's result depends on it and on earlier frames, never on later ones, and not on how the frames are
    cut into chunks. The two halves, :meth:`locate` with :meth:`ahead` and :meth:`infer`, share no state, so
    that they can go on at the same time.

    Parameters
    ----------
    model : Estimator or IntensityModel
        The network (`au_studio.analysis.estimators.load_estimator`); a model itself runs in torch.
    card : ModelCard or None
        Its card.
    backend_name : str
        Face backend, ``"mediapipe"`` or ``"face-alignment"``.
    device : torch.device or None
        Where a model runs that is no estimator yet; None takes the fastest device.
    target_person : int or None
        Person to analyse; None takes the one with the largest summed box area so far.
    rest : RestChoice or None
        What is taken for a person's rest; None: the running one. Where it is known only later, intensities
        are those of the running rest, and every frame leaves a trace.
    tracks : FaceTracks or None
        Faces found earlier: nothing is detected then, and the positions of the frames choose the faces.

    Attributes
    ----------
    notices : tuple of str
        What people should know about the face backend, e.g. that another one stands in.
    """

    def __init__(
        self,
        model: Estimator | IntensityModel,
        card: ModelCard | None = None,
        backend_name: str = "mediapipe",
        device: torch.device | None = None,
        *,
        target_person: int | None = None,
        tracks: FaceTracks | None = None,
        rest: RestChoice | None = None,
    ) -> None:
        self.card = card
        self.target_person = target_person
        self._predictor = _estimator(model, device)
        self.aus = self._predictor.aus
        self.rest = rest or RestChoice()
        self._tracks = tracks
        self._tracker: FaceTracker | None = None
        self.notices: tuple[str, ...] = ()
        self.backend_name, self.n_landmarks = backend_name, 0
        if tracks is None:
            backend, self.notices = create_backend(backend_name)
            self.backend_name, self.n_landmarks = backend.name, backend.n_landmarks
            self._tracker = FaceTracker(backend)
        self._cropper = TargetCropper(target_person, size=self._predictor.crop_size)

    @property
    def network_engine(self) -> str:
        """What runs the heaviest part of the network, with its version."""
        return self._predictor.engine

    @property
    def device_words(self) -> str:
        """Where the network runs, in words."""
        return self._predictor.device_words

    @property
    def has_rest(self) -> bool:
        """Whether the model measures from a person's rest at all."""
        return self._predictor.has_rest

    @property
    def estimator(self) -> Estimator:
        """The network."""
        return self._predictor

    def push(self, frames: Sequence[Frame]) -> list[FrameAnalysis]:
        """Analyse the next frames; one result per frame, in order."""
        return self.infer([self.locate(frame) for frame in frames])

    def reset(self) -> None:
        """Forget the past, as before the first frame: after a seek, or for another recording."""
        if self._tracker is not None:
            self._tracker.reset()
        self._cropper.reset()
        self._predictor.reset()

    def known_faces(self, position: int) -> tuple[TrackedFace, ...]:
        """Return the faces of a frame as they were found earlier; none when they are found just now."""
        return () if self._tracks is None else tuple(self._tracks.faces_at(position))

    @property
    def seen(self) -> Memory:
        """What `locate` remembers of the frames before."""
        tracker = None if self._tracker is None else self._tracker.memory
        return Memory.of({"tracker": tracker, "cropper": self._cropper.memory})

    @property
    def felt(self) -> Memory:
        """What `infer` remembers of the frames before."""
        return Memory.of(self._predictor.memory)

    def recall(self, seen: Memory, felt: Memory) -> None:
        """Go on after the frame after which these memories were taken."""
        memory = seen.value()
        if self._tracker is not None:
            self._tracker.memory = memory["tracker"]
        self._cropper.memory = memory["cropper"]
        self._predictor.memory = felt.value()

    def locate(self, frame: Frame) -> LocatedFrame:
        """Find the faces of the next frame and crop the target person's."""
        if self._tracks is not None:
            return self._cropper.locate(frame, self._tracks.faces_at(frame.position))
        assert self._tracker is not None
        return self._cropper.locate(frame, self._tracker.update(frame.shown, frame.time))

    def ahead(self, located: Sequence[LocatedFrame], begin: Begin) -> Shown | None:
        """Begin what the next located frames give by themselves, before any after them are located.

        Returns
        -------
        Shown or None
            For `infer` of these very frames; None where no face is shown.
        """
        shown = [frame for frame in located if frame.crop is not None]
        if not shown:
            return None
        crops = np.stack([frame.crop for frame in shown if frame.crop is not None])
        restart = np.array([frame.restart for frame in shown])
        return Shown(crops, restart, self._predictor.ahead(crops, restart, begin))

    def infer(self, located: Sequence[LocatedFrame], shown: Shown | None = None) -> list[FrameAnalysis]:
        """Estimate the intensities of the next frames; one result per frame, in order.

        `shown` is what was begun of them; without it everything is done now.
        """
        shown = self.ahead(located, when_wanted) if shown is None else shown
        rows: Iterator[tuple[NDArray[np.float32], NDArray[np.float32] | None]] = iter(())
        if shown is not None:
            rows = self._rows(shown)
        found = [(None, None) if frame.target is None else next(rows) for frame in located]
        return [
            FrameAnalysis(
                position=frame.position,
                pts=frame.pts,
                time=frame.time,
                faces=frame.faces,
                intensities=values,
                confidence=0.0 if frame.target is None else frame.target.face.score,
                person=None if frame.target is None else frame.target.person,
                trace=trace,
            )
            for frame, (values, trace) in zip(located, found, strict=True)
        ]

    def _rows(self, shown: Shown) -> Iterator[tuple[NDArray[np.float32], NDArray[np.float32] | None]]:
        """Yield the intensities of the next crops, and what they leave for a later rest."""
        if self.rest.kind == RUNNING or not self.has_rest:
            return zip(self._predictor(shown.crops, shown.restart, shown.begun), itertools.repeat(None))
        values, traces = self._predictor.traced(shown.crops, shown.restart, shown.begun)
        if not self.rest.later:
            return zip(of_average(self._predictor, traces), itertools.repeat(None))
        return zip(values, traces, strict=True)


def _estimator(model: Estimator | IntensityModel, device: torch.device | None) -> Estimator:
    if not hasattr(model, "config"):
        return model  # a module has a call of its own, too
    from au_studio.nn.device import best_device  # noqa: PLC0415  torch
    from au_studio.nn.model import IntensityModel  # noqa: PLC0415
    from au_studio.nn.streaming import StreamingPredictor  # noqa: PLC0415

    assert isinstance(model, IntensityModel)
    return StreamingPredictor(model, best_device() if device is None else device)
