"""Every hedge and booster fires where its `yes` says and not where its `no` says; and each is put in the right mouth."""

from __future__ import annotations

import re

import pytest

from hedgescan import lexicon, scan
from hedgescan.engine import engine
from hedgescan.english import lemma, read
from hedgescan.lexicon import HedgeEntry
from hedgescan.model import Document
from hedgescan.readers.text import from_string
from hedgescan.rules import hedges, nouns

LEXICON = lexicon.load()
ENTRIES = (*LEXICON.hedges, *LEXICON.boosters)

# Words that are a hedge in one sense and none in another, and the entries that tell the senses apart.  "Often" has none: it says
# how often, which hedges only a statement about a whole class, and is left to the packs.
AMBIGUOUS = {
    "may": ["modal may", "modal may be"],
    "might": ["modal might", "modal might be"],
    "could": ["modal could", "modal could be"],
    "would": ["modal would be", "evidential would seem", "modal would have been"],
    "can": ["modal can be", "modal can lead to"],
    "some": ["approximator some", "weasel some say"],
    "many": ["weasel many say"],
    "most": ["weasel most say"],
    "several": ["weasel several say"],
    "about": ["approximator about"],
    "possible": ["likelihood possible"],
    "likely": ["likelihood likely"],
    "believe": ["doxastic believe"],
    "suggest": ["doxastic suggest", "evidential suggest"],
    "appear": ["evidential appear"],
    "seem": ["evidential seem"],
    "claim": ["doxastic claim", "doxastic claim that"],
    "consider": ["doxastic consider"],
    "say": ["hearsay be said to", "weasel some say"],
    "expect": ["doxastic expect"],
    "think": ["doxastic think"],
    "apparently": ["evidential apparently"],
    "reportedly": ["hearsay reportedly"],
    "allegedly": ["hearsay allegedly"],
    "report": ["hearsay reported", "hearsay report suggest"],
}


@pytest.fixture(scope="module")
def fired() -> dict[str, set[tuple[str, str]]]:
    """Sentence → (category, entry) of the cues found in it, all sentences parsed in one go."""
    sentences = sorted({sentence for entry in ENTRIES for sentence in (*entry.yes, *entry.no)})
    text = from_string("\n\n".join(sentences))
    out: dict[str, set[tuple[str, str]]] = {sentence: set() for sentence in sentences}
    for parse in read.parse(text):
        nouns.mark(parse, engine().vocabulary)
        for match in hedges.cues(parse, LEXICON.rules):
            out[text.blocks[parse.number - 1].prose].add((match.entry.category, match.entry.name))
    return out


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.category}-{entry.name}")
def test_yes_fires_and_no_does_not(entry: HedgeEntry, fired: dict[str, set[tuple[str, str]]]) -> None:
    key = (entry.category, entry.name)
    missed = [sentence for sentence in entry.yes if key not in fired[sentence]]
    false = [sentence for sentence in entry.no if key in fired[sentence]]
    assert not missed and not false, f"missed: {missed}; false: {false}"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.category}-{entry.name}")
def test_an_entry_has_two_examples_a_side_and_near_misses(entry: HedgeEntry) -> None:
    assert len(entry.yes) >= 2 and len(entry.no) >= 2
    stems = {part for phrase in entry.patterns for part in stems_of(phrase)}
    far = [sentence for sentence in entry.no if not stems & stems_of(sentence)]
    assert not far, f"no word of the cue in: {far}"


def stems_of(text: str) -> set[str]:
    """The first four letters of each word and of its base form, enough to see a family: reported, reportedly; think, thought."""
    words = re.findall(r"[a-z']+", text.lower().replace("’", "'"))
    words += ["not" for word in words if word.endswith("n't")]
    bases = [lemma.lemma(word, tag) for word in words for tag in ("VBD", "VBZ", "NNS")]
    return {word.removeprefix("un")[:4] for word in (*words, *bases)}


@pytest.mark.parametrize("word", sorted(AMBIGUOUS))
def test_an_ambiguous_word_has_guards_and_four_near_misses(word: str) -> None:
    entries = [entry for entry in ENTRIES if f"{entry.category} {entry.name}" in AMBIGUOUS[word]]
    assert len(entries) == len(AMBIGUOUS[word])
    assert sum(len(entry.no) for entry in entries) >= 4
    adverbs = {"apparently", "reportedly", "allegedly"}  # one sense only; the near misses are their families
    assert word in adverbs or all(entry.when or entry.unless for entry in entries)


def found(text: str) -> list[tuple[str, str, str]]:
    return [(hedge.text, hedge.category, hedge.locus) for sentence in scan(text).sentences for hedge in sentence.hedges]


def boosted(text: str) -> list[str]:
    return [hedge.text for sentence in scan(text).sentences for hedge in sentence.boosters]


def voices(text: str) -> list[tuple[str, str, str | None]]:
    """(cue, locus, name of the holder) of every hedge."""
    document: Document = scan(text)
    names = {source.id: source.name for source in document.sources}
    return [(h.text, h.locus, names.get(h.holder or "")) for sentence in document.sentences for h in sentence.hedges]


