"""Who is shown: a made-up person, drawn from a seed; the parts of the corpus never share one."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from au_studio.factory.synthetic.assets import BROW_STYLES

ICT, MAKEHUMAN = 0, 1
TRAIN, VALIDATION, TEST = 0, 1, 2
SPLIT_NAMES = ("train", "validation", "test")

SKINS: dict[int, tuple[str, ...]] = {
    TRAIN: (
        "middleage_darkskinned_male_diffuse",
        "middleage_lightskinned_female_diffuse2",
        "middleage_lightskinned_male_diffuse",
        "young_darkskinned_male_diffuse",
        "young_lightskinned_female_diffuse2",
        "young_lightskinned_male_diffuse",
        "young_lightskinned_male_diffuse3",
    ),
    VALIDATION: ("middleage_lightskinned_male_diffuse2",),
    TEST: (
        "old_darkskinned_male_diffuse",
        "young_lightskinned_female_diffuse3",
        "young_lightskinned_male_diffuse2",
    ),
}
"""Skins by part of the corpus: no skin is in two parts."""

HAIR: dict[int, tuple[str, ...]] = {
    TRAIN: ("bob02", "long01", "ponytail01", "short01", "short03"),
    VALIDATION: ("short02",),
    TEST: ("braid01", "short04"),
}
"""Hair meshes by part of the corpus: no mesh is in two parts (heads without one are in all)."""

_FEMININE_HAIR = ("bob02", "braid01", "long01", "ponytail01")
_HAIR_COLOURS = ((0.02, 0.015, 0.012), (0.05, 0.03, 0.02), (0.11, 0.065, 0.035), (0.2, 0.12, 0.06),
                 (0.42, 0.3, 0.17), (0.28, 0.11, 0.04), (0.4, 0.39, 0.38), (0.5, 0.49, 0.47))  # fmt: skip
"""Linear RGB: black, dark brown, brown, light brown, blond, red, grey, white."""


_RESTING, _RESTING_SHARES = (1.0, 1.6, 2.4), (0.5, 0.3, 0.2)
"""How much resting faces differ, as a factor, and in which shares of the people."""


@dataclass(frozen=True)
class SkinLook:
    """How the skin is painted; colours are linear RGB, amounts are in [0, 1] unless said otherwise."""

    skin: str
    second_skin: str
    """Blended into the first: a part of the corpus has few skins, and every face would be one of them."""
    second_share: float
    gain: tuple[float, float, float]
    brow_style: str
    brow_colour: tuple[float, float, float]
    brow_cover: float
    brow_shift: tuple[float, float]
    """Downward shift of the upper-row and lower-row brow in atlas pixels (a face is about 330 px high)."""
    brow_tilt: tuple[float, float]
    """Outward slope added to each brow (positive: outer end lower)."""
    brow_thickness: float
    lip_gain: tuple[float, float, float]
    lip_cover: float
    stubble: float
    beard: float
    moustache_only: bool
    scalp: float
    blush: float
    eye_shadow: float
    eye_bags: float
    """How much darker the skin under the eyes is; negative: lighter."""
    freckles: float
    seed: int


@dataclass(frozen=True)
class Identity:
    """One made-up person.

    Attributes
    ----------
    seed : int
        Everything about the person follows from it (and from `split`).
    rig : int
        `ICT` or `MAKEHUMAN`.
    split : int
        `TRAIN`, `VALIDATION` or `TEST`: decides which skins and hair it may wear.
    sex, age : float
        0 feminine to 1 masculine; 0 young to 1 old.
    look : SkinLook
        How the skin is painted.
    hair : str or None
        Hair mesh, or None for none.
    wrinkles : float
        Strength of the wrinkles that expressions cut, 0–0.8.
    folds : tuple of float
        Lasting wrinkles, one per wrinkle map: also there while the face is at rest.
    rest : dict of str to float
        Controls that are always on: the resting shape of brows, lids and mouth.
    child : float
        0 for adults, up to 1 for a small child's proportions.
    """

    seed: int
    rig: int
    split: int
    sex: float
    age: float
    look: SkinLook
    hair: str | None
    hair_colour: tuple[float, float, float]
    eyes: str
    lashes: float
    gloss: float
    wrinkles: float
    folds: tuple[float, ...]
    glasses: int
    torso_colour: tuple[float, float, float]
    rest: dict[str, float] = field(default_factory=dict)
    child: float = 0.0


def draw_identity(seed: int, rig: int, split: int, *, eyes: tuple[str, ...]) -> Identity:
    """Draw one person.

    Parameters
    ----------
    seed : int
        Number of the person; the same seed gives the same person.
    rig, split : int
        See `Identity`.
    eyes : tuple of str
        Names of the eye pictures to choose from.
    """
    rng = np.random.default_rng([seed, rig, split, 11])
    skin = str(rng.choice(SKINS[split]))
    female_skin = "_female_" in skin
    sex = float(np.clip(rng.normal(0.12 if female_skin else 0.8, 0.22), 0.0, 1.0))
    age = float(
        np.clip(
            {"young": 0.15, "middleage": 0.5, "old": 0.85}[skin.split("_", maxsplit=1)[0]]
            + rng.normal(0, 0.15),
            0,
            1,
        )
    )
    grey = rng.random() < 0.7 * max(0.0, age - 0.35)
    dark = "_darkskinned_" in skin
    weights = (
        np.array([0.3, 0.25, 0.18, 0.1, 0.1, 0.05, 0.01, 0.01])
        if not dark
        else np.array([0.8, 0.2] + [0.0] * 6)
    )
    if grey:
        weights = np.array([0.1, 0.1, 0.05, 0, 0.05, 0, 0.45, 0.25])
    shade = float(np.exp(rng.normal(0.0, 0.25)))
    pure = _HAIR_COLOURS[int(rng.choice(8, p=weights / weights.sum()))]
    hair_colour = _jitter(rng, tuple(shade * c for c in pure), 0.04)
    hair = _draw_hair(rng, split, sex)
    folds = np.clip(rng.normal(0.05 + 0.35 * age, 0.15, 8), 0.0, 0.7) * (rng.random(8) < 0.7)
    look = _draw_look(rng, skin, sex, hair_colour, hair, skins=SKINS[split])
    child = _draw_child(np.random.default_rng([seed, rig, split, 13]), age, look)
    if child > 0.0:  # no wrinkles yet
        folds = 0.2 * folds
    return Identity(
        seed=seed,
        rig=rig,
        split=split,
        sex=sex,
        age=age,
        look=look,
        child=child,
        hair=hair,
        hair_colour=hair_colour,
        eyes=_draw_eyes(rng, dark, eyes),
        lashes=float(rng.uniform(0.15, 0.5) + (0.4 * rng.random() if sex < 0.5 else 0.0)),
        gloss=float(rng.uniform(0.3, 1.4)),
        wrinkles=float(np.clip(rng.normal(0.15 + 0.5 * age, 0.2), 0.0, 0.8)),
        folds=tuple(float(fold) for fold in folds),
        glasses=int(rng.integers(1, 4)) if rng.random() < 0.14 else 0,
        torso_colour=_jitter(rng, (float(rng.uniform(0.01, 0.5)),) * 3, 0.3),
        rest=_draw_resting_type(
            np.random.default_rng([seed, rig, split, 12]), _draw_rest(rng, 1.0 if rig == ICT else 0.7)
        ),
    )


def _jitter(rng: np.random.Generator, colour: tuple[float, ...], amount: float) -> tuple[float, float, float]:
    r, g, b = (float(max(0.0, c * np.exp(rng.normal(0.0, amount)))) for c in colour)
    return r, g, b


def _draw_hair(rng: np.random.Generator, split: int, sex: float) -> str | None:
    wearable = [style for style in HAIR[split] if (style in _FEMININE_HAIR) == (sex < 0.5)]
    bare = 0.08 if sex < 0.5 else 0.3
    if not wearable or rng.random() < bare:
        return None
    # Fringes that hide an eye are rare.
    weights = np.array([0.2 if style in ("bob02", "short03") else 1.0 for style in wearable])
    return str(rng.choice(wearable, p=weights / weights.sum()))


def _draw_eyes(rng: np.random.Generator, dark: bool, eyes: tuple[str, ...]) -> str:
    brown = [name for name in eyes if name.startswith("brown")]
    return str(rng.choice(brown if brown and rng.random() < (0.95 if dark else 0.45) else eyes))


def _draw_look(
    rng: np.random.Generator,
    skin: str,
    sex: float,
    hair_colour: tuple[float, float, float],
    hair: str | None,
    *,
    skins: tuple[str, ...],
) -> SkinLook:
    dark = "_darkskinned_" in skin
    # A light skin is also worn darker, a dark one lighter: the atlas has little in between.
    depth = float(rng.uniform(0.0, 1.0) ** 2) if not dark else 0.0
    lift = float(rng.uniform(0.9, 1.9)) if dark else 1.0
    base = np.array([1.0 - 0.5 * depth, 1.0 - 0.6 * depth, 1.0 - 0.65 * depth]) * lift
    if dark:
        base *= np.array([0.85, 1.0, 1.1])
    gain = _jitter(rng, tuple(base), 0.06)
    man = sex > 0.5
    shaven = rng.random()
    painted = not man and rng.random() < 0.45
    lip = (
        (rng.uniform(0.55, 1.0), rng.uniform(0.2, 0.6), rng.uniform(0.25, 0.7))
        if painted
        else (0.95, 0.8, 0.8)
    )
    shift, tilt = rng.normal(0.0, 3.5), rng.normal(0.0, 0.035)
    thin = not man and rng.random() < 0.4
    return SkinLook(
        skin=skin,
        second_skin=str(rng.choice(skins)),
        second_share=float(rng.uniform(0.1, 0.5)) if rng.random() < 0.6 else 0.0,
        gain=gain,
        brow_style=str(rng.choice(BROW_STYLES)),
        brow_colour=_jitter(rng, tuple(float(rng.uniform(0.4, 1.0)) * c + 0.004 for c in hair_colour), 0.05),
        brow_cover=float(rng.uniform(0.45, 1.25)),
        brow_shift=(shift + rng.normal(0, 1.2), shift + rng.normal(0, 1.2)),
        brow_tilt=(tilt + rng.normal(0, 0.015), tilt + rng.normal(0, 0.015)),
        brow_thickness=float(rng.uniform(0.65, 1.0) if thin else rng.uniform(0.85, 1.6)),
        lip_gain=_jitter(rng, lip, 0.1),
        lip_cover=float(rng.uniform(0.5, 1.0) if painted else rng.uniform(0.0, 0.6)),
        stubble=float(rng.uniform(0.1, 0.7)) if man and shaven > 0.4 else 0.0,
        beard=float(rng.uniform(0.5, 1.0)) if man and shaven > 0.82 else 0.0,
        moustache_only=bool(rng.random() < 0.25),
        scalp=float(rng.uniform(0.3, 0.95)) if hair or rng.random() < 0.6 else 0.0,
        blush=float(rng.uniform(0.0, 0.35)),
        eye_shadow=float(rng.uniform(0.1, 0.6)) if painted else 0.0,
        eye_bags=float(np.clip(rng.normal(0.15, 0.28), -0.35, 0.8)),
        freckles=float(rng.uniform(0.2, 0.7)) if rng.random() < 0.15 else 0.0,
        seed=int(rng.integers(2**31)),
    )


def _draw_rest(rng: np.random.Generator, size: float) -> dict[str, float]:
    """Draw the resting shape of brows, lids and mouth, as small constant values of the rig's controls."""
    rest: dict[str, float] = {}
    # About a quarter of a unit: with more, a still picture no longer tells a resting face from a trace. Some
    # people do rest with high brows, wide or narrow eyes or a stretched mouth; real ones look like that, too.
    size *= float(rng.choice(_RESTING, p=_RESTING_SHARES))
    spread = {"browDown": 0.05, "browInnerUp": 0.045, "browOuterUp": 0.05, "eyeWide": 0.05, "eyeSquint": 0.05,
              "mouthSmile": 0.04, "mouthFrown": 0.045, "mouthPress": 0.06, "mouthStretch": 0.04,
              "mouthDimple": 0.04, "cheekSquint": 0.04, "noseSneer": 0.025, "eyeBlink": 0.025}  # fmt: skip
    for name, usual in spread.items():
        sd = size * usual
        common = rng.normal(0.0, sd)
        for side in ("_L", "_R"):
            rest[name + side] = float(np.clip(common + rng.normal(0.0, 0.25 * sd), -2 * sd, 2 * sd))
    # Negative values of these would part the lips.
    for name in ("mouthPress_L", "mouthPress_R"):
        rest[name] = abs(rest[name])
    for name, sd in {
        "mouthShrugLower": 0.08,
        "mouthPucker": 0.1,
        "mouthRollLower": 0.1,
        "mouthRollUpper": 0.1,
    }.items():
        rest[name] = float(np.clip(abs(rng.normal(0.0, size * sd)), 0.0, 2 * sd))
    for name, sd in {"mouthLeft": 0.05, "jawLeft": 0.05, "jawForward": 0.12}.items():
        rest[name] = float(np.clip(rng.normal(0.0, size * sd), -2 * sd, 2 * sd))
    if rng.random() < 0.2:  # some people's lips do not quite meet at rest
        gap = float(rng.uniform(0.0, 0.06))
        rest.update({"jawOpen": 0.5 * gap, "mouthLowerDown_L": gap, "mouthLowerDown_R": gap})
    return rest


