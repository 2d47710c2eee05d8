"""Named questions about a parse (guards), one module a family; a lexicon's `when` and `unless` call them by name.

Every module of this package that has a `GUARDS` dict (name -> function) is collected.
"""

from importlib import import_module
from pkgutil import iter_modules

from hedgescan.english.syntax.guard import Guard

__all__ = ["GUARDS", "Guard"]

GUARDS: dict[str, Guard] = {}

for _module in iter_modules(__path__):
    _found: dict[str, Guard] = getattr(import_module(f"{__name__}.{_module.name}"), "GUARDS", {})
    if _twice := GUARDS.keys() & _found.keys():
        raise ImportError(f"guards named twice: {', '.join(sorted(_twice))}")
    GUARDS |= _found
