"""Faces of children: larger eyes, a smaller nose and a shorter jaw, from an adult's mesh."""

from __future__ import annotations

import numpy as np

from au_studio.factory.synthetic.arrays import Floats, f32


def childlike(vertices: Floats, eye: Floats, nose: Floats, amount: float) -> Floats:
    """Return a head's vertices, float32 (n, 3), as a child's.

    Parameters
    ----------
    vertices : float32 ndarray, shape (n, 3)
        All of the head, eyes and teeth too; x = 0 is the middle.
    eye, nose : float32 ndarray, shape (3,)
        Centre of the left eye and base of the nose.
    amount : float
        0 (adult, unchanged) to 1 (a small child).
    """
    unit = 2.0 * float(eye[0])
    out = vertices.astype(np.float32).copy()
    tip = (nose + f32([0.0, 0.12 * unit, 0.15 * unit])) * f32([0.0, 1.0, 1.0])
    away = (vertices - tip) / (f32([0.3, 0.25, 0.4]) * np.float32(unit))
    bell = np.exp(-0.5 * np.minimum((away**2).sum(axis=1), 40.0)) * amount
    out[:, 0] -= 0.22 * bell * vertices[:, 0]
    out[:, 2] -= 0.1 * bell * np.float32(unit)
    for side in (1.0, -1.0):
        centre = eye * f32([side, 1.0, 1.0])
        far = np.linalg.norm(vertices - centre, axis=1) / unit
        fade = np.clip((0.56 - far) / 0.26, 0.0, 1.0)  # the eyeball scales as one: lids keep fitting it
        out += (0.14 * amount * fade**2 * (3.0 - 2.0 * fade))[:, None] * (vertices - centre)
    below = np.clip(float(eye[1]) - 0.4 * unit - vertices[:, 1], 0.0, 2.2 * unit)
    out[:, 1] += 0.16 * amount * below**2 / (below + 0.3 * unit)
    return f32(out)
