"""Made-up features, ratings of them, and a base that misjudges them."""

import numpy as np

from au_studio.learn.material.rated import RatedFrames
from au_studio.learn.stage2.readout import Readout


def world(n, seed=0, depth=30, useful=4):
    """Return features, true readout, a base that misjudges it, and ratings [n, 3] of made-up frames."""
    rng = np.random.default_rng(seed)
    features = rng.normal(0, 1, (n, depth)) * np.linspace(1, 0.1, depth)
    truth = Readout(np.zeros((3, depth)), np.full(3, 2.5))
    truth.weight[:, :useful] = np.random.default_rng(99).normal(0, 0.6, (3, useful))
    base = Readout(truth.weight * 0.4, truth.bias - 1.0)
    return features, truth, base, np.rint(truth(features))


def frames(rated, seconds=4.0):
    n = len(rated)
    names = np.array(["p"] * n)
    return RatedFrames(rated.astype(np.float32), np.arange(n) * seconds, names, names)


def persons(n_each=12, count=4, seed=0):
    """Return features of persons who differ by more than they move, and the person of each."""
    rng = np.random.default_rng(seed)
    names = np.repeat([f"p{k}" for k in range(count)], n_each)
    own = np.repeat(rng.normal(0, 3, (count, 30)), n_each, axis=0)
    return own + rng.normal(0, 1, (len(names), 30)) * np.linspace(2, 0.1, 30), names
