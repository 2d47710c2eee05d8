"""News-like text of any length, the same for the same seed, from a small grammar of our own: no sentence of a corpus is needed."""

from __future__ import annotations

import random
from collections.abc import Iterator

WORDS = {
    "name": "Jane Roe|Paul Hart|Maria Lund|Omar Aziz|Ruth Bell|Ivan Petrov|Lena Weiss|Tom Okafor|Nora Quinn|Hugo Marsh",
    "role": "mayor|finance minister|police chief|union leader|head teacher|chief executive|spokeswoman|central banker|harbour master",
    "anon": "officials|two officials familiar with the talks|a person briefed on the plan|sources|critics|a senior diplomat|three engineers",
    "body": "the city council|the ministry|Reuters|the regional court|the transport agency|the company|the World Bank|parliament|the union",
    "says": "said|told reporters|suggested|claimed|confirmed|argued|warned|acknowledged|insisted|estimated",
    "may": "may|could|will|might|is likely to|is expected to|would|should|is said to",
    "does": "close the bridge|raise the fare|cut {n} jobs|delay the vote|sell the harbour|reopen the line|repay the loan|buy the farm",
    "thing": "the bridge|the budget|the strike|the new terminal|the storm|the merger|the school|the agreement|the power station",
    "day": "Monday|Tuesday|Wednesday|Thursday|Friday|last week|in March|on the eve of the vote|overnight",
    "adverb": "perhaps|apparently|probably|reportedly|clearly|allegedly|about|roughly|almost",
    "state": "safe|unclear|popular|too expensive|a success|a failure|beyond repair|worth the price|under review|out of date",
    "n": "12|40|150|1,200|about 300|at least nine|3.5 million|between 20 and 30",
}
SENTENCES = (
    "{body} {may} {does} on {day}, {anon} {says}.",
    "{name}, the {role}, {says} that {thing} was {adverb} {state}.",
    "“We {may} {does},” {says} {name}, “and nobody doubts that {thing} is {state}.”",
    "According to {body}, {thing} cost {n} crowns and {may} be {state}.",
    "{anon} {says} {thing} had been {state} since {day}.",
    "It is unclear whether {body} {may} {does}.",
    "{body} did not respond to a request for comment on {day}.",
    "The {role} declined to say how {thing} had become {state}.",
    "If {body} does not {does}, {thing} {may} remain {state} for {n} days.",
    "{thing}, which {body} opened {day}, {adverb} drew {n} visitors.",
    "Work on {thing} began {day} and ended {n} days later.",
)


def text(size: int, seed: int = 1) -> str:
    """At least `size` characters in paragraphs of two to five sentences, cut after the last whole paragraph."""
    pick, out, length = random.Random(seed), [], 0
    while length < size:
        out.append(" ".join(_sentences(pick)))
        length += len(out[-1]) + 2
    return "\n\n".join(out) + "\n"


def _sentences(pick: random.Random) -> Iterator[str]:
    for _ in range(pick.randint(2, 5)):
        words = pick.choice(SENTENCES)
        while "{" in words:
            start = words.index("{")
            end = words.index("}", start)
            words = words[:start] + pick.choice(WORDS[words[start + 1 : end]].split("|")) + words[end + 1 :]
        yield words[0].upper() + words[1:]
