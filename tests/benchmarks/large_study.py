"""How quick a large study is: ``python tests/benchmarks/large_study.py [RECORDINGS [RATINGS]]``.

Makes a study of so many recordings (500) and ratings (100,000, by two coders, 12 action units) with samples,
notes and a stored analysis of each recording, and prints what people wait for: milliseconds on the wall, on
the wall less what other programs took (on Linux), and of the processor. The recordings are copies of one
short video that differ in a comment.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtWidgets import QApplication
from window_fixtures import write_video

from au_studio.agreement.comparison import ComparisonRequest, compare
from au_studio.agreement.raters import Rater
from au_studio.analysis.models import available_models
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.controllers.study.exporting import ExportController
from au_studio.controllers.workspace import Workspace
from au_studio.export.study_files import write_tables
from au_studio.facs.action_units import DISFA_AUS
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study
from au_studio.ui.app import make_window
from au_studio.video.hashing import content_hash
from au_studio.video.index import index_video

FRAMES = 3000
"""Frames of each stored analysis; the videos themselves are shorter, to be made quickly."""
RATED = 400


def queued() -> float:
    """Return how long this thread was ready to run and had no core, in seconds: other programs had them."""
    told = Path("/proc/thread-self/schedstat")
    return int(told.read_text().split()[1]) / 1e9 if told.is_file() else 0.0


def told(name: str, limit: float, cpu: list[float], wall: list[float], alone: list[float]) -> None:
    """Print medians in milliseconds, also without waiting for a core, and whether that is within `limit`."""
    print(
        f"{name}: wall {np.median(wall) * 1e3:.1f} ms (worst {max(wall) * 1e3:.1f}), "
        f"without waiting for a core {np.median(alone) * 1e3:.1f} ms (worst {max(alone) * 1e3:.1f}), "
        f"CPU {np.median(cpu) * 1e3:.1f} ms, {len(wall)} times; "
        f"wanted {limit * 1e3:.0f} ms: {'yes' if np.median(alone) <= limit else 'NO'}",
        flush=True,
    )


def timed(name: str, limit: float, work: Callable[[], Any], times: int = 1) -> Any:
    """Time some work and return its last result."""
    cpu, wall, alone, result = [], [], [], None
    for _ in range(times):
        c, w, q = time.process_time(), time.perf_counter(), queued()
        result = work()
        cpu.append(time.process_time() - c)
        wall.append(time.perf_counter() - w)
        alone.append(wall[-1] - (queued() - q))
    told(name, limit, cpu, wall, alone)
    return result


def analysis_of(video_hash: str, model: Any, pts: np.ndarray) -> RecordingAnalysis:
    """Return intensities of `FRAMES` frames, made up."""
    aus = model.aus
    times = pts / 1000
    wave = 2.5 + 2.5 * np.sin(times[:, None] / np.arange(1, len(aus) + 1))
    return RecordingAnalysis(
        aus=aus,
        pts=pts,
        times=times,
        intensities=wave.astype(np.float32),
        confidence=np.ones(len(pts), np.float32),
        success=np.ones(len(pts), bool),
        person=np.zeros(len(pts), np.int16),
        boxes=np.zeros((len(pts), 4), np.float32),
        provenance={
            "target_person": None,
            "backend": "mediapipe",
            "model": {"name": model.name, "sha256": model.card["sha256"]},
            "video": {"content_hash": video_hash, "pixel_aspect": "1", "reading": ""},
        },
    )


def make(folder: Path, n_recordings: int, n_ratings: int) -> Path:
    """Make the study and return its folder."""
    first = write_video(folder / "videos.mp4", 60)
    data, index, model = first.read_bytes(), index_video(first), available_models()[0]
    (folder / "videos").mkdir()
    pts = np.arange(FRAMES, dtype=np.int64) * 40
    per_coder = n_ratings // n_recordings // 2
    with Study.create(folder / "Large") as study:
        coders = [study.add_coder(name).id for name in ("AB", "CD")]
        chance = np.random.default_rng(5)
        with study.all_or_none():
            for number in range(n_recordings):
                path = folder / "videos" / f"session {number:04d}.mp4"
                path.write_bytes(data + b"\x00\x00\x00\x10free" + number.to_bytes(8, "big"))
                key = study.add_recording(
                    path,
                    duration=FRAMES / 25,
                    n_frames=FRAMES,
                    content_hash=content_hash(path),
                    person=f"P{number // 2:03d}",
                    condition="AB"[number % 2],
                ).id
                stamps = pts[: RATED * 7 : 7]
                study.draw_sample(key, seed=number, index_digest=index.digest(), pts=stamps, count=60)
                for coder in coders:
                    rows = [
                        RatingInput(key, int(stamps[i // 12]), DISFA_AUS[i % 12], int(chance.integers(0, 6)))
                        for i in range(per_coder)
                    ]
                    study.rate_many(coder, rows)
                    study.set_note(coder, key, int(stamps[0]), "A note.")
                save_analysis(study.analysis_path(key, model.id), analysis_of(content_hash(path), model, pts))
        return Path(study.path)


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    until = time.monotonic() + 60
    while not condition():
        QApplication.processEvents()
        if time.monotonic() > until:
            raise TimeoutError


def main() -> None:
    """Measure."""
    n_recordings, n_ratings = [*map(int, sys.argv[1:]), *(500, 100_000)[len(sys.argv) - 1 :]]
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        began = time.perf_counter()
        root = make(folder, n_recordings, n_ratings)
        print(f"made in {time.perf_counter() - began:.1f} s: {n_recordings} recordings, {n_ratings} ratings")
        workspace = Workspace(home=folder)
        window = make_window(workspace)
        window.show()
        app.processEvents()

        def open_and_paint() -> None:
            assert workspace.open_study(root)
            app.processEvents()

        timed("open the study, window painted", 2.0, open_and_paint)
        keys = [item.id for item in workspace.recordings()]
        study = workspace.study
        assert study is not None

        def switch() -> None:
            keys.append(keys.pop(0))
            workspace.open_recording(keys[0])
            wait_for(lambda: workspace.current is not None and workspace.current.id == keys[0])
            app.processEvents()

        timed("switch to another recording, painted", 0.2, switch, 20)
        model = workspace.models()[0]
        raters = [Rater("coder", coder.id, coder.name) for coder in study.coders()]
        for name, second in (
            ("two coders", raters[1]),
            ("a coder and the model", Rater("model", model.id, "")),
        ):
            request = ComparisonRequest(root, raters[0], second, workspace.models(), backend="mediapipe")
            found = timed(f"agreement of {name}", 2.0, lambda request=request: compare(request))
            print(f"  {found.n_frames} frames")
        export = ExportController(workspace)
        plan = timed(
            "plan the export", 1.0, lambda: export.plan(keys, ("summary",), model.id, (), folder / "e")
        )
        quiet = (lambda *_: None, lambda: False, lambda _: None)
        timed("export the summaries of all", 10.0, lambda: write_tables(plan, *quiet))
        numbers = iter(range(10**6))
        timed(
            "one rating, on the disk",
            0.01,
            lambda: study.rate(raters[0].id, keys[0], 10**6 + next(numbers), 12, 3),
            300,
        )
        timed("samples of one recording", 0.02, lambda: study.samples(keys[0]), 20)
        timed("notes of one recording", 0.02, lambda: study.notes(raters[0].id, keys[0]), 20)
        timed("ratings of one coder, one recording", 0.05, lambda: study.ratings(raters[0].id, keys[0]), 20)
        timed("ratings of one coder", 1.0, lambda: study.ratings(raters[0].id), 3)
        export.close()
        window.close()
        workspace.close()


if __name__ == "__main__":
    main()
