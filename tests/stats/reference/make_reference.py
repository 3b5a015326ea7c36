"""Compute agreement with pingouin and scikit-learn, for tables that our own figures are compared with.

Run it by hand in an environment that has both (neither is needed for anything else):
``python make_reference.py > agreement.json``
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version

import numpy as np
import pandas as pd
import pingouin
from sklearn.metrics import cohen_kappa_score, confusion_matrix, mean_absolute_error


def tables() -> dict[str, np.ndarray]:
    """Return ratings of two or more raters, one row per frame."""
    random = np.random.default_rng(20)
    truth = random.choice(6, size=120, p=[0.5, 0.15, 0.13, 0.1, 0.07, 0.05])
    noise = random.integers(-1, 2, size=(120, 3))
    rare = (random.random((80, 2)) < 0.06).astype(int) * random.integers(1, 5, size=(80, 2))
    rare[:4] = [[2, 3], [1, 1], [4, 2], [3, 3]]
    return {
        "shrout and fleiss": np.array(
            [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
        ),
        "two close coders": np.clip(np.column_stack([truth, truth + noise[:, 0]]), 0, 5),
        "one coder a step higher": np.clip(np.column_stack([truth, truth + 1 + (noise[:, 1] > 0)]), 0, 5),
        "three coders": np.clip(truth[:, None] + noise, 0, 5),
        "a rare action unit": rare,
        "no agreement": random.integers(0, 6, size=(60, 2)),
        "opposite": np.column_stack([truth, 5 - truth]),
    }


def figures(table: np.ndarray) -> dict[str, object]:
    """Return every figure of one table."""
    frames, raters = np.indices(table.shape)
    long = pd.DataFrame({"frame": frames.ravel(), "rater": raters.ravel(), "value": table.ravel()})
    icc = pingouin.intraclass_corr(long, targets="frame", raters="rater", ratings="value")
    icc = icc.set_index(icc["Type"].astype(str))
    names = {"icc_2_1": ("ICC2", "ICC(A,1)"), "icc_3_1": ("ICC3", "ICC(C,1)")}
    found: dict[str, object] = {"table": table.tolist()}
    for ours, theirs in names.items():
        row = icc.loc[next(name for name in theirs if name in icc.index)]
        interval = next(row[name] for name in ("CI95%", "CI95") if name in row)
        found[ours] = [float(row["ICC"]), *map(float, interval)]
    if table.shape[1] == 2:
        a, b = table.T
        found["kappa"] = float(cohen_kappa_score(a, b, weights="quadratic", labels=range(6)))
        found["mae"] = float(mean_absolute_error(a, b))
        found["confusion"] = confusion_matrix(a, b, labels=range(6)).tolist()
    return found


def main() -> None:
    """Write everything as JSON."""
    made = {name: figures(table) for name, table in tables().items()}
    versions = {name: version(name) for name in ("pingouin", "scikit-learn", "numpy")}
    sys.stdout.write(f'{{"made with": {json.dumps(versions)}, "tables": {{\n')
    sys.stdout.write(",\n".join(f"{json.dumps(name)}: {json.dumps(made[name])}" for name in made) + "\n}}\n")


if __name__ == "__main__":
    main()
