"""Make the golden study of the newest schema: ``python tests/study/golden/make_golden.py``.

Run it once when a schema version is new, commit the file, and never change it again: it stands for the
studies that are on people's disks.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from pathlib import Path

import numpy as np

from au_studio.study.samples import DrawRequest
from au_studio.study.schema import MIGRATIONS
from au_studio.study.study import Study


def main() -> None:
    """Write ``schema-N.sqlite`` beside this file unless it is there."""
    target = Path(__file__).parent / f"schema-{len(MIGRATIONS)}.sqlite"
    if target.exists():
        raise SystemExit(f"{target} exists; golden studies do not change.")
    with tempfile.TemporaryDirectory() as folder:
        video = Path(folder) / "session.mp4"
        video.write_bytes(b"video" * 20)
        with Study.create(Path(folder) / "Golden", "Golden study") as study:
            fill(study, video)
            study.close()
            raw = sqlite3.connect(study.root / "study.sqlite")
            raw.execute("PRAGMA journal_mode=DELETE")
            raw.close()
            shutil.copyfile(study.root / "study.sqlite", target)


def fill(study: Study, video: Path) -> None:
    """Put something of every kind into a study."""
    recording = study.add_recording(
        video, duration=40.0, n_frames=1000, content_hash="hash", person="P01", condition="pain"
    )
    study.set_target_person(recording.id, 1)
    study.name_tracked_person(recording.id, 0, "therapist")
    first, second = study.add_coder("AB"), study.add_coder("agreed", kind="consensus")
    pts = np.arange(1000, dtype=np.int64) * 512
    study.draw_sample(recording.id, count=3, seed=17, index_digest="digest", pts=pts, overlap=0.5)
    study.draw([DrawRequest(recording.id, "digest", pts)], seed=17, count=2, overlap=0.5)
    study.rate(first.id, recording.id, 512, 12, 3, unsure=True, side="L", seconds=2.5)
    study.rate(first.id, recording.id, 512, 1, None, code=70)
    study.revert_many([study.rate(first.id, recording.id, 512, 12, 5)])
    study.rate(second.id, recording.id, 1024, 25, 0, visible="coders")
    study.retract(second.id, recording.id, 1024, 25)
    study.set_note(first.id, recording.id, 512, "talks")
    checkpoint = study.model_path("tuned-1")
    checkpoint.write_bytes(b"weights")
    study.add_model(checkpoint, {"name": "After 5 frames", "parent": "base"})
    study.set_setting("frame_order", "random")
    study.set_group(recording.id, "patients")
    study.set_recording_note(recording.id, "second visit")
    study.set_coder_part(second.id, "double")
    study.remove_coder(study.add_coder("CD").id)
    study.set_model_note("tuned-1", "the one in the paper")
    kind = study.add_marker_kind("question", key=1)
    study.add_marker(recording.id, kind.id, 512, 1024, "the third one")
    study.remove_marker(study.add_marker(recording.id, kind.id, 512).id)


if __name__ == "__main__":
    main()
