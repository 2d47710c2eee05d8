"""A command run as a process, with what it cost: CPU seconds of all its processes, seconds by the clock, and the most memory one held."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from typing import IO, NamedTuple

LIMIT = 900  # seconds, after which a run is given up


class Cost(NamedTuple):
    """CPU and clock in seconds, memory in MB; `code` is the exit status."""

    cpu: float
    wall: float
    memory: float
    code: int


def run(command: Sequence[str], env: Mapping[str, str] | None = None, cwd: str | None = None, errors: IO[bytes] | None = None) -> Cost:
    """Run it, its output thrown away, standard error too unless there is a file for it."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors or subprocess.DEVNULL,
        env={**os.environ, **(env or {})}, cwd=cwd,
    )  # fmt: skip
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / unit, process.returncode)


def rounds(commands: Mapping[str, Sequence[str]], times: int, env: Mapping[str, str] | None = None, cwd: str | None = None) -> dict[str, Cost]:
    """The medians of several rounds, in each of which every command runs once, so that all meet the same disturbances."""
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            found[name].append(run(command, env, cwd))
    return {name: _median(costs) for name, costs in found.items()}


def _median(costs: Sequence[Cost]) -> Cost:
    cpu, wall, memory = (statistics.median(values) for values in list(zip(*costs, strict=True))[:3])
    return Cost(cpu, wall, memory, max(cost.code for cost in costs))


def machine() -> str:
    """The processor's name and how many cores of it may be used."""
    name = "unknown processor"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:  # noqa: PTH123
            name = next((line.partition(":")[2].strip() for line in file if line.startswith("model name")), name)
    except OSError:
        pass
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{name}, {cores} cores, Python {sys.version.split()[0]}"
