"""What PyInstaller takes of torch, in place of its own hook: what is imported, not every module there is.

That is half the modules and a tenth of the time. torch imports some of its modules by name when an optimiser
is made; which, is seen by making one. Their sources go along: torch.jit reads some while it is imported.
"""

from PyInstaller import isolated
from PyInstaller.utils.hooks import PY_DYLIB_PATTERNS, collect_data_files, collect_dynamic_libs


@isolated.decorate
def loaded_by_a_step() -> list[str]:
    """Return torch's modules that are loaded once an optimiser has made a step."""
    import sys  # noqa: PLC0415  this function runs in a process of its own

    import torch  # noqa: PLC0415

    weights = torch.nn.Parameter(torch.ones(2))
    optimizer = torch.optim.AdamW([weights])
    weights.sum().backward()
    optimizer.step()
    return sorted(name for name in sys.modules if name.startswith("torch."))


module_collection_mode = "pyz+py"
hiddenimports = loaded_by_a_step()
binaries = collect_dynamic_libs("torch", search_patterns=[*PY_DYLIB_PATTERNS, "*.so.*"])
# Without this program torch does not load (there is none on Windows).
binaries += collect_data_files("torch", includes=["bin/torch_shm_manager"])
# Links to torch's libraries beside the program would make torch look for others of its libraries there.
bindepend_symlink_suppression = ["**/torch/lib/*.so*"]