@pytest.mark.parametrize(
    ("text", "cue", "locus", "holder"),
    [
        ("The talks may fail.", "may", "writer", None),
        ("The engine appears to have failed in flight.", "appears", "writer", None),
        ("It is unclear who set the fire.", "It is unclear who", "writer", None),
        ("Anna Holt said the talks may fail.", "may", "claim", "Anna Holt"),
        ("Anna Holt said the engine appears to have failed.", "appears", "claim", "Anna Holt"),
        ("According to Anna Holt, the talks may fail.", "may", "claim", "Anna Holt"),
        ("It is unclear who set the fire, Anna Holt said.", "It is unclear who", "claim", "Anna Holt"),
        ("Anna Holt said that Peter Sands had warned that the talks might fail.", "might", "nested", "Peter Sands"),
        ("“The talks may fail,” Anna Holt said.", "may", "quoted", "Anna Holt"),
        ("Anna Holt called the plan “perhaps a little early” on Monday.", "perhaps", "quoted", "Anna Holt"),
        ("Anna Holt believes the talks failed.", "believes", "attribution_cue", "Anna Holt"),
        ("The minister is believed to have fled.", "is believed to", "attribution_cue", None),
        ("Anna Holt said the minister is believed to have fled.", "is believed to", "claim", "Anna Holt"),
    ],
)
def test_who_hedges(text: str, cue: str, locus: str, holder: str | None) -> None:
    assert (cue, locus, holder) in voices(text)


def test_the_month_changes_nothing() -> None:
    assert found("In May the talks failed.") == []
    assert found("The talks of May failed, Theresa May said.") == []


def test_the_longest_phrase_takes_its_words() -> None:
    assert [row[1] for row in found("The coach did not rule out the possibility of a transfer.")] == ["likelihood"]


def test_a_hedge_within_quotation_marks_is_never_the_writers() -> None:
    plain = found("It may rain.")
    quoted = found("“It may rain,” she said.")
    assert plain[0][2] == "writer" and all(locus == "quoted" for _, _, locus in quoted)


@pytest.mark.parametrize("text", ["The ship may possibly sail.", "The ship could perhaps sail.", "The ship might conceivably sail."])
def test_modal_concord_is_one_hedge_said_twice(text: str) -> None:
    assert len(found(text)) == 1


def test_a_modal_and_an_adverb_of_two_clauses_are_two_hedges() -> None:
    assert len(found("The ship may sail, and the crew is probably aboard.")) == 2


@pytest.mark.parametrize(
    "text",
    ["Could it rain?", "“Could it rain?” she asked.", "What might happen next?", "Is it likely to rain?", "Do you think the pier is safe?"],
)
def test_a_direct_question_asserts_nothing(text: str) -> None:
    assert found(text) == []


def test_what_stands_beside_a_question_is_asserted() -> None:
    assert [row[0] for row in found("It may rain, may it not?")][:1] == ["may"]
    assert [row[1] for row in found("What if the river floods again?")] == ["conditional"]
    assert [row[0] for row in found("“Where is he?” she asked. He may be at the mill.")] == ["may be"]


@pytest.mark.parametrize("text", ["Think of a number.", "Assume that n is prime.", "Suspect nobody.", "Believe me."])
def test_a_command_asserts_nothing(text: str) -> None:
    assert [row for row in found(text) if row[1] == "doxastic"] == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Mayor may quit over leak", "may"),
        ("Bank seen cutting rates in spring", "seen cutting"),
        ("Rates set to rise, bank says", "set to"),
        ("Strike likely to hit ports", "likely"),
    ],
)
def test_a_headline_hedges_without_its_auxiliary(text: str, cue: str) -> None:
    assert cue in [row[0] for row in found(text)]


def test_a_title_that_only_names_what_could_be_done_hedges_nothing() -> None:
    assert found("What the Town Could Do When Up Against the Sea") == []


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("There is no doubt that the map is real.", []),
        ("The mayor did not rule out a second term.", ["likelihood"]),
        ("Snow is not likely before dawn.", ["likelihood"]),
        ("The report cannot be confirmed.", ["unknown"]),
        ("The result is nowhere near certain.", ["unknown"]),
        ("It is not clear who won.", ["unknown"]),
        ("It is hardly certain that he won.", ["unknown"]),
        ("There is no evidence that the pill works.", ["unknown"]),
    ],
)
def test_polarity(text: str, categories: list[str]) -> None:
    assert [row[1] for row in found(text)] == categories


def test_a_denied_booster_boosts_nothing() -> None:
    assert boosted("There is no doubt that the map is real.") and boosted("The map is certainly real.")
    assert boosted("The map is not certainly real.") == []
    assert boosted("It is not clear that the map is real.") == []
    assert boosted("There is no proof that the map is real.") == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("The match is off if it rains.", "conditional"),
        ("She asked if it was raining.", None),
        ("She did not know if it was raining.", "unknown"),
        ("It was a hard if not impossible climb.", None),
        ("Few seats, if any, were left.", None),
        ("He talks as if he owned the place.", None),
        ("Even if it rains, the match is on.", "conditional"),
    ],
)
def test_if(text: str, category: str | None) -> None:
    assert [row[1] for row in found(text)] == ([category] if category else [])


def test_an_editors_brackets_do_not_hide_a_cue() -> None:
    assert [row[1] for row in found("The clerk “did [not] know the answer” on Monday.")] == ["unknown"]


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Her so-called friends sold the letters.", True),
        ("Engineers call it the so-called butterfly effect.", False),
        ("There were unconfirmed reports of a fire.", True),
        ("The tracks suggest a large cat.", True),
        ("The waiter suggested a white wine.", False),
        ("The landlord claimed that the roof was sound.", True),
        ("The striker claimed the trophy.", False),
        ("The battery should last a week.", True),
        ("The tenant should pay by Friday.", False),
        ("They must be wondering where the key is.", True),
        ("Visitors must be quiet.", False),
        ("The wait can be long.", True),
        ("The owner can be reached by phone.", False),
    ],
)
def test_one_word_in_two_senses(text: str, hedged: bool) -> None:
    assert bool(found(text)) == hedged
