"""Fixtures of the renderer's tests: the assets, and a studio where off-screen OpenGL is available."""

from __future__ import annotations

from pathlib import Path

import pytest

from au_studio.factory.synthetic.assets import load_assets
from au_studio.factory.synthetic.renderer import RenderError
from au_studio.factory.synthetic.studio import Studio


@pytest.fixture(scope="session")
def assets_folder(shared_dir) -> Path:
    folder = shared_dir / "assets" / "faces"
    if not folder.is_dir():
        pytest.skip(f"no face assets in {folder}")
    return folder


@pytest.fixture(scope="session")
def assets(assets_folder):
    return load_assets(assets_folder)


@pytest.fixture(scope="session")
def studio(assets):
    try:
        made = Studio(assets, 160, 160, 1.0)
    except RenderError as error:
        pytest.skip(f"no off-screen OpenGL here: {error.details}")
    yield made
    made.close()
