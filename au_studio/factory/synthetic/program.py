"""A shader program that knows its uniforms."""

from __future__ import annotations

from typing import Any, cast

import numpy as np

from au_studio.factory.synthetic.arrays import Floats


class Program:
    """A program of moderngl's, which goes through all its members whenever it is asked for one.

    Parameters
    ----------
    program : moderngl.Program
        Linked.
    uniform : type
        ``moderngl.Uniform``; the other members are attributes.

    Attributes
    ----------
    gl : moderngl.Program
        The program itself.
    attributes : set of str
        Names of what it reads of every vertex.
    """

    def __init__(self, program: Any, uniform: type) -> None:
        self.gl = program
        members: dict[str, Any] = {name: program[name] for name in program}
        self._uniforms: dict[str, Any] = {
            name: member for name, member in members.items() if isinstance(member, uniform)
        }
        self.attributes = set(members) - set(self._uniforms)

    def set(self, **values: Any) -> None:
        """Give values to those uniforms that the program has; matrices are arrays, row by row."""
        for name, value in values.items():
            uniform = self._uniforms.get(name)
            if uniform is None:
                continue
            if isinstance(value, np.ndarray):
                uniform.write(np.ascontiguousarray(cast(Floats, value).T, np.float32).tobytes())
            else:
                uniform.value = value
