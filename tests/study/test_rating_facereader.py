"""Logs of FaceReader: levels are read as its own, estimates and emotions are told apart."""

from __future__ import annotations

import pytest

from au_studio.study.rating_cells import RatingCell
from au_studio.study.rating_table import RatingFileError, read_ratings

HEAD = (
    "Video analysis detailed log\n\nFace Model\tGeneral\nCalibration\t-\n"
    "Start time\t6/4/2026 13:31:06.331\nFilename\tC:\\films\\P01.mp4\nFrame rate\t25.000000\n\n"
)


@pytest.fixture
def read(tmp_path):
    def make(text, name="log.txt"):
        (tmp_path / name).write_text(text, encoding="utf-16" if "16" in name else "utf-8")
        return read_ratings(tmp_path / name)

    return make


def test_levels_of_a_detailed_log_are_those_of_a_coder_named_facereader(read):
    units = "Action Unit 12 - Lip Corner Puller\tAction Unit 06 - Cheek Raiser - Left"
    rows = (
        "00:00:00.000\t0.9\tNotActive\tB\n00:00:00.040\t0.8\tC\tE\n00:00:00.080\tFIT_FAILED\tFIT_FAILED\t\n"
    )
    table = read(f"{HEAD}Video Time\tNeutral\t{units}\n{rows}", "log16.txt")
    assert [(r.recording, r.coder, r.seconds, r.au, r.cell) for r in table.ratings] == [
        ("P01.mp4", "FaceReader", 0.0, 12, RatingCell(0)),
        ("P01.mp4", "FaceReader", 0.0, 6, RatingCell(2, side="L")),
        ("P01.mp4", "FaceReader", 0.04, 12, RatingCell(3)),
        ("P01.mp4", "FaceReader", 0.04, 6, RatingCell(5, side="L")),
    ]
    assert (table.rows, table.unrated, table.problems) == (3, 1, [])
    assert "Neutral" in table.ignored
    assert "not a person" in table.remarks[0]


@pytest.mark.parametrize(
    ("header", "row", "why"),
    [
        ("Neutral\tAction Unit 12 - Lip Corner Puller", "0.5\t0.1834", "numbers from 0 to 1"),
        ("Neutral\tAction Unit 12 - Lip Corner Puller", "0.5\t1", "numbers from 0 to 1"),
        ("Neutral\tHappy", "0.5\t0.1", "no action units"),
        ("Emotion", "Happy", "no action units"),
    ],
)
def test_estimates_and_emotions_are_no_ratings(read, header, row, why):
    with pytest.raises(RatingFileError, match=why):
        read(f"{HEAD}Video Time\t{header}\n00:00:00.000\t{row}\n")
