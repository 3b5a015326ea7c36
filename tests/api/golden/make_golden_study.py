"""Make a whole golden study: ``python tests/api/golden/make_golden_study.py``, once; then it never changes.

It stands for the studies of version 0.1 that are on people's disks: not the database alone
(``tests/study/golden`` has one of every schema), but stored intensities, face tracks, pictures of the sample,
a model's card and the job that it came from.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "analysis"))

from drawn import moving_face, write_model, write_video

from au_studio.analysis.recording import analyze_recording
from au_studio.jobs.job import FinetuneJob, LabelledRecording, RatedCell, save_job
from au_studio.study.samples import DrawRequest
from au_studio.study.study import Study
from au_studio.video.hashing import content_hash
from au_studio.video.index import index_video
from au_studio.video.pictures import pixel_digest, write_picture
from au_studio.video.reader import FrameReader

HERE = Path(__file__).parent
WEIGHTS = b"weights would lie here"


def main() -> None:
    """Write ``Golden.austudio`` and ``session.mp4`` beside this file unless they are there."""
    if (HERE / "Golden.austudio").exists():
        raise SystemExit("It is there already; golden studies do not change.")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "Golden.austudio"
        video = write_video(Path(folder) / "session.mp4", moving_face(24, absent=range(8, 12)))
        with Study.create(made, "Golden study") as study:
            fill(study, video)
        # A closed study is one file: nothing of its journal may be needed.
        database = sqlite3.connect(made / "study.sqlite")
        database.execute("PRAGMA journal_mode=DELETE")
        database.close()
        shutil.rmtree(made / "backups")
        (made / "lock").unlink(missing_ok=True)
        shutil.copytree(made, HERE / made.name)
        shutil.copy2(video, HERE / video.name)


def fill(study: Study, video: Path) -> None:
    """Put something of every kind into a study."""
    index = index_video(video)
    recording = study.add_recording(
        video,
        duration=index.duration,
        n_frames=index.n_frames,
        content_hash=content_hash(video),
        person="P01",
        condition="pain",
    )
    study.set_group(recording.id, "patients")
    tuned = add_model(study)
    network = write_model(study.path / "network.safetensors")
    analysis = analyze_recording(
        video,
        network,
        study.analysis_path(recording.id, tuned),
        tracks_path=study.tracks_path(recording.id),
        device="cpu",
    )
    for file in (network, network.with_suffix(".json")):
        file.unlink()
    say_which_model(study.analysis_path(recording.id, tuned), study.model(tuned).sha256)
    first, second = study.add_coder("AB"), study.add_coder("CD")
    request = DrawRequest(recording.id, index.digest(), index.pts, analysis.success)
    (sample,) = study.draw([request], seed=17, count=4, overlap=0.5)
    with FrameReader(index) as reader:
        for pts in sample.pts:
            image = reader.read(int(index.pts.searchsorted(pts))).image
            write_picture(study.samples_path(recording.id) / f"{pts}.png", image, index.reading)
            study.note_picture(recording.id, pts, pixel_digest(image))
    for level, pts in enumerate(sample.pts):
        study.rate(first.id, recording.id, pts, 12, level, seconds=1.5)
        study.rate(second.id, recording.id, pts, 12, level if level else None, code=None if level else 70)
    study.rate(first.id, recording.id, sample.pts[0], 4, 2, unsure=True, side="L")
    study.set_note(first.id, recording.id, sample.pts[0], "talks")
    kind = study.add_marker_kind("question", key=1)
    study.add_marker(recording.id, kind.id, int(index.pts[2]), int(index.pts[6]), "the third one")
    study.set_default_model(tuned)
    labelled = LabelledRecording(
        video=str(video),
        tracks=str(study.tracks_path(recording.id)),
        crops=str(study.samples_path(recording.id) / "windows"),
        group="P01",
        recording_id=recording.id,
        ratings=tuple(RatedCell(r.pts, r.au, r.value) for r in study.ratings(first.id)),
    )
    save_job(
        FinetuneJob("base.safetensors", str(study.model_path(tuned)), "After 4 frames", (labelled,), seed=17),
        study.path / "jobs" / f"{tuned}.json",
    )


def add_model(study: Study) -> str:
    """Add a model whose weights nobody needs here."""
    checkpoint = study.model_path("tuned-1")
    checkpoint.write_bytes(WEIGHTS)
    card = {"name": "After 4 frames", "parent": "base", "sha256": hashlib.sha256(WEIGHTS).hexdigest()}
    checkpoint.with_suffix(".json").write_text(json.dumps(card), encoding="utf-8")
    study.add_model(checkpoint, card)
    return "tuned-1"


def say_which_model(path: Path, sha256: str) -> None:
    """Make an analysis one of the study's own model: the network that made it is too large to keep here."""
    import h5py

    with h5py.File(path, "r+") as file:
        made = json.loads(file.attrs["provenance"])
        made["model"] |= {"file": "tuned-1.safetensors", "name": "After 4 frames", "sha256": sha256}
        file.attrs["provenance"] = json.dumps(made, ensure_ascii=False)


if __name__ == "__main__":
    main()
