"""Files of data sets: read, or told apart by what they are."""

from __future__ import annotations

import pytest

from au_studio.study.rating_table import RatingFileError, read_ratings


def brief(table):
    return [(r.recording, r.frame, r.au, r.cell.value) for r in table.ratings]


def test_bp4d_has_a_file_for_each_action_unit(tmp_path):
    for au, text in ((6, "2440,0\n2441,3\n"), (12, "2440,9\n2441,5\n")):
        folder = tmp_path / "AU_INT" / f"AU{au:02d}"
        folder.mkdir(parents=True)
        (folder / f"F001_T1_AU{au:02d}.csv").write_text(text)
    table = read_ratings(tmp_path)
    assert (table.format, table.rows, table.problems) == ("bp4d", 4, [])
    assert brief(table) == [
        ("F001_T1", 2440, 6, 0),
        ("F001_T1", 2441, 6, 3),
        ("F001_T1", 2440, 12, None),
        ("F001_T1", 2441, 12, 5),
    ]


def test_a_table_with_a_header_named_after_an_action_unit_is_a_table(tmp_path):
    path = tmp_path / "one_AU12.csv"
    path.write_text("frame,AU12\n1,3\n")
    assert brief(read_ratings(path)) == [("one_AU12", 1, 12, 3)]
    path.write_text("frame,intensity\n1,3\n")
    assert brief(read_ratings(path)) == [("one", 1, 12, 3)]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("F001_T1.csv", "0,1,2,4,6,7,10,12\n2440,0,1,0,0,9,1,1\n", "table of occurrence as BP4D and FERA"),
        ("ratings.csv", "1,0\n2,3\n", "nothing says which action unit"),
        ("ratings.csv", "1,0,1\n2,3,0\n", "3 columns of numbers, and no row that names them"),
    ],
)
def test_numbers_without_a_header_are_told_apart(tmp_path, name, text, said):
    (tmp_path / name).write_text(text)
    with pytest.raises(RatingFileError, match=said):
        read_ratings(tmp_path / name)


def test_what_a_folder_holds_besides_is_named(tmp_path):
    (tmp_path / "F001_T1_AU06.csv").write_text("1,0\n")
    (tmp_path / "F001_T1.csv").write_text("0,1,2,4,6,7,10\n1,0,1,0,0,9,1\n")
    (tmp_path / "readme.txt").write_text("about this folder")
    table = read_ratings(tmp_path)
    assert brief(table) == [("F001_T1", 1, 6, 0)]
    assert [p.where for p in table.problems] == ["F001_T1.csv"]
    assert table.ignored == {"readme.txt": "it holds no ratings"}
