"""hedgescan cache: where results are kept, how much they take, and away with them."""

from __future__ import annotations

import click

from hedgescan.cli.output import write


@click.group()
def cache() -> None:
    """Say where results are kept and how much they take, or clear them away."""


@cache.command("dir")
def folder() -> None:
    """Print the folder."""
    write([f"{place()}\n"], None)


@cache.command()
def show() -> None:
    """Say how many results are kept, in how many bytes, and whether the folder can be used."""
    from hedgescan.cache import Cache

    found = Cache(place())
    sizes = [item.stat(follow_symlinks=False).st_size for item in found.entries()]
    why = "" if found.usable else "not used: it is not yours alone to write in; set HEDGESCAN_CACHE_DIR to a folder that is\n"
    write([f"{found.folder}\n{len(sizes)} results, {sum(sizes):,} bytes\n{why}"], None)


@cache.command()
def clear() -> None:
    """Take all results away; the next run reads everything anew."""
    from hedgescan.cache import Cache

    gone = Cache(place()).clear()
    write([f"{gone} result{'s' * (gone != 1)} cleared\n"], None)


def place() -> str:
    """The folder of the cache; where there is none, the run ends."""
    from hedgescan.cache import place as find

    found = find()
    if not found:
        raise click.ClickException("there is no cache: HEDGESCAN_NO_CACHE is set, or no home is known; HEDGESCAN_CACHE_DIR names a folder")
    return found
