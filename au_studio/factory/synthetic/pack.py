"""Film the benchmark pack: short films of made-up people with exact intensities, small enough to ship.

Persons, skins, hair and light of its parts (train, validation, test) differ, and both rigs are in every part,
so that a rig can be held out. What is there already is kept: an interrupted filming goes on.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from au_studio.corpora.rendered import PACK_FORMAT, PARTS, RIGS
from au_studio.factory.synthetic.assets import ATTRIBUTION
from au_studio.factory.synthetic.clips import render_clip
from au_studio.factory.synthetic.scene import draw_light
from au_studio.factory.synthetic.shards import GENERATOR_VERSION
from au_studio.files import write_text

PERSONS = {"ict": (24, 4, 8), "makehuman": (14, 3, 7)}
"""Persons by rig: train, validation, test."""
SECONDS, RATE, SIDE = 4.0, 25, 256


def film_pack(
    folder: Path,
    assets_folder: Path,
    *,
    seed: int = 1,
    persons: dict[str, tuple[int, int, int]] | None = None,
    seconds: float = SECONDS,
    on_progress: Callable[[int, int, str], None] = lambda done, total, name: None,
) -> Path:
    """Film every person of the pack and write its manifest last.

    Parameters
    ----------
    folder : Path
        Where films, intensities and ``manifest.json`` go.
    assets_folder : Path
        The face assets.
    seed : int
        Everything follows from it.
    persons : dict, optional
        As `PERSONS`.
    seconds : float
        Length of each film.
    on_progress : callable
        Hears (films done, films, name).

    Returns
    -------
    Path
        The manifest.

    Raises
    ------
    AssetsError, RenderError
        If the assets are missing, or nothing can be drawn here.
    """
    folder.mkdir(parents=True, exist_ok=True)
    counts = persons or PERSONS
    cast = [
        (rig, part, f"{rig}-{part}-{number:02d}")
        for rig, of_parts in counts.items()
        for part, count in zip(PARTS, of_parts, strict=True)
        for number in range(count)
    ]
    films = []
    for number, (rig, part, name) in enumerate(cast):
        on_progress(number, len(cast), name)
        person = seed * 10_007 + number
        if not (folder / f"{name}.csv").is_file():
            split = PARTS.index(part)
            render_clip(
                person,
                RIGS.index(rig),
                seconds,
                RATE,
                (SIDE, SIDE),
                folder / f"{name}.mp4",
                assets_folder=assets_folder,
                split=split,
                story=False,
                light=draw_light(np.random.default_rng([person, 92]), split),
            )
        films.append({"file": name, "person": name.partition("-")[2], "rig": rig, "part": part})
    manifest = {
        "format": PACK_FORMAT,
        "name": f"synthetic-pack-{GENERATOR_VERSION}-seed{seed}-{len(films)}",
        "generator_version": GENERATOR_VERSION,
        "seed": seed,
        "films": films,
        "attribution": list(ATTRIBUTION),
        "notes": ["Intensity 5 is the rig's full excursion, not a FACS coder's E."],
    }
    write_text(folder / "manifest.json", json.dumps(manifest, indent=1) + "\n")
    return folder / "manifest.json"
