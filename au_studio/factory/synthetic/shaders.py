"""The shaders of the face renderer (GLSL 3.30): one pair per material.

The software rasteriser shades small triangles in blocks of 4 x 4 pixels, and a face has thousands of them:
so light is computed at the vertices (about one per pixel), and only textures, wrinkles and the wet shine of
the eyes at the fragments. Gamma is 2, which needs no power function.
"""

from __future__ import annotations

_VERTEX_HEAD = """
#version 330
uniform mat4 model, projection, light_projection;
uniform vec3 camera, key_direction, key_colour, fill_direction, fill_colour, sky, ground;
uniform float shadow_strength;
uniform sampler2DShadow shadow_map;
in vec3 in_position; in vec3 in_normal; in vec2 in_uv; in vec4 in_extra;
out vec2 uv; out vec4 extra; out vec3 light; out vec3 shine;
float lit(vec4 place) {
    if (shadow_strength <= 0.0) return 1.0;
    vec4 at = light_projection * place;
    vec3 p = at.xyz * 0.5 + 0.5;
    float s = 0.0, d = 1.5 / 320.0;
    s += texture(shadow_map, p + vec3(-d, -d, 0.0)) + texture(shadow_map, p + vec3(d, -d, 0.0));
    s += texture(shadow_map, p + vec3(-d, d, 0.0)) + texture(shadow_map, p + vec3(d, d, 0.0));
    return 1.0 - shadow_strength * (1.0 - 0.25 * s);
}
vec3 wrapped(vec3 n, vec3 l, vec3 wrap) { return clamp((dot(n, l) + wrap) / (1.0 + wrap), 0.0, 1.0); }
vec3 ambient(vec3 n) { return mix(ground, sky, 0.5 + 0.5 * n.y); }
float gloss(vec3 n, vec3 l, vec3 v, float power) { return pow(max(dot(n, normalize(l + v)), 0.0), power); }
"""

_FINISH = """
uniform float exposure;
in vec2 uv; in vec4 extra; in vec3 light; in vec3 shine;
out vec4 colour;
vec3 finish(vec3 c) {
    c *= exposure;
    vec3 over = max(c - 0.7, 0.0);          // highlights roll off instead of clipping
    return sqrt(max(min(c, 0.7) + over / (1.0 + over * 3.3), 0.0));
}
"""


def _vertex(body: str) -> str:
    return (
        _VERTEX_HEAD
        + "void main() { vec4 place = model * vec4(in_position, 1.0); gl_Position = projection * place;\n"
        + "uv = in_uv; extra = in_extra; vec3 n = normalize(mat3(model) * in_normal);\n"
        + "vec3 v = normalize(camera - place.xyz); float shade = lit(place);\n"
        + body
        + "}"
    )


def _fragment(body: str) -> str:
    return "#version 330\n" + _FINISH + body


_SKIN_VERTEX = _vertex("""
    vec3 wrap = vec3(0.36, 0.22, 0.16);
    light = wrapped(n, key_direction, wrap) * key_colour * shade
          + wrapped(n, fill_direction, wrap) * fill_colour + ambient(n);
    float rim = pow(1.0 - max(dot(n, v), 0.0), 4.0);
    vec3 gleam = key_colour * shade
               * (0.10 * gloss(n, key_direction, v, 12.0) + 0.14 * gloss(n, key_direction, v, 45.0))
               + fill_colour * 0.10 * gloss(n, fill_direction, v, 16.0) + ambient(n) * (0.02 + 0.16 * rim);
    shine = gleam * step(in_extra.r, 0.1) * 0.55;
""")

_SKIN = _fragment("""
uniform sampler2D skin, wrinkles_a, wrinkles_b;
uniform vec4 wrinkle_box, cut_a, cut_b;
uniform vec2 light_on_skin;
uniform float bump, oil;
float height(vec2 w) {
    return dot(texture(wrinkles_a, w) - 0.502, cut_a) + dot(texture(wrinkles_b, w) - 0.502, cut_b);
}
void main() {
    vec3 albedo = texture(skin, uv).rgb; albedo *= albedo;
    float relief = 1.0;
    vec2 w = (uv - wrinkle_box.xy) / (wrinkle_box.zw - wrinkle_box.xy);
    if (w.x > 0.0 && w.x < 1.0 && w.y > 0.0 && w.y < 1.0) {
        float h = clamp(height(w), -0.6, 0.4);
        float towards = clamp(height(w + light_on_skin), -0.6, 0.4);
        relief = clamp(1.0 + bump * (h - towards), 0.5, 1.12) * clamp(1.0 + 0.8 * min(h, 0.0), 0.5, 1.0);
    }
    albedo = mix(albedo, vec3(0.09, 0.018, 0.015), smoothstep(0.6, 0.9, extra.r));
    albedo = mix(albedo, albedo * vec3(0.75, 0.45, 0.4), step(0.2, extra.r) * step(extra.r, 0.6));
    colour = vec4(finish(albedo * light * relief + shine * oil * relief), 1.0);
}
""")

_EYE_VERTEX = _vertex("""
    light = (wrapped(n, key_direction, vec3(0.35)) * key_colour * shade
          + wrapped(n, fill_direction, vec3(0.35)) * fill_colour + ambient(n)) * 0.82;
    shine = n;
""")

