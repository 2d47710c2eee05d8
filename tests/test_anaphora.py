"""Whom a later phrase means: pronouns, definite phrases, short names, acronyms and roles tied to a source of the same document."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from hedgescan import lexicon
from hedgescan.engine import scan
from hedgescan.lexicon.entries import SourceEntry
from hedgescan.rules.sources.words import GENDERS
from tests.test_sources import named


class Row(NamedTuple):
    """A passage; the last source with that text; whom it means (the register's name); the referent; is the speaker unnamed?"""

    genre: str
    text: str
    source: str
    name: str
    referent: str | None = None
    anonymous: bool = False


ROWS = [
    # Pronouns.
    Row("court", "Judge Ada Marsh read the file. She said it must stay sealed.", "She", "Ada Marsh", "Judge Ada Marsh"),
    Row("court", "Tom Abara told the court he was asleep. He added that the lamp was lit.", "He", "Tom Abara", "Tom Abara"),
    Row("business", "Zentrix has closed its plant. It said sales had fallen.", "It", "Zentrix", "Zentrix"),
    Row("foreign", "Three diplomats said the envoy had left. They warned that the talks were over.", "They", "Three diplomats", "Three diplomats", True),
    Row("foreign", "A diplomat said the envoy had left. He warned that the talks were over.", "He", "A diplomat", "A diplomat", True),
    Row("local", "A baker who saw the crash said the lorry did not brake. She said the driver ran.", "She", "A baker who saw the crash",
        "A baker who saw the crash", True),
    Row("sport", "Ms Lind met the striker, Leo Marsh. He said the pitch was like glass.", "He", "Leo Marsh", "Leo Marsh"),
    # A pronoun means nobody whom its own words name.
    Row("politics", "Leo Marsh met Omar Diallo on Monday. “Everybody thought Diallo was finished,” he told reporters.", "he", "Leo Marsh",
        "Leo Marsh"),
    Row("politics", "Leo Marsh spoke on Monday about Omar Diallo. He also said Diallo’s plan would fail.", "He", "Leo Marsh", "Leo Marsh"),
    Row("politics", "Leo Marsh spoke on Monday about Omar Diallo. He also said the plan would fail.", "He", "Leo Marsh", "Leo Marsh"),
    Row("culture", "Ada Lund said the film was worth a look because “few know of it,” she said.", "she", "Ada Lund", "Ada Lund"),
    # One known to be a man or a woman goes before what may be neither.
    Row("politics", "Hillary Dunn told the crowd that tuition would be free and that Pell Grants would grow. She added that the rich would pay.",
        "She", "Hillary Dunn", "Hillary Dunn"),
    Row("politics", "Donald Dunn said the border was open. He praised the Social Security plan. He added that taxes would fall.", "He", "Donald Dunn",
        "Donald Dunn"),
    Row("politics", "Bill Dunn spoke to Muslim Americans on Monday. He said the border was open.", "He", "Bill Dunn", "Bill Dunn"),
    # Relative pronouns.
    Row("foreign", "The envoy, Lena Orlov, who said the talks had failed, flew home.", "who", "Lena Orlov", "Lena Orlov"),
    Row("foreign", "The paper spoke to a guard who said the gate was open.", "who", "a guard", "a guard", True),
    Row("business", "The bank, which said it would appeal, lost the case.", "which", "The bank", "The bank"),
    Row("court", "“It was unfair,” said Ada Lund, a lawyer who says the bank lied.", "who", "Ada Lund", "Ada Lund, a lawyer"),
    Row("local", "On Monday the council met Ines Vale, who warned that the pier was unsafe.", "who", "Ines Vale", "Ines Vale"),
    # Short names, titles, acronyms.
    Row("foreign", "Foreign Minister Abbas Noori arrived on Monday. Noori said the border would stay open.", "Noori", "Abbas Noori"),
    Row("foreign", "The World Grain Board (WGB) met on Monday. The WGB said stocks were low.", "The WGB", "World Grain Board"),
    Row("foreign", "The World Grain Board met on Monday. The board said stocks were low.", "The board", "World Grain Board", "The World Grain Board"),
    Row("business", "The Harrow Post said the firm was sold. The Post added that jobs would go.", "The Post", "Harrow Post"),
    Row("science", "Dr Ines Vale led the team. “The wound was clean,” Dr Vale said.", "Dr Vale", "Ines Vale"),
    Row("sport", "Leo Marsh scored twice. “I was lucky,” Leo said.", "Leo", "Leo Marsh"),
    # Definite phrases for a name.
    Row("foreign", "President Omar Diallo signed the law. The president said it was fair.", "The president", "Omar Diallo", "President Omar Diallo"),
    Row("foreign", "Lena Orlov, the foreign minister, flew home. The minister said the talks had failed.", "The minister", "Lena Orlov", "Lena Orlov"),
    Row("foreign", "Omar Diallo, an ambassador, arrived on Monday. The diplomat said the talks had failed.", "The diplomat", "Omar Diallo",
        "Omar Diallo"),
    Row("local", "Sen. Ada Hale opposed the bill. The senator said it was unfair.", "The senator", "Ada Hale", "Sen. Ada Hale"),
    Row("local", "Sen. Ada Hale opposed the bill. The Vermont lawmaker said it was unfair.", "The Vermont lawmaker", "Ada Hale", "Sen. Ada Hale"),
    Row("local", "Tom Abara was fined on Monday. The 56-year-old said he would appeal.", "The 56-year-old", "Tom Abara", "Tom Abara"),
    Row("business", "Orla Foods has closed its plant. The company said sales had fallen.", "The company", "Orla Foods", "Orla Foods"),
    Row("business", "Zentrix, a maker of pumps, has closed its plant. The firm said sales had fallen.", "The firm", "Zentrix", "Zentrix"),
    Row("business", "Kestrel Air cancelled forty flights. The airline said fog was to blame.", "The airline", "Kestrel Air", "Kestrel Air"),
    Row("local", "Harrow Rescue feeds two hundred people. The charity said food would run out.", "The charity", "Harrow Rescue", "Harrow Rescue"),
    Row("foreign", "The Food Standards Agency closed the plant. The agency said mice had been seen.", "The agency", "Food Standards Agency",
        "The Food Standards Agency"),
    Row("local", "The Harrow Gazette reported that the mayor had lied. The newspaper said he had two salaries.", "The newspaper", "Harrow Gazette",
        "The Harrow Gazette"),
    Row("court", "The jury heard Tom Abara, a clerk. The clerk said he was asleep.", "The clerk", "Tom Abara", "Tom Abara"),
    Row("science", "The study was led by Ines Vale and Paul Onwe of Harrow University. The researchers said frogs drink through the skin.",
        "The researchers", "Ines Vale and Paul Onwe", "Ines Vale and Paul Onwe"),
    # Definite phrases for somebody unnamed.
    Row("foreign", "Two officials said the port was shut. The officials added that it was mined.", "The officials", "Two officials", "Two officials",
        True),
    Row("foreign", "A source said the port was shut. The source added that it was mined.", "The source", "A source", "A source", True),
    Row("business", "A trader at the fund was sacked. The trader said losses were hidden.", "The trader", "A trader at the fund",
        "A trader at the fund", True),
    Row("court", "A woman from Harrow was fined. The woman said she would appeal.", "The woman", "A woman from Harrow", "A woman from Harrow", True),
    Row("local", "Tom Abara was arrested on Monday. The prosecutor said he had lied.", "The prosecutor", "The prosecutor", None, True),
    Row("local", "Tom Abara was arrested on Monday. The sources said he had lied.", "The sources", "The sources", None, True),
    Row("court", "Ada Marsh is a judge. A lawyer from Harrow met her. The lawyer said she was fair.", "The lawyer", "A lawyer from Harrow",
        "A lawyer from Harrow", True),
    # Another one is another one.
    Row("foreign", "A diplomat said the envoy had left. Another diplomat said he was asleep.", "Another diplomat", "Another diplomat", None, True),
    Row("foreign", "Three diplomats met on Monday. One said the envoy had left.", "One", "One", "Three diplomats", True),
    Row("foreign", "A source said the envoy had left. A third said he was asleep.", "A third", "A third", "A source", True),
    Row("business", "Two traders spoke to the court. One said losses were hidden. The other said they were not.", "The other", "The other", "Two traders", True),
    Row("local", "Some friends say he is ill. Others say he has never been better.", "Others", "Others", "Some friends", True),
    Row("local", "Some say he is ill. Others say he has never been better.", "Others", "Others"),
    # Named only later.
    Row("court", "A baker said the road was shut. The baker, Ana Sol, said it was mined.", "The baker, Ana Sol", "Ana Sol"),
    Row("court", "A Harrow judge ruled that the lease was void. Judge Ada Marsh said the bank had lied.", "A Harrow judge", "Ada Marsh",
        "Judge Ada Marsh"),
    Row("business", "Orla Foods is not for sale, a spokesman said. Orla Foods spokesman Joe Abara said it had no debt.", "a spokesman", "Joe Abara",
        "spokesman Joe Abara"),
    Row("sport", "A doctor had warned the club. Dr Ines Vale said the knee was torn.", "Dr Ines Vale", "Ines Vale"),
    Row("local", "Aides were pleased. “It went well,” said Ada Lund, an aide.", "Ada Lund, an aide", "Ada Lund"),
    # Near misses: who is not meant.
    Row("sport", "A reporter asked Leo Marsh about his knee. He said it was torn.", "He", "Leo Marsh", "Leo Marsh"),
    Row("court", "Tom Abara wrote letters, one of them to a judge. He said he was sorry.", "He", "Tom Abara", "Tom Abara"),
    Row("foreign", "Ada Hale flew to Harrow. In Harrow she said the talks had failed.", "she", "Ada Hale", "Ada Hale"),
    Row("local", "Harrow Rescue feeds the poor. Orla Foods gave it bread. The company said it was glad.", "The company", "Orla Foods", "Orla Foods"),
    Row("business", "A spokesman for the company, who declined to be named, said the plant was shut.", "who", "A spokesman for the company",
        "A spokesman for the company", True),
    Row("foreign", "Bill Okafor and Ada Okafor were hurt. Mrs Okafor said the lorry did not brake.", "Mrs Okafor", "Ada Okafor"),
    Row("court", "Mr Tanaka was fined. Ms Sato was not. He said it was unfair.", "He", "Tanaka", "Mr Tanaka"),
    # Possessives.
    Row("court", "Ada Marsh was fined. Her lawyer said she would appeal.", "Her lawyer", "Her lawyer", None, True),
    Row("court", "Ada Marsh was fined. Her brother, Tom Marsh, said she would appeal.", "Her brother, Tom Marsh", "Tom Marsh"),
    Row("business", "Zentrix has closed its plant. A spokesman for the company said sales had fallen.", "A spokesman for the company",
        "A spokesman for the company", None, True),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.genre}-{row.source}-{row.name}")
def test_whom_it_means(row: Row) -> None:
    _, attribution, entity = named(row.text, row.source)
    assert (entity.name, attribution.anonymous) == (row.name, row.anonymous)
    assert (attribution.referent.text if attribution.referent else None) == row.referent


GIVEN = [group for group in lexicon.load().people if group.kind in GENDERS]


@pytest.mark.parametrize("group", GIVEN, ids=lambda group: group.name)
def test_a_given_name_tells_he_from_she(group: SourceEntry) -> None:
    for text, borne in [(text, True) for text in group.yes] + [(text, False) for text in group.no]:
        document = scan(text)
        (said,) = document.sentences[-1].attributions
        name = next(one.name for one in document.sources if one.id == said.source_id)
        assert said.source and said.source.text in ("He", "She") and (name.split()[0] in group.words) is borne


def test_no_given_name_is_both() -> None:
    she, he = (set(group.words) for group in GIVEN)
    assert not she & he and min(len(she), len(he)) > 200
