"""Draws heads off-screen with OpenGL (EGL, no window, no graphics card needed)."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from au_studio.errors import AUStudioError
from au_studio.face.opencv import cv2
from au_studio.factory.synthetic import mesh, props, shaders
from au_studio.factory.synthetic.arrays import Floats, f32
from au_studio.factory.synthetic.assets import ATLAS_BOTTOM, ATLAS_LEFT, ATLAS_TOP, FaceAssets
from au_studio.factory.synthetic.identity import ICT, MAKEHUMAN, Identity
from au_studio.factory.synthetic.mesh import Head, Part, Pose
from au_studio.factory.synthetic.program import Program
from au_studio.factory.synthetic.scene import HeadPose, Light, Setting, light_projection, projection

_SHADOW_SIZE = 320
_ORDER = {mesh.SKIN: 0, mesh.EYE: 1, mesh.MOUTH: 2, mesh.PLAIN: 3, mesh.HAIR: 4, mesh.LASH: 5}
_TORSO_COLLAR = {ICT: -13.8, MAKEHUMAN: -13.2}
_RELIEF_STEP = 0.006


class RenderError(AUStudioError):
    """Faces can't be drawn on this computer."""


class Renderer:
    """An off-screen picture of a fixed size, and everything needed to draw heads into it.

    Parameters
    ----------
    assets : FaceAssets
        Pictures of eyes, hair, teeth and lashes; wrinkle maps.
    width, height : int
        Size of the picture in pixels.
    supersampling : float
        Every picture is drawn this much larger and then averaged. (With thousands of tiny triangles the
        software rasteriser does this faster than multisampling, and textures are smoothed too.)

    Raises
    ------
    RenderError
        If moderngl is not installed or no EGL context can be made.
    """

    def __init__(self, assets: FaceAssets, width: int, height: int, supersampling: float = 1.75) -> None:
        # A worker has one core: Mesa's own threads would only fight over it. Must precede the context.
        os.environ.setdefault("LP_NUM_THREADS", "0")
        try:
            import moderngl  # noqa: PLC0415 - an optional extra

            options: dict[str, Any] = {"backend": "egl"}
            self._gl: Any = moderngl.create_context(standalone=True, **options)
        except Exception as error:  # moderngl raises bare Exception where EGL is missing
            raise RenderError(
                "Faces can't be drawn: no off-screen OpenGL (EGL) is available.",
                next_step="Install the extra 'synthetic', and Mesa's EGL (Debian: libegl1 libgl1-mesa-dri).",
                details=str(error),
            ) from error
        self._moderngl = moderngl
        self.assets, self.width, self.height = assets, width, height
        gl = self._gl
        self._size = round(width * supersampling), round(height * supersampling)
        self._canvas = gl.framebuffer([gl.renderbuffer(self._size)], gl.depth_renderbuffer(self._size))
        self._programs = {name: self._program(pair) for name, pair in shaders.MATERIALS.items()}
        self._shadow_program = self._program(shaders.SHADOW)
        self._shadow_map = gl.depth_texture((_SHADOW_SIZE, _SHADOW_SIZE))
        self._shadow_map.compare_func = "<="
        self._shadow_map.repeat_x = self._shadow_map.repeat_y = False
        self._shadow_buffer = gl.framebuffer(depth_attachment=self._shadow_map)
        self._background_program = self._program(shaders.BACKGROUND)
        corners = gl.buffer(f32([-1, -1, 1, -1, -1, 1, 1, 1]).tobytes())
        self._background_quad = gl.vertex_array(self._background_program.gl, [(corners, "2f", "in_corner")])
        self._textures: dict[str, Any] = {}
        self._hair_levels: dict[str, float] = {}
        self._wrinkles = self._load_wrinkles()

    def _program(self, pair: tuple[str, str]) -> Program:
        vertex, fragment = pair
        made = self._gl.program(vertex_shader=vertex, fragment_shader=fragment)
        return Program(made, self._moderngl.Uniform)

    def close(self) -> None:
        """Give the OpenGL context and everything in it back."""
        self._gl.release()

    def texture(self, picture: NDArray[np.uint8], *, mipmaps: bool = True) -> Any:
        """Put a picture, uint8 (H, W, 1, 3 or 4), into the graphics memory."""
        height, width, channels = picture.shape
        texture = self._gl.texture(
            (width, height), channels, np.ascontiguousarray(picture).tobytes(), alignment=1
        )
        if mipmaps:
            texture.build_mipmaps()
            texture.filter = (self._moderngl.LINEAR_MIPMAP_NEAREST, self._moderngl.LINEAR)
        return texture

    def picture_texture(self, kind: str, name: str) -> Any:
        """Return the texture of one of the asset pictures (made once, then kept)."""
        key = f"{kind}/{name}"
        if key not in self._textures:
            picture = self.assets.picture(kind, name)
            if kind == "hair":
                rgb = (picture[..., :3] / 255.0) ** 2.2 @ np.array([0.3, 0.5, 0.2])
                alpha = picture[..., 3] / 255.0
                self._hair_levels[name] = float((rgb * alpha).sum() / max(alpha.sum(), 1.0))
            self._textures[key] = self.texture(picture)
        return self._textures[key]

    def _load_wrinkles(self) -> tuple[Any, Any, tuple[float, ...]]:
        data = self.assets.wrinkles
        maps = data["maps"].astype(np.int16)
        # Crow's feet are drawn beside one eye only: mirror them about the face's middle row.
        mirrored = np.roll(maps[::-1, :, 3], 2 * 377 - maps.shape[0] + 1, axis=0)
        maps[..., 3] = np.where(np.abs(maps[..., 3]) >= np.abs(mirrored), maps[..., 3], mirrored)
        levels = np.clip(maps + 128, 0, 255).astype(np.uint8)
        u0, v0, u1, v1 = (float(x) for x in data["box"])
        left, right = ((u - ATLAS_LEFT) / (1 - ATLAS_LEFT) for u in (u0, u1))
        top, bottom = ((1 - v - ATLAS_TOP) / (ATLAS_BOTTOM - ATLAS_TOP) for v in (v1, v0))
        return self.texture(levels[..., :4]), self.texture(levels[..., 4:]), (left, top, right, bottom)

    @property
    def wrinkle_textures(self) -> tuple[Any, Any, tuple[float, ...]]:
        """Two textures of four wrinkle maps each, and their box (u0, v0, u1, v1) on the skin picture."""
        return self._wrinkles

    def load(self, head: Head, identity: Identity, skin: NDArray[np.uint8]) -> LoadedHead:
        """Put a head into the graphics memory; release it before the next one."""
        return LoadedHead(self, head, identity, skin)

    def vertex_array(self, material: str, part: Part) -> tuple[Any, Any, Any, list[Any]]:
        """Return the array to draw, the one that casts shadows, the moving buffer, and what to release."""
        gl = self._gl
        static = gl.buffer(np.concatenate([part.uv, part.extra], axis=1).astype(np.float32).tobytes())
        moving = gl.buffer(reserve=len(part.uv) * 24, dynamic=True)
        index = gl.buffer(part.faces.astype(np.uint32).tobytes())
        program = self._programs[material]
        names = program.attributes
        content = [_layout(moving, (("3f", "in_position"), ("3f", "in_normal")), names),
                   _layout(static, (("2f", "in_uv"), ("4f", "in_extra")), names)]  # fmt: skip
        drawn = gl.vertex_array(program.gl, [c for c in content if c], index)
        shadow_content = [(moving, "3f 12x", "in_position"), (static, "2f 16x", "in_uv")]
        shadow = gl.vertex_array(self._shadow_program.gl, shadow_content, index)
        return drawn, shadow, moving, [static, moving, index, drawn, shadow]

    def draw(self, head: LoadedHead, face: Pose, setting: Setting, wrinkles: Floats) -> NDArray[np.uint8]:
        """Draw one picture.

        Parameters
        ----------
        head : LoadedHead
            Who.
        face : Pose
            The deformed head (from ``head.head.deform``).
        setting : Setting
            How the head is held, seen and lit, and before what.
        wrinkles : float32 ndarray, shape (8,)
            How strongly each wrinkle map is cut.

        Returns
        -------
        uint8 ndarray, shape (height, width, 3)
            sRGB.
        """
        pose, camera, light = setting.pose, setting.camera, setting.light
        gl, moderngl = self._gl, self._moderngl
        head.update(face)
        matrices = {"model": pose.matrix(), "body": pose.matrix(0.3)}
        to_light = light_projection(light)
        if light.shadow > 0:
            self._draw_shadows(head, matrices, to_light)
        self._canvas.use()
        gl.viewport = (0, 0, *self._size)
        self._canvas.clear(depth=1.0)
        gl.disable(moderngl.DEPTH_TEST | moderngl.CULL_FACE | moderngl.BLEND)
        scenery = self.texture(setting.background, mipmaps=False)
        scenery.use(0)
        self._background_program.set(scenery=0)
        self._background_quad.render(moderngl.TRIANGLE_STRIP)
        scenery.release()
        shared: dict[str, Any] = {
            "projection": projection(camera, self.width, self.height),
            "light_projection": to_light,
            "camera": (0.0, 0.0, camera.distance),
            "exposure": camera.exposure,
            "shadow_strength": light.shadow,
            "key_direction": light.key_direction,
            "key_colour": light.key_colour,
            "fill_direction": light.fill_direction,
            "fill_colour": light.fill_colour,
            "sky": light.sky,
            "ground": light.ground,
            "shadow_map": 7,
            **_reflections(light),
            "light_on_skin": _light_on_skin(light, pose),
        }
        self._shadow_map.use(7)
        gl.enable(moderngl.DEPTH_TEST)
        gl.depth_func = "<"
        for part, drawn in head.drawables():
            if part.material == mesh.MOUTH and part.name not in face.positions:
                continue
            matrix = matrices["body" if part.name == "torso" else "model"]
            self._programs[part.material].set(model=matrix, **shared, **head.uniforms(part, wrinkles))
            self._set_state(part)
            drawn.render()
        raw = self._canvas.read(components=3, alignment=1)
        picture = np.frombuffer(raw, np.uint8).reshape(self._size[1], self._size[0], 3)[::-1]
        small = cv2.resize(picture, (self.width, self.height), interpolation=cv2.INTER_AREA)
        return cast(NDArray[np.uint8], np.ascontiguousarray(small))

    def _set_state(self, part: Part) -> None:
        gl, moderngl = self._gl, self._moderngl
        if part.material in (mesh.HAIR, mesh.LASH, mesh.PLAIN):
            gl.disable(moderngl.CULL_FACE)
        else:
            gl.enable(moderngl.CULL_FACE)
        if part.material in (mesh.LASH, mesh.HAIR):
            gl.enable(moderngl.BLEND)
        else:
            gl.disable(moderngl.BLEND)

    def _draw_shadows(self, head: LoadedHead, matrices: dict[str, Floats], to_light: Floats) -> None:
        gl, moderngl = self._gl, self._moderngl
        self._shadow_buffer.use()
        gl.viewport = (0, 0, _SHADOW_SIZE, _SHADOW_SIZE)
        self._shadow_buffer.clear(depth=1.0)
        gl.enable(moderngl.DEPTH_TEST)
        gl.disable(moderngl.BLEND | moderngl.CULL_FACE)
        gl.polygon_offset = (2.5, 6.0)
        for part, shadow in head.shadow_casters():
            matrix = matrices["body" if part.name == "torso" else "model"]
            if part.material == mesh.HAIR and head.hair_texture is not None:
                head.hair_texture.use(0)
            strands = int(part.material == mesh.HAIR)
            self._shadow_program.set(model=matrix, light_projection=to_light, hair=0, strands=strands)
            shadow.render()
        gl.polygon_offset = (0.0, 0.0)

    def hair_level(self, style: str) -> float:
        """Return the mean linear brightness of a hair picture, so that a colour can replace it."""
        return self._hair_levels[style]


