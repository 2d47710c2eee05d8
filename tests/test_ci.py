"""What stands around the command: the hook, the action, shell completion, the manual page, and CI's own rule."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from hedgescan.cli import rules
from hedgescan.cli.man import page
from hedgescan.config import load
from hedgescan.style import RULES
from hedgescan.style.house import rules_of
from tests.conftest import COMMAND

ROOT = Path(__file__).parent.parent
Shell = Callable[..., "subprocess.CompletedProcess[bytes]"]
BAD = "Sources said the bank will close two branches.\n"
NO_INDEX = re.compile(r"No matching distribution|Could not find a version|Max retries|Temporary failure in name|NewConnectionError")


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.c", *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The project as a repository of its own, with one commit: what git tracks here, as it stands now."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("needs git and a checkout")
    out = tmp_path / "project"
    for name in git(ROOT, "ls-files", "-z").split("\0"):
        if name and (ROOT / name).is_file():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, out / name)
    git(out, "init", "-q")
    git(out, "add", "-A")
    git(out, "commit", "-qm", "now")
    return out


def test_pre_commit_installs_the_hook_and_runs_it(checkout: Path, tmp_path: Path) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed; make test installs it")
    desk, home = tmp_path / "desk", tmp_path / "home"
    desk.mkdir()
    git(desk, "init", "-q")
    for name, text in {"a b.md": BAD, "c.txt": "It rained.\n", "d.py": BAD, "old/e.txt": BAD}.items():
        (desk / name).parent.mkdir(exist_ok=True)
        (desk / name).write_text(text)
    (desk / "hedgescan.toml").write_text('exclude = ["old/*"]\n')
    hook = {"repo": str(checkout), "rev": git(checkout, "rev-parse", "HEAD"), "hooks": [{"id": "hedgescan", "args": ["--style", "ap"]}]}
    (desk / ".pre-commit-config.yaml").write_text(json.dumps({"repos": [hook]}))
    git(desk, "add", "-A")
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"PRE_COMMIT_HOME": str(home)}
    try:
        command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"]
        done = subprocess.run(command, cwd=desk, env=env, capture_output=True, text=True, check=False)
        if NO_INDEX.search(done.stdout):
            pytest.skip("the package index cannot be reached")
        assert done.returncode == 1, done.stdout + done.stderr
        assert "a b.md:1:1: SRC001" in done.stdout and "2 files checked" in done.stdout
        assert "d.py" not in done.stdout and "e.txt" not in done.stdout
        (desk / "a b.md").write_text("It rained.\n")
        git(desk, "add", "-A")
        good = subprocess.run(command, cwd=desk, env=env, capture_output=True, text=True, check=False)
        assert good.returncode == 0 and "Passed" in good.stdout, good.stdout
    finally:
        shutil.rmtree(home, ignore_errors=True)  # some hundred megabytes


def steps() -> dict[str, dict[str, Any]]:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    assert action["runs"]["using"] == "composite" and {"version", "paths", "style", "args", "sarif"} <= action["inputs"].keys()
    return {step["name"]: step for step in action["runs"]["steps"]}


def test_the_action_checks_annotates_and_runs_nothing_that_its_inputs_hold(tmp_path: Path, shell: Shell) -> None:
    step = steps()["Check"]
    assert "${{" not in step["run"] and step["shell"] == "bash"
    (tmp_path / "my drafts").mkdir()
    (tmp_path / "my drafts" / "a.md").write_text(BAD)
    (tmp_path / "b.txt").write_text(BAD)
    git(tmp_path, "init", "-q")
    given = {"PATHS": "my drafts\nb.txt\n", "STYLE": "ap", "SARIF": "out.sarif", "ARGS": "--select 'SRC001, SRC002' --ignore $(touch ran)"}
    assert given.keys() == step["env"].keys()
    refused = shell(step["run"], **given)
    assert refused.returncode == 2 and b"no rule" in refused.stderr and not (tmp_path / "ran").exists()
    done = shell(step["run"], **given | {"ARGS": "--select 'SRC001, SRC002'"}, GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
    assert done.returncode == 1 and done.stdout.startswith(b"::error file=my drafts/a.md,line=1,endLine=1,title=SRC001 bare-sources,col=1,")
    log = json.loads((tmp_path / "out.sarif").read_text())
    assert log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "my%20drafts/a.md"
    assert (tmp_path / "summary.md").read_text().startswith("### hedgescan: ")


def test_bash_completes_commands_options_rules_and_styles(shell: Shell) -> None:
    ask = """
        eval "$(_HEDGESCAN_COMPLETE=bash_source hedgescan)"
        complete -p hedgescan > /dev/null || exit 3
        try() {
            COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMPREPLY=()
            _hedgescan_completion hedgescan "${COMP_WORDS[COMP_CWORD]}" ""
            echo "${COMPREPLY[*]}"
        }
        try hedgescan ""
        try hedgescan check --select we
        try hedgescan check --style n
        try hedgescan draft.txt --on
    """
    done = shell(ask)
    lines = done.stdout.decode().splitlines()
    assert {"check", "config", "diff", "scan", "sources"} <= set(lines[0].split()), done.stderr
    assert lines[1:] == ["weasel", "npr nyt", "--only"] and done.stderr == b""


ASKED = (
    ("hedgescan ch", "check"),
    ("hedgescan check --sel", "--select"),
    ("hedgescan check --select we", "weasel"),
    ("hedgescan explain bare", "bare-sources"),
    ("hedgescan diff --fail-on lost-h", "lost-hedge"),
    ("hedgescan lexicon list --category mo", "modal"),
    ("hedgescan diff min", "mine.txt"),
)


def test_fish_completes(tmp_path: Path, shell: Shell) -> None:
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    (tmp_path / "mine.txt").write_text(BAD)
    for line, word in ASKED:
        done = shell(f"fish --no-config -c '_HEDGESCAN_COMPLETE=fish_source hedgescan | source; complete -C\"{line}\"'", HOME=str(tmp_path))
        assert [row.split("\t")[0] for row in done.stdout.decode().splitlines()] == [word], (line, done.stderr)


def typed(line: str, wanted: str, folder: Path) -> str:
    """What a zsh at a terminal shows once a line and the tabulator are typed, until what is wanted is there or it has had time enough."""
    env = {**os.environ, "PATH": f"{Path(COMMAND).parent}:{os.environ['PATH']}", "TERM": "dumb", "PS1": ""}
    leader, follower = pty.openpty()
    shell = subprocess.Popen(["zsh", "-f", "-i"], stdin=follower, stdout=follower, stderr=follower, cwd=folder, env=env, start_new_session=True)
    os.close(follower)
    ready = b'autoload -U compinit; compinit -u -D; eval "$(_HEDGESCAN_COMPLETE=zsh_source hedgescan)"; print REA""DY\n'
    shown = b""
    try:
        for words, sign in ((ready, b"READY"), (line.encode() + b"\t", wanted.encode())):
            os.write(leader, words)
            end, shown = time.monotonic() + 30, b""
            while sign not in shown and time.monotonic() < end:
                if select.select([leader], [], [], 0.2)[0]:
                    shown += os.read(leader, 65536)
    finally:
        shell.kill()
        shell.wait()
        os.close(leader)
    return shown.decode(errors="replace")


def test_zsh_completes(tmp_path: Path) -> None:
    if shutil.which("zsh") is None:
        pytest.skip("zsh is not installed")
    (tmp_path / "mine.txt").write_text(BAD)
    for line, word in ASKED:
        wanted = f"{line.rpartition(' ')[0]} {word}"
        assert wanted in typed(line, wanted, tmp_path)


def test_the_manual_page_is_fresh_and_is_one() -> None:
    file = ROOT / "docs" / "hedgescan.1"
    assert file.read_text(encoding="utf-8") == page(), "make man writes it anew"
    readers = (["mandoc", "-T", "lint", "-W", "error"], ["groff", "-ww", "-K", "utf8", "-man", "-T", "utf8", "-z"], ["man", "-l"])
    there = [reader for reader in readers if shutil.which(reader[0])]
    if not there:
        pytest.skip("no mandoc, groff or man is installed")
    for reader in there:
        done = subprocess.run([*reader, str(file)], capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
        assert done.returncode == 0 and not done.stderr, done.stderr


def test_the_page_of_rules_is_fresh_and_links_to_each() -> None:
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert text == rules.page(), "make man writes it anew"
    anchors = {re.sub(r"[^\w -]", "", line).strip().replace(" ", "-").lower() for line in re.findall(r"^#+ (.*)", text, re.MULTILINE)}
    links = re.findall(r"\]\(#([^)]*)\)", text)
    assert len(links) == len(RULES) and set(links) <= anchors


def test_where_nothing_may_be_skipped_a_skip_fails(tmp_path: Path) -> None:
    (tmp_path / "test_x.py").write_text("import pytest\ndef test_x():\n    pytest.skip('no reason')\n")
    (tmp_path / "test_y.py").write_text("import pytest\npytest.skip('no module', allow_module_level=True)\n")
    assert "HEDGESCAN_NO_SKIPS=1" in (ROOT / ".ci" / "run").read_text()
    for strict, code in (("", 0), ("1", 1)):
        env = {**os.environ, "HEDGESCAN_NO_SKIPS": strict, "PYTHONPATH": f"{ROOT}"}
        command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "--rootdir", str(tmp_path), "test_x.py"]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == code and ("no reason" in done.stdout) is bool(strict), done.stdout
    done = subprocess.run([*command[:-1], "test_y.py"], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert done.returncode != 0 and "no module" in done.stdout


def test_the_documents_name_what_there_is(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    config = re.search(r"```yaml\n(repos:.*?)```", text, re.DOTALL)
    assert config and yaml.safe_load(config[1])["repos"][0]["hooks"][0]["id"] == yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())[0]["id"]
    inputs = yaml.safe_load((ROOT / "action.yml").read_text())["inputs"]
    for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL):
        for job in (yaml.safe_load(block).get("jobs") or {}).values():
            used = [step for step in job["steps"] if step.get("uses", "").startswith("hedgescan/")]
            assert all(step.get("with", {}).keys() <= inputs.keys() for step in used)
    for block in re.findall(r"```toml\n(.*?)```", text, re.DOTALL):
        (tmp_path / "hedgescan.toml").write_text(block)
        ignored = [rule for item in load(tmp_path / "hedgescan.toml").overrides for rule in item.ignore]
        assert all(map(rules_of, ignored))
    options = set(re.findall(r"--[a-z][a-z-]+", subprocess.run([COMMAND, "check", "--help"], capture_output=True, text=True, check=True).stdout))
    used_options = {word for line in re.findall(r"hedgescan check[^\n`]*", text) for word in re.findall(r"--[a-z][a-z-]+", line)}
    assert used_options and used_options <= options
