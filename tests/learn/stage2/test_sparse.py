"""The stage-2 loss sees rated cells only."""

import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from au_studio.learn.stage2.sparse import OFF_SCALE, masked_squared_error, within_reach

SHAPE = (2, 3, 4)
FLOATS = st.floats(-10, 10, width=32)
RATINGS = st.floats(0, 5, width=32)


@given(
    arrays(np.float32, SHAPE, elements=FLOATS),
    arrays(np.float32, SHAPE, elements=RATINGS),
    arrays(np.bool_, SHAPE),
)
def test_the_loss_is_the_mean_squared_error_over_rated_cells(predicted, target, mask):
    loss = masked_squared_error(*(torch.from_numpy(x.astype(np.float32)) for x in (predicted, target, mask)))
    errors = [
        (p - y) ** 2 * (OFF_SCALE**2 if (y <= 0 and p < 0) or (y >= 5 and p > 5) else 1)
        for p, y, m in zip(predicted.flat, target.flat, mask.flat, strict=True)
        if m
    ]
    np.testing.assert_allclose(float(loss), sum(errors) / max(1, len(errors)), rtol=1e-4, atol=1e-4)


def test_action_units_count_by_their_weights():
    predicted, target, mask = torch.ones(1, 2, 2), torch.zeros(1, 2, 2), torch.ones(1, 2, 2)
    assert float(masked_squared_error(predicted, target, mask, torch.tensor([3.0, 1.0]))) == 2.0


def test_unrated_cells_get_no_gradient():
    predicted = torch.randn(SHAPE, requires_grad=True)
    mask = torch.zeros(SHAPE)
    mask[1, 2, 0] = 1
    masked_squared_error(predicted, torch.zeros(SHAPE), mask).backward()
    assert (predicted.grad != 0).nonzero().tolist() == [[1, 2, 0]]


def test_predictions_off_the_scale_keep_their_gradient():
    predicted = torch.tensor([[[7.0, -2.0]]], requires_grad=True)
    masked_squared_error(predicted, torch.tensor([[[5.0, 0.0]]]), torch.ones(1, 1, 2)).backward()
    assert (predicted.grad != 0).all()


def test_what_is_clamped_when_it_is_read_is_hardly_an_error():
    raw, rated = torch.tensor([-2.0, -2.0, 7.0, 7.0, 3.0]), torch.tensor([0.0, 1.0, 5.0, 4.0, 0.0])
    assert within_reach(raw, rated, 0.5).tolist() == [-1.0, -2.0, 6.0, 7.0, 3.0]
    assert torch.equal(within_reach(raw, rated, 1.0), raw)
