"""Two processes learn what one would have learnt."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from ddp_worker import run
from safetensors.torch import load_file
from torch import nn

from au_studio.learn.distributed import Processes, share_norms


@pytest.mark.parametrize("objective", ["movement", "future", "intensities"])
def test_two_processes_under_torchrun_have_the_loss_and_weights_of_one(objective, tmp_path):
    folder = Path(__file__).parent
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(
            [str(folder.parents[1]), str(folder), os.environ.get("PYTHONPATH", "")]
        ),
        "OMP_NUM_THREADS": "1",
    }
    launcher = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    done = subprocess.run(
        [*launcher, str(folder / "ddp_worker.py"), str(tmp_path / "two.safetensors"), objective],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    run(tmp_path / "one.safetensors", objective)
    one, two = (load_file(tmp_path / f"{name}.safetensors") for name in ("one", "two"))
    torch.testing.assert_close(two.pop("losses"), one.pop("losses"), atol=1e-4, rtol=1e-4)
    assert one.keys() == two.keys()
    for name in one:
        torch.testing.assert_close(
            two[name], one[name], atol=2e-3, rtol=1e-3, msg=lambda m, n=name: f"{n}: {m}"
        )
    trained = [name for name in one if name.endswith("conv1.weight")]
    assert trained


def test_rows_that_cannot_be_shared_evenly_are_refused():
    assert list(Processes(1, 2).share(8)) == [4, 5, 6, 7]
    with pytest.raises(ValueError, match="5 clips a step cannot be shared evenly by 2"):
        Processes(0, 2).share(5)


def test_shared_norms_keep_weights_and_names():
    model = nn.Sequential(nn.Conv2d(3, 4, 1), nn.BatchNorm2d(4), nn.Sequential(nn.BatchNorm3d(2)))
    before = dict(model.state_dict(keep_vars=True))
    share_norms(model, Processes(0, 2))
    after = dict(model.state_dict(keep_vars=True))
    assert before.keys() == after.keys()
    assert all(before[name] is after[name] for name in before)
    model[1].eval()
    x = torch.randn(2, 4, 3, 3)
    torch.testing.assert_close(model[1](x), nn.functional.batch_norm(x, torch.zeros(4), torch.ones(4)))
