#!/usr/bin/env bash
# PyAV 18.1.0 (libswscale 9.5): ten-bit pictures as graphics cards hand them over (p010le) come out wrong when they are
# brought into three planes (yuv420p10le) by several threads, which is the default of VideoFrame.reformat.
#
# Seen: where the width is no multiple of 16, every thread but the last writes up to 16 bytes past the end of its last
# line; the lines there are so short apart that these are the first pixels of the next thread's part, done already.
# With threads=1 the numbers are the same to the last bit. Whether it shows depends on which thread is quicker.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet av==18.1.0 numpy==2.4.6
"$folder/venv/bin/python" - <<'PY'
import av
import numpy as np

rng = np.random.default_rng(0)


def samples(plane, count):
    return np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size).view("<u2")[: plane.height, :count]


def wrong(width, height, threads):
    """Return in how many pixels of the brightness a picture differs after the change of form."""
    given = av.VideoFrame(width, height, "p010le")
    for number, plane in enumerate(given.planes):
        places = samples(plane, width)
        places[:] = rng.integers(0, 1024, places.shape, dtype=np.uint16) << 6
    made = given.reformat(format="yuv420p10le", threads=threads)
    return int(np.count_nonzero(samples(made.planes[0], width) != samples(given.planes[0], width) >> 6))


assert av.__version__ == "18.1.0"
for size in ((648, 362), (1282, 720)):
    one = [wrong(*size, 1) for _ in range(50)]
    several = [wrong(*size, 4) for _ in range(50)]
    print(size, "| wrong pixels, one thread:", max(one), "| four threads, at most:", max(several))
    assert max(one) == 0, "changed: one thread is wrong, too"
    assert max(several) > 0, "changed: several threads are right now (or this computer never hits it)"
PY
