"""The stage-2 loss sees rated cells only."""

import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from au_studio.learn.stage2.sparse import masked_squared_error

SHAPE = (2, 3, 4)
FLOATS = st.floats(-10, 10, width=32)


@given(
    arrays(np.float32, SHAPE, elements=FLOATS),
    arrays(np.float32, SHAPE, elements=FLOATS),
    arrays(np.bool_, SHAPE),
)
def test_the_loss_is_the_mean_squared_error_over_rated_cells(predicted, target, mask):
    loss = masked_squared_error(*(torch.from_numpy(x.astype(np.float32)) for x in (predicted, target, mask)))
    errors = [(p - y) ** 2 for p, y, m in zip(predicted.flat, target.flat, mask.flat, strict=True) if m]
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
