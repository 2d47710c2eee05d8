"""Random sources: who says it in the synthetic sentences, from "she" to "two aides, who asked not to be named,"."""

import tomllib
from pathlib import Path
from random import Random

from training.harvest import Harvest
from training.phrase import Phrase, case, comma, copy, item, noun

WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
IRREGULAR = {"spokesman": "spokesmen", "spokeswoman": "spokeswomen", "ally": "allies", "witness": "witnesses"}


def plural(word: str) -> str:
    return IRREGULAR.get(word, word + "s")


class Sources:
    """Draws sources; every answer of `draw` is a fresh phrase and whether it is plural."""

    def __init__(self, harvest: Harvest, random: Random) -> None:
        self.harvest, self.random = harvest, random

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def pick(self, key: str) -> str:
        """One entry of a list of words.toml."""
        entries: list[str] | str = WORDS[key]
        return self.random.choice(entries.split() if isinstance(entries, str) else entries)

    def nominal(self) -> Phrase:
        return copy(self.random.choice(self.harvest.nominals)).lower()

    def object(self, key: str) -> Phrase:
        """What a source knows of or belongs to: "the secret plans of the board"."""
        if self.chance(0.35):
            return self.nominal()
        word = self.pick(key)
        phrase = item(word, "NNS" if word in WORDS["plurals"].split() else "NN")
        owner = item(self.random.choice(["its", "their", "his"]), "PRP$", "nmod:poss")
        phrase.before = [item("the", "DT", "det") if self.chance(0.75) else owner]
        if self.chance(0.15):
            phrase.before.append(item(self.random.choice("secret internal new criminal proposed".split()), "JJ", "amod"))
        if self.chance(0.2):
            phrase.after.append(case("of", self.nominal() if self.chance(0.6) else noun("the/DT/det talks/NNS"), "nmod"))
        return phrase

    def outlet(self) -> tuple[Phrase, bool]:
        phrase = noun(self.pick("outlets"))
        return phrase, phrase.words[0].tag == "NNS"

    def draw(self) -> tuple[Phrase, bool]:
        """Any source: a gold name (14 %), a name of ours (8 %), an outlet (12 %), unnamed people (66 %)."""
        share = self.random.random()
        if share < 0.14:
            return copy(self.random.choice(self.harvest.names)), False
        if share < 0.22:
            return self.person(), False
        if share < 0.34:
            return self.outlet()
        return self.unnamed()

    def person(self) -> Phrase:
        """ "Maria Lopez" or "Maria Lopez, a lawyer for the family,"."""
        phrase = item(self.pick("first"), "NNP")
        phrase.after.append(item(self.pick("last"), "NNP", "flat"))
        if self.chance(0.6):
            phrase.after.append(self.apposition(["for", "at", "of"]))
        return phrase

    def apposition(self, prepositions: list[str]) -> Phrase:
        """ ", a senior adviser at the ministry,"."""
        phrase = item(self.pick("people"), "NN", "appos")
        phrase.before = [comma(), item(self.random.choice(["a", "the"]), "DT", "det")]
        if self.chance(0.3):
            phrase.before.append(self.modifier())
        phrase.after = [case(self.random.choice(prepositions), self.object("bodies"), "nmod"), comma()]
        return phrase

    def modifier(self) -> Phrase:
        form, tag = self.pick("modifiers").split("/")
        return item(form, tag, "amod" if tag == "JJ" else "compound")

    def unnamed(self) -> tuple[Phrase, bool]:
        many, word = self.chance(0.6), self.pick("people")
        phrase = (
            item("people" if self.chance(0.2) else plural(word), "NNS") if many else item("person" if self.chance(0.15) else word, "NN")
        )
        if not many or self.chance(0.55):
            phrase.before.append(item(*self.pick("counts" if many else "articles").split("/")))
        for probability in (0.5, 0.12):
            if self.chance(probability):
                phrase.before.append(self.modifier())
        if self.chance(0.04):
            phrase.before.append(noun("White/NNP/compound House/NNP").turn("compound"))
        if self.chance(0.75):
            phrase.after.append(self.tail())
        return phrase, many

    def tail(self) -> Phrase:
        """What follows an unnamed source: "familiar with the plan", ", who asked not to be named,"."""
        chosen = self.random.choice([self.familiar, self.familiar, self.involved, self.knowing, self.placed, self.asking])
        return chosen()

    def familiar(self) -> Phrase:
        form, tag, preposition, key = self.random.choice(
            [
                ("familiar", "JJ", "with", "things"),
                ("close", "JJ", "to", "bodies"),
                ("briefed", "VBN", "on", "things"),
            ]
        )
        phrase = item(form, tag, "amod" if tag == "JJ" else "acl")
        phrase.after = [case(preposition, self.object(key), "obl")]
        return phrase

    def involved(self) -> Phrase:
        if self.chance(0.5):
            phrase = item(self.random.choice(["involved", "engaged"]), "VBN", "acl")
            phrase.after = [case("in", self.object("things"), "obl")]
            return phrase
        phrase = item(self.random.choice(["working", "speaking", "fighting", "living"]), "VBG", "acl")
        phrase.after = [case(self.random.choice(["for", "with", "near"]), self.object("bodies"), "obl")]
        return phrase

    def knowing(self) -> Phrase:
        phrase = item(self.random.choice(["knowledge", "understanding"]), "NN")
        if self.chance(0.4):
            phrase.before = [item(self.random.choice(["direct", "detailed", "firsthand"]), "JJ", "amod")]
        phrase.after = [case("of", self.object("things"), "nmod")]
        return case("with", phrase, "nmod")

    def placed(self) -> Phrase:
        if self.chance(0.4):
            return self.apposition(["for", "at", "in", "with"])
        return case(self.random.choice(["in", "at", "from", "near", "within", "for"]), self.object("bodies"), "nmod")

    def asking(self) -> Phrase:
        """Why the source is not named."""
        secrecy = noun("on/IN/case condition/NN").turn("obl")
        secrecy.after = [noun("of/IN/case anonymity/NN").turn("nmod")]
        if self.chance(0.33):
            phrase = item("speaking", "VBG", "acl")
            phrase.before, phrase.after = [comma()], [secrecy, comma()]
            return phrase
        who = [comma(), item("who", "WP", "nsubj")]
        if self.chance(0.5):
            phrase = item(self.random.choice(["spoke", "talked"]), "VBD", "acl:relcl")
            phrase.before, phrase.after = who, [secrecy, comma()]
            return phrase
        named = item(self.random.choice(["named", "identified", "quoted"]), "VBN", "xcomp")
        named.before = [item("not", "RB", "advmod", "PART"), item("to", "TO", "mark", "PART"), item("be", "VB", "aux:pass", "AUX")]
        phrase = item(self.random.choice(["asked", "requested", "declined"]), "VBD", "acl:relcl")
        phrase.before, phrase.after = who, [named, comma()]
        return phrase
