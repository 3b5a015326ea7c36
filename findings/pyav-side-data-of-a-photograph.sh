#!/usr/bin/env bash
# PyAV 18.1.0: the side data of a decoded photograph that carries EXIF tags cannot be read at all, so the display
# matrix that libav puts beside them (which way is up) is out of reach. The picture itself decodes.
#
# Seen: frame.side_data raises "ValueError: 31 is not a valid Type" as soon as libav adds a kind of side data for
# which PyAV's enumeration has no name; the same file without EXIF gives an empty mapping.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet av==18.1.0 pillow==13.0.0
"$folder/venv/bin/python" - "$folder" <<'PY'
import sys

import av
from PIL import Image

folder = sys.argv[1]
picture = Image.new("RGB", (64, 48), (200, 80, 40))
exif = Image.Exif()
exif[0x0112] = 6  # Orientation: turn clockwise to see it upright
picture.save(f"{folder}/plain.jpg")
picture.save(f"{folder}/turned.jpg", exif=exif)


def side_data(path):
    with av.open(path) as container:
        frame = next(container.decode(video=0))
        assert (frame.width, frame.height) == (64, 48), "the picture itself decodes"
        try:
            return dict(frame.side_data)
        except ValueError as error:
            return str(error)


assert av.__version__ == "18.1.0"
plain, turned = side_data(f"{folder}/plain.jpg"), side_data(f"{folder}/turned.jpg")
print("PyAV", av.__version__, "| without EXIF:", plain, "| with EXIF:", turned)
assert plain == {}, "changed: a photograph without EXIF has side data now"
assert isinstance(turned, str) and "is not a valid Type" in turned, "changed: the side data can be read now"
PY
