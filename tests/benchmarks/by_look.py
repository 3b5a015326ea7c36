"""Whom a model reads well, on rendered persons: ``by_look.py CORPUS … --assets FACES``.

Prints, for one model (``--model``; the shipped one by default) and the test part of corpora of ``corpus
synthetic``, the mean ICC(3,1) with its 95 % interval over persons, apart for brows and lids (AU1, 2, 4, 5)
and for all other units: by rig, hair, glasses, skin, age and sex. Who a person is follows from the corpus's
seed. Groups differ in more than one way (hair goes with sex, say): a difference is a hint, not a cause.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from au_studio import resources
from au_studio.factory.synthetic.assets import default_folder, load_assets
from au_studio.factory.synthetic.identity import TEST, Identity, draw_identity
from au_studio.factory.synthetic.shards import GENERATOR_VERSION, person_seed
from au_studio.learn.judging.evaluation import predict_clips
from au_studio.learn.material.clips import Clip, shrunk
from au_studio.learn.material.corpus import RIGS, read_corpus, read_manifest
from au_studio.nn.checkpoint import load_checkpoint
from au_studio.stats.mean_icc import mean_icc

BROWS = (1, 2, 4, 5)
FEWEST = 5
"""Persons that a group needs to be shown."""


def looks(person: Identity) -> Iterator[str]:
    """Return the groups that a person belongs to."""
    yield "everybody"
    yield f"rig: {RIGS[person.rig]}"
    yield f"hair: {person.hair or 'none'}"
    yield f"glasses: {'yes' if person.glasses else 'no'}"
    yield f"skin: {'dark' if '_darkskinned_' in person.look.skin else 'light'}"
    yield f"age: {('young', 'middle', 'old')[min(int(3 * person.age), 2)]}"
    yield f"sex: {'feminine' if person.sex < 0.5 else 'masculine'}"


def persons_of(folder: Path, clips: list[Clip], eyes: tuple[str, ...]) -> list[Identity]:
    """Return who is in each clip of a corpus."""
    seed = int(read_manifest(folder)["seed"])
    found = []
    for clip in clips:
        rig, _, number = clip.group.rpartition("-")
        identity = int(number.rpartition(".")[2])
        found.append(draw_identity(person_seed(seed, identity), RIGS.index(rig), TEST, eyes=eyes))
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--assets", type=Path, default=default_folder())
    parser.add_argument("--model", type=Path, default=resources.path("models") / "base.safetensors")
    arguments = parser.parse_args()
    if arguments.assets is None:
        parser.error("name the folder of face assets with --assets")
    model, _ = load_checkpoint(arguments.model)
    aus = model.config.aus
    eyes = load_assets(arguments.assets).names("eyes")
    clips: list[Clip] = []
    persons: list[Identity] = []
    for folder in arguments.corpora:
        if (made := read_manifest(folder)["generator_version"]) != GENERATOR_VERSION:
            print(
                f"{folder.name} is of generator version {made}: {GENERATOR_VERSION} may draw other persons."
            )
        found = read_corpus(folder, "test", aus, among_others=True)
        part = [shrunk(clip, model.config.crop_size) for clip in found]
        clips += part
        persons += persons_of(folder, part, eyes)
    predicted = predict_clips(model, clips, torch.device("cpu"))
    groups: dict[str, list[int]] = {}
    for place, person in enumerate(persons):
        for look in looks(person):
            groups.setdefault(look, []).append(place)
    brows = [k for k, au in enumerate(aus) if au in BROWS]
    others = [k for k, au in enumerate(aus) if au not in BROWS]
    print(f"{'':22} persons  frames   brows and lids        all others")
    for look, places in sorted(groups.items()):
        names = np.concatenate([[clips[k].group] * len(clips[k]) for k in places])
        if len(set(names)) < FEWEST:
            continue
        truth = np.concatenate([clips[k].intensities for k in places])
        read = np.concatenate([predicted[k] for k in places])
        told = []
        for columns in (brows, others):
            icc = mean_icc(truth[:, columns], read[:, columns], names, absolute=False, ratings="first")
            told.append(f"{icc.value:.2f} [{icc.low:.2f}, {icc.high:.2f}]")
        print(f"{look:22} {len(set(names)):7} {len(names):7}   {told[0]}   {told[1]}")


if __name__ == "__main__":
    main()
