"""A target under atheris, in a process of its own, with libFuzzer's own flags: python -m fuzz.one NAME [CORPUS ...] [-max_total_time=60 ...]."""

from __future__ import annotations

import os
import pkgutil
import sys
from importlib import import_module

import atheris

os.environ["HEDGESCAN_NO_CACHE"] = "1"  # what is fuzzed is done, not remembered
_LOUD = ("hedgescan.__main__", "hedgescan.cli.man")  # importing the first runs the command
# An instrumented comparison keeps its outcome for ever: nothing if that is a truth value, all memory if it is an array.
_ARRAYS = tuple(f"hedgescan.english.{name}" for name in ("annotate", "arcs", "states", "vectors"))


def main() -> None:
    """Every room of ours but those of arrays is instrumented, and nobody else's: what a library does with odd input is seen by what reaches us."""
    with atheris.instrument_imports(include=["hedgescan"], exclude=_ARRAYS):
        package = import_module("hedgescan")
        for module in pkgutil.walk_packages(package.__path__, "hedgescan."):
            if module.name not in _LOUD:
                import_module(module.name)
    targets = import_module("fuzz.targets").TARGETS
    atheris.Setup([sys.argv[0], *sys.argv[2:]], targets[sys.argv[1]].run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
