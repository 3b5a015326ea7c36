"""Agreement as pingouin and scikit-learn compute it, on tables of ratings of every kind.

``reference/make_reference.py`` made ``reference/agreement.json`` with both; the JSON names their versions.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from au_studio.stats import agreement, error

REFERENCE = json.loads((Path(__file__).parent / "reference" / "agreement.json").read_text(encoding="utf-8"))
TABLES = REFERENCE["tables"]
PAIRS = sorted(name for name, found in TABLES.items() if "kappa" in found)


@pytest.mark.parametrize("name", sorted(TABLES))
@pytest.mark.parametrize("figure", ["icc_2_1", "icc_3_1"])
def test_icc_and_its_interval_are_those_of_pingouin(name, figure):
    value, low, high = TABLES[name][figure]
    ours = getattr(agreement, figure)(TABLES[name]["table"])
    assert ours.value == pytest.approx(value, abs=1e-9)
    if np.isfinite(ours.low):
        # pingouin rounds its intervals to two decimals.
        assert (ours.low, ours.high) == pytest.approx((low, high), abs=0.0051)


@pytest.mark.parametrize("name", PAIRS)
def test_kappa_confusion_and_mae_are_those_of_scikit_learn(name):
    found = TABLES[name]
    a, b = np.array(found["table"]).T
    assert agreement.weighted_kappa(a, b) == pytest.approx(found["kappa"], abs=1e-12)
    assert agreement.confusion(a, b).tolist() == found["confusion"]
    assert error.mae(a, b) == pytest.approx(found["mae"], abs=1e-12)


@pytest.mark.parametrize("name", PAIRS)
def test_plain_agreement_follows_from_the_confusion_of_scikit_learn(name):
    counts = np.array(TABLES[name]["confusion"])
    a, b = np.array(TABLES[name]["table"]).T
    apart = np.abs(np.subtract.outer(np.arange(6), np.arange(6)))
    both, one, other = counts[1:, 1:].sum(), counts[1:].sum(), counts[:, 1:].sum()
    assert agreement.exact_agreement(a, b) == pytest.approx(np.trace(counts) / counts.sum())
    assert agreement.within_one_agreement(a, b) == pytest.approx(counts[apart <= 1].sum() / counts.sum())
    assert agreement.facs_index(a, b) == pytest.approx(2 * both / (one + other))
    assert agreement.base_rate(a) == pytest.approx(one / counts.sum())


def test_the_tables_cover_more_than_good_agreement():
    values = [TABLES[name]["icc_3_1"][0] for name in TABLES]
    assert min(values) < 0
    assert max(values) > 0.9
    assert len(PAIRS) >= 5
