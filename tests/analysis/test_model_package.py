"""A model travels as one file, and whatever is not exactly that file is refused with its reason."""

import json
import zipfile

import pytest
from drawn import write_model
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from au_studio.analysis.model_package import ModelPackageError, export_model, read_package, unpack
from au_studio.analysis.models import find_model
from au_studio.nn.checkpoint import load_checkpoint


@pytest.fixture
def entry(tmp_path):
    return find_model(str(write_model(tmp_path / "from" / "mine.safetensors")))


@pytest.fixture
def package(entry, tmp_path):
    path = tmp_path / "mine.aumodel"
    export_model(entry, path, note="for Vera")
    return path


def rewrite(path, **changes):
    """Write an archive again with some members changed (None leaves one out)."""
    with zipfile.ZipFile(path) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    for name, data in changes.items():
        key = {"card": "card.json", "manifest": "manifest.json", "weights": "model.safetensors"}.get(
            name, name
        )
        members[key] = data
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            if data is not None:
                archive.writestr(name, data)


def test_what_was_exported_is_the_same_model_again(entry, package, tmp_path):
    found = read_package(package)
    assert (found.name, found.note, found.card) == (entry.name, "for Vera", entry.card)
    target = tmp_path / "to" / "again.safetensors"
    unpack(found, target)
    assert target.read_bytes() == entry.path.read_bytes()
    _, card = load_checkpoint(target)
    assert card.sha256 == entry.card["sha256"]


def test_a_checkpoint_with_its_card_beside_it_is_taken_too(entry, tmp_path):
    found = read_package(entry.path)
    unpack(found, tmp_path / "copy.safetensors")
    load_checkpoint(tmp_path / "copy.safetensors")
    entry.path.with_suffix(".json").unlink()
    with pytest.raises(ModelPackageError, match="has no card"):
        read_package(entry.path)


def test_changed_weights_are_refused(package):
    with zipfile.ZipFile(package) as archive:
        weights = bytearray(archive.read("model.safetensors"))
    weights[-5] ^= 1
    rewrite(package, weights=bytes(weights))
    with pytest.raises(ModelPackageError, match="not the ones that its card describes"):
        read_package(package)


def test_a_changed_card_is_refused(package, entry):
    flattered = json.dumps({**entry.card, "metrics": {"mean": {"icc": 0.99}}}).encode()
    rewrite(package, card=flattered)
    with pytest.raises(ModelPackageError, match="was changed after it was exported"):
        read_package(package)


def test_another_network_s_weights_are_refused(entry, tmp_path):
    card = json.loads(entry.path.with_suffix(".json").read_text())
    card["config"]["width"] += 8
    entry.path.with_suffix(".json").write_text(json.dumps(card))
    with pytest.raises(ModelPackageError, match="do not fit the network"):
        read_package(entry.path)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda p: p.write_text("hello"), "it is not an archive"),
        (lambda p: p.write_bytes(p.read_bytes()[:-400]), "damaged or cut short"),
        (lambda p: rewrite(p, card=None), "it holds"),
        (lambda p: rewrite(p, **{"../evil.py": b"x"}), "it holds"),
        (lambda p: rewrite(p, manifest=b"{]"), "manifest.json is not readable"),
        (lambda p: rewrite(p, manifest=b'{"format": "au-studio-model-9"}'), "another version of AU Studio"),
        (lambda p: p.unlink(), "There is no file"),
    ],
)
def test_foreign_and_broken_files_are_refused_with_their_reason(package, make, reason):
    make(package)
    with pytest.raises(ModelPackageError, match=reason) as refused:
        read_package(package)
    assert refused.value.next_step


def test_a_damaged_model_is_not_exported(entry, tmp_path):
    entry.path.write_bytes(entry.path.read_bytes()[:-1] + b"?")
    with pytest.raises(ModelPackageError, match="damaged"):
        export_model(entry, tmp_path / "x.aumodel")
    assert not (tmp_path / "x.aumodel").exists()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), flip=st.integers(1, 255))
def test_no_changed_byte_gives_other_weights_or_another_card(package, entry, place, flip):
    good = package.read_bytes()
    bad = bytearray(good)
    bad[int(place * len(bad))] ^= flip
    copy = package.with_name("bad.aumodel")
    copy.write_bytes(bytes(bad))
    try:
        found = read_package(copy)
    except ModelPackageError:
        return
    assert (found.sha256, found.card) == (entry.card["sha256"], entry.card)
