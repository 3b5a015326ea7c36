"""What PyInstaller takes of torch, in place of its own hook: what is imported, not every module there is.

That is half the modules and a tenth of the time, and nothing that AU Studio does imports torch's modules by
name. Their sources go along: torch.jit reads some of them while it is imported.
"""

from PyInstaller.utils.hooks import PY_DYLIB_PATTERNS, collect_data_files, collect_dynamic_libs

module_collection_mode = "pyz+py"
binaries = collect_dynamic_libs("torch", search_patterns=[*PY_DYLIB_PATTERNS, "*.so.*"])
# Without this program torch does not load (there is none on Windows).
binaries += collect_data_files("torch", includes=["bin/torch_shm_manager"])
# Links to torch's libraries beside the program would make torch look for others of its libraries there.
bindepend_symlink_suppression = ["**/torch/lib/*.so*"]
