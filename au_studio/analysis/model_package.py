"""A model as one file to pass on: weights and card in a zip archive, checked before anything is unpacked.

The archive (``NAME.aumodel``) holds ``manifest.json``, ``card.json`` and ``model.safetensors``, uncompressed.
The manifest carries the SHA-256 of both, and the card that of the weights; nothing in it is ever executed.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from au_studio import __version__
from au_studio.analysis.models import ModelEntry
from au_studio.errors import AUStudioError
from au_studio.files import atomic_path, write_text
from au_studio.nn.config import CARD_SCHEMA, ModelConfig, upgrade_step
from au_studio.texts import mark, sentence

SUFFIX = ".aumodel"
FORMAT = "au-studio-model-1"

OnBytes = Callable[[int], None]
"""Hears of every piece of weights that was gone through, in bytes; what it raises ends the work."""

_MANIFEST, _CARD, _WEIGHTS = "manifest.json", "card.json", "model.safetensors"
_BLOCK = 1 << 20
_MOST_TEXT = 4 << 20
_MOST_WEIGHTS = 4 << 30
_AGAIN = mark("Ask for the file again; it was changed or cut short on the way.")
_NOT_OURS = mark(
    "Choose a file that “Export model” wrote (*.aumodel), or a .safetensors file with its card beside."
)


class ModelPackageError(AUStudioError):
    """A file is no model of AU Studio, or not the one that it says it is."""


@dataclass(frozen=True)
class PackagedModel:
    """What a model file holds, verified.

    Attributes
    ----------
    source : Path
        The file.
    name : str
        Name for people.
    card : dict
        The model's card.
    note : str
        The note that was kept with it.
    sha256 : str
        Hash of the weights.
    """

    source: Path
    name: str
    card: dict[str, Any]
    note: str
    sha256: str


def no_listener(_count: int) -> None:
    """Hear nothing of the bytes."""


def export_model(entry: ModelEntry, path: Path, *, note: str = "", on_bytes: OnBytes = no_listener) -> None:
    """Write a model as one file; the weights are gone through once.

    Parameters
    ----------
    entry : ModelEntry
        The model; its weights are checked against its card.
    path : Path
        The file to write or replace.
    note : str
        A note to send along.
    on_bytes : callable
        Hears of the progress.

    Raises
    ------
    ModelPackageError
        If the weights are not the ones that the card describes.
    au_studio.files.WriteError
        If the file cannot be written.
    """
    if not entry.path.is_file():
        raise _damaged(entry)
    card = json.dumps(entry.card, indent=1, ensure_ascii=False).encode()
    manifest = {
        "format": FORMAT,
        "app_version": __version__,
        "name": entry.name,
        "note": note,
        "sha256": {_WEIGHTS: entry.card["sha256"], _CARD: hashlib.sha256(card).hexdigest()},
    }
    with atomic_path(path) as temporary, zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_MANIFEST, json.dumps(manifest, indent=1, ensure_ascii=False))
        archive.writestr(_CARD, card)
        info = zipfile.ZipInfo.from_file(entry.path, _WEIGHTS)
        with entry.path.open("rb") as source, archive.open(info, "w") as target:
            if _copy(source, target, on_bytes) != entry.card["sha256"]:
                raise _damaged(entry)


def _damaged(entry: ModelEntry) -> ModelPackageError:
    return ModelPackageError(
        sentence(
            "“{name}” is damaged: {name_2} is not the file that its card describes.",
            name=entry.name,
            name_2=entry.path.name,
        ),
        next_step="Copy the model's two files back from a backup.",
    )


def read_package(path: Path, *, on_bytes: OnBytes = no_listener) -> PackagedModel:
    """Check a model file from the first byte to the last, and say what it holds.

    Parameters
    ----------
    path : Path
        A ``.aumodel`` file, or a ``.safetensors`` file with its card (``.json``) beside it.
    on_bytes : callable
        Hears of the progress; the weights are gone through once.

    Raises
    ------
    ModelPackageError
        If the file is none of ours, incomplete, changed, of a newer version, or if its weights do not fit the
        network on its card; the message says which.
    """
    if not path.is_file():
        raise ModelPackageError(sentence("There is no file {path}.", path=path), next_step=_NOT_OURS)
    if path.suffix == ".safetensors":
        return _read_pair(path, on_bytes)
    with _archive(path) as archive:
        manifest = _json(archive, path, _MANIFEST)
        if manifest.get("format") != FORMAT:
            raise ModelPackageError(
                sentence(
                    "{name} was written by another version of AU Studio ({version}).",
                    name=path.name,
                    version=manifest.get("format"),
                ),
                next_step="Update AU Studio.",
            )
        hashes = manifest.get("sha256")
        hashes = hashes if isinstance(hashes, dict) else {}
        card_text = _text(archive, path, _CARD)
        if hashlib.sha256(card_text).hexdigest() != hashes.get(_CARD):
            raise ModelPackageError(
                sentence("The card in {name} was changed after it was exported.", name=path.name),
                next_step=_AGAIN,
            )
        card = _card(card_text, path)
        with archive.open(_WEIGHTS) as stream:
            digest, header = _read_weights(stream, path, on_bytes)
        if digest not in {hashes.get(_WEIGHTS)} or digest != card.get("sha256"):
            raise ModelPackageError(
                sentence(
                    "The weights in {name} are not the ones that its card describes: the hash differs.",
                    name=path.name,
                ),
                next_step=_AGAIN,
                details=f"card {card.get('sha256')}, manifest {hashes.get(_WEIGHTS)}, file {digest}",
            )
        _check_fit(header, card, path)
        name = str(manifest.get("name") or card.get("name") or path.stem)
        return PackagedModel(path, name, card, str(manifest.get("note") or ""), digest)


def unpack(package: PackagedModel, target: Path, *, on_bytes: OnBytes = no_listener) -> None:
    """Write a checked model's weights and card; a reader never sees half of either.

    Parameters
    ----------
    package : PackagedModel
        As `read_package` returned it.
    target : Path
        The ``.safetensors`` file to write; the card goes beside it.
    on_bytes : callable
        Hears of the progress; the weights are gone through once.

    Raises
    ------
    ModelPackageError
        If the source has changed since it was checked.
    au_studio.files.WriteError
        If it cannot be written.
    """
    with atomic_path(target) as temporary:
        with _weights(package.source) as source, temporary.open("wb") as stream:
            digest = _copy(source, stream, on_bytes)
        if digest != package.sha256:
            raise ModelPackageError(
                sentence("{name} changed while it was read.", name=package.source.name), next_step=_AGAIN
            )
    card = {**package.card, "name": package.name}
    write_text(target.with_suffix(".json"), json.dumps(card, indent=1, ensure_ascii=False) + "\n")


def _copy(source: IO[bytes], target: IO[bytes], on_bytes: OnBytes) -> str:
    """Copy a stream to its end, and return the SHA-256 of what was copied."""
    digest = hashlib.sha256()
    while block := source.read(_BLOCK):
        digest.update(block)
        target.write(block)
        on_bytes(len(block))
    return digest.hexdigest()


@contextmanager
def _weights(source: Path) -> Iterator[IO[bytes]]:
    if source.suffix == ".safetensors":
        with source.open("rb") as stream:
            yield stream
    else:
        with _archive(source) as archive, archive.open(_WEIGHTS) as stream:
            yield stream


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open an archive of exactly the three files; whatever breaks while it is read is told in words."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(info.filename for info in archive.infolist())
            if names != sorted((_MANIFEST, _CARD, _WEIGHTS)):
                raise ModelPackageError(
                    sentence(
                        "{name} is no model of AU Studio: it holds {names}.",
                        name=path.name,
                        names=", ".join(names[:4]) or sentence("nothing"),
                    ),
                    next_step=_NOT_OURS,
                )
            yield archive
    except zipfile.BadZipFile as error:
        started = path.open("rb").read(2) == b"PK"
        reason = "it is damaged or cut short" if started else "it is not an archive"
        raise ModelPackageError(
            sentence("{name} is no model of AU Studio: {reason}.", name=path.name, reason=reason),
            next_step=_AGAIN if started else _NOT_OURS,
            details=str(error),
        ) from error
    except (OSError, EOFError, RuntimeError, NotImplementedError) as error:
        raise ModelPackageError(
            sentence("{name} cannot be read.", name=path.name), next_step=_AGAIN, details=repr(error)
        ) from error


def _text(archive: zipfile.ZipFile, path: Path, name: str) -> bytes:
    if archive.getinfo(name).file_size > _MOST_TEXT:
        raise ModelPackageError(
            sentence("{name} is no model of AU Studio: {part} is far too large.", name=path.name, part=name),
            next_step=_NOT_OURS,
        )
    return archive.read(name)


def _json(archive: zipfile.ZipFile, path: Path, name: str) -> dict[str, Any]:
    try:
        data = json.loads(_text(archive, path, name))
    except (ValueError, RecursionError) as error:
        raise ModelPackageError(
            sentence("{name} is no model of AU Studio: {part} is not readable.", name=path.name, part=name),
            next_step=_NOT_OURS,
        ) from error
    if not isinstance(data, dict):
        raise ModelPackageError(
            sentence("{name} is no model of AU Studio.", name=path.name), next_step=_NOT_OURS
        )
    return data


def _card(text: bytes, path: Path) -> dict[str, Any]:
    """Return a card whose schema and network this version knows."""
    try:
        card = json.loads(text)
        schema = card["schema"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ModelPackageError(
            sentence("{name} has no model card of AU Studio.", name=path.name),
            next_step=_NOT_OURS,
            details=repr(error),
        ) from error
    if schema != CARD_SCHEMA:
        raise ModelPackageError(
            sentence(
                "{name} was written by another version of AU Studio (card schema {schema}).",
                name=path.name,
                schema=schema,
            ),
            next_step=upgrade_step(schema),
        )
    try:
        ModelConfig.from_json(card["config"])
    except (ValueError, KeyError, TypeError) as error:
        raise ModelPackageError(
            sentence(
                "The card in {name} describes a network that this version does not know.", name=path.name
            ),
            next_step="Update AU Studio.",
            details=repr(error),
        ) from error
    return cast("dict[str, Any]", card)


def _read_pair(path: Path, on_bytes: OnBytes) -> PackagedModel:
    """Check a checkpoint whose card lies beside it."""
    file = path.with_suffix(".json")
    try:
        text = file.read_bytes()
    except OSError as error:
        raise ModelPackageError(
            sentence("{name} has no card ({name_2}) beside it.", name=path.name, name_2=file.name),
            next_step="A model is two files; copy both, or use “Export model”, which makes one of them.",
        ) from error
    card = _card(text, file)
    try:
        with path.open("rb") as stream:
            digest, header = _read_weights(stream, path, on_bytes)
    except OSError as error:
        raise ModelPackageError(
            sentence("{name} cannot be read.", name=path.name), details=repr(error)
        ) from error
    if digest != card.get("sha256"):
        raise ModelPackageError(
            sentence("{name} is not the file that its card describes: the hash differs.", name=path.name),
            next_step=_AGAIN,
            details=f"card {card.get('sha256')}, file {digest}",
        )
    _check_fit(header, card, path)
    return PackagedModel(path, str(card.get("name") or path.stem), card, "", digest)


def _read_weights(stream: IO[bytes], path: Path, on_bytes: OnBytes) -> tuple[str, Mapping[str, Any]]:
    """Read weights to the end: their SHA-256, and the header of safetensors (tensor names and shapes)."""
    digest = hashlib.sha256()
    start = stream.read(8)
    length = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
    if not 2 <= length <= _MOST_TEXT:
        raise ModelPackageError(
            sentence("The weights in {name} are not safetensors.", name=path.name), next_step=_NOT_OURS
        )
    text = stream.read(length)
    digest.update(start + text)
    total = 0
    while block := stream.read(_BLOCK):
        on_bytes(len(block))
        total += len(block)
        if total > _MOST_WEIGHTS:
            raise ModelPackageError(
                sentence("The weights in {name} are far too large.", name=path.name), next_step=_NOT_OURS
            )
        digest.update(block)
    try:
        header = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ModelPackageError(
            sentence("The weights in {name} are not safetensors.", name=path.name), next_step=_NOT_OURS
        ) from error
    if not isinstance(header, dict):
        raise ModelPackageError(
            sentence("The weights in {name} are not safetensors.", name=path.name), next_step=_NOT_OURS
        )
    return digest.hexdigest(), header


def _check_fit(header: Mapping[str, Any], card: Mapping[str, Any], path: Path) -> None:
    """Compare the shapes that tell networks apart with the card; loading compares all of them."""
    config = ModelConfig.from_json(card["config"])
    inputs = config.features * (2 if config.head == "frame+state" else 1)
    wanted = {
        "regressor.weight": [len(config.aus), inputs],
        "regressor.bias": [len(config.aus)],
        "encoder.stem.0.weight": [config.width, 3, 7, 7],
        "temporal.candidate.weight": [config.features, 2 * config.features, 1, 1],
    }
    for name, shape in wanted.items():
        tensor = header.get(name)
        found = tensor.get("shape") if isinstance(tensor, dict) else None
        if found != shape:
            raise ModelPackageError(
                sentence("The weights in {name} do not fit the network on its card.", name=path.name),
                next_step=_NOT_OURS,
                details=f"{name}: card {shape}, file {found}",
            )
