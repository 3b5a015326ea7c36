"""A shader program is asked for its members once."""

from __future__ import annotations

import numpy as np

from au_studio.factory.synthetic.program import Program


class Uniform:
    value = None
    written = b""

    def write(self, data):
        self.written = data


class Attribute:
    pass


class GL:
    asked = 0

    def __init__(self):
        self.members = {"in_uv": Attribute(), "matrix": Uniform(), "oil": Uniform()}

    def __iter__(self):
        GL.asked += 1
        return iter(self.members)

    def __getitem__(self, name):
        return self.members[name]


def test_values_reach_the_uniforms_that_there_are():
    gl = GL()
    program = Program(gl, Uniform)
    turn = np.arange(16.0).reshape(4, 4)
    for _ in range(3):
        program.set(matrix=turn, oil=0.5, in_uv=1, elsewhere=2)
    assert gl.members["oil"].value == 0.5
    assert gl.members["matrix"].written == turn.T.astype(np.float32).tobytes()
    assert program.attributes == {"in_uv"}
    assert GL.asked == 1
