#!/usr/bin/env bash
# PyAV 18.1.0: a decoded picture whose side data was looked at (`frame.side_data`, where display matrices are) refers to
# itself from then on. It is not let go of with its last name, but when Python collects cycles, which counts objects, not
# bytes: a loop that asks every picture how it is turned holds a hundred of them. `frame.rotation` asks without that.
#
# Seen (60 pictures of 1280 x 720, no collection meanwhile): `side_data` leaves
# all of them alive, `rotation` and nothing leave two: the last, and one that the decoder has made ready.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet av==18.1.0 numpy==2.4.6
cd "$folder"
venv/bin/python - <<'PY'
import gc

import av
import numpy as np

with av.open("a.mp4", "w") as container:
    stream = container.add_stream("libx264", rate=30, options={"preset": "ultrafast"})
    stream.width, stream.height, stream.pix_fmt = 1280, 720, "yuv420p"
    for number in range(60):
        picture = np.full((720, 1280, 3), number, np.uint8)
        for packet in stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")):
            container.mux(packet)
    for packet in stream.encode(None):
        container.mux(packet)


def pictures():
    return sum(type(thing) is av.VideoFrame for thing in gc.get_objects())


def alive(look):
    gc.collect()
    gc.disable()
    before = pictures()
    with av.open("a.mp4") as container:
        for picture in container.decode(video=0):
            look(picture)
        found = pictures() - before
    gc.enable()
    return found


seen = {
    "nothing": alive(lambda picture: None),
    "rotation": alive(lambda picture: picture.rotation),
    "side_data": alive(lambda picture: picture.side_data.get("DISPLAYMATRIX")),
}
print("PyAV", av.__version__, "| pictures alive after 60 were decoded:", seen)
assert max(seen["nothing"], seen["rotation"]) <= 2 and seen["side_data"] >= 60, "changed"
PY
