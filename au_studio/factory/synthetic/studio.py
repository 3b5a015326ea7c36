"""One worker's studio: rigs, skins, renderer and face detector, made once and used for many people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from au_studio.factory.synthetic.acting import Acting
from au_studio.factory.synthetic.arrays import Floats, f32
from au_studio.factory.synthetic.assets import FaceAssets
from au_studio.factory.synthetic.atlas import SkinAtlas
from au_studio.factory.synthetic.controls import (
    CONTROL_INDEX,
    control_vector,
    wrinkle_drive,
)
from au_studio.factory.synthetic.ict import IctRig
from au_studio.factory.synthetic.identity import ICT, MAKEHUMAN, Identity, draw_identity
from au_studio.factory.synthetic.makehuman import MakeHumanRig
from au_studio.factory.synthetic.renderer import LoadedHead, Renderer
from au_studio.factory.synthetic.scene import Setting, project
from au_studio.factory.synthetic.skin import paint_skin

_FOLD_SHARE = 0.5


class Studio:
    """Everything needed to photograph made-up people.

    Parameters
    ----------
    assets : FaceAssets
        The rigs and pictures.
    width, height : int
        Size of the pictures in pixels.
    supersampling : float
        See `Renderer`.

    Raises
    ------
    RenderError
        If no off-screen OpenGL is available.
    """

    def __init__(self, assets: FaceAssets, width: int, height: int, supersampling: float = 1.75) -> None:
        self._assets = assets
        self._atlas = SkinAtlas(assets)
        self._rigs: dict[int, IctRig | MakeHumanRig] = {ICT: IctRig(assets), MAKEHUMAN: MakeHumanRig(assets)}
        self._renderer = Renderer(assets, width, height, supersampling)
        self._eyes = assets.names("eyes")
        self.width, self.height = width, height

    def close(self) -> None:
        """Give the renderer back."""
        self._renderer.close()

    @contextmanager
    def person(self, seed: int, rig: int, split: int, geometry: str | None = None) -> Iterator[Person]:
        """Invite one person; what they hold of the graphics memory is given back at the end.

        See `identity.draw_identity`, and `acting.Acting` for `geometry`.
        """
        identity = draw_identity(seed, rig, split, eyes=self._eyes)
        skin = paint_skin(self._assets, self._atlas, identity.look, identity.hair_colour)
        head = self._renderer.load(self._rigs[rig].head(identity), identity, skin)
        try:
            yield Person(self, self._renderer, identity, head, Acting(identity, head.head, geometry))
        finally:
            head.release()


class Person:
    """One person before the camera; made by `Studio.person`."""

    def __init__(
        self, studio: Studio, renderer: Renderer, identity: Identity, head: LoadedHead, acting: Acting
    ) -> None:
        self.identity, self.acting = identity, acting
        self._studio, self._renderer, self._head = studio, renderer, head
        self._rest = control_vector(identity.rest)
        self._folds = _FOLD_SHARE * f32(identity.folds)

    def shown(self, intensities: Floats, nuisance: Floats) -> Floats:
        """Return the intensities to write down for pictures of these (see `controls.shown_intensities`)."""
        return self.acting.shown(intensities, nuisance)

    def photograph(
        self,
        intensities: Floats,
        asymmetry: Floats,
        nuisance: Floats,
        gaze: tuple[float, float],
        setting: Setting,
    ) -> tuple[NDArray[np.uint8], Floats]:
        """Take one picture.

        Parameters
        ----------
        intensities, asymmetry : float32 ndarray, shape (len(AUS),)
            Intensities in [0, 5] and how one-sided each is, in [-1, 1].
        nuisance : float32 ndarray, shape (len(CONTROLS),)
            Movement that no label names.
        gaze : tuple of float
            Left and up, in radians.
        setting : Setting
            Where.

        Returns
        -------
        picture : uint8 ndarray, shape (height, width, 3)
            sRGB.
        anchors : float32 ndarray, shape (3, 2)
            Right-eye centre, left-eye centre and base of the nose in pixels, exactly.
        """
        identity = self.identity
        acting = self.acting.controls(intensities, asymmetry) + nuisance
        controls = acting + self._rest
        for side in "LR":  # who holds the lids wide at rest still shuts them to blink
            shut = min(float(acting[CONTROL_INDEX[f"eyeBlink_{side}"]]), 1.0)
            for name in ("eyeWide", "eyeBlink"):
                control = CONTROL_INDEX[f"{name}_{side}"]
                controls[control] -= shut * self._rest[control]
        sculpted = self.acting.sculpted(intensities, asymmetry)
        face = self._head.head.deform(np.clip(controls, -0.35, self.acting.most), gaze, sculpted)
        wrinkles = wrinkle_drive(intensities) * identity.wrinkles + self._folds
        picture = self._renderer.draw(self._head, face, setting, wrinkles)
        anchors = project(face.anchors, setting.pose, setting.camera, self._studio.width, self._studio.height)
        return picture, anchors
