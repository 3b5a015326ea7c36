"""The models that were trained in a study, and which came from which."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from au_studio.files import atomic_path
from au_studio.resources import sha256
from au_studio.study.clock import now
from au_studio.study.core import StudyCore
from au_studio.study.errors import NameTakenError, StudyError
from au_studio.study.records import StudyModel
from au_studio.texts import sentence

FOLDER = "models"
_DEFAULT = "default_model"

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


class ModelsPart(StudyCore):
    """Register, name and find models."""

    def add_model(
        self, path: Path, card: Mapping[str, Any], *, parent: str | None = None, digest: str | None = None
    ) -> StudyModel:
        """Register a checkpoint; one that lies elsewhere is copied into the study's ``models`` folder.

        Parameters
        ----------
        path : Path
            The checkpoint; its name without suffix, in letters that suit every system, is the model's id.
        card : mapping
            The model card (JSON types only): ``name``, ``parent``, ``sha256`` and whatever else it says.
        parent : str, optional
            Id of the model that it was trained from; the card's ``parent`` by default.
        digest : str, optional
            SHA-256 of the checkpoint, where it has just been computed: the file is not read again.

        Raises
        ------
        StudyError
            If the file is not there, or is not the one that the card describes.
        NameTakenError
            If the study has another model of that file name.
        """
        path = Path(path)
        if not path.is_file():
            raise StudyError(
                sentence("The model {path} does not exist.", path=path), next_step="Train or import it again."
            )
        model_id = checked_id(_UNSAFE.sub("-", path.stem))
        digest = digest or sha256(path)
        if card.get("sha256") not in (None, "", digest):
            raise StudyError(
                sentence("{path} is not the model that its card describes: the SHA-256 differs.", path=path),
                next_step="Copy the model again from where it came.",
                details=f"card {card['sha256']}, file {digest}",
            )
        known = self._database.read("SELECT sha256 FROM model WHERE id = ?", (model_id,))
        if known:
            if known[0]["sha256"] == digest:
                return self.model(model_id)
            raise NameTakenError(
                sentence("The study has another model named {model_id}.", model_id=model_id),
                next_step="Rename the file first.",
            )
        file = model_id + path.suffix
        self._bring_in(path, file)
        with self._database.transaction() as change:
            change.execute(
                "INSERT INTO model (id, name, file, parent, sha256, card, created)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    model_id,
                    str(card.get("name") or model_id),
                    file,
                    parent if parent is not None else card.get("parent"),
                    digest,
                    json.dumps(dict(card), ensure_ascii=False),
                    now(),
                ),
            )
        return self.model(model_id)

    def models(self, *, removed: bool = False) -> list[StudyModel]:
        """Return the models, oldest first, with the removed ones if asked for."""
        rows = self._database.read(
            "SELECT * FROM model WHERE removed IS NULL OR ? ORDER BY rowid", (removed,)
        )
        return [self._model(row) for row in rows]

    def model(self, model_id: str) -> StudyModel:
        """Return one model.

        Raises
        ------
        NotInStudyError
            If there is none of that id.
        """
        return self._model(self._one("SELECT * FROM model WHERE id = ?", (model_id,), f"no model {model_id}"))

    def rename_model(self, model_id: str, name: str) -> None:
        """Change what lists show for a model; its id and file stay."""
        self._set_model(model_id, "name", name)

    def set_model_note(self, model_id: str, note: str) -> None:
        """Keep a note on a model in place of an earlier one."""
        self._set_model(model_id, "note", note.strip())

    def remove_model(self, model_id: str) -> None:
        """Take a model off the lists. Its checkpoint stays."""
        self._set_model(model_id, "removed", now())

    def _set_model(self, model_id: str, column: str, value: str | None) -> None:
        self.model(model_id)
        with self._database.transaction() as change:
            change.execute(f"UPDATE model SET {column} = ? WHERE id = ?", (value, model_id))

    @property
    def default_model(self) -> str | None:
        """Id of the model that the study starts with; None = the shipped one."""
        rows = self._database.read("SELECT value FROM setting WHERE key = ?", (_DEFAULT,))
        value = json.loads(rows[0]["value"]) if rows else None
        return value if isinstance(value, str) else None

    def set_default_model(self, model_id: str | None) -> None:
        """Let the study start with a model; None = the shipped one."""
        with self._database.transaction() as change:
            change.execute("DELETE FROM setting WHERE key = ?", (_DEFAULT,))
            if model_id is not None:
                change.execute("INSERT INTO setting VALUES (?, ?)", (_DEFAULT, json.dumps(model_id)))

    def _bring_in(self, path: Path, file: str) -> None:
        target = self.root / FOLDER / file
        if path.resolve() == target.resolve():
            return
        for suffix in (path.suffix, ".json"):
            source = path.with_suffix(suffix)
            if source.is_file():
                with atomic_path(target.with_suffix(suffix)) as temporary:
                    shutil.copyfile(source, temporary)

    def _model(self, row: sqlite3.Row) -> StudyModel:
        return StudyModel(
            id=row["id"],
            name=row["name"],
            path=self.root / FOLDER / row["file"],
            parent=row["parent"],
            sha256=row["sha256"],
            card=json.loads(row["card"]),
            created=row["created"],
            note=row["note"],
            removed=row["removed"],
        )


def checked_id(name: str) -> str:
    """Return `name` if it can be a file name on every system.

    Raises
    ------
    ValueError
        If it is empty, too long, or has other signs than letters, digits, ``.``, ``-`` and ``_``.
    """
    if not _SAFE_ID.fullmatch(name):
        raise ValueError(f"{name!r} cannot name a file: use letters, digits, '.', '-' and '_'.")
    return name
