"""Where the work of ``au-studio analyze`` goes when one computer is not enough; never by default.

Whoever can reach the port of a Dask scheduler can run programs on its workers. So nothing listens but where
it was asked for, on the interface that was asked for, and encrypted where certificates are given.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from au_studio.errors import AUStudioError

LOOPBACK = "127.0.0.1"
CONNECT_SECONDS = 15
STRETCH_SECONDS = 60.0
_ADDRESS = re.compile(r"([a-z]+://)?(\[[0-9a-fA-F:.]+\]|[^\[\]:/\s]+):\d{1,5}")
SLURM = ("queue", "account", "walltime", "memory", "cores")
"""What a SLURM job can be asked for; `cores` are those of one worker."""


_SLURM_PROLOGUE = [
    "export DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED=False",
    "export DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL=500ms",
    "export DASK_DISTRIBUTED__WORKER__HTTP__ROUTES=[]",
]
"""What `_quiet` says, for the workers that SLURM starts."""


_NO_PAGES: dict[str, Any] = {"dashboard": False, "dashboard_address": f"{LOOPBACK}:0"}
"""What keeps a scheduler from serving pages about the work to whoever asks."""


def _quiet(threads: int) -> dict[str, Any]:
    """Return settings of Dask for workers that compute all the time, in processes that it starts itself.

    By default it looks at what a worker does a hundred times a second, asks its event loop fifty times how
    it is, and thinks ten times a second of work and copies that could move: here each worker has one stretch,
    and keeps nothing.
    """
    # Dask's servers of pages about the work know no certificates: they have nothing to tell.
    mute: dict[str, Any] = {f"distributed.{role}.http.routes": [] for role in ("scheduler", "worker")}
    counts = {f"{library}_NUM_THREADS": threads for library in ("OMP", "MKL", "OPENBLAS")}
    return mute | {
        "distributed.worker.profile.enabled": False,
        "distributed.admin.tick.interval": "500ms",
        "distributed.admin.system-monitor.interval": "10s",
        "distributed.scheduler.work-stealing-interval": "1s",
        "distributed.scheduler.active-memory-manager.start": False,
        "distributed.nanny.pre-spawn-environ": counts,
    }


class ClusterError(AUStudioError):
    """The cluster cannot be used as asked."""


@dataclass(frozen=True)
class ClusterOptions:
    """Which cluster.

    Attributes
    ----------
    scheduler : str
        Address of a Dask scheduler that runs; empty for none.
    kind : str
        ``"local"`` or ``"slurm"``: a cluster that is started for this work; empty for none.
    interface : str
        Network interface to listen on; empty: the loopback, which no other computer reaches.
    threads : int or None
        Threads of each worker; None: one, or the cores divided by the workers where they are local.
    stretch : float
        Seconds of work between two saves after which another worker may go on.
    tls : tuple of str
        Files of authority, certificate and key; empty for an open connection.
    slurm : dict
        Of `SLURM`.
    """

    scheduler: str = ""
    kind: str = ""
    interface: str = ""
    threads: int | None = None
    stretch: float = STRETCH_SECONDS
    tls: tuple[str, ...] = ()
    slurm: dict[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> bool:
        """Whether there is a cluster at all."""
        return bool(self.scheduler or self.kind)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of a cluster; `options_of` reads ``--threads`` besides, of whoever works here."""
    group = parser.add_argument_group(
        "many computers",
        "The same work on a Dask cluster. Recordings, model and results lie on a file system that all its "
        "computers see under the same paths. Whoever reaches the scheduler's port can run programs there.",
    )
    group.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="a scheduler that runs: tcp://… or tls://…"
    )
    group.add_argument("--cluster", default="", choices=("local", "slurm"), help="start one for this work")
    group.add_argument(
        "--interface",
        default="",
        metavar="NAME",
        help="network interface to listen on (default: none but loopback)",
    )
    group.add_argument(
        "--stretch",
        type=float,
        default=STRETCH_SECONDS,
        metavar="SECONDS",
        help="work after which another worker may go on with a recording (default: 60; with --keep-faces: "
        "never)",
    )
    group.add_argument(
        "--tls", nargs=3, default=(), metavar=("CA", "CERT", "KEY"), help="encrypt, with these files"
    )
    group.add_argument(
        "--slurm",
        nargs="+",
        default=[],
        metavar="NAME=VALUE",
        help=f"of a SLURM job: {', '.join(SLURM)} (per worker)",
    )


def options_of(arguments: argparse.Namespace) -> ClusterOptions:
    """Read the options; the command itself declares ``--threads``, which are those of a worker.

    Raises
    ------
    ClusterError
        If they contradict each other or a file is missing.
    """
    pairs = [text.partition("=") for text in arguments.slurm]
    unknown = [name for name, sign, value in pairs if name not in SLURM or not sign or not value]
    if unknown:
        raise ClusterError(
            f"“{unknown[0]}” cannot be asked of SLURM.", next_step=f"There are: {', '.join(SLURM)}."
        )
    if arguments.scheduler and not _ADDRESS.fullmatch(arguments.scheduler):
        raise ClusterError(
            f"“{arguments.scheduler}” is no address of a scheduler.",
            next_step="Write it as the scheduler tells it when it starts: tcp://COMPUTER:8786.",
        )
    if arguments.scheduler and arguments.cluster:
        raise ClusterError(
            "--scheduler and --cluster exclude each other.", next_step="Leave one of them out."
        )
    if arguments.cluster == "slurm" and not arguments.interface:
        raise ClusterError(
            "Nobody said on which network the computers of the cluster reach this one.",
            next_step="Name the interface: --interface ib0 (`ip link` lists them).",
        )
    missing = [name for name in arguments.tls if not Path(name).is_file()]
    if missing:
        raise ClusterError(f"The file {missing[0]} does not exist.", next_step="Check the paths after --tls.")
    threads = getattr(arguments, "threads", None)
    if arguments.stretch <= 0 or (threads or 1) < 1:
        raise ClusterError("--stretch and --threads must be more than 0.")
    slurm = {name: value for name, _, value in pairs}
    return ClusterOptions(
        arguments.scheduler,
        arguments.cluster,
        arguments.interface,
        threads,
        arguments.stretch,
        tuple(arguments.tls),
        slurm,
    )


