import os

from au_studio.jobs.places import forget, interrupted, recall, remember, state_folder, sweep


def test_a_job_is_unfinished_until_it_is_forgotten_and_its_description_stays(tmp_path):
    files = [tmp_path / "a.json", tmp_path / "b.json", tmp_path / "done.json"]
    for file in files:
        file.write_text("{}")
    remember(files[0], "Analysing a", ["r1", "base"])
    remember(files[1])
    assert recall(files[0]) == ("Analysing a", ["r1", "base"])
    assert recall(files[1]) == ("b", None)
    assert recall(files[2]) == ("done", None)
    (state_folder(files[0]) / "run0.safetensors").write_bytes(b"weights")
    assert interrupted(tmp_path) == files[:2]
    forget(files[0])
    assert interrupted(tmp_path) == files[1:2]
    assert files[0].exists()
    forget(files[0])


def test_a_folder_without_a_description_is_no_job(tmp_path):
    (tmp_path / "lonely").mkdir()
    assert interrupted(tmp_path) == []
    assert interrupted(tmp_path / "nowhere") == []


def test_only_what_killed_processes_left_half_written_is_swept_away(tmp_path):
    models = tmp_path / "models"
    models.mkdir()
    kept = [models / "a.safetensors", models / "part.json", models / ".hidden"]
    for file in (*kept, models / ".a.0123abcd.part.safetensors"):
        file.write_bytes(b"x")
    assert sweep(tmp_path) == 1
    assert sorted(models.iterdir()) == sorted(kept)


def test_jobs_that_are_remembered_within_one_tick_of_the_clock_keep_their_order(tmp_path):
    files = [tmp_path / f"{name}.json" for name in ("c", "a", "b")]
    for file in files:
        file.write_text("{}", encoding="utf-8")
        remember(file)
    for file in files:
        os.utime(file, ns=(0, 0))
    assert interrupted(tmp_path) == files
