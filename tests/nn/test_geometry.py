"""Geometry counts from the person's own rest: causal, whatever the chunks, the pose and the face."""

import numpy as np
import torch

from au_studio.nn.config import ModelConfig
from au_studio.nn.geometry import GeometryBranch, onto
from au_studio.nn.model import IntensityModel
from au_studio.nn.streaming import StreamingPredictor

RNG = np.random.default_rng(3)
HEAD = torch.from_numpy(RNG.normal(0, 1, (478, 3))).float()


def branch() -> GeometryBranch:
    torch.manual_seed(0)
    made = GeometryBranch(features=6, size=4, summary=2).eval()
    made.reference.copy_(HEAD)
    made.basis.normal_()
    made.summary_weight.normal_()
    return made


def turned(mesh: torch.Tensor) -> torch.Tensor:
    q, _ = torch.linalg.qr(torch.from_numpy(RNG.normal(0, 1, (3, 3))).float())
    return 1.7 * mesh @ (q * torch.linalg.det(q)) + torch.tensor([3.0, -2.0, 1.0])


def test_a_turned_head_is_the_same_face():
    found = onto(torch.stack([HEAD, turned(HEAD)]), HEAD, torch.ones(478))
    np.testing.assert_allclose(found, torch.stack([HEAD, HEAD]), atol=1e-4)


def test_points_that_move_do_not_steer_the_alignment():
    raised = HEAD.clone()
    raised[:40, 1] += 2.0
    weights = torch.ones(478)
    weights[:40] = 1e-4
    found = onto(turned(raised)[None], HEAD, weights)[0]
    np.testing.assert_allclose(found[40:], HEAD[40:], atol=0.01)
    np.testing.assert_allclose(found[:40, 1] - HEAD[:40, 1], 2.0, atol=0.02)


def test_once_the_rest_is_known_the_shape_of_the_face_does_not_count():
    made = branch()
    with torch.no_grad():  # as calm as can be: every frame counts as rest
        made.calm[-1].weight.zero_()
        made.calm[-1].bias.fill_(-20.0)
    pooled = torch.zeros(1, 400, 6)
    code = torch.zeros(1, 400, 4)
    code[:, -1] = 1.0  # the same movement at the end
    with torch.no_grad():
        described, _ = made(pooled, code)
        other, _ = made(pooled, code + torch.tensor([0.5, -1.0, 2.0, 0.3]))
    plain = slice(made.width, made.width + 4)
    np.testing.assert_allclose(described[0, -1, plain], other[0, -1, plain], atol=0.02)
    assert described[0, -1, plain].min() > 0.9
    assert (described[0, 0] - other[0, 0]).abs().max() > 0.1, "at first nobody's rest is known"


def test_active_frames_do_not_become_the_rest():
    made = branch()
    with torch.no_grad():
        made.calm[-1].weight.zero_()
        made.calm[-1].bias.fill_(20.0)
    _, rest = made(torch.randn(1, 100, 6), torch.randn(1, 100, 4))
    assert rest.weight.max() < 1e-6


def test_the_rest_is_forgotten_where_the_track_starts_anew():
    made = branch()
    pooled, code = torch.randn(1, 9, 6), torch.randn(1, 9, 4)
    restart = torch.zeros(1, 9, dtype=torch.bool)
    restart[0, 5] = True
    whole, _ = made(pooled, code, None, restart)
    alone, _ = made(pooled[:, 5:], code[:, 5:])
    np.testing.assert_allclose(whole[:, 5:].detach(), alone.detach(), atol=1e-6)


def test_a_stream_is_read_alike_whatever_its_chunks():
    torch.manual_seed(0)
    model = IntensityModel(ModelConfig(aus=(1, 12), width=8, features=16, geometry=5, summary=3))
    model.geometry.reference.copy_(HEAD)
    model.geometry.basis.normal_(std=0.01)
    torch.nn.init.normal_(model.regressor.weight, std=0.05)
    model.regressor.bias.data.fill_(2.5)
    crops = RNG.integers(0, 255, (7, 128, 128, 3), dtype=np.uint8)
    restart = np.array([True, False, False, False, True, False, False])
    cpu = torch.device("cpu")
    whole = StreamingPredictor(model, cpu)(crops, restart)
    first = StreamingPredictor(model, cpu)
    begun = first(crops[:3], restart[:3])
    second = StreamingPredictor(model, cpu)
    second.memory = first.memory
    np.testing.assert_allclose(np.concatenate([begun, second(crops[3:], restart[3:])]), whole, atol=1e-4)
    assert np.ptp(whole) > 0
