"""What follows on the frame maps (g, the geometry branch, the regressor), written as an ONNX graph.

It carries the state in and out as plain arrays, so that an analysis needs no torch. The parts of g that do
not depend on its state are computed for all frames at once.
"""

from __future__ import annotations

import math

import numpy as np
from torch import Tensor, nn

from au_studio.nn.geometry import ABSOLUTE, CALM, FORGETTING, GeometryBranch
from au_studio.nn.graph_names import CODE, HIDDEN, KEEP, MAPS, OUT, TOTAL, TRACES, VALUES, WEIGHT
from au_studio.nn.graph_writer import GraphWriter
from au_studio.nn.model import IntensityModel


def temporal_graph(model: IntensityModel) -> bytes:
    """Return what a model does after its encoder as an ONNX file.

    Parameters
    ----------
    model : IntensityModel
        With blocks of a single frame; nothing of it is changed.

    Returns
    -------
    bytes
        Inputs, all float32: `MAPS` [T, C, h, w], `KEEP` [T, 1], `HIDDEN` [h * w, C]; with a geometry branch
        `CODE` [T, K], `TOTAL` [Q] and `WEIGHT` [1]. Outputs: `VALUES` [T, A], unbounded, and the state after
        the last frame, with `OUT` behind its names; with a geometry branch `TRACES` [T, D], too.

    Raises
    ------
    ValueError
        If the model looks at blocks of several frames.
    ImportError
        If the package onnx is missing.
    """
    config = model.config
    if config.block_frames != 1:
        raise ValueError("only models of single frames can be written")
    channels, cells = config.features, (config.crop_size // 32) ** 2
    g = GraphWriter()
    x = g.node("Reshape", [MAPS, g.weight(np.array([0, channels, cells]))])
    x = g.node("Relu", [g.node("Transpose", [x], perm=[0, 2, 1])])
    state = _gru(g, model, x)
    seen = state
    if config.head == "frame+state":
        seen = g.node("Concat", [_mean(g, x, 1), state], axis=1)
    inputs = [
        g.value(MAPS, ["t", channels, None, None]),
        g.value(KEEP, ["t", 1]),
        g.value(HIDDEN, [cells, channels]),
    ]
    outputs = [g.value(VALUES, ["t", len(config.aus)]), g.value(HIDDEN + OUT, [cells, channels])]
    pooled, bias = model.regressor.weight[:, : model.n_pooled], model.regressor.bias
    values = g.linear(seen, pooled, bias)
    if model.geometry is not None:
        kept = model.geometry.n_kept
        weight, look, summary = _looked(g, model.geometry, seen)
        g.node("Concat", [values, weight, look, summary], TRACES, axis=1)
        described = _described(g, model.geometry, look, summary, _running(g, model.geometry, weight, summary))
        more = g.linear(described, model.regressor.weight[:, model.n_pooled :], None)
        values = g.node("Add", [values, more])
        inputs += [
            g.value(CODE, ["t", config.geometry + config.blendshapes]),
            g.value(TOTAL, [kept]),
            g.value(WEIGHT, [1]),
        ]
        outputs += [g.value(TOTAL + OUT, [kept]), g.value(WEIGHT + OUT, [1])]
        outputs += [g.value(TRACES, ["t", model.n_traced])]
    g.node("Identity", [values], VALUES)
    return g.file(g.graph("temporal", inputs, outputs))


def rest_graph(model: IntensityModel) -> bytes:
    """Return how a model with a geometry branch reads traces from a given rest, as an ONNX file.

    Parameters
    ----------
    model : IntensityModel
        Nothing of it is changed.

    Returns
    -------
    bytes
        `IntensityModel.read_traces`. Inputs, all float32: `TRACES` [T, D], and the rest's sums `TOTAL` [1, Q]
        and `WEIGHT` [1, 1]. Output: `VALUES` [T, A], unbounded.

    Raises
    ------
    ValueError
        If the model has no geometry branch.
    ImportError
        If the package onnx is missing.
    """
    branch = model.geometry
    if branch is None:
        raise ValueError("only models with a geometry branch have a rest")
    g = GraphWriter()
    widths = [len(model.config.aus), 1, branch.look.out_features, branch.n_kept]
    values, weight, look, summary = g.nodes(
        "Split", [TRACES, g.weight(np.array(widths))], g.names(len(widths)), axis=1
    )
    # The rest is the same at all frames; what it is known by stands beside each of them.
    weights = g.node("Expand", [WEIGHT, g.node("Shape", [weight])])
    described = _described(g, branch, look, summary, (TOTAL, weights))
    more = g.linear(described, model.regressor.weight[:, model.n_pooled :], None)
    g.node("Add", [values, more], VALUES)
    inputs = [
        g.value(TRACES, ["t", model.n_traced]),
        g.value(TOTAL, [1, branch.n_kept]),
        g.value(WEIGHT, [1, 1]),
    ]
    return g.file(g.graph("rest", inputs, [g.value(VALUES, ["t", len(model.config.aus)])]))


def _gru(g: GraphWriter, model: IntensityModel, x: str) -> str:
    """Write g over the features [T, cells, C]; return the mean of its state over the cells, [T, C]."""
    gru, channels = model.temporal, model.config.features
    gates, candidate = gru.gates.weight[:, :, 0, 0], gru.candidate.weight[:, :, 0, 0]
    assert gru.gates.bias is not None
    assert gru.candidate.bias is not None
    by_x = np.concatenate([_numpy(gates)[:, :channels], _numpy(candidate)[:, :channels]])
    bias = np.concatenate([_numpy(gru.gates.bias), _numpy(gru.candidate.bias)])
    seen = g.node("Add", [g.node("MatMul", [x, g.weight(np.ascontiguousarray(by_x.T))]), g.weight(bias)])

    s = GraphWriter("gru_")
    h = s.node("Mul", ["gru_h", "gru_keep"])
    halves = s.nodes(
        "Split",
        ["gru_seen", s.weight(np.array([2 * channels, channels]))],
        s.names(2),
        axis=1,
    )
    opened = s.node("Add", [halves[0], s.linear(h, gates[:, channels:], None)])
    update, reset = s.nodes("Split", [s.node("Sigmoid", [opened])], s.names(2), axis=1, num_outputs=2)
    recalled = s.linear(s.node("Mul", [reset, h]), candidate[:, channels:], None)
    new = s.node("Tanh", [s.node("Add", [halves[1], recalled])])
    old = s.node("Mul", [s.node("Sub", [s.weight(np.float32(1)), update]), h])
    s.node("Add", [old, s.node("Mul", [update, new])], "gru_next")
    mean = _mean(s, "gru_next", 0)
    cells = (model.config.crop_size // 32) ** 2
    body = s.graph(
        "gru",
        [
            s.value("gru_h", [cells, channels]),
            s.value("gru_seen", [cells, 3 * channels]),
            s.value("gru_keep", [1]),
        ],
        [s.value("gru_next", [cells, channels]), s.value(mean, [channels])],
    )
    means = g.names(1)[0]
    g.nodes("Scan", [HIDDEN, seen, KEEP], [HIDDEN + OUT, means], body=body, num_scan_inputs=2)
    return means


def _looked(g: GraphWriter, branch: GeometryBranch, seen: str) -> tuple[str, str, str]:
    """Write `GeometryBranch.look_at` for pooled features [T, F]; return its weight, look and summary."""
    scaled = g.node("Sub", [seen, g.weight(branch.feature_mean)])
    scaled = g.node("Div", [scaled, g.weight(branch.feature_scale)])
    look = g.linear(scaled, branch.look.weight, branch.look.bias)
    summary = g.linear(seen, branch.summary_weight, branch.summary_bias)
    summary = g.node("Concat", [CODE, summary], axis=1)
    calm = _layers(g, branch.calm, g.node("Concat", [summary, look], axis=1))
    calmness = g.node("Exp", [g.node("Mul", [g.node("Softplus", [calm]), g.weight(np.float32(-CALM))])])
    return g.node("Mul", [calmness, calmness]), look, summary


def _running(g: GraphWriter, branch: GeometryBranch, weight: str, summary: str) -> tuple[str, str]:
    """Write the sums of the frames so far; return them at every frame, [T, Q] and [T, 1]."""
    kept = g.node("Mul", [KEEP, g.weight(np.float32(FORGETTING))])
    s = GraphWriter("rest_")
    s.node("Add", [s.node("Mul", ["rest_kept", "rest_weight"]), "rest_now"], "rest_weight_next")
    fresh = s.node("Mul", ["rest_now", "rest_summary"])
    s.node("Add", [s.node("Mul", ["rest_kept", "rest_total"]), fresh], "rest_total_next")
    s.node("Identity", ["rest_total_next"], "rest_totals")
    s.node("Identity", ["rest_weight_next"], "rest_weights")
    size = branch.n_kept
    body = s.graph(
        "rest",
        [
            s.value("rest_total", [size]),
            s.value("rest_weight", [1]),
            s.value("rest_summary", [size]),
            s.value("rest_now", [1]),
            s.value("rest_kept", [1]),
        ],
        [
            s.value("rest_total_next", [size]),
            s.value("rest_weight_next", [1]),
            s.value("rest_totals", [size]),
            s.value("rest_weights", [1]),
        ],
    )
    totals, weights = g.names(2)
    g.nodes(
        "Scan",
        [TOTAL, WEIGHT, summary, weight, kept],
        [TOTAL + OUT, WEIGHT + OUT, totals, weights],
        body=body,
        num_scan_inputs=3,
    )
    return totals, weights


def _described(g: GraphWriter, branch: GeometryBranch, look: str, summary: str, rest: tuple[str, str]) -> str:
    """Write `GeometryBranch.describe` for a rest in sums, [T, Q] and [T, 1]; return the description."""
    prior = nn.functional.softplus(branch.prior.detach())
    totals, weights = rest
    known_by = g.node("Add", [weights, g.weight(prior)])
    moved = g.node("Sub", [summary, g.node("Div", [totals, known_by])])
    known = g.node("Div", [weights, known_by])
    shown: list[str] = []
    if branch.blendshapes:
        sliced = g.node("Slice", [summary, *_columns(g, branch.size, branch.size + branch.blendshapes)])
        shown = [g.node("Mul", [sliced, g.weight(np.float32(ABSOLUTE))])]
    mixed = _layers(g, branch.mix, g.node("Concat", [look, moved, *shown, known], axis=1))
    described = [mixed, g.node("Mul", [moved, known])]
    if branch.shape is not None:
        shape = g.node("Slice", [moved, *_columns(g, 0, branch.size + branch.blendshapes)])
        alone = _layers(g, branch.shape, g.node("Concat", [shape, *shown, known], axis=1))
        described += [alone, g.node("Mul", [shape, known]), *shown]
    return g.node("Concat", described, axis=1)


def _columns(g: GraphWriter, start: int, stop: int) -> list[str]:
    """Return what tells ``Slice`` which columns to take."""
    return [g.weight(np.array([value])) for value in (start, stop, 1)]


def _layers(g: GraphWriter, layers: nn.Sequential, x: str) -> str:
    """Write linear layers with GELU between them; what only works while training is left out."""
    for layer in layers:
        if isinstance(layer, nn.Linear):
            x = g.linear(x, layer.weight, layer.bias)
        elif isinstance(layer, nn.GELU):
            share = g.node("Erf", [g.node("Mul", [x, g.weight(np.float32(math.sqrt(0.5)))])])
            share = g.node("Add", [share, g.weight(np.float32(1))])
            x = g.node("Mul", [g.node("Mul", [x, g.weight(np.float32(0.5))]), share])
        else:
            assert isinstance(layer, nn.Dropout)
    return x


def _mean(g: GraphWriter, x: str, axis: int) -> str:
    return g.node("ReduceMean", [x, g.weight(np.array([axis]))], keepdims=0)


def _numpy(tensor: Tensor) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.asarray(tensor.detach().cpu().numpy(), dtype=np.float32)