class LoadedHead:
    """One head in the graphics memory; made by `Renderer.load`."""

    def __init__(self, renderer: Renderer, head: Head, identity: Identity, skin: NDArray[np.uint8]) -> None:
        self.head, self.identity = head, identity
        self._renderer = renderer
        self._skin = renderer.texture(skin)
        self._eyes = renderer.picture_texture("eyes", identity.eyes)
        self._teeth = renderer.picture_texture("parts", "teeth")
        self._lashes = renderer.picture_texture("parts", "lashes")
        self.hair_texture = renderer.picture_texture("hair", identity.hair) if identity.hair else None
        self._arrays: list[tuple[Part, Any, Any, Any]] = []
        self._garbage: list[Any] = [self._skin]
        self._static: set[str] = set()
        for part in sorted(head.parts, key=lambda p: _ORDER[p.material]):
            self._add(part)
        rng = np.random.default_rng([identity.seed, 51])
        self._glasses_paint = tuple(float(c) for c in rng.uniform(0.0, 0.25) * rng.uniform(0.4, 1.0, 3))
        self._add_prop("torso", *props.torso(_TORSO_COLLAR[identity.rig] + float(rng.uniform(-1.0, 1.0))))
        if identity.glasses:
            self._add_prop("glasses", *props.glasses(identity.glasses, float(rng.uniform(2.9, 3.6)), rng))
        self._arrays.sort(key=lambda entry: _ORDER[entry[0].material])

    def _add(self, part: Part) -> Any:
        drawn, shadow, moving, garbage = self._renderer.vertex_array(part.material, part)
        self._arrays.append((part, drawn, shadow, moving))
        self._garbage += garbage
        return moving

    def _add_prop(self, name: str, positions: Floats, normals: Floats, faces: mesh.Faces) -> None:
        n = len(positions)
        part = Part(name, mesh.PLAIN, faces, np.zeros((n, 2), np.float32), np.zeros((n, 4), np.float32))
        self._add(part).write(np.concatenate([positions, normals], axis=1).astype(np.float32).tobytes())
        self._static.add(name)

    def update(self, face: Pose) -> None:
        """Send the deformed head to the graphics memory (what does not move, only once)."""
        for part, _, _, moving in self._arrays:
            if part.name in self._static or part.name not in face.positions:
                continue
            data = np.concatenate([face.positions[part.name], face.normals[part.name]], axis=1)
            moving.write(np.ascontiguousarray(data, np.float32).tobytes())
            if part.name == "hair":
                self._static.add(part.name)

    def drawables(self) -> list[tuple[Part, Any]]:
        """Return the parts in drawing order (opaque first)."""
        return [(part, drawn) for part, drawn, _, _ in self._arrays]

    def shadow_casters(self) -> list[tuple[Part, Any]]:
        """Return the parts that cast shadows."""
        casting = (mesh.SKIN, mesh.HAIR)
        return [
            (part, s) for part, _, s, _ in self._arrays if part.material in casting or part.name == "glasses"
        ]

    def uniforms(self, part: Part, wrinkles: Floats) -> dict[str, Any]:
        """Bind the textures of one part's material and return its uniforms."""
        identity = self.identity
        if part.material == mesh.SKIN:
            return self._skin_uniforms(wrinkles)
        if part.material == mesh.PLAIN:
            glasses = part.name == "glasses"
            paint = self._glasses_paint if glasses else identity.torso_colour
            return {"paint": (*paint, 1.0), "polish": 0.3 if glasses else 0.0}
        if part.material == mesh.LASH:
            self._lashes.use(0)
            colour = tuple(0.25 * c for c in identity.look.brow_colour)
            # Only MakeHuman's lashes have a picture.
            painted = int(identity.rig == MAKEHUMAN)
            return {"lashes": 0, "lash_cover": identity.lashes, "painted": painted, "lash_colour": colour}
        if self.hair_texture is not None and identity.hair is not None and part.material == mesh.HAIR:
            self.hair_texture.use(0)
            level = self._renderer.hair_level(identity.hair)
            return {"hair": 0, "hair_colour": identity.hair_colour, "hair_level": level}
        (self._eyes if part.material == mesh.EYE else self._teeth).use(0)
        return {"iris": 0, "teeth": 0}

    def _skin_uniforms(self, wrinkles: Floats) -> dict[str, Any]:
        maps_a, maps_b, box = self._renderer.wrinkle_textures
        for unit, texture in enumerate((self._skin, maps_a, maps_b)):
            texture.use(unit)
        cut = [float(c) for c in wrinkles * 2.0]
        return {
            "skin": 0,
            "wrinkles_a": 1,
            "wrinkles_b": 2,
            "wrinkle_box": box,
            "cut_a": tuple(cut[:4]),
            "cut_b": tuple(cut[4:]),
            "bump": 1.6,
            "oil": self.identity.gloss,
        }

    def release(self) -> None:
        """Give the graphics memory back."""
        for item in self._garbage:
            item.release()


