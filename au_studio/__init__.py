"""AU Studio: facial action unit intensity from video, adapted by coding a random 2 % of the frames.

In Python: ``au_studio.analyze("interview.mp4").to_dataframe()``; `au_studio.open_study` reads a study. What
is named here is loaded when it is first used (`__init__.pyi` says its types): ``import au_studio`` is quick.
"""

import importlib
from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "AUStudioError": "au_studio.errors",
    "Analysis": "au_studio.api.analysis",
    "IncompleteAnalysisError": "au_studio.api.analyze",
    "StudyReader": "au_studio.api.study",
    "analyze": "au_studio.api.analyze",
    "available_models": "au_studio.analysis.models",
    "load_analysis": "au_studio.api.analysis",
    "open_study": "au_studio.api.study",
}
__all__ = ["__version__", *_PUBLIC]  # noqa: PLE0604  all are strings


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'au_studio' has no attribute '{name}'")
    found = globals()[name] = getattr(importlib.import_module(_PUBLIC[name]), name)
    return found


def __dir__() -> list[str]:
    """Return what people may use, for completion."""
    return sorted([*globals(), *_PUBLIC])
