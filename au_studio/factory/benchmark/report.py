"""Write a benchmark's report: Markdown, CSV and figures, from the finished cells alone."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from au_studio.factory.benchmark import reliability, rest_calibration
from au_studio.factory.benchmark.cells import Cell, Condition
from au_studio.factory.benchmark.charts import Axis, Line, line_chart
from au_studio.factory.benchmark.planned import ABOUT
from au_studio.factory.benchmark.settings import BenchmarkError
from au_studio.factory.benchmark.summary import Outcome, Results, gains
from au_studio.files import write_text
from au_studio.learn.material.augmentation import NO_AUGMENTATION
from au_studio.stats.agreement import Interval

REPORT, TABLE, CURVE = "report.md", "table.csv", "learning-curve.svg"


def write_report(folder: Path, cells: Sequence[Cell]) -> list[Path]:
    """Write report, table and figures of what is finished.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    BenchmarkError
        If no cell is finished.
    """
    results = Results(folder, cells)
    if not results.conditions:
        raise BenchmarkError(
            f"No training of the benchmark in {folder} is finished.", next_step="Run the benchmark first."
        )
    about: dict[str, Any] = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    outcomes = [results.outcome(condition) for condition in results.conditions]
    write_text(folder / TABLE, _csv(outcomes, about["aus"]))
    write_text(folder / CURVE, learning_curve(outcomes, f"{about['corpus']}: {about['protocol']}"))
    best = _best(results.conditions)
    parts = [
        _head(about, results),
        _table(outcomes),
        _gains(results, outcomes),
        f"![Learning curve]({CURVE})\n",
        _units("ICC(3,1)", outcomes, about["aus"]),
        _units("MAE", outcomes, about["aus"]),
    ]
    written = [folder / REPORT, folder / TABLE, folder / CURVE]
    if best is not None:
        parts.append(rest_calibration.section(results, best))
        section, chart = reliability.section(results, best)
        parts.append(section)
        if chart:
            write_text(folder / reliability.CHART, chart)
            written.append(folder / reliability.CHART)
    parts.append(_choices(about))
    write_text(folder / REPORT, "\n".join(parts))
    return written


def learning_curve(outcomes: Sequence[Outcome], title: str) -> str:
    """Return the figure: mean ICC over the share of the labels, pre-trained and from scratch."""
    lines = []
    for start, words in (("pretrained", "pre-trained"), ("scratch", "from scratch")):
        own = sorted(
            (o for o in outcomes if o.condition.start == start), key=lambda outcome: outcome.condition.share
        )
        points = [(100 * o.condition.share, o.figures.icc.value) for o in own]
        intervals = [(o.figures.icc.low, o.figures.icc.high) for o in own]
        if points:
            lines.append(Line(words, points, intervals))
    shares = sorted({100 * o.condition.share for o in outcomes if o.condition.start != "constant"}) or [100.0]
    low = min([0.0, *(low for line in lines for low, _ in line.intervals if math.isfinite(low))])
    floor = math.floor(low * 5) / 5
    return line_chart(
        title,
        Axis("labelled frames, % (drawn at random)", min(shares[0], 50.0), 100.0, _ticks(shares), log=True),
        Axis(
            "mean ICC(3,1), unseen persons",
            floor,
            1.0,
            [(float(v), f"{v:.1f}") for v in np.arange(floor, 1.01, 0.2)],
        ),
        lines,
    )


def _ticks(shares: Sequence[float]) -> list[tuple[float, str]]:
    return [(share, f"{share:g}") for share in shares]


def _best(conditions: Sequence[Condition]) -> Condition | None:
    """Return the condition with most labels, pre-trained if there is one: it is calibrated and examined."""
    trained = [c for c in conditions if c.start != "constant"]
    return max(trained, key=lambda c: (c.share, c.start == "pretrained")) if trained else None


def _head(about: dict[str, Any], results: Results) -> str:
    lines = [f"# Benchmark: {about['corpus']}, {about['protocol']}", ""]
    if results.n_finished < results.n_cells:
        lines += [f"**Interrupted: {results.n_finished} of {results.n_cells} trainings are done.**", ""]
    for name, parts in about["divisions"].items():
        words = (
            f"{p} {n['subjects']} subjects with {n['labelled']:,} labelled frames" for p, n in parts.items()
        )
        lines.append(f"* {name}: {'; '.join(words)}.")
    return "\n".join([*lines, ""])


def _table(outcomes: Sequence[Outcome]) -> str:
    rows = [
        "| training | labels | ICC(3,1) | 95 % | MAE | 95 % | seeds | stage 1, min | stage 2, min | steps |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for o in outcomes:
        steps = f"{o.steps:,.0f}" + (f" ({o.not_converged} not ended)" if o.not_converged else "")
        f = o.figures
        rows.append(
            f"| {o.condition.words} | {o.labelled_frames:,.0f} | {_with_sd(f.icc, f.run_icc)} | "
            f"{_range(f.icc)} | {_with_sd(f.mae, f.run_mae)} | {_range(f.mae)} | {len(o.seeds)} | "
            f"{o.stage1_seconds / 60:.1f} | {o.seconds / 60:.1f} | {steps} |"
        )
    return "\n".join(["## Unseen persons, average over action units", "", *rows, ""])


def _gains(results: Results, outcomes: Sequence[Outcome]) -> str:
    lines = ["## What pre-training gains", ""]
    for g in gains(results):
        lines.append(
            f"* {100 * g.better.share:g} % of the labels: ICC {g.gain.value:+.3f} "
            f"[{g.gain.low:+.3f}, {g.gain.high:+.3f}] over scratch."
        )
    by_share = {o.condition.share: o.figures.icc for o in outcomes if o.condition.start == "pretrained"}
    few, everything = by_share.get(0.02), by_share.get(1.0)
    # A share of an agreement that may as well be none says nothing.
    if few is not None and everything is not None and everything.low > 0:
        apart = results.gain(Condition("pretrained", 0.02), Condition("pretrained", 1.0)).gain
        lines.append(
            f"* 2 % of the labels reach {100 * few.value / everything.value:.0f} % of the ICC of all "
            f"({apart.value:+.3f} [{apart.low:+.3f}, {apart.high:+.3f}])."
        )
    if len(lines) == 2:
        return ""
    return "\n".join([*lines, ""])


def _units(figure: str, outcomes: Sequence[Outcome], aus: Sequence[int]) -> str:
    def row(outcome: Outcome) -> str:
        units = outcome.figures.unit_icc if figure.startswith("ICC") else outcome.figures.unit_mae
        return " | ".join(_number(unit.value) for unit in units)

    head = [f"| {figure} | {' | '.join(f'AU{au}' for au in aus)} |", "|---" * (len(aus) + 1) + "|"]
    return "\n".join([*head, *(f"| {o.condition.words} | {row(o)} |" for o in outcomes), ""])


def _choices(about: dict[str, Any]) -> str:
    rule, stage2 = about["settings"]["rule"], about["settings"]["stage2"]
    coded = "input" in about["settings"]
    lines = [
        "## How it was measured",
        "",
        *(_of_codes(about["settings"]) if coded else _of_crops(about["settings"])),
        f"* Pre-trained: {_started(about)}.",
        "* Labels are drawn uniformly over the frames of the training persons; draws are nested and stored.",
        f"* {_length(rule)}.",
        f"* {stage2['rows']} windows of {stage2['window']} frames a step; the same settings for every row.",
        "* ICC(3,1) and MAE are of the test frames of all divisions pooled, unrounded, predictions within "
        "0–5; averages over action units are unweighted. ± is the standard deviation over seeds; intervals "
        "come from 2,000 draws of subjects, the same for every row.",
        f"* {about['faceless']:,} labelled frames without a face are in no figure.",
        "* The constant predictor gives the median of all training labels of each action unit: of all "
        "constants it has the smallest MAE there. Like every constant it has an ICC of 0 wherever the "
        "labels vary; where they do not, no row has one.",
        "",
    ]
    return "\n".join(lines)


def _of_crops(settings: dict[str, Any]) -> list[str]:
    config = settings["config"]
    plain = settings["stage2"]["augmentation"] == asdict(NO_AUGMENTATION)
    return [
        f"* Network: width {config['width']}, {config['block_frames']} frame(s) a block, crops of "
        f"{config['crop_size']} px.",
        *(["* Crops are not varied."] if plain else []),
    ]


def _of_codes(settings: dict[str, Any]) -> list[str]:
    frozen = not settings["stage2"]["rate_of_f_and_g"]
    picture = settings["input"] == "geometry+picture"
    return [
        "* Networks read codes of the face mesh and blendshapes, which MediaPipe's networks give of every "
        f"frame{', and of the gradients of its picture' if picture else ''}, in every row alike; f (two "
        "layers), g (a gated recurrent unit), the estimate of rest and the regressor learn, width "
        f"{settings['network']['width']}. Directions and scales are those of the training persons' "
        "frames; no label is looked at for them.",
        *(["* The regressor alone learns in stage 2: f and g stay as they are."] if frozen else []),
    ]


def _started(about: dict[str, Any]) -> str:
    """Say what a pre-trained network comes from."""
    stage1 = about["settings"]["stage1"]
    objective = stage1.get("objective", "future")
    started = (
        f"one stage 1 for each seed (objective: {objective}), on the training persons' frames without labels"
    )
    if "own_clip" in stage1:
        others = "of the same clip" if stage1["own_clip"] else "of all clips of the step"
        started += (
            f" ({stage1['steps']:,} steps, temperature {stage1['temperature']:g}, told from moments {others})"
        )
    if about["start"] is not None:
        started = (
            f"the checkpoint {about['start'][:12]}…, made without labels; whether its material, or that of a "
            "model that it went on from, shows test persons was not checked"
        )
    if about["unlabelled_frames"]:
        started += f", and {about['unlabelled_frames']:,} further frames"
    return started


def _length(rule: Mapping[str, Any]) -> str:
    """Say how long every training lasts."""
    if rule.get("cycle"):
        return (
            f"Every training is of {rule['cycle']:,} steps, the learning rate rising and falling to zero "
            "once, and what it ends with is tested. Labels of the validation persons are used for the error "
            "model only"
        )
    return (
        f"Every training goes on until it stops improving on the validation persons (mean ICC by "
        f"{rule['better_by']}, measured every {rule['every']} steps, {rule['patience']} times without "
        f"success, after {rule['fewest']:,} steps at least, the learning rate falling {rule['reductions']} "
        f"times to a third; {rule['most']:,} steps at most), and its best state there is tested. All labels "
        "of the validation persons are used for that, in every row alike, and for nothing else but the "
        "error model"
    )


def _csv(outcomes: Sequence[Outcome], aus: Sequence[int]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(
        ["start", "share", "au", "labelled_frames", "seeds", "icc", "icc_low", "icc_high", "icc_sd", "mae",
         "mae_low", "mae_high", "mae_sd", "stage1_seconds", "stage2_seconds", "steps"]
    )  # fmt: skip
    for o in outcomes:
        f = o.figures
        rows = [
            ("mean", f.icc, _sd(f.run_icc), f.mae, _sd(f.run_mae)),
            *(
                (f"AU{au}", icc, math.nan, mae, math.nan)
                for au, icc, mae in zip(aus, f.unit_icc, f.unit_mae, strict=True)
            ),
        ]
        for name, icc, icc_sd, mae, mae_sd in rows:
            numbers = (icc.value, icc.low, icc.high, icc_sd, mae.value, mae.low, mae.high, mae_sd)
            times = (o.stage1_seconds, o.seconds, o.steps)
            writer.writerow(
                [o.condition.start, o.condition.share, name, round(o.labelled_frames), len(o.seeds)]
                + ["" if math.isnan(v) else f"{v:.4f}" for v in numbers]
                + [f"{v:.0f}" for v in times]
            )
    return stream.getvalue()


def _sd(values: Sequence[float]) -> float:
    known = [v for v in values if math.isfinite(v)]
    return float(np.std(known, ddof=1)) if len(known) > 1 else math.nan


def _with_sd(interval: Interval, runs: Sequence[float]) -> str:
    sd = _sd(runs)
    return _number(interval.value) + ("" if math.isnan(sd) else f" ± {sd:.3f}")


def _range(interval: Interval) -> str:
    return "n/a" if math.isnan(interval.low) else f"{interval.low:.3f}–{interval.high:.3f}"


def _number(value: float) -> str:
    return "n/a" if math.isnan(value) else f"{value:.3f}"
