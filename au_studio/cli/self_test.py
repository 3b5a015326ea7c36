"""``au-studio self-test``: do everything once, small, and say whether it works; for the built program.

The clip of a rendered face that ships is opened and read, a model is fine-tuned on it for a few steps, tables
are exported, each in the processes that the window would start, a figure and a report are made; then the
window opens where nobody sees it, with its languages and its manual.
All files lie in a temporary folder, which is gone afterwards.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from au_studio import children, resources
from au_studio.analysis.models import ModelEntry, find_model
from au_studio.conditions.readings import ReadingRequest
from au_studio.errors import AUStudioError
from au_studio.export.methods import model_text
from au_studio.export.methods_facts import ModelFacts
from au_studio.figures.canvas import FORMATS as FIGURES
from au_studio.figures.canvas import save
from au_studio.figures.kinds import FigureRequest, draw
from au_studio.jobs.job import AnalyzeJob, Job, save_job
from au_studio.jobs.process import JobProcess
from au_studio.jobs.protocol import Done, Event, Failed, Metric
from au_studio.jobs.study_batch import job_of
from au_studio.jobs.training_data import build_job
from au_studio.reports.gathering import ReportRequest, gather
from au_studio.reports.writing import FORMATS as REPORTS
from au_studio.reports.writing import write_report
from au_studio.study.demo import CODER, install_demo_study
from au_studio.study.study import Study
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader

STEPS = 5
"""Steps of the fine-tuning: enough to show that gradients flow, the weights change and a model is written."""
_CLIP = "person_c"
_PATIENCE = 900.0
_OF_PAPERS = ("matplotlib", "reportlab")
"""What draws figures and reports: an extra of the set-up, and a part of the built program."""


class SelfTestError(AUStudioError):
    """Something that AU Studio is for does not work here."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio self-test``."""
    parser.add_argument("--no-window", action="store_true", help="leave the window out")


def run(arguments: argparse.Namespace) -> int:
    """Run every step; returns 0 when all of them work, else an error says which did not."""
    with tempfile.TemporaryDirectory(prefix="au-studio-self-test-") as folder:
        test = SelfTest(Path(folder), lambda text: print(text, flush=True))
        steps: list[tuple[str, Callable[[], str]]] = [
            ("open a clip", test.open_clip),
            ("read a face", test.read_face),
            (f"fine-tune {STEPS} steps", test.fine_tune),
            ("export", test.export),
            ("figure and report", test.draw),
        ]
        if not arguments.no_window:
            steps.append(("open the window", test.open_window))
        for name, step in steps:
            began = time.monotonic()
            found = step()
            print(f"ok  {name:20} {found} ({time.monotonic() - began:.1f} s)", flush=True)
    how = "the built program" if children.is_built() else "Python"
    print(f"Everything works here ({how}).")
    return 0


