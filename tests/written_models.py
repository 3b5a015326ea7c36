"""Models as fine-tuning leaves them, with figures on their cards."""

from __future__ import annotations

import json
from pathlib import Path

from au_studio import resources

EVALUATION = {
    "au": {
        "12": {"n": 40, "icc": 0.8, "icc_low": 0.7, "icc_high": 0.9, "mae": 0.3, "base_icc": 0.6,
               "base_mae": 0.5, "gain": 0.2, "gain_low": 0.1, "gain_high": 0.3, "lacking": ""},
        "20": {"n": 40, "icc": None, "mae": 0.1, "base_icc": None, "base_mae": 0.1,
               "lacking": "too few labels: there (1 to 5) in 2 of 40 held-out frames, 5 are needed"},
    },
    "mean": {"icc": 0.8, "mae": 0.2, "base_icc": 0.6, "base_mae": 0.3},
    "scheme": "5 folds; whole persons are held out.",
    "interval": "95 % intervals by bootstrap over 6 persons.",
    "within": {
        "au": {"12": {"n": 38, "icc": 0.9, "mae": 0.15, "base_icc": 0.65, "base_mae": 0.35}},
        "mean": {"icc": 0.9, "mae": 0.15, "base_icc": 0.65, "base_mae": 0.35},
        "scheme": "3 folds; a stretch of every recording is held out.",
    },
}  # fmt: skip


def write_child(untrained: Path, target: Path, name: str, *, parent: str | None = None) -> Path:
    """Write a model of its own (other bytes at the end of the weights) with its card."""
    target.parent.mkdir(parents=True, exist_ok=True)
    weights = bytearray(untrained.read_bytes())
    weights[-len(name) :] = name.encode()
    target.write_bytes(bytes(weights))
    card = json.loads(untrained.with_suffix(".json").read_text())
    card |= {"name": name, "sha256": resources.sha256(target), "parent": parent, "metrics": EVALUATION}
    card["training"] = {"kind": "fine-tuned", "rated_frames": 40, "recordings": 1, "persons": 1,
                        "labels_hash": "ab" * 32, "seed": 17}  # fmt: skip
    target.with_suffix(".json").write_text(json.dumps(card))
    return target
