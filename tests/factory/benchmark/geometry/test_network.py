"""Networks side by side: causal, and none of them knows of the others."""

import pytest
import torch

from au_studio.factory.benchmark.geometry.network import (
    NetworkSettings,
    Optimizer,
    describe,
    fresh,
    read,
    stacked,
    taken,
)

SETTINGS = NetworkSettings(width=8, calm=4)


def values(weights, codes):
    codes = codes.expand(len(weights["prior"]), -1, -1, -1)
    return read(weights, describe(weights, codes, torch.ones(codes.shape[:3])))


@pytest.fixture
def codes():
    return torch.randn(3, 10, 5, generator=torch.Generator().manual_seed(1))


def test_a_frame_is_read_without_those_after_it(codes):
    weights = stacked([fresh(5, 2, SETTINGS, 0)])
    changed = codes.clone()
    changed[:, 6:] += 3
    before, after = values(weights, codes), values(weights, changed)
    torch.testing.assert_close(before[:, :, :6], after[:, :, :6])
    assert (before[:, :, 6:] - after[:, :, 6:]).abs().max() > 0.01


def test_every_network_reads_as_it_would_alone(codes):
    networks = [fresh(5, 2, SETTINGS, seed) for seed in (0, 1)]
    both = values(stacked(networks), codes)
    for place, weights in enumerate(networks):
        torch.testing.assert_close(both[place], values(stacked([weights]), codes)[0])
    assert (both[0] - both[1]).abs().max() > 0.01


def test_a_calm_face_is_what_is_measured_from(codes):
    weights = stacked([fresh(5, 2, SETTINGS, 0)])
    weights["calm2.bias"][:] = -9  # every frame is calm
    weights["prior"][:] = -9  # and no other rest is known
    shift = torch.tensor([0.5, -1.0, 0.3, 0.0, 2.0])
    here = describe(weights, codes[None], torch.ones(1, 3, 10)).moved
    there = describe(weights, (codes + shift)[None], torch.ones(1, 3, 10)).moved
    torch.testing.assert_close(here, there, atol=1e-3, rtol=1e-3)


def test_steps_are_those_of_adamw_and_each_network_has_its_own_rate(codes):
    networks = [fresh(5, 2, SETTINGS, seed) for seed in (0, 1)]
    optimizer = Optimizer(stacked(networks), decay=0.1)
    rates = {name: torch.tensor([0.01, 0.0]) for name in optimizer.weights}
    alone = {name: tensor[None].clone().requires_grad_() for name, tensor in networks[0].items()}
    usual = torch.optim.AdamW(
        [{"params": [w], "weight_decay": 0.1 if n.endswith("weight") else 0.0} for n, w in alone.items()],
        lr=0.01,
    )
    for _ in range(3):
        optimizer.step(values(optimizer.weights, codes).square().sum(), rates)
        usual.zero_grad()
        values(alone, codes).square().sum().backward()
        torch.nn.utils.clip_grad_norm_(alone.values(), 1.0)
        usual.step()
    for name, tensor in alone.items():
        torch.testing.assert_close(taken(optimizer.weights, [0])[name], tensor.detach())
        torch.testing.assert_close(optimizer.weights[name][1].detach(), networks[1][name])
