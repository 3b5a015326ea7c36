"""Reports of real, small recordings: what they say, what they show, and what they must not show."""

from __future__ import annotations

import base64
import json
import re
from html.parser import HTMLParser

import numpy as np
import pytest
from made_study import curve
from window_fixtures import write_video

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.analysis.tracks import write_tracks
from au_studio.conditions.readings import ReadingRequest
from au_studio.face.model import Face, TrackedFace
from au_studio.face.opencv import cv2
from au_studio.reports.content import ReportError
from au_studio.reports.gathering import ReportRequest, gather
from au_studio.reports.html import to_html
from au_studio.reports.pdf import to_pdf
from au_studio.reports.peaks import PICTURES
from au_studio.reports.words import FACE_WARNING, clock
from au_studio.reports.writing import write_report
from au_studio.study.study import Study
from au_studio.video.hashing import content_hash
from au_studio.video.index import index_video

FRAME = 17
"""Where AU12 is strongest."""


@pytest.fixture(scope="module")
def filmed(tmp_path_factory):
    """A study with one film of 40 frames, and a face in it that is known."""
    folder = tmp_path_factory.mktemp("filmed")
    video = write_video(folder / "smile.mp4")
    index = index_video(video)
    with Study.create(folder / "Filmed.austudio", "Filmed") as study:
        recording = study.add_recording(
            video, duration=index.duration, n_frames=40, content_hash=content_hash(video), person="Ann <i>"
        )
        study.rename_recording(recording.id, "smile & <b>.mp4")
        kind = study.add_marker_kind("question")
        study.add_marker(
            recording.id, kind.id, int(index.pts[5]), int(index.pts[9]), "<script>alert(1)</script>"
        )
        curves = np.zeros((40, 2), np.float32)
        curves[10:30, 1] = 2.0
        curves[FRAME, 1] = 4.5
        save_analysis(study.analysis_path(recording.id, "base"), analysis_of(index, curves, recording))
        box = np.array([20, 8, 76, 56], np.float32)
        anchors = np.array([[36, 24], [60, 24], [48, 36]], np.float32)
        points = np.random.default_rng(1).uniform((20, 8), (76, 56), (468, 2)).astype(np.float32)
        face = TrackedFace(0, Face(box, points, anchors, 1.0), False)
        study.tracks_path(recording.id).parent.mkdir(parents=True, exist_ok=True)
        with write_tracks(
            study.tracks_path(recording.id), backend="mediapipe", n_landmarks=468, video_hash=""
        ) as writer:
            for pts in index.pts.tolist():
                writer.append(pts, [face])
        return study.path


def analysis_of(index, curves, recording) -> RecordingAnalysis:
    n = index.n_frames
    return RecordingAnalysis(
        (6, 12), index.pts, index.times, curves, np.ones(n, np.float32), np.ones(n, np.bool_),
        np.zeros(n, np.int16), np.tile(np.array([20, 8, 76, 56], np.float32), (n, 1)),
        {
            "video": {"content_hash": recording.content_hash, "pixel_aspect": "1", "reading": "", "width": 96,
                      "height": 64},
            "model": {"name": "AU Studio base", "rest": "none: intensities are absolute"},
            "target_person": None,
        },
    )  # fmt: skip


def gathered(folder, **options):
    options = {"recording": "smile & <b>.mp4"} | options
    return gather(ReportRequest(ReadingRequest(folder), **options))


def picture(data: bytes) -> np.ndarray:
    return cv2.cvtColor(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)


def test_a_report_says_what_was_read(filmed):
    report = gathered(filmed, pictures="none")
    (part,) = report.recordings
    still, smile = part.units
    assert (still.au, still.peak, still.episodes) == (6, 0, 0)
    assert smile.peak == 4.5
    assert smile.peak_seconds == pytest.approx(FRAME * 0.04)
    assert smile.mean == pytest.approx((19 * 2 + 4.5) / 40)
    assert smile.shares == pytest.approx((50, 50, 2.5))
    assert [(e.au, e.peak) for e in part.episodes] == [(12, 4.5)]
    assert part.episodes[0].onset == pytest.approx(0.4)
    assert [(m.name, m.start) for m in part.markers] == [("question", pytest.approx(0.2))]
    assert "“AU Studio base”" in report.model[0]
    assert "ICC" in report.agreement[0], "the shipped model's card tells of its agreement"
    assert any("(1.6 s)" in text for text in report.cautions)
    assert any("absolute" in text for text in report.rest)


def test_faces_are_shown_at_their_peak_and_warned_of(filmed):
    report = gathered(filmed, pictures="faces")
    (peak,) = report.recordings[0].peaks
    shown = picture(peak.picture)
    # The film's bar is 4 + 2 * 17 px wide at that frame; the square around the face begins at 48 - 44.8 px.
    edge = np.flatnonzero(np.abs(np.diff(shown[110, :, 0].astype(int))) > 60)[-1]
    assert edge == pytest.approx((4 + 2 * FRAME - (48 - 56 * 0.8)) * 220 / 89.6, abs=6)
    assert report.shows_face
    assert FACE_WARNING.replace("'", "&#39;") in to_html(report)


