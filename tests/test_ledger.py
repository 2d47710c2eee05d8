"""The ledger: who is cited, through whom, how well described; and its graph, opened by the programs it is for."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from hedgescan import Document, scan
from hedgescan.formats.ledgers import LEDGERS
from hedgescan.ledger import ledger
from tests.conftest import Run

DRAFT = (
    "Ada Roe, the finance minister, said the mint would close. Two officials who read the order said it came on Friday. "
    "The officials spoke on condition of anonymity because they feared for their jobs. "
    "The Daily Star reported, citing a “senior” clerk, that the vaults were empty."
)


def test_the_seed_hangs_on_one_outlet(seed: Document) -> None:
    found = ledger(seed)
    assert found.independence["guaranteed"] == 1 and found.dependency == 1.0 and found.named == 0
    assert {way[0] for way in found.ways} == {found.entries[0].source.id}
    assert found.entries[0].source.name == "Washington Post" and found.entries[0].line == 1


def test_claims_and_speech_within_the_story_are_told_apart(seed: Document) -> None:
    by = {entry.source.name: entry for entry in ledger(seed).entries}
    assert by["Israeli officials"].claims == 0 and by["Israeli officials"].told > 0
    assert by["Washington Post"].claims >= 8 and by["Washington Post"].told == 0


def test_first_mentions_are_where_they_stand(seed: Document) -> None:
    lines = Path("seeds/iran-israel-reassurances.txt").read_text(encoding="utf-8").split("\n")
    for entry in ledger(seed).entries:
        words = entry.source.mentions[0].text.split("\n")[0]
        assert lines[entry.line - 1][entry.column - 1 :].startswith(words)


def test_coverage_counts_only_the_unnamed() -> None:
    coverage = ledger(scan(DRAFT)).coverage
    assert coverage["sources"] == 2 and coverage["counted"] == 2 and coverage["basis"] == 1


def test_an_empty_document_has_an_empty_ledger() -> None:
    document = scan("")
    assert ledger(document).entries == ()
    for name, printer in LEDGERS.items():
        out = "".join(printer([(document, ledger(document))], False))
        assert out.strip(), name


def test_json_is_one_object(run: Run) -> None:
    done = run("sources", "-f", "json", stdin=DRAFT.encode())
    (document,) = json.loads(done.stdout)["documents"]
    assert {"sources", "independent_sources", "outlet_dependency", "unnamed", "chains"} <= set(document)
    assert all(set(way["chain"]) <= {source["id"] for source in document["sources"]} | {None} for way in document["chains"])


def test_dot_and_mermaid_hold_the_same_arrows() -> None:
    document = scan(DRAFT)
    drawn = {name: "".join(LEDGERS[name]([(document, ledger(document))], False)) for name in ("dot", "mermaid")}
    dot = {(a, b, n) for a, b, n in re.findall(r'^  (\w+) -> (\w+) \[label="(\d+)"\];$', drawn["dot"], re.MULTILINE)}
    mermaid = {(a, b, n) for a, n, b in re.findall(r"^  (\w+) -->\|(\d+)\| (\w+)$", drawn["mermaid"], re.MULTILINE)}
    assert dot == mermaid and any(end == "article" for _, end, _ in dot)


def test_marks_in_names_cannot_break_the_graph() -> None:
    document = scan('The “Star" <b> | Co said the mint would close. Jane "Ace" Roe said it would not.')
    dot = "".join(LEDGERS["dot"]([(document, ledger(document))], False))
    for line in dot.splitlines():
        assert line.replace('\\"', "").count('"') % 2 == 0
    mermaid = "".join(LEDGERS["mermaid"]([(document, ledger(document))], False))
    assert all(line.count('"') in (0, 2) for line in mermaid.splitlines())


def test_mermaid_is_one_graph_a_file_whatever_the_number_of_documents() -> None:
    rows = [(document, ledger(document)) for document in (scan(DRAFT, 'a "b".txt'), scan("Ada Roe said it rained.", "c.txt"), scan("", "d.txt"))]
    drawn = "".join(LEDGERS["mermaid"](rows, False))
    assert drawn.startswith("flowchart LR\n") and drawn.count("flowchart") == 1 and drawn.count("subgraph") == drawn.count("\n  end\n") == 3
    assert '  subgraph d1["a #quot;b#quot;.txt"]\n' in drawn
    nodes = re.findall(r"^  (\w+)[\[(]", drawn, re.MULTILINE)
    assert len(nodes) == len(set(nodes)) and {"d1_article", "d2_article", "d2_s1", "d3_article"} <= set(nodes)
    ends = {name for arrow in re.findall(r"^  (\w+) -->\|\d+\| (\w+)$", drawn, re.MULTILINE) for name in arrow}
    assert ends <= set(nodes)


QUOTED = r'"(?:[^"\\]|\\.)*"'
# Graphviz's grammar, as much of it as is needed: a graph of attribute, node and edge statements.
STATEMENT = rf"\s*(?:rankdir=LR|(?:\w+(?: -> \w+)?) \[\w+=(?:\w+|{QUOTED})(?:, \w+=(?:\w+|{QUOTED}))*\]);\n"
GRAPH = re.compile(rf"digraph {QUOTED} \{{\n(?:{STATEMENT})*\}}\n")


def test_the_graph_is_in_graphvizs_grammar() -> None:
    document = scan(DRAFT)
    dot = "".join(LEDGERS["dot"]([(document, ledger(document))], False))
    assert GRAPH.fullmatch(dot), dot
    assert not GRAPH.fullmatch(dot.replace("];", "]", 1)) and not GRAPH.fullmatch(dot.replace('"', "", 1))
    assert shutil.which("dot") is None or subprocess.run(["dot", "-Tplain"], input=dot.encode(), capture_output=True, check=False).returncode == 0


def test_the_working_can_be_done_again_by_hand(run: Run) -> None:
    done = run("-f", "json", "--explain", stdin=DRAFT.encode())
    for sentence in json.loads(done.stdout)["documents"][0]["sentences"]:
        for step in sentence["evidence"]:
            value = eval(step["arithmetic"], {"__builtins__": {}, "min": min, "max": max})
            assert value == pytest.approx(step["value"], abs=1e-3), step
        last = {step["what"]: step["value"] for step in sentence["evidence"]}
        for score in ("support", "certainty", "gap", "verifiability"):
            assert last[score] == pytest.approx(sentence["scores"][score], abs=1e-5)
    table = run("--explain", stdin=DRAFT.encode()).stdout.decode()
    assert ("arithmetic" in table and "1 - (1 -" in table) or "0.85" in table
