import json
import sys
from pathlib import Path

import pytest

from au_studio import cli, doctor, qt_versions, resources
from au_studio.analysis import estimators
from au_studio.cli import doctor as doctor_command
from au_studio.doctor import Check, examine
from au_studio.face import networks
from au_studio.nn import mesh_network, quick_frames
from au_studio.video import graphics_devices


def test_a_pair_of_qt_and_pyqtgraph_that_fails_is_a_problem_as_the_window_says_it(monkeypatch):
    monkeypatch.setattr(qt_versions, "installed_version", {"PySide6": "6.12.0", "pyqtgraph": "0.14.0"}.get)
    (check,) = doctor.check_window()
    assert check.verdict == "problem"
    with pytest.raises(qt_versions.QtVersionsError) as refused:
        qt_versions.require_qt_versions()
    assert (check.text, check.advice) == (refused.value.message, refused.value.next_step)


def test_this_installation_is_examined_in_full():
    report = {check.name: check for check in examine()}
    for name in ("AU Studio", "Python", "torch", "av", "cv2", "window", "computing device", "video decoders"):
        assert name in report
        assert report[name].verdict != "problem", report[name]
    assert "h264" in report["video decoders"].text
    assert "mpeg1video" in report["video decoders"].text
    assert all(check.advice for check in report.values() if check.verdict != "ok")


def test_the_engines_that_are_missing_are_named(monkeypatch):
    monkeypatch.setattr(quick_frames, "is_there", lambda: True)
    monkeypatch.setattr(networks, "best_engine", lambda: "opencv")
    (check,) = doctor.check_engines()
    assert (check.name, check.verdict) == ("engines", "warning")
    assert "OpenCV" in check.text
    assert "ONNX Runtime" in check.text
    assert "ai-edge-litert" in check.advice
    assert "onnxruntime" not in check.advice
    monkeypatch.setattr(quick_frames, "is_there", lambda: False)
    (check,) = doctor.check_engines()
    assert "PyTorch" in check.text
    assert "ai-edge-litert and onnxruntime" in check.advice


@pytest.mark.parametrize("eight_bits", [True, False])
def test_the_engines_say_whether_the_network_computes_in_8_bits(eight_bits, monkeypatch):
    monkeypatch.setattr(quick_frames, "is_there", lambda: True)
    monkeypatch.setattr(estimators, "is_in_eight_bits", lambda path: eight_bits)
    (check,) = doctor.check_engines()
    assert ("8-bit encoder" in check.text) == eight_bits


def test_a_missing_library_is_a_problem_with_advice(monkeypatch):
    monkeypatch.setattr(doctor, "LIBRARIES", ("surely_not_installed",))
    (check,) = doctor.check_libraries()
    assert check.verdict == "problem"
    assert "pip install" in check.advice


def test_a_decoder_that_is_missing_says_which_files_suffer(monkeypatch):
    monkeypatch.setattr(doctor, "can_decode", lambda codec, name: name not in ("prores", "h264"))
    (check,) = doctor.check_decoders()
    assert check.verdict == "problem"
    assert "film cameras" in check.text
    monkeypatch.setattr(doctor, "can_decode", lambda codec, name: name != "prores")
    assert doctor.check_decoders()[0].verdict == "warning"


def test_the_graphics_cards_that_open_are_named_with_what_they_decode(monkeypatch):
    def try_devices(codec):
        opened = ["cuda"] if codec.name in ("h264", "hevc") else []
        return opened, {"vaapi": "No such file"} if codec.name == "h264" else {}

    monkeypatch.setattr(graphics_devices, "try_devices", try_devices)
    (check,) = doctor.check_graphics_cards()
    assert check.verdict == "ok"
    assert check.text == (
        "cuda opens (h264, hevc); vaapi cannot be opened (No such file): probably no such card"
    )
    assert "--decoder graphics-card" in check.advice
    monkeypatch.setattr(graphics_devices, "try_devices", lambda codec: ([], {}))
    (check,) = doctor.check_graphics_cards()
    assert "reaches none that decodes" in check.text
    assert check.advice == ""


def test_altered_face_networks_are_found(tmp_path, monkeypatch):
    folder = tmp_path / "face"
    folder.mkdir()
    for name in (*networks.SHA256, Path(mesh_network.FILE).name, "face_blendshapes.tflite"):
        (folder / name).write_bytes(b"altered")
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    checks = doctor.check_face_networks()
    assert [check.verdict for check in checks] == ["problem"] * 4


def test_damaged_and_missing_models_are_found(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    assert doctor.check_models()[0].verdict == "problem"
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "base.safetensors").write_bytes(b"weights")
    assert "no readable card" in doctor.check_models()[0].text
    (tmp_path / "models" / "base.json").write_text(json.dumps({"name": "base", "sha256": "0" * 64}))
    (check,) = doctor.check_models()
    assert check.verdict == "problem"
    assert "damaged" in check.text


def test_a_folder_that_cannot_be_written_is_a_problem(monkeypatch, tmp_path):
    def refuse(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", refuse)
    assert {check.verdict for check in doctor.check_folders()} == {"problem"}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these systems always have a display")
def test_no_display_is_a_warning_because_analysis_works_without(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert doctor.check_display()[0].verdict == "warning"


def test_a_check_that_crashes_is_a_line_of_the_report(monkeypatch):
    def crash():
        raise RuntimeError("surprise")

    crash.__name__ = "check_memory"
    monkeypatch.setattr(doctor, "check_memory", crash)
    assert any("surprise" in check.text for check in examine())


def test_the_report_can_be_read_by_people_and_programs(monkeypatch, capsys):
    report = [Check("Python", "ok", "3.11"), Check("model", "problem", "damaged", "Install again.")]
    monkeypatch.setattr(doctor_command, "examine", lambda: report)
    assert cli.main(["doctor"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "ok      Python  3.11",
        "PROBLEM model   damaged",
        "                → Install again.",
        "",
        "1 problem, 0 warnings.",
    ]
    assert cli.main(["doctor", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)[1]["advice"] == "Install again."


def test_warnings_alone_are_no_failure(monkeypatch):
    monkeypatch.setattr(doctor_command, "examine", lambda: [Check("display", "warning", "none", "Log in.")])
    assert cli.main(["doctor"]) == 0


def test_the_system_library_that_qt_misses_is_named_with_its_package():
    advice = doctor._qt_advice("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "libegl1" in advice
