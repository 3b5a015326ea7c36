"""Render a corpus: its shards in several processes; a rendering that was interrupted goes on."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from pathlib import Path
from typing import Any

from au_studio.errors import Stopped
from au_studio.face.align import CROP_SIZE
from au_studio.factory.synthetic.assets import ATTRIBUTION, load_assets
from au_studio.factory.synthetic.controls import AUS
from au_studio.factory.synthetic.corpus import (
    CLIP,
    CROP_MARGIN,
    CROP_SIDE,
    MANIFEST,
    CorpusError,
    Manifest,
    read_manifest,
    shard_attributes,
    shard_path,
    write_manifest,
)
from au_studio.factory.synthetic.identity import HAIR, SKINS, SPLIT_NAMES, TEST, TRAIN, VALIDATION
from au_studio.factory.synthetic.plan import TEST_SHARE, VALIDATION_SHARE, CorpusSize, ShardPlan, plan_corpus
from au_studio.factory.synthetic.shards import GENERATOR_VERSION, ShardRenderer

_worker: ShardRenderer | None = None

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def _start_worker(assets_folder: Path, niceness: int) -> None:
    global _worker  # noqa: PLW0603 - one per worker process, made once
    if niceness and hasattr(os, "nice"):
        os.nice(niceness)
    _worker = ShardRenderer(assets_folder)


def _render_in_worker(plan: ShardPlan, path: Path) -> int:
    assert _worker is not None
    return _worker.render(plan, path)


def generate_corpus(
    assets_folder: Path,
    folder: Path,
    *,
    seed: int = 1,
    size: CorpusSize | None = None,
    workers: int = 2,
    niceness: int = 0,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Manifest:
    """Render a corpus, or go on with one that was interrupted.

    Parameters
    ----------
    assets_folder, folder : Path
        The face assets; where the corpus goes.
    seed : int
        Everything in the corpus follows from the seed and the size.
    size : CorpusSize, optional
        How much to render.
    workers : int
        Processes; 0 renders in this one.
    niceness : int
        Added to the workers' niceness.
    on_progress : callable
        Called with the number of complete shards and of all shards.
    should_stop : callable
        Asked between shards.

    Returns
    -------
    Manifest

    Raises
    ------
    AssetsError, RenderError
        If the assets are missing, or nothing can be drawn here.
    CorpusError
        If the folder holds a corpus of another seed, size or version.
    Stopped
        If `should_stop` said so; complete shards stay.
    """
    size = size or CorpusSize()
    plans = plan_corpus(seed, size)
    load_assets(assets_folder)  # what is wrong with them is told here; a worker could only break
    folder.mkdir(parents=True, exist_ok=True)
    manifest = _open_manifest(folder, seed, size, len(plans))
    missing = [plan for plan in plans if not shard_path(folder, plan.number).exists()]
    done = len(plans) - len(missing)
    on_progress(done, len(plans))
    if workers == 0:
        rendering = _render_here(assets_folder, folder, missing, should_stop)
    else:
        rendering = _render_in_processes(
            assets_folder, folder, missing, workers=workers, niceness=niceness, should_stop=should_stop
        )
    for _ in rendering:
        done += 1
        on_progress(done, len(plans))
    if done < len(plans):
        raise Stopped(
            f"The rendering stopped after {done} of {len(plans)} shards.",
            next_step="Start it again to go on.",
        )
    manifest.complete = True
    manifest.counts = _count(folder, plans)
    write_manifest(folder, manifest)
    return manifest


def _render_here(
    assets: Path, folder: Path, plans: list[ShardPlan], should_stop: Callable[[], bool]
) -> Iterator[int]:
    if not plans:
        return
    renderer = ShardRenderer(assets)
    try:
        for plan in plans:
            if should_stop():
                return
            yield renderer.render(plan, shard_path(folder, plan.number))
    finally:
        renderer.close()


@contextlib.contextmanager
def one_thread_each() -> Iterator[None]:
    """Let processes that are started meanwhile compute in one thread each.

    NumPy's arithmetic has a thread a core, which wait for the next product by spinning: more than half of
    the processor time of a worker went into that. The libraries read these variables when they are loaded.
    """
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _render_in_processes(
    assets: Path,
    folder: Path,
    plans: list[ShardPlan],
    *,
    workers: int,
    niceness: int,
    should_stop: Callable[[], bool],
) -> Iterator[int]:
    # A forked child would share the parent's OpenGL and thread state: start afresh.
    context = multiprocessing.get_context("spawn")
    with (
        one_thread_each(),
        ProcessPoolExecutor(workers, context, _start_worker, (assets, niceness)) as pool,
    ):
        waiting = {pool.submit(_render_in_worker, plan, shard_path(folder, plan.number)) for plan in plans}
        while waiting:
            ready, waiting = wait(waiting, timeout=1.0, return_when=FIRST_COMPLETED)
            for future in ready:
                yield future.result()
            if should_stop():
                pool.shutdown(wait=True, cancel_futures=True)
                return


def _open_manifest(folder: Path, seed: int, size: CorpusSize, shards: int) -> Manifest:
    wanted = Manifest(
        generator_version=GENERATOR_VERSION,
        seed=seed,
        size=_describe_size(size),
        aus=list(AUS),
        crop={"side": CROP_SIDE, "margin": CROP_MARGIN, "aligned_size": CROP_SIZE, "detector": "mediapipe"},
        splits=_describe_splits(),
        columns={
            "kind": "0 still picture, 1 clip",
            "rig": "0 ICT, 1 MakeHuman",
            "split": "0 train, 1 validation, 2 test",
            "time": "seconds in the clip",
            "clip": "clip number; every still picture has its own",
        },
        attribution=list(ATTRIBUTION),
        notes=[
            "Intensity 5 moves a face as far on every rig (in eye distances); it is not a FACS coder's E.",
            "Crops are aligned to what the face detector found; frames without a face are left out.",
        ],
        shards=shards,
    )
    if not (folder / MANIFEST).exists():
        write_manifest(folder, wanted)
        return wanted
    found = read_manifest(folder)
    if found.name != wanted.name:
        raise CorpusError(
            f"The folder {folder} holds another corpus ({found.name}, not {wanted.name}).",
            next_step="Choose another folder, or the same seed and size to go on with that one.",
        )
    return found


def _describe_size(size: CorpusSize) -> dict[str, int]:
    described = {"static": size.static, "clips": size.clips, "per_identity": size.per_identity}
    return {**described, "frame_rate": size.frame_rate} if size.frame_rate else described


def _describe_splits() -> dict[str, Any]:
    return {
        "shares": {
            "train": 1 - VALIDATION_SHARE - TEST_SHARE,
            "validation": VALIDATION_SHARE,
            "test": TEST_SHARE,
        },
        "disjoint": ["identities", "skins", "hair meshes", "lights"],
        "shared": [
            "rigs (about 65 % ICT, 35 % MakeHuman in every part)",
            "eye colours",
            "brow styles",
            "glasses",
            "the generators of backgrounds, poses and cameras",
            "heads without hair",
        ],
        "skins": {SPLIT_NAMES[k]: list(v) for k, v in SKINS.items()},
        "hair": {SPLIT_NAMES[k]: list(v) for k, v in HAIR.items()},
    }


def _count(folder: Path, plans: list[ShardPlan]) -> dict[str, int]:
    attributes = [shard_attributes(shard_path(folder, plan.number)) for plan in plans]
    tasks = [task for plan in plans for task in plan.tasks]
    return {
        "rows": sum(int(a["rows"]) for a in attributes),
        "without_face": sum(int(a["without_face"]) for a in attributes),
        "identities": len(tasks),
        "clips": sum(task.kind == CLIP for task in tasks),
        **{
            f"identities_{SPLIT_NAMES[k]}": sum(task.split == k for task in tasks)
            for k in (TRAIN, VALIDATION, TEST)
        },
    }
