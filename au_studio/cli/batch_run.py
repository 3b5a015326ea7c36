"""Run a batch to its end, or until somebody interrupts it, and say what it could not do."""

from __future__ import annotations

from au_studio.cli.instead import said
from au_studio.errors import AUStudioError, Stopped
from au_studio.jobs.batch import Batch, run_here, run_pool
from au_studio.jobs.cluster_options import ClusterOptions
from au_studio.jobs.console import interruptible
from au_studio.jobs.control import Control


def run_batch(
    batch: Batch, lock: int | None, cluster: ClusterOptions | None = None, *, verbose: bool = False
) -> None:
    """Analyse what is left to do.

    Parameters
    ----------
    batch : Batch
    lock : int or None
        What keeps other processes out of its folder; None if nothing does.
    cluster : ClusterOptions, optional
        Where it runs, if that is not this computer's processes alone.
    verbose : bool
        Whether people are shown the details of errors, where it is interrupted.

    Raises
    ------
    Stopped
        When somebody interrupted it. What has failed until then is said.
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
    except Stopped as stopped:
        batch.finish(stopped=True)
        tell_unsound(batch, verbose=verbose)
        raise Stopped("Interrupted; the same command goes on where it was.") from stopped
    batch.finish()


def tell_unsound(batch: Batch, *, verbose: bool = False) -> None:
    """Say of every recording that could not be analysed completely why, and what to do about it."""
    batch.console.end_line()
    for item in batch.unsound:
        if item.error is not None:
            message, step = said(item.error["message"]), said(item.error["next_step"])
            text = message if item.name in message else f"{item.name}: {message}"
            error = AUStudioError(text, next_step=step, details=item.error["details"])
            batch.console.explain(error, verbose=verbose)