@dataclass
class SelfTest:
    """The steps, in their order.

    Attributes
    ----------
    folder : Path
        Where files may be written.
    say : callable
        Told what a child says that is worth a line.
    """

    folder: Path
    say: Callable[[str], None]
    _study: Path = field(init=False)
    _recording: str = field(init=False)

    def open_clip(self) -> str:
        """Make a study of one of the clips that ship, and decode a frame."""
        films = self.folder / "films"
        films.mkdir()
        for file in resources.path("demo").glob(f"{_CLIP}.*"):
            shutil.copy(file, films)
        self._study = install_demo_study(films, self.folder / "Self-test")
        with Study.open(self._study) as study:
            recording = study.recordings()[0]
            self._recording = recording.name
            video = study.locate(recording)
        with FrameReader(index_video(video)) as reader:
            picture = reader.read(recording.n_frames // 2).image
        return f"{recording.n_frames} frames of {picture.shape[1]}x{picture.shape[0]} pixels"

    def read_face(self) -> str:
        """Read the intensities of one clip in a child."""
        rows = self._analyse(find_model(), "read")
        return f"a face in {sum(row['success'] == '1' for row in rows)} of {len(rows)} frames"

    def fine_tune(self) -> str:
        """Fine-tune the model in a child."""
        with Study.open(self._study) as study:
            coder = next(coder for coder in study.coders() if coder.name == CODER)
            base = str(find_model().path)
            job = build_job(study, coder.id, base=base, name="Self-test", use_unsure=True, seed=0)
        self._model = Path(job.output)
        # What is held out says how good a model is; here one is to be made, and nothing more.
        settings = {"steps": STEPS, "folds": 0, "evaluations": 0}
        events = self._do(replace(job, settings=settings, device="cpu"))
        losses = [e.value for e in events if isinstance(e, Metric) and e.metric == "loss"]
        if not self._model.is_file():
            raise SelfTestError(f"The fine-tuning wrote no model to {self._model}.")
        return f"{sum(len(r.ratings) for r in job.recordings)} ratings, {len(losses)} losses heard of"

    def export(self) -> str:
        """Write tables of the new model's analysis."""
        model = find_model(str(self._model))
        rows = self._analyse(model, "tuned", formats=("openface", "tidy", "events", "summary"))
        values = [row["AU12_r"] for row in rows if row["AU12_r"]]
        if not values or any(not 0 <= float(value) <= 5 for value in values):
            raise SelfTestError("The exported table has no intensities of AU12 between 0 and 5.")
        told = model_text([ModelFacts(model.name, model.card)])
        if model.name not in told:
            raise SelfTestError(f"The methods text does not name the new model: {told}")
        files = sorted((self.folder / "tuned").iterdir())
        return f"{len(files)} files, {len(rows)} rows"

    def draw(self) -> str:
        """Draw the curves that the model read, and write a report, in every format."""
        missing = [name for name in _OF_PAPERS if importlib.util.find_spec(name) is None]
        if missing and not children.is_built():
            return f"left out, because {' and '.join(missing)} is not installed"
        reading = ReadingRequest(self._study)
        drawn = draw(FigureRequest("curves", reading))
        files = [file for kind in FIGURES for file in save(drawn, self.folder / f"curves{kind}")]
        report = gather(ReportRequest(reading, recording=self._recording))
        files += [file for kind in REPORTS for file in write_report(self.folder / f"report{kind}", report)]
        empty = [file.name for file in files if not file.stat().st_size]
        if empty:
            raise SelfTestError(f"There is nothing in {', '.join(empty)}.")
        return f"{len(files)} files, {len(report.recordings[0].peaks)} pictures in the report"

    def open_window(self) -> str:
        """Open the window on Qt's screen in memory, with its analysis child, and look at it."""
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from au_studio.ui.look import look_at_window  # noqa: PLC0415

        return look_at_window(self.folder, self._study, _PATIENCE)

    def _analyse(
        self, model: ModelEntry, name: str, formats: tuple[str, ...] = ("openface",)
    ) -> list[dict[str, str]]:
        table = self.folder / name / "clip.csv"
        with Study.open(self._study) as study:
            job = job_of(study, study.recordings()[0], model, backend=AnalyzeJob.backend, device="cpu")
        self._do(replace(job, output_csv=str(table), formats=formats))
        with table.open(newline="", encoding="utf-8") as stream:
            rows = [
                {key.strip(): value.strip() for key, value in row.items()} for row in csv.DictReader(stream)
            ]
        if not any(row["success"] == "1" for row in rows):
            raise SelfTestError(f"No face was found in {Path(job.video).name}.")
        return rows

    def _do(self, job: Job) -> list[Event]:
        """Run a job in a child, as the window does, and return what it said."""
        file = self.folder / f"{job.kind}.json"
        save_job(job, file)
        events: list[Event] = []
        process = JobProcess(file, events.append)
        process.start()
        code = process.wait(_PATIENCE)
        if code is None:
            process.kill()
            raise SelfTestError(f"The child for “{job.kind}” did not end in {_PATIENCE:.0f} s.")
        last = events[-1] if events else None
        if isinstance(last, Failed):
            raise SelfTestError(last.message, next_step=last.next_step, details=last.details)
        if code != 0 or not isinstance(last, Done):
            raise SelfTestError(f"The child for “{job.kind}” ended with {code}.", details=process.log)
        return events
