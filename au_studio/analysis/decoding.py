"""Who decodes the pictures of an analysis: the software, or a graphics card as long as it does the same."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from au_studio.analysis.results import RecordingAnalysis
from au_studio.texts import Sentence, joined, sentence
from au_studio.video.frame import Frame
from au_studio.video.graphics_devices import GraphicsCardError
from au_studio.video.index import VideoIndex
from au_studio.video.options import SOFTWARE
from au_studio.video.source import VideoSource

if TYPE_CHECKING:
    from au_studio.analysis.kept_parts import KeptParts
    from au_studio.video.graphics_card import GraphicsCard


@dataclass(frozen=True, eq=False)
class Decoding:
    """Who decodes, and what people should know of it.

    Attributes
    ----------
    card : GraphicsCard or None
        None: the software.
    why : tuple of Sentence
        Why it is not the card that was asked for.
    """

    card: GraphicsCard | None = None
    why: tuple[Sentence, ...] = ()

    @property
    def name(self) -> str:
        """What sidecars call it."""
        return SOFTWARE if self.card is None else self.card.name

    @property
    def source(self) -> Callable[..., VideoSource]:
        """What opens the recording; for `FrameReader`."""
        return VideoSource if self.card is None else self.card.source

    def watched(self, frames: Generator[tuple[Frame, int]]) -> Iterator[tuple[Frame, int]]:
        """Return frames and how many were passed over before each, as `GraphicsCard.watch` gives them."""
        return frames if self.card is None else self.card.watch(frames)

    def parts(self, kept: Callable[[dict[str, Any]], KeptParts], about: dict[str, Any]) -> KeptParts:
        """Return the kept parts of the analysis: those of one decoder are no parts of another's.

        Parameters
        ----------
        kept : callable
            Makes them for what decides the values.
        about : dict
            What decides the values beside the decoder.

        Raises
        ------
        GraphicsCardError
            If the analysis was begun by software: it goes on so.
        """
        if self.card is not None and kept(about | {"decoder": SOFTWARE}).begun:
            raise GraphicsCardError(sentence("The analysis was begun without the graphics card."))
        return kept(about | {"decoder": self.name})

    def notices(self) -> list[Sentence]:
        """Return what people should know when the recording is done."""
        return [] if self.card is None else [self.card.told()]

    def outcome(self) -> dict[str, Any]:
        """Return who has decoded, in JSON types; pictures are counted that were compared in this run."""
        compared = {} if self.card is None else {"pictures_compared": self.card.compared}
        return {"decoder": self.name, **compared}


BY_SOFTWARE = Decoding()


def decoded_by(
    decoder: str,
    index: Callable[[], VideoIndex],
    attempt: Callable[[Decoding, VideoIndex | None], RecordingAnalysis],
) -> RecordingAnalysis:
    """Run an analysis with the decoder that was asked for; where a graphics card fails, anew by software.

    Parameters
    ----------
    decoder : str
        One of `au_studio.video.options.DECODERS`.
    index : callable
        Makes the index of the recording; called only for a graphics card.
    attempt : callable
        Analyses the recording from its beginning, or from where an earlier run was; takes who decodes, and
        the index if it was made.

    Returns
    -------
    RecordingAnalysis
        Of pictures that one decoder made, from the first to the last.
    """
    if decoder == SOFTWARE:
        return attempt(BY_SOFTWARE, None)
    from au_studio.video.graphics_card import GraphicsCard  # noqa: PLC0415  few ask for it

    made = index()
    try:
        return attempt(Decoding(GraphicsCard(made)), made)
    except GraphicsCardError as error:
        instead = sentence("All pictures of {name} are decoded by software.", name=made.path.name)
        why = joined((error.message, instead))
    return attempt(Decoding(why=(why,)), made)