@contextlib.contextmanager
def connected(options: ClusterOptions, workers: int, threads: int) -> Iterator[Any]:
    """Yield a client of the cluster (`distributed.Client`); what was started for it ends with the block.

    Raises
    ------
    ClusterError
        If the libraries are missing or the scheduler does not answer.
    """
    try:
        import dask.config  # noqa: PLC0415  an extra
        import distributed  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ClusterError(
            f"Work on many computers needs the library {error.name}, which is not installed.",
            next_step="Install it with: python -m pip install 'au-studio[cluster]'.",
        ) from error
    security = security_of(options)
    with contextlib.ExitStack() as stack:
        stack.enter_context(dask.config.set(_quiet(threads)))
        address: Any = options.scheduler
        try:
            if options.kind:
                address = stack.enter_context(start_cluster(options, workers, threads, security))
            client = distributed.Client(
                address, security=security, timeout=CONNECT_SECONDS, set_as_default=False
            )
        except (OSError, TimeoutError, ValueError, RuntimeError) as error:
            who = f"The scheduler {options.scheduler} does not answer."
            raise ClusterError(
                who if options.scheduler else "The cluster could not be started on this computer.",
                next_step="Check the address, that it runs, and that --tls names the files of the cluster."
                if options.scheduler
                else "Check --interface, and that --tls names the files of the cluster.",
                details=repr(error),
            ) from error
        yield stack.enter_context(client)


def security_of(options: ClusterOptions) -> Any:
    """Return Dask's security settings; None for an open connection."""
    if not options.tls:
        return None
    import distributed  # noqa: PLC0415

    authority, certificate, key = options.tls
    roles = ("client", "scheduler", "worker")
    files = {
        f"tls_{role}_{part}": path for role in roles for part, path in (("cert", certificate), ("key", key))
    }
    return distributed.Security(tls_ca_file=authority, require_encryption=True, **files)


def start_cluster(options: ClusterOptions, workers: int, threads: int, security: Any) -> Any:
    """Start a cluster for this work: processes here, or jobs of SLURM.

    Without an interface it listens on the loopback only. It never has a dashboard; the servers of pages that
    Dask starts all the same have none, and are on the loopback where they can be told to.
    """
    _check_interface(options.interface)
    if options.kind == "slurm":
        import dask_jobqueue  # noqa: PLC0415

        if shutil.which("sbatch") is None:
            raise ClusterError(
                "There is no SLURM on this computer: it has no command sbatch.",
                next_step="Run it where jobs are submitted, or use --cluster local or --scheduler.",
            )
        asked = {name: value for name, value in options.slurm.items() if name not in ("cores", "memory")}
        cluster = dask_jobqueue.SLURMCluster(
            cores=int(options.slurm.get("cores", threads)),
            memory=options.slurm.get("memory", "2GB"),
            processes=1,
            interface=options.interface,
            security=security,
            # By default its pages would be served to every network that this computer is in.
            scheduler_options={"interface": options.interface, **_NO_PAGES},
            worker_extra_args=["--no-dashboard", "--dashboard-address", _NO_PAGES["dashboard_address"]],
            job_script_prologue=_SLURM_PROLOGUE,
            **asked,
        )
        _submit(cluster, workers)
        return cluster
    import distributed  # noqa: PLC0415

    return distributed.LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        host=None if options.interface else LOOPBACK,
        interface=options.interface or None,
        protocol="tls" if options.tls else "tcp",
        security=security,
        dashboard_address=None,
        scheduler_kwargs=_NO_PAGES,
        memory_limit=None,
    )


def _check_interface(name: str) -> None:
    import psutil  # noqa: PLC0415  comes with Dask

    there = psutil.net_if_addrs()
    if name and name not in there:
        raise ClusterError(
            f"This computer has no network interface {name}.",
            next_step=f"There are: {', '.join(there)}.",
        )


def _submit(cluster: Any, workers: int) -> None:
    """Submit the jobs of workers: one first, because what SLURM refuses is told to nobody later."""
    log = logging.getLogger("tornado.application")
    log.disabled = True  # It would show the error as well, with twenty lines of calls.

    async def submit_one() -> None:
        cluster.scale(jobs=1)
        await cluster._correct_state()

    try:
        cluster.sync(submit_one)
    except (OSError, RuntimeError, ValueError) as error:
        cluster.workers.clear()  # It is no job, and could not be closed.
        cluster._created.clear()
        cluster.close()
        said = [line for line in str(error).splitlines() if line.strip()]
        raise ClusterError(
            f"SLURM did not take the job: {said[-1]}",
            next_step="Check what follows --slurm: queue, account, walltime, memory.",
            details=str(error),
        ) from error
    finally:
        log.disabled = False
    cluster.scale(jobs=workers)