_EYE = _fragment("""
uniform sampler2D iris;
uniform vec3 key_half, fill_half, room_half, key_wet, fill_wet, room_wet;
void main() {
    vec3 n = normalize(shine);
    vec2 d = extra.xy;
    vec3 albedo = texture(iris, vec2(0.704, 0.296) + vec2(0.287, -0.287) * d).rgb; albedo *= albedo;
    float lid = 1.0 - 0.5 * smoothstep(0.08, 0.36, d.y) - 0.2 * smoothstep(0.12, 0.4, -d.y);
    lid *= 1.0 - 0.45 * smoothstep(0.35, 0.75, abs(d.x));
    vec3 near = max(vec3(dot(n, key_half), dot(n, fill_half), dot(n, room_half)), 0.0);
    near = near * near; near = near * near; near = near * near; near = near * near;   // 16
    near = near * near; near = near * near; near = near * near; near = near * near;   // 256
    vec3 wet = key_wet * near.x + fill_wet * near.y + room_wet * near.z;
    colour = vec4(finish(albedo * light * lid + wet), 1.0);
}
""")

_MOUTH_VERTEX = _vertex("""
    light = (wrapped(n, key_direction, vec3(0.4)) * key_colour * shade
          + wrapped(n, fill_direction, vec3(0.4)) * fill_colour + ambient(n)) * in_extra.a * 0.85;
    shine = (key_colour * shade * gloss(n, key_direction, v, 60.0)
          + fill_colour * gloss(n, fill_direction, v, 60.0)) * 0.12 * in_extra.a;
""")

_MOUTH = _fragment("""
uniform sampler2D teeth;
void main() {
    vec3 albedo = extra.rgb;
    if (extra.r < 0.0) { albedo = texture(teeth, uv).rgb; albedo *= albedo * vec3(0.9, 0.88, 0.82); }
    colour = vec4(finish(albedo * light + shine), 1.0);
}
""")

_LASH_VERTEX = _vertex("light = ambient(n) + 0.4 * key_colour; shine = vec3(0.0);")

_LASH = _fragment("""
uniform sampler2D lashes;
uniform float lash_cover;
uniform int painted;
uniform vec3 lash_colour;
void main() {
    float alpha = painted == 1 ? texture(lashes, uv).a : 0.3;
    colour = vec4(finish(lash_colour * light), alpha * lash_cover);
}
""")

_HAIR_VERTEX = _vertex("""
    if (dot(n, v) < 0.0) n = -n;
    shade = mix(1.0, shade, 0.7);
    light = wrapped(n, key_direction, vec3(0.5)) * key_colour * shade
          + wrapped(n, fill_direction, vec3(0.5)) * fill_colour + ambient(n);
    shine = (key_colour * shade * gloss(n, key_direction, v, 14.0)
          + fill_colour * gloss(n, fill_direction, v, 14.0)) * 0.05;
""")

_HAIR = _fragment("""
uniform sampler2D hair;
uniform vec3 hair_colour;
uniform float hair_level;
void main() {
    vec4 strand = texture(hair, uv);
    if (strand.a < 0.25) discard;
    float level = dot(strand.rgb * strand.rgb, vec3(0.3, 0.5, 0.2)) / hair_level;
    level = mix(1.0, clamp(level, 0.1, 2.5), 0.65);
    vec3 lit_hair = hair_colour * level * light + shine * min(level, 2.0);
    colour = vec4(finish(lit_hair), clamp(strand.a * 1.6 - 0.2, 0.0, 1.0));
}
""")

_PLAIN_VERTEX = _vertex("""
    if (dot(n, v) < 0.0) n = -n;
    light = wrapped(n, key_direction, vec3(0.3)) * key_colour * shade
          + wrapped(n, fill_direction, vec3(0.3)) * fill_colour + ambient(n);
    shine = key_colour * gloss(n, key_direction, v, 50.0) + fill_colour * gloss(n, fill_direction, v, 50.0);
""")

_PLAIN = _fragment("""
uniform vec4 paint;
uniform float polish;
void main() { colour = vec4(finish(paint.rgb * light + shine * polish), paint.a); }
""")

MATERIALS = {
    "skin": (_SKIN_VERTEX, _SKIN),
    "eye": (_EYE_VERTEX, _EYE),
    "mouth": (_MOUTH_VERTEX, _MOUTH),
    "lash": (_LASH_VERTEX, _LASH),
    "hair": (_HAIR_VERTEX, _HAIR),
    "plain": (_PLAIN_VERTEX, _PLAIN),
}
"""Vertex and fragment shader of each material of `mesh.Part`."""

BACKGROUND = (
    """
#version 330
in vec2 in_corner; out vec2 at;
void main() {
    at = vec2(in_corner.x * 0.5 + 0.5, 0.5 - in_corner.y * 0.5);
    gl_Position = vec4(in_corner, 0.9999, 1.0);
}
""",
    """
#version 330
uniform sampler2D scenery; in vec2 at; out vec4 colour;
void main() { colour = vec4(texture(scenery, at).rgb, 1.0); }
""",
)

SHADOW = (
    """
#version 330
uniform mat4 model, light_projection; in vec3 in_position; in vec2 in_uv; out vec2 uv;
void main() { uv = in_uv; gl_Position = light_projection * (model * vec4(in_position, 1.0)); }
""",
    """
#version 330
uniform sampler2D hair; uniform int strands; in vec2 uv;
void main() { if (strands == 1 && texture(hair, uv).a < 0.4) discard; }
""",
)
