"""Random reporting verbs for the synthetic sentences, with what stands around them in the news."""

from random import Random

from training.phrase import Phrase, case, item, noun
from training.sources import WORDS, Sources

RARE = WORDS["rare"]["words"].split()
PASTS = [past for past in WORDS["past"] if past != "others"] + RARE
WEIGHTS = [weight for past, weight in WORDS["past"].items() if past != "others"] + [WORDS["past"]["others"]] * len(RARE)
PERFECT = {True: [("have", "VBP")], False: [("has", "VBZ"), ("had", "VBD")]}


class Verbs:
    """Draws reporting verbs that agree with their subject."""

    def __init__(self, sources: Sources, random: Random) -> None:
        self.sources, self.random = sources, random

    def draw(self, plural: bool, among: list[str] | None = None) -> Phrase:
        """A reporting verb, mostly past and bare; at times with an adverb, a hearer, a day or an occasion."""
        past = self.random.choice(among) if among else self.random.choices(PASTS, WEIGHTS)[0]
        verb, share = item(past, "VBD"), self.random.random()
        if share < 0.12 and past in WORDS["present"]:
            verb = item(WORDS["present"][past][plural], "VBP" if plural else "VBZ")
        elif share < 0.16 and past != "wrote":
            verb = item(past, "VBN")
            form, tag = self.random.choice(PERFECT[plural])
            verb.before.append(item(form, tag, "aux", "AUX"))
        if self.sources.chance(0.05):
            verb.before.append(item(self.random.choice("also later previously repeatedly earlier".split()), "RB", "advmod"))
        return self.tail(verb)

    def tail(self, verb: Phrase) -> Phrase:
        share = self.random.random()
        if share < 0.05:
            verb = item(self.random.choice(["told", "informed"]), "VBD")
            verb.after.append(noun(self.sources.pick("hearers")).turn("obj"))
        elif share < 0.12:
            verb.after.append(self.day())
        elif share < 0.16:
            verb.after.append(noun(self.sources.pick("occasions")).turn("obl"))
        elif share < 0.18:
            verb.before.append(self.day())
        return verb

    def day(self) -> Phrase:
        """ "on Monday" or bare "Monday"."""
        day = item(self.sources.pick("days"), "NNP")
        return case("on", day, "obl") if self.sources.chance(0.5) else day.turn("obl:unmarked")

    def inverted(self, plural: bool) -> Phrase:
        """The verb of "S, said X"."""
        past = self.random.choices(["said", "says", "added", "reported", "explained", "wrote"], [8, 2, 1, 1, 1, 1])[0]
        if past != "says":
            return item(past, "VBD")
        return item("say", "VBP") if plural else item("says", "VBZ")
