"""What the built program begins with: the window or a command, or, told so, a child (au_studio.children)."""

from __future__ import annotations

import multiprocessing
import os
import sys


def restore_environment() -> None:
    """Give other programs (a file manager, a browser) the search path that they had before this one started.

    The program puts its own folder of libraries there; it has read the path already, its children put it
    there again by themselves, and everybody else would load libraries that are not theirs.
    """
    if sys.platform.startswith("linux"):
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
        if before is None:
            os.environ.pop("LD_LIBRARY_PATH", None)
        else:
            os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    multiprocessing.freeze_support()
    restore_environment()
    from au_studio import children

    if children.is_asked_for(sys.argv):
        children.run(sys.argv)
    else:
        from au_studio.cli import main

        sys.exit(main())
