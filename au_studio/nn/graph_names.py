"""What the inputs and outputs of a model's graphs are called."""

from __future__ import annotations

CROPS, MAPS = "crops", "maps"
"""Standardised crops, float32 [N, 3, S, S], and the encoder's frame maps of them, float32 [N, C, h, w]."""
CODE, KEEP = "code", "keep"
"""Codes of the crops' meshes, [T, K]; and 0 where a face track starts anew, 1 elsewhere, [T, 1]."""
HIDDEN, TOTAL, WEIGHT = STATE = ("hidden", "rest_total", "rest_weight")
"""The state of g, [h * w, C], and what is known of the face at rest, [Q] and [1]."""
VALUES, OUT = "values", "_out"
"""Unbounded intensities, [T, A]; the state comes out under its name with ``_out`` behind it."""
TRACES = "traces"
"""What frames leave for another rest: `au_studio.nn.model.IntensityModel.read_traces`, [T, D]."""
