"""Windows, views, plots, theme and key map.

Whatever part of it is imported first, versions of Qt that are known to fail are refused before any is loaded.
"""

from __future__ import annotations

from au_studio.qt_versions import require_qt_versions

require_qt_versions()
