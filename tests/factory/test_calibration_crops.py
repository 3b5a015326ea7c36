"""The crops that ship are those of the films that ship."""

import numpy as np

from au_studio import resources
from au_studio.corpora.rendered import shipped_pack
from au_studio.factory.calibration_crops import film_crops
from au_studio.nn.calibration import CROPS_FILE, from_bytes


def test_the_first_crop_is_that_of_the_first_film():
    (crop,) = film_crops(shipped_pack() / "ict-train-00.mp4", {0})
    crops, _ = from_bytes(resources.path(CROPS_FILE).read_bytes())
    # Other versions of OpenCV and of the decoder round otherwise.
    apart = np.abs(crops.astype(float) - crop).mean(axis=(1, 2, 3))
    assert apart.argmin() == 0
    assert apart[0] < 3
