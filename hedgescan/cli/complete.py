"""What a shell offers where a name is wanted: files, rules, styles, formats, packs, findings, categories, terms."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

CHECKS = ("text", "json", "jsonl", "github", "sarif", "rdjsonl", "junit", "checkstyle", "gitlab", "markdown")
INPUTS = ("text", "markdown", "html", "docx", "jsonl", "csv")
LANGUAGES = ("auto", "en")
ENCODINGS = ("auto", "utf-8", "utf-16", "windows-1252", "latin-1")


def files(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """Files and folders, which the shell knows better."""
    return [CompletionItem(begun, type="file")]


def rules(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """Names of rules, each with what it is about, and their codes once a capital is typed."""
    from hedgescan.style import RULES

    known = {item.code if begun[:1].isupper() else name: item.summary for name, item in RULES.items()}
    return [CompletionItem(name, help=summary) for name, summary in known.items() if name.startswith(begun)]


def styles(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """Names of house styles; files where none begins like this."""
    from hedgescan.style import houses

    return [CompletionItem(name) for name in houses() if name.startswith(begun)] or [CompletionItem(begun, type="file")]


def formats(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """Formats of a check."""
    return [CompletionItem(name) for name in CHECKS if name.startswith(begun)]


def packs(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """Packs that come with hedgescan."""
    from hedgescan.lexicon.folder import folder

    names = sorted(path.stem for path in (folder() / "packs").glob("*.toml"))
    return [CompletionItem(name) for name in names if name.startswith(begun)]


def findings(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """Kinds of finding of `diff`."""
    from hedgescan.diff import KINDS

    return [CompletionItem(name) for name in (*KINDS, "all") if name.startswith(begun)]


def categories(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """Categories and stances of the lexicon's entries."""
    from hedgescan.model import CATEGORIES, STANCES

    return [CompletionItem(name) for name in (*CATEGORIES, *STANCES) if name.startswith(begun)]


def terms(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """What can be explained besides cues, which are too many: rules, by name or code, and the terms of the reports."""
    from hedgescan.lexicon.glossary import glossary
    from hedgescan.style import RULES

    codes = [rule.code for rule in RULES.values()] if begun[:1].isupper() else []
    names = [*RULES, *codes, *(name for rows in glossary().terms.values() for name in rows)]
    return [CompletionItem(name) for name in dict.fromkeys(names) if name.startswith(begun)]


def encodings(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The encodings that drafts come in."""
    return [CompletionItem(name) for name in ENCODINGS if name.startswith(begun)]
