"""What the window tells people: sentences in its notice bar, and errors with their next step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from au_studio.errors import AUStudioError
from au_studio.texts import shown, tr


class Notices(QObject):
    """Everybody says here what people should know; the window shows it.

    Signals
    -------
    notice(text, level)
        Something to tell, level "info", "good" or "warning".
    notice_settled(text)
        What a sentence asked for is done.
    problem(error)
        An AUStudioError to show with its next step and details.
    """

    notice = Signal(str, str)
    notice_settled = Signal(str)
    problem = Signal(object)

    def say(self, text: str, level: str = "info") -> None:
        """Show a sentence in the notice bar; level is "info", "good" or "warning"."""
        self.notice.emit(shown(text), level)

    def unsay(self, text: str) -> None:
        """Take a sentence off the notice bar: what it asked for is done."""
        self.notice_settled.emit(shown(text))

    def report(self, error: BaseException) -> None:
        """Show an error in the notice bar; one that is not ours is wrapped with its type as details."""
        if not isinstance(error, AUStudioError):
            error = AUStudioError(
                tr("Something went wrong: {error}", error=str(error) or type(error).__name__),
                next_step=tr("Please copy the details into a report."),
                details=repr(error),
            )
        self.problem.emit(error)