def _layout(buffer: Any, fields: tuple[tuple[str, str], ...], wanted: set[str]) -> tuple[Any, ...] | None:
    """Return a buffer's layout for a program that may not use every field (those are skipped as padding)."""
    formats = [form if name in wanted else f"{int(form[0]) * 4}x" for form, name in fields]
    names = [name for _, name in fields if name in wanted]
    return (buffer, " ".join(formats), *names) if names else None


@lru_cache(maxsize=4)
def _reflections(light: Light) -> dict[str, tuple[float, ...]]:
    """Return where and how brightly the lights (and a window of the room) mirror in a wet eye."""

    def half(direction: tuple[float, ...]) -> tuple[float, ...]:
        middle = np.asarray(direction) + np.array([0.0, 0.0, 1.0])
        return tuple(float(c) for c in middle / (np.linalg.norm(middle) + 1e-6))

    visible = 1.0 - 0.6 * light.shadow * float(light.key_direction[2] < 0.2)
    return {
        "key_half": half(light.key_direction),
        "fill_half": half(light.fill_direction),
        "room_half": half((0.15, 0.5, 0.85)),
        "key_wet": tuple(1.6 * visible * c for c in light.key_colour),
        "fill_wet": light.fill_colour,
        "room_wet": (0.6 * (light.sky[0] + 0.15),) * 3,
    }


def _light_on_skin(light: Light, pose: HeadPose) -> tuple[float, float]:
    """Return a small step towards the key light on the wrinkle maps, for a face turned like the head.

    The maps' first axis runs down the face and their second from the subject's left to the right.
    """
    in_head = mesh.rotation(pose.yaw, pose.pitch, pose.roll).T @ np.asarray(light.key_direction, np.float32)
    return float(-in_head[1]) * _RELIEF_STEP, float(-in_head[0]) * _RELIEF_STEP
