"""Who a source is: how far its phrase reaches, on which rung it stands, how many, how they know, why they are not named."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from hedgescan import Attribution, Document, Source, scan

GROUP, ROLE, GENERIC, BARE = "ANON_GROUP_DESCRIBED", "ANON_ROLE", "ANON_GENERIC", "ANON_BARE"


class Row(NamedTuple):
    """A passage, the source span to look for (its last one with that text), and what is to be known of it."""

    genre: str
    text: str
    source: str
    rung: str
    kind: str = ""
    number: int | None = None
    basis: str | None = None
    reason: str | None = None


UNNAMED = [
    Row("foreign", "Two officials familiar with the talks, who spoke on condition of anonymity because they feared for their jobs, said the envoy "
        "had left.", "Two officials familiar with the talks", GENERIC, "group", 2, "familiar with the talks", "because they feared for their jobs"),
    Row("foreign", "The envoy has left the city, three diplomats said. The diplomats spoke on condition of anonymity because the talks are secret.",
        "three diplomats", GENERIC, "group", 3, None, "because the talks are secret"),
    Row("foreign", "The convoy never arrived, said a Western diplomat briefed on the mission.", "a Western diplomat briefed on the mission",
        ROLE, "person", 1, "briefed on the mission"),
    Row("foreign", "A second Western diplomat said the convoy had turned back.", "A second Western diplomat", ROLE, "person", 1),
    Row("foreign", "Several former employees of the embassy said the archive had been burned.", "Several former employees of the embassy", GROUP,
        "group"),
    Row("foreign", "Senior military officials warned that the pass would close.", "Senior military officials", GROUP, "group"),
    Row("foreign", "A rebel commander said his men would not disarm.", "A rebel commander", ROLE, "person", 1),
    Row("foreign", "“They will not sign,” said one of the envoys, who asked not to be named.", "one of the envoys", GENERIC, "person", 1),
    Row("foreign", "The delegation will fly home, according to two people with direct knowledge of the plan.",
        "two people with direct knowledge of the plan", GENERIC, "group", 2, "with direct knowledge of the plan"),
    Row("foreign", "Those close to the emir say he is ill.", "Those close to the emir", GENERIC, "group", None, "close to the emir"),
    Row("foreign", "A government source said the port would be shut.", "A government source", GENERIC, "person", 1),
    Row("foreign", "Sources said the port would be shut.", "Sources", BARE, "group"),
    Row("business", "The merger is off, people familiar with the matter said.", "people familiar with the matter", GENERIC, "group", None,
        "familiar with the matter"),
    Row("business", "The bank has hired an adviser, one of the people said, asking not to be identified because the search is private.",
        "one of the people", GENERIC, "person", 1, None, "because the search is private"),
    Row("business", "Orla Foods will cut jobs, said a person who attended the meeting.", "a person who attended the meeting", GENERIC, "person", 1,
        "who attended the meeting"),
    Row("business", "A spokeswoman for Orla Foods said the plant was safe.", "A spokeswoman for Orla Foods", ROLE, "person", 1),
    Row("business", "Orla Foods is not for sale, a company spokesman said.", "a company spokesman", ROLE, "person", 1),
    Row("business", "An executive at the bank, who was not authorised to speak publicly, said the deal had collapsed.", "An executive at the bank",
        ROLE, "person", 1, None, "was not authorised to speak publicly"),
    Row("business", "It was confirmed by two board members that the chairman had resigned.", "two board members", GROUP, "group", 2),
    Row("business", "A former trader at the fund told the inquiry that losses were hidden.", "A former trader at the fund", ROLE, "person", 1),
    Row("business", "An insider said the chief executive would go.", "An insider", BARE, "person", 1),
    Row("business", "Some investors said they had been misled.", "Some investors", GENERIC, "group"),
    Row("court", "Lawyers for the bank argued that the debt was old.", "Lawyers for the bank", GROUP, "group"),
    Row("court", "A juror, speaking anonymously for fear of reprisals, said the vote was close.",
        "A juror", GENERIC, "person", 1, None,
        "for fear of reprisals"),
    Row("court", "A detective told the court that the lock was broken.", "A detective", GENERIC, "person", 1),
    Row("court", "The clerk had been warned twice, a person close to the defence said.", "a person close to the defence", GENERIC, "person", 1,
        "close to the defence"),
    Row("court", "Law enforcement officials briefed on the inquiry said the gun was a toy.",
        "Law enforcement officials briefed on the inquiry", GROUP, "group", None, "briefed on the inquiry"),
    Row("sport", "A teammate said the striker had been ill for weeks.", "A teammate", GENERIC, "person", 1),
    Row("sport", "The striker wants to leave, a source close to the player said.", "a source close to the player", GENERIC, "person", 1,
        "close to the player"),
    Row("sport", "Two players, who declined to be named, said the coach had shouted at a child.", "Two players", GENERIC, "group", 2),
    Row("science", "Experts warn that the ice is thin.", "Experts", GENERIC, "group"),
    Row("science", "A nurse on the ward said the alarm was off.", "A nurse on the ward", ROLE, "person", 1),
    Row("science", "“The probe is lost,” said an engineer who worked on the mission.", "an engineer who worked on the mission", GENERIC, "person", 1,
        "who worked on the mission"),
    Row("local", "A neighbour said the house had stood empty.", "A neighbour", GENERIC, "person", 1),
    Row("local", "A woman shouted that the bridge was falling.", "A woman", GENERIC, "person", 1),
    Row("local", "Council aides said the tax would rise.", "Council aides", GROUP, "group"),
    Row("local", "Her advisers say the mayor will run again.", "Her advisers", GROUP, "group"),
    Row("local", "A senior Green said the mayor was finished.", "A senior Green", ROLE, "person", 1),
    Row("local", "Another official, who requested anonymity to describe private conversations, said the map was a mess.", "Another official", GENERIC,
        "person", 1, None, "to describe private conversations"),
    Row("local", "Half a dozen members of the council said they would resign.", "Half a dozen members of the council", GROUP, "group", 6),
    Row("local", "At least four nurses said the ward had no beds.", "At least four nurses", GENERIC, "group", 4),
    Row("foreign", "Three envoys met on Monday. Two of them said the map was lost.", "Two of them", GENERIC, "group", 2),
    Row("foreign", "At least a dozen current and former soldiers, most of whom spoke on the condition of anonymity, said the pass was mined.",
        "At least a dozen current and former soldiers", GROUP, "group", 12),
    Row("foreign", "Speaking on condition of anonymity for fear of arrest, two officers said the gun was a toy.", "two officers", GENERIC, "group", 2,
        None, "for fear of arrest"),
    Row("business", "The firm will close, people close to the chief executive said. The people asked not to be identified because the vote is private.",
        "people close to the chief executive", GENERIC, "group", None, "close to the chief executive", "because the vote is private"),
    Row("business", "A third person said the vote was close, and asked for anonymity because the minutes were sealed.", "A third person", ROLE, "person", 1,
        None, "because the minutes were sealed"),
    Row("court", "The pilot's sister said he had planned to retire.", "The pilot's sister", ROLE, "person", 1),
    Row("sport", "Friends of the striker said he was ill.", "Friends of the striker", GROUP, "group", None, "Friends of the striker"),
    Row("science", "Two of the researchers, who took part in the trial, said the drug failed.", "Two of the researchers", GENERIC, "group", 2,
        "who took part in the trial"),
    Row("local", "One resident said the smell was worse at night.", "One resident", GENERIC, "person", 1),
    Row("local", "Some parents who spoke to the paper said the school was cold.", "Some parents who spoke to the paper", GENERIC, "group"),
]  # fmt: skip

KNOWN = [
    Row("foreign", "Foreign Minister Lena Orlov-Reyes said the talks had failed.", "Foreign Minister Lena Orlov-Reyes", "NAMED_ROLE", "person"),
    Row("foreign", "Abdul Rahman al-Masri, a baker, said the road was mined.", "Abdul Rahman al-Masri, a baker", "NAMED_ROLE", "person"),
    Row("foreign", "Tehran believed that the offer was a trap.", "Tehran", "METONYM", "metonym"),
    Row("foreign", "The Kremlin denied the report.", "The Kremlin", "METONYM", "metonym"),
    Row("foreign", "The prime minister said the border would stay open.", "The prime minister", "METONYM", "person"),
    Row("foreign", "NGUYEN THI HOA, a farmer, said the well was dry.", "NGUYEN THI HOA, a farmer", "NAMED_ROLE", "person"),
    Row("foreign", "Sukarwo, who like many people on the island uses one name, said the boat sank.", "Sukarwo", "NAMED", "person"),
    Row("foreign", "Ludwig van der Meulen said the dyke would hold.", "Ludwig van der Meulen", "NAMED", "person"),
    Row("foreign", "Critics say the treaty is a fraud.", "Critics", "WEASEL", "collective"),
    Row("foreign", "Some say the treaty is a fraud.", "Some", "WEASEL", "collective"),
    Row("foreign", "Many economists expect rates to fall.", "Many economists", "WEASEL", "collective"),
    Row("business", "Orla Foods Inc said sales fell in March.", "Orla Foods Inc", "NAMED_ORG", "organisation"),
    Row("business", "Zentrix said it had sold the plant.", "Zentrix", "NAMED_ORG", "organisation"),
    Row("business", "Zentrix, a maker of pumps, said sales fell in March.", "Zentrix, a maker of pumps", "NAMED_ORG", "organisation"),
    Row("business", "The company said the plant would close.", "The company", "NAMED_ORG", "organisation"),
    Row("business", "Spokesman Joe Abara said the plant was safe.", "Spokesman Joe Abara", "NAMED_ROLE", "person"),
    Row("business", "Analysts including Ada Lund of Tern Bank said the price would fall.", "Analysts including Ada Lund of Tern Bank", "NAMED", "group"),
    Row("business", "A memo seen by the council said the roof would leak.", "A memo seen by the council", "DOC_PRIVATE", "document"),
    Row("court", "The indictment says the clerk kept two ledgers.", "The indictment", "DOC_PUBLIC", "document"),
    Row("court", "The court said the lease was void.", "The court", "NAMED_ORG", "organisation"),
    Row("court", "Police said the road was shut.", "Police", "NAMED_ORG", "organisation"),
    Row("court", "A doctor will say that rest is best.", "A doctor", "WEASEL", "collective"),
    Row("court", "If a doctor says rest is best, the clerk must rest.", "a doctor", "WEASEL", "collective"),
    Row("court", "Anyone who says the law is clear has not read it.", "who", "WEASEL", "collective"),
    Row("sport", "The officer, Tom Abara, said the road was shut.", "The officer, Tom Abara", "NAMED_ROLE", "person"),
    Row("sport", "Marta, 12, said the goal was the best of her life.", "Marta, 12", "NAMED", "person"),
    Row("sport", "Fans said the owner should sell.", "Fans", "WEASEL", "collective"),
    Row("science", "A study by the Tern Institute found that frogs drink through the skin.", "A study by the Tern Institute", "DOC_PUBLIC", "document"),
    Row("science", "Dr. Ines Vale of Harrow University said the wound was clean.", "Dr. Ines Vale of Harrow University", "NAMED_ROLE", "person"),
    Row("science", "The University of Harrow said the probe was lost.", "The University of Harrow", "NAMED_ORG", "organisation"),
    Row("local", "Residents said the smell was worse at night.", "Residents", "WEASEL", "collective"),
    Row("local", "Voters think the mayor lied.", "Voters", "WEASEL", "collective"),
    Row("local", "The Harrow Gazette reported that the mayor had lied.", "The Harrow Gazette", "OUTLET", "outlet"),
    Row("local", "Harrow Borough Council said the pool would close.", "Harrow Borough Council", "NAMED_ORG", "organisation"),
    Row("foreign", "None of the officials would say why.", "None of the officials", "WEASEL", "collective"),
    Row("foreign", "Marek de la Cruz-Oyelaran said the road was mined.", "Marek de la Cruz-Oyelaran", "NAMED", "person"),
    Row("foreign", "The Ministry of Health and Welfare said the ward was shut.", "The Ministry of Health and Welfare", "NAMED_ORG", "organisation"),
    Row("foreign", "The American people fear a war.", "The American people", "WEASEL", "collective"),
    Row("business", "Harrow & Daughters said it would appeal.", "Harrow & Daughters", "NAMED_ORG", "organisation"),
    Row("court", "A man called Joko said the boat sank.", "A man called Joko", "NAMED", "person"),
    Row("court", "Ada Marsh's husband said she was ill.", "Ada Marsh's husband", "NAMED", "person"),
    Row("court", "The crowd shouted that the judge had lied.", "The crowd", "WEASEL", "collective"),
    Row("science", "Most scientists think the ice is thin.", "Most scientists", "WEASEL", "collective"),
    Row("local", "A user, @tern_hill, wrote that the dam leaked.", "A user, @tern_hill", "NAMED", "person"),
    Row("local", "The narrator says the tax will rise.", "The narrator", "DOC_PUBLIC", "document"),
    Row("local", "Parents want the school to stay open.", "Parents", "WEASEL", "collective"),
    Row("local", "The Clean Rivers Trust said the dam leaked.", "The Clean Rivers Trust", "NAMED_ORG", "organisation"),
    Row("local", "Advocates say the law is unjust.", "Advocates", "WEASEL", "collective"),
    Row("business", "Six in ten voters said the firm had lied.", "Six in ten voters", "WEASEL", "collective"),
    Row("business", "Those who own shares fear a loss.", "Those who own shares", "WEASEL", "collective"),
    Row("court", "I think the judge was wrong.", "I", "NAMED", "person"),
    Row("sport", "One of the players, Leo Marsh, said the pitch was wet.", "One of the players, Leo Marsh", "NAMED_ROLE", "person"),
    Row("sport", "The coach's son, Joko, said the pitch was wet.", "The coach's son, Joko", "NAMED_ROLE", "person"),
    Row("science", "According to a Harrow Post poll, rents will fall.", "a Harrow Post poll", "DOC_PUBLIC", "document"),
    Row("local", "The public thinks the mayor lied.", "The public", "WEASEL", "collective"),
    Row("local", "A Republican senator, Ada Lund, said the vote was fair.", "A Republican senator, Ada Lund", "NAMED_ROLE", "person"),
]  # fmt: skip


def named(text: str, source: str) -> tuple[Document, Attribution, Source]:
    """The last attribution with that source text, and the source it hangs on."""
    document = scan(text)
    spans = [a for s in document.sentences for a in s.attributions if a.source]
    found = [a for a in spans if a.source and a.source.text == source]
    assert found, f"no source {source!r} among {[a.source.text for a in spans if a.source]}"
    register = {entity.id: entity for entity in document.sources}
    assert found[-1].source_id is not None
    return document, found[-1], register[found[-1].source_id]


@pytest.mark.parametrize("row", UNNAMED + KNOWN, ids=lambda row: f"{row.genre}-{row.source}")
def test_who_it_is(row: Row) -> None:
    _, attribution, entity = named(row.text, row.source)
    assert (attribution.rung, attribution.anonymous) == (row.rung, row.rung.startswith("ANON")), entity.name
    assert entity.kind == row.kind


@pytest.mark.parametrize("row", UNNAMED, ids=lambda row: f"{row.genre}-{row.source}")
def test_how_many_and_how_they_know_and_why_unnamed(row: Row) -> None:
    _, _, entity = named(row.text, row.source)
    assert (entity.count, entity.basis, entity.reason) == (row.number, row.basis, row.reason)
