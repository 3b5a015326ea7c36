"""Each part of the model is trained at its own rate, and nothing is forgotten."""

import pytest
import torch
from made_clips import CONFIG

from au_studio.learn.optimisation import (
    LearningRates,
    freeze_norms,
    one_cycle,
    parameter_groups,
    set_learning_rate,
)
from au_studio.nn.model import IntensityModel


def test_every_parameter_has_the_rate_of_its_part():
    model = IntensityModel(CONFIG)
    optimizer = torch.optim.AdamW(parameter_groups(model, LearningRates(1.0, 2.0, 3.0)), weight_decay=0.1)
    set_learning_rate(optimizer, 0.5)
    rate = {id(p): g["lr"] for g in optimizer.param_groups for p in g["params"]}
    decay = {id(p): g["weight_decay"] for g in optimizer.param_groups for p in g["params"]}
    expected = {"encoder": 0.5, "temporal": 1.0, "regressor": 1.5}
    for name, parameter in model.named_parameters():
        assert rate[id(parameter)] == expected[name.split(".")[0]], name
        assert decay[id(parameter)] == (0.1 if parameter.ndim > 1 else 0.0), name


def test_a_new_part_without_a_rate_is_noticed():
    model = IntensityModel(CONFIG)
    model.extra = torch.nn.Linear(2, 2)
    with pytest.raises(RuntimeError, match="no learning rate"):
        parameter_groups(model, LearningRates(1, 1, 1))


def test_the_rate_warms_up_and_ends_at_zero():
    assert one_cycle(0.0) < 0.1
    assert one_cycle(0.15) == pytest.approx(1.0)
    assert one_cycle(1.0) == pytest.approx(0.0)
    assert one_cycle(0.5) > one_cycle(0.9)


def test_frozen_norms_keep_their_statistics():
    model = IntensityModel(CONFIG).train()
    freeze_norms(model)
    before = {k: v.clone() for k, v in model.state_dict().items() if "running" in k}
    model(torch.randint(0, 255, (2, 3, 3, 32, 32)))
    assert before
    for name, value in before.items():
        torch.testing.assert_close(model.state_dict()[name], value)