def _draw_resting_type(rng: np.random.Generator, rest: dict[str, float]) -> dict[str, float]:
    """Return `rest`, for some people with what looks like an action: brows, lids or mouth."""
    rest = dict(rest)

    def add(name: str, low: float, high: float, sides: str = "LR") -> None:
        value = float(rng.uniform(low, high))
        for side in sides:
            rest[f"{name}_{side}"] = rest.get(f"{name}_{side}", 0.0) + value

    if rng.random() < 0.12:
        add("browOuterUp", 0.2, 0.55)
    if rng.random() < 0.06:
        add("browInnerUp", 0.15, 0.4)
    lids = rng.random()
    if lids < 0.1:
        add("eyeWide", 0.15, 0.45)
    elif lids < 0.22:
        add("eyeSquint", 0.1, 0.4)
        add("eyeBlink", 0.03, 0.15)
    if rng.random() < 0.12:
        side = str(rng.choice(["L", "R"]))
        add(str(rng.choice(["mouthSmile", "mouthFrown", "mouthDimple"])), 0.1, 0.25, side)
    if rng.random() < 0.1:
        add("browOuterUp", 0.15, 0.45, str(rng.choice(["L", "R"])))
    return rest


def _draw_child(rng: np.random.Generator, age: float, look: SkinLook) -> float:
    """Draw whether a young, beardless face is a child's, and how small: 0 for most."""
    if age > 0.45 or look.beard > 0.0 or look.stubble > 0.0 or rng.random() > 0.3:
        return 0.0
    return float(rng.uniform(0.3, 1.0))
