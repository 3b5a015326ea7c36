"""The stage-1 loss finds the right target among all, and says where it errs."""

import math

import pytest
import torch

from au_studio.learn.stage1.contrastive import ContrastiveOptions, contrastive_loss, spread


def naive_loss(predicted, target, options):
    batch, steps, _, height, width = predicted.shape
    keys = [
        (b, s, y, x) for b in range(batch) for s in range(steps) for y in range(height) for x in range(width)
    ]
    total = 0.0
    for b, s, y, x in keys:
        p = predicted[b, s, :, y, x]
        others = torch.stack([target[i, j, :, k, m] for i, j, k, m in keys])
        if options.normalise:
            p = p / p.norm()
            others = others / others.norm(dim=1, keepdim=True)
        scores = others @ p / options.temperature
        total -= torch.log_softmax(scores, dim=0)[keys.index((b, s, y, x))]
    return total / len(keys)


@pytest.mark.parametrize(
    "options", [ContrastiveOptions(), ContrastiveOptions(normalise=True, temperature=0.1)]
)
@pytest.mark.parametrize("batch", [1, 3])
def test_the_loss_equals_its_definition(options, batch):
    torch.manual_seed(batch)
    predicted, target = torch.randn(batch, 2, 5, 2, 2), torch.randn(batch, 2, 5, 2, 2)
    loss, _ = contrastive_loss(predicted, target, options)
    torch.testing.assert_close(loss, naive_loss(predicted, target, options))


def test_right_predictions_are_found_and_a_guess_costs_its_logarithm():
    torch.manual_seed(0)
    target = torch.randn(4, 3, 64, 2, 2)
    loss, found = contrastive_loss(target * 3, target)
    assert (found.top1, found.clip, found.cell, found.step) == (1.0, 1.0, 1.0, 1.0)
    assert loss < 0.01
    guess, _ = contrastive_loss(torch.zeros_like(target), target)
    assert float(guess) == pytest.approx(math.log(4 * 3 * 4))


def test_a_prediction_of_the_wrong_time_step_is_told_from_one_of_the_wrong_clip():
    torch.manual_seed(0)
    target = torch.randn(4, 3, 64, 2, 2)
    _, late = contrastive_loss(target.roll(1, dims=1) * 3, target)
    assert (late.top1, late.clip, late.cell, late.step) == (0.0, 1.0, 1.0, 0.0)
    _, other = contrastive_loss(target.roll(1, dims=0) * 3, target)
    assert (other.top1, other.clip, other.cell, other.step) == (0.0, 0.0, 1.0, 1.0)


def test_the_gradient_through_the_targets_can_be_stopped():
    for stop in (False, True):
        target = torch.randn(2, 2, 4, 1, 1, requires_grad=True)
        predicted = torch.randn(2, 2, 4, 1, 1, requires_grad=True)
        contrastive_loss(predicted, target, ContrastiveOptions(stop_gradient=stop))[0].backward()
        assert predicted.grad is not None
        assert (target.grad is None) == stop


def test_spread_tells_collapsed_features_from_lively_ones():
    same = torch.ones(4, 2, 8, 2, 2) * torch.rand(4, 2, 1, 2, 2)
    assert spread(same) < 1e-5
    assert spread(torch.randn(16, 3, 64, 2, 2)) > 0.9


def test_targets_of_further_rows_are_negatives_only():
    torch.manual_seed(0)
    target = torch.randn(4, 2, 64, 2, 2)
    whole, found = contrastive_loss(target * 9, target)
    halves = [contrastive_loss(target[k : k + 2] * 9, target, first_row=k) for k in (0, 2)]
    torch.testing.assert_close(whole, (halves[0][0] + halves[1][0]) / 2)
    assert found.top1 == halves[1][1].top1 == 1.0
