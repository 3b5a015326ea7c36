"""A labelled corpus of any kind that AU Studio reads, told by what is in its folder."""

from __future__ import annotations

from pathlib import Path

from au_studio.corpora.bp4d import read_bp4d
from au_studio.corpora.disfa import read_disfa
from au_studio.corpora.labelled import CorpusError, LabelledCorpus, Material
from au_studio.corpora.rendered import is_pack, read_pack, read_rendered_folder


def read_labelled(folder: Path) -> LabelledCorpus | Material:
    """Read DISFA, BP4D, a pack of films or a rendered corpus.

    Parameters
    ----------
    folder : Path
        The corpus.

    Returns
    -------
    LabelledCorpus or Material
        A `Material` needs no cutting: its faces are cut already.

    Raises
    ------
    CorpusError
        If the folder is none of these; it says why it is not the ones that have no manifest.
    au_studio.learn.material.clips.ClipsError
        If a rendered corpus is damaged.
    """
    if is_pack(folder):
        return read_pack(folder)
    if (folder / "manifest.json").is_file():
        return read_rendered_folder(folder)
    reasons = []
    for name, reader in (("DISFA", read_disfa), ("BP4D", read_bp4d)):
        try:
            return reader(folder)
        except CorpusError as error:
            if not folder.is_dir():
                raise
            reasons.append(f"as {name}: {error.message}")
    raise CorpusError(
        f"{folder} is no labelled corpus that AU Studio reads. {' '.join(reasons)}",
        next_step="Name a study, a copy of DISFA or BP4D, or a folder of au-studio corpus synthetic.",
    )
