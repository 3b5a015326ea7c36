"""The large picture of the coding page: the frame's face, its context, or the neutral reference."""

from __future__ import annotations

from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from au_studio.coding.pictures import ContextLoop, FramePictures
from au_studio.texts import tr
from au_studio.ui.code.context_player import ContextPlayer
from au_studio.ui.code.picture_view import PictureView


class FaceStage(PictureView):
    """Shows a frame's face, and what the coder wants to see in its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Face"), tr("Decoding…"), parent)
        self._pictures: FramePictures | None = None
        self._neutral: FramePictures | None = None
        self._comparing = False
        self._player = ContextPlayer(self)
        self._player.picture_due.connect(self._on_context_picture)

    @property
    def pictures(self) -> FramePictures | None:
        """The pictures of the frame; None while they are being decoded."""
        return self._pictures

    @property
    def loop(self) -> ContextLoop | None:
        """The context that is playing, or None."""
        return self._player.loop

    @property
    def context_pts(self) -> int | None:
        """Timestamp of the context picture on show; None when the context is not playing."""
        return self._player.pts

    def set_pictures(self, pictures: FramePictures | None) -> None:
        """Show another frame; None while it is being decoded."""
        self._player.stop()
        self._pictures = pictures
        self._comparing = False
        if pictures is None:
            self.set_placeholder(tr("Decoding…"))
        self._show()

    def set_neutral(self, pictures: FramePictures | None) -> None:
        """Have the neutral reference at hand."""
        self._neutral = pictures
        if self._comparing:
            self._show()

    def set_problem(self, text: str) -> None:
        """Say why there is no picture."""
        self.set_placeholder(text)
        self.set_image(None)

    def announce_context(self) -> None:
        """Say that the context is being decoded."""
        self._comparing = False
        self._show()
        self.set_badge(tr("context…"))

    def play_context(self, loop: ContextLoop) -> None:
        """Loop the second before and after the frame."""
        self._player.play(loop)

    def stop_context(self) -> None:
        """Show the frame itself again."""
        self._player.stop()
        self._show()

    def compare(self, comparing: bool) -> None:
        """Show the neutral reference in place of the frame, or the frame again."""
        self._player.stop()
        self._comparing = comparing
        self._show()

    def _show(self) -> None:
        if self._comparing and self._neutral is not None:
            self.set_image(face_of(self._neutral))
            self.set_badge(tr("neutral reference"))
            return
        pictures = self._pictures
        self.set_image(None if pictures is None else face_of(pictures))
        missing = pictures is not None and pictures.face is None
        self.set_badge(tr("No face found: the whole frame is shown") if missing else "")

    def _on_context_picture(self, place: int) -> None:
        loop = self._player.loop
        if loop is not None:
            self.set_image(loop.pictures[place])
            self.set_badge(tr("context {offsets} s", offsets=f"{loop.offsets[place]:+.2f}").replace("-", "−"))


def face_of(pictures: FramePictures) -> NDArray:  # type: ignore[type-arg]
    """Return the face, or the whole frame where no face was found, uint8[H, W, 3]."""
    return pictures.full if pictures.face is None else pictures.face
