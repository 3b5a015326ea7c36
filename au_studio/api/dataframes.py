"""Data frames of pandas, which AU Studio itself does not need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from au_studio.errors import AUStudioError

if TYPE_CHECKING:
    import pandas as pd


class PandasMissingError(AUStudioError, ImportError):
    """A data frame was asked for, and pandas is not installed."""


def pandas() -> Any:
    """Return the module pandas.

    Raises
    ------
    PandasMissingError
        If it is not installed; says how to get it.
    """
    try:
        import pandas  # noqa: PLC0415  an extra
    except ModuleNotFoundError as error:
        raise PandasMissingError(
            "A data frame needs the library pandas, which is not installed.",
            next_step="Install it with: python -m pip install pandas. The arrays are there without it.",
            details=str(error),
        ) from error
    return pandas


def dataframe(columns: Mapping[str, Any]) -> pd.DataFrame:
    """Return a data frame with these columns, in their order.

    Raises
    ------
    PandasMissingError
        If pandas is not installed.
    """
    frame: pd.DataFrame = pandas().DataFrame(dict(columns), copy=True)
    return frame
