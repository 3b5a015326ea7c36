"""Stands in for the child process of a job: says what a real one says, and obeys stop and cancel."""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path

LINES: list[str] = []


def say(event: str, **fields: object) -> None:
    print(json.dumps({"event": event, **fields}), flush=True)


def listen() -> None:
    for line in sys.stdin:
        LINES.append(line.strip())
        HEARD.set()


HEARD = threading.Event()
EVALUATION = {
    "au": {
        "1": {"n": 20, "icc": 0.7, "mae": 0.3, "base_icc": 0.4, "base_mae": 0.6, "constant_mae": 0.8},
        "12": {"n": 20, "icc": None, "mae": 0.1, "base_icc": None, "base_mae": 0.1, "constant_mae": 0.0},
    },
    "mean": {"icc": 0.7, "mae": 0.2, "base_icc": 0.4, "base_mae": 0.35, "constant_mae": 0.4},
    "n_frames": 20,
    "scheme": "2 folds; whole persons (or recordings) are held out.",
}


def write_model(output: Path, name: str) -> None:
    from au_studio.resources import sha256

    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(b"weights of " + name.encode())
    card = {"name": name, "created": "2026-01-31T12:00:00+00:00", "sha256": sha256(output)}
    output.with_suffix(".json").write_text(json.dumps(card))


def finetune(job: dict, behaviour: str) -> int:
    say("notice", text="2 of 22 rated frames show no face and are left out.")
    for step in range(1, 5):
        say("progress", done=step, total=12, message="Learning from all ratings")
        say("metric", step=step, name="loss", value=2.0 / step, au=None)
    say("metric", step=4, name="icc", value=0.61, au=1)
    say("metric", step=4, name="icc", value=0.61, au=None)
    say("metric", step=4, name="mae", value=0.31, au=None)
    if behaviour == "crash":
        print("Segmentation something, in words", file=sys.stderr)
        return 9
    if behaviour == "wait":
        HEARD.wait(30)
        if LINES[-1:] == ["pause"]:
            say("done", result={"paused": True})
            return 130
        if LINES[-1:] == ["cancel"]:
            say("done", result={"cancelled": True})
            return 130
    write_model(Path(job["output"]), job["name"])
    evaluation = json.loads(json.dumps(EVALUATION))
    if job["before"] is not None:
        evaluation["au"]["1"]["icc"] = evaluation["mean"]["icc"] = 0.75
    if behaviour == "learn of persons":
        evaluation["within"] = {
            **json.loads(json.dumps(EVALUATION)), "n_frames": 18, "scheme": "Stretches are held out.",
        }  # fmt: skip
        evaluation["whole_groups"], evaluation["groups"] = True, "recordings"
        evaluation["within"]["au"]["1"]["icc"] = evaluation["within"]["mean"]["icc"] = 0.9
    result = {"model": job["output"], "evaluation": evaluation, "stopped": bool(LINES)}
    say("done", result=result)
    return 0


def pretrain(job: dict, behaviour: str) -> int:
    for step in range(1, 5):
        say("progress", done=step, total=4, message="Learning from the recordings, without ratings")
        say("metric", step=step, name="loss", value=6.0 - step, au=None)
    if behaviour == "wait":
        HEARD.wait(30)
        if LINES[-1:] == ["cancel"]:
            say("done", result={"cancelled": True})
            return 130
    write_model(Path(job["output"]), job["name"])
    say("done", result={"model": job["output"], "measures": {}, "stopped": bool(LINES)})
    return 0


def analyze(job: dict, behaviour: str) -> int:
    say("progress", done=1, total=2, message="Analysing")
    if behaviour == "crash":
        return 9
    if behaviour == "slow":
        HEARD.wait(30)
        say("done", result={"paused" if LINES[-1:] == ["pause"] else "cancelled": True})
        return 130
    n = store_analysis(
        Path(job["video"]), Path(job["output_h5"]), job["target_person"], complete=behaviour != "cut short"
    )
    if behaviour == "cut short":
        say("error", message=f"{Path(job['video']).name} is cut short.", next_step="", details="")
        return 1
    say("done", result={"frames": n})
    return 0


def store_analysis(video: Path, output: Path, target_person: int | None, *, complete: bool = True) -> int:
    import numpy as np

    from au_studio.analysis.results import RecordingAnalysis
    from au_studio.analysis.store import save_analysis
    from au_studio.video.index import index_video

    index = index_video(video)
    n = index.n_frames
    analysis = RecordingAnalysis(
        aus=(1, 12),
        pts=index.pts,
        times=index.times,
        intensities=np.full((n, 2), 1.5, np.float32),
        confidence=np.full(n, 0.9, np.float32),
        success=np.ones(n, np.bool_),
        person=np.zeros(n, np.int16),
        boxes=np.zeros((n, 4), np.float32),
        provenance={
            "model": {"name": "made up"},
            "target_person": target_person,
            "complete": complete,
            "frames_read": n,
        },
    )
    save_analysis(output, analysis)
    return n


if __name__ == "__main__":
    threading.Thread(target=listen, daemon=True).start()
    described = json.loads(Path(sys.argv[1]).read_text())
    run = {"finetune": finetune, "pretrain": pretrain, "analyze": analyze}[described["kind"]]
    sys.exit(run(described, sys.argv[2]))