@pytest.mark.parametrize("pictures", ["mesh", "blur"])
def test_hidden_persons_leave_nothing_of_the_film_and_no_warning(filmed, pictures):
    as_it_is = picture(gathered(filmed, pictures="faces").recordings[0].peaks[0].picture)
    report = gathered(filmed, pictures=pictures)
    hidden = picture(report.recordings[0].peaks[0].picture)
    assert not report.shows_face
    assert report.hidden
    inner = (slice(60, 160), slice(60, 160))
    edges = [np.abs(np.diff(p[inner].astype(int), axis=1)).max(axis=(0, 2)) for p in (as_it_is, hidden)]
    assert edges[0].max() > 50
    if pictures == "blur":
        assert edges[1].max() < 20, "the bar's edge cannot be seen"
    else:
        red = hidden[..., 0].astype(int) - hidden[..., 2]
        assert red.max() < 60, "nothing of the film's red bar, only the mesh in blue"
        assert (hidden[..., 2] > 120).any(), "the mesh"


def test_pictures_are_left_out_when_asked(filmed):
    html = to_html(gathered(filmed, pictures="none"))
    assert "<img" not in html
    assert "Strongest moments" in html


class Outline(HTMLParser):
    """Collects what an HTML page loads, its scripts, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.loaded += [v or "" for k, v in attrs if k in ("src", "href", "xlink:href")]

    def handle_data(self, data):
        self.text += data


def test_the_page_needs_nothing_else_and_names_are_text(filmed):
    page = Outline()
    html = to_html(gathered(filmed, pictures="mesh"))
    page.feed(html)
    assert {link[:5] for link in page.loaded if not link.startswith("#")} == {"data:"}
    assert "script" not in page.tags
    assert "@import" not in html
    assert "<script>alert(1)</script>" in page.text
    assert "Ann <i>" in page.text
    (data,) = [link for link in page.loaded if link.startswith("data:")]
    assert picture(base64.b64decode(data.partition(",")[2])).shape == (220, 220, 3)


def pages_of(data: bytes) -> list[str]:
    """The text of every page of a PDF."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.pageCount() >= 1
    return [document.getAllText(number).text() for number in range(document.pageCount())]


def test_the_pdf_holds_the_same_words(filmed, qapp):
    text = re.sub(r"\s+", " ", " ".join(pages_of(to_pdf(gathered(filmed, pictures="faces")))))
    for words in (
        "smile & <b>.mp4", "Ann <i>", FACE_WARNING, "AU12 lip corner puller", "4.50", "% ≥ 1",
        "<script>alert(1)</script>", "Read with care",
    ):  # fmt: skip
        assert words in text, words


def test_a_person_has_a_section_for_every_recording(folder, qapp):
    report = gather(ReportRequest(ReadingRequest(folder), person="P2"))
    assert [part.name for part in report.recordings] == ["P2-calm.mp4", "P2-stress.mp4"]
    assert report.title == "P2"
    calm_page, stress_page, *_ = pages_of(to_pdf(report))
    assert "P2-calm.mp4" in calm_page
    assert stress_page.removeprefix("2").lstrip().startswith("P2-stress.mp4"), "a recording begins a page"
    calm, stress = report.recordings
    assert not calm.peaks, "nothing reaches 1"
    assert [peak.value for peak in stress.peaks] == [3.0]
    assert any("No pictures of P2-stress.mp4" in text for text in report.cautions)
    assert stress.units[1].mean == pytest.approx(curve(0.7, bursts=2).mean())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"person": "P9"}, "“P9”"),
        ({}, "one recording or of one person"),
        ({"person": "P1", "recording": "P1-calm.mp4"}, "one recording or of one person"),
        ({"person": "P1", "pictures": "video"}, "“video”"),
    ],
)
def test_what_cannot_be_reported_is_refused(folder, words, said):
    with pytest.raises(ReportError, match=said):
        gather(ReportRequest(ReadingRequest(folder), **words))


def test_files_and_their_sidecar(filmed, tmp_path):
    report = gathered(filmed, pictures="blur")
    path, beside = write_report(tmp_path / "a.html", report)
    told = json.loads(beside.read_text())
    assert (told["pictures"], told["shows_face"]) == ("blur", False)
    assert path.read_text().startswith("<!DOCTYPE html>")
    with pytest.raises(ReportError, match="docx"):
        write_report(tmp_path / "a.docx", report)


def test_without_the_library_the_extra_is_named(filmed, monkeypatch):
    from au_studio.reports import libraries

    real = libraries.importlib.import_module

    def refuse(name, *rest):
        if name.startswith("reportlab"):
            raise ModuleNotFoundError("No module named 'reportlab'")
        return real(name, *rest)

    report = gathered(filmed, pictures="none")
    monkeypatch.setattr(libraries.importlib, "import_module", refuse)
    with pytest.raises(ReportError, match="reportlab") as raised:
        to_pdf(report)
    assert "au-studio[report]" in raised.value.next_step


def test_clocks_and_choices():
    assert [clock(s) for s in (0, 61.25, 3599.96, float("nan"))] == ["0:00.0", "1:01.2", "60:00.0", "–"]
    assert list(PICTURES) == ["none", "mesh", "blur", "faces"]
