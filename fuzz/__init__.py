"""Coverage-guided fuzzing, a target for each room that meets a stranger's bytes: `make fuzz`, or `python -m fuzz NAME ...`.

    targets.py     the targets by name, each with its seeds, its words and its longest input
    drafts.py      the readers, the decoding and the directives
    desk.py        what a desk writes: lexicon, style, configuration, patch
    whole.py       the whole scan with every printer, and the comparison of two texts
    invariants.py  what must hold of whatever was read and printed; the tests draw on it too
    one.py         a target under atheris, in a process of its own; __main__.py runs them in turn and tells what came of it

An input that is refused in the project's own words is a good end; any other exception, a hang of a minute or a broken invariant is a
crash.  Its input is kept in .fuzz/findings, and once mended it becomes a case of tests/test_fuzzed.py.
"""
