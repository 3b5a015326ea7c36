"""Run a batch to its end, or until somebody interrupts it."""

from __future__ import annotations

from au_studio.errors import Stopped
from au_studio.jobs.batch import Batch, run_here, run_pool
from au_studio.jobs.cluster_options import ClusterOptions
from au_studio.jobs.console import interruptible
from au_studio.jobs.control import Control


def run_batch(batch: Batch, lock: int | None, cluster: ClusterOptions | None = None) -> bool:
    """Analyse what is left to do; return whether it came to the end.

    Parameters
    ----------
    batch : Batch
    lock : int or None
        What keeps other processes out of its folder; None if nothing does.
    cluster : ClusterOptions, optional
        Where it runs, if that is not this computer's processes alone.
    """
    waiting = batch.sort_out()
    control = Control()
    try:
        with interruptible(control, control.pause):
            if cluster is not None and cluster.asked and waiting:
                from au_studio.jobs.cluster import run_cluster  # noqa: PLC0415  an extra

                run_cluster(batch, waiting, control, cluster, batch.threads)
            elif batch.workers > 1 and waiting:
                run_pool(batch, waiting, control, lock)
            else:
                run_here(batch, waiting, control)
    except Stopped:
        batch.finish(stopped=True)
        return False
    batch.finish()
    return True
